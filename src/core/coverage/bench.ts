/** What requirements are judged with, and how evidence in a slot is counted and found wanting. */
import type { Day } from '../system/types.js';
import { FLAWED, LATE, MAY, SURE, flawsOf, levelOf, type Level } from './flaws.js';
import type { Filled, Taken } from './fill.js';
import type { Node } from './nodes.js';
import { onceOf } from './once.js';
import type { Slots } from './slots.js';
import type { Terms } from './terms.js';
import type { Lack, RequirementCoverage, State } from './types.js';
import { isMet } from './verdict.js';

/** What requirements are judged with. */
export interface Bench {
  readonly slots: Slots;
  readonly filled: Filled;
  readonly terms: Terms;
}

/** What is welcome and not owed wants nothing. */
export function optionalCoverage(
  coverage: RequirementCoverage,
  isThere: boolean,
): RequirementCoverage {
  const wanted = { min: 0, max: coverage.wanted.max };
  return isThere ? { ...coverage, wanted } : { ...coverage, wanted, state: 'met', lacks: [] };
}

/** Of what is not owed: in order, unless all that is there waits for a person. */
export function welcomeState(taken: readonly Taken[]): State {
  return taken.length > 0 && taken.every(({ level }) => level === MAY) ? 'person' : 'met';
}

/** How many count, as surely as `level`, without those of which nobody knows the date; by day, each day once. */
export function countOf(taken: readonly Taken[], level: Level, byDay: boolean): number {
  const own = taken.filter((each) => each.level <= level && !each.isDoubtful);
  return byDay ? daysOf(own) : own.length;
}

/** How many are there, whatever is open about them or wrong with them. */
export function thereOf(taken: readonly Taken[], byDay: boolean): number {
  return byDay ? daysOf(taken) : taken.length;
}

function daysOf(taken: readonly Taken[]): number {
  return new Set(taken.map(({ evidence }) => onceOf(evidence) ?? evidence.path)).size;
}

/** What is wrong with the evidence that is there, or late; what is only open about it where it decides. */
export function flawLacks(taken: readonly Taken[], state: State, closed: Day | undefined): Lack[] {
  const decides = !isMet(state);
  const isTold = (flaw: Level) => decides || flaw === LATE || flaw === FLAWED;
  return taken.flatMap(({ evidence, plain, isDoubtful, level, doubt }): readonly Lack[] => {
    if (level === SURE) return [];
    const own = flawsOf(evidence, plain, closed).filter((flaw) => isTold(levelOf([flaw])));
    return [
      ...own,
      ...(doubt && decides ? [{ is: 'unsure', evidence, because: doubt } as const] : []),
      ...(isDoubtful && decides ? [{ is: 'date', evidence } as const] : []),
    ];
  });
}

/** The limit over everything together: 总数控制在12张以内. */
export function totalLacks(
  { requirement: { total } }: Node,
  found: number,
): { readonly state: State | undefined; readonly lacks: readonly Lack[] } {
  if (!total) return { state: undefined, lacks: [] };
  if (total.max !== undefined && found > total.max) {
    return { state: 'over', lacks: [{ is: 'over', found, wanted: total }] };
  }
  if (found >= total.min) return { state: undefined, lacks: [] };
  return { state: 'short', lacks: [{ is: 'count', found, wanted: total }] };
}
