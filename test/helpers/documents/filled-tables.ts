/**
 * The tables of `filled.md`, worked out by hand, and what the program says of the same archive, row by row in the
 * same words, so that the two can be compared. The last column of a table, the reasons, is for people.
 */
import type {
  Coverage,
  LeafCoverage,
  RequirementCoverage,
  State,
} from '../../../src/core/coverage/types.js';
import type { IndicatorScore, Score, Tally } from '../../../src/core/scoring/types.js';
import { formatDecimal } from '../../../src/core/system/decimal.js';
import type { Range } from '../../../src/core/system/types.js';

export interface FilledTables {
  readonly coverage: readonly string[];
  readonly vetoes: readonly string[];
  readonly scores: readonly string[];
}

const HEADS: Readonly<Record<keyof FilledTables, string>> = {
  coverage: '| 指标 | 材料要求 | 应有 | 实有 | 状态 | 理由 |',
  vetoes: '| 否决项 | 状态 | 理由 |',
  scores: '| 指标 | 应得 | 自评 | 失分 | 待定 | 理由 |',
};

/** The rows of the three tables in a page, without the reasons; a table that is not there has none. */
export function readTables(page: string): FilledTables {
  return {
    coverage: rowsBelow(HEADS.coverage, page),
    vetoes: rowsBelow(HEADS.vetoes, page),
    scores: rowsBelow(HEADS.scores, page),
  };
}

function rowsBelow(head: string, page: string): readonly string[] {
  const [, ...tables] = page.split(`${head}\n`);
  return tables.flatMap((table) => {
    const lines = table.split('\n').slice(1);
    const end = lines.findIndex((line) => !line.startsWith('|'));
    return lines.slice(0, end).map((line) => {
      const cells = line.split('|').map((cell) => cell.replaceAll('**', '').trim());
      return cells.slice(1, -2).join(' | ');
    });
  });
}

const STATES: Readonly<Record<State, string>> = {
  met: '已齐',
  over: '超出',
  short: '欠缺',
  late: '逾期',
  open: '未到期',
  exempt: '不适用',
  person: '待核对',
  outside: '非材料',
};

/** One row for each leaf indicator, and after it one for each of its requirements. */
export function coverageRows({ leaves }: Coverage): readonly string[] {
  return leaves.flatMap((leaf) => [
    [leaf.indicator.id, '整项', '—', '—', STATES[leaf.state]].join(' | '),
    ...leaf.requirements.map((requirement) => requirementRow(leaf, requirement)),
  ]);
}

function requirementRow({ indicator }: LeafCoverage, coverage: RequirementCoverage): string {
  const { requirement, state, wanted, found, counts } = coverage;
  // Nothing is wanted of what does not apply.
  const numbers =
    state === 'exempt' || state === 'outside'
      ? ['—', '—']
      : [wantedWords(wanted, counts), String(found)];
  return [indicator.id, requirement.title, ...numbers, STATES[state]].join(' | ');
}

const UNITS = {
  files: '份',
  activities: '次',
  periods: '期',
  occasions: '个',
  parts: '样',
} as const;

function wantedWords({ min, max }: Range, counts: RequirementCoverage['counts']): string {
  const unit = UNITS[counts];
  // Periods, occasions and parts are as many as there are.
  if (counts !== 'files' && counts !== 'activities') return `${min}${unit}`;
  if (max === undefined) return `${min}${unit}以上`;
  if (min === 0) return `${max}${unit}以内`;
  return min === max ? `${min}${unit}` : `${min}至${max}${unit}`;
}

export function vetoRows({ vetoes }: Coverage): readonly string[] {
  return vetoes.map(({ veto, state }) => `${veto.code} | ${STATES[state]}`);
}

/** One row for each indicator with points, children after their parent, and one for each sum; none without points. */
export function scoreRows(score: Score): readonly string[] {
  if (!score.scored) return [];
  return [
    ...score.indicators.flatMap(indicatorRows),
    tallyRow('基本分', score.base),
    ...score.bonusIndicators.flatMap(indicatorRows),
    tallyRow('加分', score.bonus),
    tallyRow('合计', score.total),
  ];
}

function indicatorRows(score: IndicatorScore): readonly string[] {
  const own = score.scored ? [tallyRow(score.indicator.id, score)] : [];
  return [...own, ...score.children.flatMap(indicatorRows)];
}

function tallyRow(name: string, { atStake, earned, lost, undecided }: Tally): string {
  return [name, ...[atStake, earned, lost, undecided].map(formatDecimal)].join(' | ');
}
