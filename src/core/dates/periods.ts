import type { Period } from '../coverage/types.js';
import type { Day, Period as Every } from '../system/types.js';
import { addDays, addMonths } from './calendar.js';
import { spanLabel } from './label.js';
import type { Span } from './span.js';

/** No window has more; a slip such as `0001-01-01..9999-12-31` must not make hundreds of thousands. */
const MOST_PERIODS = 5000;

const MONTHS = { month: 1, quarter: 3, 'half-year': 6, year: 12 } as const;

/**
 * The periods of a window in each of which something is due.
 *
 * Months, quarters, half-years, years and weeks of the calendar when the window begins with one, else as many months
 * or days counted from its first day (a rolling year from 1 August to 31 July). A rest at its end that is no full
 * period asks for nothing, unless there is no other: then it is the period. `term` and `once` are the whole window.
 */
export function periodsIn(window: Span, every: Every): readonly Period[] {
  if (every === 'term' || every === 'once') return [periodOf(window)];
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

/**
 * Periods one after another, from a first day on. Months are counted from that day each time: from 31 January the
 * second begins on the last of February, and the third on 31 March.
 */
function* eachSpan(first: Day, every: Exclude<Every, 'term' | 'once'>): Generator<Span> {
  const startOf = (at: number) =>
    every === 'week' ? addDays(first, at * 7) : addMonths(first, at * MONTHS[every]);
  for (let at = 0; ; at += 1) yield { from: startOf(at), to: addDays(startOf(at + 1), -1) };
}
