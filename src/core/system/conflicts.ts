/** Requirements that nothing could meet, and what contradicts what in them. */
import type { RequirementConflict } from '../../messages/faults.js';
import { periodsIn } from '../dates/periods.js';
import { daysInSpan } from '../dates/calendar.js';
import { spanLabel } from '../dates/label.js';
import { overlaps, type Span } from '../dates/span.js';
import { windowOfPeriod } from '../dates/windows.js';
import { foldName } from '../text.js';
import { excluded, type Condition } from './exclusions.js';
import type {
  Indicator,
  Period,
  Place,
  Range,
  Requirement,
  ScoringSystem,
  Window,
} from './types.js';
import { eachIndicator } from './walk.js';

interface Conflict {
  readonly at: Place;
  readonly indicator: Indicator | undefined;
  readonly title: string;
  readonly is: RequirementConflict;
  /** The tool has a way out of it, or the text may mean it. */
  readonly mild?: boolean;
}

/** Every contradiction that shows without a day, a unit or an archive, in the order of the file. */
export function* conflictsIn(system: ScoringSystem): Generator<Conflict> {
  const finder = new Finder(system);
  for (const { indicator, above } of eachIndicator(system)) {
    yield* finder.indicator(indicator, above);
  }
  for (const { window, applies, evidence, at } of system.vetoes) {
    const days = finder.days(window);
    const outer: Outer = {
      ...TOP,
      at,
      days: days ?? finder.days(system.window),
      isOwn: days !== undefined,
      conditions: listOf(applies),
    };
    for (const requirement of evidence) yield* finder.requirement(requirement, outer);
  }
}

/** What holds for a requirement from what it stands in. */
interface Outer {
  readonly at: Place | undefined;
  readonly indicator: Indicator | undefined;
  /** Days that evidence must be of, where they are fixed. */
  readonly days: Span | undefined;
  /** Of the period that its indicator is about: no window reaches beyond it. */
  readonly about: Span | undefined;
  /** Are those days the requirement's, veto's or period's that it stands in, and not only those of the whole? */
  readonly isOwn: boolean;
  readonly every: Period | undefined;
  /** How many times it is due, for sure and at most. */
  readonly times: Range;
  readonly conditions: readonly Condition[];
  readonly shows: readonly string[];
  readonly avoids: readonly string[];
}

const ONCE: Range = { min: 1, max: 1 };

const TOP: Outer = {
  at: undefined,
  indicator: undefined,
  days: undefined,
  about: undefined,
  isOwn: false,
  every: undefined,
  times: ONCE,
  conditions: [],
  shows: [],
  avoids: [],
};

class Finder {
  readonly #system: ScoringSystem;

  constructor(system: ScoringSystem) {
    this.#system = system;
  }

  /** The days of a window that are the same on whichever day one asks. */
  days(window: Window | undefined): Span | undefined {
    const named = window && 'name' in window ? this.#system.windows[window.name] : window;
    if (!named || !('from' in named)) return undefined;
    return { from: named.from, to: named.to ?? LAST_DAY };
  }

