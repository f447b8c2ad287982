/** A part of the self score: its rules together, with floor, cap and what a person gives for the whole. */
import {
  compareDecimals,
  quotientOf,
  formatDecimal,
  isZero,
  maxDecimal,
  minDecimal,
  multiplyDecimals,
  roundDecimal,
  subtractDecimals,
  ZERO,
  type Decimal,
  type Rounding,
} from '../system/decimal.js';
import {
  atMost,
  exactly,
  lowestOf,
  NOTHING,
  perhaps,
  settleLosses,
  surely,
  tallyOf,
  upTo,
  type Amount,
  type Draft,
} from './amount.js';
import type { Offer } from '../../messages/score-words.js';
import type { RequirementCoverage } from '../coverage/types.js';
import { compareEvidence } from '../evidence/collect.js';
import type { Evidence } from '../evidence/types.js';
import { additions, mostAdded } from './additions.js';
import { deductions, uncounted } from './counts.js';
import { takenOff, takenWithin } from './limits.js';
import { isLevel, levelOutcome, mostOf } from './levels.js';
import {
  bearing,
  bearsClaims,
  given,
  mergeOutcomes,
  NO_OUTCOME,
  pointsIn,
  whole,
  type Outcome,
  type Part,
} from './part.js';
import { alikeIn, piecesIn } from './pieces.js';
import { askedOf, supportOf, waitsForLook } from './support.js';
import type { Gain, Loss, Overclaim, Taken, Tally, Why } from './types.js';

export interface PartScore {
  readonly tally: Tally;
  readonly taken: Taken;
  readonly gains: readonly Gain[];
  readonly losses: readonly Loss[];
  readonly overclaims: readonly Overclaim[];
}

export function scorePart(part: Part): PartScore {
  const start = startOf(part);
  return scoreFrom(part, mergeOutcomes([start, additions(part)]));
}

/** Deductions, limits and a person's word over what the rules have come to so far. */
export function scoreFrom(part: Part, sofar: Outcome): PartScore {
  const atStake = stakeOf(part, sofar);
  const before = atMost(sofar.amount, atStake);
  const taken = deductions(part, maxDecimal(ZERO, before.high));
  const amount = withoutTaken(part, before, atStake, taken);
  const drafts = inOrder(sofar.drafts, taken.drafts);
  const uncertain = withCondition(part, { ...sofar, amount, atStake, drafts });
  const claimed = withClaim(part, uncertain);
  const tally = roundedTally(part, claimed);
  const rest = restOf(part, tally);
  return {
    tally,
    taken: takenWithin(takenOff(before, amount), tally),
    gains: gainsOf(part, tally, [...claimed.entries, ...taken.entries]),
    losses: settleLosses(tally, roundedDrafts(part, claimed.drafts), rest).map((loss) => ({
      ...loss,
      criterion: loss.criterion ?? part.criterion,
    })),
    overclaims: claimed.overclaims,
  };
}

/** What is not due yet, or waits for a person, tells more than that nothing is there. */
function inOrder(sofar: readonly Draft[], taken: readonly Draft[]): readonly Draft[] {
  const isBare = sofar.some(({ why, open }) => why.is === 'nothing' && !isZero(open));
  const first = isBare ? taken.filter(({ why }) => why.is === 'missing') : [];
  return [...first, ...sofar, ...taken.filter((draft) => !first.includes(draft))];
}

/** Where each indicator is rounded; but never to more than there is. */
function roundedTally(
  { isRounded, rounding }: Part,
  { atStake, amount: { low, high } }: Pick<Outcome, 'atStake' | 'amount'>,
): Tally {
  const round = (points: Decimal) =>
    isRounded ? minDecimal(roundDecimal(points, rounding), maxDecimal(points, atStake)) : points;
  return tallyOf(atStake, { low: round(low), high: round(high) });
}

function roundedDrafts({ isRounded, rounding }: Part, drafts: readonly Draft[]): readonly Draft[] {
  if (!isRounded) return drafts;
  return drafts.map((draft) => ({
    ...draft,
    sure: roundDecimal(draft.sure, rounding),
    open: roundDecimal(draft.open, rounding),
  }));
}

function stakeOf(part: Part, { atStake }: Outcome): Decimal {
  const limit = limitOf(part);
  const stake = part.bonus ? atStake : (part.points ?? atStake);
  return limit ? minDecimal(limit, stake) : stake;
}

