/** Sheets of a bound volume that are drawn here: its cover, a picture with its caption, and what stands in for a file. */
import type { PDFImage } from '@cantoo/pdf-lib';
import type { NotBound } from '../../core/binding/how.js';
import { PAPER } from '../../core/catalogue/printed.js';
import type { Row } from '../../core/catalogue/types.js';
import type { Messages } from '../../messages/index.js';
import { breakLines } from '../pdf/break-lines.js';
import { A4, type PdfFile } from '../pdf/pdf-file.js';

type Words = Messages['bind'];

const { left, right, top, bottom } = PAPER.portrait;
const WIDTH = A4.width - left - right;
/** Of a line, by the size of its letters in points. */
const LINE = 0.53;

export interface Cover {
  readonly unit: string;
  /** Of the scoring system. */
  readonly system: string;
  /** What is bound: `1.1 领导机构`. */
  readonly title: string;
  readonly pieces: number;
  readonly pages: number;
  /** `2020-12-31`. */
  readonly day: string;
}

export function drawCover(file: PdfFile, cover: Cover, words: Words): void {
  file.addPage(A4);
  file.addBookmark(words.cover);
  const middle = (left + A4.width - right) / 2;
  const lines = (y: number, text: string, size: number, bold = false) =>
    drawLines(file, { x: middle, y, text, size, align: 'center', bold });
  const afterUnit = lines(70, cover.unit, 22);
  const afterSystem = lines(Math.max(afterUnit + 6, 90), cover.system, 16);
  const afterTitle = lines(Math.max(afterSystem + 16, 120), cover.title, 26, true);
  lines(Math.max(afterTitle + 8, 150), words.evidence, 20);
  lines(228, words.counts(cover), 12);
  lines(240, cover.day, 12);
  file.frame(left, top + 10, WIDTH, A4.height - top - bottom - 20, 1.5);
  file.frame(left + 1.5, top + 11.5, WIDTH - 3, A4.height - top - bottom - 23, 0.5);
}

interface Pictured {
  readonly picture: PDFImage;
  readonly turn: number;
  readonly row: Row;
  /** Number of the page. */
  readonly label: string;
}

const CAPTION = 10.5;
/** Lines below a picture; what is longer is read in the list of photos. */
const MOST_LINES = 8;

export function drawPicture(file: PdfFile, { picture, turn, row, label }: Pictured): void {
  file.addPage(A4);
  const title = linesOf(file, row.title, CAPTION);
  const facts = linesOf(file, row.photo?.caption ?? '', CAPTION);
  const shown = [...title, ...facts].slice(0, MOST_LINES);
  const step = CAPTION * LINE;
  const height = A4.height - top - bottom - shown.length * step - 6;
  const end = file.picture(picture, { x: left, y: top, width: WIDTH, height }, turn);
  shown.forEach((line, at) => {
    const y = end + 4 + (at + 1) * step;
    file.text(left + WIDTH / 2, y, line, {
      size: CAPTION,
      align: 'center',
      bold: at < title.length,
    });
  });
  drawLabel(file, label);
}

interface StoodIn {
  readonly row: Row;
  readonly because: NotBound;
  readonly label: string;
}

export function drawStandIn(file: PdfFile, { row, because, label }: StoodIn, words: Words): void {
  file.addPage(A4);
  const part = (y: number, text: string, size: number, bold = false) =>
    drawLines(file, { x: left, y, text, size, align: 'left', bold });
  const link = because === 'link' ? row.note : undefined;
  const afterTitle = part(top + 30, row.title, 18, true);
  const afterWhy = part(afterTitle + 8, words.notBound[because], 12);
  part(afterWhy + 4, link ?? words.open({ path: row.path }), 12);
  drawLabel(file, label);
}

/** Where pages of archives are numbered. */
function drawLabel(file: PdfFile, label: string): void {
  file.text(A4.width - right, top / 2 + 2, label, { size: 9, align: 'right' });
}

interface Lines {
  readonly x: number;
  readonly y: number;
  readonly text: string;
  readonly size: number;
  readonly align: 'left' | 'center';
  readonly bold: boolean;
}

/** @returns Where they end. */
function drawLines(file: PdfFile, { x, y, text, ...look }: Lines): number {
  const lines = linesOf(file, text, look.size);
  lines.forEach((line, at) => file.text(x, y + (at + 1) * look.size * LINE, line, look));
  return y + lines.length * look.size * LINE;
}

function linesOf(file: PdfFile, text: string, size: number): readonly string[] {
  if (text === '') return [];
  return breakLines(text, WIDTH - 20, (each) => file.widthOf(each, size));
}
