import type { Messages } from '../../messages/index.js';
import { breakLines } from '../pdf/break-lines.js';
import { A4, PdfFile, type PdfMade, type PdfPaper } from '../pdf/pdf-file.js';
import type { BoxNote } from './notes.js';

/** In millimetres. */
const FRAME = { x: 25, y: 48, width: 165, height: 222 } as const;
const PADDING = 6;
const LINE = 8;
const SIZE = 12;
/** Where the lines to sign begin, from the left and from the foot of the frame. */
const SIGN = { right: 70, up: 52, line: 12 } as const;

/** A page for each box; what people found and who signs is left to them. */
export async function notesPdf(
  notes: readonly BoxNote[],
  paper: PdfPaper,
  say: Messages,
): Promise<PdfMade> {
  const file = await PdfFile.with(paper);
  for (const note of notes) drawNote(note, file, say.boxes.note);
  return file.made();
}

function drawNote(note: BoxNote, file: PdfFile, say: Messages['boxes']['note']): void {
  file.addPage(A4);
  file.addBookmark(note.box);
  const { x, y, width, height } = FRAME;
  file.text(x + width / 2, 32, say.heading, { size: 22, align: 'center', bold: true });
  file.text(x, y - 3, note.about, { size: 10.5 });
  file.frame(x, y, width, height, 1);
  const widths = (text: string) => file.widthOf(text, SIZE);
  let line = y + PADDING + 4;
  const lines = [
    `${say.situation}${say.colon}`,
    ...note.told,
    '',
    `${say.changes}${say.colon}`,
  ].flatMap((text) => breakLines(text, width - 2 * PADDING, widths));
  for (const text of lines) {
    file.text(x + PADDING, line, text, { size: SIZE });
    line += LINE;
  }
  say.signs.forEach((sign, at) => {
    const [left, foot] = [x + width - SIGN.right, y + height - SIGN.up + at * SIGN.line];
    const name = `${sign}${say.colon}`;
    file.text(left, foot, name, { size: SIZE });
    file.line(left + widths(name) + 1, foot + 1, x + width - PADDING, foot + 1);
  });
}
