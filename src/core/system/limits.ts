/** A deduction that only has a cap is none of its own: it limits what the others take off together. */
import { minDecimal, type Decimal } from './decimal.js';
import type { ScoringRule } from './types.js';

export function isLimit({ rule, when, each, points, per, full, cap }: ScoringRule): boolean {
  const isBare = [when, each, points, per, full].every((value) => value === undefined);
  return rule === 'deduct' && cap !== undefined && isBare;
}

/** How much the deductions of an indicator, and of all below it, may take off together. */
export function limitOf({
  scoring,
}: {
  readonly scoring: readonly ScoringRule[];
}): Decimal | undefined {
  const caps = scoring.flatMap((rule) => (isLimit(rule) && rule.cap ? [rule.cap] : []));
  return caps.length > 0 ? caps.reduce(minDecimal) : undefined;
}
