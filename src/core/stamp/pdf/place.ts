/** Where on a page the name stands, and how large: at the bottom right of what is seen of it. */
import { boxBy, overlap, type Box, type Matrix } from './matrix.js';

export interface PageShape {
  /** What is seen. */
  readonly box: Box;
  /** Clockwise: 0, 90, 180 or 270. */
  readonly rotation: number;
  /** Points of one unit. */
  readonly unit: number;
}

/** All of it is laid out for the width of A4, and grows with the page: a scan of 1240 points is printed on A4, too. */
const A4_WIDTH = 595.28;
const SIZE = 9;
/** Smaller is not read on paper; a page of a visiting card has no room for more. */
const SMALLEST = 6;
/** Of a name that has no room otherwise: it can still be searched and copied. */
const LEAST = 4;
const RIGHT = 42.5;
/**
 * From the lower edge: 8 mm are below where page numbers are, and within what printers print. Where something is printed
 * already, below it, or above.
 */
const BASELINES = [22.7, 12.5, 33.5, 44, 54.5, 65];
/** What a line takes above its baseline and below it, in letters of size 1. */
const [ABOVE, BELOW] = [0.95, -0.3];
/** Of the height and the width of very small pages. */
const [MOST_HIGH, MOST_ASIDE] = [1 / 3, 0.1];

interface Room {
  /** Of the letters, in units of the page. */
  readonly size: number;
  /** A long name may have smaller ones. */
  readonly smallest: number;
  /** The most that a line may have. */
  readonly width: number;
  readonly fromRight: number;
  /** The best first. */
  readonly baselines: readonly number[];
}

export function roomOn({ box, rotation, unit }: PageShape): Room {
  const [wide, high] = [box[2] - box[0], box[3] - box[1]];
  const [width, height] = rotation % 180 === 0 ? [wide, high] : [high, wide];
  const scale = Math.min(width, height) / A4_WIDTH;
  const size = Math.min(Math.max(SIZE * scale, SMALLEST / unit), height * MOST_HIGH);
  const fromRight = Math.min(RIGHT * scale, width * MOST_ASIDE);
  const lowest = size * 0.5;
  return {
    size,
    smallest: Math.min(size, Math.max(size * 0.5, LEAST / unit)),
    width: width - 2 * fromRight,
    fromRight,
    baselines: BASELINES.map((baseline) => Math.max(baseline * scale, lowest)),
  };
}

/** Of the lower edge of a page all that a line of any of the baselines could take, in units of the page. */
export function regionOf(shape: PageShape, room: Room): Box {
  const top = Math.max(...room.baselines);
  return boxBy(matrixFor(shape, { ...room, baseline: top, scale: 1 }), [
    -room.width,
    -top,
    0,
    room.size * ABOVE,
  ]);
}

interface Line {
  readonly width: number;
  readonly size: number;
  readonly baseline: number;
}

/**
 * @param line - As wide as it is in letters of this size.
 * @param taken - In units of the page.
 * @returns The first place that is free for it, or else, of the usual ones, that which has least in its way.
 */
export function freeLine(
  shape: PageShape,
  room: Room,
  line: { readonly width: number; readonly size: number },
  taken: readonly Box[],
): Line {
  const inTheWay = (place: Line) => {
    const box = lineBox(shape, room, place);
    return taken.reduce((sum, other) => sum + areaOf(overlap(box, other)), 0);
  };
  let best: Line = { ...line, baseline: room.baselines[0] ?? 0 };
  let least = Infinity;
  for (const baseline of room.baselines) {
    const area = inTheWay({ ...line, baseline });
    if (area < least) [best, least] = [{ ...line, baseline }, area];
  }
  if (least === 0) return best;
  for (const place of tightPlaces(room, line)) if (inTheWay(place) === 0) return place;
  return best;
}

/** Of the least that is read on paper. */
const SMALLER = SMALLEST / SIZE;
/** In letters of the smaller size. */
const STEP = 0.25;

/** Between the usual baselines, in smaller letters, and at last where some printers print nothing more. */
function* tightPlaces(
  { baselines, smallest }: Room,
  line: { readonly width: number; readonly size: number },
): Iterable<Line> {
  const [lowest, highest] = [Math.min(...baselines), Math.max(...baselines)];
  const size = Math.max(line.size * SMALLER, Math.min(smallest, line.size));
  const smaller = { size, width: (line.width * size) / line.size };
  const step = size * STEP;
  for (const own of [line, smaller]) {
    for (let at = lowest; at <= highest; at += step) yield { ...own, baseline: at };
  }
  for (let at = lowest - step; at >= size * 0.5; at -= step) yield { ...smaller, baseline: at };
}

/** What a line takes of the page, in its units. */
export function lineBox(
  shape: PageShape,
  { fromRight }: Room,
  { baseline, size, width }: Line,
): Box {
  return boxBy(matrixFor(shape, { fromRight, baseline, scale: 1 }), [
    -width,
    BELOW * size,
    0,
    ABOVE * size,
  ]);
}

function areaOf(box: Box | undefined): number {
  return box === undefined ? 0 : (box[2] - box[0]) * (box[3] - box[1]);
}

/** By which a line that ends at 0, 0 is drawn to end at a place of the page as it is seen. */
export function matrixFor(
  { box: [left, bottom, right, top], rotation }: PageShape,
  place: { readonly fromRight: number; readonly baseline: number; readonly scale: number },
): Matrix {
  const { fromRight, baseline, scale } = place;
  switch (rotation) {
    case 90:
      return [0, scale, -scale, 0, right - baseline, top - fromRight];
    case 180:
      return [-scale, 0, 0, -scale, left + fromRight, top - baseline];
    case 270:
      return [0, -scale, scale, 0, left + baseline, bottom + fromRight];
    default:
      return [scale, 0, 0, scale, right - fromRight, bottom + baseline];
  }
}
