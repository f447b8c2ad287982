/** Labels for the spines of boxes, several on a sheet, to be cut out: DA/T 22-2015, annex D. */
import type { BoxLabel } from '../../core/catalogue/box-label.js';
import type { Messages } from '../../messages/index.js';
import { breakLines } from '../pdf/break-lines.js';
import { PdfFile, type PdfMade, type PdfPaper } from '../pdf/pdf-file.js';
import { cutMarks, drawScale, fittingSize, SHEETS, type LabelPaper } from './papers.js';
import { drawVertical } from './vertical.js';

/** Between two labels, so that each has cut marks of its own. */
const GAP = 7;
/** Heights of the cells but that of the class, which has what is left. */
const HEIGHTS = { fonds: 26, years: 34, retention: 24, first: 30, last: 30, number: 36 } as const;

export interface Labels {
  readonly labels: readonly BoxLabel[];
  readonly unit: string;
  readonly fonds: string | undefined;
  /** Of the scoring system. */
  readonly system: string;
}

export async function spinesPdf(
  labels: Labels,
  size: LabelPaper,
  paper: PdfPaper,
  say: Messages,
): Promise<PdfMade> {
  const file = await PdfFile.with(paper);
  const sheet = SHEETS[size];
  for (const row of rowsOf(labels.labels, sheet.width - 2 * sheet.margin)) {
    file.addPage(sheet);
    let x = (sheet.width - widthOf(row)) / 2;
    for (const label of row) {
      drawSpine(file, [x, sheet.top, label.width, sheet.label], { ...labels, label }, say);
      x += label.width + GAP;
    }
    drawScale(file, sheet, say.boxes.scale);
  }
  return file.made();
}

/** As many beside each other as the paper has room for. */
function rowsOf(labels: readonly BoxLabel[], room: number): readonly (readonly BoxLabel[])[] {
  const rows: BoxLabel[][] = [];
  for (const label of labels) {
    const last = rows.at(-1);
    if (last && widthOf([...last, label]) <= room) last.push(label);
    else rows.push([label]);
  }
  return rows;
}

function widthOf(labels: readonly BoxLabel[]): number {
  return labels.reduce((sum, { width }) => sum + width, GAP * (labels.length - 1));
}

type Rectangle = readonly [x: number, y: number, width: number, height: number];
interface Spine {
  readonly label: BoxLabel;
  readonly fonds: string | undefined;
}

function drawSpine(file: PdfFile, place: Rectangle, { label, fonds }: Spine, say: Messages): void {
  const [x, y, width, height] = place;
  const { spine, endOf } = say.boxes;
  const fixed = Object.values(HEIGHTS).reduce((sum, each) => sum + each, 0);
  const retentions = label.retentions.map((code) => say.boxes.retention({ code }));
  const cells: readonly (readonly [string, string, number])[] = [
    [spine.fonds, fonds ?? '', HEIGHTS.fonds],
    [spine.years, yearsText(label), HEIGHTS.years],
    [spine.retention, retentions.join('\n'), HEIGHTS.retention],
    [spine.part, '', height - fixed],
    [spine.first, endOf(label.first), HEIGHTS.first],
    [spine.last, endOf(label.last), HEIGHTS.last],
    [spine.number, String(label.number), HEIGHTS.number],
  ];
  let top = y;
  for (const [name, value, own] of cells) {
    if (top > y) file.line(x, top, x + width, top);
    const cell = [x, top, width, own] as const;
    drawName(file, cell, name);
    if (name === spine.part) drawParts(file, inside(cell), label);
    else drawValue(file, inside(cell), value, name === spine.number ? 30 : 20);
    top += own;
  }
  file.frame(x, y, width, height, 1);
  cutMarks(file, place);
}

/** Of one year, or from one to another, which is too long for one line of a narrow spine. */
function yearsText({ years }: BoxLabel): string {
  if (!years) return '';
  const [from, to] = years;
  return from === to ? from : `${from}\n—\n${to}`;
}

const NAME_HEIGHT = 6;

function drawName(file: PdfFile, [x, y, width]: Rectangle, name: string): void {
  const size = fittingSize(file, name, width - 2, [5, 8]);
  file.text(x + width / 2, y + 4.2, name, { size, align: 'center' });
}

/** What a cell has below its name. */
function inside([x, y, width, height]: Rectangle): Rectangle {
  return [x + 1.5, y + NAME_HEIGHT, width - 3, height - NAME_HEIGHT - 1.5];
}

/** Points to the millimetre, and how much higher a line is than its letters. */
const POINT = 25.4 / 72;
const LEADING = 1.25;

/** A value as large as its cell allows. */
function drawValue(file: PdfFile, place: Rectangle, value: string, most: number): void {
  if (value === '') return;
  const [x, y, width, height] = place;
  let size = most;
  let lines = linesAt(file, value, width, size);
  while (size > 5 && !fits(file, lines, place, size)) {
    size -= 0.5;
    lines = linesAt(file, value, width, size);
  }
  const line = size * POINT * LEADING;
  const first = y + (height - lines.length * line) / 2 + line * 0.76;
  lines.forEach((text, at) =>
    file.text(x + width / 2, first + at * line, text, { size, align: 'center', bold: true }),
  );
}

/** Words of a value stay whole: a size at which they fit is looked for first. */
function linesAt(file: PdfFile, value: string, width: number, size: number): readonly string[] {
  if (size > 9) return value.split('\n');
  return breakLines(value, width, (text) => file.widthOf(text, size));
}

function fits(
  file: PdfFile,
  lines: readonly string[],
  [, , width, height]: Rectangle,
  size: number,
): boolean {
  const isNarrow = lines.every((line) => file.widthOf(line, size) <= width);
  return isNarrow && lines.length * size * POINT * LEADING <= height;
}

function drawParts(file: PdfFile, [x, y, width, height]: Rectangle, { parts }: BoxLabel): void {
  const [only] = parts;
  if (only && parts.length === 1) {
    const size = fittingSize(file, only.code, width, [5, 16]);
    file.text(x + width / 2, y + 5, only.code, { size, align: 'center', bold: true });
    drawVertical(file, [x, y + 8, width, height - 8], only.name);
    return;
  }
  drawVertical(file, [x, y, width, height], parts.map(({ code, name }) => code + name).join('、'));
}
