import { compareText } from '../text.js';
import { digitValue } from './characters.js';
import { skipDigits } from './ordinal.js';

/** As a person counts: `图2` before `图10`. What is equal in that is ordered by code unit. One pass. */
export function compareNatural(a: string, b: string): number {
  let i = 0;
  let j = 0;
  while (i < a.length && j < b.length) {
    const left = a.charCodeAt(i);
    const right = b.charCodeAt(j);
    if (digitValue(left) >= 0 && digitValue(right) >= 0) {
      const iEnd = skipDigits(a, i, a.length);
      const jEnd = skipDigits(b, j, b.length);
      const order = compareDigits(a, i, iEnd, b, j, jEnd);
      if (order !== 0) return order;
      i = iEnd;
      j = jEnd;
    } else if (left !== right) {
      return plain(left) - plain(right);
    } else {
      i += 1;
      j += 1;
    }
  }
  return a.length - i - (b.length - j) || compareText(a, b);
}

/** A full-width digit stands where the ASCII one does. */
function plain(code: number): number {
  const digit = digitValue(code);
  return digit < 0 ? code : 0x30 + digit;
}

/** By value, however long. */
function compareDigits(
  a: string,
  aFrom: number,
  aTo: number,
  b: string,
  bFrom: number,
  bTo: number,
): number {
  let i = aFrom;
  let j = bFrom;
  while (i < aTo - 1 && digitValue(a.charCodeAt(i)) === 0) i += 1;
  while (j < bTo - 1 && digitValue(b.charCodeAt(j)) === 0) j += 1;
  if (aTo - i !== bTo - j) return aTo - i - (bTo - j);
  for (; i < aTo; i += 1, j += 1) {
    const order = digitValue(a.charCodeAt(i)) - digitValue(b.charCodeAt(j));
    if (order !== 0) return order;
  }
  return 0;
}
