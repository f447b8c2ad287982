import { digitValue, isAsciiDigit, isAsciiLetter, isBlank } from './characters.js';
import { readOrdinal } from './ordinal.js';
import type { EvidenceName } from './types.js';
import { yearOf } from './year-code.js';

/**
 * As most evidence is named: digits, a colon, a title without dots, an extension. One look tells, which takes a tenth of
 * the time of taking a name apart.
 */
const ORDINARY =
  /^\d{1,15}[:：][-\w、—“”《》（）\u3400-\u9fff][-\w 、—“”《》（）\u3400-\u9fff]*\.[A-Za-z][A-Za-z\d]{0,9}$/;

/** Longer ends are not taken for extensions. */
const LONGEST_EXTENSION = 10;

/**
 * Take an evidence name apart, in one pass whatever it holds.
 *
 * `digits + separator + title + extension` is the name again, but for what is not worth keeping: blanks at the
 * start, blanks and dots at the end (Windows drops them), and `（`, `【` or `第` before the digits.
 */
export function parseName(name: string): EvidenceName {
  if (ORDINARY.test(name)) return ordinaryParts(name);
  let from = 0;
  while (from < name.length && isBlank(name.charCodeAt(from))) from += 1;
  let to = name.length;
  while (to > from && isDropped(name.charCodeAt(to - 1))) to -= 1;
  const titleTo = extensionStart(name, from, to);
  const ordinal = readOrdinal(name, from, titleTo);
  const titleFrom = ordinal ? ordinal.titleFrom : from;
  return {
    ordinal: ordinal?.value,
    digits: ordinal ? name.slice(ordinal.digitsFrom, ordinal.digitsTo) : '',
    separator: ordinal ? name.slice(ordinal.digitsTo, titleFrom) : '',
    title: name.slice(titleFrom, titleTo),
    extension: name.slice(titleTo, to),
    year: yearOf(name, titleFrom, titleTo),
  };
}

function ordinaryParts(name: string): EvidenceName {
  let colon = 1;
  while (isAsciiDigit(name.charCodeAt(colon))) colon += 1;
  const digits = name.slice(0, colon);
  const dot = name.lastIndexOf('.');
  const title = name.slice(colon + 1, dot);
  return {
    ordinal: Number(digits),
    digits,
    separator: name.charAt(colon),
    title,
    extension: name.slice(dot),
    // Fewer digits are no year.
    year: /\d{4}/.test(title) ? yearOf(title, 0, title.length) : undefined,
  };
}

/**
 * Where the extension begins, its dot included; `to` when there is none.
 * `3.15活动`, `方案v1.2` and a name that begins with its only dot have none; `.tar.gz` is one.
 */
export function extensionStart(name: string, from: number, to: number): number {
  const lowest = Math.max(from, to - LONGEST_EXTENSION - 1);
  let at = to - 1;
  while (at > lowest && isExtensionUnit(name.charCodeAt(at))) at -= 1;
  if (at <= from || at === to - 1 || name.charCodeAt(at) !== 0x2e) return to;
  if (digitValue(name.charCodeAt(at + 1)) >= 0 && !/^\.(?:7z|3gp|3g2)$/i.test(name.slice(at, to)))
    return to;
  const tar = at - 4;
  return tar > from && name.charCodeAt(tar) === 0x2e && /^\.tar$/i.test(name.slice(tar, at))
    ? tar
    : at;
}

function isExtensionUnit(code: number): boolean {
  return isAsciiLetter(code) || isAsciiDigit(code);
}

function isDropped(code: number): boolean {
  return code === 0x2e || isBlank(code);
}
