import { isDay, numberOf, skipDigits } from './ordinal.js';
import { digitValue } from './characters.js';

/**
 * The year code of a title: `2020` of `2020年度工作计划`, `〔2020〕36号`, `(2020)`, `2020.5.4活动`, `20200504活动`.
 * A number that only looks like a year (`2020人`, `1998元`) is none.
 */
export function yearOf(name: string, from: number, to: number): number | undefined {
  for (let at = from; at < to; at += 1) {
    if (digitValue(name.charCodeAt(at)) < 0) continue;
    const end = skipDigits(name, at, to);
    if (isYearCode(name, at, end, from, to)) return numberOf(name, at, at + 4);
    at = end;
  }
  return undefined;
}

/** Do the digits from `at` to `end` tell a year, in a title from `from` to `to`? */
export function isYearCode(
  name: string,
  at: number,
  end: number,
  from: number,
  to: number,
): boolean {
  const count = end - at;
  if (count !== 4 && count !== 6 && count !== 8) return false;
  const century = numberOf(name, at, at + 2);
  if (century !== 19 && century !== 20) return false;
  if (count === 8) return isDay(name, at + 4);
  const next = end < to ? name.charCodeAt(end) : 0;
  if (count === 6) {
    const month = numberOf(name, at + 4, end);
    return at === from && month >= 1 && month <= 12 && !isCounted(next);
  }
  return (
    next === 0x5e74 || // 年
    (isOpening(at > from ? name.charCodeAt(at - 1) : 0) && isClosing(next)) ||
    (isDateMark(next) && end + 1 < to && digitValue(name.charCodeAt(end + 1)) >= 0) ||
    (at === from && !isCounted(next))
  );
}

function isOpening(code: number): boolean {
  // ( [ （ 【 〔 ［
  return (
    code === 0x28 ||
    code === 0x5b ||
    code === 0xff08 ||
    code === 0x3010 ||
    code === 0x3014 ||
    code === 0xff3b
  );
}

function isClosing(code: number): boolean {
  return (
    code === 0x29 ||
    code === 0x5d ||
    code === 0xff09 ||
    code === 0x3011 ||
    code === 0x3015 ||
    code === 0xff3d
  );
}

function isDateMark(code: number): boolean {
  return code === 0x2e || code === 0x2d || code === 0x5f || code === 0xff0e; // . - _ ．
}

/** What is counted rather than dated. */
function isCounted(code: number): boolean {
  return code > 0 && '人名元个份次户米吨字万张件只本册页％%'.includes(String.fromCharCode(code));
}
