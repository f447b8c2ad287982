/** Conditions that no unit can hold at once. */
import type { RequirementConflict } from '../../messages/faults.js';
import { foldName } from '../text.js';
import { appliesTo } from './conditions.js';
import type { Condition } from './types.js';

export type { Condition };

/** That a field of the profile has one of these values. */
interface Demand {
  readonly field: string;
  readonly values: readonly string[];
}

/** Of a field that a condition and one around it ask different values of, what both ask. */
export function* excluded(
  own: readonly Condition[],
  outer: readonly Condition[],
): Generator<RequirementConflict> {
  const around = outer.flatMap(demandsOf);
  const known = new Map<string, Demand[]>();
  for (const demand of [...around, ...own.flatMap(demandsOf)]) {
    const others = known.get(demand.field) ?? [];
    const against = around.includes(demand)
      ? undefined
      : others.find((other) => !canBoth(demand, other));
    if (against) {
      yield {
        is: 'applies',
        field: demand.field,
        own: demand.values.join('、'),
        other: against.values.join('、'),
      };
    }
    known.set(demand.field, [...others, demand]);
  }
}

/** What must hold for sure; alternatives and words are left to whoever fills in the profile. */
function demandsOf(condition: Condition): Demand[] {
  if ('all' in condition) return condition.all.flatMap(demandsOf);
  if (!('unit' in condition)) return [];
  return Object.entries(condition.unit).map(([field, values]) => ({ field, values }));
}

function canBoth(a: Demand, b: Demand): boolean {
  return a.values.some((one) => b.values.some((other) => isCompatible(one, other)));
}

function isCompatible(a: string, b: string): boolean {
  const [left, right] = [limitOf(a), limitOf(b)];
  if (!left && !right) return foldName(a.trim()) === foldName(b.trim());
  if (!left) return holds(b, a);
  if (!right) return holds(a, b);
  if (left.isUpper === right.isUpper) return true;
  const [low, high] = left.isUpper ? [right, left] : [left, right];
  return low.number < high.number || (low.number === high.number && low.isIn && high.isIn);
}

function holds(comparison: string, value: string): boolean {
  return appliesTo({ unit: { x: [comparison] } }, { x: value }) === 'yes';
}

/** Of `>=50`. */
function limitOf(value: string) {
  const [, sign = '', number = ''] = /^(>=|<=|>|<|≥|≤)\s*(\S+)$/.exec(value) ?? [];
  if (sign === '') return undefined;
  return { number: Number(number), isUpper: /[<≤]/.test(sign), isIn: /[=≥≤]/.test(sign) };
}
