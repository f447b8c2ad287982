import { printable } from './printable.js';

/** What would be a mark of Markdown, of a formula, of an emoji, or a tag. */
const MARKS = /[\\`*_[\]<~&$:]/g;

/** Any text within a line or a cell of a table: nothing in it is a mark, a tag, a link or the end of the cell. */
export function markdownText(text: string): string {
  return printable(text)
    .replace(MARKS, '\\$&')
    .replaceAll('|', '&#124;')
    .replace(/\bwww\./gi, (word) => word.replace('.', '\\.'));
}

export function tableRow(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |`;
}
