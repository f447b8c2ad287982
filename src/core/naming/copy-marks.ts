/** The marks of copying and saving again that `cleanTitle` takes from a title, told apart from it. */
import { SPACES } from './characters.js';
import { cleanTitle } from './clean-title.js';

export interface CopyMarks {
  /** The title without them. */
  readonly title: string;
  /** As written, `(1)`, `最终版`; before the title and behind it. */
  readonly marks: readonly string[];
}

/** @returns `undefined` for a title that has none. */
export function copyMarks(title: string): CopyMarks | undefined {
  if (!MAY_HAVE_MARKS.test(title)) return undefined;
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
 * last character that there is nothing to clean. Behind the last there may be what a version's number is made of,
 * `最终版2`, `v2.1`; and 文件 is what most titles end with.
 */
const FIRST = '（([［【〔副复拷cCfF最终修改审确定正新第';
const LAST = '）)\\]］】〕版稿本贝终定改订好后过完新lnytdrvLNYTDRVｌｎｙｔｄｒｖＬＮＹＴＤＲＶ';
export const MAY_BEGIN_WITH_MARKS = `[${SPACES}]*[${FIRST}]`;
export const MAY_END_WITH_MARKS = `(?:复件|[${LAST}])[0-9０-９.${SPACES}]*`;
const MAY_HAVE_MARKS = new RegExp(`^${MAY_BEGIN_WITH_MARKS}|${MAY_END_WITH_MARKS}$`);
