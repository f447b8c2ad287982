/** `{ rule: deduct, cap: 10 }`: how much all deductions together may take off, here and below. */
import {
  addDecimals,
  compareDecimals,
  maxDecimal,
  minDecimal,
  subtractDecimals,
  ZERO,
  type Decimal,
} from '../system/decimal.js';
import { limitOf } from '../system/limits.js';
import { addAmounts, type Amount, type Draft } from './amount.js';
import type { Taken, Tally, Why } from './types.js';

export const NOTHING_TAKEN: Taken = { best: ZERO, worst: ZERO };

/** What is taken off before a floor, as far as it was there to be lost. */
export function takenOff(before: Amount, after: Amount): Taken {
  const off = (from: Decimal, to: Decimal) => maxDecimal(ZERO, subtractDecimals(from, to));
  return { best: off(before.high, after.high), worst: off(before.low, after.low) };
}

export function addTaken(all: readonly Taken[]): Taken {
  return {
    best: addDecimals(all.map(({ best }) => best)),
    worst: addDecimals(all.map(({ worst }) => worst)),
  };
}

/** No more than is lost. */
export function takenWithin({ best, worst }: Taken, { lost, undecided }: Tally): Taken {
  return {
    best: minDecimal(best, lost),
    worst: minDecimal(worst, addDecimals([lost, undecided])),
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
  taken: Taken,
): Limited | undefined {
  const limit = limitOf(indicator);
  const isOver = limit && compareDecimals(maxDecimal(taken.best, taken.worst), limit) > 0;
  return isOver ? { limit, taken } : undefined;
}

/** How much deductions of its own may take off besides those of its parts; `undefined` without a limit. */
export function leftWithin(
  indicator: Parameters<typeof limitOf>[0],
  taken: Taken,
): Taken | undefined {
  const limit = limitOf(indicator);
  if (!limit) return undefined;
  const { best, worst } = within({ limit, taken });
  return { best: subtractDecimals(limit, best), worst: subtractDecimals(limit, worst) };
}

/** What the limit leaves of it. */
function within({ limit, taken: { best, worst } }: Limited): Taken {
  return { best: minDecimal(best, limit), worst: minDecimal(worst, limit) };
}

/** What was taken off beyond the limit is given back. */
export function givenBack(amount: Amount, limited: Limited | undefined): Amount {
  if (!limited) return amount;
  const { taken } = limited;
  const left = within(limited);
  return addAmounts([
    amount,
    {
      low: subtractDecimals(taken.worst, left.worst),
      high: subtractDecimals(taken.best, left.best),
    },
  ]);
}

/** The reason for what the limit leaves of what is lost below, beside the other losses there. */
export function limitedDrafts(below: Draft, limited: Limited | undefined): Draft[] {
  if (!limited) return [below];
  const { limit, taken } = limited;
  const sum = maxDecimal(taken.best, taken.worst);
  const left = within(limited);
  return [
    {
      ...below,
      sure: subtractDecimals(below.sure, taken.best),
      open: subtractDecimals(below.open, openIn(taken)),
    },
    { why: { is: 'limited', cap: limit, sum }, sure: left.best, open: openIn(left) },
  ];
}

function openIn({ best, worst }: Taken): Decimal {
  return maxDecimal(ZERO, subtractDecimals(worst, best));
}

/** Drafts of deductions, as far as the limit goes, and what they take off. */
export function withinLimit(
  drafts: readonly Draft[],
  limit: Taken | undefined,
): { readonly drafts: Draft[]; readonly taken: Taken } {
  const sure = addDecimals(drafts.map((draft) => draft.sure));
  const all = addDecimals([sure, ...drafts.map((draft) => draft.open)]);
  const taken = {
    best: limit ? minDecimal(limit.best, sure) : sure,
    worst: limit ? minDecimal(limit.worst, all) : all,
  };
  const first = shared(
    drafts.map((draft) => draft.sure),
    taken.best,
  );
  const rest = shared(
    drafts.map((draft) => draft.open),
    openIn(taken),
  );
  return {
    drafts: drafts.map((draft, at) => ({
      ...draft,
      sure: first[at] ?? ZERO,
      open: rest[at] ?? ZERO,
    })),
    taken,
  };
}

/** Each as far as there is something left, in their order. */
function shared(points: readonly Decimal[], whole: Decimal): Decimal[] {
  let left = whole;
  return points.map((each) => {
    const part = minDecimal(each, left);
    left = subtractDecimals(left, part);
    return part;
  });
}