/** The most that it can be worth. */
function limitOf({ points, indicator }: Part): Decimal | undefined {
  return lowestOf(points, indicator.cap);
}

/** What there is before anything is added or taken off. */
function startOf(part: Part): Outcome {
  const levels = part.rules.filter(({ rule }) => isLevel(rule));
  if (levels.length > 0) {
    return mergeOutcomes(levels.map((asked) => levelOutcome(part, asked)));
  }
  if (part.bonus || !part.points) return NO_OUTCOME;
  if (part.countedBelow || part.rules.some(({ rule }) => rule.rule === 'deduct'))
    return beforeDeductions(part, part.points);
  if (part.rules.some(({ rule }) => rule.rule === 'add')) return NO_OUTCOME;
  return byEvidence(part, part.points);
}

/** All of it, as far as evidence that no deduction counts is there. */
function beforeDeductions(part: Part, points: Decimal): Outcome {
  const looked = wasLookedAt(part);
  const rest = uncounted(part).filter((cover) => !looked || !waitsForLook(cover));
  const isEmpty = supportOf(part.covers) === 'none';
  if (askedOf(rest).length > 0) {
    // Where nothing is there at all, what deductions count is told as well.
    const covers = isEmpty && supportOf(rest) === 'none' ? part.covers : rest;
    return byEvidence({ ...part, covers }, points);
  }
  const whole = { ...NO_OUTCOME, atStake: points };
  if (!isEmpty) return { ...whole, amount: exactly(points) };
  // What the deductions would leave of it rests on nothing.
  const requirements = askedOf(part.covers);
  return {
    ...whole,
    amount: { low: minDecimal(points, floorOf(part) ?? ZERO), high: points },
    drafts: [perhaps({ is: 'nothing', requirements }, points)],
  };
}

/** Who has counted what is wrong with a paper, by every rule that asks for it, has looked at it. */
function wasLookedAt({ rules }: Part): boolean {
  const asking = rules.filter(
    ({ rule }) => rule.rule === 'deduct' && rule.per !== 'missing' && rule.per !== 'late',
  );
  return asking.length > 0 && asking.every(({ entries }) => entries.length > 0);
}

/** No rule: full when all is there, lost when nothing is; in between a person has to say. */
function byEvidence(part: Part, points: Decimal): Outcome {
  const asked = askedOf(part.covers);
  const requirements = asked.filter(({ state }) => state !== 'met' && state !== 'exempt');
  const outcome = (amount: Amount, draft: Draft): Outcome => ({
    ...NO_OUTCOME,
    amount,
    atStake: points,
    drafts: [draft],
  });
  switch (supportOf(part.covers)) {
    case 'full': {
      const { thresholds } = part;
      return thresholds.length > 0
        ? outcome(upTo(points), perhaps({ is: 'threshold', thresholds }, points))
        : { ...NO_OUTCOME, amount: exactly(points), atStake: points };
    }
    case 'none':
      return outcome(NOTHING, surely({ is: 'nothing', requirements }, points));
    case 'waiting':
      return outcome(upTo(points), perhaps({ is: 'evidence', requirements }, points));
    case 'some': {
      const offer = offerOf(part, points);
      return outcome(upTo(points), perhaps({ is: 'evidence', requirements, offer }, points));
    }
    case 'unasked':
      return outcome(upTo(points), perhaps({ is: 'unasked', files: part.indicator.files }, points));
  }
}

/** Of pieces that are alike, so many of those that are due, and as many of the points. */
function offerOf({ covers, rounding }: Part, points: Decimal): Offer | undefined {
  const pieces = alikeIn(covers);
  if (!pieces) return undefined;
  const { done, due } = pieces;
  return { done, due, value: formatDecimal(sharedOut(points, done, due, rounding)) };
}

function sharedOut(points: Decimal, count: number, of: number, rounding: Rounding): Decimal {
  return quotientOf(multiplyDecimals(points, whole(count)), whole(of), rounding);
}

