/**
 * The ordinal at the start of a name, read as tolerantly as is safe.
 *
 * When in doubt it is part of the title: a number kept in a title is seen and costs nothing, one taken from it is
 * lost. `3.15活动`, `1-3月总结`, `1、2月简报`, `24小时`, `1+1结对` and `2020-计划` have no ordinal.
 */
import { digitValue, isBlank, isHan, numeralValue } from './characters.js';

/** Where the parts of a name with an ordinal begin and end. */
interface Ordinal {
  readonly value: number;
  readonly digitsFrom: number;
  readonly digitsTo: number;
  readonly titleFrom: number;
}

const NONE = 0;
const COLON = 1;
/** `、` `.` `,` and the like. */
const LIST = 2;
const DASH = 3;
const UNDERSCORE = 4;
const BAR = 5;

/** More digits than this are no exact number any more. */
const MOST_DIGITS = 15;

/** @returns The ordinal between `from` and `to`, where no extension and no blank stands at the ends. */
export function readOrdinal(name: string, from: number, to: number): Ordinal | undefined {
  if (from >= to) return undefined;
  const code = name.charCodeAt(from);
  if (digitValue(code) >= 0) return readDigits(name, from, to);
  if (code < 0x80) return code === 0x28 || code === 0x5b ? readEnclosed(name, from, to) : undefined;
  if (code === 0x7b2c) return readNumbered(name, from, to); // 第
  if (code === 0xff08 || code === 0x3010 || code === 0x3014) return readEnclosed(name, from, to);
  const circled = circledValue(code);
  if (circled > 0) return after(name, circled, from, from + 1, to);
  if (numeralValue(code) > 0) return readNumeral(name, from, to);
  return undefined;
}

function readDigits(name: string, from: number, to: number): Ordinal | undefined {
  const digitsTo = skipDigits(name, from, to);
  const count = digitsTo - from;
  if (count > MOST_DIGITS) return undefined;
  const found = (titleFrom: number): Ordinal => ({
    value: numberOf(name, from, digitsTo),
    digitsFrom: from,
    digitsTo,
    titleFrom,
  });
  const separatorAt = skipBlanks(name, digitsTo, to);
  const kind = separatorAt < to ? separatorKind(name.charCodeAt(separatorAt)) : NONE;
  if (kind === COLON) return found(skipSeparators(name, separatorAt, to, COLON));
  if (count > 3) return undefined;
  if (separatorAt === to) return found(to);
  if (kind === NONE) {
    if (isClosing(name.charCodeAt(separatorAt)))
      return after(name, numberOf(name, from, digitsTo), from, digitsTo, to, separatorAt + 1);
    const padded = count > 1 && digitValue(name.charCodeAt(from)) === 0;
    const reads =
      separatorAt > digitsTo
        ? (count < 3 || padded) && mayFollowSpace(name, separatorAt, to)
        : padded && mayFollowNothing(name.charCodeAt(separatorAt));
    return reads ? found(separatorAt) : undefined;
  }
  const titleFrom = skipSeparators(name, separatorAt, to, kind);
  const spaced = kind === LIST && isBlank(name.charCodeAt(titleFrom - 1));
  return spaced || mayFollowWeak(name, titleFrom, to) ? found(titleFrom) : undefined;
}

/** `（1）`, `【1】`, `（一）`; `〔2020〕` is a year. */
function readEnclosed(name: string, from: number, to: number): Ordinal | undefined {
  const digitsFrom = skipBlanks(name, from + 1, to);
  const number = readShortNumber(name, digitsFrom, to);
  if (!number) return undefined;
  const closing = skipBlanks(name, number.to, to);
  if (closing >= to || !isClosing(name.charCodeAt(closing))) return undefined;
  const next = closing + 1 < to ? name.charCodeAt(closing + 1) : 0;
  // （3）班 and （2）号楼 are things, not ordinals.
  if (next === 0x73ed || next === 0x53f7) return undefined;
  return after(name, number.value, digitsFrom, number.to, to, closing + 1);
}

/** `第1号 标题`; `第1号文件` and `第3期简报` are titles. */
function readNumbered(name: string, from: number, to: number): Ordinal | undefined {
  const number = readShortNumber(name, from + 1, to);
  if (!number || number.to >= to || name.charCodeAt(number.to) !== 0x53f7) return undefined;
  const next = number.to + 1;
  if (next >= to) return undefined;
  const code = name.charCodeAt(next);
  if (!isBlank(code) && separatorKind(code) === NONE) return undefined;
  return after(name, number.value, from + 1, number.to, to, next);
}

/** `一、标题`; `一、二季度总结` is a title. */
function readNumeral(name: string, from: number, to: number): Ordinal | undefined {
  const number = readShortNumber(name, from, to);
  if (!number || number.to >= to) return undefined;
  const kind = separatorKind(name.charCodeAt(number.to));
  if (kind !== COLON && kind !== LIST) return undefined;
  const titleFrom = skipSeparators(name, number.to, to, kind);
  const next = titleFrom < to ? name.charCodeAt(titleFrom) : 0;
  if (kind === LIST && (numeralValue(next) > 0 || digitValue(next) >= 0)) return undefined;
  return { value: number.value, digitsFrom: from, digitsTo: number.to, titleFrom };
}

/** An ordinal that is plain from its digits and bracket; one more kind of separator may follow. */
function after(
  name: string,
  value: number,
  digitsFrom: number,
  digitsTo: number,
  to: number,
  separatorFrom = digitsTo,
): Ordinal {
  let titleFrom = skipBlanks(name, separatorFrom, to);
  const kind = titleFrom < to ? separatorKind(name.charCodeAt(titleFrom)) : NONE;
  if (kind !== NONE) titleFrom = skipSeparators(name, titleFrom, to, kind);
  return { value, digitsFrom, digitsTo, titleFrom };
}

