import type { Day } from '../system/types.js';

/** The day in Beijing, which is what archives go by, whatever the machine's time zone is. @param now - As of `Date.now()`. */
export function beijingDay(now: number): Day {
  return new Date(now + 8 * 3_600_000).toISOString().slice(0, 10);
}
