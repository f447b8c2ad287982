/** What a merged sheet asks of the ledgers, in the keys of `ledger.yaml`. */
import type { KeyEdit } from './plan-edits.js';
import { captionField, fieldType, type FieldKey } from './sheet-fields.js';

const PATHS: Readonly<Partial<Record<FieldKey, readonly [string, ...string[]]>>> = {
  seen: ['seen', 'what'],
  seenBy: ['seen', 'by'],
  seenOn: ['seen', 'on'],
};

/** @param value - As in a `FieldChange`; empty where the field is to go. */
export function keyEdit(key: FieldKey, value: string): KeyEdit {
  const field = captionField(key);
  const path = field === undefined ? (PATHS[key] ?? [key]) : (['caption', field] as const);
  const isList = ['list', 'requirements', 'references'].includes(fieldType(key));
  if (value === '') return { path: [...path], value: undefined };
  return { path: [...path], value: isList ? value.split('\n') : value };
}
