/** Mends of what is let pass: nobody asked for them. */
import type { Archive } from '../archive/types.js';
import { isWithin, parentOf, type ArchivePath } from '../archive/paths.js';
import type { Mend } from '../change/types.js';
import type { AnyRuleId } from '../rules/ids.js';
import { runArchiveRules } from '../rules/run.js';
import type { ArchiveRule } from '../rules/types.js';
import type { Day } from '../system/types.js';
import { letPass } from './let-pass.js';
import type { Allowances } from './types.js';

/** Which mends of a rule are left out, in an archive that may be half mended; `undefined` where all are made. */
export type Sparing = (
  rule: ArchiveRule,
  archive: Archive,
) => ((mend: Mend) => boolean) | undefined;

/**
 * Spare what is let pass: findings are known again by rule, indicator and title, also where other rules have renamed
 * their files by then.
 *
 * @param named - Rules that were asked for by name: what is let pass of them is mended too.
 */
export function sparing(
  allowances: Allowances,
  { today, named }: { readonly today: Day; readonly named: readonly AnyRuleId[] },
): Sparing {
  const { waivers, baseline } = allowances;
  const concerned = new Set<AnyRuleId>([
    ...waivers.entries.flatMap(({ rules }) => rules),
    ...baseline.entries.map(({ rule }) => rule),
  ]);
  for (const id of named) concerned.delete(id);
  const nothing: ReadonlySet<string> = new Set();
  return (rule, archive) => {
    if (!concerned.has(rule.id)) return undefined;
    const found = runArchiveRules(archive, [rule]);
    const { system } = archive;
    const passing = letPass(found, allowances, { system, today, ran: nothing, off: nothing });
    const files = passing.waived.flatMap(({ finding: { file } }) => file ?? []);
    return files.length === 0 ? undefined : mendsOf(rule.id, files);
  };
}

/** The mends of a rule that are about one of these files or folders. */
function mendsOf(rule: string, files: readonly ArchivePath[]): (mend: Mend) => boolean {
  const spared = new Set(files);
  const placeOf = (mend: Mend) => (mend.do === 'move' ? mend.from : mend.path);
  switch (rule) {
    // Ordinals of a folder are mended together: with one of its findings, they stay as they are.
    case 'name-sequence-duplicate':
    case 'name-sequence-gap': {
      const folders = new Set([...files, ...files.map(parentOf)]);
      return (mend) => folders.has(parentOf(placeOf(mend)));
    }
    case 'name-sequence-width':
      return (mend) => spared.has(placeOf(mend)) || spared.has(parentOf(placeOf(mend)));
    // The outermost folder that is missing is told, and those in it are made with it.
    case 'tree-folder-missing':
      return (mend) => files.some((file) => isWithin(placeOf(mend), file));
    default:
      return (mend) => spared.has(placeOf(mend));
  }
}
