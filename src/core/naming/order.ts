/** Folders whose names are all in order, which most are: nothing more needs to be asked of a name there. */
import { foldName } from '../text.js';
import { isAsciiDigit } from './characters.js';
import { copyMarks } from './copy-marks.js';
import { isJunk } from './junk.js';
import { isVague } from './vague-title.js';

/** What is known of the names of a folder's files when they are in order. */
export interface NameOrder {
  readonly count: number;
  /** That each ordinal is written with. */
  readonly digits: number;
  /** Length of the longest name, in UTF-16 units. */
  readonly longest: number;
}

/** After the ordinal: a colon, a title of characters that every system takes and folding leaves apart, an extension. */
const PLAIN =
  /^\d+：[-\w、—“”《》（）\u3400-\u9fff][-\w 、—“”《》（）\u3400-\u9fff]*\.[A-Za-z][A-Za-z\d]{0,9}$/;

/** In UTF-8 a character of such names takes three bytes at most, and 255 is what systems allow. */
const LONGEST = 80;

/**
 * Look the names of a folder's files over once. In order are `01：…`, `02：…`, `03：…` without a gap, each with a title
 * of its own that says something and bears no mark of copying.
 *
 * Where they are in order, no rule about names finds anything in them, as long as as many digits are asked for.
 *
 * @param names - Sorted by code unit.
 * @returns `undefined` where a closer look is needed.
 */
export function orderOf(names: readonly string[]): NameOrder | undefined {
  const digits = names[0]?.indexOf('：') ?? 0;
  if (digits !== 2 && digits !== 3) return undefined;
  const titles = new Set<string>();
  let longest = 0;
  for (const name of names) {
    const title = titleInOrder(name, titles.size + 1, digits);
    if (title === undefined) return undefined;
    titles.add(foldName(title));
    if (name.length > longest) longest = name.length;
  }
  return titles.size === names.length ? { count: names.length, digits, longest } : undefined;
}

/** @returns `undefined` for a name that is not that of the file with this ordinal, or has more to be said of it. */
function titleInOrder(name: string, ordinal: number, digits: number): string | undefined {
  if (ordinalOf(name, digits) !== ordinal || name.length > LONGEST || !PLAIN.test(name))
    return undefined;
  const dot = name.lastIndexOf('.');
  const title = name.slice(digits + 1, dot);
  if (isVague(title) || copyMarks(title) || isJunk(name) || isShortcut(name)) return undefined;
  return title;
}

function ordinalOf(name: string, digits: number): number {
  let value = 0;
  for (let at = 0; at < digits; at += 1) {
    const code = name.charCodeAt(at);
    if (!isAsciiDigit(code)) return NaN;
    value = value * 10 + code - 0x30;
  }
  return name.charCodeAt(digits) === 0xff1a ? value : NaN;
}

/** A link of Windows' own, which is no evidence. */
function isShortcut(name: string): boolean {
  return /\.lnk$/i.test(name);
}
