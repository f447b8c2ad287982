/** Between the cells of a sheet, in a clerk's words, and the values of a ledger. */
import { squash } from '../archive/folder-key.js';
import { namesOccasion, occasionOf } from '../coverage/titles.js';
import { spanLabel } from '../dates/label.js';
import { parseDate } from '../dates/parse-date.js';
import { kindsOf } from '../evidence/kind.js';
import type { DateSource } from '../evidence/types.js';
import { eachRequirement } from '../system/walk.js';
import type { EvidenceKind, Indicator, Requirement } from '../system/types.js';
import { foldName, nearest } from '../text.js';
import { occasionsIn } from './references.js';
import {
  captionField,
  fieldType,
  type FieldKey,
  type FixedKey,
  type PlainKey,
} from './sheet-fields.js';
import type { EvidenceState, SourceKind } from './types.js';
import { keyOfWord, likely } from './words.js';
import { dayOfSerial, shownDay, textIn, textOf, type Cell } from '../workbook/grid.js';

/** The words of a sheet in one language. */
export interface SheetWords {
  readonly known: Readonly<Record<DateSource, string>>;
  readonly columns: Readonly<Record<'id' | FixedKey | PlainKey, string>>;
  readonly caption: (d: { field: string }) => string;
  readonly kinds: Readonly<Record<EvidenceKind, string>>;
  readonly states: Readonly<Record<EvidenceState, string>>;
  readonly sources: Readonly<Record<SourceKind, string>>;
}

/** What values are read and shown with. */
export interface ValueContext {
  /** In the language that is written first; all of them are read. */
  readonly words: readonly SheetWords[];
  /** Names of the departments by id. */
  readonly owners: Readonly<Record<string, string>>;
  /** By all that they may be called by. */
  readonly indicators: ReadonlyMap<string, Indicator>;
}

/** What is wrong with a cell; the words for it are in `messages`. */
export type CellFault =
  | { readonly wrong: 'date' | 'day' | 'count'; readonly found: string }
  | {
      readonly wrong:
        'kind' | 'state' | 'source' | 'owner' | 'requirement' | 'reference' | 'occasion';
      readonly found: string;
      readonly nearest: string | undefined;
    }
  | { readonly wrong: 'too-long'; readonly longest: number }
  | { readonly wrong: 'formula' }
  | { readonly wrong: 'error'; readonly found: string };

type CellValue =
  { readonly value: string; readonly fault?: undefined } | { readonly fault: CellFault };

/** Excel takes 32,767; a sign that there is more needs room. */
const LONGEST = 32_000;

export function headerOf(key: FieldKey, words: SheetWords): string {
  const field = captionField(key);
  return field === undefined ? words.columns[key as PlainKey] : words.caption({ field });
}

/** Words and names in place of keys and ids; lists on one line. */
export function showValue(
  key: FieldKey,
  value: string,
  leaf: Indicator,
  { words: [words], owners }: ValueContext,
): string {
  if (value === '' || !words) return value;
  switch (fieldType(key)) {
    case 'kind':
      return words.kinds[value as EvidenceKind];
    case 'state':
      return words.states[value as EvidenceState];
    case 'source':
      return words.sources[value as SourceKind];
    case 'owner':
      return owners[value] ?? value;
    case 'requirements':
      return listOf(value)
        .map((each) => titleOf(each, leaf))
        .join('；');
    case 'references':
    case 'list':
      return listOf(value).join('；');
    case 'date':
    case 'day':
    case 'count':
    case 'occasion':
    case 'text':
      return value.length > LONGEST ? `${value.slice(0, LONGEST)}…` : value;
  }
}

/** One form for what may be said in several ways: ids for names and titles, so that equal values are equal texts. */
export function settleValue(
  key: FieldKey,
  value: string,
  leaf: Indicator,
  { owners }: ValueContext,
): string {
  if (key === 'owner') return ownerNamed(value, owners) ?? value;
  if (key !== 'requirements') return value;
  return listOf(value)
    .map((each) => requirementNamed(each, leaf) ?? each)
    .join('\n');
}

/**
 * @param before - The value as it was exported: a cell that still shows it says nothing new, whatever it holds.
 */
export function readCell(
  key: FieldKey,
  cell: Cell | undefined,
  before: string,
  leaf: Indicator,
  context: ValueContext,
): CellValue {
  if (cell?.is === 'formula') return { fault: { wrong: 'formula' } };
  if (cell?.is === 'error') return { fault: { wrong: 'error', found: cell.text } };
  const text = textOf(cell);
  if (text === '' || isShown(key, text, before, leaf, context)) {
    return { value: text === '' ? '' : before };
  }
  if (before.length > LONGEST) return { fault: { wrong: 'too-long', longest: LONGEST } };
  return valueOf(key, cell, text, leaf, context);
}

function isShown(
  key: FieldKey,
  text: string,
  before: string,
  leaf: Indicator,
  context: ValueContext,
): boolean {
  return context.words.some(
    (words) => textIn(showValue(key, before, leaf, { ...context, words: [words] })) === text,
  );
}

