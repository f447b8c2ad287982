/** Which scoring rule an entry of `scores.yaml` answers. */
import type { Answer } from '../../messages/faults.js';
import { foldName } from '../text.js';
import { isLimit } from '../system/limits.js';
import type { ScoringRule } from '../system/types.js';
import type { ScoreEntry } from './scores.js';

export const ANSWERS: readonly Answer[] = ['points', 'grade', 'times', 'share', 'tier', 'met'];

export function answersIn(entry: Readonly<Record<Answer, unknown>>): Answer[] {
  return ANSWERS.filter((answer) => entry[answer] !== undefined);
}

/**
 * Numbers, from 1, of the rules that ask what the entry says; empty when it is about the whole indicator or criterion.
 * With more than one of them nobody can tell which was meant.
 */
export function rulesFor(
  entry: Pick<ScoreEntry, Answer | 'rule'>,
  rules: readonly ScoringRule[],
): readonly number[] {
  if (entry.rule !== undefined) return [entry.rule];
  const [answer] = answersIn(entry);
  if (answer === undefined || answer === 'points') return [];
  const asking = rules.flatMap((rule, at) => (asks(rule, answer) ? [at + 1] : []));
  if (entry.tier === undefined || asking.length < 2) return asking;
  const words = entry.tier;
  const having = asking.filter((number) => hasTier(rules[number - 1], words));
  return having.length > 0 ? having : asking;
}

export function asks(rule: ScoringRule, answer: Answer): boolean {
  switch (answer) {
    case 'points':
      return true;
    case 'times':
      return (
        (rule.rule === 'deduct' && !isLimit(rule)) ||
        rule.rule === 'add' ||
        (rule.rule === 'grade' && rule.by === 'violations') ||
        (rule.rule === 'proportional' && amountIn(rule.full) !== undefined) ||
        isMeasured(rule, 'number')
      );
    case 'grade':
      return rule.rule === 'grade';
    case 'share':
      return rule.rule === 'proportional' || isMeasured(rule, 'share');
    case 'tier':
      return rule.rule === 'tiers' || rule.rule === 'rank';
    case 'met':
      return rule.rule === 'all';
  }
}

/** Does a share, or a number, tell which tier holds? */
export function isMeasured({ tiers }: ScoringRule, by: 'share' | 'number'): boolean {
  return tiers.some(({ from }) => from?.isShare === (by === 'share'));
}

export function hasTier(rule: ScoringRule | undefined, words: string): boolean {
  return rule?.tiers.some(({ when }) => isSameTier(when, words)) ?? false;
}

export function isSameTier(when: string, words: string): boolean {
  return foldName(when.trim()) === foldName(words.trim());
}

/** The number in `10例`, `≥10`; nothing in a share such as `90%`. */
export function amountIn(full: string | undefined): string | undefined {
  if (full === undefined || /[%％]/.test(full)) return undefined;
  return /\d{1,9}(?:\.\d{1,9})?/.exec(full)?.[0];
}

/** The share in `90%`, `≥90%`, `90%以上`. */
export function shareIn(full: string | undefined): string | undefined {
  const digits = /(\d{1,9}(?:\.\d{1,9})?)\s*[%％]/.exec(full ?? '')?.[1];
  return digits === undefined ? undefined : `${digits}%`;
}
