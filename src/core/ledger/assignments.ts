/** `date=2020-03-12`, as it is typed to set what a ledger knows. */
import { listedIn, nearest } from '../text.js';
import { isWorded, KEY_WORDS, keyOfWord } from './words.js';
import type { KeyEdit } from './plan-edits.js';

/** Keys that can be set; `caption.` is followed by the name of a field. */
const KEYS = [
  'date',
  'number',
  'issuer',
  'secrecy',
  'kind',
  'owner',
  'requirements',
  'references',
  'activity',
  'occasion',
  'caption',
  'state',
  'reason',
  'submitted',
  'source',
  'pages',
  'characters',
  'seen.what',
  'seen.by',
  'seen.on',
  'link',
  'title',
  'note',
] as const;

export const SETTABLE: readonly string[] = KEYS;

const LISTS: ReadonlySet<string> = new Set(['requirements', 'references', 'seen.what']);

/** `说明·时间`, as the sheet heads the column, and `图片说明.时间`. */
const CAPTION = /^(?:图片)?说明[.·．]/u;

/** Other words for keys and for their values, folded to those of the file. */
export interface Aliases {
  readonly keys: ReadonlyMap<string, string>;
  /** By key. */
  readonly values: Readonly<Record<string, ReadonlyMap<string, string>>>;
}

type Assignment = KeyEdit | { readonly unknown: string; readonly nearest: string | undefined };

/**
 * Does it look like one? A name of a file may have `=` in it, but seldom only letters before it; and it may well have
 * `：`, which is only typed for `=` after something that can be set.
 */
export function isAssignment(word: string, { keys }: Pick<Aliases, 'keys'>): boolean {
  if (/^[\p{L}.·．]+[=＝]/u.test(word)) return true;
  const [, typed] = /^([\p{L}.·．]+)[:：]/u.exec(word) ?? [];
  return typed !== undefined && isKnown(keyOf(typed, keys));
}

function keyOf(typed: string, keys: Aliases['keys']): string {
  return keys.get(typed) ?? KEY_WORDS[typed] ?? typed.replace(CAPTION, 'caption.');
}

function isKnown(key: string): boolean {
  return key.startsWith('caption.') || SETTABLE.includes(key) || key === 'seen';
}

/** Nothing after `=`, in either width, takes the key away. Lists are separated by `,`, `，`, `、` or `；`. */
export function parseAssignment(word: string, { keys, values }: Aliases): Assignment {
  const at = word.search(/[=＝]/);
  const typed = word.slice(0, at);
  const key = keyOf(typed, keys);
  const text = word.slice(at + 1).trim();
  const [whole, field] = splitKey(key);
  if (!isKnown(key))
    return {
      unknown: typed,
      nearest: nearest(typed, [...SETTABLE, ...keys.keys(), ...Object.keys(KEY_WORDS)]),
    };
  const path: KeyEdit['path'] = field === '' ? [whole] : [whole, field];
  if (text === '') return { path, value: undefined };
  // A caption, and what was seen, have fields.
  if (key === 'caption' || key === 'seen') return { unknown: typed, nearest: `${key}.` };
  const said = (value: string) => values[key]?.get(value) ?? keyNamed(key, value) ?? value;
  return { path, value: LISTS.has(key) ? listedIn(text).map(said) : said(text) };
}

function keyNamed(field: string, value: string): string | undefined {
  return isWorded(field) ? keyOfWord(field, value) : undefined;
}

function splitKey(key: string): [string, string] {
  const dot = key.indexOf('.');
  return dot < 0 ? [key, ''] : [key.slice(0, dot), key.slice(dot + 1)];
}
