/** A list divided into pages, before it is drawn: which lines of which cells stand where. */
import { PAPER, type PrintedList } from '../../core/catalogue/printed.js';
import { breakLines } from '../pdf/break-lines.js';

/** Sizes in points. */
export const HEADING = 18;
export const ABOUT = 10.5;
export const CELL = 9;

/** Everything else in millimetres. */
export const LINE = 4.4;
/** Between a cell's text and its rules. */
export const PADDING = 1.2;
/** Of a row with one line; there is room to add a word by hand. */
const ROW = 9;
const HEADING_LINE = 10;
const ABOUT_LINE = 6.5;

export interface LaidRow {
  readonly y: number;
  readonly height: number;
  /** Lines by column. */
  readonly cells: readonly (readonly string[])[];
}

export interface LaidPage {
  /** Where the table begins. */
  readonly y: number;
  readonly header: LaidRow;
  readonly rows: readonly LaidRow[];
}

export interface LaidList {
  readonly list: PrintedList;
  /** Lines below the heading, none wider than the page. */
  readonly about: readonly string[];
  readonly pages: readonly LaidPage[];
}

type WidthOf = (text: string, size: number) => number;

/**
 * @param widthOf - In millimetres.
 * @returns at least one page. A row is never divided, unless it is higher than a page.
 */
export function layList(list: PrintedList, widthOf: WidthOf): LaidList {
  const paper = paperOf(list);
  const about = list.about.flatMap((line) =>
    breakLines(line, paper.width - paper.left - paper.right, (text) => widthOf(text, ABOUT)),
  );
  const cells = new Map<string, readonly string[]>();
  const linesOf = (value: string | number, column: number) => {
    const text = String(value);
    const key = `${column}:${text}`;
    let lines = cells.get(key);
    if (!lines) {
      const room = (list.columns[column]?.millimetres ?? 0) - 2 * PADDING;
      lines = breakLines(text, room, (each) => widthOf(each, CELL));
      cells.set(key, lines);
    }
    return lines;
  };
  const header = list.columns.map((column, at) => linesOf(column.header, at));
  const rows = list.rows.map((row) => list.columns.map((_, at) => linesOf(row[at] ?? '', at)));
  return { list, about, pages: pagesOf(header, rows, paper, aboutEnd(list, about)) };
}

export function paperOf({ landscape }: PrintedList): (typeof PAPER)['portrait' | 'landscape'] {
  return landscape ? PAPER.landscape : PAPER.portrait;
}

/** Where the lines stand that are between the heading and the table. */
export function aboutLine(list: PrintedList, at: number): number {
  return paperOf(list).top + HEADING_LINE + ABOUT_LINE * (at + 0.7);
}

function aboutEnd(list: PrintedList, about: readonly string[]): number {
  return paperOf(list).top + HEADING_LINE + ABOUT_LINE * about.length + 1;
}

function pagesOf(
  header: LaidRow['cells'],
  rows: readonly LaidRow['cells'][],
  paper: (typeof PAPER)['portrait' | 'landscape'],
  start: number,
): readonly LaidPage[] {
  const end = paper.height - paper.bottom;
  const headed = (y: number) => ({ y, height: heightOf(header), cells: header });
  let page = { y: start, header: headed(start), rows: [] as LaidRow[] };
  let y = start + page.header.height;
  const pages = [page];
  const room = end - paper.top - page.header.height;
  for (const cells of rows.flatMap((row) => piecesOf(row, room))) {
    const height = heightOf(cells);
    if (y + height > end && (page.rows.length > 0 || pages.length === 1)) {
      page = { y: paper.top, header: headed(paper.top), rows: [] };
      pages.push(page);
      y = paper.top + page.header.height;
    }
    page.rows.push({ y, height, cells });
    y += height;
  }
  return pages;
}

/** A row as it is, or as many as it takes when no page has room for it. */
function piecesOf(cells: LaidRow['cells'], room: number): readonly LaidRow['cells'][] {
  if (heightOf(cells) <= room) return [cells];
  const lines = Math.floor((room - 2 * PADDING) / LINE);
  const count = Math.ceil(Math.max(...cells.map((cell) => cell.length)) / lines);
  return Array.from({ length: count }, (_, at) =>
    cells.map((cell) => cell.slice(at * lines, (at + 1) * lines)),
  );
}

function heightOf(cells: LaidRow['cells']): number {
  return Math.max(ROW, Math.max(...cells.map((cell) => cell.length)) * LINE + 2 * PADDING);
}