function valueOf(
  key: FieldKey,
  cell: Cell | undefined,
  text: string,
  leaf: Indicator,
  context: ValueContext,
): CellValue {
  const type = fieldType(key);
  switch (type) {
    case 'date':
      return dateIn(cell, text);
    case 'day':
      return dayIn(cell, text);
    case 'count':
      return countIn(text);
    case 'kind':
    case 'state':
    case 'source':
      return wordIn(type, text, context.words);
    case 'owner':
      return ownerIn(text, context.owners);
    case 'requirements':
      return eachIn(text, (item) => requirementIn(item, leaf));
    case 'references':
      return eachIn(text, (item) => referenceIn(item, context.indicators));
    case 'occasion':
      return occasionIn(text, leaf);
    case 'list':
      return { value: listOf(text).join('\n') };
    case 'text':
      return { value: text };
  }
}

function dateIn(cell: Cell | undefined, text: string): CellValue {
  const span = parseDate(dateText(cell, text));
  return span ? { value: spanLabel(span) } : { fault: { wrong: 'date', found: text } };
}

function dayIn(cell: Cell | undefined, text: string): CellValue {
  const span = parseDate(dateText(cell, text));
  if (!span || span.from !== span.to) return { fault: { wrong: 'day', found: text } };
  return { value: span.from };
}

/** With the day only, where a cell has a time of day too; a bare number may count days. */
function dateText(cell: Cell | undefined, text: string): string {
  if (cell?.is === 'moment') return cell.day === undefined ? text : shownDay(cell.day, cell.shows);
  return (cell?.is === 'number' ? dayOfSerial(cell.value) : undefined) ?? halfWidth(text);
}

function countIn(text: string): CellValue {
  const digits = /^(\d{1,3}(?:,\d{3})+|\d{1,9})\s*[页字p]?$/i.exec(halfWidth(text))?.[1];
  if (digits === undefined) return { fault: { wrong: 'count', found: text } };
  return { value: String(Number(digits.replaceAll(',', ''))) };
}

/** Digits, letters and marks as a half-width keyboard types them. */
function halfWidth(text: string): string {
  return text
    .replace(/[！-～]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0))
    .trim();
}

function wordIn(
  key: 'kind' | 'state' | 'source',
  text: string,
  all: readonly SheetWords[],
): CellValue {
  const folded = foldName(text);
  const labels = all.flatMap((words) => Object.entries(words[`${key}s`]));
  const found = labels.find(([, label]) => foldName(label) === folded)?.[0] ?? keyOfWord(key, text);
  if (found !== undefined) return { value: found };
  const shown = all[0]?.[`${key}s`] ?? {};
  const [meant] = key === 'kind' ? kindsOf(text, '') : [];
  const named = meant && all[0]?.kinds[meant];
  const near = likely(text, Object.values<string>(shown)) ?? named;
  return { fault: { wrong: key, found: text, nearest: near } };
}

function ownerIn(text: string, owners: ValueContext['owners']): CellValue {
  const names = Object.values(owners);
  const value = names.length === 0 ? text : ownerNamed(text, owners);
  if (value !== undefined) return { value };
  return { fault: { wrong: 'owner', found: text, nearest: likely(text, names) } };
}

function ownerNamed(text: string, owners: ValueContext['owners']): string | undefined {
  if (Object.hasOwn(owners, text)) return text;
  const folded = foldName(text);
  return Object.keys(owners).find((id) => foldName(owners[id] ?? '') === folded);
}

function eachIn(text: string, read: (item: string) => CellValue): CellValue {
  const values = listOf(text).map(read);
  const faulty = values.find(({ fault }) => fault);
  return faulty ?? { value: values.map((each) => ('value' in each ? each.value : '')).join('\n') };
}

function requirementIn(item: string, leaf: Indicator): CellValue {
  const value = requirementNamed(item, leaf);
  if (value !== undefined) return { value };
  const titles = [...eachRequirement(leaf.evidence)].map(({ title }) => title);
  return { fault: { wrong: 'requirement', found: item, nearest: likely(item, titles) } };
}

function occasionIn(text: string, leaf: Indicator): CellValue {
  const known = occasionsIn(leaf);
  const words = squash(text);
  const isKnown = known.some((each) => namesOccasion(words, occasionOf(each)));
  if (known.length === 0 || isKnown) return { value: text };
  return { fault: { wrong: 'occasion', found: text, nearest: likely(text, known) } };
}

/** Its id, or its title where it has none. */
function requirementNamed(text: string, leaf: Indicator): string | undefined {
  const folded = foldName(text);
  const all = [...eachRequirement(leaf.evidence)];
  const found =
    all.find(({ id }) => id === text) ?? all.find(({ title }) => foldName(title) === folded);
  return found && nameOf(found);
}

function nameOf({ id, title }: Requirement): string {
  return id ?? title;
}

/** The title of a requirement, where no other of the indicator has it. */
function titleOf(name: string, leaf: Indicator): string {
  const all = [...eachRequirement(leaf.evidence)];
  const title = all.find((each) => nameOf(each) === name)?.title;
  return title !== undefined && all.filter((each) => each.title === title).length === 1
    ? title
    : name;
}

function referenceIn(item: string, indicators: ValueContext['indicators']): CellValue {
  const value = item.replaceAll('＃', '#');
  const [path = ''] = value.split('#');
  if (indicators.has(path)) return { value };
  return { fault: { wrong: 'reference', found: item, nearest: nearest(path, indicators.keys()) } };
}

function listOf(text: string): string[] {
  return text
    .split(/[；;\n]/)
    .map((item) => item.trim())
    .filter((item) => item !== '');
}
