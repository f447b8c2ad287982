/** What the sheets of workbooks have in common: hidden ones, and rows as high as their text. */
import type { BookColumn, BookSheet } from '../core/workbook/book.js';
import { textWidth } from './text-width.js';

export function hiddenSheet(name: string, rows: BookSheet['rows']): BookSheet {
  const plain = { columns: [], lines: [], frozen: 0, filter: false, heading: '', pages: 1 };
  return { name, hidden: true, rows, ...plain };
}

/** Higher rows hide the others; who wants to see all of a text makes the row higher. */
const MOST_LINES = 6;

/** Lines that the longest cell of a row takes in its column. @param most - That are shown. */
export function linesOf(
  row: readonly (string | number)[],
  columns: readonly BookColumn[],
  most = MOST_LINES,
): number {
  const lines = row.map((cell, at) => {
    const { width = 10, hidden = false } = columns[at] ?? {};
    if (hidden || typeof cell === 'number' || cell.length * 2 < width) return 1;
    const parts = cell.split('\n');
    return parts.reduce(
      (sum, part) => sum + Math.max(1, Math.ceil(textWidth(part) / (width - 1))),
      0,
    );
  });
  return Math.min(most, Math.max(...lines));
}
