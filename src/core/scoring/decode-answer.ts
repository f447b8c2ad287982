/** Is what a person says something that the scoring system asks? */
import type { Answer, ScoresFault } from '../../messages/faults.js';
import {
  addDecimals,
  compareDecimals,
  formatDecimal,
  isNegative,
  maxDecimal,
  minDecimal,
  ZERO,
  type Decimal,
} from '../system/decimal.js';
import { isMeasuredBy } from '../system/measures.js';
import { pointsOf } from '../system/sums.js';
import type { Criterion, Indicator, ScoringRule, ScoringSystem } from '../system/types.js';
import { nearest } from '../text.js';
import {
  ANSWERS,
  answersIn,
  asks,
  criteriaAsking,
  hasTier,
  isPenal,
  isOneThing,
  rulesFor,
} from './answers.js';
import type { ScoreEntry } from './scores.js';

/** What an entry is about. */
export interface Target {
  readonly indicator: Indicator;
  readonly criterion: Criterion | undefined;
}

interface AnswerFault {
  /** The key whose value is at fault. */
  readonly key: Answer | 'rule' | 'criterion' | 'indicator';
  readonly fault: ScoresFault;
}

export function faultIn(
  entry: ScoreEntry,
  target: Target,
  system: ScoringSystem,
): AnswerFault | undefined {
  const answers = answersIn(entry);
  const [answer, second] = answers;
  if (answer === undefined) return { key: 'indicator', fault: { wrong: 'no-answer' } };
  if (second !== undefined) return { key: second, fault: { wrong: 'two-answers', answers } };
  const { scoring } = target.criterion ?? target.indicator;
  if (entry.rule !== undefined && !scoring[entry.rule - 1]) {
    const name = String(entry.rule);
    const last = scoring.length > 0 ? String(scoring.length) : undefined;
    return {
      key: 'rule',
      fault: {
        wrong: 'nothing-such',
        thing: 'rule',
        name,
        nearest: scoring.length === 1 ? last : undefined,
      },
    };
  }
  const asking = criteriaAsking(entry, target.indicator);
  if (asking.length > 0) {
    const criteria = asking.map(({ code, text }) => `${code} ${text}`.trim());
    return { key: answer, fault: { wrong: 'which-criterion', answer, criteria } };
  }
  const rules = rulesFor(entry, scoring);
  if (rules.length > 1 && !isOneThing(rules, scoring)) {
    return { key: answer, fault: { wrong: 'which-rule', answer, rules } };
  }
  if (isPartOfTime(entry, rules, scoring)) {
    const found = String(entry.times);
    return { key: answer, fault: { wrong: 'form', key: 'times', found, form: 'whole-number' } };
  }
  const rule = rules[0] === undefined ? undefined : scoring[rules[0] - 1];
  if (entry.share !== undefined && /^\s*-/.test(entry.share) && !measuresShare(rule)) {
    return {
      key: 'share',
      fault: { wrong: 'form', key: 'share', found: entry.share, form: 'percent' },
    };
  }
  return rule
    ? faultOfRule(entry, answer, rule, target, system)
    : faultOfWhole(entry, answer, target, system);
}

/** Is a share something that is measured and may shrink, and not a part of the points? */
function measuresShare(rule: ScoringRule | undefined): boolean {
  if (!rule) return false;
  return (rule.rule === 'proportional' && rule.of !== undefined) || isMeasuredBy(rule, 'share');
}

/** Half a time, where it is no number that was measured. */
function isPartOfTime(
  { times }: ScoreEntry,
  numbers: readonly number[],
  rules: readonly ScoringRule[],
): boolean {
  if (times === undefined || Number.isInteger(times)) return false;
  return !numbers.every((number) => {
    const rule = rules[number - 1];
    return rule && (rule.rule === 'proportional' || isMeasuredBy(rule, 'number'));
  });
}

function faultOfRule(
  entry: ScoreEntry,
  answer: Answer,
  rule: ScoringRule,
  target: Target,
  system: ScoringSystem,
): AnswerFault | undefined {
  const isCount = rule.rule === 'deduct' && rule.per === 'missing';
  if (!answersRule(rule, answer) || (isCount && answer === 'points')) {
    const instead = ANSWERS.filter((each) => asks(rule, each) && !(isCount && each === 'points'));
    return { key: answer, fault: { wrong: 'not-asked', answer, rule: entry.rule, instead } };
  }
  if (entry.tier !== undefined && !hasTier(rule, entry.tier)) {
    const words = rule.tiers.map(({ when }) => when);
    return noSuch('tier', entry.tier, words, isPenal(rule));
  }
  if (entry.grade !== undefined) {
    const named = Object.keys(rule.grades);
    return noSuchGrade(entry.grade, named.length > 0 ? named : Object.keys(system.grades), system);
  }
  if (!entry.points) return undefined;
  // A deduction may be written with its sign.
  if (rule.rule === 'deduct') return undefined;
  const most = rule.range?.max ?? rule.cap ?? rule.points ?? mostOf(target);
  return outOfRange(entry.points, { min: rule.range?.min ?? leastOf(rule), max: most }, [rule]);
}

