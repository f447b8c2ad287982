import { compareText } from '../text.js';
import { digitValue, numeralValue, stemValue } from './characters.js';
import { skipDigits } from './ordinal.js';

/**
 * As a person counts: `图2` before `图10`, `二、` before `三、` and `十一、`, `甲` before `乙`. What is equal in that is
 * ordered by code unit.
 * One pass.
 */
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
    } else if (numeralValue(left) > 0 && numeralValue(right) > 0) {
      const [one, other] = [readNumeral(a, i), readNumeral(b, j)];
      if (one.value !== other.value) return one.value - other.value;
      i = one.to;
      j = other.to;
    } else if (left !== right) {
      return plain(left) - plain(right) || stemValue(left) - stemValue(right);
    } else {
      i += 1;
      j += 1;
    }
  }
  return a.length - i - (b.length - j) || compareText(a, b);
}

/** A full-width digit stands where the ASCII one does, all numerals where 一 does, and 乙 to 癸 where 甲 does. */
function plain(code: number): number {
  const digit = digitValue(code);
  if (digit >= 0) return 0x30 + digit;
  if (numeralValue(code) > 0) return 0x4e00;
  return stemValue(code) > 0 ? 0x7532 : code;
}

/** 一 to 九十九. */
function readNumeral(text: string, from: number): { readonly value: number; readonly to: number } {
  const at = (nth: number) => numeralValue(text.charCodeAt(from + nth));
  const hasTens = at(0) < 10 && at(1) === 10;
  const tens = at(0) === 10 ? 1 : hasTens ? at(0) : 0;
  if (tens === 0) return { value: at(0), to: from + 1 };
  const length = hasTens ? 2 : 1;
  const ones = at(length) < 10 ? at(length) : 0;
  return { value: tens * 10 + ones, to: from + length + (ones > 0 ? 1 : 0) };
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
