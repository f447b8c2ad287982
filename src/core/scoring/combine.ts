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
import type { Criterion } from '../system/types.js';
import { BELOW, isTogether, together } from './aggregate.js';
import type { Context } from './context.js';
import { addition } from './counts.js';
import { type AskedRule, type Part, mergeOutcomes, NO_OUTCOME } from './part.js';
import { scoreFrom, scorePart, type PartScore } from './score-part.js';
import type { Gain, IndicatorScore, Loss } from './types.js';
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

function isCounting({ rule, per }: AskedRule['rule']): boolean {
  return rule === 'deduct' && (per === 'missing' || per === 'late');
}

/** Less what is not in play for this unit, as far as the parts leave it without. */
export function pointsInPlay(
  points: Decimal | undefined,
  stakes: Decimal,
  without: Decimal,
): Decimal | undefined {
  if (!points) return undefined;
  const gap = maxDecimal(ZERO, subtractDecimals(points, stakes));
  return subtractDecimals(points, minDecimal(gap, without));
}

/** What the parts with points of their own leave over, for all that has none. */
export function restPart(
  part: Part,
  parts: readonly PartScore['tally'][],
  isMore: boolean,
): PartScore | undefined {
  if (!part.points || !isMore || part.bonus) return undefined;
  const stakes = addDecimals(parts.map(({ atStake }) => atStake));
  const points = subtractDecimals(part.points, stakes);
  if (compareDecimals(points, ZERO) <= 0) return undefined;
  return scorePart({
    ...part,
    points,
    rules: countingRules(part.rules),
    entry: undefined,
    indicator: { ...part.indicator, cap: undefined },
  });
}

/** The parts together, and over them the rules that count what happened. */
export function withRest(
  part: Part,
  scores: readonly PartScore[],
  rest: PartScore | undefined,
  context: Context,
): PartScore {
  const all = rest ? [...scores, rest] : scores;
  const tallies = all.map(({ tally }) => tally);
  const rule = context.rulesOf(part.indicator).find((asked) => isTogether(asked.rule))?.rule;
  const limit = part.bonus ? undefined : part.points;
  const sofar = together(rule, tallies, limit, part.places);
  const rules = part.rules.filter((asked) => !isCounting(asked.rule));
  const additions = rules
    .filter((asked) => asked.rule.rule === 'add')
    .map((asked) => addition(part, asked));
  const outcome = mergeOutcomes([{ ...NO_OUTCOME, ...sofar }, ...additions]);
  const score = scoreFrom({ ...part, rules }, outcome);
  return { ...score, overclaims: [...all.flatMap((each) => each.overclaims), ...score.overclaims] };
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
  const { tally } = score;
  const gains = parts.flatMap((each) => each.gains);
  const sum = addDecimals(gains.map((gain) => gain.points));
  return {
    ...tally,
    indicator,
    part,
    scored:
      points !== undefined ||
      !isZero(tally.atStake) ||
      !isZero(tally.earned) ||
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
  return score.losses.flatMap((loss) => {
    if (loss.why !== BELOW) return [loss];
    return spread(
      loss,
      parts.flatMap((part) => part.losses),
    );
  });
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
