/** From the cells of a workbook that came back to its rows, and to all that cannot be taken as it is. */
import { compareText, foldName, nearest } from '../text.js';
import { blockName, cellName, textOf, type Cell, type Grid } from './grid.js';
import {
  isRecord,
  parseRecord,
  type RecordedRow,
  type SheetHead,
  type SheetRecord,
} from './record.js';

/** What is wrong with a sheet, whatever it is about; the words for it are in `messages`. */
export type SheetFault =
  | {
      readonly wrong: 'column-missing';
      readonly column: string;
      /** Header of a column that may be this one. */
      readonly like: string | undefined;
    }
  | { readonly wrong: 'column-twice'; readonly column: string; readonly other: string }
  | { readonly wrong: 'merged' }
  | { readonly wrong: 'id-missing' }
  | { readonly wrong: 'id-unknown'; readonly found: string }
  | { readonly wrong: 'id-twice'; readonly other: string }
  | {
      readonly wrong: 'fixed';
      readonly column: string;
      readonly found: string;
      readonly expected: string;
    }
  | { readonly wrong: 'formula'; readonly column: string };

/** @typeParam F - With what the cells of that kind of sheet can have wrong besides. */
export interface SheetProblem<F = SheetFault> {
  readonly sheet: string;
  /** `B7`; `B7:B9` for a block, `1:1` for a whole row. */
  readonly cell: string;
  readonly fault: F;
}

/** As one goes through a sheet: row by row. */
export function byCell(a: SheetProblem<unknown>, b: SheetProblem<unknown>): number {
  const [before, after] = [placeOf(a.cell), placeOf(b.cell)];
  return (
    before.row - after.row ||
    before.letters.length - after.letters.length ||
    compareText(before.letters, after.letters)
  );
}

function placeOf(cell: string): { readonly letters: string; readonly row: number } {
  const [, letters = '', row = '0'] = /^([A-Z]*)(\d+)/.exec(cell) ?? [];
  return { letters, row: Number(row) };
}

export interface SheetLine<H extends SheetHead = SheetHead> {
  readonly recorded: RecordedRow<H>;
  readonly cellOf: (key: H['fields'][number]) => Cell | undefined;
  /** Name of the cell, `B7`. */
  readonly nameOf: (key: H['fields'][number]) => string;
}

export interface SheetReading<H extends SheetHead = SheetHead> {
  readonly sheet: string;
  readonly record: SheetRecord<H>;
  readonly lines: readonly SheetLine<H>[];
  readonly problems: readonly SheetProblem[];
  /** Headers of columns that are not ours; what they hold is not read. */
  readonly others: readonly string[];
  /** Rows that were exported and are not there any more. */
  readonly removed: readonly RecordedRow<H>[];
}

/** A header may come below a heading that somebody has put above it. */
const HEADER_WITHIN = 20;

/**
 * @param format - Of the record that is looked for.
 * @returns why it is none of ours: no record, a record that is damaged, no sheet or several with its columns.
 */
export function readSheet<H extends SheetHead>(
  grids: readonly Grid[],
  format: string,
): SheetReading<H> | 'not-exported' | 'record-damaged' | 'sheet-missing' | 'sheet-twice' {
  const hidden = grids.find((grid) => isRecord(grid, format));
  if (!hidden) return 'not-exported';
  const record = parseRecord<H>(hidden);
  if (!record) return 'record-damaged';
  const found = grids.flatMap((grid) => {
    const header = grid === hidden ? -1 : headerRow(grid, record);
    return header < 0 ? [] : [{ grid, header }];
  });
  const [first, second] = found;
  if (!first) return 'sheet-missing';
  if (second) return 'sheet-twice';
  return new Reader(first.grid, first.header, record).read();
}

/** The row that has most of our headers, at least three; -1 when there is none. */
function headerRow({ rows }: Grid, { head }: SheetRecord): number {
  const known = new Set(Object.values(head.headers).map(headerKey));
  const counts = rows
    .slice(0, HEADER_WITHIN)
    .map((cells) => cells.filter((cell) => known.has(headerKey(textOf(cell)))).length);
  const most = Math.max(0, ...counts);
  return most < 3 ? -1 : counts.indexOf(most);
}

/** Line breaks and blanks that came with a narrow column are none of the name. */
function headerKey(text: string): string {
  return foldName(text.replace(/\s/g, ''));
}

type Key<H extends SheetHead> = 'id' | H['fixed'][number] | H['fields'][number];

class Reader<H extends SheetHead> {
  readonly #grid: Grid;
  readonly #header: number;
  readonly #record: SheetRecord<H>;
  readonly #columns = new Map<Key<H>, number>();
  readonly #problems: SheetProblem[] = [];

  constructor(grid: Grid, header: number, record: SheetRecord<H>) {
    this.#grid = grid;
    this.#header = header;
    this.#record = record;
  }

