/** The self score of one indicator with all that is below it. */
import {
  addDecimals,
  compareDecimals,
  quotientOf,
  isZero,
  maxDecimal,
  minDecimal,
  multiplyDecimals,
  parsePercent,
  subtractDecimals,
  ZERO,
  type Decimal,
} from '../system/decimal.js';
import { appliesTo } from '../system/conditions.js';
import { pointsOf } from '../system/sums.js';
import type { Indicator } from '../system/types.js';
import { isLeaf } from '../system/walk.js';
import {
  addTallies,
  amountOf,
  exactly,
  NO_TALLY,
  NOTHING,
  perhaps,
  settleLosses,
  surely,
  tallyOf,
  upTo,
  type Amount,
  type Draft,
} from './amount.js';
import { BELOW } from './aggregate.js';
import { passedOn } from './combine.js';
import type { Context } from './context.js';
import { isLevel } from './levels.js';
import { NOTHING_TAKEN } from './limits.js';
import { applicable, partOf, rulesAt, type Place } from './place.js';
import { scoreGroup, type Siblings } from './score-group.js';
import { scoreLeaf } from './score-leaf.js';
import { scorePart } from './score-part.js';
import type { Gain, IndicatorScore, Tally } from './types.js';

/**
 * @param above - Points of what they are below, of which weights are shares.
 * @param inherited - Rules of what they are below, for those that have none.
 */
export function scoreSiblings(
  context: Context,
  indicators: readonly Indicator[],
  part: IndicatorScore['part'],
  above: Decimal | undefined,
  inherited: Place['inherited'] = [],
): Siblings {
  const places = indicators.map((indicator): Place => ({
    indicator,
    part,
    points: pointsFrom(indicator, above),
    inherited,
  }));
  const present = places.filter(({ indicator }) => !isAbsent(context, indicator));
  const isPresent = new Set(present);
  const sorts = new Map(present.map((place) => [place, exemptionOf(context, place.indicator)]));
  const scored = new Map(
    present
      .filter((place) => sorts.get(place) !== 'average')
      .map((place) => [place, scoreOne(context, place, sorts.get(place))]),
  );
  const others = [...scored.values()].flatMap(({ score }) => (score.exempt ? [] : [score]));
  const absent = places.filter((place) => !isPresent.has(place) || sorts.get(place) === 'exclude');
  return {
    scores: present.map(
      (place) => scored.get(place)?.score ?? averageOf(context, withPoints(place), others),
    ),
    without: addDecimals([
      ...absent.map(({ indicator, points }) => points ?? pointsOf(indicator) ?? ZERO),
      ...[...scored.values()].map(({ without }) => without),
    ]),
    isNone: places.length > 0 && absent.length === places.length,
  };
}

/** An indicator with what of its points is not in play for this unit. */
interface One {
  readonly score: IndicatorScore;
  readonly without: Decimal;
}

function pointsFrom(
  { points, weight }: Indicator,
  above: Decimal | undefined,
): Decimal | undefined {
  const share = parsePercent(weight ?? '');
  return points ?? (share && above && multiplyDecimals(share, above));
}

/** Without a word on exemption, an indicator is there only for units to which it applies. */
function isAbsent({ profile, isLater }: Context, indicator: Indicator): boolean {
  const { applies, exempt } = indicator;
  if (isLater(indicator)) return true;
  return exempt === undefined && appliesTo(applies, profile) === 'no';
}

type Exempted = 'full' | 'average' | 'exclude' | 'zero' | 'unsaid' | undefined;

function exemptionOf(context: Context, indicator: Indicator): Exempted {
  const leaf = context.leafOf(indicator);
  const declared = leaf?.state === 'exempt' && leaf.exemption !== undefined;
  const foreign = appliesTo(indicator.applies, context.profile) === 'no';
  const proven = !leaf || leaf.state === 'exempt' || indicator.exempt?.proof.length === 0;
  if (declared || (foreign && proven)) return indicator.exempt?.score ?? 'unsaid';
  return undefined;
}

function scoreOne(context: Context, place: Place, exempted: Exempted): One {
  const all = (score: IndicatorScore): One => ({ score, without: ZERO });
  const whole = withPoints(place);
  const { points = ZERO } = whole;
  switch (exempted) {
    case 'full':
      return all(exemptScore(whole, exactly(points), []));
    case 'zero':
      return all(exemptScore(whole, NOTHING, [surely({ is: 'exempt-zero' }, points)]));
    case 'exclude':
      return all(exemptScore({ ...place, points: undefined }, NOTHING, []));
    case 'unsaid':
      return all(unsaidExemption(context, whole));
    case 'average':
    case undefined:
      if (!isLeaf(place.indicator)) return scoreAll(context, place);
      return hasNothing(context, place.indicator)
        ? notInPlay(place, [])
        : all(vetoed(context, scoreLeaf(context, place)));
  }
}

/** A group without points of its own has those of its children. */
function withPoints(place: Place): Place {
  return { ...place, points: place.points ?? pointsOf(place.indicator) };
}

