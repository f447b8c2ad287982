/** What a unit has to mend after a review (整改), for each department. */
import { groupBy } from '../group.js';
import { ownerNames } from '../status/status.js';
import {
  addDecimals,
  compareDecimals,
  isNegative,
  isZero,
  parsePercent,
  subtractDecimals,
  type Decimal,
} from '../system/decimal.js';
import type { Veto } from '../system/types.js';
import { ownersOf } from '../system/walk.js';
import type { Mark, ReviewForm, ReviewItem, VetoMark } from './types.js';
import { hasOccurred, pointsOfMark, type Outcome, type Said } from './settle.js';

/** What somebody has said. */
export interface Words {
  readonly by: string;
  readonly text: string;
}

/** Something that lost points, happened, or was remarked on. */
export interface ToMend {
  readonly of:
    | { readonly is: 'item'; readonly item: ReviewItem; readonly given: readonly Mark[] }
    | { readonly is: 'veto'; readonly veto: Veto };
  /** Of a mark in dispute, at its lowest; `undefined` where nothing was lost, or nobody can say how much. */
  readonly lost: Decimal | undefined;
  /** Each once, in the order in which they were said. */
  readonly remarks: readonly Words[];
  readonly rectify: readonly Words[];
}

/** Of one department. */
export interface OwnToMend extends ToMend {
  /** Names of the other departments that owe it, too. */
  readonly others: readonly string[];
}

export interface Rectification {
  /** Name of the department; `undefined` for what none is named for. */
  readonly owner: string | undefined;
  readonly items: readonly OwnToMend[];
  readonly lost: Decimal;
}

/**
 * @param owners - Only these departments, by key; all where left out.
 * @returns departments in the order of the system, what nobody is named for last. What several owe is on the list of each.
 */
export function rectifications(
  form: ReviewForm,
  outcome: Outcome,
  owners?: ReadonlySet<string>,
): readonly Rectification[] {
  const names = ownerNames(form.system);
  const lines = toMend(form, outcome).flatMap((each) => {
    const keys = ownersFor(each, form);
    return keys.map((key) => {
      const others = keys.flatMap((other) => (other === key ? [] : (names.get(other ?? '') ?? [])));
      return { key, item: { ...each, others } };
    });
  });
  const byOwner = groupBy(lines, ({ key }) => key);
  const named: readonly (readonly [string | undefined, string | undefined])[] = [
    ...names,
    [undefined, undefined],
  ];
  return named.flatMap(([key, owner]): Rectification[] => {
    if (owners && (key === undefined || !owners.has(key))) return [];
    const items = (byOwner.get(key) ?? []).map(({ item }) => item);
    if (items.length === 0) return [];
    const lost = addDecimals(items.flatMap((each) => each.lost ?? []));
    return [{ owner, items, lost }];
  });
}

/** All of them together: what stands on several lists is one thing, and is lost once. */
export function togetherOf(all: readonly Rectification[]): {
  readonly count: number;
  readonly lost: Decimal;
  /** How many stand on several lists. */
  readonly shared: number;
} {
  const lines = all.flatMap((each) => each.items);
  const items = [...groupBy(lines, ({ of }) => of).values()];
  const lost = addDecimals(items.flatMap(([each]) => each?.lost ?? []));
  const shared = items.filter(({ length }) => length > 1).length;
  return { count: items.length, lost, shared };
}

/** In the order of the system; vetoes that occurred come first. */
export function toMend(form: ReviewForm, { items, vetoes }: Outcome): readonly ToMend[] {
  const occurred = form.vetoes.flatMap((veto): ToMend[] => {
    const settled = vetoes.get(veto);
    const isIt = hasOccurred(settled) === true;
    const remarks = wordsIn<VetoMark>(settled?.said ?? [], ({ remark }) => remark);
    return isIt ? [{ of: { is: 'veto', veto }, lost: undefined, remarks, rectify: [] }] : [];
  });
  const marked = form.items.flatMap((item): ToMend[] => {
    const settled = items.get(item.indicator);
    if (!settled) return [];
    const [lowest] = settled.given;
    const points = lowest && pointsOfMark(lowest, item, form);
    const lost = points && lostOf(points, item);
    const remarks = wordsIn<Mark>(settled.said, ({ remark }) => remark);
    // What the lead has overruled is asked of nobody.
    const deciding = settled.said.filter(
      ({ review }) => settled.agreement !== 'lead' || review.lead,
    );
    const rectify = wordsIn<Mark>(deciding, (mark) => mark.rectify);
    // Where nothing is given, what was said is all there is.
    const isTold = settled.given.length === 0 && remarks.length > 0;
    const isLess = settled.given.some((mark) => isBelowTop(mark, form));
    if (!lost && !isLess && !isTold && rectify.length === 0) return [];
    return [{ of: { is: 'item', item, given: settled.given }, lost, remarks, rectify }];
  });
  return [...occurred, ...marked];
}

/** A grade that is not worth all of it. */
function isBelowTop({ grade }: Mark, { system }: ReviewForm): boolean {
  const share = parsePercent(system.grades[grade ?? ''] ?? '');
  return share !== undefined && compareDecimals(share, WHOLE) < 0;
}

const WHOLE: Decimal = { units: 1n, scale: 0 };

/** Of bonus nothing is lost; what takes off loses what it takes. */
function lostOf(points: Decimal, { full, part }: ReviewItem): Decimal | undefined {
  const whole = part === 'bonus' ? undefined : full;
  if (!whole && !isNegative(points)) return undefined;
  const lost = subtractDecimals(whole ?? { units: 0n, scale: 0 }, points);
  return isZero(lost) ? undefined : lost;
}

/** Keys of departments; nobody where none is named. */
function ownersFor({ of }: ToMend, { items }: ReviewForm): readonly (string | undefined)[] {
  const item =
    of.is === 'item' ? of.item : items.find((each) => each.indicator.id === of.veto.indicator);
  const owners = item ? ownersOf(item) : [];
  return owners.length > 0 ? owners : [undefined];
}

function wordsIn<M>(
  said: readonly Said<M>[],
  of: (mark: M) => string | undefined,
): readonly Words[] {
  const words = new Map<string, Words>();
  for (const { review, mark } of said) {
    const text = of(mark);
    if (text !== undefined && !words.has(text)) words.set(text, { by: review.by, text });
  }
  return [...words.values()];
}
