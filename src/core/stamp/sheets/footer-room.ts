/** How wide our line on the right may be, beside what stands on the left and in the middle: Excel prints over it. */
import { lettersWide } from '../letters.js';
import { tokensOf } from './footer-tokens.js';

const [USUAL, SMALLEST] = [9, 5];
/** In points, between the middle and ours. */
const GAP = 6;
/** Of letters whose size is not told. */
export const SIZE = 11;
/** From one line to the next, for letters of size 1. */
export const HAN_LINE = 1.45;

/** Letters that fields take, at least: page, pages, date, time, sheet, file, its folder. */
const FIELDS: Readonly<Record<string, number>> = { P: 1, N: 1, D: 5, T: 3, A: 2, F: 4, Z: 6 };

/** In points. */
export interface FooterRoom {
  /** Between the margins of the page. */
  readonly width: number;
  /** Below the rows. */
  readonly height: number;
}

/**
 * In points, by what was there before us.
 *
 * @returns `undefined` when it would be written over all the same, or would be cut off.
 */
export function fittingSize(
  code: string,
  text: string,
  { width, height }: FooterRoom,
): number | undefined {
  const { L, C, R } = widthsOf(code);
  const besideMiddle = C > 0 ? (width - C) / 2 - GAP : width;
  const room = Math.min(besideMiddle, L > 0 ? width - L - GAP : width);
  // What others have put where there is no room for it is over the rows already.
  const highest = L + C + R > 0 ? USUAL : Math.floor(height / HAN_LINE);
  const size = Math.min(USUAL, highest, Math.floor(room / lettersWide(text)));
  if (size >= SMALLEST) return size;
  return room === width && highest >= SMALLEST ? SMALLEST : undefined;
}

/** Of the longest line of each part. */
function widthsOf(code: string): Readonly<Record<'L' | 'C' | 'R', number>> {
  const widths = { L: 0, C: 0, R: 0 };
  let part: keyof typeof widths = 'C';
  let size = SIZE;
  let line = 0;
  const add = (letters: number) => {
    line += letters * size;
    widths[part] = Math.max(widths[part], line);
  };
  for (const { kind, from, to } of tokensOf(code)) {
    if (kind === 'L' || kind === 'C' || kind === 'R') {
      part = kind;
      [size, line] = [SIZE, 0];
    } else if (kind === '9') size = Number(code.slice(from + 1, to));
    else if (kind !== '') add(FIELDS[kind] ?? 0);
    else {
      const [first = '', ...rest] = code.slice(from, to).split('\n');
      add(lettersWide(first));
      for (const text of rest) {
        line = 0;
        add(lettersWide(text));
      }
    }
  }
  return widths;
}
