/** Parts with points of their own, what is left besides them, and the rules over all of them. */
import {
  addDecimals,
  compareDecimals,
  isZero,
  maxDecimal,
  minDecimal,
  subtractDecimals,
  ZERO,
  type Decimal,
} from '../system/decimal.js';
import type { RequirementCoverage } from '../coverage/types.js';
import { pointsOf } from '../system/sums.js';
import type { Criterion, Indicator, ScoringRule } from '../system/types.js';
import { BELOW, isTogether, together } from './aggregate.js';
import type { Context } from './context.js';
import { notNegative } from './amount.js';
import { additions } from './additions.js';
import { addTaken, isDeduction, leftWithin, limitedBy, takenWithin } from './limits.js';
import { eachOf, isAbout, isMissingRule } from './missing.js';
import { type AskedRule, type Part, mergeOutcomes, NO_OUTCOME } from './part.js';
import { scoreFrom, scorePart, type PartScore } from './score-part.js';
import type { Gain, IndicatorScore, Loss, Taken } from './types.js';
import type { Place } from './place.js';

/** Rules of the indicator that count evidence: each criterion has its own missing pieces. */
export function countingRules(rules: readonly AskedRule[], criterion?: Criterion): AskedRule[] {
  return rules
    .filter(({ rule }) => isCounting(rule))
    .filter(
      ({ rule }) =>
        criterion === undefined ||
        rule.criteria.length === 0 ||
        rule.criteria.includes(criterion.code),
    )
    .map((asked) => (criterion ? { ...asked, entries: [] } : asked));
}

/** What each missing piece costs, for all that is below: without a cap, which would be over all of them. */
export function passedOn(rules: readonly AskedRule[]): AskedRule[] {
  return countingRules(rules)
    .filter(({ rule }) => rule.cap === undefined && rule.criteria.length === 0)
    .map((asked) => ({ ...asked, entries: [] }));
}

function isCounting({ rule, per }: AskedRule['rule']): boolean {
  return rule === 'deduct' && (per === 'missing' || per === 'late');
}

/** How its parts come together, where that is not simply their sum. */
export function ruleOver(context: Context, indicator: Indicator): ScoringRule | undefined {
  return context.rulesOf(indicator).find(({ rule }) => isTogether(rule))?.rule;
}

/**
 * Less what is not in play for this unit, as far as the parts leave it without: a mean shares out all there is among
 * the parts that are left.
 */
export function pointsInPlay(
  points: Decimal | undefined,
  stakes: Decimal,
  without: Decimal,
  over: ScoringRule | undefined,
): Decimal | undefined {
  if (!points || (over?.rule === 'average' && !isZero(stakes))) return points;
  const gap = maxDecimal(ZERO, subtractDecimals(points, stakes));
  return subtractDecimals(points, minDecimal(gap, without));
}

/** What is scored without points of its own: it can only change what it is a part of. */
export function isStakeless(
  { atStake }: PartScore['tally'],
  { points }: { readonly points: Decimal | undefined },
): boolean {
  return points === undefined && isZero(atStake);
}

/** Rules of what has no points of its own, and the requirements that they are about. */
export interface Within {
  readonly rules: readonly AskedRule[];
  readonly covers: readonly RequirementCoverage[];
}

/** What takes off from the rest: pieces that it counts are no matter of the rest, and what nobody has said is open. */
function withTaking(part: Part, within: readonly Within[]): Part {
  if (!within.some(({ rules }) => rules.some(isDeducting))) return part;
  const unsaid = within.flatMap(({ rules }) =>
    rules.filter((asked) => isDeducting(asked) && asked.entries.length === 0 && !isPriced(asked)),
  );
  return {
    ...part,
    rules: [...part.rules, ...unsaid.filter((asked) => !isCounting(asked.rule))],
    countedBelow: within.flatMap(({ rules, covers }) => {
      const priced = rules.filter((asked) => isMissingRule(asked) && isPriced(asked));
      return covers.filter((cover) => priced.some(({ rule }) => isAbout(rule, cover)));
    }),
  };
}

const isDeducting = ({ rule }: AskedRule) => rule.rule === 'deduct';

/** Does evidence tell what it takes off? */
function isPriced({ rule }: AskedRule): boolean {
  return isCounting(rule) && eachOf(rule) !== undefined;
}

/** What the parts with points of their own leave over, for all that has none. */
export function restPart(
  part: Part,
  parts: readonly PartScore['tally'][],
  isMore: boolean,
  within: readonly Within[],
): PartScore | undefined {
  if (!part.points || !isMore || part.bonus) return undefined;
  const stakes = addDecimals(parts.map(({ atStake }) => atStake));
  const points = subtractDecimals(part.points, stakes);
  if (compareDecimals(points, ZERO) <= 0) return undefined;
  return scorePart(
    withTaking(
      {
        ...part,
        points,
        rules: countingRules(part.rules),
        limit: undefined,
        entry: undefined,
        indicator: { ...part.indicator, cap: undefined },
      },
      within,
    ),
  );
}

