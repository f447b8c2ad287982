/** 2023年秋季, 2023春 in a school: the semester that begins in it. */
import { monthsFrom, partsOf, yearsFrom } from './calendar.js';
import type { Span } from './span.js';

/** 春节 and 秋收 are no seasons. */
const SEASON = /(\d{4}) ?年?度? ?(?:([春秋])季|([春秋])(?![节运联耕晚游风雨分收播招]))/u;

/**
 * The part of the year that a title names by its season, where the year is all that is known of its date. For what is
 * due each semester; elsewhere 秋季 may begin in August.
 */
export function seasonInTitle(title: string, date: Span): Span | undefined {
  const [, year, season, short] = SEASON.exec(title) ?? [];
  const own = partsOf(date.from).year;
  const whole = yearsFrom(own, own);
  if (Number(year) !== own || date.from !== whole.from || date.to !== whole.to) return undefined;
  return (season ?? short) === '春' ? monthsFrom(own, 2, 7) : monthsFrom(own, 9, 4);
}
