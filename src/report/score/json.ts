/** One document, `dangan/score@1`; see schemas/score.schema.json. */
import { mostOf, mostOfAll } from '../../core/scoring/most.js';
import { scoresById } from '../../core/scoring/walk.js';
import type {
  BandScore,
  Gain,
  IndicatorScore,
  Loss,
  Overclaim,
  Tally,
} from '../../core/scoring/types.js';
import { formatDecimal, formatPercent, type Decimal } from '../../core/system/decimal.js';
import type { Indicator } from '../../core/system/types.js';
import type { Messages } from '../../messages/index.js';
import { ownerTallies } from './owners.js';
import type { ScoreReport } from './text.js';
import { lossWords } from './words.js';
import { bandParts, measureText } from '../system/words.js';

export function scoreJson(report: ScoreReport, say: Messages): string {
  const { score, toDate, system, today, only } = report;
  const soFar = toDate && scoresById(toDate);
  const document = {
    schema: 'dangan/score@1',
    ok: true,
    today,
    system: { title: system.title, edition: system.edition },
    notice: say.score.notVerdict,
    scored: score.scored,
    base: tallyJson(score.base),
    bonus: { ...tallyJson(score.bonus), most: pointsIn(mostOfAll(score.bonusIndicators)) },
    total: tallyJson(score.total),
    toDate: toDate && tallyJson(toDate.total),
    converted: pointsIn(score.converted),
    losses: score.losses.map((loss) => lossJson(loss, undefined, say)),
    methods: score.methods.map(({ method, share, ...tally }) => ({
      method,
      share: formatDecimal(share),
      ...tallyJson(tally),
    })),
    bands: score.bands.map(bandJson),
    vetoes: score.vetoes.map(({ veto, occurred }) => ({
      code: veto.code,
      text: veto.text,
      effect: veto.effect,
      indicator: veto.indicator,
      occurred: occurred ?? null,
    })),
    disqualified: score.disqualified ?? null,
    overclaims: score.overclaims.map(overclaimJson),
    indicators: (only ? [only] : [...score.indicators, ...score.bonusIndicators]).map((each) =>
      indicatorJson(each, soFar, say),
    ),
    ...(report.byOwner && {
      owners: ownerTallies(score, system).map(({ name, tally }) => ({ name, ...tallyJson(tally) })),
    }),
  };
  return `${JSON.stringify(document, null, 2)}\n`;
}

function tallyJson({ atStake, earned, lost, undecided }: Tally): Record<string, string> {
  const text = (value: Decimal) => formatDecimal(value);
  return {
    atStake: text(atStake),
    earned: text(earned),
    lost: text(lost),
    undecided: text(undecided),
  };
}

function bandJson({ band, grades, reached, reachable, barred }: BandScore): object {
  return {
    name: band.name,
    from: formatDecimal(band.from),
    each: band.each && formatPercent(band.each),
    parts: band.parts && bandParts(band),
    grades:
      band.grades &&
      grades.map(({ asked: { of, grade, least }, all, sure, most }) => ({
        of,
        grade,
        least: measureText(least),
        all,
        reached: sure,
        reachable: most,
      })),
    on: band.on,
    reached,
    reachable,
    ...(barred !== false && { barred: barred ?? null }),
  };
}

function overclaimJson({ entry, indicator, criterion, claimed, supported }: Overclaim): object {
  return {
    indicator: indicator.id,
    criterion: criterion?.code,
    claimed: formatDecimal(claimed),
    supported: formatDecimal(supported),
    by: entry.by,
    at: { file: entry.at.file, line: entry.at.line, column: entry.at.column },
  };
}

function pointsIn(value: Decimal | undefined): string | undefined {
  return value && formatDecimal(value);
}

function indicatorJson(
  score: IndicatorScore,
  soFar: ReadonlyMap<string, IndicatorScore> | undefined,
  say: Messages,
): object {
  const toDate = soFar?.get(score.indicator.id);
  const { indicator, part, scored, exempt, criteria, gains, losses, children } = score;
  return {
    code: indicator.code,
    path: indicator.id,
    name: indicator.name,
    bonus: part === 'bonus',
    scored,
    exempt,
    ...tallyJson(score),
    ...(part === 'bonus' && { most: pointsIn(mostOf(score)) }),
    toDate: toDate && tallyJson(toDate),
    criteria: criteria.map(({ criterion, ...tally }) => ({
      code: criterion.code,
      ...tallyJson(tally),
    })),
    gains: gains.map(gainJson),
    losses: losses.map((loss) => lossJson(loss, indicator, say)),
    children: children.map((child) => indicatorJson(child, soFar, say)),
  };
}

function gainJson({ points, criterion, evidence, entries }: Gain): object {
  return {
    points: formatDecimal(points),
    criterion: criterion?.code,
    evidence: evidence.map(({ path }) => path),
    said: entries.map(({ by, on, because, at }) => ({ by, on, because, line: at.line })),
  };
}

function lossJson(loss: Loss, indicator: Indicator | undefined, say: Messages): object {
  const { points, undecided, why, criterion } = loss;
  return {
    points: formatDecimal(points),
    undecided,
    why: why.is,
    message: lossWords(loss, indicator, say),
    criterion: criterion?.code,
  };
}
