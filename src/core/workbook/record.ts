/**
 * What a workbook that is to come back remembers of itself, on a hidden sheet: whose it is, the columns, and each row
 * as it was, so that who reads it again knows what was changed.
 */
import { textOf, type Grid } from './grid.js';

/** Excel takes 32,767 characters in a cell. */
const CELL_LENGTH = 30_000;

/** What is remembered of the sheet; a kind of sheet adds whose it is. */
export interface SheetHead<Fixed extends string = string, Field extends string = string> {
  readonly unit: string;
  /** Title of the scoring system. */
  readonly system: string;
  /** Columns that are not to be written in, and those that are. */
  readonly fixed: readonly Fixed[];
  readonly fields: readonly Field[];
  /** As they were written, `id` among them. */
  readonly headers: Readonly<Record<string, string>>;
}

export interface RecordedRow<H extends SheetHead = SheetHead> {
  /** In a hidden column: it tells the row wherever it is sorted to. */
  readonly id: string;
  /** As they were written. */
  readonly fixed: Readonly<Partial<Record<H['fixed'][number], string>>>;
  /** Values, not words; empty ones are left out. */
  readonly values: Readonly<Partial<Record<H['fields'][number], string>>>;
  /** Of the file that it is about, where that was known. */
  readonly sha256?: string;
}

export interface SheetRecord<H extends SheetHead = SheetHead> {
  readonly head: H;
  readonly rows: ReadonlyMap<string, RecordedRow<H>>;
}

/** Rows of texts, the first of which tells the format: `dangan/ledger-sheet@1`. */
export function formatRecord<H extends SheetHead>(
  format: string,
  head: H,
  rows: readonly RecordedRow<H>[],
): string[][] {
  return [
    [format, ...pieces(JSON.stringify(head))],
    ...rows.map(({ id, ...rest }) => [id, ...pieces(JSON.stringify(rest))]),
  ];
}

function pieces(text: string): string[] {
  const count = Math.ceil(text.length / CELL_LENGTH);
  return Array.from({ length: count }, (_, at) =>
    text.slice(at * CELL_LENGTH, (at + 1) * CELL_LENGTH),
  );
}

export function isRecord({ rows: [first] }: Grid, format: string): boolean {
  return textOf(first?.[0]) === format;
}

/** @returns `undefined` when somebody has changed it so that it cannot be read. */
export function parseRecord<H extends SheetHead>({
  rows: [first, ...rest],
}: Grid): SheetRecord<H> | undefined {
  try {
    const head = valueIn(first) as H;
    const lists: readonly unknown[] = [head.fixed, head.fields];
    if (!lists.every(Array.isArray) || typeof head.headers !== 'object') return undefined;
    const filled = rest.filter(([id]) => id !== undefined);
    const rows = filled.map((cells): RecordedRow<H> => {
      const row = valueIn(cells) as Omit<RecordedRow<H>, 'id'>;
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
