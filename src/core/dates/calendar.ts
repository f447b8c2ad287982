/** Days, months and years as the calendar has them. No clock, no time zone: a day is `YYYY-MM-DD`. */
import type { Day } from '../system/types.js';
import { compareText } from '../text.js';
import type { Span } from './span.js';

const MS_PER_DAY = 86_400_000;

/** Year, month and day as numbers, the month from 1. */
interface CalendarDay {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

export function daysIn(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

/** `undefined` for a thirteenth month, 30 February and the like. */
export function dayOf(year: number, month: number, day: number): Day | undefined {
  if (month < 1 || month > 12 || day < 1 || day > daysIn(year, month)) return undefined;
  return format(year, month, day);
}

/** A day as `YYYY-MM-DD`, and one that the calendar has? */
export function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/u.test(text)) return false;
  const { year, month, day } = partsOf(text);
  return dayOf(year, month, day) === text;
}

/** What would be before the year 1 is in it: only a slip such as a term of 3000 years gets there. */
function format(year: number, month: number, day: number): Day {
  const digits = (value: number, count: number) => String(value).padStart(count, '0');
  return `${digits(Math.max(year, 1), 4)}-${digits(month, 2)}-${digits(day, 2)}`;
}

export function partsOf(day: Day): CalendarDay {
  return {
    year: Number(day.slice(0, 4)),
    month: Number(day.slice(5, 7)),
    day: Number(day.slice(8, 10)),
  };
}

/** `count` months that begin with this one. */
export function monthsFrom(year: number, month: number, count: number): Span {
  const last = year * 12 + (month - 1) + count - 1;
  const lastYear = Math.floor(last / 12);
  const lastMonth = (last % 12) + 1;
  return {
    from: format(year, month, 1),
    to: format(lastYear, lastMonth, daysIn(lastYear, lastMonth)),
  };
}

/** First day of one year to the last day of another. */
export function yearsFrom(first: number, last: number): Span {
  return { from: format(first, 1, 1), to: format(last, 12, 31) };
}

/** The same day `months` later (or earlier), or the last of that month when it has no such day. */
export function addMonths(day: Day, months: number): Day {
  const { year, month, day: date } = partsOf(day);
  const sum = year * 12 + (month - 1) + months;
  const newYear = Math.floor(sum / 12);
  const newMonth = sum - newYear * 12 + 1;
  return format(newYear, newMonth, Math.min(date, daysIn(newYear, newMonth)));
}

export function addDays(day: Day, days: number): Day {
  return dayOfNumber(numberOfDay(day) + days);
}

/** Is each day of it in one of the others? */
export function isCovered({ from, to }: Span, others: readonly Span[]): boolean {
  let day = from;
  for (const other of others.toSorted((a, b) => compareText(a.from, b.from))) {
    if (other.from <= day && other.to >= day) day = addDays(other.to, 1);
  }
  return day > to;
}

/** Monday is 1, Sunday 7. */
export function weekdayOf(day: Day): number {
  return ((((numberOfDay(day) + 3) % 7) + 7) % 7) + 1;
}

/** Days in a stretch, both ends included. */
export function daysInSpan({ from, to }: Span): number {
  if (from === to) return 1;
  return numberOfDay(to) - numberOfDay(from) + 1;
}

/** The week as GB/T 7408 (ISO 8601) numbers them: Monday to Sunday, the first has 4 January. */
export function weekOf(year: number, week: number): Span | undefined {
  const fourth = format(year, 1, 4);
  const from = addDays(fourth, 1 - weekdayOf(fourth) + (week - 1) * 7);
  const thursday = addDays(from, 3);
  if (week < 1 || partsOf(thursday).year !== year) return undefined;
  return { from, to: addDays(from, 6) };
}

function numberOfDay(day: Day): number {
  const { year, month, day: date } = partsOf(day);
  const at = new Date(0);
  // Not Date.UTC, which takes the years 0 to 99 for 1900 to 1999.
  at.setUTCFullYear(year, month - 1, date);
  return at.getTime() / MS_PER_DAY;
}

function dayOfNumber(number: number): Day {
  const at = new Date(number * MS_PER_DAY);
  return format(at.getUTCFullYear(), at.getUTCMonth() + 1, at.getUTCDate());
}
