/** What counts of several inspectors' marks: those of the newest bundle, of each the last, the lead's before others'. */
import { listIn } from '../group.js';
import {
  compareDecimals,
  formatDecimal,
  multiplyDecimals,
  parsePercent,
  type Decimal,
} from '../system/decimal.js';
import type { Indicator, Veto } from '../system/types.js';
import { compareNatural } from '../naming/natural-order.js';
import { compareText } from '../text.js';
import type { Edition, Mark, Review, ReviewForm, ReviewItem, VetoMark } from './types.js';
import { reckon } from './reckon.js';
import type { Score } from '../scoring/types.js';

/** What one inspector gives for one thing. */
export interface Said<M> {
  readonly review: Review;
  readonly mark: M;
}

/**
 * `open` nobody has given anything; `one` one has, or all who count give the same; `lead` others gave something else;
 * `disputed` they differ, and no lead has decided.
 */
export type Agreement = 'open' | 'one' | 'lead' | 'disputed';

export interface Settled<M> {
  /** In force: of each inspector the last, in the order in which they looked. */
  readonly said: readonly Said<M>[];
  readonly agreement: Agreement;
  /** What counts; of those in dispute each, the lowest first. */
  readonly given: readonly M[];
}

export interface Outcome {
  readonly items: ReadonlyMap<Indicator, Settled<Mark>>;
  readonly vetoes: ReadonlyMap<Veto, Settled<VetoMark>>;
  /** With what is in dispute at its lowest, and at its highest; the same where nothing is. */
  readonly low: Score;
  readonly high: Score;
}

export function outcomeOf(form: ReviewForm, reviews: readonly Review[]): Outcome {
  const inOrder = reviews.toSorted(byTime);
  const marks = collected(inOrder, (review) => review.marks.map((mark) => [mark.indicator, mark]));
  const looks = collected(inOrder, (review) => review.vetoes.map((mark) => [mark.veto, mark]));
  const items = new Map(
    form.items.map((item) => [
      item.indicator,
      settled(marks.get(item.indicator) ?? [], wordsOf, (mark) => pointsOfMark(mark, item, form)),
    ]),
  );
  const vetoes = new Map(
    form.vetoes.map((veto) => [
      veto,
      settled(looks.get(veto) ?? [], ({ occurred }) => occurred?.toString()),
    ]),
  );
  // What nobody has said of a veto is told beside the points, and takes none away.
  const occurred = (end: 0 | -1) =>
    new Map(
      [...vetoes].map(([{ code }, { agreement, given }]) => [
        code,
        agreement === 'disputed' ? end === 0 : given[0]?.occurred === true,
      ]),
    );
  const at = (end: 0 | -1) =>
    reckon(form, {
      marks: [...items.values()].flatMap(({ given }) => given.at(end) ?? []),
      vetoes: occurred(end),
    });
  const low = at(0);
  const all = [...items.values(), ...vetoes.values()];
  const isDisputed = all.some(({ agreement }) => agreement === 'disputed');
  return { items, vetoes, low, high: isDisputed ? at(-1) : low };
}

/** Was it given by another scoring system than `ours`, or by an earlier text of it? `undefined` where by the same. */
export function editionOf(review: Review, ours: Edition): 'other' | 'earlier' | undefined {
  const { title, sha256 } = review.system;
  if (title !== '' && title !== ours.title) return 'other';
  return sha256 !== undefined && sha256 !== ours.sha256 ? 'earlier' : undefined;
}

export function isBySeveral(reviews: readonly Review[]): boolean {
  return new Set(reviews.map(({ by }) => by)).size > 1;
}

/** Settled, and it has; `undefined` while nobody has said, or they differ. */
export function hasOccurred(settled: Settled<VetoMark> | undefined): boolean | undefined {
  return settled?.agreement === 'disputed' ? undefined : settled?.given[0]?.occurred;
}

/** Bundles in the order in which they were packed; of one bundle, reviews in theirs. */
function byTime(a: Review, b: Review): number {
  return (
    compareText(a.bundle?.date ?? '', b.bundle?.date ?? '') ||
    compareText(a.on, b.on) ||
    compareNatural(stemOf(a), stemOf(b))
  );
}

/** The second of a day is `… 张三 2.yaml`. */
function stemOf({ path }: Review): string {
  return path.replace(/\.ya?ml$/i, '');
}

function collected<T, M>(
  reviews: readonly Review[],
  of: (review: Review) => readonly (readonly [T, M])[],
): ReadonlyMap<T, readonly Said<M>[]> {
  const all = new Map<T, Said<M>[]>();
  for (const review of reviews)
    for (const [about, mark] of of(review)) listIn(all, about).push({ review, mark });
  return all;
}

/**
 * @param said - In the order in which it was said.
 * @param words - What a mark gives; `undefined` where it only remarks on something.
 * @param worth - By which those in dispute are put in order.
 */
function settled<M>(
  said: readonly Said<M>[],
  words: (mark: M) => string | undefined,
  worth: (mark: M) => Decimal | undefined = () => undefined,
): Settled<M> {
  // Who only remarks on something takes nothing back that was given before.
  const giving = inForce(said.filter(({ mark }) => words(mark) !== undefined));
  const lead = giving.findLast(({ review }) => review.lead);
  const counting = lead ? [lead] : giving;
  const different = new Map(counting.map(({ mark }) => [words(mark), mark]));
  const given = [...different.values()].sort((a, b) => {
    const [low, high] = [worth(a), worth(b)];
    return low && high ? compareDecimals(low, high) : 0;
  });
  const isOverruled = lead && giving.some(({ mark }) => words(mark) !== words(lead.mark));
  const agreement =
    given.length === 0 ? 'open' : given.length > 1 ? 'disputed' : isOverruled ? 'lead' : 'one';
  return { said: [...new Set([...giving, ...inForce(said)])], agreement, given };
}

/** Of the newest bundle that anybody speaks of, and of each inspector the last word. */
function inForce<M>(said: readonly Said<M>[]): readonly Said<M>[] {
  const bundle = said.at(-1)?.review.bundle;
  const last = new Map<string, Said<M>>();
  for (const each of said) {
    const { by } = each.review;
    if (!isSame(each.review.bundle, bundle)) continue;
    last.delete(by);
    last.set(by, each);
  }
  return [...last.values()];
}

function isSame(a: Review['bundle'], b: Review['bundle']): boolean {
  return a?.name === b?.name && a?.manifest === b?.manifest;
}

function wordsOf({ points, grade }: Mark): string | undefined {
  return points ? formatDecimal(points) : grade;
}

/** As such, or as a share of what the item is worth; `undefined` where nothing was given, or nothing is known of it. */
export function pointsOfMark(
  { points, grade }: Mark,
  { full }: ReviewItem,
  { system }: ReviewForm,
): Decimal | undefined {
  const share = parsePercent(system.grades[grade ?? ''] ?? '');
  return points ?? (share && full && multiplyDecimals(share, full));
}
