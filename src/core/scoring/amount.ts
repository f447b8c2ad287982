/** Points between what is sure and what may yet be: everything is reckoned with both ends. */
import {
  addDecimals,
  compareDecimals,
  isZero,
  maxDecimal,
  minDecimal,
  subtractDecimals,
  ZERO,
  type Decimal,
} from '../system/decimal.js';
import type { Criterion } from '../system/types.js';
import type { Loss, Tally, Why } from './types.js';

export interface Amount {
  /** Earned whatever a person decides. */
  readonly low: Decimal;
  /** Earned if all that is undecided comes out well. */
  readonly high: Decimal;
}

export const NOTHING: Amount = { low: ZERO, high: ZERO };

export function exactly(points: Decimal): Amount {
  return { low: points, high: points };
}

/** Undecided: all of it, or nothing. */
export function upTo(points: Decimal): Amount {
  return { low: minDecimal(ZERO, points), high: maxDecimal(ZERO, points) };
}

export function addAmounts(amounts: readonly Amount[]): Amount {
  return {
    low: addDecimals(amounts.map(({ low }) => low)),
    high: addDecimals(amounts.map(({ high }) => high)),
  };
}

export function atMost({ low, high }: Amount, limit: Decimal | undefined): Amount {
  return limit ? { low: minDecimal(low, limit), high: minDecimal(high, limit) } : { low, high };
}

/** Of limits, the lowest; `undefined` where there is none. */
export function lowestOf(...limits: readonly (Decimal | undefined)[]): Decimal | undefined {
  return limits.reduce((low, limit) => (low && limit ? minDecimal(low, limit) : (low ?? limit)));
}

export function notNegative({ low, high }: Amount): Amount {
  return { low: maxDecimal(low, ZERO), high: maxDecimal(high, ZERO) };
}

export function tallyOf(atStake: Decimal, { low, high }: Amount): Tally {
  return {
    atStake,
    earned: low,
    lost: subtractDecimals(atStake, high),
    undecided: subtractDecimals(high, low),
  };
}

export function amountOf({ earned, undecided }: Tally): Amount {
  return { low: earned, high: addDecimals([earned, undecided]) };
}

export const NO_TALLY: Tally = tallyOf(ZERO, NOTHING);

export function addTallies(tallies: readonly Tally[]): Tally {
  const sum = (of: (tally: Tally) => Decimal) => addDecimals(tallies.map(of));
  return {
    atStake: sum(({ atStake }) => atStake),
    earned: sum(({ earned }) => earned),
    lost: sum(({ lost }) => lost),
    undecided: sum(({ undecided }) => undecided),
  };
}

/** A reason for losing points, before a floor or a cap says how many of them count. */
export interface Draft {
  readonly why: Why;
  /** Lost for good. */
  readonly sure: Decimal;
  /** Lost unless it comes out well. */
  readonly open: Decimal;
  readonly criterion?: Criterion | undefined;
}

export function surely(why: Why, points: Decimal): Draft {
  return { why, sure: points, open: ZERO };
}

export function perhaps(why: Why, points: Decimal): Draft {
  return { why, sure: ZERO, open: points };
}

/**
 * The losses that together are what is lost and what is undecided: reasons in their order, as far as there is something
 * left to lose. What only a person can answer is asked also where other reasons have all of it: the answer is wanted now.
 *
 * @param rest - The reason for what no other explains.
 */
export function settleLosses(
  { lost, undecided }: Tally,
  drafts: readonly Draft[],
  rest: Why,
): readonly Loss[] {
  return [...share(drafts, lost, rest, false), ...share(drafts, undecided, rest, true)];
}

function share(drafts: readonly Draft[], whole: Decimal, rest: Why, undecided: boolean): Loss[] {
  const losses: Loss[] = [];
  let left = whole;
  for (const { why, criterion, sure, open } of drafts) {
    const points = minDecimal(undecided ? open : sure, left);
    const isAsked = undecided && why.is === 'unsaid' && !isZero(whole) && !isZero(open);
    if (compareDecimals(points, ZERO) <= 0 && !isAsked) continue;
    losses.push({ points, undecided, why, criterion });
    left = subtractDecimals(left, points);
  }
  if (!isZero(left)) losses.push({ points: left, undecided, why: rest, criterion: undefined });
  return losses;
}
