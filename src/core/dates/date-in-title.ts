import { yearOf } from '../naming/year-code.js';
import { yearsFrom } from './calendar.js';
import type { Span } from './span.js';

/**
 * The date that a title gives, as fine as it gives it.
 *
 * @param year - What a month or quarter without a year belongs to (`3月份简报` in the folder of 2020).
 */
export function dateInTitle(title: string, year?: number): Span | undefined {
  const own = yearOf(title, 0, title.length) ?? year;
  return own === undefined ? undefined : yearsFrom(own, own);
}
