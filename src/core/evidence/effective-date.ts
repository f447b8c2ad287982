/** The day or days that evidence is of, and where that is known from. */
import {
  dateInTitle,
  meetsPartOfYear,
  partOfYearInTitle,
  type Years,
} from '../dates/date-in-title.js';
import { parseDate } from '../dates/parse-date.js';
import { stampInTitle } from '../dates/stamp-in-title.js';
import { isWithinSpan, overlaps, type Span } from '../dates/span.js';
import type { LedgerEntry } from '../ledger/types.js';
import type { Day } from '../system/types.js';
import type { ContentFacts, DateSource, Evidence, EvidenceDate } from './types.js';

/** What tells of the date of an evidence besides its title. */
interface DateHints {
  /** What was registered in its ledger. */
  readonly ledger: Span | undefined;
  readonly folder: FolderDate;
  readonly facts: ContentFacts | undefined;
}

/** Fields of captions that tell when it was. */
const WHEN = ['时间', '日期', '拍摄时间', '拍摄日期', 'time', 'date'];

/**
 * What a person registered: the date of the ledger, else the time of the caption.
 *
 * @param years - What a month without a year belongs to.
 */
export function registeredDate(
  { date, caption }: Pick<LedgerEntry, 'date' | 'caption'>,
  years?: Years,
): Span | undefined {
  if (date) return date;
  const when = WHEN.map((field) => caption[field]).find((text) => text !== undefined);
  return when === undefined ? undefined : (parseDate(when) ?? dateInTitle(when, years));
}

/** What the folders of an evidence tell, and its indicator's period. */
export interface FolderDate {
  readonly date: Span | undefined;
  /** What a month or quarter without a year belongs to. */
  readonly years: Years | undefined;
}

export interface EffectiveDate {
  readonly date: EvidenceDate | undefined;
  readonly otherDate: EvidenceDate | undefined;
}

/**
 * The surest source counts: ledger, name, folder, document properties, EXIF, and what WeChat calls what it saves. One that says the same more finely makes
 * the date finer: a report of 2020 in the folder of its first quarter is of that quarter.
 */
export function effectiveDate(title: string, { ledger, folder, facts }: DateHints): EffectiveDate {
  const name = dated(dateInTitle(title, folder.years), 'name');
  const byLedger = dated(ledger, 'ledger');
  const part = name ? undefined : partOfYearInTitle(title);
  // What is called 11月 and was typed, or photographed, in another month tells nothing of its year.
  const fitting = (day: Day | undefined) =>
    day !== undefined && part && !meetsPartOfYear({ from: day, to: day }, part) ? undefined : day;
  const taken = dated(dayOnly(fitting(facts?.taken)), 'exif');
  const date = [
    byLedger,
    name,
    dated(folder.date, 'folder'),
    dated(dayOnly(fitting(createdIn(facts))), 'document'),
    taken,
    dated(stampInTitle(title), 'name'),
  ].reduce(finer);
  return { date, otherDate: contrary(byLedger, name) ?? contraryYear(date, taken) };
}

/**
 * @param names - Of the folders from the leaf indicator's down to its own.
 * @param year - Of the year folder.
 * @param period - Of the indicator, or the nearest above that has one.
 * @param years - What a month without a year belongs to where nothing here tells.
 */
export function folderDate(
  names: readonly string[],
  year: number | undefined,
  period: Span | undefined,
  years?: Years,
): FolderDate {
  const start: FolderDate = {
    date: year === undefined ? period : yearSpan(year),
    years: year ?? (period && yearOf(period)) ?? years,
  };
  return names.reduce<FolderDate>((outer, name) => {
    const date = dateInTitle(name, outer.years);
    // 2020年 in the folder of the first quarter of 2020 says nothing new.
    if (!date || (outer.date && isWithinSpan(outer.date, date))) return outer;
    return { date, years: yearOf(date) ?? outer.years };
  }, start);
}

function yearSpan(year: number): Span {
  return { from: `${year}-01-01`, to: `${year}-12-31` };
}

/** `undefined` for what is of more than one. */
export function yearOf({ from, to }: Span): number | undefined {
  const year = from.slice(0, 4);
  return to.startsWith(year) ? Number(year) : undefined;
}

function dayOnly(day: Day | undefined): Span | undefined {
  return day === undefined ? undefined : { from: day, to: day };
}

function dated(span: Span | undefined, source: DateSource): EvidenceDate | undefined {
  return span && { from: span.from, to: span.to, source };
}

function finer(
  sure: EvidenceDate | undefined,
  next: EvidenceDate | undefined,
): EvidenceDate | undefined {
  if (!sure || !next) return sure ?? next;
  const isSame = next.from === sure.from && next.to === sure.to;
  if (isSame || !isWithinSpan(next, sure)) return sure;
  // A camera's clock is no better than what a person registered.
  const isWritten =
    next.source === 'document' || (next.source === 'exif' && sure.source === 'ledger');
  const written = sure.written ?? (isWritten ? sure : undefined);
  return written ? { ...next, written } : next;
}

function contrary(
  sure: EvidenceDate | undefined,
  other: EvidenceDate | undefined,
): EvidenceDate | undefined {
  return sure && other && !overlaps(sure, other) ? other : undefined;
}

/** Clocks of cameras are wrong by days often enough; a year is worth a word. */
function contraryYear(
  sure: EvidenceDate | undefined,
  taken: EvidenceDate | undefined,
): EvidenceDate | undefined {
  if (!sure || !taken || sure.source === 'document') return undefined;
  const year = taken.from.slice(0, 4);
  return year < sure.from.slice(0, 4) || year > sure.to.slice(0, 4) ? taken : undefined;
}

/**
 * The part of a year that evidence without a date is of, by its name, else by that of its folder; in a leap year.
 *
 * A month of nobody knows which year is not any month.
 */
export function partOfYear({ date, title, name, entry, group }: Evidence): Span | undefined {
  if (date) return undefined;
  const own = partOfYearInTitle(name ? title : (entry?.title ?? ''));
  return (
    own ??
    group
      .split('/')
      .map(partOfYearInTitle)
      .findLast((part) => part !== undefined)
  );
}

/** Days of the templates that office programs make new files from: such a file tells nothing of its own day. */
const TEMPLATE_DAYS = new Set<Day>([
  ...['2006-09-13', '2006-09-16', '2015-06-05'], // Excel
  ...['2014-10-29', '2023-05-12'], // WPS
  ...['2013-01-27', '2013-12-23'], // files made by scripts
]);

function createdIn(facts: ContentFacts | undefined): Day | undefined {
  const created = facts?.created;
  return created !== undefined && TEMPLATE_DAYS.has(created) ? undefined : created;
}
