/** A list as a sheet of a workbook: how many lines its cells take. */
import type { PrintedList } from './printed.js';

export interface ListSheet {
  readonly list: PrintedList;
  /** Below the heading, none wider than the page. */
  readonly about: readonly string[];
  /** Lines of text of the header, and of each row. */
  readonly headerLines: number;
  readonly lines: readonly number[];
}
