/** What inspectors' marks come to, by the same reckoning as the self score: limits, choices, means, bands and vetoes. */
import type { Coverage, VetoCoverage } from '../coverage/types.js';
import { isTogether } from '../scoring/aggregate.js';
import { scoreCoverage } from '../scoring/score.js';
import { NO_SCORES, type ScoreEntry } from '../scoring/scores.js';
import type { Score } from '../scoring/types.js';
import type { Indicator, Veto } from '../system/types.js';
import type { Mark, ReviewForm } from './types.js';

export interface Given {
  /** One for an item at most; a mark without points and grade leaves it open. */
  readonly marks: readonly Mark[];
  /** By code; what nobody has said is not there. */
  readonly vetoes: ReadonlyMap<string, boolean>;
}

/** Items without a mark are undecided: they may still come to all they are worth. */
export function reckon(form: ReviewForm, { marks, vetoes }: Given): Score {
  const { system, profile, exempt } = form;
  const items = new Set(form.items.map(({ indicator }) => indicator.id));
  const bare = {
    ...system,
    indicators: system.indicators.map((each) => withMarksAlone(each, items)),
    bonus: system.bonus.map((each) => withMarksAlone(each, items)),
    scoring: system.scoring.filter(isTogether),
  };
  const coverage: Coverage = {
    leaves: exempt.map((leaf) => ({ ...leaf, requirements: [] })),
    vetoes: form.vetoes.map((veto) => vetoCoverage(veto, vetoes.get(veto.code))),
  };
  const entries = marks.flatMap(entryOf);
  return scoreCoverage({ system: bare, profile, coverage, scores: { ...NO_SCORES, entries } });
}

/** An inspector's mark stands for all that the indicator asks for and counts; what is above adds up as it does. */
function withMarksAlone(indicator: Indicator, items: ReadonlySet<string>): Indicator {
  const isItem = items.has(indicator.id);
  return {
    ...indicator,
    files: false,
    criteria: [],
    thresholds: [],
    evidence: [],
    scoring: isItem ? [] : indicator.scoring.filter(isTogether),
    children: isItem ? [] : indicator.children.map((each) => withMarksAlone(each, items)),
  };
}

function entryOf({ indicator, points, grade }: Mark): ScoreEntry[] {
  if (!points && grade === undefined) return [];
  const at = { line: 1, column: 1, file: '' };
  const said = { at, by: '', on: '', because: '' };
  const other = { criterion: undefined, rule: undefined, times: undefined, share: undefined };
  const rest = { tier: undefined, met: undefined };
  return [{ ...said, ...other, ...rest, indicator: indicator.id, points, grade }];
}

function vetoCoverage(veto: Veto, occurred: boolean | undefined): VetoCoverage {
  const state = occurred === undefined ? 'person' : occurred ? 'short' : 'met';
  return { veto, state, occurred, witness: undefined, window: undefined, proof: [] };
}
