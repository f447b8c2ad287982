/** Shares and numbers in the words of a standard: `90%`, `≥90%`, `10例`, `不超过5天`, `每低1个百分点`. */
import {
  compareDecimals,
  divideDecimals,
  isNegative,
  isZero,
  multiplyDecimals,
  parseDecimal,
  parsePercent,
  subtractDecimals,
  type Decimal,
} from './decimal.js';
import type { Measure, ScoringRule } from './types.js';

const SHARE = /(\d{1,9}(?:\.\d{1,9})?)?\s*(?:[%％]|个?百分点|percentage points?)/iu;
const NUMBER = /\d{1,9}(?:\.\d{1,9})?/u;
const AT_MOST = /≤|<=|以内|以下|不超过|不高于|不多于|至多|最多|at most|up to/iu;
const BEGUN = /不足|不满|未满|begun|part of/iu;

/** The share or number that a text names; a percentage point without a number is one. */
export function measureIn(text: string | undefined): Measure | undefined {
  if (text === undefined) return undefined;
  const share = SHARE.exec(text);
  const value = share
    ? parsePercent(`${share[1] ?? '1'}%`)
    : parseDecimal(NUMBER.exec(text)?.[0] ?? '');
  return value && { value, isShare: share !== null };
}

/** `≤5%`, `不超过30天`: the less, the better. */
export function isAtMost(text: string | undefined): boolean {
  return AT_MOST.test(text ?? '');
}

/** So much off, or on, for each step by which what is measured is away from what is full? */
export function isStepped({ rule, full }: ScoringRule): boolean {
  return full !== undefined && (rule === 'deduct' || rule === 'add');
}

/** Is that what the rule asks a person for: a share, or a number of something? */
export function isMeasuredBy(rule: ScoringRule, by: 'share' | 'number'): boolean {
  const isShare = by === 'share';
  if (rule.tiers.some(({ from }) => from?.isShare === isShare)) return true;
  return isStepped(rule) && measureIn(rule.full)?.isShare === isShare;
}

/** How many steps short of what is full, or of an addition beyond it; a step that is only begun as the words have it. */
export function stepsIn(rule: ScoringRule, measured: Measure): number | undefined {
  const full = measureIn(rule.full);
  const step = measureIn(rule.per);
  if (full?.isShare !== measured.isShare || step?.isShare !== measured.isShare) return undefined;
  if (isZero(step.value)) return undefined;
  const isBelow = (rule.rule === 'add') === isAtMost(rule.full);
  const gap = isBelow
    ? subtractDecimals(full.value, measured.value)
    : subtractDecimals(measured.value, full.value);
  return isNegative(gap) ? 0 : stepsOver(gap, step.value, BEGUN.test(rule.per ?? ''));
}

function stepsOver(gap: Decimal, step: Decimal, isBegunOne: boolean): number {
  const whole = divideDecimals(gap, step, 0);
  const isBegun = compareDecimals(multiplyDecimals(whole, step), gap) < 0;
  return Number(whole.units) + (isBegun && isBegunOne ? 1 : 0);
}

/** Does it not come up to where points begin (`from`)? */
export function isShortOf({ full, from }: ScoringRule, measured: Measure): boolean {
  const least = measureIn(from);
  if (least?.isShare !== measured.isShare) return false;
  const order = compareDecimals(measured.value, least.value);
  return isAtMost(full) ? order > 0 : order < 0;
}