  *indicator(indicator: Indicator, above: readonly Indicator[]): Generator<Conflict> {
    const { at, applies, period, evidence, exempt } = indicator;
    const outer = above.flatMap((each) => listOf(each.applies));
    const said = (is: RequirementConflict, mild = false): Conflict => {
      return { at, indicator, title: is.is, is, mild };
    };
    for (const is of excluded(listOf(applies), outer)) yield said(is);
    const places = [...above, indicator];
    const about = places.findLast((each) => each.period !== undefined)?.period;
    const days = about === undefined ? undefined : windowOfPeriod(about);
    const window = places.findLast((each) => each.window !== undefined)?.window;
    const wide = this.days(window ?? this.#system.window);
    const isSaidHere = indicator.window !== undefined || period !== undefined;
    if (days && wide && isSaidHere && !overlaps(days, wide)) {
      yield said(apart(indicator.window ? wide : days, indicator.window ? days : wide), true);
    }
    if (!indicator.files && evidence.length > 0) {
      yield said({ is: 'files', count: evidence.length });
    }
    const own: Outer = {
      ...TOP,
      at,
      indicator,
      days: days ?? wide,
      about: days,
      isOwn: days !== undefined,
      conditions: [...outer, ...listOf(applies)],
    };
    for (const each of evidence) yield* this.requirement(each, own);
    for (const each of exempt?.proof ?? []) yield* this.requirement(each, own);
  }

  *requirement(requirement: Requirement, outer: Outer): Generator<Conflict> {
    const { at, title, applies, count, sample, of, either, every, occasions } = requirement;
    const own = this.days(requirement.window);
    const days = own ? within(own, outer.about) : requirement.window ? undefined : outer.days;
    const shows = [...outer.shows, ...requirement.shows];
    const avoids = [...outer.avoids, ...requirement.avoids];
    const said = (is: RequirementConflict, mild = false): Conflict => {
      return { at, indicator: outer.indicator, title: `${title} ${is.is}`, is, mild };
    };
    if (own && outer.days && !overlaps(own, outer.days)) {
      yield said(apart(own, outer.days), !outer.isOwn);
    }
    if (every && every !== outer.every && days && isTooShort(days, every)) {
      yield said({ is: 'period', every, window: labelOf(days) }, true);
    }
    for (const is of excluded(listOf(applies), outer.conditions)) yield said(is);
    const isNew = requirement.shows.length + requirement.avoids.length > 0;
    const both = isNew ? commonTo(shows, avoids) : undefined;
    if (both !== undefined) yield said({ is: 'seen', what: both });
    if (sample && count.max !== undefined && sample.take.min > count.max) {
      yield said({ is: 'sample', take: sample.take.min, count: count.max });
    }
    if (isItself(requirement, outer.indicator)) yield said({ is: 'see' });
    const cells = timesOf(days, every, occasions.length);
    const times = product(product(outer.times, cells), count);
    yield* totalOf(requirement, times, said);
    const inner: Outer = {
      ...outer,
      at,
      days,
      isOwn: outer.isOwn || own !== undefined,
      every: every ?? outer.every,
      times: requirement.optional ? { min: 0, max: times.max } : times,
      conditions: [...outer.conditions, ...listOf(applies)],
      shows,
      avoids,
    };
    for (const part of of) yield* this.requirement(part, inner);
    // Of alternatives one is enough, so that none of them is sure to be there.
    const way = { ...inner, times: { min: 0, max: undefined } };
    for (const each of either) yield* this.requirement(each, way);
  }
}

const LAST_DAY = '9999-12-31';

function within(days: Span, about: Span | undefined): Span {
  if (!about || !overlaps(days, about)) return days;
  return {
    from: days.from > about.from ? days.from : about.from,
    to: days.to < about.to ? days.to : about.to,
  };
}

function* totalOf(
  { total, optional }: Requirement,
  times: Range,
  said: (is: RequirementConflict) => Conflict,
): Generator<Conflict> {
  if (!total) return;
  if (total.max !== undefined && !optional && times.min > total.max) {
    yield said({ is: 'total-most', total: total.max, count: times.min });
  }
  if (times.max !== undefined && total.min > times.max) {
    yield said({ is: 'total-least', total: total.min, count: times.max });
  }
}

/** How often it is due; more often than once only where that shows from fixed days. */
function timesOf(days: Span | undefined, every: Period | undefined, occasions: number): Range {
  const named = Math.max(1, occasions);
  if (every === undefined || every === 'once') return { min: named, max: named };
  if (!days || days.to === LAST_DAY) return { min: named, max: undefined };
  const periods = periodsIn(days, every).length * named;
  return { min: periods, max: periods };
}

function product(a: Range, b: Range): Range {
  const max = a.max === undefined || b.max === undefined ? undefined : a.max * b.max;
  return { min: a.min * b.min, max };
}

/**
 * Fewer days than half of one period. A year that was cut to seven months is a year for its plan and its summary, but a
 * month holds no quarter.
 */
function isTooShort(days: Span, every: Period): boolean {
  const whole = DAYS[every];
  return whole !== undefined && days.to !== LAST_DAY && daysInSpan(days) * 2 < whole;
}

const DAYS: Partial<Record<Period, number>> = {
  week: 7,
  month: 30,
  quarter: 90,
  'half-year': 181,
  semester: 153,
  year: 365,
};

function apart(own: Span, other: Span): RequirementConflict {
  return { is: 'window', own: labelOf(own), other: labelOf(other) };
}

function labelOf(days: Span): string {
  return days.to === LAST_DAY ? `${days.from}..` : spanLabel(days);
}

function commonTo(shows: readonly string[], avoids: readonly string[]): string | undefined {
  const unwanted = new Set(avoids.map(foldName));
  return shows.find((word) => unwanted.has(foldName(word)));
}

/** Is it said to be kept at its own place? */
function isItself({ see, id }: Requirement, indicator: Indicator | undefined): boolean {
  if (see === undefined || id === undefined || !indicator) return false;
  return see === `#${id}` || see === `${indicator.id}#${id}`;
}

function listOf(condition: Condition | undefined): readonly Condition[] {
  return condition ? [condition] : [];
}
