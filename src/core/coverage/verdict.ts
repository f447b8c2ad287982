/** From what is there to a state: what is due, what is more than enough, and what a person has to say. */
import { LATE, MAY, type Level } from './flaws.js';
import { cellLabel, type Cell, type Frame, type Node } from './nodes.js';
import type { Terms } from './terms.js';
import type { Lack, Period, PeriodCoverage, RequirementCoverage, State } from './types.js';
import type { Day } from '../system/types.js';
import { compareEvidence } from '../evidence/collect.js';
import type { Evidence } from '../evidence/types.js';
import { interchangeable, withPeriods } from './undecided.js';

/** The worst first. `exempt` and `outside` say nothing of what is there. */
const WORST_FIRST: readonly State[] = ['late', 'short', 'over', 'person', 'open', 'met'];

export function worstOf(states: Iterable<State>): State {
  let worst = WORST_FIRST.length - 1;
  for (const state of states) worst = Math.min(worst, rankOf(state));
  return WORST_FIRST[worst] ?? 'met';
}

export function bestOf(states: Iterable<State>): State {
  let best = 0;
  for (const state of states) best = Math.max(best, rankOf(state));
  return WORST_FIRST[best] ?? 'late';
}

function rankOf(state: State): number {
  const at = WORST_FIRST.indexOf(state);
  return at < 0 ? WORST_FIRST.length - 1 : at;
}

/** How one of the times that something is due stands. */
export interface CellVerdict {
  readonly state: State;
  /** What counts, or would if a person said so; without what nobody knows the date of. */
  readonly found: number;
  readonly evidence: readonly Evidence[];
  readonly lacks: readonly Lack[];
}

/** What is not met: late when its time is over, open while that lasts. */
export function unmetState(
  { period }: Cell,
  { window }: Frame,
  closed: Day | undefined,
  today: Day,
): State {
  if (period) return lastDayOf(period) < today ? 'late' : 'open';
  if (window && window.from > today) return 'open';
  return closed !== undefined && today > closed ? 'late' : 'short';
}

/** Of a period: what is of it may be handed in until then. */
export function lastDayOf({ to, due }: Period): Day {
  return due !== undefined && due > to ? due : to;
}

/** @param level - How surely there is enough; `undefined` when there is not. */
export function stateOf(level: Level | undefined, unmet: State): State {
  if (level === undefined || level > MAY) return unmet;
  return level <= LATE ? 'met' : 'person';
}

export function isMet(state: State): boolean {
  return state === 'met' || state === 'over';
}

/** The times that something is due, as one requirement. */
export function requirementCoverage(
  node: Node,
  found: readonly CellVerdict[],
  terms: Terms,
  counts: 'files' | 'activities' | 'parts',
): RequirementCoverage {
  const { requirement, frame } = node;
  const verdicts = withUndecided(node, found, terms);
  const periods = periodsOf(frame, verdicts);
  const state = worstOf(verdicts.map((each) => each.state));
  return {
    requirement,
    state,
    ...countOf(node, verdicts, periods, counts),
    evidence: sorted(verdicts.flatMap(({ evidence }) => evidence)),
    periods,
    lacks: verdicts.flatMap(({ lacks }) => lacks).map((lack) => withPeriods(lack, node, periods)),
    parts: [],
    exemption: undefined,
  };
}

/** What is missing is named also where a paper without a date stands in for it, and might as well elsewhere. */
function withUndecided(
  { frame, count }: Node,
  verdicts: readonly CellVerdict[],
  { closed, today }: Terms,
): readonly CellVerdict[] {
  const times = verdicts.map(({ state, lacks }) => ({
    lacks,
    isMissing: state === 'late' || state === 'short',
  }));
  const undecided = interchangeable(times, frame);
  if (undecided.size === 0) return verdicts;
  return verdicts.map((verdict, at) => {
    const cell = frame.cells[at];
    if (!cell || !undecided.has(at) || verdict.found >= count.min) return verdict;
    if (unmetState(cell, frame, closed, today) === 'open') return verdict;
    return { ...verdict, lacks: [...verdict.lacks, shortage(cell, verdict.found, count)] };
  });
}

function countOf(
  { frame, count }: Node,
  verdicts: readonly CellVerdict[],
  periods: readonly PeriodCoverage[],
  counts: RequirementCoverage['counts'],
): Pick<RequirementCoverage, 'found' | 'wanted' | 'counts'> {
  const isThere = ({ found }: CellVerdict) => found >= Math.max(1, count.min);
  const atLeast = (min: number) => ({ min, max: undefined });
  if (frame.occasions.length > 0) {
    // What is handed in ahead of its time makes up for nothing that is missing.
    const begun =
      periods.length > 0 ? verdicts.slice(0, frame.begun * frame.occasions.length) : verdicts;
    const found = begun.filter(isThere).length;
    return { found, wanted: atLeast(begun.length), counts: 'occasions' };
  }
  if (periods.length > 0) {
    const found = periods
      .slice(0, frame.begun)
      .filter((_, at) => cellsIn(frame, verdicts, at).every(isThere));
    return { found: found.length, wanted: atLeast(frame.begun), counts: 'periods' };
  }
  return { found: verdicts[0]?.found ?? 0, wanted: count, counts };
}

/** Of one period, for every occasion. */
function cellsIn({ occasions }: Frame, verdicts: readonly CellVerdict[], period: number) {
  const width = Math.max(1, occasions.length);
  return verdicts.slice(period * width, (period + 1) * width);
}

function periodsOf(frame: Frame, verdicts: readonly CellVerdict[]): readonly PeriodCoverage[] {
  return frame.periods.map((period, at) => {
    const own = cellsIn(frame, verdicts, at);
    return {
      period,
      state: worstOf(own.map(({ state }) => state)),
      found: own.reduce((sum, { found }) => sum + found, 0),
      evidence: sorted(own.flatMap(({ evidence }) => evidence)),
      ...(frame.occasions.length > 0 && {
        occasions: own.map(({ state, found }) => ({ state, found })),
      }),
    };
  });
}

/** Each of the times that something is due again and again: periods, or in each of them the occasions. */
export function timesDue(
  periods: readonly PeriodCoverage[],
): readonly (Pick<PeriodCoverage, 'state' | 'found'> &
  Partial<Pick<PeriodCoverage, 'evidence'>>)[] {
  return periods.flatMap((period) => period.occasions ?? [period]);
}

/** Each once, as people read them. */
export function sorted(evidence: readonly Evidence[]): readonly Evidence[] {
  if (evidence.length < 2) return evidence;
  return [...new Set(evidence)].sort(compareEvidence);
}

/** What is missing in a cell, as the cell is asked for. */
export function shortage(cell: Cell, found: number, wanted: Node['count']): Lack {
  const { period, occasion } = cell;
  if (period) {
    return { is: 'period', period: { ...period, label: cellLabel(cell) }, found, wanted };
  }
  if (occasion) return { is: 'occasion', occasion: occasion.name, found, wanted };
  return { is: 'count', found, wanted };
}

/** What is too much in a cell. */
export function excess(cell: Cell, found: number, { is, count }: Pick<Node, 'is' | 'count'>): Lack {
  const time = cellLabel(cell);
  const at = { ...(time !== '' && { time }), ...(is === 'activity' && { isOfActivities: true }) };
  return { is: 'over', found, wanted: count, ...at };
}
