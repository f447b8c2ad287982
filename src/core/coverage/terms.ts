/** When evidence is due, and of which days it must be. */
import type { Archive } from '../archive/types.js';
import { partsOf } from '../dates/calendar.js';
import { closesOnce, closingDay, fixedDay } from '../dates/closing-day.js';
import { periodsIn } from '../dates/periods.js';
import type { Span } from '../dates/span.js';
import { overlaps } from '../dates/span.js';
import { resolveWindow, windowOfPeriod } from '../dates/windows.js';
import type { Known } from '../evidence/types.js';
import { Kept } from '../kept.js';
import type {
  Day,
  Indicator,
  Period as Every,
  Requirement,
  ScoringSystem,
  Submission,
  Window,
} from '../system/types.js';
import { compareText } from '../text.js';
import type { Period } from './types.js';

/** What is the same for every indicator of an archive. */
export interface Terms {
  readonly system: ScoringSystem;
  readonly today: Day;
  readonly profile: Readonly<Record<string, string>>;
  /** Of `dangan.yaml`, over the system's. */
  readonly window: Window | undefined;
  /** The day on which handing in closes. */
  readonly closed: Day | undefined;
  /** The periods of a window, made once. */
  readonly periods: (window: Span, every: Every) => readonly Period[];
}

const known = new Kept<ScoringSystem, Terms>();

export function termsOf({ system, settings }: Archive, { today }: Known): Terms {
  const { profile } = settings.unit;
  const window = settings.window ?? system.window;
  return known.get(system, [today, profile, window], () =>
    termsFor(system, { today, profile, window }),
  );
}

function termsFor(
  system: ScoringSystem,
  { today, profile, window }: Pick<Terms, 'today' | 'profile' | 'window'>,
): Terms {
  const made = new Map<string, readonly Period[]>();
  return {
    system,
    today,
    profile,
    window,
    closed: closingOf(system, window, today)?.day,
    periods: (window, every) => {
      const key = `${every} ${window.from} ${window.to}`;
      let periods = made.get(key);
      if (!periods) made.set(key, (periods = withDue(periodsIn(window, every), every, system)));
      return periods;
    },
  };
}

/** With the day on which handing in closes for each, where one submission of the same frequency says it. */
function withDue(
  periods: readonly Period[],
  every: Every,
  { submissions }: ScoringSystem,
): readonly Period[] {
  const words = submissions.flatMap((each) => (each.every === every ? (each.closes ?? []) : []));
  if (words.length === 0) return periods;
  return periods.map((period) => {
    const days = words.flatMap((closes) => closingDay(closes, period, every) ?? []);
    return { ...period, due: days.sort(compareText).at(-1) };
  });
}

/** An indicator with those above it, the highest first; as far as days go. */
export type Places = readonly Pick<Indicator, 'window' | 'period'>[];

/** A window as days; `lost` where one is asked for and nobody can tell which days it has. */
export interface Days {
  readonly window: Span | undefined;
  readonly lost: boolean;
}

/**
 * The days that evidence for a requirement must be of: its own window, else the nearest of its indicator and those
 * above, else the archive's; cut by the period that the indicator is about.
 */
export function daysOf(
  requirement: Pick<Requirement, 'window'>,
  places: Places,
  terms: Terms,
): Days {
  const own = requirement.window ?? places.findLast(({ window }) => window)?.window ?? terms.window;
  const window = resolveWindow(own, terms.system, terms.today);
  const about = places.findLast(({ period }) => period !== undefined)?.period;
  const period = about === undefined ? undefined : windowOfPeriod(about);
  return { window: cut(window, period), lost: own !== undefined && !window && !period };
}

/** What both have; where they have nothing in common, the first. */
function cut(window: Span | undefined, period: Span | undefined): Span | undefined {
  if (!window || !period) return window ?? period;
  if (!overlaps(window, period)) return window;
  return {
    from: window.from > period.from ? window.from : period.from,
    to: window.to < period.to ? window.to : period.to,
  };
}

/** When handing in closes, and which of the system's submissions says so. */
export interface Closing {
  readonly day: Day;
  readonly submission: Submission;
}

/**
 * When handing in closes, the last where there are several; `undefined` where none is given as a day.
 * A day without a year is in the last year of the window, or in the one after when it opens late in that one.
 */
export function closingOf(
  system: ScoringSystem,
  window: Window | undefined,
  today: Day,
): Closing | undefined {
  const { year } = partsOf(resolveWindow(window, system, today)?.to ?? today);
  const closings = system.submissions.flatMap((submission): Closing[] => {
    const opens = fixedDay(submission.opens ?? '');
    const closes = fixedDay(submission.closes ?? '');
    // A day of the year says nothing of what is handed in each month or quarter.
    if (closes === undefined || !closesOnce(submission)) return [];
    if (isDay(closes)) return [{ day: closes, submission }];
    const next = opens !== undefined && !isDay(opens) && closes < opens;
    const day = `${String(next ? year + 1 : year).padStart(4, '0')}-${closes}`;
    return [{ day, submission }];
  });
  return closings.sort((a, b) => compareText(a.day, b.day)).at(-1);
}

function isDay(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/u.test(text);
}
