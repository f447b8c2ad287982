/** One thing to fill, and the cells that evidence lies in. */
import { meetsPartOfYear } from '../dates/date-in-title.js';
import { isOfPeriod } from '../dates/periods.js';
import type { Span } from '../dates/span.js';
import { listIn } from '../group.js';
import type { Bucket, Claim } from './buckets.js';
import { atLeast, MAY } from './flaws.js';
import type { Rank } from './fits.js';
import type { Demand, Edge } from './matching.js';
import type { Frame, Plain } from './nodes.js';

export interface SlotEdge extends Edge, Pick<Claim, 'doubt'> {
  readonly rank: Rank;
  readonly plain: Plain;
  /** Nobody can tell whether its date is of the right days. */
  readonly isDoubtful: boolean;
}

/** So many pieces of evidence for one requirement, in one period, for one occasion, or for one activity. */
export interface Slot extends Demand {
  readonly max: number | undefined;
  /** The surest first, each bucket once. */
  readonly edges: readonly SlotEdge[];
}

/** A claim with the bucket that makes it. */
export interface Claimed {
  /** Number of the bucket. */
  readonly bucket: number;
  readonly of: Bucket;
  readonly claim: Claim;
}

/** What claims to be for a requirement, in the order of the buckets. */
export type Claims = ReadonlyMap<Plain, readonly Claimed[]>;

export function claimsOf(buckets: readonly Bucket[]): Claims {
  const claims = new Map<Plain, Claimed[]>();
  for (const [bucket, of] of buckets.entries()) {
    for (const claim of of.claims) listIn(claims, claim.plain).push({ bucket, of, claim });
  }
  return claims;
}

export function edgeOf({ bucket, claim }: Claimed, isDoubtful: boolean): SlotEdge {
  const { plain, rank, level, doubt } = claim;
  const least = isDoubtful ? atLeast(level, MAY) : level;
  return { bucket, plain, rank, isDoubtful, doubt, level: least };
}

/** @param dayOf - What may be counted once. */
export function slotOf(
  edges: readonly SlotEdge[],
  count: { readonly min: number; readonly max: number | undefined },
  dayOf?: (edge: SlotEdge) => string | undefined,
): Slot {
  const sorted = edges.toSorted(
    (a, b) => a.level - b.level || a.rank - b.rank || a.bucket - b.bucket,
  );
  const seen = new Set<number>();
  const own = sorted.filter(({ bucket }) => !seen.has(bucket) && seen.add(bucket));
  const slot: Slot = { need: count.min, max: count.max, edges: own };
  return dayOf ? { ...slot, days: own.map(dayOf) } : slot;
}

/** A cell that evidence lies in, or may lie in. */
export interface Lies {
  readonly cell: number;
  readonly isDoubtful: boolean;
}

/** What tells when evidence is of: its date, else the part of a year that its name has. */
export type Dating = Partial<Pick<Bucket, 'date' | 'part'>>;

/**
 * The cells of a frame that a date lies in, for the occasions that are named.
 *
 * What has no date may be of any period that has begun; what is of November, of those with a November.
 *
 * @param occasions - Numbers of those that it names; of no account where the frame has none.
 * @param isDoubtful - Is it open whether the date is in the window?
 */
export function* cellsOf(
  frame: Frame,
  dating: Dating,
  occasions: readonly number[],
  isDoubtful: boolean,
): Generator<Lies> {
  const { periods, occasions: asked } = frame;
  const { date } = dating;
  const width = Math.max(1, asked.length);
  const named = asked.length > 0 ? occasions : [0];
  if (periods.length === 0) {
    for (const at of named) yield { cell: at, isDoubtful };
    return;
  }
  for (const nth of periodsFor(frame, dating)) {
    const period = periods[nth];
    const isIn = date !== undefined && period !== undefined && isOfPeriod(date, period);
    for (const at of named) yield { cell: nth * width + at, isDoubtful: isDoubtful || !isIn };
  }
}

/** Numbers of the periods that a date has a day in. */
function* periodsAt(periods: readonly Span[], date: Span): Generator<number> {
  for (let nth = firstEnding(periods, date.from); nth < periods.length; nth += 1) {
    if ((periods[nth]?.from ?? '') > date.to) return;
    yield nth;
  }
}

/**
 * Numbers of the periods that it may be of: without a date only of those that have begun, where any of them will do.
 */
export function periodsFor(
  { periods, begun }: Pick<Frame, 'periods' | 'begun'>,
  { date, part }: Dating,
): Iterable<number> {
  if (date) return periodsAt(periods, date);
  const all = periods.flatMap((period, nth) =>
    !part || meetsPartOfYear(period, part) ? [nth] : [],
  );
  const due = all.filter((nth) => nth < begun);
  return due.length > 0 ? due : all;
}

/** The first of the periods that is not over before a day. */
function firstEnding(periods: readonly Span[], day: string): number {
  let [low, high] = [0, periods.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((periods[middle]?.to ?? '') < day) low = middle + 1;
    else high = middle;
  }
  return low;
}
