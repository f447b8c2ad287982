/** What the folders tell that evidence was handed over in. */
import { daysInSpan } from '../dates/calendar.js';
import { dateInTitle } from '../dates/date-in-title.js';
import { isVague } from '../naming/vague-title.js';

/** A file to be filed, and where it was. */
export interface HandedIn {
  readonly name: string;
  /** Below the folder around everything that was handed over, down to its own. */
  readonly folders: readonly string[];
}

/**
 * Stands for the year that nobody wrote, so that `3月` in the folder `2025年` is not taken for what it says alone. No
 * text has it.
 */
export const NO_YEAR = 1600;

/**
 * The files, with those of their folders that tell something: not those that all are in, unless a date is in their name; nor those
 * that nobody named, or only by what kind of thing is in them (`新建文件夹`, `照片`).
 *
 * @param around - The folders around everything that was handed over, the innermost last. What is called `2025年迎检` or
 *   `5月报送` may hold anything: they count from the first that has a date finer than a year.
 */
export function withTellingFolders<File extends HandedIn>(
  all: readonly File[],
  around: readonly string[],
): readonly File[] {
  const from = around.findIndex(isDatedAround);
  const outer = from < 0 ? [] : around.slice(from);
  const shared = outer.length > 0 ? 0 : sharedUndated(all);
  return all.map((file) => ({
    ...file,
    folders: [...outer, ...file.folders.slice(shared)].filter(tells),
  }));
}

function sharedUndated(all: readonly HandedIn[]): number {
  const [first = { folders: [] }] = all;
  const own = first.folders.findIndex(
    (folder, at) => isDated(folder) || !all.every(({ folders }) => folders[at] === folder),
  );
  return own < 0 ? first.folders.length : own;
}

/** Did somebody name it, and not only by what kind of thing is in it? */
export function tells(folder: string): boolean {
  const isNumber = /^[\d０-９]+$/u.test(folder);
  return isNumber || !isVague(folder) || dateInTitle(folder, NO_YEAR) !== undefined;
}

const LONGEST_PERIOD = 185;
/** A day, and outside any date, is that of giving away. */
const HANDED_OVER = /报送|上报|收到|提交|移交|转来|发来|下载|备份/u;

function isDated(folder: string): boolean {
  const span = dateInTitle(folder, NO_YEAR);
  return span !== undefined && !(HANDED_OVER.test(folder) && span.from === span.to);
}

function isDatedAround(folder: string): boolean {
  const span = dateInTitle(folder, NO_YEAR);
  return span !== undefined && !HANDED_OVER.test(folder) && daysInSpan(span) < LONGEST_PERIOD;
}
