import { isAsciiDigit } from '../naming/characters.js';
import { isYearCode } from '../naming/year-code.js';
import { daysInSpan } from './calendar.js';
import { readStretchAt } from './parse-date.js';
import { PAPER_WORDS, plainDateText, readPartAt, type DateText } from './read-date.js';
import { isWithinSpan, overlaps, type Span } from './span.js';

/** A date in a title, and how far it is what the title is about: 0 is surest. */
interface Candidate extends Span {
  readonly rank: number;
}

/** A year, or a stretch of at most twelve months, of which any month is of one year only. */
export type Years = number | Span;

/** Names hold no more; what is longer was not typed as a title. */
const LONGEST = 500;

/**
 * The date that a title gives, as fine as it gives it.
 *
 * Of several, what the title is about comes first: a period called by its name (2020年度, 一季度, 3月份) and what it
 * begins with, then other dates, then those in brackets, where the day of signing and the document number stand; of
 * equals the finest, then the first. A finer date inside the one that is chosen makes it finer:
 * `2020年度活动（2020年3月5日）` is that day, `2020年度总结（2021年1月8日）` is of 2020.
 *
 * No date are numbers that only look like a year, the year of a form or a class (1999年版, 2020届), an open stretch
 * (1997年以来) and months of the lunar calendar.
 *
 * @param years - What a month or quarter without a year belongs to (`3月份简报` in the folder of 2020).
 */
export function dateInTitle(title: string, years?: Years): Span | undefined {
  if (!mayHoldDate(title)) return undefined;
  const text = plainDateText(title.slice(0, LONGEST));
  const candidates = candidatesIn(text, years);
  const best = candidates.reduce<Candidate | undefined>(
    (chosen, each) => (chosen && !isBefore(each, chosen) ? chosen : each),
    undefined,
  );
  if (!best) return undefined;
  const finest = candidates
    .filter((each) => isWithinSpan(each, best))
    .reduce((chosen, each) => (daysInSpan(each) < daysInSpan(chosen) ? each : chosen));
  return { from: finest.from, to: finest.to };
}

/**
 * The part of a year that a title names without saying of which year: all of November for `11月卫生检查记录`.
 *
 * @returns In a leap year, which has every day; `undefined` for a title that has a date, or nothing of one.
 */
export function partOfYearInTitle(title: string): Span | undefined {
  return dateInTitle(title) ? undefined : dateInTitle(title, LEAP_YEAR);
}

/**
 * Does a title say that its paper is of a part of a year: 2024年第一季度学习计划, 上半年小结, 3月份工作总结?
 *
 * Not where it is of the year all the same, 2024年12月年度总结; and a month only of a paper that is of a period, and not
 * in brackets, where the day of signing stands: a plan for what was done in March is of the year as well as any.
 */
export function namesPartOfYear(title: string): boolean {
  if (!mayHoldDate(title) || OF_YEAR.test(withoutDates(title))) return false;
  const text = plainDateText(title.slice(0, LONGEST));
  const dates = datesIn(text);
  const named = [...dates, ...partsIn(text, dates, () => LEAP_YEAR)].filter(
    ({ date }) => date.named,
  );
  const parts = named.filter(({ date }) => daysInSpan(date) < WHOLE_YEAR);
  if (parts.some(({ date }) => daysInSpan(date) > LONGEST_MONTHS)) return true;
  const isMonthly = parts.some(({ at }) => !IN_BRACKETS.test(text.slice(0, at)));
  return isMonthly && parts.length === named.length && OF_PERIOD.test(text) && !OF_EVENT.test(text);
}

/** In days: a year and what is taken for one; two months. */
const [WHOLE_YEAR, LONGEST_MONTHS] = [360, 62];
const OF_YEAR = /年度|全年|年终|年末|年底/u;
const IN_BRACKETS = /[([（【〔［][^)\]）】〕］]*$/u;
const OF_PERIOD = /计划|要点|总结|小结|预算|决算|报表|统计表|汇总表/u;
const OF_EVENT = /活动|会议|讲座|比赛|竞赛|演练|方案/u;

/** Does a stretch have a day in a part of the year, as `partOfYearInTitle` gives it? */
export function meetsPartOfYear({ from, to }: Span, part: Span): boolean {
  for (let year = yearOfDay(from); year <= yearOfDay(to); year += 1) {
    const start = String(year).padStart(4, '0');
    const own = { from: start + part.from.slice(4), to: start + part.to.slice(4) };
    if (overlaps(own, { from, to })) return true;
  }
  return false;
}

/** Most titles hold neither digit nor the word of a period, and are not looked at any further. */
function mayHoldDate(title: string): boolean {
  return /[\d０-９〇○Оｏ零]|[季月]|半年/.test(title);
}

function isBefore(a: Candidate, b: Candidate): boolean {
  return a.rank === b.rank ? daysInSpan(a) < daysInSpan(b) : a.rank < b.rank;
}

/** A title without its dates, and without months and quarters that have no year. */
export function withoutDates(title: string): string {
  if (!mayHoldDate(title)) return title;
  const text = plainDateText(title.slice(0, LONGEST));
  const dates = datesIn(text);
  const found = [...dates, ...partsIn(text, dates, () => LEAP_YEAR)].sort((a, b) => a.at - b.at);
  const rest = found.map(({ at }, nth) => title.slice(found[nth - 1]?.date.end ?? 0, at));
  return rest.join('') + title.slice(found.at(-1)?.date.end ?? 0);
}

