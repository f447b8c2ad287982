/** The command by which a person answers what files do not decide. */
import { asks, isPenal } from '../../core/scoring/answers.js';
import { eachOf } from '../../core/scoring/missing.js';
import type { Loss, Why } from '../../core/scoring/types.js';
import { isMeasuredBy, isStepped } from '../../core/system/measures.js';
import type { Indicator, ScoringRule } from '../../core/system/types.js';
import type { Answer } from '../../messages/faults.js';
import type { Messages } from '../../messages/index.js';
import { quoted } from '../../messages/quoted.js';

/** `undefined` where no answer of a person is asked for, or where none can be given here. */
export function commandFor(
  { why, criterion }: Pick<Loss, 'why' | 'criterion'>,
  indicator: Indicator | undefined,
  say: Messages,
): string | undefined {
  if (!indicator) return undefined;
  const { answers, tierOrNone, set, whichRule } = say.score;
  const { scoring } = criterion ?? indicator;
  const command = (value: string, rule?: string) =>
    set({
      code: quoted(indicator.id),
      value,
      criterion: criterion && quoted(criterion.code),
      rule,
    });
  if (why.is === 'missing')
    return scoring.length > 1 ? command(answers.times, whichRule) : undefined;
  if (why.is === 'evidence') {
    // Of parts with points of their own the whole is not for a person to give.
    const isWhole = criterion ?? ![...indicator.children, ...indicator.criteria].some(hasPoints);
    if (!isWhole || scoring.length > 0) return undefined;
    return command(why.offer ? quotedShare(why.offer.value) : answers.points);
  }
  if (why.is !== 'unsaid') {
    const answer = ANSWERS[why.is];
    return answer && command(answers[answer]);
  }
  const { rule, number, offer } = why;
  // A rule of what it is below is answered there.
  if (scoring[number - 1] !== rule) return undefined;
  const answer = answerTo(rule);
  const isClear =
    answer === 'points' ? rule.rule !== 'deduct' && scoring.length === 1 : isAlone(scoring, answer);
  return command(
    offer ? quotedShare(offer.value) : isPenal(rule) ? tierOrNone : answers[answer],
    isClear ? undefined : String(number),
  );
}

function hasPoints({ points, scoring }: Pick<Indicator, 'points' | 'scoring'>): boolean {
  return points !== undefined || scoring.length > 0;
}

function isAlone(rules: readonly ScoringRule[], answer: Answer): boolean {
  return rules.filter((rule) => asks(rule, answer)).length === 1;
}

/** A percent sign means nothing to a shell here. */
function quotedShare(value: string): string {
  return /^[\d.]+%?$/.test(value) ? value : quoted(value);
}

const ANSWERS: Readonly<Partial<Record<Why['is'], Answer>>> = {
  unasked: 'points',
  'exempt-unsaid': 'points',
  undistributed: 'points',
  threshold: 'met',
};

/** What a person answers to each rule. */
const BY_RULE: Readonly<Partial<Record<ScoringRule['rule'], Answer>>> = {
  deduct: 'times',
  add: 'times',
  grade: 'grade',
  tiers: 'tier',
  rank: 'tier',
  all: 'met',
  proportional: 'share',
};

function answerTo(rule: ScoringRule): Answer {
  if (rule.rule === 'deduct' && !eachOf(rule) && !isStepped(rule)) return 'points';
  if (rule.rule === 'grade' && rule.by === 'violations') return 'times';
  if (isMeasuredBy(rule, 'share')) return 'share';
  if (isMeasuredBy(rule, 'number')) return 'times';
  return BY_RULE[rule.rule] ?? 'points';
}
