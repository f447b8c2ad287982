/** What was handed in late is there: what that costs, a rule of its own says. */
import type { RequirementCoverage } from '../coverage/types.js';
import { worstOf } from '../coverage/verdict.js';
import { isWithinSpan } from '../dates/span.js';
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
    const own = [...late].filter(({ date }) => date && isWithinSpan(date, each.period));
    const found = each.found + own.length;
    return { ...each, found, state: found >= least ? ('met' as const) : each.state };
  });
  const met = periods.filter((each, at) => each.state !== cover.periods[at]?.state);
  const state = worstOf(periods.map((each) => each.state));
  return { ...cover, periods, found: cover.found + met.length, state };
}
