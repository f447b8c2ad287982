import { foldName } from '../text.js';
import { compareDecimals, parseDecimal } from './decimal.js';
import type { Condition, Indicator, Requirement } from './types.js';

/** `person`: the profile does not say, or the condition is in words. */
type Applies = 'yes' | 'no' | 'person';

/** Does something with this condition apply to a unit with this profile? */
export function appliesTo(
  condition: Condition | undefined,
  profile: Readonly<Record<string, string>>,
): Applies {
  if (condition === undefined) return 'yes';
  if ('unit' in condition) {
    return every(
      Object.entries(condition.unit).map(([field, values]) => holds(values, profile[field])),
    );
  }
  if ('all' in condition) return every(condition.all.map((each) => appliesTo(each, profile)));
  if ('any' in condition) {
    return opposite(every(condition.any.map((each) => opposite(appliesTo(each, profile)))));
  }
  if ('not' in condition) return opposite(appliesTo(condition.not, profile));
  return 'person';
}

/** Evidence that a unit gives for an indicator that its profile excludes: what proves that it does not apply. */
export function proofAsked(
  { applies, exempt, children }: Indicator,
  profile: Readonly<Record<string, string>>,
): readonly Requirement[] {
  if (children.length > 0 || appliesTo(applies, profile) !== 'no') return [];
  return exempt?.proof ?? [];
}

/** Evidence of an indicator; what only proves criteria is asked for where one of them applies. */
export function evidenceOf({ evidence, criteria }: Indicator): readonly Requirement[] {
  if (!criteria.some(({ applies }) => applies)) return evidence;
  return evidence.map((requirement) => {
    const proven = criteria.filter(({ code }) => requirement.for.includes(code));
    const [first, ...others] = proven.flatMap(({ applies }) => applies ?? []);
    if (!first || others.length + 1 < proven.length) return requirement;
    const any = others.length > 0 ? { any: [first, ...others] } : first;
    const applies = requirement.applies ? { all: [requirement.applies, any] } : any;
    return { ...requirement, applies };
  });
}

function every(answers: readonly Applies[]): Applies {
  if (answers.includes('no')) return 'no';
  return answers.includes('person') ? 'person' : 'yes';
}

function opposite(answer: Applies): Applies {
  return answer === 'person' ? 'person' : answer === 'yes' ? 'no' : 'yes';
}

function holds(values: readonly string[], actual: string | undefined): Applies {
  if (actual === undefined || actual === '') return 'person';
  return values.some((value) => isOne(value, actual)) ? 'yes' : 'no';
}

/** A value, or a comparison such as `>=50`, `≥50`, `<6`. */
function isOne(value: string, actual: string): boolean {
  const [, sign, limit = ''] = /^(>=|<=|>|<|≥|≤)\s*(\S+)$/.exec(value) ?? [];
  if (sign === undefined) return foldName(value.trim()) === foldName(actual.trim());
  const left = parseDecimal(actual.trim());
  const right = parseDecimal(limit);
  if (!left || !right) return false;
  const order = compareDecimals(left, right);
  switch (sign) {
    case '>':
      return order > 0;
    case '<':
      return order < 0;
    case '<=':
    case '≤':
      return order <= 0;
    default:
      return order >= 0;
  }
}
