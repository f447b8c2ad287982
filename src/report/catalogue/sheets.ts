/** The lists of a catalogue as sheets of a workbook. */
import { PAPER, type PrintedList } from '../../core/catalogue/printed.js';
import type { ListSheet } from '../../core/catalogue/sheet.js';
import { breakLines } from '../pdf/break-lines.js';
import { textWidth } from '../text-width.js';

/** Of half a Han character, in millimetres, in the sizes that a sheet has. */
const ABOUT_COLUMN = (11 * 25.4) / 72 / 2;
const CELL_COLUMN = (10 * 25.4) / 72 / 2;
/** What the programs keep free at both sides of a cell. */
const PADDING = 2;

export function listSheets(lists: readonly PrintedList[]): readonly ListSheet[] {
  const counts = new Map<string, number>();
  return lists.map((list): ListSheet => {
    const { width, left, right } = list.landscape ? PAPER.landscape : PAPER.portrait;
    const columns = list.columns.map(({ millimetres }) =>
      Math.floor((millimetres - PADDING) / CELL_COLUMN),
    );
    const linesOf = (cell: string | number, at: number) =>
      linesIn(String(cell), columns[at] ?? 1, counts);
    const most = (cells: readonly (string | number)[]) => Math.max(1, ...cells.map(linesOf));
    const room = Math.floor((width - left - right - PADDING) / ABOUT_COLUMN);
    return {
      list,
      about: list.about.flatMap((line) => breakLines(line, room, textWidth)),
      headerLines: most(list.columns.map(({ header }) => header)),
      lines: list.rows.map(most),
    };
  });
}

/** @param counts - Of texts that came before: most of a list is said again and again. */
function linesIn(text: string, width: number, counts: Map<string, number>): number {
  // No character is wider than two columns.
  if (text.length * 2 <= width) return 1;
  const key = `${width}:${text}`;
  const known = counts.get(key) ?? breakLines(text, width, textWidth).length;
  counts.set(key, known);
  return known;
}
