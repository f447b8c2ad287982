/** What is counted once: of one day there is one activity, one meeting. */
import { daysInSpan } from '../dates/calendar.js';
import type { Span } from '../dates/span.js';
import type { Evidence } from '../evidence/types.js';

/** Longer than any activity: of 2022年 there may be many. */
const LONG_DAYS = 27;

export function dayLabel({ from, to }: Span): string {
  return from === to ? from : `${from}..${to}`;
}

/** Of a month or a year, what bears another name is something else: 2022年第1期 and 2022年第2期. */
export function onceNamed(date: Span, name: string): string {
  const day = dayLabel(date);
  return daysInSpan(date) > LONG_DAYS ? `${day} ${name}` : day;
}

/** 第1期, 第3次, 第四讲 in a title. */
const NUMBERED = /第\s*([一二三四五六七八九十百\d]+)\s*[期次讲场届轮批回课堂]/u;

/** What of its meeting's papers evidence is: of one day, or of a longer time with one number, they are of one meeting. */
export function onceOf({ date, title }: Pick<Evidence, 'date' | 'title'>): string | undefined {
  return date && onceNamed(date, NUMBERED.exec(title)?.[1] ?? '');
}
