/** `{ rule: deduct, cap: 10 }`: how much all deductions together may take off, here and below. */
import {
  addDecimals,
  compareDecimals,
  minDecimal,
  subtractDecimals,
  ZERO,
  type Decimal,
} from '../system/decimal.js';
import { limitOf } from '../system/limits.js';
import { addAmounts, type Amount, type Draft } from './amount.js';
import type { IndicatorScore, Loss, Why } from './types.js';

/** What deductions have taken off: for good, and perhaps. */
export interface Taken {
  readonly sure: Decimal;
  readonly open: Decimal;
}

const NONE: Taken = { sure: ZERO, open: ZERO };

/** Of losses, those that deductions make. */
export function takenIn(losses: readonly Loss[]): Taken {
  const sum = (isOpen: boolean) =>
    addDecimals(
      losses.flatMap(({ why, undecided, points }) =>
        undecided === isOpen && isDeduction(why) ? [points] : [],
      ),
    );
  return { sure: sum(false), open: sum(true) };
}

/** What deductions have taken off an indicator with all that is below it. */
export function takenFrom(score: IndicatorScore): Taken {
  const own = takenIn(score.losses);
  // A veto is no deduction, and nothing is given back of what it leaves at zero.
  if (score.losses.some(({ why, undecided }) => why.is === 'veto' && !undecided)) return NONE;
  // What a limit of its own leaves of those below stands among its own losses.
  const isLimited = score.losses.some(({ why }) => why.is === 'limited');
  const all = isLimited ? own : addTaken([own, ...score.children.map(takenFrom)]);
  return { sure: minDecimal(all.sure, score.lost), open: minDecimal(all.open, score.undecided) };
}

export function addTaken(all: readonly Taken[]): Taken {
  return {
    sure: addDecimals(all.map(({ sure }) => sure)),
    open: addDecimals(all.map(({ open }) => open)),
  };
}

const BY_DEDUCTIONS: readonly Why['is'][] = ['missing', 'late', 'occurred', 'limited'];

export function isDeduction(why: Why): boolean {
  if (why.is === 'unsaid') return why.rule.rule === 'deduct';
  return BY_DEDUCTIONS.includes(why.is);
}

/** A limit, and what would be taken off without it. */
export interface Limited {
  readonly limit: Decimal;
  readonly taken: Taken;
}

/** Nothing where there is no limit, or less is taken off. */
export function limitedBy(
  indicator: Parameters<typeof limitOf>[0],
  taken: () => Taken,
): Limited | undefined {
  const limit = limitOf(indicator);
  if (!limit) return undefined;
  const all = taken();
  const isOver = compareDecimals(addDecimals([all.sure, all.open]), limit) > 0;
  return isOver ? { limit, taken: all } : undefined;
}

/** How much deductions of its own may still take off, besides those of its parts; `undefined` without a limit. */
export function leftWithin(
  indicator: Parameters<typeof limitOf>[0],
  taken: () => Taken,
): Decimal | undefined {
  const limit = limitOf(indicator);
  if (!limit) return undefined;
  const { sure, open } = within({ limit, taken: taken() });
  return subtractDecimals(limit, addDecimals([sure, open]));
}

/** What is left to be taken off within the limit. */
function within({ limit, taken: { sure, open } }: Limited): Taken {
  const first = minDecimal(sure, limit);
  const all = minDecimal(addDecimals([sure, open]), limit);
  return { sure: first, open: subtractDecimals(all, first) };
}

/** What was taken off beyond the limit is given back. */
export function givenBack(amount: Amount, limited: Limited | undefined): Amount {
  if (!limited) return amount;
  const { taken } = limited;
  const left = within(limited);
  const back = (all: Decimal, kept: Decimal) => subtractDecimals(all, kept);
  const high = back(taken.sure, left.sure);
  const low = addDecimals([high, back(taken.open, left.open)]);
  return addAmounts([amount, { low, high }]);
}

/** The reason for what the limit leaves of what is lost below, beside the other losses there. */
export function limitedDrafts(below: Draft, limited: Limited | undefined): Draft[] {
  if (!limited) return [below];
  const { limit, taken } = limited;
  const sum = addDecimals([taken.sure, taken.open]);
  return [
    {
      ...below,
      sure: subtractDecimals(below.sure, taken.sure),
      open: subtractDecimals(below.open, taken.open),
    },
    { why: { is: 'limited', cap: limit, sum }, ...within(limited) },
  ];
}

/** Drafts of deductions, as far as the limit goes; what is sure comes before what is open. */
export function withinLimit(drafts: readonly Draft[], limit: Decimal | undefined): Draft[] {
  if (!limit) return [...drafts];
  let left = limit;
  const take = (points: Decimal) => {
    const taken = minDecimal(points, left);
    left = subtractDecimals(left, taken);
    return taken;
  };
  const sure = drafts.map((draft) => take(draft.sure));
  const open = drafts.map((draft) => take(draft.open));
  return drafts.map((draft, at) => ({ ...draft, sure: sure[at] ?? ZERO, open: open[at] ?? ZERO }));
}
