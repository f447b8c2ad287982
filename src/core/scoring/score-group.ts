/** The self score of a group: its children together, and the rules over all of them. */
import { addDecimals, compareDecimals, isZero, type Decimal } from '../system/decimal.js';
import { amountOf } from './amount.js';
import type { Context } from './context.js';
import type { Holds } from './grades.js';
import { isLevel } from './levels.js';
import { addTaken, NOTHING_TAKEN } from './limits.js';
import type { Part } from './part.js';
import { scorePart, type PartScore } from './score-part.js';
import type { IndicatorScore } from './types.js';
import { coversFor, partOf, type Place } from './place.js';
import {
  finished,
  isStakeless,
  pointsInPlay,
  restPart,
  ruleOver,
  withRest,
  type Within,
} from './combine.js';
import type { Indicator } from '../system/types.js';

/** Scores of siblings, and the points that are not in play for this unit, here or below. */
export interface Siblings {
  readonly scores: readonly IndicatorScore[];
  readonly without: Decimal;
  /** None of them is in play. */
  readonly isNone: boolean;
}

/** Children with points of their own, those without together, and rules over all of them. */
export function scoreGroup(context: Context, place: Place, siblings: Siblings): IndicatorScore {
  const { scores, without } = siblings;
  const children = { children: scores };
  const part = { ...partOf(context, place), thresholds: [] };
  const own = { ...part, criteria: childItems(scores) };
  const scored = scores.filter((child) => child.scored);
  if (part.rules.some(({ rule }) => isLevel(rule)) || (scored.length === 0 && !part.bonus)) {
    return finished(context, place, scorePart(own), children);
  }
  const stakes = addDecimals(scored.map(({ atStake }) => atStake));
  const over = ruleOver(context, place.indicator);
  const points = pointsInPlay(part.points, stakes, without, over);
  const rest = restOf(context, { ...part, points }, scores);
  const tallies = scored.map((tally): PartScore => ({ tally, ...NO_DETAILS }));
  const taken = addTaken([...scored, ...(rest ? [rest] : [])].map((each) => each.taken));
  const score = withRest({ ...part, points }, tallies, rest, context, taken);
  return finished(
    context,
    place,
    { ...withRestLosses(score, rest), gains: rest?.gains ?? [] },
    children,
  );
}

/** What is left of the points for all children that have none of their own. */
export function restOf(
  context: Context,
  part: Part,
  scores: readonly IndicatorScore[],
): PartScore | undefined {
  const others = scores.filter(
    (child) => !child.scored || (!child.exempt && isStakeless(child, child.indicator)),
  );
  const leaves = others.flatMap(({ indicator }) => context.leavesBelow(indicator));
  return restPart(
    {
      ...part,
      covers: leaves.flatMap(({ requirements }) => requirements),
      evidence: leaves.flatMap(({ evidence }) => evidence),
    },
    scores.filter((child) => child.scored),
    leaves.length > 0,
    others.flatMap(({ indicator }) => rulesWithin(context, indicator)),
  );
}

/** The rules of an indicator, of its criteria and of all that is below it. */
function rulesWithin(context: Context, indicator: Indicator): Within[] {
  const covers = context.leavesBelow(indicator).flatMap(({ requirements }) => requirements);
  return [
    { rules: context.rulesOf(indicator), covers },
    ...indicator.criteria.map((criterion) => ({
      rules: context.rulesOf(indicator, criterion),
      covers: coversFor(criterion, covers),
    })),
    ...indicator.children.flatMap((child) => rulesWithin(context, child)),
  ];
}

const NO_DETAILS = { gains: [], losses: [], overclaims: [], taken: NOTHING_TAKEN } as const;

/** What children without points leave lost is told of the group: they have no line of their own for it. */
function withRestLosses(score: PartScore, rest: PartScore | undefined): PartScore {
  return rest ? { ...score, losses: [...score.losses, ...rest.losses] } : score;
}

function childItems(scores: readonly IndicatorScore[]): Part['criteria'] {
  return scores.map((score) => {
    const { at, code, name } = score.indicator;
    const none = { points: undefined, methods: [], owner: [], scoring: [], applies: undefined };
    return { code, holds: isFull(score), criterion: { at, code, text: name, ...none } };
  });
}

function isFull(score: IndicatorScore): Holds {
  if (isZero(score.lost)) return score.scored ? 'yes' : 'maybe';
  return compareDecimals(amountOf(score).high, score.atStake) === 0 ? 'maybe' : 'no';
}
