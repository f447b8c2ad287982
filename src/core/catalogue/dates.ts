/** Days as catalogues write them: eight digits, or as many as are known. */
import { addDays } from '../dates/calendar.js';
import type { Span } from '../dates/span.js';

/** `20200312`; of a month `202003`, of a year `2020`; of a longer stretch its first and last: `202001-202003`. */
export function dateCell(span: Span): string {
  const { first, last } = spanEnds(span);
  return first === last ? first : `${first}-${last}`;
}

/** First and last of a stretch of days, each as fine as the stretch is known: years, months or days. */
function spanEnds({ from, to }: Span): { readonly first: string; readonly last: string } {
  const digits = digitsOf({ from, to });
  return { first: packed(from, digits), last: packed(to, digits) };
}

function digitsOf({ from, to }: Span): number {
  if (from.endsWith('-01-01') && to.endsWith('-12-31')) return 4;
  return from.endsWith('-01') && addDays(to, 1).endsWith('-01') ? 6 : 8;
}

function packed(day: string, digits: number): string {
  return day.replaceAll('-', '').slice(0, digits);
}

/** From the earliest of several dates to the latest; `undefined` when there are none. */
export function extentOf(spans: readonly Span[]): { from: string; to: string } | undefined {
  const [first, ...rest] = spans;
  if (!first) return undefined;
  const earliest = rest.reduce((best, each) => (each.from < best.from ? each : best), first);
  const latest = rest.reduce((best, each) => (each.to > best.to ? each : best), first);
  return { from: spanEnds(earliest).first, to: spanEnds(latest).last };
}
