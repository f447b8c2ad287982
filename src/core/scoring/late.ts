/** What was handed in late is there: what that costs, a rule of its own says. */
import type { PeriodCoverage, RequirementCoverage } from '../coverage/types.js';
import { timesDue, worstOf } from '../coverage/verdict.js';
import { isOfPeriod } from '../dates/periods.js';
import type { Evidence } from '../evidence/types.js';
import type { Part } from './part.js';

type IsLateRule = (asked: Part['rules'][number]) => boolean;

/** A part of which lateness has a price: nothing is missing but what nobody has handed in. */
export function withLateThere(part: Part, isLateRule: IsLateRule): Part {
  if (!part.rules.some(isLateRule)) return part;
  const there = new Map(part.covers.map((cover) => [cover, lateIsThere(cover)]));
  const countedBelow = part.countedBelow?.map((cover) => there.get(cover) ?? cover);
  return { ...part, covers: [...there.values()], ...(countedBelow && { countedBelow }) };
}

function lateIsThere(cover: RequirementCoverage): RequirementCoverage {
  const late = new Set(
    cover.lacks.flatMap((lack) => (lack.is === 'submitted' ? [lack.evidence] : [])),
  );
  const parts = cover.parts.map(lateIsThere);
  if (late.size === 0 || !isOwed(cover)) return { ...cover, parts };
  return cover.periods.length > 0 ? inPeriods(cover, late) : inAll({ ...cover, parts }, late.size);
}

function isOwed({ state }: Pick<RequirementCoverage, 'state'>): boolean {
  return state === 'late' || state === 'short';
}

function inAll(cover: RequirementCoverage, late: number): RequirementCoverage {
  const found = cover.found + late;
  return found >= Math.max(1, cover.wanted.min)
    ? { ...cover, found, state: 'met' }
    : { ...cover, found };
}

function inPeriods(cover: RequirementCoverage, late: ReadonlySet<Evidence>): RequirementCoverage {
  const least = Math.max(1, cover.requirement.count.min);
  const periods = cover.periods.map((each) => {
    if (!isOwed(each)) return each;
    const own = [...late].filter(({ date }) => date && isOfPeriod(date, each.period));
    return each.occasions
      ? onOccasions(each, own.length, least)
      : withMore(each, own.length, least);
  });
  const before = timesDue(cover.periods);
  const met = timesDue(periods).filter((each, at) => each.state !== before[at]?.state);
  const state = worstOf(periods.map((each) => each.state));
  return { ...cover, periods, found: cover.found + met.length, state };
}

type Time = Pick<PeriodCoverage, 'state' | 'found'>;

function withMore<T extends Time>(time: T, late: number, least: number): T {
  const found = time.found + late;
  return { ...time, found, state: found >= least ? 'met' : time.state };
}

/** What is late is for the occasions that have not enough, one after the other. */
function onOccasions(period: PeriodCoverage, late: number, least: number): PeriodCoverage {
  let left = late;
  const occasions = period.occasions?.map((time) => {
    if (!isOwed(time)) return time;
    const given = Math.min(left, least - time.found);
    left -= given;
    return withMore(time, given, least);
  });
  const state = worstOf((occasions ?? []).map((time) => time.state));
  return { ...period, found: period.found + late, state, ...(occasions && { occasions }) };
}
