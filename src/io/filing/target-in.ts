/** The folder of the indicator that a clerk names, or what to type instead. */
import { eachExpected, type ExpectedFolder } from '../../core/archive/layout.js';
import type { Archive } from '../../core/archive/types.js';
import { findTarget } from '../../core/filing/target.js';
import { indicatorsMeant } from '../../core/system/meant.js';
import { unknownIndicator } from '../../core/system/the-indicator.js';
import type { Indicator } from '../../core/system/types.js';
import { isLeaf } from '../../core/system/walk.js';
import { DanganError } from '../../errors.js';

/** @throws {DanganError} TARGET_UNKNOWN, TARGET_WITHOUT_FOLDER, TARGET_AMBIGUOUS, YEAR_UNKNOWN */
export function targetIn(
  { expected, system }: Archive,
  { to, year }: { readonly to: string; readonly year: number | undefined },
): ExpectedFolder {
  const target = findTarget(expected, to, year);
  switch (target.found) {
    case 'one':
      return target.folder;
    case 'none':
      if (year !== undefined && findTarget(expected, to).found !== 'none') {
        throw new DanganError('YEAR_UNKNOWN', { year, years: yearsIn(expected) });
      }
      throw without(indicatorsMeant(to, system).found) ?? unknownIndicator(to, system);
    case 'several': {
      const folders = target.folders.map(candidate);
      const indicators = new Set(target.folders.map(({ indicator }) => indicator));
      const by = indicators.size === 1 ? 'year' : 'code';
      throw new DanganError('TARGET_AMBIGUOUS', { to, folders, by });
    }
  }
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
