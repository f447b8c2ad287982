/** What is owed, department by department. */
import type { Coverage, LeafCoverage, RequirementCoverage } from '../coverage/types.js';
import { groupBy } from '../group.js';
import type { ScoringSystem } from '../system/types.js';
import { NOBODY, ownerNames, statusOf, type Status, type StatusQuery } from './status.js';

/** What one department has to do. What several owe together stands with each of them. */
export interface Notice {
  /** By name; `undefined` for what the scoring system names no department for. */
  readonly owner: string | undefined;
  readonly status: Status;
}

/** One for each department that is asked about, in the order of the scoring system; without those that owe nothing. */
export function noticesOf(
  system: ScoringSystem,
  coverage: Coverage,
  query: StatusQuery,
): readonly Notice[] {
  const departments = [...ownerNames(system), [NOBODY, undefined] as const];
  const asked = departments.filter(([key]) => query.owners?.has(key) ?? true);
  const notices = asked.map(([key, owner]): Notice => {
    return { owner, status: statusOf(system, coverage, { ...query, owners: new Set([key]) }) };
  });
  return notices.filter(({ status }) => status.leaves.length > 0);
}

/** What there is to be done: requirements, and leaf indicators that name none. */
export function linesOf({ status }: Notice): readonly (RequirementCoverage | LeafCoverage)[] {
  return status.leaves.flatMap(({ leaf, rows }): (RequirementCoverage | LeafCoverage)[] =>
    rows.length > 0 ? rows.map(({ coverage }) => coverage) : [leaf],
  );
}

/** All of them together: what stands on several sheets is one thing. */
export function togetherOf(notices: readonly Notice[]): {
  readonly count: number;
  /** How many stand on several sheets. */
  readonly shared: number;
} {
  const lines = [...groupBy(notices.flatMap(linesOf), (line) => line).values()];
  return { count: lines.length, shared: lines.filter(({ length }) => length > 1).length };
}
