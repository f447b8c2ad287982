/** Faces of boxes, one on a sheet, to be cut out: the name of the unit over a double rule (DA/T 22-2015, annex D). */
import type { BoxLabel } from '../../core/catalogue/box-label.js';
import type { Messages } from '../../messages/index.js';
import { breakLines } from '../pdf/break-lines.js';
import { PdfFile, type PdfMade, type PdfPaper } from '../pdf/pdf-file.js';
import { cutMarks, drawScale, fittingSize, SHEETS, type LabelPaper } from './papers.js';
import type { Labels } from './spines.js';

/** Between the edge of the face and what is on it. */
const MARGIN = 18;

export async function facesPdf(
  { labels, unit, system }: Labels,
  size: LabelPaper,
  paper: PdfPaper,
  say: Messages,
): Promise<PdfMade> {
  const file = await PdfFile.with(paper);
  const sheet = SHEETS[size];
  for (const label of labels) {
    file.addPage(sheet);
    file.addBookmark(say.boxes.numbered({ number: label.number }));
    const x = (sheet.width - sheet.face) / 2;
    const place = [x, sheet.top, sheet.face, sheet.label] as const;
    drawFace(file, place, { unit, system, label }, say);
    drawScale(file, sheet, say.boxes.scale);
  }
  return file.made();
}

interface Face {
  readonly unit: string;
  readonly system: string;
  readonly label: BoxLabel;
}

function drawFace(
  file: PdfFile,
  place: readonly [number, number, number, number],
  { unit, system, label }: Face,
  say: Messages,
): void {
  const [x, y, width, height] = place;
  const [middle, room] = [x + width / 2, width - 2 * MARGIN];
  file.frame(x, y, width, height, 0.5);
  cutMarks(file, place);
  const rule = y + height * 0.36;
  drawName(file, [middle, rule - 5], unit, room);
  for (const [down, weight] of [
    [0, 1.4],
    [1.6, 0.6],
  ] as const) {
    file.line(x + MARGIN, rule + down, x + width - MARGIN, rule + down, weight);
  }
  const below = [system, ...label.parts.map(({ code, name }) => `${code} ${name}`), yearsOf(label)];
  let line = rule + 18;
  for (const text of below.filter((each) => each !== '')) {
    for (const part of breakLines(text, room, (each) => file.widthOf(each, 15))) {
      file.text(middle, line, part, { size: 15, align: 'center' });
      line += 10;
    }
  }
  const number = say.boxes.numbered({ number: label.number });
  file.text(middle, y + height - 22, number, { size: 22, align: 'center', bold: true });
}

/** In two lines rather than in small letters. */
function drawName(
  file: PdfFile,
  [middle, foot]: readonly [number, number],
  name: string,
  room: number,
): void {
  const inOne = fittingSize(file, name, room, [20, 40]);
  const size = file.widthOf(name, inOne) <= room && inOne >= 26 ? inOne : 24;
  const lines = breakLines(name, room, (text) => file.widthOf(text, size));
  lines.forEach((line, at) => {
    const y = foot - (lines.length - 1 - at) * size * 0.46;
    file.text(middle, y, line, { size, align: 'center', bold: true });
  });
}

function yearsOf({ years }: BoxLabel): string {
  if (!years) return '';
  return years[0] === years[1] ? years[0] : years.join('—');
}
