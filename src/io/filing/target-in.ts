/** The folders of the indicator that a clerk names, or what to type instead. */
import { eachExpected, type ExpectedFolder } from '../../core/archive/layout.js';
import type { Archive } from '../../core/archive/types.js';
import { findTargets, type Target } from '../../core/filing/target.js';
import { indicatorsMeant } from '../../core/system/meant.js';
import { unknownIndicator } from '../../core/system/the-indicator.js';
import type { Indicator } from '../../core/system/types.js';
import { isLeaf } from '../../core/system/walk.js';
import { DanganError } from '../../errors.js';

/**
 * @returns the folder, or those of an indicator's years where no year was asked for.
 * @throws {DanganError} TARGET_UNKNOWN, TARGET_WITHOUT_FOLDER, TARGET_AMBIGUOUS, YEAR_UNKNOWN
 */
export function targetsIn(
  { expected, system }: Archive,
  { to, year }: { readonly to: string; readonly year: number | undefined },
): readonly [Target, ...Target[]] {
  const targets = findTargets(expected, to, year);
  const [first, ...others] = targets;
  if (first === undefined) {
    if (year !== undefined && findTargets(expected, to).length > 0) {
      throw new DanganError('YEAR_UNKNOWN', { year, years: yearsIn(expected) });
    }
    throw without(indicatorsMeant(to, system).found) ?? unknownIndicator(to, system);
  }
  if (!isOfOneIndicator(targets)) throw ambiguous(to, targets);
  return [first, ...others];
}

/** The one folder. @throws {DanganError} as `targetsIn` does */
export function targetIn(archive: Archive, asked: Parameters<typeof targetsIn>[1]): ExpectedFolder {
  const [{ folder }, ...others] = targetsIn(archive, asked);
  if (others.length === 0) return folder;
  throw ambiguous(asked.to, targetsIn(archive, asked));
}

function isOfOneIndicator(targets: readonly Target[]): boolean {
  return new Set(targets.map(({ folder }) => folder.indicator)).size === 1;
}

export function ambiguous(to: string, targets: readonly Target[]): DanganError {
  const folders = targets.map(({ folder }) => candidate(folder));
  const by = isOfOneIndicator(targets) ? 'year' : 'code';
  return new DanganError('TARGET_AMBIGUOUS', { to, folders, by });
}

/** An indicator that has no folder: nothing is filed under it, or it does not apply to this unit. */
function without([meant]: readonly Indicator[]): DanganError | undefined {
  if (!meant) return undefined;
  const { code, name, methods } = meant;
  const takesFiles = leavesOf(meant).some(({ files }) => files);
  return new DanganError('TARGET_WITHOUT_FOLDER', { code, name, methods, takesFiles });
}

function leavesOf(indicator: Indicator): readonly Indicator[] {
  return isLeaf(indicator) ? [indicator] : indicator.children.flatMap(leavesOf);
}

/** The years that have folders. */
function yearsIn(expected: readonly ExpectedFolder[]): readonly number[] {
  const years = [...eachExpected(expected)].flatMap(({ year }) => year ?? []);
  return [...new Set(years)].sort((a, b) => a - b);
}

/** What can be written after `--to` instead, and where it is. */
function candidate({ path, indicator, year }: ExpectedFolder): string {
  const place = path.slice(path.indexOf('/') + 1);
  return year === undefined && indicator ? `${indicator.id}  ${place}` : place;
}
