/** Waivers that nothing needs any more, taken out of `waivers.yaml`. */
import type { Cli } from '../../cli/context.js';
import type { Archive } from '../../core/archive/types.js';
import type { Change } from '../../core/change/types.js';
import type { RuleId } from '../../core/rules/ids.js';
import { rulesIn } from '../../core/rules/rules-in.js';
import { judgesNames } from '../../core/rules/named.js';
import { NO_WAIVERS, type Allowances, type Waiver } from '../../core/waivers/types.js';
import { editList } from '../../core/yaml-file/edit-list.js';
import type { Store } from '../../io/store/types.js';
import { parseWaiversText, readWaiversFile } from '../../io/waivers/read-waivers.js';
import { judgeArchive, judgedBy } from '../check/judge.js';

const RULE: RuleId = 'waiver-unused';

interface Pruning {
  readonly only: readonly RuleId[];
  readonly unsafe: boolean;
}

/** The change of `waivers.yaml`, if there is any, and what is let pass afterwards. */
export interface Pruned {
  readonly changes: readonly Change[];
  readonly allowances: Allowances;
}

/**
 * Those whose rules go by names are judged on the archive as the plan will leave it. What is in files may look
 * otherwise elsewhere, and takes long to look at: the others only where that was asked for.
 */
export async function pruneWaivers(
  store: Store,
  { before, after }: { readonly before: Archive; readonly after: Archive },
  allowances: Allowances,
  { only, unsafe }: Pruning,
  cli: Cli,
): Promise<Pruned> {
  const { entries } = allowances.waivers;
  const isWanted = only.length === 0 || only.includes(RULE);
  if (!isWanted || entries.length === 0 || before.settings.rules[RULE] === 'off') {
    return { changes: [], allowances };
  }
  const asked = { rules: rulesIn(before.settings), footers: false, today: cli.today };
  const unused = new Set(judgedBy(after, allowances, asked).outcome?.unused);
  if (unsafe && entries.some((each) => !goesByNames(each))) {
    const { outcome } = await judgeArchive(store, before, asked, cli, allowances);
    for (const each of outcome?.unused ?? []) if (!goesByNames(each)) unused.add(each);
  }
  if ([...unused].some(({ title }) => title !== undefined)) {
    // What they were meant for may be mended by this very plan, so that afterwards nothing has their title.
    for (const { waiver } of judgedBy(before, allowances, asked).outcome?.misnamed ?? []) {
      unused.delete(waiver);
    }
  }
  return unused.size === 0 ? { changes: [], allowances } : without(unused, store, allowances);
}

function goesByNames({ rules }: Waiver): boolean {
  return rules.every(judgesNames);
}

async function without(
  unused: ReadonlySet<Waiver>,
  store: Store,
  allowances: Allowances,
): Promise<Pruned> {
  const remove = new Set([...unused].map(({ nth }) => nth - 1));
  const yaml = await readWaiversFile(store);
  const edited = editList(yaml, { list: 'waivers', remove }, '', parseWaiversText);
  // Written in a way in which it cannot be done without touching something else: `check` tells about it.
  if (!edited) return { changes: [], allowances };
  const { path } = NO_WAIVERS;
  const { waivers } = allowances;
  const entries = waivers.entries.filter((each) => !unused.has(each));
  return {
    changes: [{ do: 'rewrite', path, text: edited.text, why: [RULE] }],
    allowances: { ...allowances, waivers: { ...waivers, entries } },
  };
}