/** One to three digits, or a Chinese numeral up to 九十九. */
function readShortNumber(
  name: string,
  from: number,
  to: number,
): { value: number; to: number } | undefined {
  const digitsTo = skipDigits(name, from, to);
  if (digitsTo > from)
    return digitsTo - from > 3
      ? undefined
      : { value: numberOf(name, from, digitsTo), to: digitsTo };
  let value = 0;
  let at = from;
  for (; at < to && at < from + 3; at += 1) {
    const numeral = numeralValue(name.charCodeAt(at));
    if (numeral === 0) break;
    if (numeral === 10) {
      if (value >= 10) return undefined;
      value = Math.max(1, value) * 10;
    } else if (at > from && value % 10 !== 0) return undefined;
    else if (at > from && value < 10) return undefined;
    else value += numeral;
  }
  if (at < to && numeralValue(name.charCodeAt(at)) > 0) return undefined;
  return value > 0 ? { value, to: at } : undefined;
}

/** After `.` `-` `_`: a digit means a date, a range or a part number, unless a year begins there. */
function mayFollowWeak(name: string, at: number, to: number): boolean {
  return at >= to || digitValue(name.charCodeAt(at)) < 0 || startsWithYear(name, at, to);
}

/** After a space: `5 月 4 日` and `24 小时` are no ordinals, `1 年度计划` is one. */
function mayFollowSpace(name: string, at: number, to: number): boolean {
  if (!mayFollowWeak(name, at, to)) return false;
  const word = name.slice(at, Math.min(at + 2, to));
  return !/^(?:月(?![度报刊])|日(?![常志报程期])|年(?![度终初审检报鉴轻])|号(?!召)|个月|小时|周年)/.test(
    word,
  );
}

/** `01标题`, but not `05年`, `08届`, `00后`, `01版`. */
function mayFollowNothing(code: number): boolean {
  return isHan(code)
    ? !'年月日号届级期季班版楼室栋后次批单时点分秒'.includes(String.fromCharCode(code))
    : code === 0x300a || code === 0x201c; // 《 “
}

/** Four digits, or eight that are a day, of a year from 1900 to 2099, and no digit after them. */
function startsWithYear(name: string, from: number, to: number): boolean {
  const count = skipDigits(name, from, Math.min(to, from + 9)) - from;
  if (count !== 4 && count !== 8) return false;
  const century = numberOf(name, from, from + 2);
  if (century !== 19 && century !== 20) return false;
  return count === 4 || isDay(name, from + 4);
}

/** Four digits at `from`, month and day? */
export function isDay(name: string, from: number): boolean {
  const month = numberOf(name, from, from + 2);
  const day = numberOf(name, from + 2, from + 4);
  return month >= 1 && month <= 12 && day >= 1 && day <= 31;
}

export function numberOf(name: string, from: number, to: number): number {
  let value = 0;
  for (let at = from; at < to; at += 1) value = value * 10 + digitValue(name.charCodeAt(at));
  return value;
}

export function skipDigits(name: string, from: number, to: number): number {
  let at = from;
  while (at < to && digitValue(name.charCodeAt(at)) >= 0) at += 1;
  return at;
}

function skipBlanks(name: string, from: number, to: number): number {
  let at = from;
  while (at < to && isBlank(name.charCodeAt(at))) at += 1;
  return at;
}

/** Past separators of one kind and the blanks around them: `--`, `： `. */
function skipSeparators(name: string, from: number, to: number, kind: number): number {
  let at = from;
  for (; at < to; at += 1) {
    const code = name.charCodeAt(at);
    if (separatorKind(code) !== kind && !isBlank(code)) break;
  }
  return at;
}

function separatorKind(code: number): number {
  switch (code) {
    case 0x3a: // :
    case 0xff1a: // ：
    case 0x2236: // ∶
    case 0xfe55: // ﹕
    case 0xa789: // ꞉
      return COLON;
    case 0x2e: // .
    case 0xff0e: // ．
    case 0x3002: // 。
    case 0x3001: // 、
    case 0x2c: // ,
    case 0xff0c: // ，
      return LIST;
    case 0x2d: // -
    case 0xff0d: // －
    case 0x2010:
    case 0x2011:
    case 0x2012:
    case 0x2013: // –
    case 0x2014: // —
    case 0x2015: // ―
    case 0x2212: // −
      return DASH;
    case 0x5f: // _
    case 0xff3f: // ＿
      return UNDERSCORE;
    case 0x7c: // |
    case 0xff5c: // ｜
      return BAR;
    default:
      return NONE;
  }
}

function isClosing(code: number): boolean {
  // ) ] ） 】 〕
  return code === 0x29 || code === 0x5d || code === 0xff09 || code === 0x3011 || code === 0x3015;
}

/** ① to ㊿, ⑴ to ⒇, ⒈ to ⒛; 0 for anything else. */
function circledValue(code: number): number {
  if (code >= 0x2460 && code <= 0x249b) return ((code - 0x2460) % 20) + 1;
  if (code >= 0x3251 && code <= 0x325f) return code - 0x3251 + 21;
  if (code >= 0x32b1 && code <= 0x32bf) return code - 0x32b1 + 36;
  return 0;
}

/** Past colons and blanks: what would be read as part of the separator. */
export function skipColons(text: string, from: number): number {
  return skipSeparators(text, from, text.length, COLON);
}
