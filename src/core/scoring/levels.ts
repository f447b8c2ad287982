/** Rules that say how much is earned: grades, shares, all or nothing, somebody else’s score. */
import {
  compareDecimals,
  roundDecimal,
  quotientOf,
  formatDecimal,
  isNegative,
  isZero,
  minDecimal,
  multiplyDecimals,
  ZERO,
  type Decimal,
} from '../system/decimal.js';
import { isAtMost, isShortOf, measureIn } from '../system/measures.js';
import type { ScoringRule } from '../system/types.js';
import { exactly, upTo } from './amount.js';
import { measuredIn } from './answers.js';
import { gradeHolds, type Holds } from './grades.js';
import { fullOf, outcome, unanswered } from './level.js';
import { percentFor, piecesOfShare, requirementsIn, worthOf, type Pieces } from './pieces.js';
import { tiered } from './tiers.js';
import {
  bearsClaims,
  given,
  NO_OUTCOME,
  pointsIn,
  shareOf,
  whole,
  type AskedRule,
  type Outcome,
  type Part,
} from './part.js';
import { askedOf, supportOf } from './support.js';

const ONE = whole(1);

type Level = (part: Part, asked: AskedRule) => Outcome;

const LEVELS: Readonly<Partial<Record<ScoringRule['rule'], Level>>> = {
  all: allOrNothing,
  grade: graded,
  tiers: tiered,
  rank: tiered,
  proportional,
  external: judged,
  judgement: judged,
};

/** Does the rule say how much is earned, and not how much is added, taken off or chosen? */
export function isLevel({ rule }: ScoringRule): boolean {
  return LEVELS[rule] !== undefined;
}

export function levelOutcome(all: Part, asked: AskedRule): Outcome {
  const part = narrowed(all, asked.rule.criteria);
  if (part.bonus && asked.entries.length === 0) return NO_OUTCOME;
  return LEVELS[asked.rule.rule]?.(part, asked) ?? NO_OUTCOME;
}

/** The part of it that is about some criteria only. */
function narrowed(part: Part, codes: readonly string[]): Part {
  if (codes.length === 0) return part;
  return {
    ...part,
    covers: part.covers.filter((cover) =>
      cover.requirement.for.some((code) => codes.includes(code)),
    ),
    criteria: part.criteria.filter(({ code }) => codes.includes(code)),
  };
}

function allOrNothing(part: Part, asked: AskedRule): Outcome {
  const full = fullOf(part, asked.rule);
  const support = supportOf(part.covers);
  const requirements = askedOf(part.covers).filter(({ state }) => state !== 'met');
  const [entry] = asked.entries;
  const claimed = entry && pointsIn(part, entry, full);
  if (entry && claimed) {
    const bears = support === 'some' || !bearsClaims(part, support) ? ZERO : full;
    return given(part, entry, claimed, bears, full);
  }
  switch (support) {
    case 'full':
      return part.thresholds.length > 0
        ? outcome(part, full, upTo(full), { is: 'threshold', thresholds: part.thresholds })
        : outcome(part, full, exactly(full), { is: 'evidence', requirements });
    case 'waiting':
      return outcome(part, full, upTo(full), { is: 'evidence', requirements });
    case 'some':
      return outcome(part, full, exactly(ZERO), { is: 'evidence', requirements });
    case 'none':
    case 'unasked':
      return unanswered(part, asked, full);
  }
}

function graded(part: Part, asked: AskedRule): Outcome {
  const { rule, entries } = asked;
  const full = fullOf(part, rule);
  const [entry] = entries;
  const judged = rule.by === 'judgement' || rule.by === undefined;
  if (supportOf(part.covers) === 'none' && part.criteria.length === 0) {
    return entry ? givenGrade(part, asked, full, ZERO) : unanswered(part, asked, full);
  }
  const grades = gradesOf(part, asked);
  const held = (which: readonly Holds[]) => grades.find(({ holds }) => which.includes(holds));
  const sure = held(['yes']);
  const best = held(['yes', 'maybe']);
  const worth = (grade: typeof best) =>
    grade ? roundDecimal(multiplyDecimals(full, grade.share), part.rounding) : ZERO;
  if (entry && entry.times === undefined) {
    const bears = bearsClaims(part) ? worth(judged ? grades[0] : best) : ZERO;
    return givenGrade(part, asked, full, bears);
  }
  if (judged || (rule.by === 'violations' && !entry)) return unanswered(part, asked, full);
  const of = (...which: Holds[]) =>
    part.criteria.filter(({ holds }) => which.includes(holds)).map(({ criterion }) => criterion);
  return outcome(
    part,
    full,
    { low: worth(sure), high: worth(best) },
    { is: 'grade', grade: sure?.grade, open: of('maybe'), unmet: of('no') },
    { entries },
  );
}

function givenGrade(part: Part, asked: AskedRule, full: Decimal, bears: Decimal): Outcome {
  const [entry] = asked.entries;
  const claimed = entry && pointsIn(part, entry, full);
  return entry && claimed
    ? given(part, entry, claimed, bears, full)
    : unanswered(part, asked, full);
}

