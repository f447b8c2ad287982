import type { WindowFault } from '../faults.js';

/** What is wrong with the days that evidence must come from. */
export function windowFault({ value, wrong, part, meant }: WindowFault): string {
  const proposal = meant === undefined ? '' : `. Did you mean ${meant}?`;
  if (wrong === 'no-day') return `cannot be “${value}”: no calendar has ${part ?? value}`;
  if (wrong === 'order') return `cannot be “${value}”: it ends before it begins${proposal}`;
  return `cannot be “${value}”${proposal || '; it is two days with two dots between them, such as 2018-01-01..2020-12-31 or 2018..2020'}`;
}
