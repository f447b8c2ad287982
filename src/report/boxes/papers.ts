/** Sheets that labels are printed on, in millimetres, and where on them. */
import type { PdfFile } from '../pdf/pdf-file.js';

export const LABEL_PAPERS = ['A4', 'A3'] as const;
export type LabelPaper = (typeof LABEL_PAPERS)[number];

/** What is printed to be cut out and put on a box of 310 × 220 mm. */
interface LabelSheet {
  readonly width: number;
  readonly height: number;
  /** Left free at each side: no office printer reaches the edge of its paper. */
  readonly margin: number;
  readonly top: number;
  /** How high a spine or a face is. */
  readonly label: number;
  /** How wide a face is. */
  readonly face: number;
}

/**
 * A box is higher than A4 paper is long: on A4 its labels are smaller than the box, to be glued to the middle of the
 * spine or slipped into its pocket; on A3 they are as large as the box.
 */
export const SHEETS: Readonly<Record<LabelPaper, LabelSheet>> = {
  A4: { width: 210, height: 297, margin: 8, top: 7, label: 272, face: 194 },
  A3: { width: 297, height: 420, margin: 8, top: 40, label: 310, face: 220 },
};

/** Marks where to cut, outside of what is kept. */
export function cutMarks(
  file: PdfFile,
  [x, y, width, height]: readonly [number, number, number, number],
): void {
  const [from, to] = [0.8, 3];
  for (const [edge, out] of [
    [x, -1],
    [x + width, 1],
  ] as const) {
    for (const line of [y, y + height]) {
      file.line(edge + out * from, line, edge + out * to, line, 0.3);
    }
  }
  for (const [edge, out] of [
    [y, -1],
    [y + height, 1],
  ] as const) {
    for (const line of [x, x + width]) {
      file.line(line, edge + out * from, line, edge + out * to, 0.3);
    }
  }
}

/** A rule of 100 mm to hold a ruler against, with words on how to print. */
export function drawScale(file: PdfFile, { width, height }: LabelSheet, words: string): void {
  const y = height - 9;
  const [left, right] = [width / 2 - 50, width / 2 + 50];
  file.line(left, y, right, y, 0.5);
  for (const x of [left, right]) file.line(x, y - 1.5, x, y + 1.5, 0.5);
  file.text(width / 2, y + 4, words, { size: 7.5, align: 'center' });
}

/** The largest size at which a line is not wider than that. */
export function fittingSize(
  file: PdfFile,
  text: string,
  width: number,
  [least, most]: readonly [number, number],
): number {
  const own = file.widthOf(text, most);
  return own <= width ? most : Math.max(least, (most * width) / own);
}
