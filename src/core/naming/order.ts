/** Folders whose names are all in order, which most are: nothing more needs to be asked of a name there. */
import { anyCase } from '../text.js';
import { isAsciiDigit } from './characters.js';
import { copyMarks, MAY_BEGIN_WITH_MARKS, MAY_END_WITH_MARKS } from './copy-marks.js';
import { isJunk, JUNK_EXTENSIONS } from './junk.js';
import { isVague, MAY_BE_VAGUE } from './vague-title.js';

/** What is known of the names of a folder's files when they are in order. */
export interface NameOrder {
  /** All of them, `BETWEEN` between. */
  readonly text: string;
  readonly count: number;
  /** That each ordinal is written with. */
  readonly digits: number;
  /** Length of the longest name, in UTF-16 units. */
  readonly longest: number;
}

/** No name holds it. */
export const BETWEEN = '\0';

/**
 * Characters of titles that every system takes and folding leaves apart, but for the case of ASCII letters. `锟` is none
 * of them: `锟斤拷` says nothing wherever in a title it stands.
 */
const ORDINARY = '-\\w、—“”《》（）\\u3400-\\u951e\\u9520-\\u9fff';
const TITLE = `[${ORDINARY}][${ORDINARY} ]*`;
const EXTENSION = '[A-Za-z][A-Za-z\\d]{0,9}';

const PLAIN = new RegExp(`^\\d+：${TITLE}\\.${EXTENSION}$`);

/** Of plain names, titles that surely say something and bear no mark of copying, and extensions of evidence. */
const CLEAR_TITLE = `(?!${MAY_BE_VAGUE}|${MAY_BEGIN_WITH_MARKS})${TITLE}\\.(?<!${MAY_END_WITH_MARKS}\\.)`;
const NO_EVIDENCE = [...JUNK_EXTENSIONS, '.lnk'].map((extension) => anyCase(extension.slice(1)));
const CLEAR_EXTENSION = `(?!(?:${NO_EVIDENCE.join('|')})(?:${BETWEEN}|$))${EXTENSION}`;

/** As many such names as there are one after the other: to look at them at once takes a fifth of the time. */
const CLEAR = new RegExp(`(?:\\d+：${CLEAR_TITLE}${CLEAR_EXTENSION}(?:${BETWEEN}|$))*`, 'y');

/** In UTF-8 a character of such names takes three bytes at most, and 255 is what systems allow. */
const LONGEST = 80;

/**
 * Look the names of a folder's files over once. In order are `01：…`, `02：…`, `03：…` without a gap, each with a title
 * of its own that says something and bears no mark of copying. They are sorted by code unit, then.
 *
 * Where they are in order, no rule about names finds anything in them, as long as as many digits are asked for.
 *
 * @returns `undefined` where a closer look is needed.
 */
export function orderOf(names: readonly string[]): NameOrder | undefined {
  const digits = names[0]?.indexOf('：') ?? 0;
  if (digits !== 2 && digits !== 3) return undefined;
  const titles = new Set<number>();
  let longest = 0;
  for (const name of names) {
    if (ordinalOf(name, digits) !== titles.size + 1) return undefined;
    titles.add(titleHash(name, digits + 1));
    if (name.length > longest) longest = name.length;
  }
  if (titles.size < names.length || longest > LONGEST) return undefined;
  const text = names.join(BETWEEN);
  return areAllPlain(text) ? { text, count: names.length, digits, longest } : undefined;
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

/**
 * Of what stands before the dot, whatever the case of ASCII letters (FNV-1a). Two titles that have one hash may be one;
 * that they are not, a closer look tells.
 */
function titleHash(name: string, from: number): number {
  let hash = 0x811c9dc5 | 0;
  for (let at = from; at < name.length; at += 1) {
    const code = name.charCodeAt(at);
    if (code === 0x2e) break;
    hash = Math.imul(hash ^ (code >= 0x41 && code <= 0x5a ? code + 0x20 : code), 0x01000193);
  }
  return hash;
}

/** Is nothing to be said of any name? Few have to be looked at by themselves. */
function areAllPlain(text: string): boolean {
  for (let at = 0; at < text.length;) {
    CLEAR.lastIndex = at;
    CLEAR.test(text);
    at = CLEAR.lastIndex;
    if (at === text.length) break;
    const end = text.indexOf(BETWEEN, at);
    const name = text.slice(at, end < 0 ? text.length : end);
    if (!isPlain(name)) return false;
    at += name.length + 1;
  }
  return true;
}

function isPlain(name: string): boolean {
  if (!PLAIN.test(name)) return false;
  const title = name.slice(name.indexOf('：') + 1, name.indexOf('.'));
  return !isVague(title) && !copyMarks(title) && !isJunk(name) && !/\.lnk$/i.test(name);
}
