/** What is owed, department by department. */
import type { Coverage } from '../coverage/types.js';
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