  read(): SheetReading<H> {
    const others = this.#findColumns();
    this.#judgeMerges();
    const hasId = this.#columns.has('id');
    const lines = hasId ? [...this.#lines()] : [];
    const seen = new Set(lines.map(({ recorded }) => recorded.id));
    const removed = [...this.#record.rows.values()].filter(({ id }) => !seen.has(id));
    return {
      sheet: this.#grid.name,
      record: this.#record,
      lines,
      problems: this.#problems,
      others,
      removed: hasId ? removed : [],
    };
  }

  /** @returns the headers of other columns. */
  #findColumns(): string[] {
    const { head } = this.#record;
    const keys: readonly Key<H>[] = ['id', ...head.fixed, ...head.fields];
    const byHeader = new Map(keys.map((key) => [headerKey(head.headers[key] ?? key), key]));
    const others: string[] = [];
    for (const [column, cell] of (this.#grid.rows[this.#header] ?? []).entries()) {
      const text = textOf(cell);
      const key = byHeader.get(headerKey(text));
      const known = key && this.#columns.get(key);
      if (known !== undefined) {
        const other = cellName(this.#header, known);
        this.#tell(this.#header, column, { wrong: 'column-twice', column: text, other });
      } else if (key) this.#columns.set(key, column);
      else if (text !== '') others.push(text);
    }
    for (const key of keys) {
      if (this.#columns.has(key)) continue;
      const column = head.headers[key] ?? key;
      const row = this.#header + 1;
      const like = nearest(column, others);
      this.#problems.push({
        sheet: this.#grid.name,
        cell: `${row}:${row}`,
        fault: { wrong: 'column-missing', column, like },
      });
    }
    return others;
  }

  /** Of merged cells only the first has a value: for the others nobody can say what was meant. */
  #judgeMerges(): void {
    const ours = [...this.#columns.values()];
    for (const block of this.#grid.merges) {
      const { top, bottom, left, right } = block;
      if (top === bottom && left === right) continue;
      const isOurs = ours.some((column) => column >= left && column <= right);
      if (bottom < this.#header || !isOurs) continue;
      this.#problems.push({
        sheet: this.#grid.name,
        cell: blockName(block),
        fault: { wrong: 'merged' },
      });
    }
  }

  *#lines(): Generator<SheetLine<H>> {
    const rowOf = new Map<string, number>();
    for (let row = this.#header + 1; row < this.#grid.rows.length; row += 1) {
      if (this.#isBlank(row)) continue;
      const recorded = this.#recordedAt(row);
      if (!recorded) continue;
      const other = rowOf.get(recorded.id);
      if (other !== undefined) {
        const cell = cellName(other, this.#columns.get('id') ?? 0);
        this.#tell(row, this.#columns.get('id'), { wrong: 'id-twice', other: cell });
        continue;
      }
      rowOf.set(recorded.id, row);
      this.#judgeFixed(row, recorded);
      yield {
        recorded,
        cellOf: (key) => this.#cell(row, key),
        nameOf: (key) => cellName(row, this.#columns.get(key) ?? 0),
      };
    }
  }

  #isBlank(row: number): boolean {
    const cells = this.#grid.rows[row] ?? [];
    for (const column of this.#columns.values()) {
      const cell = cells[column];
      if (cell?.is === 'formula' || cell?.is === 'error' || textOf(cell) !== '') return false;
    }
    return true;
  }

  #recordedAt(row: number): RecordedRow<H> | undefined {
    const cell = this.#cell(row, 'id');
    const column = this.#columns.get('id');
    const found = textOf(cell);
    const recorded = this.#record.rows.get(found) ?? this.#record.rows.get(cellText(cell));
    if (cell?.is === 'formula') {
      this.#tell(row, column, { wrong: 'formula', column: this.#headerOf('id') });
    } else if (found === '') this.#tell(row, column, { wrong: 'id-missing' });
    else if (!recorded) this.#tell(row, column, { wrong: 'id-unknown', found });
    return recorded;
  }

  /** When only some columns were sorted, rows no longer are what their ids say. */
  #judgeFixed(row: number, recorded: RecordedRow<H>): void {
    const fixed: Readonly<Record<string, string | undefined>> = recorded.fixed;
    for (const key of this.#record.head.fixed) {
      const cell = this.#cell(row, key);
      const expected = fixed[key] ?? '';
      const found = textOf(cell);
      const column = this.#headerOf(key);
      if (cell?.is === 'formula') {
        this.#tell(row, this.#columns.get(key), { wrong: 'formula', column });
      } else if (this.#columns.has(key) && !isSame(cell, found, expected)) {
        this.#tell(row, this.#columns.get(key), { wrong: 'fixed', column, found, expected });
      }
    }
  }

  #cell(row: number, key: Key<H>): Cell | undefined {
    const column = this.#columns.get(key);
    return column === undefined ? undefined : this.#grid.rows[row]?.[column];
  }

  #headerOf(key: Key<H>): string {
    return this.#record.head.headers[key] ?? key;
  }

  #tell(row: number, column: number | undefined, fault: SheetFault): void {
    this.#problems.push({ sheet: this.#grid.name, cell: cellName(row, column ?? 0), fault });
  }
}

/** Names may begin or end with what a cell's text is trimmed of. */
function cellText(cell: Cell | undefined): string {
  return cell?.is === 'text' ? cell.text : '';
}

/** `01` is written as the number 1. */
function isSame(cell: Cell | undefined, found: string, expected: string): boolean {
  const isNumber = cell?.is === 'number' && expected !== '';
  return (
    found === textOf({ is: 'text', text: expected }) ||
    (isNumber && cell.value === Number(expected))
  );
}
