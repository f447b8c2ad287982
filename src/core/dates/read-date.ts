/** Dates as people write them, read at one place of a text. Each form is of bounded length: a text is read in one pass. */
import { dayOf, monthsFrom, weekOf } from './calendar.js';
import type { Span } from './span.js';

/** A date in a text. */
export interface DateText extends Span {
  /** Where it ends. */
  readonly end: number;
  /** Written with the word of its period: 2020年度, 一季度, 3月份; a day never is. */
  readonly named: boolean;
  /** Four digits and nothing to tell that they are a year. */
  readonly bare: boolean;
  /** Just one calendar year, which a month or quarter elsewhere in the text may belong to. */
  readonly year: number | undefined;
}

/** What the groups of a form held, the year first. */
type Groups = readonly (string | undefined)[];

interface Form {
  readonly pattern: RegExp;
  readonly read: (groups: Groups) => Span | undefined;
  readonly named?: true;
  readonly bare?: true;
}

/** Digits, marks and blanks of one width; every place stays where it is. */
export function plainDateText(text: string): string {
  return text.replace(/[０-９．／－＿–―〜～\u3000\u00a0○О零号號]/g, (mark) => {
    const code = mark.charCodeAt(0);
    if (code >= 0xff10 && code <= 0xff19) return String(code - 0xff10);
    return PLAIN_MARKS[mark] ?? mark;
  });
}

const PLAIN_MARKS: Readonly<Record<string, string>> = {
  '．': '.',
  '／': '/',
  '－': '-',
  '＿': '_',
  '–': '—',
  '―': '—',
  '〜': '~',
  '～': '~',
  '\u3000': ' ',
  '\u00a0': ' ',
  '○': '〇',
  О: '〇',
  零: '〇',
  号: '日',
  號: '日',
};

/** What the papers are called that a year without its 年, or without its century, is believed before. */
export const PAPER_WORDS =
  '(?:方案|计划|要点|总结|小结|通知|报告|汇报|记录|纪要|名单|制度|照片|图片|简报|台账|统计表|登记表|签到表|情况)';

/** 24 for 2024, where what is behind it says that it is a year: 24年3月, 24年度, 23-24学年. */
const SHORT_YEAR =
  '(?<![\\d.第])(?:1[89]|2\\d|3[0-5])(?= ?年(?:度| ?[\\d一二三四五六七八九十]{1,2}(?: ?[-—~至到] ?[\\d一二三四五六七八九十]{1,2})? ?月| ?第?[一二三四1-4] ?季度|[上下]半年)|[-—~至]\\d\\d ?学年)';
/** The same at the beginning of a paper's title: 22年优质护理方案; no 20年来, no 30年党龄. */
const SHORT_YEAR_OF_PAPER = `^(?:1[89]|2\\d|3[0-5])(?=年(?!来|前|后|间|内|以|多|老|如|的|庆|坚|风雨|发展|历程|纪念|回顾|[党工教警军]龄|党员)[\\u4e00-\\u9fff]+?${PAPER_WORDS}$)`;
const YEAR = `((?:19|20)\\d\\d|[一二][九〇][〇一二三四五六七八九]{2}(?= ?年)|${SHORT_YEAR}|${SHORT_YEAR_OF_PAPER})`;
const MONTH = '(1[0-2]|0?[1-9]|十[一二]?|[一二三四五六七八九])';
const DAY =
  '(3[01]|[12]\\d|0?[1-9]|三十一?|二?十[一二三四五六七八九]?|廿[一二三四五六七八九]?|[一二三四五六七八九])';
/** Between both ends of a stretch. */
const TO = ' ?(?:\\.\\.|-|—{1,2}|~|至|到) ?';
const NO_DIGIT = '(?!\\d)';
/** 月, 月份, and which part of the month. */
const MONTH_WORD = '月(?:份|初|底|末|[上中下]旬)?';
const QUARTER = '(?:Q([1-4])(?![\\da-z])|第?([一二三四1-4]) ?季度?)';
const THREE_QUARTERS = '前三(?:个)?季度';
const HALF = '(?:H([12])(?![\\da-z])|([上下])半年度?)';

function form(pattern: string, read: Form['read'], mark?: 'named' | 'bare'): Form {
  return { pattern: new RegExp(pattern, 'iy'), read, ...(mark && { [mark]: true }) };
}

