import { plainDateText, readDateAt, readJointAt, type DateText } from './read-date.js';
import type { Span } from './span.js';

/** Longer texts are no dates. */
const LONGEST = 60;

/**
 * The days that a date means: a day, or all of its week, month, quarter, half-year, year, school year or stretch.
 *
 * `2020-03-12`, `2020.3.12`, `2020/3/12`, `20200312`, `2020年3月12日`, `二〇二〇年三月十二日`, `2020-03`, `2020年3月`,
 * `2020-Q1`, `2020年第一季度`, `2020-H1`, `2020年上半年`, `2020-W12`, `2020`, `2020年度`, `2018..2020`, `2018-2020年`,
 * `2020年3月12日至14日`. Years are those from 1900 to 2099.
 *
 * @returns `undefined` for what is no date and for a day that no calendar has.
 */
export function parseDate(text: string): Span | undefined {
  if (text.length > LONGEST) return undefined;
  const plain = plainDateText(text).trim();
  const date = readStretchAt(plain, 0);
  return date?.end === plain.length ? { from: date.from, to: date.to } : undefined;
}

/** A date, or from one date to another, that begins at `at`; `text` as `plainDateText` gives it. */
export function readStretchAt(text: string, at: number): DateText | undefined {
  let date = readDateAt(text, at);
  for (;;) {
    const joint = date && readJointAt(text, date.end);
    const next = joint && readDateAt(text, joint.end);
    if (!date || !next || next.from <= date.to) return date;
    const isYears = next.year !== undefined && coversYears(date);
    // 2018—2020年 is as good as 2018年—2020年; 2018-2020学年 is neither a school year nor a stretch.
    if (!isYears && (joint.list || date.bare)) return date;
    date = { ...next, from: date.from, bare: false, year: undefined };
    if (!joint.list) return date;
  }
}

function coversYears({ from, to }: Span): boolean {
  return from.endsWith('-01-01') && to.endsWith('-12-31');
}
