/** When handing in closes for a period, as offices write it: 次月5日, 季度末月25日, 次年1月10日, 季后10日内, 每月28日前. */
import type { Day, Period as Every, Submission } from '../system/types.js';
import { addDays, addMonths, dayOf, daysIn, isDay, monthsFrom, partsOf } from './calendar.js';
import { periodsIn } from './periods.js';
import { plainDateText } from './read-date.js';
import type { Span } from './span.js';

const UNTIL = '(?:之?前|以前|内|止|截止)?(?:报送|上报|报|提交|上交|交)?';
const NEXT_MONTH = new RegExp(`^(?:次|下)(?:一?个)?月(?:的)?(\\d{1,2})日${UNTIL}$`);
const NEXT_QUARTER = new RegExp(
  `^(?:次|下|每)(?:一?个)?季度?(?:首|第一个)月(?:份)?(?:的)?(\\d{1,2})日${UNTIL}$`,
);
const LAST_MONTH = new RegExp(`^每?(?:个)?(季度?|半年|年)?末月?(?:的)?(\\d{1,2})日${UNTIL}$`);
const NEXT_YEAR = new RegExp(`^(?:次|下|第二)(?:一)?年(\\d{1,2})月(\\d{1,2})日${UNTIL}$`);
const EACH_MONTH = new RegExp(`^(每|当|本)个?月(?:的)?(\\d{1,2})日${UNTIL}$`);
const IN_YEAR = new RegExp(`^((?:次|第二|翌)年)?(\\d{1,2})月(\\d{1,2})日${UNTIL}$`);
const AFTER =
  /^(?:每?(月|月度|季|季度|半年|年|年度)(?:终了|结束)?后|期后)(?:的)?(\d{1,2})[日天](?:之?内|以内)?(?:报送|上报|报|提交|上交|交)?$/;

/** In months: what offices name, and what is due again and again. */
const UNITS: Readonly<Record<string, number>> = {
  月: 1,
  月度: 1,
  季: 3,
  季度: 3,
  半年: 6,
  年: 12,
  年度: 12,
};
const LENGTHS: Partial<Record<Every, number>> = {
  week: 0,
  month: 1,
  quarter: 3,
  'half-year': 6,
  semester: 6,
  year: 12,
};

/**
 * Where the words name a longer period than the one that is due, it is the one of the calendar in which that ends: what
 * is made each month and handed in 季后10日内 has until ten days after the quarter.
 *
 * @returns `undefined` for words that say no day of every period, such as 另行通知.
 */
export function closingDay(closes: string, { to }: Span, every: Every): Day | undefined {
  const text = plainDateText(closes).replace(/\s/g, '');
  const listed = listedDay(text, to, every);
  if (listed !== undefined) return listed;
  const [, whose, eachMonth] = EACH_MONTH.exec(text) ?? [];
  if (eachMonth !== undefined) return every === 'month' ? inMonth(to, whose, eachMonth) : undefined;
  const [, nextMonth] = NEXT_MONTH.exec(text) ?? [];
  if (nextMonth !== undefined) return dayInMonthAfter(to, nextMonth);
  const [, nextQuarter] = NEXT_QUARTER.exec(text) ?? [];
  if (nextQuarter !== undefined) return dayInMonthAfter(endOf('季', to, every), nextQuarter);
  const [, unit, lastMonth] = LAST_MONTH.exec(text) ?? [];
  if (lastMonth !== undefined) {
    const { year, month } = partsOf(endOf(unit, to, every));
    return dayInMonth(year, month, lastMonth);
  }
  const [, ofYear, ofMonth] = NEXT_YEAR.exec(text) ?? [];
  if (ofMonth !== undefined) return dayOf(partsOf(to).year + 1, Number(ofYear), Number(ofMonth));
  const [, span, days] = AFTER.exec(text) ?? [];
  return days === undefined ? undefined : addDays(endOf(span, to, every), Number(days));
}

/** By when what is of a month is handed in: 每月28日前 in that month, 每月5日前 in the next. Between, nobody can tell. */
function inMonth(to: Day, whose: string | undefined, day: string): Day | undefined {
  const isNext = whose === '每' && Number(day) <= EARLY;
  if (isNext) return dayInMonthAfter(to, day);
  if (whose === '每' && Number(day) < LATE) return undefined;
  const { year, month } = partsOf(to);
  return dayInMonth(year, month, day);
}

const EARLY = 15;
const LATE = 20;

/** 7月10日前、次年1月10日前: one day for each half-year, or each quarter, of a year. */
function listedDay(text: string, to: Day, every: Every): Day | undefined {
  const days = text.split(/[、，,；;和]/);
  const { year, month } = partsOf(to);
  const months = LENGTHS[every] ?? 0;
  if (days.length < 2 || days.length * months !== 12) return undefined;
  const all = days.map((each) => IN_YEAR.exec(each));
  const [, next, ofMonth, day] = all[Math.ceil(month / months) - 1] ?? [];
  if (!all.every((each) => each !== null)) return undefined;
  return dayOf(next === undefined ? year : year + 1, Number(ofMonth), Number(day));
}

/** 12-31, 12月31日前, 2024年12月31日: a day of any year as `12-31`, or a day. */
export function fixedDay(closes: string): string | undefined {
  const text = plainDateText(closes).replace(/\s/g, '');
  const [, year, month = '', day = ''] = FIXED.exec(text) ?? [];
  const own = dayOf(Number(year ?? LEAP), Number(month), Number(day));
  return year === undefined ? own?.slice(5) : own;
}

/** Does handing in close on one day for all? */
export function closesOnce({ closes, every }: Closing): boolean {
  const day = closes === undefined ? undefined : fixedDay(closes);
  return day !== undefined && (isDay(day) || (every ?? 'year') === 'year');
}

type Closing = Pick<Submission, 'closes' | 'every'>;

/** Do its words say on which day handing in closes, whichever period it is of? */
export function saysClosingDay(submission: Closing): boolean {
  const { closes, every } = submission;
  if (closes === undefined || every === undefined || closesOnce(submission))
    return closesOnce(submission);
  return periodsIn(SAMPLE, every).every((each) => closingDay(closes, each, every) !== undefined);
}

/** A leap year, and one that is none. */
const SAMPLE: Span = { from: '2023-01-01', to: '2024-12-31' };

const LEAP = '2024';
const FIXED = new RegExp(`^(?:(\\d{4})(?:年|[-/.]))?(\\d{1,2})(?:月|[-/.])(\\d{1,2})日?${UNTIL}$`);

function dayInMonthAfter(to: Day, day: string): Day | undefined {
  const { year, month } = partsOf(addMonths(`${to.slice(0, 7)}-01`, 1));
  return dayInMonth(year, month, day);
}

/** 每月30日 is the last day of a shorter month. */
function dayInMonth(year: number, month: number, day: string): Day | undefined {
  const number = Number(day);
  return dayOf(year, month, number > 31 ? number : Math.min(number, daysIn(year, month)));
}

/** The last day of the longer period that is named, else that of the period itself. */
function endOf(unit: string | undefined, to: Day, every: Every): Day {
  const months = UNITS[unit ?? ''] ?? 0;
  if (months <= (LENGTHS[every] ?? Infinity)) return to;
  const { year, month } = partsOf(to);
  return monthsFrom(year, month - ((month - 1) % months), months).to;
}
