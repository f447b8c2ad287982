import { digitValue, isSpace } from './characters.js';
import { skipDigits } from './ordinal.js';

/** Ends that tell of a copy or a version, longest first. */
const SUFFIXES = [
  '最终修改版',
  '最终定稿',
  '最终版',
  '最终稿',
  '修改版',
  '修改稿',
  '定稿版',
  'final',
  '副本',
  '拷贝',
  '复件',
  '终稿',
  '终版',
  '定稿',
  '最终',
  'copy',
];

const PREFIXES = ['copy of ', '副本-', '副本_', '副本 ', '复件-', '复件_', '复件 '];

/**
 * A title without what copying and saving again left on it: `(1)`, `（2）`, `副本`, ` - Copy`, `最终版2`, `（定稿）`.
 *
 * A number in brackets that may be a year stays, and so does `副本` of a licence (`营业执照副本`, `证书副本`).
 * When nothing would be left the title stays as it is.
 */
export function cleanTitle(title: string): string {
  const whole = trimEnds(title);
  let from = 0;
  let to = whole.length;
  for (;;) {
    const nextFrom = afterPrefix(whole, from, to);
    const nextTo = beforeSuffix(whole, nextFrom, to);
    if (nextFrom === from && nextTo === to) return whole.slice(from, to);
    if (nextFrom >= nextTo) return whole.slice(from, to);
    from = nextFrom;
    to = nextTo;
  }
}

function trimEnds(title: string): string {
  let from = 0;
  let to = title.length;
  while (from < to && isSpace(title.charCodeAt(from))) from += 1;
  while (to > from && isSpace(title.charCodeAt(to - 1))) to -= 1;
  return title.slice(from, to);
}

function afterPrefix(title: string, from: number, to: number): number {
  const start = title.slice(from, Math.min(from + 8, to)).toLowerCase();
  const prefix = PREFIXES.find((word) => start.startsWith(word));
  if (prefix === undefined) return from;
  let at = from + prefix.length;
  while (at < to && isJoint(title.charCodeAt(at))) at += 1;
  return at < to ? at : from;
}

/** Where the title ends when its last mark of a copy is left out; `to` when it has none. */
function beforeSuffix(title: string, from: number, to: number): number {
  const end = isClosing(title.charCodeAt(to - 1))
    ? beforeBracket(title, from, to)
    : beforeWord(title, from, to);
  if (end === to) return to;
  let at = end;
  while (at > from && isJoint(title.charCodeAt(at - 1))) at -= 1;
  return at > from ? at : to;
}

/** `(1)`, `（最终版）`: one or two digits, or a word of `SUFFIXES`. */
function beforeBracket(title: string, from: number, to: number): number {
  let open = to - 2;
  const lowest = Math.max(from, to - 14);
  while (open >= lowest && !isOpening(title.charCodeAt(open))) open -= 1;
  if (open < lowest) return to;
  const inner = title.slice(open + 1, to - 1).trim();
  if (inner === '') return to;
  const digits = skipDigits(inner, 0, inner.length);
  if (digits === inner.length) return digits <= 2 ? open : to;
  return beforeWord(inner, 0, inner.length) === 0 ? open : to;
}

/** `最终版2`, `最终版_v3`, ` - 副本`, `_final`. */
function beforeWord(title: string, from: number, to: number): number {
  let end = to;
  while (end > from && to - end < 3 && digitValue(title.charCodeAt(end - 1)) >= 0) end -= 1;
  // `最终版_v3`: a version counts only behind a word that tells of one.
  if (end < to && /v/i.test(title.charAt(end - 1))) {
    end -= 1;
    while (end > from && isJoint(title.charCodeAt(end - 1))) end -= 1;
  }
  while (end > from && isSpace(title.charCodeAt(end - 1))) end -= 1;
  const tail = title.slice(Math.max(from, end - 6), end).toLowerCase();
  const word = SUFFIXES.find((suffix) => tail.endsWith(suffix));
  if (word === undefined) return to;
  const at = end - word.length;
  const before = at > from ? title.charAt(at - 1) : '';
  if (word === '副本' && '证照书'.includes(before) && before !== '') return to;
  // Part of a longer English word: `semifinal`.
  if (word.charCodeAt(0) < 0x80 && /[a-z]/i.test(before)) return to;
  return at;
}

/** Space, `-` or `_` between a title and its mark. */
function isJoint(code: number): boolean {
  return isSpace(code) || code === 0x2d || code === 0x5f || code === 0x2014 || code === 0xff0d;
}

function isOpening(code: number): boolean {
  return code === 0x28 || code === 0xff08 || code === 0x5b || code === 0x3010;
}

function isClosing(code: number): boolean {
  return code === 0x29 || code === 0xff09 || code === 0x5d || code === 0x3011;
}
