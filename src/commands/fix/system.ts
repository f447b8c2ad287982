import { resolve } from 'node:path';
import type { Cli } from '../../cli/context.js';
import { DEFAULT_SETTINGS } from '../../core/archive/settings.js';
import type { ArchivePath } from '../../core/archive/paths.js';
import type { Change } from '../../core/change/types.js';
import type { Finding } from '../../core/rules/findings.js';
import type { AnyRuleId, RuleId } from '../../core/rules/ids.js';
import { runSystemRules } from '../../core/rules/system-rules.js';
import { mendSystem } from '../../core/system/mend.js';
import type { SystemSource } from '../../core/system/source.js';
import { journalRoot } from '../../io/archive/journal-root.js';
import { applyPlan } from '../../io/change/apply.js';
import { readSystem } from '../../io/system/read-system.js';
import { pathBelow } from '../../io/within.js';
import { applyOptions } from '../changing/carry-out.js';
import { noteEarlier, settleEarlier } from '../changing/earlier.js';
import { noteSystem } from '../telling/note-system.js';
import type { FixOptions } from './options.js';
import { showPlan, writeCommand } from './show.js';

/** Of a scoring system alone there is no tree that could change. */
const NO_TREE = '0'.repeat(64);

/** Mend the text of a scoring system alone; what is left in it, `validate` tells. */
export async function fixSystem(file: string, options: FixOptions, cli: Cli): Promise<void> {
  const { root, changes, left } = await systemMends(file, cli);
  const plan = { changes, refused: [], spared: 0, left: [], entry: undefined };
  if (!options.write) {
    noteEarlier(root, cli);
    const command = writeCommand(file, options);
    showPlan({ ...plan, command }, { tree: NO_TREE, ok: true }, options, cli);
  } else {
    const earlier = await settleEarlier(root, cli);
    // What was interrupted may have been this very file.
    const now = earlier ? (await systemMends(file, cli)).changes : changes;
    const entry = await applyPlan(root, { changes: now }, { ...applyOptions(cli), verb: 'fix' });
    const done = { ...plan, changes: now, entry: entry?.id };
    showPlan(done, { tree: NO_TREE, ok: true }, options, cli);
  }
  noteSystem(left, file, cli);
}

/** Mends of the text of a scoring system, and where their journal is kept. */
interface SystemMends {
  readonly root: string;
  readonly changes: readonly Change[];
  /** What nobody can mend but a person. */
  readonly left: readonly Finding[];
}

/** What would mend a scoring system file, in an archive or alone; alone, the journal is beside it. */
async function systemMends(file: string, cli: Cli): Promise<SystemMends> {
  const source = await readSystem(file, {
    template: DEFAULT_SETTINGS.folders.template,
    cwd: cli.cwd,
  });
  const path = resolve(cli.cwd, file);
  const root = journalRoot(path);
  const place = pathBelow(root, path);
  const changes = systemChanges(source, place, () => true);
  const mended = new Set<AnyRuleId>(
    changes.flatMap((change) => (change.do === 'rewrite' ? change.why : [])),
  );
  const left = runSystemRules(source, {}).filter(({ rule }) => !mended.has(rule));
  return { root, changes, left };
}

/** New text for a scoring system where one of the rules `wanted` has something to mend in it. */
export function systemChanges(
  source: SystemSource,
  path: ArchivePath,
  wanted: (rule: RuleId) => boolean,
): readonly Change[] {
  const { text, mended } = mendSystem(source, wanted);
  if (mended.length === 0) return [];
  return [{ do: 'rewrite', path, text, why: [...new Set(mended.map(({ rule }) => rule))] }];
}