/** None of its criteria applies to the unit, and all that it asks for is about them. */
function hasNothing(context: Context, { criteria, evidence }: Indicator): boolean {
  return (
    criteria.length > 0 &&
    applicable(context, criteria).length === 0 &&
    evidence.every((requirement) => requirement.for.length > 0)
  );
}

function notInPlay(place: Place, children: readonly IndicatorScore[]): One {
  const score = exemptScore({ ...place, points: undefined }, NOTHING, []);
  return { score: { ...score, children }, without: withPoints(place).points ?? ZERO };
}

/** A group, and how far it is worth less because something below it is not in play; without any of it, it is not either. */
function scoreAll(context: Context, place: Place): One {
  const { children } = place.indicator;
  const rules = passedOn(rulesAt(context, place));
  const siblings = scoreSiblings(context, children, place.part, place.points, rules);
  if (siblings.isNone && !context.rulesOf(place.indicator).some(({ rule }) => isLevel(rule))) {
    return notInPlay(place, siblings.scores);
  }
  const score = vetoed(context, scoreGroup(context, place, siblings));
  const { points = ZERO } = withPoints(place);
  const less = maxDecimal(ZERO, subtractDecimals(points, score.atStake));
  return { score, without: minDecimal(less, siblings.without) };
}

/** Not applicable; of bonus nothing is at stake then. */
function exemptScore(place: Place, amount: Amount, drafts: readonly Draft[]): IndicatorScore {
  const { indicator, part, points } = place;
  const tally = part === 'bonus' ? NO_TALLY : tallyOf(points ?? ZERO, amount);
  const gain: Gain = {
    points: tally.earned,
    criterion: undefined,
    evidence: [],
    entries: [],
    exempt: true,
  };
  return {
    ...tally,
    indicator,
    part,
    scored: points !== undefined,
    exempt: true,
    worth: points,
    taken: NOTHING_TAKEN,
    criteria: [],
    gains: isZero(tally.earned) ? [] : [gain],
    losses: settleLosses(tally, drafts, { is: 'exempt-unsaid' }),
    children: [],
  };
}

/** Not applicable, and the system does not say how that counts: a person has to. */
function unsaidExemption(context: Context, place: Place): IndicatorScore {
  const points = place.points ?? ZERO;
  const part = { ...partOf(context, place), rules: [], covers: [] };
  if (!part.entry) {
    return exemptScore(place, upTo(points), [perhaps({ is: 'exempt-unsaid' }, points)]);
  }
  const { tally, gains, losses, overclaims } = scorePart(part);
  context.overclaims.push(...overclaims);
  return { ...exemptScore(place, NOTHING, []), ...tally, gains, losses };
}

/** Not applicable: the share that its siblings earn is its own. */
function averageOf(
  context: Context,
  place: Place,
  siblings: readonly IndicatorScore[],
): IndicatorScore {
  const { points = ZERO } = place;
  const rounding = context.roundingFor(points);
  const all = addTallies(siblings);
  const share = (earned: Decimal) =>
    isZero(all.atStake)
      ? points
      : maxDecimal(
          ZERO,
          minDecimal(points, quotientOf(multiplyDecimals(points, earned), all.atStake, rounding)),
        );
  const { low, high } = amountOf(all);
  const amount = { low: share(low), high: share(high) };
  const lost = subtractDecimals(points, amount.high);
  const open = subtractDecimals(amount.high, amount.low);
  return exemptScore(place, amount, [{ why: { is: 'exempt-average' }, sure: lost, open }]);
}

/** Counts zero where a veto has occurred; while nobody has said, it may. */
function vetoed(context: Context, score: IndicatorScore): IndicatorScore {
  const vetoes = context
    .vetoesOf(score.indicator)
    .filter(({ occurred, state }) => occurred !== false && state !== 'exempt' && state !== 'met');
  const veto = vetoes.find(({ occurred }) => occurred === true) ?? vetoes[0];
  const { low, high } = amountOf(score);
  if (!veto || compareDecimals(high, ZERO) <= 0) return score;
  const isSure = veto.occurred === true;
  const tally: Tally = tallyOf(
    score.atStake,
    isSure ? NOTHING : { low: minDecimal(low, ZERO), high },
  );
  const own = score.losses.map(({ why, criterion, points, undecided }): Draft => ({
    ...(undecided ? perhaps(why, points) : surely(why, points)),
    criterion,
  }));
  const below = isLeaf(score.indicator) ? [] : [lossBelow(score)];
  const drafts = [...own, ...below];
  return {
    ...score,
    ...tally,
    // A veto is no deduction, and nothing is given back of what it leaves at zero.
    taken: isSure ? NOTHING_TAKEN : { ...score.taken, worst: ZERO },
    gains: [],
    losses: settleLosses(tally, drafts, { is: 'veto', veto }).filter(({ why }) => why !== BELOW),
  };
}

function lossBelow({ children }: IndicatorScore): Draft {
  const { lost, undecided } = addTallies(children);
  return { why: BELOW, sure: lost, open: undecided };
}
