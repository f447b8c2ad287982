/**
 * What an exported workbook remembers of itself, on a hidden sheet: the archive, the columns, and each row as it was,
 * so that an import knows what the clerk has changed and what the ledgers have become since.
 */
import type { FieldKey, FixedKey } from './sheet-fields.js';
import { textOf } from './cell-values.js';
import type { Grid } from './workbook.js';

const FORMAT = 'dangan/ledger-sheet@1';
/** Excel takes 32,767 characters in a cell. */
const CELL_LENGTH = 30_000;

export interface SheetHead {
  /** Of the archive: name of the unit, title of the scoring system. */
  readonly unit: string;
  readonly system: string;
  readonly fixed: readonly FixedKey[];
  readonly fields: readonly FieldKey[];
  /** As they were written, `id` among them. */
  readonly headers: Readonly<Record<string, string>>;
}

export interface RecordedRow {
  /** Path of the file; of a link, that of its folder with `#` and the address. */
  readonly id: string;
  /** As they were written. */
  readonly fixed: Readonly<Partial<Record<FixedKey, string>>>;
  /** Values, not words; empty ones are left out. */
  readonly values: Readonly<Partial<Record<FieldKey, string>>>;
  /** Of the file, where the ledger had it. */
  readonly sha256?: string;
}

export interface SheetRecord {
  readonly head: SheetHead;
  readonly rows: ReadonlyMap<string, RecordedRow>;
}

/** Rows of texts, the first of which tells the format. */
export function formatRecord(head: SheetHead, rows: readonly RecordedRow[]): string[][] {
  return [
    [FORMAT, ...pieces(JSON.stringify(head))],
    ...rows.map(({ id, ...rest }) => [id, ...pieces(JSON.stringify(rest))]),
  ];
}

function pieces(text: string): string[] {
  const count = Math.ceil(text.length / CELL_LENGTH);
  return Array.from({ length: count }, (_, at) =>
    text.slice(at * CELL_LENGTH, (at + 1) * CELL_LENGTH),
  );
}

export function isRecord({ rows: [first] }: Grid): boolean {
  return textOf(first?.[0]) === FORMAT;
}

/** @returns `undefined` when somebody has changed it so that it cannot be read. */
export function parseRecord({ rows: [first, ...rest] }: Grid): SheetRecord | undefined {
  try {
    const head = valueIn(first) as SheetHead;
    const lists: readonly unknown[] = [head.fixed, head.fields];
    if (!lists.every(Array.isArray) || typeof head.headers !== 'object') return undefined;
    const filled = rest.filter(([id]) => id !== undefined);
    const rows = filled.map((cells): RecordedRow => {
      const row = valueIn(cells) as Omit<RecordedRow, 'id'>;
      if (typeof row.fixed !== 'object' || typeof row.values !== 'object') throw new SyntaxError();
      return { ...row, id: textOf(cells[0]) };
    });
    return { head, rows: new Map(rows.map((row) => [row.id, row])) };
  } catch {
    return undefined;
  }
}

function valueIn(cells: Grid['rows'][number] = []): unknown {
  const [, ...texts] = Array.from(cells, (cell) => (cell?.is === 'text' ? cell.text : ''));
  return JSON.parse(texts.join(''));
}
