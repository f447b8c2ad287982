import type { Day, ScoringSystem, Window } from '../system/types.js';
import { addDays, addMonths, monthsFrom, partsOf, yearsFrom } from './calendar.js';
import { parseDate } from './parse-date.js';
import type { Span } from './span.js';

/**
 * A window as days, seen from `today`, the day of the assessment.
 *
 * An open end is today. Years are calendar years, of an award term (届期) the last with today's own. Months that end
 * with the assessment are counted back from the day; those that end some months before it are whole ones
 * (测评 2017-08, 提前一个月、往前一年: 2016-08 to 2017-07).
 *
 * @returns `undefined` for a name that stands for nothing, or that in the end stands for itself.
 */
export function resolveWindow(
  window: Window | undefined,
  system: Pick<ScoringSystem, 'windows'>,
  today: Day,
): Span | undefined {
  const seen = new Set<string>();
  let own = window;
  while (own && 'name' in own) {
    if (seen.has(own.name)) return undefined;
    seen.add(own.name);
    own = Object.hasOwn(system.windows, own.name) ? system.windows[own.name] : undefined;
  }
  return own && spanOf(own, today);
}

function spanOf(window: Exclude<Window, { readonly name: string }>, today: Day): Span {
  if ('from' in window) {
    const to = window.to ?? today;
    return { from: window.from, to: to < window.from ? window.from : to };
  }
  const { year, month } = partsOf(today);
  if ('years' in window) {
    const last = window.current ? year : year - 1;
    return yearsFrom(last - window.years + 1, last);
  }
  if ('term' in window) return yearsFrom(year - window.term + 1, year);
  const { months, before } = window;
  if (before === 0) return { from: addDays(addMonths(today, -months), 1), to: today };
  const first = year * 12 + (month - 1) - before - months + 1;
  return monthsFrom(Math.floor(first / 12), (first % 12) + 1, months);
}

/** The days of an indicator's `period`: `2020-Q1`, `2020-H1`, `2020-03`, `2020`. */
export function windowOfPeriod(period: string): Span | undefined {
  return parseDate(period);
}
