/** What a unit has to mend after a review (整改), for each department. */
import { groupBy } from '../group.js';
import { ownerNames } from '../status/status.js';
import {
  addDecimals,
  isNegative,
  isZero,
  subtractDecimals,
  type Decimal,
} from '../system/decimal.js';
import type { Veto } from '../system/types.js';
import { ownersOf } from '../system/walk.js';
import type { ReviewForm, ReviewItem } from './form.js';
import { pointsOfMark, type Outcome, type Said } from './settle.js';
import type { Mark, VetoMark } from './types.js';

/** Something that lost points, happened, or was remarked on. */
export interface ToMend {
  readonly of:
    | { readonly is: 'item'; readonly item: ReviewItem; readonly given: readonly Mark[] }
    | { readonly is: 'veto'; readonly veto: Veto };
  /** Of a mark in dispute, at its lowest; `undefined` where nothing was lost, or nobody can say how much. */
  readonly lost: Decimal | undefined;
  /** Each once, in the order in which they were said. */
  readonly remarks: readonly string[];
  readonly rectify: readonly string[];
}

export interface Rectification {
  /** Name of the department; `undefined` for what none is named for. */
  readonly owner: string | undefined;
  readonly items: readonly ToMend[];
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
  const lines = toMend(form, outcome).flatMap((each) =>
    ownersFor(each, form).map((key): readonly [string | undefined, ToMend] => [key, each]),
  );
  const byOwner = groupBy(lines, ([key]) => key);
  const named: readonly (readonly [string | undefined, string | undefined])[] = [
    ...ownerNames(form.system),
    [undefined, undefined],
  ];
  return named.flatMap(([key, owner]): Rectification[] => {
    if (owners && (key === undefined || !owners.has(key))) return [];
    const items = (byOwner.get(key) ?? []).map(([, each]) => each);
    if (items.length === 0) return [];
    const lost = addDecimals(items.flatMap((each) => each.lost ?? []));
    return [{ owner, items, lost }];
  });
}

/** In the order of the system; vetoes that occurred come first. */
export function toMend(form: ReviewForm, { items, vetoes }: Outcome): readonly ToMend[] {
  const occurred = form.vetoes.flatMap((veto): ToMend[] => {
    const settled = vetoes.get(veto);
    const isIt = settled?.given.some(({ occurred }) => occurred === true) ?? false;
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
    const rectify = wordsIn<Mark>(settled.said, (mark) => mark.rectify);
    // Where the system gives no points, what was said is all there is.
    const isTold = lost !== undefined || rectify.length > 0;
    if (!isTold && (item.full !== undefined || remarks.length === 0)) return [];
    return [{ of: { is: 'item', item, given: settled.given }, lost, remarks, rectify }];
  });
  return [...occurred, ...marked];
}

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
): readonly string[] {
  return [...new Set(said.flatMap(({ mark }) => of(mark) ?? []))];
}
