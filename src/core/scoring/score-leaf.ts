/** The self score of a leaf indicator: in one piece, or by those of its criteria that have points of their own. */
import type { LeafCoverage } from '../coverage/types.js';
import { addDecimals, ZERO } from '../system/decimal.js';
import { appliesTo } from '../system/conditions.js';
import type { Criterion } from '../system/types.js';
import type { Context } from './context.js';
import { isLevel } from './levels.js';
import { type Part } from './part.js';
import { scorePart } from './score-part.js';
import { addTaken, leftWithin, NOTHING_TAKEN } from './limits.js';
import { askedOf } from './support.js';
import type { IndicatorScore } from './types.js';
import { type Place, partOf, applicable, coversFor } from './place.js';
import {
  countingRules,
  isStakeless,
  pointsInPlay,
  restPart,
  ruleOver,
  withRest,
  finished,
} from './combine.js';

export function scoreLeaf(context: Context, place: Place): IndicatorScore {
  const { indicator } = place;
  const part = partOf(context, place);
  const criteria = applicable(context, indicator.criteria).filter(
    (criterion) => !context.isLater(indicator, criterion),
  );
  const pointed = criteria.filter(({ points, scoring }) => points ?? scoring.length > 0);
  if (pointed.length === 0 || part.rules.some(({ rule }) => isLevel(rule))) {
    return finished(context, place, scorePart(part), {});
  }
  const leaf = context.leafOf(indicator);
  const parts = pointed.map((criterion) => criterionPart(context, part, criterion, leaf));
  const scores = parts.map(scorePart);
  const stakes = scores.map(({ tally }) => tally);
  const absent = indicator.criteria.filter((each) => !criteria.includes(each));
  const without = addDecimals(absent.map(({ points }) => points ?? ZERO));
  const taking = parts.filter((_, at) => {
    const [tally, criterion] = [stakes[at], pointed[at]];
    return tally && criterion && isStakeless(tally, criterion);
  });
  const codes = new Set(
    parts.filter((each) => !taking.includes(each)).map(({ criterion }) => criterion?.code),
  );
  const covers = part.covers.filter(
    (each) => !each.requirement.for.some((code) => codes.has(code)),
  );
  const isMore =
    askedOf(covers).length > 0 || criteria.length > pointed.length || taking.length > 0;
  const points = pointsInPlay(
    part.points,
    addDecimals(stakes.map(({ atStake }) => atStake)),
    without,
    ruleOver(context, indicator),
  );
  const rest = restPart(
    { ...part, points, covers, evidence: leaf?.spare ?? [] },
    stakes,
    isMore,
    taking,
  );
  const taken = addTaken([...scores, ...(rest ? [rest] : [])].map((each) => each.taken));
  const score = withRest({ ...part, points }, scores, rest, context, taken);
  return finished(context, place, score, {
    criteria: pointed.flatMap((criterion, at) => {
      const own = scores[at];
      return own ? [{ criterion, ...own.tally }] : [];
    }),
    parts: rest ? [...scores, rest] : scores,
  });
}

function criterionPart(
  context: Context,
  whole: Part,
  criterion: Criterion,
  leaf: LeafCoverage | undefined,
): Part {
  const own = context.rulesOf(whole.indicator, criterion);
  const applies = appliesTo(criterion.applies, context.profile);
  const covers = coversFor(criterion, whole.covers);
  return {
    ...whole,
    criterion,
    points: criterion.points,
    rules: own.length > 0 ? own : countingRules(whole.rules, criterion),
    limit: leftWithin(criterion, NOTHING_TAKEN),
    covers,
    evidence: [...covers.flatMap(({ evidence }) => evidence), ...(leaf?.spare ?? [])],
    criteria: [],
    entry: context.entryOf(whole.indicator, criterion),
    thresholds: [],
    condition: whole.condition ?? (applies === 'person' ? criterion.applies : undefined),
  };
}
