import { digitValue, isAsciiDigit, isAsciiLetter, isBlank } from './characters.js';
import { readOrdinal } from './ordinal.js';
import type { EvidenceName } from './types.js';
import { yearOf } from './year-code.js';

/** Longer ends are not taken for extensions. */
const LONGEST_EXTENSION = 10;

/**
 * Take an evidence name apart, in one pass whatever it holds.
 *
 * `digits + separator + title + extension` is the name again, but for what is not worth keeping: blanks at the
 * start, blanks and dots at the end (Windows drops them), and `（`, `【` or `第` before the digits.
 */
export function parseName(name: string): EvidenceName {
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
