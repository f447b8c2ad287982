/** What is typed as a value, as an answer of `scores.yaml`: `3.5`, `85%`, `2次`, `B`, `符合`, the words of a tier. */
import type { Answer } from '../../messages/faults.js';
import {
  compareDecimals,
  formatDecimal,
  isZero,
  parseDecimal,
  timesTen,
} from '../system/decimal.js';
import { isLimit } from '../system/limits.js';
import { groupIn, isMeasuredBy, isStepped, timesIn, zerosIn } from '../system/measures.js';
import type { Criterion, Indicator, ScoringRule, ScoringSystem } from '../system/types.js';
import { foldName } from '../text.js';
import { asks, hasTier, isPenal, saysNone } from './answers.js';

export interface TypedAnswer {
  readonly answer: Answer;
  readonly value: string;
  /** What was counted, where so many of it are one time. */
  readonly counted?: string;
}

const YES = /^(?:true|yes|met|是|符合|达到|有|发生|发生了|occurred)$/iu;
const NO = /^(?:false|no|unmet|否|不符合|未达到|没有|未发生|没有发生|没发生)$/iu;

/** Yes or no, in any of the words for it. */
export function typedTruth(text: string): boolean | undefined {
  if (YES.test(text.trim())) return true;
  return NO.test(text.trim()) ? false : undefined;
}

const HAPPENED = /^(?:true|yes|是|有|发生|发生了|occurred)$/iu;

/** Nothing is earned by it, so that no word of it is about what is well. */
const takesOff = (rule: ScoringRule) => rule.rule === 'deduct' || isPenal(rule);

/** Takes off for what happens, and only a person can tell of. */
const isOfEvents = (rule: ScoringRule) =>
  isPenal(rule) ||
  (rule.rule === 'deduct' && rule.per !== 'missing' && rule.per !== 'late' && !isStepped(rule));

const NAMES: Readonly<Record<string, Answer>> = {
  得分: 'points',
  扣分: 'points',
  等次: 'grade',
  次数: 'times',
  数值: 'times',
  比例: 'share',
  档次: 'tier',
  名次: 'tier',
  符合: 'met',
};

/**
 * @param number - Of the scoring rule that is answered, from 1; `undefined` where any of them may be.
 * @returns nothing where the value can be no answer to what is asked.
 */
export function typedAnswer(
  typed: string,
  target: Indicator | Criterion,
  number: number | undefined,
  { grades }: ScoringSystem,
): TypedAnswer | undefined {
  const [, name = '', said = ''] = /^(\p{L}+)[=＝](.*)$/su.exec(typed.trim()) ?? [];
  const named = NAMES[name] ?? (isAnswer(name) ? name : undefined);
  const rules = number === undefined ? target.scoring : target.scoring.slice(number - 1, number);
  if (named === 'times') {
    const group = groupedTimes(said.normalize('NFKC').trim(), rules);
    if (group) return group;
  }
  if (named === 'times')
    return { answer: named, value: countIn(said.normalize('NFKC').trim(), rules) };
  if (named) return { answer: named, value: plain(named, said.trim()) };
  const text = typed.trim();
  const half = text.normalize('NFKC');
  // The words of a tier may be a number, or end in a percent sign.
  if (rules.some((rule) => hasTier(rule, text))) return { answer: 'tier', value: text };
  if (rules.every(takesOff) && rules.some(isOfEvents)) {
    if (saysNone(text)) return { answer: 'times', value: '0' };
    // Whether all is well, or it has happened?
    if (HAPPENED.test(text))
      return rules.some(isPenal) ? { answer: 'tier', value: text } : undefined;
  }
  const ofTiers = measuredByTiers(half, rules);
  if (ofTiers) return ofTiers;
  const group = groupedTimes(half, rules);
  if (group) return group;
  if (/^[-+]?\d+(?:\.\d+)?\s*分?$/.test(half)) return { answer: 'points', value: numberIn(half) };
  if (/^-?\d+(?:\.\d+)?\s*%$/.test(half))
    return { answer: 'share', value: half.replace(/\s/g, '') };
  if (/^\d+(?:\.\d+)?\s*(?:次|例|处|起|times?)$/i.test(half))
    return { answer: 'times', value: numberIn(half) };
  const grade = [...Object.keys(grades), ...rules.flatMap((rule) => Object.keys(rule.grades))].find(
    (each) => foldName(each) === foldName(text),
  );
  if (grade !== undefined) return { answer: 'grade', value: grade };
  const met = typedTruth(text);
  if (met !== undefined) return { answer: 'met', value: String(met) };
  // 12.5天: of what is counted or measured, in its own unit; of 每10人次 nothing but 人次 is counted.
  const isCounted = rules.some((rule) => asks(rule, 'times') && !groupIn(rule));
  if (isCounted && UNITED.test(half)) return { answer: 'times', value: countIn(half, rules) };
  // A tier that is mistyped is told as such.
  const isTiered = rules.some((rule) => asks(rule, 'tier'));
  return isTiered ? { answer: 'tier', value: text } : undefined;
}

