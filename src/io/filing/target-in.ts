/** The folder of the indicator that a clerk names, or what to type instead. */
import { eachExpected, type ExpectedFolder } from '../../core/archive/layout.js';
import type { Archive } from '../../core/archive/types.js';
import { findTarget } from '../../core/filing/target.js';
import { unknownIndicator } from '../../core/system/the-indicator.js';
import { DanganError } from '../../errors.js';

/** @throws {DanganError} TARGET_UNKNOWN, TARGET_AMBIGUOUS, YEAR_UNKNOWN */
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
      throw unknownIndicator(to, system);
    case 'several': {
      const folders = target.folders.map(candidate);
      const indicators = new Set(target.folders.map(({ indicator }) => indicator));
      throw new DanganError('TARGET_AMBIGUOUS', { to, folders, years: indicators.size === 1 });
    }
  }
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
