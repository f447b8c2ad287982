/** The self score of a group: its children together, and the rules over all of them. */
import { addDecimals, compareDecimals, isZero } from '../system/decimal.js';
import { amountOf } from './amount.js';
import type { Context } from './context.js';
import type { Holds } from './grades.js';
import { isLevel } from './levels.js';
import type { Part } from './part.js';
import type { Siblings } from './score-indicator.js';
import { scorePart, type PartScore } from './score-part.js';
import type { IndicatorScore } from './types.js';
import { partOf, type Place } from './place.js';
import { pointsInPlay, restPart, withRest, finished } from './combine.js';

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
  const points = pointsInPlay(part.points, stakes, without);
  const leaves = scores
    .filter((child) => !child.scored)
    .flatMap(({ indicator }) => context.leavesBelow(indicator));
  const rest = restPart(
    {
      ...part,
      points,
      covers: leaves.flatMap(({ requirements }) => requirements),
      evidence: leaves.flatMap(({ evidence }) => evidence),
    },
    scored,
    leaves.length > 0,
  );
  const tallies = scored.map((tally): PartScore => ({ tally, ...NO_DETAILS }));
  const score = withRest({ ...part, points }, tallies, rest, context);
  return finished(
    context,
    place,
    { ...withRestLosses(score, rest), gains: rest?.gains ?? [] },
    children,
  );
}

const NO_DETAILS = { gains: [], losses: [], overclaims: [] } as const;

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
