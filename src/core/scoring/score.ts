/** The self score of an archive: earned, lost and undecided for every indicator, and what that comes to. */
import {
  addDecimals,
  compareDecimals,
  isZero,
  minDecimal,
  multiplyDecimals,
  quotientOf,
  roundDecimal,
  subtractDecimals,
  ZERO,
  type Decimal,
} from '../system/decimal.js';
import type { Archive } from '../archive/types.js';
import { coverageOf } from '../coverage/cover.js';
import type { VetoCoverage } from '../coverage/types.js';
import type { Band, Indicator, Measure } from '../system/types.js';
import { BELOW, isTogether, together } from './aggregate.js';
import { pointsInPlay } from './combine.js';
import {
  addAmounts,
  addTallies,
  amountOf,
  notNegative,
  settleLosses,
  tallyOf,
  type Draft,
} from './amount.js';
import { Context, type ScoreInput } from './context.js';
import { gradeCounter, isEnough } from './grade-counts.js';
import { addTaken, limitedBy } from './limits.js';
import { HUNDRED, methodScores } from './methods.js';
import type { Part } from './part.js';
import { restOf, type Siblings } from './score-group.js';
import { scoreSiblings } from './score-indicator.js';
import { NO_SCORES } from './scores.js';
import type { BandScore, IndicatorScore, Loss, MethodScore, Score, Tally } from './types.js';
import { eachOf } from './walk.js';

export type { ScoreInput };

const known = new WeakMap<Archive, Score>();

/** The self score of an archive; worked out once for each archive value. */
export function scoreOf(archive: Archive): Score {
  let score = known.get(archive);
  if (!score) {
    const { system, settings } = archive;
    const scores = archive.known?.scores ?? NO_SCORES;
    const coverage = coverageOf(archive);
    score = scoreCoverage({ system, profile: settings.unit.profile, coverage, scores });
    known.set(archive, score);
  }
  return score;
}

/** Score what is covered. The order of files and of entries makes no difference. */
export function scoreCoverage(input: ScoreInput): Score {
  const context = new Context(input);
  const { system } = context;
  const isWeighted = system.indicators.some(({ weight }) => weight !== undefined);
  const points = system.total ?? (isWeighted ? HUNDRED : undefined);
  const siblings = scoreSiblings(context, system.indicators, 'indicators', points);
  const bonusIndicators = scoreSiblings(context, system.bonus, 'bonus', undefined).scores;
  const { exact, losses, methods } = baseOf(context, siblings, points);
  const { atStake } = exact;
  const bonus = addTallies(bonusIndicators);
  const rounding = context.last ?? context.roundingFor();
  const round = (value: Decimal) => (context.last ? roundDecimal(value, rounding) : value);
  const base = roundedTally(exact, round);
  const extra = amountOf(bonus);
  const all = addAmounts([amountOf(exact), extra]);
  const whole =
    bonusIndicators.length === 0 ? amountOf(base) : { low: round(all.low), high: round(all.high) };
  // Bonus comes on top: there is no more at stake than without it.
  const total = {
    atStake,
    earned: whole.low,
    lost: addDecimals([base.lost, bonus.lost]),
    undecided: subtractDecimals(whole.high, whole.low),
  };
  const left = points && compareDecimals(atStake, points) !== 0 && !isZero(atStake);
  // Rounded once, with the bonus that comes on top.
  const convert = (earned: Decimal, more: Decimal) =>
    points
      ? quotientOf(
          addDecimals([multiplyDecimals(points, earned), multiplyDecimals(atStake, more)]),
          atStake,
          rounding,
        )
      : earned;
  const own = amountOf(exact);
  const inBands = left
    ? { low: convert(own.low, extra.low), high: convert(own.high, extra.high) }
    : whole;
  const vetoes = input.coverage.vetoes.filter(({ state }) => state !== 'exempt');
  return {
    base,
    bonus,
    total,
    converted: left ? inBands.low : undefined,
    scored: [...siblings.scores, ...bonusIndicators].some((score) => score.scored),
    losses,
    indicators: siblings.scores,
    bonusIndicators,
    methods,
    bands: bandsOf(context, vetoes, siblings.scores, inBands),
    vetoes,
    disqualified: occurred(vetoes.filter(({ veto }) => veto.effect === 'disqualify')),
    overclaims: context.overclaims,
  };
}

/** With what is lost and undecided so that they still come to what is at stake. */
function roundedTally(tally: Tally, round: (points: Decimal) => Decimal): Tally {
  const { low, high } = amountOf(tally);
  const within = (points: Decimal) => minDecimal(round(points), tally.atStake);
  return tallyOf(tally.atStake, { low: within(low), high: within(high) });
}

interface Base {
  /** Before it is rounded. */
  readonly exact: Tally;
  readonly losses: readonly Loss[];
  readonly methods: readonly MethodScore[];
}

