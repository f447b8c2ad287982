import { addDays, daysInSpan, partsOf, weekdayOf } from './calendar.js';
import type { Span } from './span.js';

/**
 * The shortest text for a stretch of days, which `parseDate` reads back: `2020`, `2020-H1`, `2020-Q1`, `2020-03`,
 * `2020-W12`, `2020-03-12`, `2018..2020`, else first and last day.
 */
export function spanLabel({ from, to }: Span): string {
  if (from === to) return from;
  const first = partsOf(from);
  const last = partsOf(to);
  if (first.day === 1 && addDays(to, 1).endsWith('-01')) {
    const months = (last.year - first.year) * 12 + last.month - first.month + 1;
    const year = from.slice(0, 4);
    if (months === 1) return from.slice(0, 7);
    if (months === 3 && first.month % 3 === 1) return `${year}-Q${(first.month + 2) / 3}`;
    if (months === 6 && first.month % 6 === 1) return `${year}-H${(first.month + 5) / 6}`;
    if (months % 12 === 0 && first.month === 1)
      return months === 12 ? year : `${year}..${to.slice(0, 4)}`;
  }
  return weekLabel({ from, to }) ?? `${from}..${to}`;
}

function weekLabel({ from, to }: Span): string | undefined {
  if (weekdayOf(from) !== 1 || addDays(from, 6) !== to) return undefined;
  // A week is of the year that its Thursday is in.
  const thursday = addDays(from, 3);
  const year = thursday.slice(0, 4);
  const week = Math.ceil(daysInSpan({ from: `${year}-01-01`, to: thursday }) / 7);
  return `${year}-W${String(week).padStart(2, '0')}`;
}
