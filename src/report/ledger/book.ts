/** The ledgers of an archive as a workbook to be filled in. */
import type { Archive } from '../../core/archive/types.js';
import { headerOf, type ValueContext } from '../../core/ledger/cell-values.js';
import { valueNow } from '../../core/ledger/merge.js';
import { captionFields, sheetRows, type SheetRow } from '../../core/ledger/sheet.js';
import {
  captionField,
  fieldKeys,
  FIXED,
  type FieldKey,
  type FixedKey,
  type PlainKey,
} from '../../core/ledger/sheet-fields.js';
import { LEDGER_SHEET, type LedgerHead, type LedgerRow } from '../../core/ledger/sheet-reading.js';
import type { BookColumn, BookSheet } from '../../core/workbook/book.js';
import { formatRecord } from '../../core/workbook/record.js';
import {
  fieldCell,
  fieldColumn,
  fixedCell,
  fixedColumn,
  fixedText,
  isNeeded,
  listsOf,
  type List,
  type SheetMessages as Words,
} from './columns.js';
import { hiddenSheet, linesOf } from '../book-sheets.js';

export interface LedgerBook {
  readonly title: string;
  readonly sheets: readonly BookSheet[];
  readonly rows: readonly SheetRow[];
}

/** @param context - The words that are written are its first. */
export function ledgerBook(archive: Archive, context: ValueContext, words: Words): LedgerBook {
  const rows = sheetRows(archive);
  const fields = fieldKeys(captionFields(archive));
  const fixed = FIXED.filter((key) => isNeeded(key, rows, words));
  const lists = listsOf(context, words);
  const keys = keysInOrder(fixed, fields);
  const columns: readonly BookColumn[] = [
    { width: 8, look: 'grey', hidden: true },
    ...keys.map((key) =>
      isFixed(key)
        ? fixedColumn(key, archive.settings.naming.digits, words)
        : fieldColumn(key, lists, words),
    ),
  ];
  const cells = rows.map((row) => [
    row.id,
    ...keys.map((key) =>
      isFixed(key) ? fixedCell(key, row, words) : fieldCell(key, row, context),
    ),
  ]);
  const head = headOf(archive, fixed, fields, words);
  const table = [['id' as const, ...keys].map((key) => head.headers[key] ?? ''), ...cells];
  const frozen = 2 + keys.indexOf('title');
  const heading = words.heading({ unit: archive.settings.unit.name });
  const data: BookSheet = {
    name: words.sheet.data,
    hidden: false,
    columns,
    rows: table,
    lines: table.map((row) => linesOf(row, columns)),
    frozen,
    filter: true,
    heading,
    pages: pagesOf(columns, frozen),
  };
  const hidden = [recordSheet(head, rows, context, words), listSheet(lists, words)];
  return { title: heading, sheets: [data, guideSheet(fields, words), ...hidden], rows };
}

type Key = FixedKey | FieldKey;

function isFixed(key: Key): key is FixedKey {
  return FIXED.some((each) => each === key);
}

/** What evidence it is comes first, an address last; what was recognised stands before what is to be filled in. */
function keysInOrder(fixed: readonly FixedKey[], fields: readonly FieldKey[]): readonly Key[] {
  const beside: Readonly<Partial<Record<FieldKey, FixedKey>>> = {
    date: 'knownDate',
    kind: 'knownKind',
  };
  const later = ['link', ...Object.values(beside)];
  const shown = (key: FixedKey | undefined) => fixed.filter((each) => each === key);
  return [
    ...fixed.filter((key) => !later.includes(key)),
    ...fields.flatMap((key) => [...shown(beside[key]), key]),
    ...shown('link'),
  ];
}

function headOf(
  { settings, system }: Archive,
  fixed: readonly FixedKey[],
  fields: readonly FieldKey[],
  words: Words,
): LedgerHead {
  const headers = [
    ['id', words.columns.id],
    ...fixed.map((key) => [key, words.columns[key]]),
    ...fields.map((key) => [key, headerOf(key, words)]),
  ];
  return {
    unit: settings.unit.name,
    system: system.title,
    fixed,
    fields,
    headers: Object.fromEntries(headers) as LedgerHead['headers'],
  };
}

function recordSheet(
  head: LedgerHead,
  rows: readonly SheetRow[],
  context: ValueContext,
  words: Words,
): BookSheet {
  const recorded = rows.map((row) => recordedRow(row, head, context, words));
  return hiddenSheet(words.sheet.record, formatRecord(LEDGER_SHEET, head, recorded));
}

function listSheet(lists: readonly List[], words: Words): BookSheet {
  const height = Math.max(...lists.map((list) => list.words.length));
  const rows = Array.from({ length: height }, (_, row) =>
    lists.map((list) => list.words[row] ?? ''),
  );
  return hiddenSheet(words.sheet.lists, rows);
}

function recordedRow(
  row: SheetRow,
  head: LedgerHead,
  context: ValueContext,
  words: Words,
): LedgerRow {
  const values = head.fields
    .map((key) => [key, valueNow(row, key, context)])
    .filter(([, value]) => value !== '');
  const { sha256 } = row.entry ?? {};
  return {
    id: row.id,
    fixed: Object.fromEntries(head.fixed.map((key) => [key, fixedText(key, row, words)])),
    values: Object.fromEntries(values) as LedgerRow['values'],
    ...(sha256 === undefined ? {} : { sha256 }),
  };
}

function guideSheet(fields: readonly FieldKey[], words: Words): BookSheet {
  const captions = fields.filter((key) => captionField(key) !== undefined);
  const plain = fields.filter((key) => captionField(key) === undefined);
  const caption = captions.map((key) => headerOf(key, words)).join('\n');
  const columns = [
    { width: 18, look: 'plain' },
    { width: 100, look: 'plain' },
  ] as const;
  const rows = [
    words.guide.columns,
    ...words.guide.rows,
    ...plain.map((key) => [words.columns[key as PlainKey], words.hints[key as PlainKey]]),
    ...(captions.length > 0 ? [[caption, words.hints.caption]] : []),
  ];
  return {
    name: words.sheet.guide,
    hidden: false,
    columns,
    rows,
    lines: rows.map((row) => linesOf(row, columns)),
    frozen: 0,
    filter: false,
    heading: words.sheet.guide,
    pages: 1,
  };
}

/** Columns of text on a page of A4 across, in letters that can still be read. */
const PAGE_WIDTH = 180;

/** Pages beside each other; the frozen columns are on each of them. */
function pagesOf(columns: readonly BookColumn[], frozen: number): number {
  const width = (some: readonly BookColumn[]) =>
    some.reduce((sum, each) => sum + (each.hidden === true ? 0 : each.width), 0);
  const fixed = width(columns.slice(0, frozen));
  return Math.ceil(width(columns.slice(frozen)) / (PAGE_WIDTH - fixed));
}
