/** The rows of a catalogue, before anybody counts them. */
import type { Archive } from '../archive/types.js';
import { activityOf } from '../evidence/activity.js';
import { captionFacts } from '../evidence/caption.js';
import { isVague } from '../naming/vague-title.js';
import type { NotApplicable } from '../ledger/types.js';
import { shownCode } from '../system/meant.js';
import type { Indicator, ScoringSystem } from '../system/types.js';
import { dateCell } from './dates.js';
import { documentNumber } from './document-number.js';
import type { Item } from './items.js';
import type { IndicatorName, Photo, Row } from './types.js';

/** What a catalogue says in its own words. */
export interface RowWords {
  readonly untitled: string;
  /** Kept in another volume: of which indicator, under which number. */
  readonly keptIn: (d: { code: string; number: number | undefined }) => string;
  readonly notApplicable: (d: { requirement: string | undefined; reason: string }) => string;
  /** Who said so, when, and the number of what proves it. */
  readonly said: (d: {
    by: string | undefined;
    on: string | undefined;
    proof: number | undefined;
  }) => string;
  readonly captionFact: (d: { field: string; text: string }) => string;
  /** The field of a caption that names the activity. */
  readonly activity: string;
  /** Papers by their numbers in the volume of an indicator. */
  readonly papers: (d: { code: string; numbers: readonly number[] }) => string;
  /** Between facts of a caption, and between remarks. */
  readonly pause: string;
  /** Between codes. */
  readonly listMark: string;
}

/** A row that has no number and no page yet. */
export type Uncounted = Omit<Row, 'number' | 'pageFrom' | 'pageTo'>;

/** @param code - Archival code, where it has one. @param see - 参见号. */
export function rowOf(
  item: Item,
  code: string | undefined,
  see: string | undefined,
  { settings, system }: Archive,
  words: RowWords,
): Uncounted {
  const { evidence, place, format, pages, category } = item;
  const { entry, date, path, name } = evidence;
  const isPhoto = name !== undefined && category === 'photo';
  // What only the sub-folder tells apart would be listed alike.
  const within = evidence.group === '' ? undefined : evidence.group;
  const remarks = [within, entry?.note, entry?.link].filter((each) => each !== undefined);
  return {
    is: name ? 'file' : 'link',
    code,
    documentNumber: entry?.number && documentNumber(entry.number),
    responsible: entry?.issuer,
    title: titleOf(item, words),
    date: date && dateCell(date),
    secrecy: entry?.secrecy,
    pages,
    retention: settings.catalogue.retention,
    note: remarks.length > 0 ? remarks.join(words.pause) : undefined,
    photo: isPhoto ? { ...photoOf(item, words), see } : undefined,
    path,
    format,
    indicator: nameOfIndicator(place.indicator, system),
  };
}

/** As a row of another volume, which uses what is kept in this one. */
export function referenceTo(row: Row, words: RowWords): Row {
  const { number, indicator } = row;
  return {
    ...row,
    is: 'reference',
    number: undefined,
    pages: 0,
    pageFrom: undefined,
    pageTo: undefined,
    note: words.keptIn({ code: indicator.code, number }),
  };
}

/** @param proofNumber - Of the file in its volume that proves it. */
export function statementOf(
  said: NotApplicable,
  indicator: Indicator,
  proofNumber: number | undefined,
  system: ScoringSystem,
  words: RowWords,
): Row {
  const { requirement, reason, by, on, at } = said;
  const asked = indicator.evidence.find(({ id, title }) => [id, title].includes(requirement));
  const note = words.said({ by, on, proof: proofNumber });
  return {
    is: 'statement',
    ...{ number: undefined, code: undefined, documentNumber: undefined, responsible: undefined },
    title: words.notApplicable({ requirement: asked?.title ?? requirement, reason }),
    ...{ date: undefined, secrecy: undefined, retention: undefined },
    ...{ pages: 0, pageFrom: undefined, pageTo: undefined, photo: undefined },
    note: note === '' ? undefined : note,
    path: at.file,
    format: '',
    indicator: nameOfIndicator(indicator, system),
  };
}

/** Numbers from 1 and pages from 1; nothing has a page after what has an unknown number of them. */
export function counted(rows: readonly Uncounted[]): readonly Row[] {
  let next: number | undefined = 1;
  return rows.map((row, at): Row => {
    const pageFrom = row.pages === 0 ? undefined : next;
    next = next === undefined || row.pages === undefined ? undefined : next + row.pages;
    const pageTo = pageFrom === undefined || next === undefined ? undefined : next - 1;
    return { ...row, number: at + 1, pageFrom, pageTo };
  });
}

export function nameOfIndicator(indicator: Indicator, system: ScoringSystem): IndicatorName {
  return { code: shownCode(indicator, system), name: indicator.name };
}

/** What it is about, as captions call that. */
const SUBJECTS = ['主题', '事由', '内容', '活动名称', 'subject', 'topic', 'event'];

/** A title that somebody else than the author gave is in [ ] (DA/T 22-2000): that of an activity's folder, too. */
function titleOf({ evidence: { title, name, entry, group } }: Item, words: RowWords): string {
  if (!name || !isVague(title)) return title;
  const subject = SUBJECTS.map((key) => entry?.caption[key]).find((each) => each !== undefined);
  const folder = group.split('/').findLast((each) => !isVague(each));
  const own = subject ?? entry?.activity ?? folder ?? (title === '' ? words.untitled : undefined);
  return own === undefined ? title : `[${own}]`;
}

const PHOTOGRAPHERS = ['摄影者', '摄影', '拍摄者', '拍摄人', '拍摄', 'photographer'];

function photoOf({ evidence }: Item, words: RowWords): Omit<Photo, 'see'> {
  const { entry, title, home } = evidence;
  const facts = captionFacts(entry?.caption ?? {}, home);
  const by = facts.find(([field]) => PHOTOGRAPHERS.includes(field.toLowerCase()));
  const told = facts.filter(([field]) => field !== by?.[0]);
  // Also the folder: photos of several are often called alike.
  const activity = activityOf(evidence);
  const tellsWhat = told.some(([field]) => SUBJECTS.includes(field.toLowerCase()));
  const isNamed = tellsWhat || title.includes(activity);
  const caption = [...told, ...(isNamed ? [] : [[words.activity, activity] as const])]
    .map(([field, text]) => words.captionFact({ field, text }))
    .join(words.pause);
  return {
    // Of a photograph, who is responsible for it is who took it.
    photographer: by?.[1] ?? entry?.issuer,
    caption: caption === '' ? undefined : caption,
  };
}