/** With a year, those that say more first. */
const FORMS: readonly Form[] = [
  form(`${YEAR} ?年 ?${MONTH} ?月 ?${DAY} ?日?${TO}(?:${MONTH} ?月 ?)?${DAY} ?日`, (g) =>
    daysOf(g[0], g[1], g[2], g[3], g[4]),
  ),
  form(`${YEAR} ?年 ?${MONTH} ?月 ?${DAY} ?日`, (g) => daysOf(g[0], g[1], g[2])),
  form(`${YEAR}([./])${MONTH}\\2${DAY}[-—~至](?:${MONTH}\\2)?${DAY}${NO_DIGIT}`, (g) =>
    daysOf(g[0], g[2], g[3], g[4], g[5]),
  ),
  form(`${YEAR}([-./_])${MONTH}\\2${DAY}${NO_DIGIT}`, (g) => daysOf(g[0], g[2], g[3])),
  // As cameras and telephones name pictures, perhaps with the time of day behind it.
  form(`${YEAR}(\\d\\d)(\\d\\d)(?:[0-2]\\d[0-5]\\d[0-5]\\d)?${NO_DIGIT}`, (g) =>
    daysOf(g[0], g[1], g[2]),
  ),
  form(
    `${YEAR} ?年 ?${MONTH} ?(?:${MONTH_WORD})?${TO}${MONTH} ?${MONTH_WORD}`,
    (g) => monthsOf(g[0], g[1], g[2]),
    'named',
  ),
  form(
    `${YEAR}[./]${MONTH}[-—~至]${MONTH} ?${MONTH_WORD}`,
    (g) => monthsOf(g[0], g[1], g[2]),
    'named',
  ),
  form(`${YEAR} ?年 ?${MONTH} ?${MONTH_WORD}`, (g) => monthsOf(g[0], g[1]), 'named'),
  form(`${YEAR}([-./_])${MONTH}(?!\\d|\\2\\d| ?[万亿元人%％])`, (g) => monthsOf(g[0], g[2])),
  form(`${YEAR}(0[1-9]|1[0-2])${NO_DIGIT}`, (g) => monthsOf(g[0], g[1]), 'bare'),
  form(`${YEAR} ?年?度? ?${THREE_QUARTERS}`, (g) => monthsOf(g[0], '1', '9'), 'named'),
  form(`${YEAR}(?: ?年?度? ?|-)${QUARTER}`, (g) => quarterOf(g[0], g[1] ?? g[2]), 'named'),
  form(`${YEAR}(?: ?年?度? ?|-)${HALF}`, (g) => halfOf(g[0], g[1] ?? g[2]), 'named'),
  form(`${YEAR}-?W(\\d\\d)${NO_DIGIT}`, (g) => weekOf(yearNumber(g[0]), numberOf(g[1])), 'named'),
  form(
    `${YEAR} ?年度? ?第?(\\d\\d?) ?周(?!年)`,
    (g) => weekOf(yearNumber(g[0]), numberOf(g[1])),
    'named',
  ),
  // 2023-2024-1, 2023-2024学年(2): as universities number their terms.
  form(
    `${YEAR}[-—](20\\d\\d)(?: ?学年度?)? ?[-—（(] ?([12])(?: ?[）)])?(?![\\d-])(?: ?学期)?`,
    (g) => schoolYearOf(g[0], g[1], g[2]),
    'named',
  ),
  form(`${YEAR} ?年?度? ?([春秋])季?学期`, (g) => seasonOf(g[0], g[1]), 'named'),
  form(
    `${YEAR} ?年?(?:[-—~至/]((?:20)?\\d\\d) ?年?)? ?学年度?(?: ?第?([一二12上下])学期)?`,
    (g) => schoolYearOf(g[0], g[1], g[2]),
    'named',
  ),
  form(`${YEAR} ?年度?`, (g) => monthsOf(g[0], '1', '12'), 'named'),
  form(`${YEAR}${NO_DIGIT}`, (g) => monthsOf(g[0], '1', '12'), 'bare'),
  // A title that begins like this may have a code before it, 24.1.2.
  form(`(?<=[^\\d.Vv第])(1[89]|2\\d|3[0-5])\\.${MONTH}\\.${DAY}(?![\\d.])`, (g) =>
    daysOf(g[0], g[1], g[2]),
  ),
];

/** Without a year; it is given, as group 0. */
const PARTS: readonly Form[] = [
  form(`${MONTH} ?月 ?${DAY} ?日?${TO}(?:${MONTH} ?月 ?)?${DAY} ?日`, (g) =>
    daysOf(g[0], g[1], g[2], g[3], g[4]),
  ),
  form(`${MONTH} ?月 ?${DAY} ?日`, (g) => daysOf(g[0], g[1], g[2])),
  form(
    `${MONTH} ?(?:${MONTH_WORD})?${TO}${MONTH} ?${MONTH_WORD}`,
    (g) => monthsOf(g[0], g[1], g[2]),
    'named',
  ),
  // 三月三, 三月街, 近三月 and 一月两次 are no months of a paper.
  form(
    `(?:(1[0-2]|0?[1-9]) ?${MONTH_WORD}|${MONTH}月份|(?<![第近满每后前个])${MONTH}月(?![一二三四五六七八九十两初廿半天街]))`,
    (g) => monthsOf(g[0], g[1] ?? g[2] ?? g[3]),
    'named',
  ),
  // 7.16 may be a number: it has to stand by itself, in brackets or at the end.
  form(
    '(?<=[（(【\\[]|[^附件表图第版]{2}[ _])(1[0-2]|0?[1-9])\\.(3[01]|[12]\\d|0?[1-9])(?=[）)】\\]]|$)',
    (g) => daysOf(g[0], g[1], g[2]),
  ),
  form(THREE_QUARTERS, (g) => monthsOf(g[0], '1', '9'), 'named'),
  form('第?([一二三四1-4]) ?季度', (g) => quarterOf(g[0], g[1]), 'named'),
  form('([上下])半年度?', (g) => halfOf(g[0], g[1]), 'named'),
];

