import type { Period } from '../coverage/types.js';
import type { Day, Period as Every } from '../system/types.js';
import { addDays, addMonths, daysInSpan, monthsFrom, partsOf, weekdayOf } from './calendar.js';
import { spanLabel } from './label.js';
import { isWithinSpan, overlaps, type Span } from './span.js';

/** No window has more; a slip such as `0001-01-01..9999-12-31` must not make hundreds of thousands. */
const MOST_PERIODS = 5000;

type Recurring = Exclude<Every, 'term' | 'once' | 'semester'>;

const MONTHS = { month: 1, quarter: 3, 'half-year': 6, year: 12 } as const;

/**
 * The periods of a window in each of which something is due.
 *
 * Months, quarters, half-years and weeks of the calendar, as many as the window is long, from the first of which half
 * is in it: twelve months back from 2 February are those from February to January, not from the 2nd to the 1st. Years
 * are counted from its first day (a rolling year from 1 August to 31 July). A rest at its end that is no full period
 * asks for nothing, unless there is no other: then it is the period. `term` and `once` are the whole window. Semesters
 * begin in September and February; one of which half is in the window is one.
 */
export function periodsIn(window: Span, every: Every): readonly Period[] {
  if (every === 'term' || every === 'once') return [periodOf(window)];
  if (every === 'semester') return semestersIn(window);
  const periods: Period[] = [];
  const calendar = eachSpan(firstOf(window, every), every);
  for (const span of eachSpan(window.from, every)) {
    if (span.to > window.to || periods.length === MOST_PERIODS) break;
    periods.push(partOf(calendar.next().value, window));
  }
  return periods.length > 0 ? periods : [periodOf(window)];
}

/** Is a date of it? One of the whole month is of the part of that month that is in the window. */
export function isOfPeriod(date: Span, period: Pick<Period, 'from' | 'to' | 'whole'>): boolean {
  if (isWithinSpan(date, period)) return true;
  return period.whole !== undefined && isWithinSpan(date, period.whole) && overlaps(date, period);
}

function periodOf(span: Span): Period {
  return { ...span, label: spanLabel(span) };
}

/** As far as it is in the window, and called by the whole of it. */
function partOf(whole: Span, window: Span): Period {
  const own = within(whole, window);
  const label = spanLabel(whole);
  return isWithinSpan(whole, window) ? { ...whole, label } : { ...own, label, whole };
}

/** The first day of the first period of the calendar of which half is in the window. */
function firstOf(window: Span, every: Recurring): Day {
  if (every === 'year') return window.from;
  const first = calendarDay(window.from, every);
  const next = nextOf(first, every, 1);
  const whole = { from: first, to: addDays(next, -1) };
  return daysInSpan(within(whole, window)) * 2 >= daysInSpan(whole) ? first : next;
}

/** The first day of the period of the calendar that a day is in. */
function calendarDay(day: Day, every: Exclude<Recurring, 'year'>): Day {
  if (every === 'week') return addDays(day, 1 - weekdayOf(day));
  const { year, month } = partsOf(day);
  return monthsFrom(year, month - ((month - 1) % MONTHS[every]), 1).from;
}

function semestersIn(window: Span): readonly Period[] {
  const first = partsOf(window.from).year - 1;
  const last = Math.min(partsOf(window.to).year, first + MOST_PERIODS / 2);
  const periods: Period[] = [];
  for (let year = first; year <= last; year += 1) {
    for (const whole of [monthsFrom(year, 2, 7), monthsFrom(year, 9, 5)]) {
      const own = overlaps(whole, window) ? within(whole, window) : undefined;
      if (own && daysInSpan(own) * 2 >= daysInSpan(whole)) periods.push(partOf(whole, window));
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
function* eachSpan(first: Day, every: Recurring): Generator<Span, never> {
  for (let at = 0; ; at += 1) {
    yield { from: nextOf(first, every, at), to: addDays(nextOf(first, every, at + 1), -1) };
  }
}

/** The first day of the period that comes so many after the one of a day. */
function nextOf(first: Day, every: Recurring, count: number): Day {
  return every === 'week' ? addDays(first, count * 7) : addMonths(first, count * MONTHS[every]);
}
