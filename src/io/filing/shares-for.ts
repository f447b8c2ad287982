/** Which of an indicator's folders each file goes to. */
import { sharedByYear, type Share } from '../../core/filing/by-year.js';
import type { Target } from '../../core/filing/target.js';
import { DanganError } from '../../errors.js';
import type { Source } from './collect-sources.js';
import { ambiguous } from './target-in.js';

interface Asked<File> {
  /** As it was typed. */
  readonly to: string;
  readonly yearOf: (file: File) => number | undefined;
}

/**
 * One folder takes all; of those of several years, each the files of its own.
 *
 * @throws {DanganError} TARGET_AMBIGUOUS - no file tells its year; YEAR_NOT_TOLD - some do not, or tell another
 */
export function sharesFor<File extends Source>(
  files: readonly File[],
  targets: readonly Target[],
  { to, yearOf }: Asked<File>,
): readonly Share<File>[] {
  const { shares, yearless } = sharedByYear(files, targets, yearOf);
  if (yearless.length === 0) return shares;
  if (shares.length === 0 && yearless.every(({ year }) => year === undefined))
    throw ambiguous(to, targets);
  throw new DanganError('YEAR_NOT_TOLD', {
    files: yearless.map(({ file, year }) => ({ path: file.shown, year })),
    years: targets.flatMap(({ year }) => year ?? []),
  });
}
