import type { Period } from '../coverage/types.js';
import type { Day, Period as Every } from '../system/types.js';
import { addDays, addMonths, daysInSpan, monthsFrom, partsOf } from './calendar.js';
import { spanLabel } from './label.js';
import { overlaps, type Span } from './span.js';

/** No window has more; a slip such as `0001-01-01..9999-12-31` must not make hundreds of thousands. */
const MOST_PERIODS = 5000;

const MONTHS = { month: 1, quarter: 3, 'half-year': 6, year: 12 } as const;

/**
 * The periods of a window in each of which something is due.
 *
 * Months, quarters, half-years, years and weeks of the calendar when the window begins with one, else as many months
 * or days counted from its first day (a rolling year from 1 August to 31 July). A rest at its end that is no full
 * period asks for nothing, unless there is no other: then it is the period. `term` and `once` are the whole window.
 * Semesters begin in September and February wherever the window does; one of which half is in it is one.
 */
export function periodsIn(window: Span, every: Every): readonly Period[] {
  if (every === 'term' || every === 'once') return [periodOf(window)];
  if (every === 'semester') return semestersIn(window);
  const periods: Period[] = [];
  for (const span of eachSpan(window.from, every)) {
    if (span.to > window.to || periods.length === MOST_PERIODS) break;
    periods.push(periodOf(span));
  }
  return periods.length > 0 ? periods : [periodOf(window)];
}

function periodOf(span: Span): Period {
  return { ...span, label: spanLabel(span) };
}

function semestersIn(window: Span): readonly Period[] {
  const first = partsOf(window.from).year - 1;
  const last = Math.min(partsOf(window.to).year, first + MOST_PERIODS / 2);
  const periods: Period[] = [];
  for (let year = first; year <= last; year += 1) {
    for (const whole of [monthsFrom(year, 2, 7), monthsFrom(year, 9, 5)]) {
      const own = overlaps(whole, window) ? within(whole, window) : undefined;
      if (own && daysInSpan(own) * 2 >= daysInSpan(whole)) periods.push(periodOf(own));
    }
  }
  return periods.length > 0 ? periods : [periodOf(window)];
}

function within(whole: Span, window: Span): Span {
  return {
    from: whole.from > window.from ? whole.from : window.from,
    to: whole.to < window.to ? whole.to : window.to,
  };
}

/**
 * Periods one after another, from a first day on. Months are counted from that day each time: from 31 January the
 * second begins on the last of February, and the third on 31 March.
 */
function* eachSpan(
  first: Day,
  every: Exclude<Every, 'term' | 'once' | 'semester'>,
): Generator<Span> {
  const startOf = (at: number) =>
    every === 'week' ? addDays(first, at * 7) : addMonths(first, at * MONTHS[every]);
  for (let at = 0; ; at += 1) yield { from: startOf(at), to: addDays(startOf(at + 1), -1) };
}
