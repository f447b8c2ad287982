/** When handing in closes for a period, as offices write it: 次月5日, 季度末月25日, 次年1月10日, 季后10日内. */
import type { Day } from '../system/types.js';
import { addDays, addMonths, dayOf, partsOf } from './calendar.js';
import { plainDateText } from './read-date.js';
import type { Span } from './span.js';

const UNTIL = '(?:之?前|以前|内|止|截止)?';
const NEXT_MONTH = new RegExp(`^(?:次|下)(?:一?个)?月(?:的)?(\\d{1,2})日${UNTIL}$`);
const LAST_MONTH = new RegExp(`^每?(?:个)?(?:季度?|半年|年)?末月(?:的)?(\\d{1,2})日${UNTIL}$`);
const NEXT_YEAR = new RegExp(`^(?:次|下|第二)(?:一)?年(\\d{1,2})月(\\d{1,2})日${UNTIL}$`);
const AFTER =
  /^(?:每?(?:月|月度|季|季度|半年|年|年度)(?:终了|结束)?后|期后)(?:的)?(\d{1,2})[日天](?:之?内|以内)?$/;

/** @returns `undefined` for words that say no day of every period, such as 另行通知. */
export function closingDay(closes: string, { to }: Span): Day | undefined {
  const text = plainDateText(closes).replace(/\s/g, '');
  const { year, month } = partsOf(to);
  const [, nextMonth] = NEXT_MONTH.exec(text) ?? [];
  if (nextMonth !== undefined) {
    const next = partsOf(addMonths(`${to.slice(0, 7)}-01`, 1));
    return dayOf(next.year, next.month, Number(nextMonth));
  }
  const [, lastMonth] = LAST_MONTH.exec(text) ?? [];
  if (lastMonth !== undefined) return dayOf(year, month, Number(lastMonth));
  const [, ofYear, ofMonth] = NEXT_YEAR.exec(text) ?? [];
  if (ofMonth !== undefined) return dayOf(year + 1, Number(ofYear), Number(ofMonth));
  const [, days] = AFTER.exec(text) ?? [];
  return days === undefined ? undefined : addDays(to, Number(days));
}
