/** What a folder's name says, however it was typed: for recognising a folder, never for comparing two names. */
import { editDistance } from '../text.js';

/** A folder's name taken apart. */
export interface FolderKey {
  /** `1.1` of `1.1、领导机构`, `（一）` of `（一）组织领导`; empty when it begins with none. */
  readonly code: string;
  /** The rest; the whole name when there is no code. */
  readonly name: string;
  /** The whole name, for names that only look as if they began with a code: `24字核心价值观`. */
  readonly whole: string;
}

/**
 * Digits in levels (`1.1`, `2-3`, `A-1`), Roman numerals, Chinese numerals. The last two need a separator after
 * them, or brackets around them: `三爱活动` and `IV型` are names; so do those of bonus and vetoes, `加1`.
 */
const CODE =
  /^第?[([【〔]?([A-Za-z]{0,3}[-.]?\d{1,6}(?:[.\-_]\d{1,6}){0,8}|[IVXⅠ-Ⅻ]{1,6}(?:[-.]\d{1,6}){0,8}(?=[\s)\].、:_-])|[一二三四五六七八九十百]{1,5}(?=[\s)\].、:_-])|(?:加分?|否决?|附加?)\d{1,4}(?=[\s)\].、:_-]))[)\]】〕]?[\s.、,:;_~—-]*/u;

export function folderKey(name: string): FolderKey {
  // Width and presentation forms do not matter here: `１．１领导机构`, `Ⅱ-1`, `①`.
  const plain = name
    .normalize('NFKC')
    .replace(/\p{Cf}/gu, '')
    .trim();
  const match = CODE.exec(plain);
  const whole = squash(plain);
  if (!match) return { code: '', name: whole, whole };
  const [prefix, code = ''] = match;
  return { code: codeKey(code), name: squash(plain.slice(prefix.length)), whole };
}

/** A code without the marks around it: `（一）` and `一、` are one, `1-1` and `1.1` are one. */
export function codeKey(code: string): string {
  return code
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[-_—]/g, '.')
    .replace(/^[\s第([【〔.]+|[\s)\]】〕.、,:;]+$/g, '');
}

/** Letters, digits and characters only: nobody remembers which comma a name had. */
export function squash(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\p{P}\p{Z}\p{C}\p{S}]/gu, '');
}

/** Are these two wordings of one name? One holds the other, or a third of the characters changed at most. */
export function isSimilarName(a: string, b: string): boolean {
  if (a === '' || b === '') return true;
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  if (long.includes(short) && (short.length >= 3 || short.length * 2 >= long.length)) return true;
  const limit = Math.floor(long.length / 3);
  return long.length - short.length <= limit && editDistance(a, b) <= limit;
}

/** Two names that differ in these are those of two years, quarters or grades, however alike they are. */
export function numbersIn(name: string): string {
  return (name.match(/[0-9一二三四五六七八九十]/g) ?? []).join('');
}
