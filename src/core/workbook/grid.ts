/** A workbook as a value, as far as sheets that come back need one; `io/workbook` reads it from a file. */
import type { Day } from '../system/types.js';

export type Cell =
  | { readonly is: 'text'; readonly text: string }
  | { readonly is: 'number'; readonly value: number }
  /** A number that is shown as a date or a time. */
  | {
      readonly is: 'moment';
      /** `undefined` for a time of day alone. */
      readonly day: Day | undefined;
      /** `09:30`; `undefined` at midnight. */
      readonly time: string | undefined;
      /** How much of the day is to be seen: `2020年3月` is a month, although a day is stored. */
      readonly shows: 'day' | 'month' | 'year';
    }
  | { readonly is: 'truth'; readonly value: boolean }
  | { readonly is: 'formula' }
  /** `#REF!` and the like. */
  | { readonly is: 'error'; readonly text: string };

/** Cells from one corner to the other, both included; rows and columns count from 0. */
export interface Block {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

export interface Grid {
  readonly name: string;
  readonly rows: readonly (readonly (Cell | undefined)[])[];
  readonly merges: readonly Block[];
}

/** `B7`. */
export function cellName(row: number, column: number): string {
  return `${columnName(column)}${row + 1}`;
}

/** `B7:B9`. */
export function blockName({ top, left, bottom, right }: Block): string {
  return `${cellName(top, left)}:${cellName(bottom, right)}`;
}

/** `A` to `Z`, then `AA` … */
export function columnName(column: number): string {
  const last = String.fromCharCode(65 + (column % 26));
  return column < 26 ? last : columnName(Math.floor(column / 26) - 1) + last;
}

const MS_PER_DAY = 86_400_000;

/**
 * The day that a bare number stands for where a date is expected: programs that lose the format of a cell leave the
 * count of days since 1899-12-30. `undefined` for numbers that are no day between 1954 and 2119.
 */
export function dayOfSerial(value: number): Day | undefined {
  const days = Math.floor(value);
  if (days < 20_000 || days > 80_000) return undefined;
  return new Date(Date.UTC(1899, 11, 30) + days * MS_PER_DAY).toISOString().slice(0, 10);
}

/** What a cell says, as a text of one form: no blanks at the ends, lines apart by `\n`, NFC. */
export function textOf(cell: Cell | undefined): string {
  switch (cell?.is) {
    case undefined:
      return '';
    case 'text':
      return textIn(cell.text);
    case 'number':
      return String(cell.value);
    case 'truth':
      return cell.value ? 'TRUE' : 'FALSE';
    case 'moment':
      return [cell.day && shownDay(cell.day, cell.shows), cell.time].filter(Boolean).join(' ');
    case 'formula':
    case 'error':
      return '';
  }
}

/** Of one form: no blanks at the ends, lines apart by `\n`, NFC. */
export function textIn(text: string): string {
  return text.replace(/\r\n?/g, '\n').trim().normalize('NFC');
}

export function shownDay(day: string, shows: 'day' | 'month' | 'year'): string {
  return day.slice(0, shows === 'day' ? 10 : shows === 'month' ? 7 : 4);
}