/** The grades of a rule, the best first, and whether what they ask for holds. */
function gradesOf(part: Part, { rule, entries }: AskedRule) {
  const named = Object.keys(rule.grades);
  const [entry] = entries;
  const times = entry?.times;
  const count = times === undefined ? undefined : { least: times, most: times };
  return (named.length > 0 ? named : Object.keys(part.grades))
    .flatMap((grade) => {
      const share = shareOf(part, grade);
      if (!share) return [];
      const holds = gradeHolds(rule.by, rule.grades[grade] ?? '', part.criteria, count);
      return [{ grade, share, holds }];
    })
    .sort((a, b) => compareDecimals(b.share, a.share));
}

function proportional(part: Part, asked: AskedRule): Outcome {
  const { rule, entries } = asked;
  const full = fullOf(part, rule);
  const [entry] = entries;
  if (entry) {
    const claimed =
      (entry.points ? undefined : worthGiven(part, rule, entry)) ?? pointsIn(part, entry, full);
    if (!claimed) return unanswered(part, asked, full);
    const bears = bearsClaims(part) ? minDecimal(full, mostOf(part, rule, full)) : ZERO;
    return given(part, entry, claimed, bears, full);
  }
  const pieces = piecesForShare(part, rule);
  if (rule.of !== undefined || !pieces) return offering(part, asked, full);
  const { due, done, most, ahead } = pieces;
  const all = whole(due + ahead);
  const worth = (count: number) => worthOf(rule, full, [whole(count), all], part.rounding);
  const amount = { low: worth(done), high: worth(most + ahead) };
  const requirements = askedOf(part.covers).filter(
    ({ state }) => state !== 'met' && state !== 'exempt',
  );
  return outcome(part, full, amount, { is: 'evidence', requirements, isShare: true });
}

/** What the evidence of what is due bears at the best, where it is what the share is about. */
export function mostOf(part: Part, rule: ScoringRule, full: Decimal): Decimal {
  const pieces = piecesForShare(part, rule);
  if (!pieces || pieces.due === 0) return full;
  return worthOf(rule, full, [whole(pieces.most), whole(pieces.due)], part.rounding);
}

function piecesForShare({ covers }: Part, rule: ScoringRule): Pieces | undefined {
  if (isAtMost(rule.full)) return undefined;
  const alike = piecesOfShare(rule, covers);
  return alike ?? (rule.of === undefined ? requirementsIn(covers) : undefined);
}

/** A person has to say; where the evidence tells how much of it is done, with the answer that this would be. */
function offering(part: Part, asked: AskedRule, full: Decimal): Outcome {
  const pieces = piecesOfShare(asked.rule, part.covers);
  const open = unanswered(part, asked, full);
  if (!pieces || pieces.due === 0) return open;
  const { done, due } = pieces;
  const share = [whole(done), whole(due)] as const;
  const value =
    percentFor(asked.rule, full, share, part.rounding) ??
    formatDecimal(worthOf(asked.rule, full, share, part.rounding));
  const drafts = open.drafts.map((draft) =>
    draft.why.is === 'unsaid'
      ? { ...draft, why: { ...draft.why, offer: { done, due, value } } }
      : draft,
  );
  return { ...open, drafts };
}

/** What an answer is worth: so much of what is full; where less is better, the other way round. Cut once. */
function worthGiven(
  part: Part,
  rule: ScoringRule,
  entry: AskedRule['entries'][number],
): Decimal | undefined {
  const points = fullOf(part, rule);
  const done = measuredIn(entry);
  const full = measureIn(rule.full);
  const isAlike = full?.isShare === done?.isShare;
  const of = isAlike ? full?.value : done?.isShare ? ONE : undefined;
  if (!done || !of) return undefined;
  if (isShortOf(rule, done)) return ZERO;
  const isLess = isAlike && isAtMost(rule.full);
  const [above, below] = isLess ? [of, done.value] : [done.value, of];
  if (!isLess && isNegative(done.value)) return ZERO;
  if (isZero(below) || isNegative(below)) return isLess ? points : undefined;
  return minDecimal(points, quotientOf(multiplyDecimals(points, above), below, part.rounding));
}

function judged(part: Part, asked: AskedRule): Outcome {
  const { rule, entries } = asked;
  const full = minDecimal(
    rule.points ?? part.points ?? rule.range?.max ?? ZERO,
    rule.range?.max ?? rule.points ?? part.points ?? ZERO,
  );
  const [entry] = entries;
  const claimed = entry && pointsIn(part, entry, full);
  if (!entry || !claimed) {
    return rule.rule === 'external'
      ? outcome(part, full, upTo(full), { is: 'unsaid', rule, number: asked.number })
      : unanswered(part, asked, full);
  }
  // Somebody else's score needs no evidence of the unit's.
  const bears = rule.rule === 'external' || bearsClaims(part) ? full : ZERO;
  return given(part, entry, claimed, bears, full);
}
