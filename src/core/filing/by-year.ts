/** Evidence for an indicator whose years have folders of their own. */
import { daysInSpan } from '../dates/calendar.js';
import { parseDate } from '../dates/parse-date.js';
import type { Span } from '../dates/span.js';
import { effectiveDate, folderDate, yearOf } from '../evidence/effective-date.js';
import { parseName } from '../naming/parse.js';
import { NO_YEAR, type HandedIn } from './handed-in.js';
import type { Target } from './target.js';

/** What goes to a target. */
export interface Share<File> {
  readonly target: Target;
  readonly files: readonly File[];
}

/** A file that goes to none of the years; `year` is the one that it tells, if any. */
export interface Yearless<File> {
  readonly file: File;
  readonly year: number | undefined;
}

/**
 * Tell files apart by year. A single target takes all of them, of whatever year they are. A folder that tells the year
 * of the target, and nothing else, tells nothing there.
 */
export function sharedByYear<File extends HandedIn>(
  files: readonly File[],
  targets: readonly Target[],
  yearToldBy: (file: File) => number | undefined,
): { readonly shares: readonly Share<File>[]; readonly yearless: readonly Yearless<File>[] } {
  const [first] = targets;
  const years = files.map((file) => (targets.length === 1 ? first?.year : yearToldBy(file)));
  const shares = targets.map((target) => ({
    target,
    files: files
      .filter((_, at) => years[at] === target.year)
      .map((file) => withoutYear(file, target.year)),
  }));
  const known = new Set(targets.map(({ year }) => year));
  const yearless = files.flatMap((file, at) =>
    known.has(years[at]) ? [] : [{ file, year: years[at] }],
  );
  return { shares: shares.filter((share) => share.files.length > 0), yearless };
}

/**
 * The one year that the name of a file is of, else its folders; else that of the folder around everything, where that is
 * called by a year alone.
 */
export function yearTold(
  { name, folders }: HandedIn,
  around: readonly string[],
): number | undefined {
  const folder = folderDate(folders, undefined, undefined, NO_YEAR);
  const hints = { ledger: undefined, folder, facts: undefined };
  const { date } = effectiveDate(parseName(name).title, hints);
  const year = date && yearOf(date);
  if (date && year !== NO_YEAR) return year;
  return around.map(yearAlone).findLast((each) => each !== undefined);
}

function withoutYear<File extends HandedIn>(file: File, year: number | undefined): File {
  if (year === undefined) return file;
  return { ...file, folders: file.folders.filter((folder) => yearAlone(folder) !== year) };
}

/** `2024年` or `2024年度`, and nothing else. */
function yearAlone(folder: string): number | undefined {
  const span = parseDate(folder);
  return span && isWholeYear(span) ? yearOf(span) : undefined;
}

function isWholeYear(span: Span): boolean {
  return yearOf(span) !== undefined && daysInSpan(span) >= 365;
}
