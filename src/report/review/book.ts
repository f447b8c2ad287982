/** The score sheet as a workbook that inspectors fill in, and that comes back. */
import type { ReviewForm, ReviewItem, ReviewedBundle } from '../../core/review/types.js';
import {
  ABOUT,
  REVIEW_SHEET,
  SHEET_FIELDS,
  SHEET_FIXED,
  vetoRow,
  type ReviewField,
  type ReviewFixed,
  type ReviewHead,
} from '../../core/review/sheet.js';
import type { BookColumn, BookSheet } from '../../core/workbook/book.js';
import { formatRecord, type RecordedRow } from '../../core/workbook/record.js';
import type { Messages } from '../../messages/index.js';
import { hiddenSheet, linesOf } from '../book-sheets.js';
import { itemWords } from './items.js';

/** What is scored. */
export interface SheetSubject {
  readonly form: ReviewForm;
  /** Those of its items that the sheet is for. */
  readonly items: readonly ReviewItem[];
  readonly unit: string;
  readonly sha256: string | undefined;
  readonly bundle: ReviewedBundle | undefined;
}

type Row = RecordedRow<ReviewHead>;

export function reviewBook(
  subject: SheetSubject,
  say: Messages,
): { readonly title: string; readonly sheets: readonly BookSheet[] } {
  const { review: words } = say;
  const head = headOf(subject, say);
  const rows = [...itemRows(subject, say), ...vetoRows(subject, say)];
  const keys = [...SHEET_FIXED, ...SHEET_FIELDS];
  const columns: readonly BookColumn[] = [
    { width: 8, look: 'grey', hidden: true },
    ...keys.map((key) => columnOf(key, say)),
  ];
  const table = [
    ['id' as const, ...keys].map((key) => words.columns[key]),
    ...rows.map(({ id, fixed }) => [
      id,
      ...SHEET_FIXED.map((key) => fixed[key] ?? ''),
      ...SHEET_FIELDS.map(() => ''),
    ]),
  ];
  const title = words.heading({ unit: subject.unit });
  const data: BookSheet = {
    name: words.sheet.data,
    hidden: false,
    columns,
    rows: table,
    lines: table.map((row) => linesOf(row, columns, STANDARD_LINES)),
    frozen: 2,
    filter: true,
    heading: title,
    pages: 1,
  };
  const record = hiddenSheet(words.sheet.record, formatRecord(REVIEW_SHEET, head, rows));
  return { title, sheets: [data, aboutSheet(say), record] };
}

/** A standard is there to be read; Excel makes no row higher than 27. */
const STANDARD_LINES = 24;

function headOf({ form, unit, sha256, bundle }: SheetSubject, { review: words }: Messages) {
  const head: ReviewHead = {
    unit,
    system: form.system.title,
    fixed: SHEET_FIXED,
    fields: SHEET_FIELDS,
    headers: words.columns,
    sha256,
    bundle,
    about: { sheet: words.sheet.about, ...words.about },
  };
  return head;
}

function itemRows({ form, items }: SheetSubject, say: Messages): readonly Row[] {
  return items.map((item) => ({
    id: item.indicator.id,
    fixed: itemWords(item, form.system, say),
    values: {},
  }));
}

/** Above an item stands what it is part of; above a veto, that it is one. */
function vetoRows({ form }: SheetSubject, { review: words }: Messages): readonly Row[] {
  return form.vetoes.map(({ code, text }) => ({
    id: vetoRow(code),
    fixed: { code, above: words.veto, name: text },
    values: {},
  }));
}

const WIDTHS: Readonly<Record<ReviewFixed | ReviewField, number>> = {
  code: 9,
  above: 16,
  name: 26,
  full: 7,
  methods: 12,
  standard: 46,
  given: 9,
  remark: 32,
  rectify: 26,
};

function columnOf(key: ReviewFixed | ReviewField, { review: words }: Messages): BookColumn {
  const width = WIDTHS[key];
  const title = words.columns[key];
  if (!isField(key)) {
    const check = { title, text: words.locked, locked: true };
    return { width, look: 'grey', check };
  }
  return { width, look: 'text', check: { title, text: words.hints[key] } };
}

function isField(key: ReviewFixed | ReviewField): key is ReviewField {
  return SHEET_FIELDS.some((each) => each === key);
}

function aboutSheet({ review: words }: Messages): BookSheet {
  const columns = [
    { width: 14, look: 'grey' },
    { width: 40, look: 'text' },
    { width: 60, look: 'plain' },
  ] as const;
  const rows = [
    words.aboutHeader,
    ...ABOUT.map((key) => [words.about[key], '', words.aboutHints[key]]),
  ];
  return {
    name: words.sheet.about,
    hidden: false,
    columns,
    rows,
    lines: rows.map((row) => linesOf(row, columns)),
    frozen: 0,
    filter: false,
    heading: words.sheet.about,
    pages: 1,
  };
}
