/** How much bonus there is to earn at the most, whether anybody has claimed it or not. */
import { addDecimals, isNegative, maxDecimal, ZERO, type Decimal } from '../system/decimal.js';
import type { ScoringRule } from '../system/types.js';
import { lowestOf } from './amount.js';
import { isTogether } from './aggregate.js';
import { tierPoints } from './tiers.js';
import type { IndicatorScore } from './types.js';

/** `undefined` where the scoring system sets no limit. */
export function mostOf({ indicator, children }: Pick<IndicatorScore, 'indicator' | 'children'>) {
  return lowestOf(indicator.points, indicator.cap) ?? mostWithin(indicator.scoring, children);
}

/** What several may add together. */
export function mostOfAll(scores: readonly IndicatorScore[]): Decimal | undefined {
  return sumOf(scores.map(mostOf));
}

function mostWithin(
  scoring: readonly ScoringRule[],
  children: readonly IndicatorScore[],
): Decimal | undefined {
  const together = scoring.find(isTogether);
  const below = children.map(mostOf);
  const rules = scoring.filter((rule) => !isTogether(rule)).map(mostBy);
  if (below.length + rules.length === 0) return undefined;
  if (together?.rule !== 'highest') return sumOf([...rules, ...below]);
  const known = below.filter((most) => most !== undefined);
  const best = known.length === below.length ? known.reduce(maxDecimal, ZERO) : undefined;
  return sumOf([...rules, best]);
}

function mostBy(rule: ScoringRule): Decimal | undefined {
  if (rule.rule === 'deduct') return ZERO;
  if (rule.tiers.length > 0) {
    const gains = rule.tiers.filter(({ points }) => !isNegative(points));
    return rule.points ?? tierPoints(rule, gains);
  }
  return rule.rule === 'add' ? rule.cap : (rule.range?.max ?? rule.points);
}

function sumOf(all: readonly (Decimal | undefined)[]): Decimal | undefined {
  const known = all.filter((each) => each !== undefined);
  return known.length === all.length ? addDecimals(known) : undefined;
}