/** Never below the floor, which is nothing where points are at stake and the system does not say. */
function withoutTaken(
  part: Part,
  before: Amount,
  atStake: Decimal,
  { drafts, taken }: ReturnType<typeof deductions>,
): Amount {
  if (drafts.length === 0) return before;
  const high = subtractDecimals(before.high, taken.best);
  const low = subtractDecimals(before.low, taken.worst);
  const isPenalty = part.bonus && part.rules.every(({ rule }) => rule.rule === 'deduct');
  const hasFloor = !isPenalty && (part.points !== undefined || (!part.bonus && !isZero(atStake)));
  const floor = floorOf(part) ?? (hasFloor ? ZERO : undefined);
  // Without points of its own it takes off from what it is a part of: the floor is that one's.
  const isAbove = !hasFloor && !part.bonus && floor && compareDecimals(floor, ZERO) >= 0;
  if (!floor || isAbove) return { low, high };
  return {
    low: maxDecimal(low, minDecimal(floor, before.low)),
    high: maxDecimal(high, minDecimal(floor, before.high)),
  };
}

/** The highest floor that a deduction names. */
function floorOf({ rules }: Part): Decimal | undefined {
  const floors = rules.flatMap(({ rule }) =>
    rule.rule === 'deduct' && rule.floor ? [rule.floor] : [],
  );
  return floors.length > 0 ? floors.reduce(maxDecimal) : undefined;
}

/** While nobody knows whether it applies, nothing is earned and nothing lost for good. */
function withCondition(part: Part, outcome: Outcome): Outcome {
  const { condition, bonus } = part;
  const { amount, atStake, drafts } = outcome;
  if (!condition || bonus) return outcome;
  return {
    ...outcome,
    amount: { low: minDecimal(ZERO, amount.low), high: maxDecimal(amount.high, atStake) },
    drafts: [perhaps({ is: 'condition', condition }, atStake), ...drafts],
  };
}

/** A person's value for the whole part, as far as the evidence bears it. */
function withClaim(part: Part, outcome: Outcome): Outcome {
  const { entry } = part;
  const full = part.bonus ? limitOf(part) : outcome.atStake;
  const claimed = entry && pointsIn(part, entry, full ?? ZERO);
  if (!entry || !claimed) return outcome;
  if (part.bonus) {
    const bears = bearsClaims(part) ? (mostAdded(part) ?? claimed) : ZERO;
    return given(part, entry, claimed, bears, full ?? claimed);
  }
  const bears = minDecimal(outcome.amount.high, mostOfWhole(part, claimed, outcome.atStake));
  const claim = given(part, entry, claimed, bears, outcome.atStake);
  const sure = outcome.drafts.filter((draft) => !isZero(draft.sure));
  return {
    ...claim,
    drafts: [...sure, ...claim.drafts],
    entries: [...outcome.entries, entry],
    overclaims: [...outcome.overclaims, ...claim.overclaims],
  };
}

/**
 * The most that a person's value for the whole may be: where a share of alike pieces is there, as much; papers that
 * differ a person may weigh, but all of it is earned by all of them only.
 */
function mostOfWhole(part: Part, claimed: Decimal, full: Decimal): Decimal {
  const { indicator, rules, covers, rounding } = part;
  const [asked, second] = rules;
  if (indicator.children.length > 0) return full;
  const added = mostAdded(part);
  if (added || second) return added ?? full;
  if (asked) return asked.rule.rule === 'proportional' ? mostOf(part, asked.rule, full) : full;
  const alike = alikeIn(covers);
  const pieces = alike ?? piecesIn(covers);
  if (!pieces || pieces.due === 0) return full;
  if (!alike && compareDecimals(claimed, full) < 0) return full;
  return sharedOut(full, pieces.most, pieces.due, rounding);
}

/** What no rule of the part explains is a matter of what it is worth at the most. */
function restOf({ indicator, points, isRounded }: Part, { atStake }: Tally): Why {
  if (isRounded && !indicator.cap) return { is: 'rounded' };
  return { is: 'cap', cap: indicator.cap ?? points ?? atStake };
}

function gainsOf(part: Part, { earned }: Tally, entries: Gain['entries']): Gain[] {
  if (compareDecimals(earned, ZERO) <= 0) return [];
  const covered = part.covers.flatMap(countingIn);
  const behind = [...new Set(part.covers.length > 0 ? covered : bearing(part))];
  behind.sort(compareEvidence);
  return [{ points: earned, criterion: part.criterion, evidence: behind, entries, exempt: false }];
}

/** Without what stands in a period of which nothing counts, such as a meeting without its photos. */
function countingIn({ evidence, periods }: RequirementCoverage): readonly Evidence[] {
  const idle = new Set(
    periods.flatMap((period) =>
      period.found === 0 && period.state !== 'person' ? period.evidence : [],
    ),
  );
  return evidence.filter((each) => !idle.has(each));
}
