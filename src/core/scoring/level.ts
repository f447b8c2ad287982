/** What rules that say how much is earned have in common. */
import { maxDecimal, subtractDecimals, ZERO, type Decimal } from '../system/decimal.js';
import type { ScoringRule } from '../system/types.js';
import { exactly, upTo, type Amount } from './amount.js';
import { NO_OUTCOME, type AskedRule, type Outcome, type Part } from './part.js';
import { askedOf, supportOf } from './support.js';
import type { Why } from './types.js';

export function fullOf(part: Part, { points }: ScoringRule): Decimal {
  return points ?? part.points ?? ZERO;
}

export function outcome(
  part: Part,
  full: Decimal,
  amount: Amount,
  why: Why,
  more: Partial<Outcome> = {},
) {
  const open = subtractDecimals(amount.high, amount.low);
  const lost = subtractDecimals(full, amount.high);
  return {
    ...NO_OUTCOME,
    amount,
    atStake: part.bonus ? maxDecimal(ZERO, amount.high) : full,
    drafts: [{ why, sure: lost, open }],
    ...more,
  } satisfies Outcome;
}

/** Nobody has answered a rule that only a person can answer. */
export function unanswered(part: Part, { rule, number }: AskedRule, full: Decimal): Outcome {
  const { covers } = part;
  return supportOf(covers) === 'none'
    ? outcome(part, full, exactly(ZERO), { is: 'nothing', requirements: askedOf(covers) })
    : outcome(part, full, upTo(full), { is: 'unsaid', rule, number });
}
