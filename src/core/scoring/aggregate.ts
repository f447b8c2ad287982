/** How the points of children or criteria come together: added up, the best of them, some of them, or their mean. */
import {
  addDecimals,
  compareDecimals,
  divideDecimals,
  isZero,
  maxDecimal,
  minDecimal,
  multiplyDecimals,
  subtractDecimals,
  ZERO,
  type Decimal,
} from '../system/decimal.js';
import type { ScoringRule } from '../system/types.js';
import { addAmounts, amountOf, NOTHING, perhaps, type Amount, type Draft } from './amount.js';
import { givenBack, limitedDrafts, type Limited } from './limits.js';
import { whole } from './part.js';
import type { Tally, Why } from './types.js';

const TOGETHER: ReadonlySet<ScoringRule['rule']> = new Set(['sum', 'highest', 'choose', 'average']);

export function isTogether({ rule }: ScoringRule): boolean {
  return TOGETHER.has(rule);
}

interface Together {
  readonly amount: Amount;
  readonly atStake: Decimal;
  readonly drafts: readonly Draft[];
}

/**
 * @param points - Of what they are parts of; `undefined` where that has none of its own.
 * @param limited - Where deductions have taken off more than they may together.
 */
export function together(
  rule: ScoringRule | undefined,
  parts: readonly Tally[],
  points: Decimal | undefined,
  places: number,
  limited?: Limited,
): Together {
  if (parts.length === 0) return { amount: NOTHING, atStake: points ?? ZERO, drafts: [] };
  const kind = rule?.rule;
  if (kind === 'highest') return best(kind, parts, points, 1);
  if (kind === 'choose') return best(kind, parts, points, numberIn(rule?.take, parts.length));
  return kind === 'average' ? mean(parts, points, places) : sum(parts, points, limited);
}

function numberIn(take: string | undefined, most: number): number {
  const digits = /\d{1,4}/.exec(take ?? '')?.[0];
  return digits === undefined ? most : Math.min(most, Number(digits));
}

function best(
  rule: ScoringRule['rule'],
  parts: readonly Tally[],
  points: Decimal | undefined,
  count: number,
): Together {
  const sumOf = (of: (tally: Tally) => Decimal) =>
    addDecimals(
      parts
        .map(of)
        .sort((a, b) => compareDecimals(b, a))
        .slice(0, count),
    );
  const atStake = points ?? sumOf((tally) => tally.atStake);
  const amount = {
    low: minDecimal(
      atStake,
      sumOf(({ earned }) => earned),
    ),
    high: minDecimal(
      atStake,
      sumOf((tally) => amountOf(tally).high),
    ),
  };
  return { amount, atStake, drafts: [lacking({ is: 'parts', rule }, amount, atStake)] };
}

/** A draft for all that is lost and all that is undecided. */
function lacking(why: Why, { low, high }: Amount, atStake: Decimal): Draft {
  return { why, sure: subtractDecimals(atStake, high), open: subtractDecimals(high, low) };
}

/** Each part counts alike where the whole has no points of its own; else by its share of them. */
function mean(parts: readonly Tally[], points: Decimal | undefined, places: number): Together {
  const stakes = addDecimals(parts.map(({ atStake }) => atStake));
  const atStake = points ?? divideDecimals(stakes, whole(parts.length), places);
  const share = (sumOf: Decimal) =>
    isZero(stakes)
      ? ZERO
      : minDecimal(atStake, divideDecimals(multiplyDecimals(atStake, sumOf), stakes, places));
  const all = addAmounts(parts.map(amountOf));
  const amount = { low: share(all.low), high: share(all.high) };
  return { amount, atStake, drafts: [lacking({ is: 'parts', rule: 'average' }, amount, atStake)] };
}

/** Where the parts have fewer points than the whole, nobody can earn the rest: a contradiction for a person. */
function sum(
  parts: readonly Tally[],
  points: Decimal | undefined,
  limited: Limited | undefined,
): Together {
  const stakes = addDecimals(parts.map(({ atStake }) => atStake));
  const all = givenBack(addAmounts(parts.map(amountOf)), limited);
  const atStake = points ?? maxDecimal(ZERO, stakes);
  const gap = maxDecimal(ZERO, subtractDecimals(atStake, stakes));
  const amount = {
    low: minDecimal(atStake, all.low),
    high: minDecimal(atStake, addDecimals([all.high, gap])),
  };
  const lost = parts.map((part) => subtractDecimals(part.lost, part.undecided));
  const undecided = parts.map((part) => part.undecided);
  return {
    amount,
    atStake,
    drafts: [
      ...limitedDrafts(
        { why: BELOW, sure: addDecimals(lost), open: addDecimals(undecided) },
        limited,
      ),
      perhaps({ is: 'undistributed', sum: stakes }, gap),
    ],
  };
}

/** What is lost below; told there, and not once more above. */
export const BELOW: Why = { is: 'parts', rule: 'sum' };
