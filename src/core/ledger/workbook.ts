/** A workbook as a value, as far as the sheet of a ledger needs one; `io/ledger/workbook.ts` reads it from a file. */
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

/** A sheet to be written. */
export interface BookSheet {
  readonly name: string;
  /** Not even offered to be shown. */
  readonly hidden: boolean;
  readonly columns: readonly BookColumn[];
  /** The first is the header; text that looks like a number stays text. */
  readonly rows: readonly (readonly (string | number)[])[];
  /** Of each row, the lines of text that its cells need. */
  readonly lines: readonly number[];
  /** Columns that stay when the sheet is moved sideways; the header always stays. */
  readonly frozen: number;
  readonly filter: boolean;
  /** Printed on top of each page. */
  readonly heading: string;
  /** Pages beside each other that it is printed on. */
  readonly pages: number;
}

export interface BookColumn {
  readonly width: number;
  readonly hidden?: boolean;
  /** Grey is not for writing in; a count is a number, the others are text whatever is typed. */
  readonly look: 'grey' | 'text' | 'count' | 'plain';
  /** Format of numbers in it: `00`. */
  readonly format?: string;
  readonly check?: BookCheck;
}

/** What a cell says when it is chosen, and what it lets in. */
export interface BookCheck {
  readonly title: string;
  readonly text: string;
  /** Nothing: what is there is to stay. */
  readonly locked?: boolean;
  /** One of these: a block of cells of another sheet, `'勿改'!$D$1:$D$9`. */
  readonly list?: string;
  /** What is said to anything else. */
  readonly refusal?: string;
}