/** Some rules can be answered in other words than their own: with a share, or with yes and no. */
function answersRule(rule: ScoringRule, answer: Answer): boolean {
  if (asks(rule, answer)) return true;
  const isValue = rule.rule === 'external' || rule.rule === 'judgement' || rule.rule === 'all';
  return isValue && (answer === 'grade' || answer === 'share' || answer === 'met');
}

function faultOfWhole(
  entry: ScoreEntry,
  answer: Answer,
  target: Target,
  system: ScoringSystem,
): AnswerFault | undefined {
  const { indicator, criterion } = target;
  const isPointless = criterion && !criterion.points && criterion.scoring.length === 0;
  const rules = (criterion ?? indicator).scoring;
  const instead = isPointless
    ? (['met'] as const)
    : ANSWERS.filter((each) => each === 'points' || rules.some((rule) => asks(rule, each)));
  const fault = { wrong: 'not-asked', answer, rule: undefined, instead } as const;
  const notAsked = { key: answer, fault } as const;
  if (answer === 'times' || answer === 'tier') return notAsked;
  // Something else was measured: a share of the points is not meant.
  if (answer === 'share' && rules.some((rule) => isMeasuredBy(rule, 'number'))) return notAsked;
  if (isPointless && answer !== 'met') return notAsked;
  // That nothing has happened, or that all is lost?
  if (entry.met === false && rules.some(isPenal)) return notAsked;
  if (answer === 'share' && !criterion) {
    const places = indicator.children.flatMap(askingShare);
    if (places.length > 0) return { key: answer, fault: { wrong: 'share-below', places } };
  }
  if (entry.grade !== undefined) {
    return noSuchGrade(entry.grade, Object.keys(system.grades), system);
  }
  if (!entry.points) return undefined;
  const judged = rules.length === 1 && rules[0]?.rule === 'judgement' ? rules[0].range : undefined;
  const most = judged?.max ?? mostOf(target);
  const least = judged?.min ?? rules.map(leastOf).reduce(minDecimal, ZERO);
  return outOfRange(entry.points, { min: least, max: most }, rules);
}

/** Ids of those, here and below, of which a rule asks for a share. */
function askingShare({ id, scoring, criteria, children }: Indicator): readonly string[] {
  const rules = [...scoring, ...criteria.flatMap((each) => each.scoring)];
  const isAsking = rules.some((rule) => asks(rule, 'share'));
  return [...(isAsking ? [id] : []), ...children.flatMap(askingShare)];
}

/** The most that the indicator or criterion can be worth; `undefined` when nothing says. */
function mostOf({ indicator, criterion }: Target): Decimal | undefined {
  if (criterion) return criterion.points;
  const points = pointsOf(indicator);
  return points && indicator.cap ? minDecimal(points, indicator.cap) : (points ?? indicator.cap);
}

/** Less than anybody takes off. */
const ANY: Decimal = { units: -(10n ** 9n), scale: 0 };

/** Tiers may take points off; so may deductions where nothing says how much there is. */
function leastOf({ rule, tiers }: ScoringRule): Decimal {
  if (rule === 'deduct') return ANY;
  return addDecimals(tiers.map(({ points }) => points).filter(isNegative));
}

const HUNDRED: Decimal = { units: 100n, scale: 0 };

function outOfRange(
  points: Decimal,
  { min, max }: { readonly min: Decimal; readonly max: Decimal | undefined },
  rules: readonly ScoringRule[],
): AnswerFault | undefined {
  const isHigh = max !== undefined && compareDecimals(points, maxDecimal(max, min)) > 0;
  if (!isHigh && compareDecimals(points, min) >= 0) return undefined;
  const found = formatDecimal(points);
  const isShare =
    isHigh && compareDecimals(points, HUNDRED) <= 0 && rules.some((rule) => asks(rule, 'share'));
  return {
    key: 'points',
    fault: {
      wrong: 'points',
      found,
      min: compareDecimals(min, ANY) > 0 ? formatDecimal(min) : undefined,
      max: max && formatDecimal(max),
      share: isShare ? `${found}%` : undefined,
    },
  };
}

function noSuchGrade(
  grade: string,
  known: readonly string[],
  { grades }: ScoringSystem,
): AnswerFault | undefined {
  const isKnown = known.includes(grade) && grades[grade] !== undefined;
  const others = known.filter((each) => grades[each] !== undefined);
  return isKnown ? undefined : noSuch('grade', grade, others);
}

/** @param orNone - Whether it can be said that none of them has happened. */
function noSuch(
  thing: 'grade' | 'tier',
  name: string,
  known: readonly string[],
  orNone = false,
): AnswerFault {
  return {
    key: thing,
    fault: {
      wrong: 'nothing-such',
      thing,
      name,
      nearest: nearest(name, known),
      ...(known.length > 0 && { known }),
      ...(orNone && { orNone }),
    },
  };
}