/** A bare number that is not the points of any tier is what was measured: 85 of 90%, 80% and 70%. */
function measuredByTiers(text: string, rules: readonly ScoringRule[]): TypedAnswer | undefined {
  const value = /^\d{1,9}(?:\.\d{1,6})?$/.test(text) ? parseDecimal(text) : undefined;
  const [rule, second] = rules.filter((each) => !isLimit(each));
  if (!value || !rule || second || rule.take !== undefined || isZero(value)) return undefined;
  const isWorth = rule.tiers.some(({ points }) => compareDecimals(points, value) === 0);
  if (isWorth) return undefined;
  if (isMeasuredBy(rule, 'number')) return { answer: 'times', value: text };
  const isPercent = compareDecimals(value, ONE) > 0;
  return isPercent && rule.tiers.length > 0 && isMeasuredBy(rule, 'share')
    ? { answer: 'share', value: `${text}%` }
    : undefined;
}

const ONE = { units: 1n, scale: 0 };

/** 23人次 where every 10人次 are one time: two. */
function groupedTimes(text: string, rules: readonly ScoringRule[]): TypedAnswer | undefined {
  const [, number = '', unit = ''] = /^(\d{1,9}(?:\.\d{1,6})?)\s*(\p{L}{1,12})$/u.exec(text) ?? [];
  const counted = parseDecimal(number);
  if (!counted) return undefined;
  const times = rules.flatMap((rule) => {
    const group = groupIn(rule);
    return group && foldName(group.unit) === foldName(unit)
      ? [String(timesIn(rule, group.size, counted))]
      : [];
  });
  const [first, ...others] = times;
  if (first === undefined || others.some((each) => each !== first)) return undefined;
  return { answer: 'times', value: first, counted: text };
}

/** `12.5天`, `3.6批次/千人`. */
const UNITED = /^\d+(?:\.\d+)?\s*[\p{L}/]{1,12}$/u;

/** In the unit of the rule: 110000册次 where its tiers are of 万册次 are 11. */
function countIn(text: string, rules: readonly ScoringRule[]): string {
  const number = numberIn(text);
  const value = UNITED.test(text) ? parseDecimal(number) : undefined;
  const asked = rules.map(
    ({ full, tiers }) => tiers.find(({ zeros }) => zeros)?.zeros ?? zerosIn(full),
  );
  const [zeros, ...others] = new Set(asked);
  if (!value || zeros === undefined || others.length > 0) return number;
  return formatDecimal(timesTen(value, zerosIn(text) - zeros));
}

function plain(answer: Answer, text: string): string {
  if (answer === 'points') return numberIn(text.normalize('NFKC'));
  if (answer === 'met') return String(typedTruth(text) ?? text);
  return answer === 'share' ? text.normalize('NFKC').replace(/\s/g, '') : text;
}

function numberIn(text: string): string {
  return /^\+?(-?\d+(?:\.\d+)?)/.exec(text)?.[1] ?? text;
}

function isAnswer(name: string): name is Answer {
  return ['points', 'grade', 'times', 'share', 'tier', 'met'].includes(name);
}