/** The date with its year that begins at `at`; `text` as `plainDateText` gives it. */
export function readDateAt(text: string, at: number): DateText | undefined {
  return readForm(FORMS, text, at, (match) => match.slice(1));
}

/** A month, day, quarter or half-year without its year that begins at `at`. */
export function readPartAt(text: string, at: number, year: number): DateText | undefined {
  return readForm(PARTS, text, at, (match) => [String(year), ...match.slice(1)]);
}

function readForm(
  forms: readonly Form[],
  text: string,
  at: number,
  groupsOf: (match: RegExpExecArray) => Groups,
): DateText | undefined {
  for (const { pattern, read, named = false, bare = false } of forms) {
    pattern.lastIndex = at;
    const match = pattern.exec(text);
    const span = match && read(groupsOf(match));
    if (span) return { ...span, end: at + match[0].length, named, bare, year: yearOf(span) };
  }
  return undefined;
}

const JOINT = new RegExp(`${TO}| ?([、和及与]) ?`, 'y');

/** What joins two dates to a stretch, behind the first; `list` where it joins years only: 2018、2019年. */
export function readJointAt(
  text: string,
  at: number,
): { readonly end: number; readonly list: boolean } | undefined {
  JOINT.lastIndex = at;
  const match = JOINT.exec(text);
  return match ? { end: at + match[0].length, list: match[1] !== undefined } : undefined;
}

function yearOf({ from, to }: Span): number | undefined {
  const year = from.slice(0, 4);
  return from === `${year}-01-01` && to === `${year}-12-31` ? Number(year) : undefined;
}

/** A day, or from a day to a later one of the same month or another of the year. */
function daysOf(
  year: string | undefined,
  month: string | undefined,
  day: string | undefined,
  lastMonth = month,
  lastDay = day,
): Span | undefined {
  const from = dayOf(yearNumber(year), numberOf(month), numberOf(day));
  const to = dayOf(yearNumber(year), numberOf(lastMonth), numberOf(lastDay));
  return from && to && from <= to ? { from, to } : undefined;
}

function monthsOf(
  year: string | undefined,
  first: string | undefined,
  last = first,
): Span | undefined {
  const from = numberOf(first);
  const count = numberOf(last) - from + 1;
  return count > 0 ? monthsFrom(yearNumber(year), from, count) : undefined;
}

function quarterOf(year: string | undefined, quarter: string | undefined): Span {
  return monthsFrom(yearNumber(year), numberOf(quarter) * 3 - 2, 3);
}

function halfOf(year: string | undefined, half: string | undefined): Span {
  return monthsFrom(yearNumber(year), half === '1' || half === '上' ? 1 : 7, 6);
}

/** From September to August; the first term ends with January. */
function schoolYearOf(
  year: string | undefined,
  next: string | undefined,
  term: string | undefined,
): Span | undefined {
  const first = yearNumber(year);
  if (next !== undefined && numberOf(next) % 100 !== (first + 1) % 100) return undefined;
  if (term === undefined) return monthsFrom(first, 9, 12);
  return '一1上'.includes(term) ? monthsFrom(first, 9, 5) : monthsFrom(first + 1, 2, 7);
}

/** 2023年秋季学期 is said of that year: its last weeks, in January, are left out. */
function seasonOf(year: string | undefined, season: string | undefined): Span {
  return season === '春' ? monthsFrom(yearNumber(year), 2, 7) : monthsFrom(yearNumber(year), 9, 4);
}

const CHINESE_DIGITS = '〇一二三四五六七八九';

/** `12`, `十二`, `二十一`, `廿三`, `二〇二〇`. */
function numberOf(text = ''): number {
  if (/^\d+$/.test(text)) return Number(text);
  if (text.length === 4) return Number(Array.from(text, digitOf).join(''));
  const tens = Math.max(text.indexOf('十'), text.indexOf('廿'));
  if (tens < 0) return digitOf(text);
  const before = text.startsWith('廿') ? 2 : tens === 0 ? 1 : digitOf(text.charAt(0));
  const after = text.slice(tens + 1);
  return before * 10 + (after === '' ? 0 : digitOf(after));
}

function yearNumber(text: string | undefined): number {
  const year = numberOf(text);
  return year < 100 ? 2000 + year : year;
}

function digitOf(text: string): number {
  return CHINESE_DIGITS.indexOf(text);
}
