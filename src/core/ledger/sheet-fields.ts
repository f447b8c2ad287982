/** What the sheet of a ledger says of each evidence, field by field. */
import { spanLabel } from '../dates/label.js';
import type { LedgerEntry } from './types.js';

/** Filled by the tool, from the scoring system and the name of the file; what is changed there is not taken over. */
export const FIXED = [
  'code',
  'ordinal',
  'title',
  'indicator',
  'folder',
  'format',
  'link',
  'knownDate',
  'knownKind',
] as const;
export type FixedKey = (typeof FIXED)[number];
/** Those of them that are the same in every language. */
export type NameKey = Exclude<FixedKey, 'knownDate' | 'knownKind'>;

/** Of the fields, those before the caption's, which the scoring system names, and those after them. */
const BEFORE_CAPTION = ['date', 'kind', 'number', 'issuer', 'owner'] as const;
const AFTER_CAPTION = [
  'activity',
  'occasion',
  'requirements',
  'references',
  'state',
  'reason',
  'submitted',
  'source',
  'pages',
  'characters',
  'secrecy',
  'seen',
  'seenBy',
  'seenOn',
  'note',
] as const;

export type PlainKey = (typeof BEFORE_CAPTION)[number] | (typeof AFTER_CAPTION)[number];
export type FieldKey = PlainKey | `caption.${string}`;

export function fieldKeys(captions: readonly string[]): readonly FieldKey[] {
  return [...BEFORE_CAPTION, ...captions.map(captionKey), ...AFTER_CAPTION];
}

function captionKey(field: string): FieldKey {
  return `caption.${field}`;
}

/** The caption's field that a key is for; `undefined` for any other key. */
export function captionField(key: FieldKey): string | undefined {
  return key.startsWith('caption.') ? key.slice('caption.'.length) : undefined;
}

/** What a field holds. */
type FieldType =
  | 'date'
  | 'day'
  | 'count'
  | 'kind'
  | 'state'
  | 'source'
  | 'owner'
  | 'requirements'
  | 'references'
  | 'occasion'
  | 'list'
  | 'text';

const TYPES: Readonly<Partial<Record<FieldKey, FieldType>>> = {
  date: 'date',
  kind: 'kind',
  owner: 'owner',
  requirements: 'requirements',
  references: 'references',
  occasion: 'occasion',
  state: 'state',
  submitted: 'day',
  source: 'source',
  pages: 'count',
  characters: 'count',
  seen: 'list',
  seenOn: 'day',
};

export function fieldType(key: FieldKey): FieldType {
  return TYPES[key] ?? 'text';
}

/** A field of an entry as one text; lists have one item a line. Empty where the entry says nothing. */
export function fieldOf(entry: LedgerEntry | undefined, key: FieldKey): string {
  if (!entry) return '';
  const field = captionField(key);
  const value = field === undefined ? plainField(entry, key as PlainKey) : entry.caption[field];
  const text = Array.isArray(value) ? value.join('\n') : String(value ?? '');
  return text.trim();
}

function plainField(
  entry: LedgerEntry,
  key: PlainKey,
): string | number | readonly string[] | undefined {
  if (key === 'date') return entry.date && spanLabel(entry.date);
  if (key === 'seen') return entry.seen?.what;
  if (key === 'seenBy') return entry.seen?.by;
  if (key === 'seenOn') return entry.seen?.on;
  return entry[key];
}
