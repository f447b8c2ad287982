/** Scores by method of assessment, where the system says what share of the total each method has. */
import { listIn } from '../group.js';
import {
  addDecimals,
  compareDecimals,
  quotientOf,
  isZero,
  multiplyDecimals,
  ZERO,
  type Decimal,
  type Rounding,
} from '../system/decimal.js';
import { addTallies, amountOf, tallyOf, type Amount } from './amount.js';
import type { IndicatorScore, MethodScore, Tally } from './types.js';

export const HUNDRED: Decimal = { units: 100n, scale: 0 };

/**
 * What each method comes to, brought to its share of the total.
 *
 * @param shares - In percent.
 * @returns none unless the shares make a whole and each piece with points has just one of the methods: then only the
 * office could say how they are to be weighed.
 */
export function methodScores(
  shares: Readonly<Record<string, Decimal>>,
  scores: readonly IndicatorScore[],
  total: Decimal,
  rounding: Rounding,
): readonly MethodScore[] {
  const whole = addDecimals(Object.values(shares));
  if (compareDecimals(whole, HUNDRED) !== 0) return [];
  const pieces = scores.flatMap((score) => piecesOf(score, []));
  const byMethod = new Map<string, Tally[]>();
  for (const { methods, tally } of pieces) {
    const [method, second] = methods.filter((each) => Object.hasOwn(shares, each));
    if (method === undefined || second !== undefined) return [];
    listIn(byMethod, method).push(tally);
  }
  return Object.entries(shares).map(([method, percent]) => {
    const share = multiplyDecimals(percent, { units: 1n, scale: 2 });
    const tally = addTallies(byMethod.get(method) ?? []);
    return { method, share, ...broughtTo(multiplyDecimals(share, total), tally, rounding) };
  });
}

interface Piece {
  readonly methods: readonly string[];
  readonly tally: Tally;
}

/** The lowest indicators and criteria that have points, with the methods by which they are assessed. */
function piecesOf(score: IndicatorScore, above: readonly string[]): Piece[] {
  const { indicator, criteria, children } = score;
  const methods = indicator.methods.length > 0 ? indicator.methods : above;
  const scored = children.filter((child) => child.scored);
  if (scored.length > 0) return scored.flatMap((child) => piecesOf(child, methods));
  const own = criteria.filter(({ criterion }) => criterion.methods.length > 0);
  const isWhole = own.length === criteria.length && isSumOf(score, criteria);
  if (own.length > 0 && isWhole) {
    return own.map((tally) => ({ methods: tally.criterion.methods, tally }));
  }
  return isZero(score.atStake) && isZero(score.earned) ? [] : [{ methods, tally: score }];
}

function isSumOf(whole: Tally, parts: readonly Tally[]): boolean {
  const sum = addTallies(parts);
  const isSame = (of: (tally: Tally) => Decimal) => compareDecimals(of(sum), of(whole)) === 0;
  return isSame(({ atStake }) => atStake) && isSame(({ earned }) => earned);
}

/** The same share of other points. */
function broughtTo(points: Decimal, tally: Tally, rounding: Rounding): Tally {
  const { atStake } = tally;
  // No indicator has the method: what it counts for, a person has to say.
  if (isZero(atStake)) return tallyOf(points, { low: ZERO, high: points });
  const worth = (earned: Decimal) =>
    quotientOf(multiplyDecimals(points, earned), atStake, {
      ...rounding,
      places: Math.max(rounding.places, points.scale),
    });
  const { low, high }: Amount = amountOf(tally);
  return tallyOf(points, { low: worth(low), high: worth(high) });
}
