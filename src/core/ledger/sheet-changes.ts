/** What a merged sheet asks of the ledgers, in the keys of `ledger.yaml`. */
import { captionField, fieldType, type FieldKey } from './sheet-fields.js';

export interface KeyChange {
  /** Keys in the entry, `['caption', '地点']`. */
  readonly path: readonly [string, ...string[]];
  /** `undefined` takes the key away. */
  readonly value: string | readonly string[] | undefined;
}

const PATHS: Readonly<Partial<Record<FieldKey, readonly [string, ...string[]]>>> = {
  seen: ['seen', 'what'],
  seenBy: ['seen', 'by'],
  seenOn: ['seen', 'on'],
};

/** @param value - As in a `FieldChange`; empty where the field is to go. */
export function keyChange(key: FieldKey, value: string): KeyChange {
  const field = captionField(key);
  const path = field === undefined ? (PATHS[key] ?? [key]) : (['caption', field] as const);
  const isList = ['list', 'requirements', 'references'].includes(fieldType(key));
  if (value === '') return { path: [...path], value: undefined };
  return { path: [...path], value: isList ? value.split('\n') : value };
}