/** Has every day that a month can have. */
const LEAP_YEAR = 2020;

function candidatesIn(text: string, year: Years | undefined): readonly Candidate[] {
  const dates = datesIn(text);
  const candidates = dates.filter(({ date }) => !isOpenOrEdition(text, date)).map(candidateOf);
  const own = dates.flatMap(({ date }) => date.year ?? []);
  if (own.length === 0 && candidates.length > 0) return candidates;
  const yearAt = yearsAround(dates, own.length > 0 ? only(own) : year);
  return [...candidates, ...partsIn(text, dates, yearAt).map(candidateOf)];
}

interface Found {
  readonly at: number;
  readonly date: DateText;
  readonly bracketed: boolean;
}

function candidateOf({ at, date, bracketed }: Found): Candidate {
  const aside = bracketed ? 2 : 0;
  return { from: date.from, to: date.to, rank: aside + (date.named || at === 0 ? 0 : 1) };
}

/** The dates with their years, in order. */
function datesIn(text: string): readonly Found[] {
  const found: Found[] = [];
  let depth = 0;
  for (let at = 0; at < text.length; at += 1) {
    const mark = text.charAt(at);
    if (OPENING.includes(mark)) depth += 1;
    else if (CLOSING.includes(mark)) depth -= 1;
    if (!FIRST_OF_YEAR.includes(mark) || isAsciiDigit(text.charCodeAt(at - 1))) continue;
    const date = readStretchAt(text, at);
    if (!date || (date.bare && !isYear(text, at, date.end))) continue;
    found.push({ at, date, bracketed: depth > 0 });
    at = date.end - 1;
  }
  return found;
}

/**
 * Digits alone: as in a year code; or, of these years, where they stand apart at the end (`总结2023`, `记录_202304`).
 * `IMG_2031` is the 2031st picture that a camera took.
 */
function isYear(text: string, at: number, end: number): boolean {
  if (isYearCode(text, at, end, 0, text.length)) return true;
  return [APART, BEFORE_PAPER].some((pattern) => {
    pattern.lastIndex = at;
    return pattern.test(text);
  });
}

const APART =
  /(?<!(?:img|dsc[nf]?|mvi|vid|pano|scan)[_ -])(?<![a-z\d.第日款金额])20[1-3]\d(?:0[1-9]|1[0-2])?(?= ?(?:$|[_)）】\]]))/iy;

/** 优质护理2022方案: in the middle only between what it is of and what paper it is. */
const BEFORE_PAPER = new RegExp(
  `(?<=[\\u4e00-\\u9fff])(?<![第日款额共约近达计号间室码])20[1-3]\\d(?=(?:工作|活动|实施|创建|培训|宣传|考核)*${PAPER_WORDS})`,
  'y',
);

const OPENING = '([（【〔［';
const CLOSING = ')]）】〕］';
const FIRST_OF_YEAR = '123一二';

/** 以来, 以前, 起: a stretch without its other end; 版, 届, 级: the year of a form or a class. */
function isOpenOrEdition(text: string, { end }: DateText): boolean {
  BEHIND.lastIndex = end;
  return BEHIND.test(text);
}

const BEHIND =
  /(?<=\d|年|月|日) ?(?:以[来前后]|之[前后]|[前后]的|起|至今|版|届|级|(?:农历|阴历)?[腊冬]月)/y;

/** By place in the text, the year that a month there belongs to: that of the date before it, else `otherwise`. */
function yearsAround(
  dates: readonly Found[],
  otherwise: Years | undefined,
): (at: number) => Years | undefined {
  return (at) => dates.findLast((each) => each.at < at)?.date.year ?? otherwise;
}

function only(years: readonly number[]): number | undefined {
  return years.every((year) => year === years[0]) ? years[0] : undefined;
}

/** Months, days, quarters and half-years without a year of their own, between the dates. */
function partsIn(
  text: string,
  dates: readonly Found[],
  yearAt: (at: number) => Years | undefined,
): readonly Found[] {
  const parts: Found[] = [];
  for (let at = 0; at < text.length; at += 1) {
    const around = dates.find((each) => at >= each.at && at < each.date.end);
    if (around) {
      at = around.date.end - 1;
      continue;
    }
    if (!FIRST_OF_PART.includes(text.charAt(at)) || isAsciiDigit(text.charCodeAt(at - 1))) continue;
    const years = isLunar(text, at) ? undefined : yearAt(at);
    const date = years === undefined ? undefined : partAt(text, at, years);
    if (!date) continue;
    parts.push({ at, date, bracketed: false });
    at = date.end - 1;
  }
  return parts;
}

/** In a stretch over two years, the part that lies in it; nothing where both do only partly. */
function partAt(text: string, at: number, years: Years): DateText | undefined {
  if (typeof years === 'number') return readPartAt(text, at, years);
  for (let year = yearOfDay(years.from); year <= yearOfDay(years.to); year += 1) {
    const date = readPartAt(text, at, year);
    if (date && isWithinSpan(date, years)) return date;
  }
  return undefined;
}

function yearOfDay(day: string): number {
  return Number(day.slice(0, 4));
}

const FIRST_OF_PART = '0123456789一二三四五六七八九十第上下前';

function isLunar(text: string, at: number): boolean {
  return /[农阴旧古]历 ?$/.test(text.slice(Math.max(0, at - 3), at));
}
