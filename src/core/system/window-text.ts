/** What is wrong with the days that somebody typed, and what may have been meant. */
import type { WindowFault } from '../../messages/faults.js';
import { parseWindow } from './windows.js';
import type { Window } from './types.js';

type Fixed = Extract<Window, { readonly from: string }>;

/** Days, months or years at both ends of `..`; one alone is both. */
export function judgeWindow(typed: string): Fixed | WindowFault {
  const value = typed.trim();
  const window = fixedIn(value);
  if (window && inOrder(window)) return window;
  if (window) {
    const [first = '', last = ''] = endsOf(value);
    return { value, wrong: 'order', part: undefined, meant: `${last}..${first}` };
  }
  const ends = endsOf(value);
  const isForm = ends.length <= 2 && ends.every((end, at) => isDayLike(end) || (at > 0 && !end));
  const part = isForm ? ends.find((end) => end !== '' && !fixedIn(end)) : undefined;
  if (part !== undefined) return { value, wrong: 'no-day', part, meant: undefined };
  return { value, wrong: 'form', part: undefined, meant: meantBy(value) };
}

export function isWindowFault(judged: Fixed | WindowFault): judged is WindowFault {
  return 'wrong' in judged;
}

function fixedIn(text: string): Fixed | undefined {
  const window = parseWindow(text.includes('..') ? text : `${text}..${text}`);
  return window && 'from' in window ? window : undefined;
}

function inOrder({ from, to }: Fixed): boolean {
  return to === undefined || from <= to;
}

function endsOf(text: string): string[] {
  return text.split('..');
}

function isDayLike(text: string): boolean {
  return /^\d{4}(?:-\d{2}){0,2}$/.test(text);
}

/** What people write for a day, and between two days. */
const DAY = /(\d{4})(?:\s*[-./年]\s*(\d{1,2})(?:\s*[-./月]\s*(\d{1,2}))?)?\s*[年月日]?/;
const BETWEEN = /\s*(?:\.+|…+|-+|~+|〜|—+|–+|至|到|、|,|to)\s*/i;
const TWO_DAYS = new RegExp(`^${DAY.source}(?:${BETWEEN.source}${DAY.source})?$`, 'i');

/** `2018-2020`, `2018年1月至2020年12月`, `2018/1/1~2020/12/31`, in digits of either width. */
function meantBy(text: string): string | undefined {
  const found = TWO_DAYS.exec(text.slice(0, 60).normalize('NFKC'));
  const parts: readonly (string | undefined)[] = found?.slice(1) ?? [];
  if (parts.length === 0) return undefined;
  const day = (from: number) =>
    parts
      .slice(from, from + 3)
      .filter((part) => part !== undefined)
      .map((part) => part.padStart(2, '0'))
      .join('-');
  const [first, last] = [day(0), day(3)];
  const meant = last === '' ? first : `${first}..${last}`;
  const window = fixedIn(meant);
  return window && inOrder(window) ? meant : undefined;
}
