/** Evidence that counts alike, put together: a leaf indicator with 50,000 photos is matched as one with a few. */
import { meetsPartOfYear } from '../dates/date-in-title.js';
import { isOfPeriod } from '../dates/periods.js';
import { seasonInTitle } from '../dates/season-in-title.js';
import type { Span } from '../dates/span.js';
import { partOfYear } from '../evidence/effective-date.js';
import type { Evidence } from '../evidence/types.js';
import type { Day } from '../system/types.js';
import { atLeast, flawsOf, inDays, isUnsettled, levelOf, MAY, type Level } from './flaws.js';
import { wordsOf, type Fitter, type Offer, type Rank } from './fits.js';
import type { Frame, Plain } from './nodes.js';
import { onceOf } from './once.js';
import { Doubts, type Doubt } from './unsure.js';
import { namesOccasion } from './titles.js';
import type { Lack } from './types.js';

/** A requirement that evidence is filed for, and how surely it counts there. */
export interface Claim {
  readonly plain: Plain;
  readonly rank: Rank;
  /** Its date aside. */
  readonly level: Level;
  /** Is it open whether its date is in the window? */
  readonly isDoubtful: boolean;
  /** Why a person has to say that it is what is asked for. */
  readonly doubt: Doubt | undefined;
}

export interface Bucket {
  /** Sorted by path. */
  readonly evidence: Evidence[];
  readonly claims: readonly Claim[];
  /** As far as it matters to what it is filed for. */
  readonly date: Span | undefined;
  /** What is counted once, where what it is filed for is counted by the day. */
  readonly once: string | undefined;
  /** Without a date, the part of a year that it is of, in a leap year. */
  readonly part: Span | undefined;
  /** Of its activity, or of the sub-folder that holds one. */
  readonly label: string;
  /** Did somebody say which activity it belongs to, or only put it into a folder? */
  readonly isSaid: boolean;
  /** Squashed; for finding an occasion in. */
  readonly occasions: ReadonlyMap<Frame, readonly number[]>;
}

/** What was filed for a requirement and counts for nothing. */
export interface Refused {
  readonly plain: Plain;
  readonly lack: Lack;
}

export interface Sorted {
  /** In the order of the first path in each. */
  readonly buckets: readonly Bucket[];
  readonly refused: readonly Refused[];
}

/** @param offers - Sorted by path. */
export function sortOffers(
  offers: readonly Offer[],
  fitter: Fitter,
  closed: Day | undefined,
): Sorted {
  const buckets = new Map<string, Bucket>();
  const refused = offers.flatMap((offer) => misfitsOf(offer, fitter));
  const fitting = offers.flatMap((offer) => fitter.fits(offer).map((fits) => ({ offer, fits })));
  const doubts = new Doubts(fitting);
  for (const { offer, fits } of fitting) {
    const claims: Claim[] = [];
    for (const fit of fits) {
      const claim = claimOf(offer.evidence, { ...fit, doubt: doubts.of(offer, fit) }, closed);
      if ('lack' in claim) refused.push(claim);
      else claims.push(claim);
    }
    if (claims.length > 0) put(offer, claims, buckets);
  }
  return { buckets: [...buckets.values()], refused };
}

function misfitsOf(offer: Offer, fitter: Fitter): Refused[] {
  const { evidence } = offer;
  return fitter.misfits(offer).map((plain) => {
    const lack = { is: 'other-kind', evidence, kinds: plain.kinds } as const;
    return { plain, lack };
  });
}

function claimOf(
  evidence: Evidence,
  { plain, rank, doubt }: Pick<Claim, 'plain' | 'rank' | 'doubt'>,
  closed: Day | undefined,
): Claim | Refused {
  if (isUnsettled(evidence)) return { plain, lack: { is: 'state', evidence } };
  const { window, periods } = plain.frame;
  const dated = inPeriods(evidence, plain.frame) ? 'in' : inDays(evidence, window);
  if (dated === 'out' && window) return { plain, lack: { is: 'window', evidence, window } };
  if (dated === 'doubtful' && periods.length > 0) {
    const part = partOfYear(evidence);
    // 11月 where nothing is asked for of any November.
    const isOf = (period: Span) => !part || meetsPartOfYear(period, part);
    if (!periods.some(isOf)) return { plain, lack: { is: 'date', evidence } };
  }
  const level = levelOf(flawsOf(evidence, plain, closed));
  return {
    plain,
    rank,
    level: doubt ? atLeast(level, MAY) : level,
    isDoubtful: dated === 'doubtful',
    doubt,
  };
}

/** 2023年2月 is of February also where the window begins on the 2nd. */
function inPeriods({ date }: Pick<Evidence, 'date'>, { periods }: Frame): boolean {
  // No other can be there in part.
  const ends = [periods[0], periods.at(-1)];
  return date !== undefined && ends.some((each) => each?.whole && isOfPeriod(date, each));
}

function put(offer: Offer, claims: readonly Claim[], buckets: Map<string, Bucket>): void {
  const { evidence, label } = offer;
  const occasions = occasionsOf(offer, claims);
  const isAsked = claims.some(({ plain }) => dateMatters(plain));
  const date = isAsked ? dateFor(evidence, claims) : undefined;
  const once = claims.some(({ plain }) => plain.byDay) ? onceOf(evidence) : undefined;
  const part = isAsked ? partOfYear(evidence) : undefined;
  const isSaid = evidence.entry?.activity !== undefined;
  const key = [
    ...claims.map(
      ({ plain, rank, level, isDoubtful, doubt = '' }) =>
        `${plain.id}.${rank}.${level}.${isDoubtful}.${doubt}`,
    ),
    date ? `${date.from}..${date.to}` : part ? `${part.from}..${part.to}` : '',
    once ?? '',
    `${isSaid}${label}`,
    ...[...occasions.values()].map((named) => named.join('.')),
  ].join('|');
  const bucket = buckets.get(key);
  if (bucket) bucket.evidence.push(evidence);
  else {
    const own = { claims, date, once, part, label, isSaid, occasions };
    buckets.set(key, { evidence: [evidence], ...own });
  }
}

/** Its date; of 2023年秋季, where something is due each semester, the semester. */
function dateFor({ date, title }: Evidence, claims: readonly Claim[]): Span | undefined {
  const isOfSemester = claims.some(({ plain }) => plain.frame.every === 'semester');
  return (isOfSemester && date && seasonInTitle(title, date)) || date;
}

function dateMatters({ frame, byDay, inActivity }: Plain): boolean {
  return byDay || inActivity || frame.window !== undefined || frame.every !== undefined;
}

/** For each frame that has occasions, the numbers of those that it names. */
function occasionsOf(
  offer: Offer,
  claims: readonly Claim[],
): ReadonlyMap<Frame, readonly number[]> {
  const found = new Map<Frame, readonly number[]>();
  for (const {
    plain: { frame },
  } of claims) {
    if (frame.occasions.length === 0 || found.has(frame)) continue;
    const words = wordsOf(offer);
    found.set(
      frame,
      frame.occasions.flatMap((occasion, at) => (namesOccasion(words, occasion) ? at : [])),
    );
  }
  return found;
}
