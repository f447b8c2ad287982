/** How the points of children or criteria come together: added up, the best of them, some of them, or their mean. */
import {
  addDecimals,
  compareDecimals,
  quotientOf,
  isZero,
  maxDecimal,
  minDecimal,
  multiplyDecimals,
  subtractDecimals,
  ZERO,
  type Decimal,
  type Rounding,
} from '../system/decimal.js';
import { takingIn } from '../system/taking.js';
import type { ScoringRule } from '../system/types.js';
import {
  addAmounts,
  amountOf,
  atMost,
  NOTHING,
  perhaps,
  type Amount,
  type Draft,
} from './amount.js';
import { givenBack, limitedDrafts, type Limited } from './limits.js';
import { whole } from './part.js';
import type { Tally, Why } from './types.js';

const TOGETHER: ReadonlySet<ScoringRule['rule']> = new Set(['sum', 'highest', 'choose', 'average']);

export function isTogether({ rule }: ScoringRule): boolean {
  return TOGETHER.has(rule);
}

/** A part of something, with what it is worth where all of it applies. */
interface Weighed extends Tally {
  readonly worth?: Decimal | undefined;
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
  parts: readonly Weighed[],
  points: Decimal | undefined,
  rounding: Rounding,
  limited?: Limited,
): Together {
  if (parts.length === 0) return { amount: NOTHING, atStake: points ?? ZERO, drafts: [] };
  if (!rule || rule.rule === 'sum') return sum(parts, points, limited);
  const kept = keptOf(rule, parts.length);
  return rule.rule === 'average'
    ? mean(kept, parts, points, rounding)
    : best(rule.rule, kept, parts, points);
}

/** Of values by size, the highest first: those that count. */
interface Kept {
  readonly from: number;
  readonly to: number;
}

/** Where there are no more than are left out, all of them count. */
function keptOf({ rule, take }: ScoringRule, count: number): Kept {
  const taking = rule === 'highest' ? { best: 1 } : takingIn(take);
  const all = { from: 0, to: count };
  if (!taking) return all;
  if ('best' in taking) return { from: 0, to: Math.min(count, taking.best) };
  const { highest, lowest } = taking;
  return highest + lowest < count ? { from: highest, to: count - lowest } : all;
}

function sumOf(
  { from, to }: Kept,
  parts: readonly Tally[],
  of: (tally: Tally) => Decimal,
): Decimal {
  const values = parts.map(of).sort((a, b) => compareDecimals(b, a));
  return addDecimals(values.slice(from, to));
}

function amountOfKept(kept: Kept, parts: readonly Tally[]): Amount {
  return {
    low: sumOf(kept, parts, ({ earned }) => earned),
    high: sumOf(kept, parts, (tally) => amountOf(tally).high),
  };
}

function best(
  rule: ScoringRule['rule'],
  kept: Kept,
  parts: readonly Tally[],
  points: Decimal | undefined,
): Together {
  const atStake = points ?? sumOf(kept, parts, (tally) => tally.atStake);
  const amount = atMost(amountOfKept(kept, parts), atStake);
  return { amount, atStake, drafts: [lacking({ is: 'parts', rule }, amount, atStake)] };
}

/** A draft for all that is lost and all that is undecided. */
function lacking(why: Why, { low, high }: Amount, atStake: Decimal): Draft {
  return { why, sure: subtractDecimals(atStake, high), open: subtractDecimals(high, low) };
}

/**
 * Each part counts by its points. Parts that are worth the same count alike, such as years, also where not all of one
 * applies to the unit.
 */
function mean(
  kept: Kept,
  weighed: readonly Weighed[],
  points: Decimal | undefined,
  rounding: Rounding,
): Together {
  const parts = evened(weighed);
  const stakes = sumOf(kept, parts, (tally) => tally.atStake);
  const each = parts === weighed ? undefined : weighed[0]?.worth;
  const atStake = points ?? each ?? quotientOf(stakes, whole(kept.to - kept.from), rounding);
  const share = (sum: Decimal) =>
    isZero(stakes)
      ? ZERO
      : minDecimal(atStake, quotientOf(multiplyDecimals(atStake, sum), stakes, rounding));
  const { low, high } = amountOfKept(kept, parts);
  const amount = { low: share(low), high: share(high) };
  return { amount, atStake, drafts: [lacking({ is: 'parts', rule: 'average' }, amount, atStake)] };
}

/** The same parts by one measure, exactly: each is multiplied by what the others are worth. */
function evened(parts: readonly Weighed[]): readonly Tally[] {
  const [first] = parts;
  const isWhole = ({ atStake, worth }: Weighed) => worth && compareDecimals(atStake, worth) === 0;
  const isAlike = ({ atStake, worth }: Weighed) =>
    first?.worth && worth && compareDecimals(worth, first.worth) === 0 && !isZero(atStake);
  if (!parts.every(isAlike) || parts.every(isWhole)) return parts;
  return parts.map((part) => {
    const others = parts.filter((each) => each !== part).map(({ atStake }) => atStake);
    const by = others.reduce(multiplyDecimals, ONE);
    return {
      atStake: multiplyDecimals(part.atStake, by),
      earned: multiplyDecimals(part.earned, by),
      lost: multiplyDecimals(part.lost, by),
      undecided: multiplyDecimals(part.undecided, by),
    };
  });
}

const ONE = whole(1);

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
  const lost = parts.map((part) => part.lost);
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
