/**
 * Patterns of names as a clerk writes them: `{year}年*总结`.
 *
 * They are no regular expressions: those are hard to read, one of them can take longer than anybody waits, and all that
 * is asked of names can be said without.
 */
import { foldName } from '../text.js';
import { fitsOf, literals, type Fits, type Step } from './steps.js';

const isDigit = (sign: string) => /^[0-9０-９]$/.test(sign);
const DIGIT: Step = { is: 'sign', takes: isDigit, many: false };
const MAY_FOLLOW: readonly Step[] = [{ is: 'optional', steps: 1 }, DIGIT];
const ANY: Step = { is: 'sign', takes: () => true, many: true };
const ONE: Step = { is: 'sign', takes: () => true, many: false };

/** What may stand in braces. */
const FIELDS = {
  year: [DIGIT, DIGIT, DIGIT, DIGIT],
  month: [DIGIT, ...MAY_FOLLOW],
  day: [DIGIT, ...MAY_FOLLOW],
  number: [DIGIT, { is: 'sign', takes: isDigit, many: true }],
} satisfies Record<string, readonly Step[]>;

export const PATTERN_FIELDS = Object.keys(FIELDS) as (keyof typeof FIELDS)[];

/** @param pattern - `*` is any characters, `?` one; compared as all names are. */
export function namePattern(pattern: string): Fits {
  const steps = pattern.split(/(\{[^{}]*\}|[*?])/).flatMap((part) =>
    stepsOf(
      part,
      PATTERN_FIELDS.find((field) => part === `{${field}}`),
    ),
  );
  const fits = fitsOf(steps, (step) => step === ANY);
  return (name) => fits(foldName(name));
}

function stepsOf(part: string, field: keyof typeof FIELDS | undefined): readonly Step[] {
  if (field) return FIELDS[field];
  if (part === '*') return [ANY];
  return part === '?' ? [ONE] : literals(foldName(part));
}
