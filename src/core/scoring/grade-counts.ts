/** How many indicators reach a grade: what bands ask as “C 级及以上不低于 90%”. */
import {
  compareDecimals,
  roundDecimal,
  isZero,
  multiplyDecimals,
  parsePercent,
  ZERO,
  type Decimal,
} from '../system/decimal.js';
import type { BandGrade } from '../system/types.js';
import { amountOf } from './amount.js';
import type { Context } from './context.js';
import { whole } from './part.js';
import type { GradeCount, IndicatorScore, Tally } from './types.js';

/** The lowest indicators with points that apply, with all that they and those above are called and marked. */
interface Counted {
  readonly tally: Tally;
  readonly names: readonly string[];
}

function countedIn(
  scores: readonly IndicatorScore[],
  above: readonly string[],
  isLost: boolean,
): Counted[] {
  return scores.flatMap((score): Counted[] => {
    const { indicator, exempt, children, losses, atStake } = score;
    if (exempt) return [];
    const names = [...above, indicator.id, indicator.code, ...indicator.marks];
    const isZeroed = isLost || losses.some(({ why, undecided }) => why.is === 'veto' && !undecided);
    if (children.some((child) => child.scored)) return countedIn(children, names, isZeroed);
    if (isZero(atStake)) return [];
    return [{ tally: isZeroed ? { ...score, earned: ZERO, undecided: ZERO } : score, names }];
  });
}

/** @returns how many reach a grade, for anything that a band may ask. */
export function gradeCounter(
  context: Context,
  scores: readonly IndicatorScore[],
): (asked: BandGrade) => GradeCount {
  const all = countedIn(scores, [], false);
  return (asked) => {
    const own =
      asked.of.length === 0
        ? all
        : all.filter(({ names }) => asked.of.some((name) => names.includes(name)));
    const share = parsePercent(context.system.grades[asked.grade] ?? '');
    const reaching = (of: (tally: Tally) => Decimal) =>
      own.filter(({ tally }) => {
        const worth =
          share && roundDecimal(multiplyDecimals(tally.atStake, share), context.roundingFor());
        return worth !== undefined && compareDecimals(of(tally), worth) >= 0;
      }).length;
    return {
      asked,
      all: own.length,
      sure: reaching(({ earned }) => earned),
      most: reaching((tally) => amountOf(tally).high),
    };
  };
}

export function isEnough({ asked: { least }, all }: GradeCount, count: number): boolean {
  const wanted = least.isShare ? multiplyDecimals(least.value, whole(all)) : least.value;
  return compareDecimals(whole(count), wanted) >= 0;
}
