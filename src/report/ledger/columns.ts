/** The columns of the workbook of the ledgers: how wide, what they let in, and what their cells say. */
import { spanLabel } from '../../core/dates/label.js';
import { headerOf, showValue, type ValueContext } from '../../core/ledger/cell-values.js';
import { valueNow } from '../../core/ledger/merge.js';
import type { SheetRow } from '../../core/ledger/sheet.js';
import {
  captionField,
  fieldType,
  type FieldKey,
  type FixedKey,
  type PlainKey,
} from '../../core/ledger/sheet-fields.js';
import type { BookCheck, BookColumn } from '../../core/workbook/book.js';
import { columnName } from '../../core/workbook/grid.js';
import type { Messages } from '../../messages/index.js';

export type SheetMessages = Messages['ledgerSheet'];

const WHERE_ANY: readonly FixedKey[] = ['folder', 'link', 'knownDate', 'knownKind'];

/** Folders, addresses and what was recognised are told where there are any. */
export function isNeeded(key: FixedKey, rows: readonly SheetRow[], words: SheetMessages): boolean {
  return !WHERE_ANY.includes(key) || rows.some((row) => fixedText(key, row, words) !== '');
}

export function fixedText(
  key: FixedKey,
  { fixed, evidence, entry }: SheetRow,
  words: SheetMessages,
): string {
  if (key === 'knownKind') {
    const [kind] = entry?.kind === undefined ? (evidence?.kinds ?? []) : [];
    return kind ? words.kinds[kind] : '';
  }
  if (key !== 'knownDate') return fixed[key];
  const date = evidence?.date?.source === 'ledger' ? evidence.otherDate : evidence?.date;
  return date ? words.dated({ days: spanLabel(date), from: words.known[date.source] }) : '';
}

const FIXED_WIDTHS: Readonly<Record<FixedKey, number>> = {
  code: 10,
  indicator: 18,
  folder: 14,
  ordinal: 6,
  title: 34,
  format: 6,
  link: 30,
  knownDate: 18,
  knownKind: 12,
};

export function fixedColumn(key: FixedKey, digits: number, words: SheetMessages): BookColumn {
  const check = { title: words.columns[key], text: words.locked, locked: true };
  const column = { width: FIXED_WIDTHS[key], look: 'grey', check } as const;
  return key === 'ordinal' ? { ...column, format: '0'.repeat(digits) } : column;
}

export function fixedCell(key: FixedKey, row: SheetRow, words: SheetMessages): string | number {
  const text = fixedText(key, row, words);
  return key === 'ordinal' && /^\d{1,9}$/.test(text) ? Number(text) : text;
}

const WIDTHS: Readonly<Record<PlainKey, number>> = {
  date: 13,
  kind: 12,
  number: 17,
  issuer: 16,
  owner: 14,
  activity: 18,
  occasion: 10,
  requirements: 24,
  references: 14,
  state: 9,
  reason: 18,
  submitted: 12,
  source: 11,
  pages: 7,
  characters: 8,
  secrecy: 8,
  seen: 18,
  seenBy: 9,
  seenOn: 12,
  note: 24,
};

export function fieldColumn(
  key: FieldKey,
  lists: readonly List[],
  words: SheetMessages,
): BookColumn {
  const field = captionField(key);
  const hint = words.hints[field === undefined ? (key as PlainKey) : 'caption'];
  const check: BookCheck = { title: headerOf(key, words), text: hint };
  const list = lists.find((each) => each.key === key);
  return {
    width: field === undefined ? WIDTHS[key as PlainKey] : 15,
    look: fieldType(key) === 'count' ? 'count' : 'text',
    check: list ? { ...check, list: list.place, refusal: words.choose } : check,
  };
}

export function fieldCell(key: FieldKey, row: SheetRow, context: ValueContext): string | number {
  const value = valueNow(row, key, context);
  return fieldType(key) === 'count' && value !== ''
    ? Number(value)
    : showValue(key, value, row.leaf, context);
}

/** What a column has to choose from; a drop-down takes no more than 255 characters, a block of cells any number. */
export interface List {
  readonly key: FieldKey;
  readonly words: readonly string[];
  readonly place: string;
}

export function listsOf({ owners }: ValueContext, words: SheetMessages): readonly List[] {
  const lists: readonly [FieldKey, readonly string[]][] = [
    ['kind', Object.values(words.kinds)],
    ['state', Object.values(words.states)],
    ['source', Object.values(words.sources)],
    ['owner', [...new Set(Object.values(owners))]],
  ];
  return lists
    .filter(([, each]) => each.length > 0)
    .map(([key, each], at) => {
      const column = columnName(at);
      return {
        key,
        words: each,
        place: `'${words.sheet.lists}'!$${column}$1:$${column}$${each.length}`,
      };
    });
}
