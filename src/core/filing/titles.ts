/** Titles of incoming evidence, so that nothing is lost that its name and its folders told. */
import { squash } from '../archive/folder-key.js';
import { dateInTitle } from '../dates/date-in-title.js';
import { dateWords } from './date-words.js';
import { parseDate } from '../dates/parse-date.js';
import { isWithinSpan, type Span } from '../dates/span.js';
import { effectiveDate, folderDate, type FolderDate } from '../evidence/effective-date.js';
import { groupBy } from '../group.js';
import { cleanTitle } from '../naming/clean-title.js';
import { copyMarks, isNumber } from '../naming/copy-marks.js';
import { trimName } from '../naming/portable.js';
import type { EvidenceName } from '../naming/types.js';
import { isVague } from '../naming/vague-title.js';
import { foldName } from '../text.js';
import { NO_YEAR } from './handed-in.js';

/** A file to be filed, its name taken apart. */
export interface Incoming {
  readonly parts: EvidenceName;
  /** Those of the folders around it that tell something, the outermost first. */
  readonly folders: readonly string[];
  /** Are they kept around it in the archive? */
  readonly isKept: boolean;
}

export interface GivenTitle {
  readonly title: string;
  /** Was one file handed over, wherever it goes? */
  readonly isForOne: boolean;
}

/** What stands before brackets, and in them. */
interface Draft {
  readonly title: string;
  readonly aside: string;
}

/**
 * Titles without the marks of copies and versions.
 *
 * `方案第1稿` and `方案第2稿` keep what tells them apart: which of them counts is for people to say. Numbers of copies go,
 * for the ordinals keep their order. Where the folders are not kept, papers of one title and titles that say nothing
 * have them in brackets, and so has whatever would lose its date.
 */
export function titlesFromNames(
  incoming: readonly Incoming[],
  there: readonly EvidenceName[],
): readonly string[] {
  const clean = incoming.map(({ parts }) => ({ ...parts, title: cleanTitle(parts.title) }));
  const papers = groupBy([...clean, ...there], paperOf);
  return incoming.map((each, at) => {
    const own = clean[at] ?? each.parts;
    const isAlone = papers.get(paperOf(own))?.length === 1;
    const words = wordsOf(each);
    const isTold = !own.title.includes(words) && (!isAlone || isVague(own.title));
    const marks = isAlone || isTold ? undefined : copyMarks(each.parts.title)?.marks;
    const title = marks?.some((mark) => !isNumber(mark)) ? each.parts.title : own.title;
    return written(dated({ title, aside: isTold ? words : '' }, each));
  });
}

function paperOf({ title, extension }: EvidenceName): string {
  return `${foldName(title)}${extension.toLowerCase()}`;
}

/**
 * One title for all. A single file has it in place of its own; of several, those that a person named keep their name
 * behind it: `专题会议` and `签到表` are `专题会议签到表`. Dates that would be lost are put behind it in brackets; so are
 * folders, where files came from several; what is called the same after that is numbered.
 */
export function titlesFromOne(
  { title, isForOne }: GivenTitle,
  incoming: readonly Incoming[],
  there: readonly EvidenceName[],
): readonly string[] {
  const isOfMany = new Set(incoming.map(wordsOf)).size > 1;
  const drafts = incoming.map((each) => {
    const own = isForOne ? title : joined(title, cleanTitle(each.parts.title));
    return dated({ title: own, aside: isOfMany ? wordsOf(each) : '' }, each, title);
  });
  return isForOne ? drafts.map(written) : numbered(drafts, there);
}

function joined(title: string, own: string): string {
  if (isVague(own)) return title;
  // 2026学法计划: behind other words it is a year only as 2026年.
  const behind = own.replace(/^(?:19|20)\d\d(?=\p{Script=Han})(?![年届级版])/u, '$&年');
  return squash(own).includes(squash(title)) ? own : title + behind;
}

/** `照片1（2025年3月15日）`: what would be called the same, going on from the numbers there. */
function numbered(drafts: readonly Draft[], there: readonly EvidenceName[]): readonly string[] {
  const keyOf = (draft: Draft) => foldName(written(draft));
  const sets = groupBy(drafts, keyOf);
  const alone = [...sets].flatMap(([key, { length }]) => (length === 1 ? key : []));
  const old = new Set(there.map(({ title }) => foldName(title)));
  const taken = new Set([...old, ...alone]);
  return drafts.map((draft) => {
    const isSet = [draft, nth(draft, 1)].some((each) => old.has(keyOf(each)));
    if (!isSet && sets.get(keyOf(draft))?.length === 1) return written(draft);
    let number = 1;
    while (taken.has(keyOf(nth(draft, number)))) number += 1;
    taken.add(keyOf(nth(draft, number)));
    return written(nth(draft, number));
  });
}

function nth({ title, aside }: Draft, number: number): Draft {
  return { title: `${title}${/[\d０-９]$/u.test(title) ? '-' : ''}${number}`, aside };
}

/** The words of the folders that are not kept; `2025年` and `3月` are read together, `2025` and `3` must not be. */
function wordsOf({ folders, isKept }: Incoming): string {
  if (isKept) return '';
  return folders
    .map((folder) => trimName(folder).replace(/．+$/u, ''))
    .reduce((before, word) => {
      const isRun = /[\da-z]$/iu.test(before) && /^[\da-z]/iu.test(word);
      return `${before}${isRun ? ' ' : ''}${word}`;
    }, '');
}

/** With what it takes in brackets for the date to be read from it that was known of the file. */
function dated(draft: Draft, { parts, folders, isKept }: Incoming, given?: string): Draft {
  const folder = folderDate(folders, undefined, undefined, NO_YEAR);
  const known = dateOf(parts.title, folder);
  if (!known || isContrary(given, known)) return draft;
  const kept = isKept ? folder : folderDate([], undefined, undefined, NO_YEAR);
  const words = wordsOf({ parts, folders, isKept });
  const [day, year] = [dateWords(known, draft.title), `${known.from.slice(0, 4)}年`];
  const { aside } = draft;
  // A folder of the year tells nothing that the day does not.
  const around = parseDate(aside);
  const isTold = around !== undefined && isWithinSpan(known, around);
  const both = isTold ? [day] : [`${aside} ${day}`, day];
  const asides = aside === '' ? ['', words, year, day] : [aside, ...both];
  const fitting = asides.find((each) => {
    const read = dateOf(written({ ...draft, aside: each }), kept);
    return read?.from === known.from && read.to === known.to;
  });
  return { ...draft, aside: fitting ?? (aside || words) };
}

/** Does the title that was given tell another date? */
function isContrary(given: string | undefined, known: Span): boolean {
  const said = given === undefined ? undefined : dateInTitle(given, Number(known.from.slice(0, 4)));
  return said !== undefined && !isWithinSpan(known, said);
}

function dateOf(title: string, folder: FolderDate): Span | undefined {
  return effectiveDate(title, { ledger: undefined, folder, facts: undefined }).date;
}

function written({ title, aside }: Draft): string {
  if (title === '' || aside === '') return withNarrowDigits(title + aside);
  return withNarrowDigits(`${title}（${aside}）`);
}

/** `２０２６年` is how a keyboard was set, and no other year. */
function withNarrowDigits(text: string): string {
  return text.replace(/[０-９]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0));
}