/**
 * The parts together, and over them the rules that count what happened.
 *
 * @param taken - By deductions, of all parts.
 */
export function withRest(
  part: Part,
  scores: readonly PartScore[],
  rest: PartScore | undefined,
  context: Context,
  taken: Taken,
): PartScore {
  const all = rest ? [...scores, rest] : scores;
  const tallies = all.map(({ tally }) => tally);
  const rule = ruleOver(context, part.indicator);
  const limit = part.bonus ? undefined : part.points;
  const limited = limitedBy(part.indicator, taken);
  const sofar = together(rule, tallies, limit, part.rounding, limited);
  // What only takes off takes no more than there is.
  const amount = limit ? notNegative(sofar.amount) : sofar.amount;
  const rules = part.rules.filter((asked) => !isCounting(asked.rule));
  const outcome = mergeOutcomes([{ ...NO_OUTCOME, ...sofar, amount }, additions(part)]);
  const own = leftWithin(part.indicator, taken);
  const score = scoreFrom({ ...part, rules, limit: own }, outcome);
  const below = limited
    ? { best: minDecimal(taken.best, limited.limit), worst: minDecimal(taken.worst, limited.limit) }
    : taken;
  return {
    ...score,
    taken: takenWithin(addTaken([below, score.taken]), score.tally),
    overclaims: [...all.flatMap((each) => each.overclaims), ...score.overclaims],
  };
}

/** Points can be taken off by what stands in it, whether any are just now or not. */
function takesOff({ scoring, criteria }: Indicator): boolean {
  const rules = [...scoring, ...criteria.flatMap((criterion) => criterion.scoring)];
  return rules.some(({ rule, tiers }) => rule === 'deduct' || tiers.length > 0);
}

interface Details {
  readonly criteria?: IndicatorScore['criteria'];
  /** Of a leaf indicator: the parts whose losses and gains are its own. */
  readonly parts?: readonly PartScore[];
  readonly children?: readonly IndicatorScore[];
}

export function finished(
  context: Context,
  { indicator, part, points }: Place,
  score: PartScore,
  { criteria = [], parts = [], children = [] }: Details,
): IndicatorScore {
  context.overclaims.push(...score.overclaims);
  const { tally, taken } = score;
  const gains = parts.flatMap((each) => each.gains);
  const sum = addDecimals(gains.map((gain) => gain.points));
  return {
    ...tally,
    taken,
    worth: points ?? pointsOf(indicator),
    indicator,
    part,
    scored:
      points !== undefined ||
      !isZero(tally.atStake) ||
      !isZero(tally.earned) ||
      takesOff(indicator) ||
      children.some((child) => child.scored),
    exempt: false,
    criteria,
    gains:
      parts.length > 0 && compareDecimals(sum, tally.earned) === 0 ? gains : joined(score, gains),
    losses: parts.length > 0 ? lossesOf(score, parts) : withoutBelow(score.losses),
    children,
  };
}

/** All that is behind the points, where a cap or a deduction is over the parts. */
function joined({ gains: [own] }: PartScore, gains: readonly Gain[]): Gain[] {
  if (!own || gains.length === 0) return own ? [own] : [];
  return [
    {
      ...own,
      evidence: [...new Set(gains.flatMap(({ evidence }) => evidence))],
      entries: [...new Set([...gains, own].flatMap(({ entries }) => entries))],
    },
  ];
}

/** In place of “below”, what is lost in each part. */
function lossesOf(score: PartScore, parts: readonly PartScore[]): Loss[] {
  const isLimited = score.losses.some(({ why }) => why.is === 'limited');
  const losses = parts.flatMap((part) => part.losses);
  const told = isLimited ? losses.filter(({ why }) => !isDeduction(why)) : losses;
  return score.losses.flatMap((loss) => (loss.why === BELOW ? spread(loss, told) : [loss]));
}

function spread(below: Loss, losses: readonly Loss[]): Loss[] {
  let left = below.points;
  const own = losses
    .filter(({ undecided }) => undecided === below.undecided)
    .flatMap((loss) => {
      const points = minDecimal(loss.points, left);
      left = subtractDecimals(left, points);
      return isZero(points) ? [] : [{ ...loss, points }];
    });
  return isZero(left) ? own : [...own, { ...below, points: left }];
}

function withoutBelow(losses: readonly Loss[]): Loss[] {
  return losses.filter(({ why }) => why !== BELOW);
}