function baseOf(context: Context, siblings: Siblings, points: Decimal | undefined): Base {
  const { system } = context;
  const rounding = context.roundingFor();
  const scored = siblings.scores.filter((score) => score.scored);
  const stakes = addDecimals(scored.map(({ atStake }) => atStake));
  const rule = system.scoring.find(isTogether);
  const inPlay = pointsInPlay(points, stakes, siblings.without, rule);
  const [first] = scored;
  // Points that nothing has a share of are there to be taken off from.
  const rest =
    inPlay && isZero(stakes) && first
      ? restOf(context, wholePart(context, first.indicator, inPlay), siblings.scores)
      : undefined;
  const parts = rest ? [...scored, rest.tally] : scored;
  const taken = addTaken([...scored, ...(rest ? [rest] : [])].map((each) => each.taken));
  const limited = limitedBy(system, taken);
  const sofar = together(rule, parts, scored.length > 0 ? inPlay : ZERO, rounding, limited);
  const whole = rest ? { ...sofar, amount: notNegative(sofar.amount) } : sofar;
  const added = tallyOf(whole.atStake, whole.amount);
  const methods = methodScores(system.methods, scored, whole.atStake, rounding);
  const base = zeroed(context, methods.length > 0 ? addTallies(methods) : added);
  const drafts: readonly Draft[] = [...base.drafts, ...whole.drafts];
  const other =
    methods.length > 0
      ? ({ is: 'methods' } as const)
      : ({ is: 'cap', cap: whole.atStake } as const);
  const losses = settleLosses(base.tally, drafts, other).filter(({ why }) => why !== BELOW);
  return { exact: base.tally, losses: [...losses, ...(rest?.losses ?? [])], methods };
}

/** The system as one piece, where only its total has points. */
function wholePart(context: Context, first: Indicator, points: Decimal): Part {
  return {
    indicator: { ...first, points, cap: undefined, files: true },
    criterion: undefined,
    points,
    rules: [],
    limit: undefined,
    covers: [],
    evidence: [],
    criteria: [],
    entry: undefined,
    thresholds: [],
    condition: undefined,
    closes: false,
    bonus: false,
    grades: context.system.grades,
    rounding: context.roundingFor(points),
    isRounded: context.isRounded,
  };
}

/** A veto that names no indicator and counts zero makes zero of the whole. */
function zeroed(
  { system, vetoes }: Context,
  tally: Tally,
): { readonly tally: Tally; readonly drafts: readonly Draft[] } {
  const all = vetoes.filter(
    ({ veto, state, occurred: is }) =>
      veto.effect === 'zero' &&
      veto.indicator === undefined &&
      state !== 'exempt' &&
      state !== 'met' &&
      is !== false,
  );
  const veto = all.find((each) => each.occurred === true) ?? all[0];
  if (!veto || !system.indicators.length) return { tally, drafts: [] };
  const { high } = amountOf(tally);
  const isSure = veto.occurred === true;
  const why = { is: 'veto', veto } as const;
  return isSure
    ? {
        tally: tallyOf(tally.atStake, { low: ZERO, high: ZERO }),
        drafts: [{ why, sure: high, open: ZERO }],
      }
    : {
        tally: tallyOf(tally.atStake, { low: ZERO, high }),
        drafts: [{ why, sure: ZERO, open: tally.earned }],
      };
}

/** `undefined` while nobody has said of one of them, and none is known to have occurred. */
function occurred(vetoes: readonly VetoCoverage[]): boolean | undefined {
  if (vetoes.some((veto) => veto.occurred === true)) return true;
  return vetoes.every((veto) => veto.occurred === false) ? false : undefined;
}

function isShareOf(score: Tally, share: Decimal, of: (tally: Tally) => Decimal): boolean {
  return compareDecimals(of(score), multiplyDecimals(share, score.atStake)) >= 0;
}

function comesUpTo(
  score: IndicatorScore,
  { value, isShare }: Measure,
  of: (tally: Tally) => Decimal,
): boolean {
  if (isShare) return isShareOf(score, value, of);
  // What does not apply is left out of it as it is left out of the total.
  const { points = score.atStake } = score.indicator;
  const earned = multiplyDecimals(of(score), points);
  return compareDecimals(earned, multiplyDecimals(value, score.atStake)) >= 0;
}

/** By path of codes, and by code: of several with the same the first. */
function scoresByName(scores: readonly IndicatorScore[]): ReadonlyMap<string, IndicatorScore> {
  const all = [...eachOf(scores)];
  const byCode = all.map((score) => [score.indicator.code, score] as const).reverse();
  return new Map([...byCode, ...all.map((score) => [score.indicator.id, score] as const)]);
}

function bandsOf(
  context: Context,
  vetoes: readonly VetoCoverage[],
  parts: readonly IndicatorScore[],
  { low, high }: ReturnType<typeof amountOf>,
): BandScore[] {
  const inPlay = parts.filter(({ atStake, exempt }) => !exempt && !isZero(atStake));
  const byName = scoresByName(parts);
  const suffice = ({ each, parts: named = [] }: Band, of: (tally: Tally) => Decimal) =>
    (!each || inPlay.every((part) => isShareOf(part, each, of))) &&
    named.every(({ indicator, least }) => {
      const score = byName.get(indicator);
      return !score || score.exempt || isZero(score.atStake) || comesUpTo(score, least, of);
    });
  const counter = gradeCounter(context, parts);
  const barring = vetoes.filter(({ veto }) => veto.effect === 'bar-top');
  const bars = barring.length === 0 ? false : occurred(barring);
  return (['total', 'self'] as const).flatMap((on) =>
    context.system.bands
      .filter((band) => band.on === on)
      .sort((a, b) => compareDecimals(b.from, a.from))
      .map((band, at): BandScore => {
        const barred = on === 'total' && at === 0 ? bars : false;
        const grades = (band.grades ?? []).map(counter);
        return {
          band,
          grades,
          reached:
            barred !== true &&
            compareDecimals(low, band.from) >= 0 &&
            suffice(band, ({ earned }) => earned) &&
            grades.every((each) => isEnough(each, each.sure)),
          reachable:
            barred !== true &&
            compareDecimals(high, band.from) >= 0 &&
            suffice(band, (tally) => amountOf(tally).high) &&
            grades.every((each) => isEnough(each, each.most)),
          barred,
        };
      }),
  );
}
