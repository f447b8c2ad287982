/** Activities of one name that come back: 道德讲堂 in every quarter, all of it in one folder. */
import { groupBy } from '../group.js';
import { LATE } from './flaws.js';
import type { Activity, Part } from './nodes.js';
import { cellsOf, type Claimed } from './slot.js';

/** Evidence of an activity, as far as telling its periods apart needs it. */
export interface Dated {
  readonly claimed: Claimed;
  readonly isDoubtful: boolean;
}

/**
 * The evidence of one name by the periods that it took place in.
 *
 * It is taken apart only where two periods or more are complete by themselves, beyond doubt: an activity whose plan is
 * of December and whose photos are of January stays one. What has no date goes with the first that is complete.
 *
 * @returns One for each period, in order of time; all together where it took place once.
 */
export function periodsOf<M extends Dated>(
  activity: Activity,
  members: readonly M[],
): readonly (readonly M[])[] {
  const { frame, parts } = activity;
  if (frame.periods.length < 2 || frame.occasions.length > 0) return [members];
  const byCell = groupBy(members, (member) => cellOf(activity, member));
  const cells = [...byCell.keys()].filter((cell) => cell !== undefined).sort((a, b) => a - b);
  const complete = cells.filter((cell) => isComplete(parts, byCell.get(cell) ?? []));
  if (complete.length < 2) return [members];
  const undated = byCell.get(undefined) ?? [];
  return cells.map((cell) => [
    ...(byCell.get(cell) ?? []),
    ...(cell === complete[0] ? undated : []),
  ]);
}

/** The one period that it is of beyond doubt. */
function cellOf({ frame }: Activity, { claimed, isDoubtful }: Dated): number | undefined {
  const { date } = claimed.of;
  if (!date || isDoubtful) return undefined;
  const [only] = cellsOf(frame, { date }, [], isDoubtful);
  return only && !only.isDoubtful ? only.cell : undefined;
}

/** Is there enough for each part without anything that could be for two of them? */
function isComplete(parts: readonly Part[], members: readonly Dated[]): boolean {
  const own = members.filter(
    ({ claimed: { of, claim } }) => claim.level <= LATE && claimedParts(parts, of.claims) === 1,
  );
  const owed = parts.filter(({ optional, count }) => !optional && count.min > 0);
  return owed.length > 0 && owed.every((part) => countFor(part, own) >= part.count.min);
}

function claimedParts(parts: readonly Part[], claims: Claimed['of']['claims']): number {
  return parts.filter(({ plains }) => claims.some(({ plain }) => plains.includes(plain))).length;
}

function countFor({ plains }: Part, members: readonly Dated[]): number {
  const buckets = new Map(
    members
      .filter(({ claimed: { claim } }) => plains.includes(claim.plain))
      .map(({ claimed: { bucket, of } }) => [bucket, of.evidence.length]),
  );
  return [...buckets.values()].reduce((sum, count) => sum + count, 0);
}
