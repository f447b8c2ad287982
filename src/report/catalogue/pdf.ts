/** The lists of a catalogue as a PDF file: A4, each list from a page of its own and with a bookmark. */
import type { PrintedList } from '../../core/catalogue/printed.js';
import type { Messages } from '../../messages/index.js';
import { PdfFile, type PdfMade, type PdfPaper } from '../pdf/pdf-file.js';
import {
  ABOUT,
  aboutLine,
  CELL,
  HEADING,
  layList,
  LINE,
  PADDING,
  paperOf,
  type LaidList,
  type LaidPage,
  type LaidRow,
} from './pages.js';

export async function cataloguePdf(
  lists: readonly PrintedList[],
  paper: PdfPaper,
  say: Messages,
): Promise<PdfMade> {
  const file = await PdfFile.with(paper);
  drawLists(lists, file, say);
  return file.made();
}

/** @param under - Of the bookmark that has those of the lists below it; without, they stand beside others. */
export function drawLists(
  lists: readonly PrintedList[],
  file: PdfFile,
  say: Messages,
  under?: string,
): void {
  const widths = (text: string, size: number) => file.widthOf(text, size);
  lists.forEach((list, at) => {
    drawList(layList(list, widths), file, say, () => {
      if (under !== undefined && at === 0) file.addBookmark(under);
      file.addBookmark(list.title, under !== undefined);
    });
  });
}

/** @param onHead - When its first page is begun. */
function drawList(laid: LaidList, file: PdfFile, say: Messages, onHead: () => void): void {
  const paper = paperOf(laid.list);
  const middle = (paper.left + paper.width - paper.right) / 2;
  laid.pages.forEach((page, at) => {
    file.addPage(paper);
    if (at === 0) {
      onHead();
      drawHead(laid, middle, file);
    } else file.text(paper.left, paper.top - 3, runningHead(laid.list), { size: 8 });
    drawTable(page, laid.list, file);
    const number = say.catalogue.pageOf({ page: `${at + 1}`, pages: `${laid.pages.length}` });
    file.text(middle, paper.height - paper.bottom / 2, number, { size: 9, align: 'center' });
  });
}

function drawHead({ list, about }: LaidList, middle: number, file: PdfFile): void {
  const paper = paperOf(list);
  file.text(middle, paper.top + 5, list.heading, { size: HEADING, align: 'center', bold: true });
  about.forEach((line, at) => file.text(paper.left, aboutLine(list, at), line, { size: ABOUT }));
}

/** On the pages after the first: what the sheet is of, should it come loose. */
function runningHead({ heading, name }: PrintedList): string {
  return name.includes(heading) ? name : `${heading}\u3000${name}`;
}

function drawTable({ y, header, rows }: LaidPage, list: PrintedList, file: PdfFile): void {
  const { left } = paperOf(list);
  const edges: number[] = [left];
  for (const { millimetres } of list.columns) edges.push((edges.at(-1) ?? 0) + millimetres);
  const right = edges.at(-1) ?? left;
  const last = rows.at(-1) ?? header;
  const end = last.y + last.height;
  for (const x of edges.slice(1, -1)) file.line(x, y, x, end);
  for (const row of rows) file.line(left, row.y, right, row.y);
  file.frame(left, y, right - left, end - y, 1);
  for (const row of [header, ...rows]) drawRow(row, list, file, row === header);
}

function drawRow(row: LaidRow, list: PrintedList, file: PdfFile, bold: boolean): void {
  let x: number = paperOf(list).left;
  row.cells.forEach((lines, at) => {
    const { millimetres = 0, align = 'left' } = list.columns[at] ?? {};
    const centred = bold || align === 'center';
    const from = centred ? x + millimetres / 2 : x + PADDING;
    const first = row.y + (row.height - lines.length * LINE) / 2 + LINE * 0.73;
    const look = { size: CELL, align: centred ? 'center' : 'left', bold } as const;
    lines.forEach((line, down) => file.text(from, first + down * LINE, line, look));
    x += millimetres;
  });
}
