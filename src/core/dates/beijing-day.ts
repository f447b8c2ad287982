import type { Day } from '../system/types.js';

/** How far the clock in Beijing is ahead. */
export const BEIJING_MS = 8 * 3_600_000;

/** The day in Beijing, which is what archives go by, whatever the machine's time zone is. @param now - As of `Date.now()`. */
export function beijingDay(now: number): Day {
  return new Date(now + BEIJING_MS).toISOString().slice(0, 10);
}
