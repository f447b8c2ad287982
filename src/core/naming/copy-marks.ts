/** The marks of copying and saving again that `cleanTitle` takes from a title, told apart from it. */
import { digitValue, isSpace } from './characters.js';
import { cleanTitle } from './clean-title.js';

export interface CopyMarks {
  /** The title without them. */
  readonly title: string;
  /** As written, `(1)`, `最终版`; before the title and behind it. */
  readonly marks: readonly string[];
}

/** @returns `undefined` for a title that has none. */
export function copyMarks(title: string): CopyMarks | undefined {
  if (!mayHaveMarks(title)) return undefined;
  const clean = cleanTitle(title);
  const from = title.indexOf(clean);
  const marks = [title.slice(0, from), title.slice(from + clean.length)]
    .map((mark) => mark.replace(/^[\s_—－-]+|[\s_—－-]+$/g, ''))
    .filter((mark) => mark !== '');
  return marks.length > 0 ? { title: clean, marks } : undefined;
}

/** `(1)`, `（12）`, ` 2`: programs number copies so, and people the photos of a set. */
export function isNumber(mark: string): boolean {
  return /^[([（【［]?\s*[0-9０-９]{1,3}\s*[)\]）】］]?$/.test(mark);
}

/**
 * Cleaning takes longer than everything else that is asked of a name: nearly every title shows by its first and its
 * last character that there is nothing to clean.
 */
function mayHaveMarks(title: string): boolean {
  let last = title.length - 1;
  while (last > 0 && isPassedOver(title.charCodeAt(last))) last -= 1;
  const end = title.charCodeAt(last);
  let first = 0;
  while (first < last && isSpace(title.charCodeAt(first))) first += 1;
  if (FIRST.has(title.charCodeAt(first))) return true;
  // 文件 is what most titles end with.
  return end === COPY ? title.charCodeAt(last - 1) === DOUBLE : LAST.has(end);
}

/** What a version's number is made of: `最终版2`, `v2.1`. Alone at the end of a title it is no mark. */
function isPassedOver(code: number): boolean {
  return digitValue(code) >= 0 || code === 0x2e || isSpace(code);
}

const COPY = '件'.charCodeAt(0);
const DOUBLE = '复'.charCodeAt(0);
const FIRST = codesOf('（([［【〔副复拷cCfF最终修改审确定正新第');
const LAST = codesOf(
  '）)]］】〕版稿本贝终定改订好后过完新lnytdrvLNYTDRVｌｎｙｔｄｒｖＬＮＹＴＤＲＶ',
);

function codesOf(characters: string): ReadonlySet<number> {
  return new Set(Array.from(characters, (character) => character.charCodeAt(0)));
}
