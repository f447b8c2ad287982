/** What `fix` would change: worked out, or as it was saved. */
import { resolve } from 'node:path';
import type { Cli } from '../../cli/context.js';
import type { Archive } from '../../core/archive/types.js';
import { planFix } from '../../core/change/plan-fix.js';
import { parsePlan, type SavedPlan } from '../../core/change/saved-plan.js';
import type { Change, Plan } from '../../core/change/types.js';
import type { RuleId } from '../../core/rules/ids.js';
import { ARCHIVE_RULES } from '../../core/rules/index.js';
import { sparing } from '../../core/waivers/sparing.js';
import { NO_WAIVERS, type Allowances } from '../../core/waivers/types.js';
import { DanganError } from '../../errors.js';
import { followCodes, NAMING_FILES } from '../../io/archive/follow-codes.js';
import type { OpenArchive } from '../../io/archive/read-archive.js';
import { shownPath } from '../../io/archive/read-settings.js';
import { readPlainFile } from '../../io/plain-file.js';
import { diskStore } from '../../io/store/disk-store.js';
import { allowancesOf } from '../check/judge.js';
import { withContents, withoutContents } from './contents.js';
import { systemChanges } from './system.js';
import { pruneWaivers, type Pruned } from './waivers.js';

export interface Planned extends Plan {
  /** Left out because what they are about is let pass. */
  readonly spared: number;
  /** As the plan would leave the archive, and what is let pass then; of a saved plan that is not known. */
  readonly left?: { readonly after: Archive; readonly allowances: Allowances };
}

/** What would mend the archive, the text of its scoring system, and what is let pass in it. */
export async function planMends(
  root: string,
  { archive, source }: OpenArchive,
  asked: { readonly only: readonly RuleId[]; readonly unsafe: boolean },
  cli: Cli,
): Promise<Planned> {
  const store = diskStore(root, cli.cwd);
  const { only } = asked;
  const allowances = await allowancesOf(store, archive);
  const seen = await withContents(root, archive, only, cli);
  const spare = sparing(allowances, { today: cli.today, named: only });
  const { changes, refused, spared, ...plan } = planFix(seen, ARCHIVE_RULES, {
    ...asked,
    sparing: spare,
  });
  const after = withoutContents(plan.after);
  // An alias in the system renames a folder, so it is made only when asked for.
  const wanted = (rule: RuleId) =>
    only.length > 0 ? only.includes(rule) : rule !== 'scoring-name-unusable';
  const inSystem = systemChanges(source, archive.settings.system, wanted);
  const pruned = await pruneWaivers(store, { before: archive, after }, allowances, asked, cli);
  const kept = (await isJudgedLater(root, archive, changes, pruned))
    ? { changes: [], allowances }
    : pruned;
  return {
    changes: [...inSystem, ...kept.changes, ...changes],
    refused,
    spared,
    left: { after, allowances: kept.allowances },
  };
}

/** A waiver whose code changes with the folders is judged when it has its new one. */
async function isJudgedLater(
  root: string,
  archive: Archive,
  planned: readonly Change[],
  pruned: Pruned,
): Promise<boolean> {
  if (pruned.changes.length === 0) return false;
  const { codes } = await followCodes(root, archive, planned);
  return codes.some(({ file }) => file === NO_WAIVERS.path);
}

/** @throws {DanganError} PLAN_INVALID, PLAN_STALE */
export function savedPlan(file: string, tree: string, cli: Cli): Planned {
  const plan = parsed(resolve(cli.cwd, file), cli);
  if (plan.tree !== tree) throw new DanganError('PLAN_STALE', { path: file });
  // What nobody needed when it was saved, somebody may need now; and these files may have been edited since.
  const changes = plan.changes.filter(
    (change) => change.do !== 'rewrite' || !NAMING_FILES.includes(change.path),
  );
  return { changes, refused: [], spared: 0 };
}

function parsed(path: string, cli: Cli): SavedPlan {
  const shown = shownPath(path, cli.cwd);
  const { notJson, planPlace } = cli.say.change.fix;
  let value: unknown;
  try {
    value = JSON.parse(readPlainFile(path).toString());
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    throw new DanganError('PLAN_INVALID', { path: shown, what: notJson });
  }
  const plan = parsePlan(value);
  if (typeof plan !== 'string') return plan;
  throw new DanganError('PLAN_INVALID', { path: shown, what: planPlace({ pointer: plan }) });
}
