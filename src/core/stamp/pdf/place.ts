/** Where on a page the name stands, and how large: at the bottom right of what is seen of it. */

/** Left, bottom, right, top, in the units of the page. */
export type Box = readonly [number, number, number, number];

export interface PageShape {
  /** What is seen. */
  readonly box: Box;
  /** Clockwise: 0, 90, 180 or 270. */
  readonly rotation: number;
  /** Points of one unit. */
  readonly unit: number;
}

/** What is laid out for a width of A4, where it is read without glasses and no larger than a page number. */
const SIZE = 9;
const A4_WIDTH = 595.28;
/** Smaller is not read on paper; a page of a visiting card has no room for more. */
const SMALLEST = 6;
/** Millimetres for printers that leave a border white, and below where page numbers usually are. */
const BASELINE = 22.7;
const RIGHT = 42.5;

export interface Room {
  /** Of the letters, in units of the page. */
  readonly size: number;
  /** Smaller ones may be taken for a long name. */
  readonly smallest: number;
  /** The most that a line may have. */
  readonly width: number;
  /** From the lower edge, and from the right one. */
  readonly baseline: number;
  readonly right: number;
}

/** Of a page as it is seen. */
export function roomOn({ box, rotation, unit }: PageShape): Room {
  const [wide, high] = [box[2] - box[0], box[3] - box[1]];
  const [width, height] = rotation % 180 === 0 ? [wide, high] : [high, wide];
  const scale = (Math.min(width, height) * unit) / A4_WIDTH;
  const size = Math.min(Math.max(SIZE * scale, SMALLEST) / unit, height / 3);
  const right = Math.min((RIGHT * scale) / unit, width * 0.1);
  const baseline = Math.min((BASELINE * scale) / unit, height / 3);
  const smallest = Math.min(size, Math.max(size * 0.67, SMALLEST / unit));
  return { size, smallest, width: width - 2 * right, baseline, right };
}

/** Matrix (a b c d e f) by which a line that ends at 0, 0 is drawn to end at a place of the page as it is seen. */
export function matrixFor(
  { box: [left, bottom, right, top], rotation }: PageShape,
  place: { readonly fromRight: number; readonly fromBottom: number; readonly scale: number },
): readonly number[] {
  const { fromRight, fromBottom, scale } = place;
  switch (rotation) {
    case 90:
      return [0, scale, -scale, 0, right - fromBottom, top - fromRight];
    case 180:
      return [-scale, 0, 0, -scale, left + fromRight, top - fromBottom];
    case 270:
      return [0, -scale, scale, 0, left + fromBottom, bottom + fromRight];
    default:
      return [scale, 0, 0, scale, right - fromRight, bottom + fromBottom];
  }
}
