/** Which scoring rule an entry of `scores.yaml` answers. */
import type { Answer } from '../../messages/faults.js';
import { isNegative, parseDecimal, parseSignedPercent } from '../system/decimal.js';
import { foldName } from '../text.js';
import { isLimit } from '../system/limits.js';
import { isMeasuredBy, isStepped, measureIn, stepsIn } from '../system/measures.js';
import type { Criterion, Indicator, Measure, ScoringRule } from '../system/types.js';
import type { ScoreEntry } from './scores.js';

export const ANSWERS: readonly Answer[] = ['points', 'grade', 'times', 'share', 'tier', 'met'];

export function answersIn(entry: Readonly<Record<Answer, unknown>>): Answer[] {
  return ANSWERS.filter((answer) => entry[answer] !== undefined);
}

/**
 * Numbers, from 1, of the rules that ask what the entry says; empty when it is about the whole indicator or criterion.
 * With more than one of them nobody can tell which was meant, unless they all measure the same thing.
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

/**
 * Criteria whose rules ask what is said of the indicator as a whole, where none of its own does: a rate is no share of
 * all points.
 */
export function criteriaAsking(
  entry: Pick<ScoreEntry, Answer | 'rule' | 'criterion'>,
  { scoring, criteria }: Pick<Indicator, 'scoring' | 'criteria'>,
): readonly Criterion[] {
  const [answer] = answersIn(entry);
  if (entry.criterion !== undefined || entry.rule !== undefined) return [];
  if (answer !== 'share' && answer !== 'times' && answer !== 'tier') return [];
  const isOwn = rulesFor(entry, scoring).length > 0;
  if (isOwn || !scoring.every(({ rule }) => rule === 'deduct' || rule === 'add')) return [];
  const asking = criteria.filter((each) => each.scoring.some((rule) => asks(rule, answer)));
  const having = asking.filter((each) =>
    each.scoring.some((rule) => hasTier(rule, entry.tier ?? '')),
  );
  return having.length > 0 ? having : asking;
}

/** Do all of them measure one thing, so that one number answers them? */
export function isOneThing(numbers: readonly number[], rules: readonly ScoringRule[]): boolean {
  const [first, ...others] = numbers.map((number) => rules[number - 1]?.of?.trim());
  return first !== undefined && others.every((of) => of === first);
}

/** The share or number that an entry says was measured. */
export function measuredIn({ share, times }: Pick<ScoreEntry, 'share' | 'times'>) {
  const value = share === undefined ? parseDecimal(String(times ?? '')) : parseSignedPercent(share);
  return value && ({ value, isShare: share !== undefined } satisfies Measure);
}

/** How often, as a person says, or how many steps what a person has measured is away from what is full. */
export function timesIn(rule: ScoringRule, entry: ScoreEntry): number | undefined {
  if (!isStepped(rule)) return entry.times;
  const measured = measuredIn(entry);
  return measured && stepsIn(rule, measured);
}

export function asks(rule: ScoringRule, answer: Answer): boolean {
  switch (answer) {
    case 'points':
      return true;
    case 'times':
      if (isStepped(rule)) return isMeasuredBy(rule, 'number');
      return (
        (rule.rule === 'deduct' && !isLimit(rule)) ||
        rule.rule === 'add' ||
        (rule.rule === 'grade' && rule.by === 'violations') ||
        (rule.rule === 'proportional' && measureIn(rule.full)?.isShare === false) ||
        isMeasuredBy(rule, 'number')
      );
    case 'grade':
      return rule.rule === 'grade';
    case 'share':
      return rule.rule === 'proportional' || isMeasuredBy(rule, 'share');
    case 'tier':
      return rule.rule === 'tiers' || rule.rule === 'rank';
    case 'met':
      return rule.rule === 'all';
  }
}

/** Has it a tier of these words, or do they say that none of what it takes off for has happened? */
export function hasTier(rule: ScoringRule | undefined, words: string): boolean {
  if (!rule) return false;
  return rule.tiers.some(({ when }) => isSameTier(when, words)) || isNoneOf(rule, words);
}

/** How many of its tiers count together: the best so many, or all. */
export function tiersTaken({ take }: ScoringRule): number {
  if (take === 'all') return Infinity;
  return /^\d{1,4}$/.test(take ?? '') ? Number(take) : 1;
}

/** All of its tiers take points off: what has not happened costs nothing. */
export function isPenal({ tiers }: ScoringRule): boolean {
  return tiers.length > 0 && tiers.every(({ points }) => isNegative(points));
}

function isNoneOf(rule: ScoringRule, words: string): boolean {
  return isPenal(rule) && saysNone(words);
}

const NONE =
  /^(?:没有|没有过|没|无|否|未发生|没有发生|没发生|都没有|都没有发生|no|none|(?:0|零)\s*(?:次|例|处|起|件|人次|times?))$/iu;

/** Says that nothing of it has happened. */
export function saysNone(words: string): boolean {
  return NONE.test(words.normalize('NFKC').trim());
}

export function isSameTier(when: string, words: string): boolean {
  return foldName(when.trim()) === foldName(words.trim());
}
