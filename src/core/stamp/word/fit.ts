/** How large our line is, so that it takes nothing of the room that the text above it has. */
import { lettersWide } from '../letters.js';

/** Below the text of a page, in twentieths of a point. */
export interface Room {
  readonly height: number;
  readonly width: number;
}

export interface Letters {
  /** In half points. */
  readonly size: number;
  /** From one line to the next, in twentieths of a point. */
  readonly line: number;
}

const [USUAL, SMALLEST] = [18, 10];
/** Lines are a third higher than letters. */
const LINE = (4 / 3) * 10;
/** What is left of a line where the next word goes to the one below. */
const FILLED = 0.9;

/** @returns `undefined` when there is too little room for letters that can be read. */
export function fittingLetters(text: string, room: Room): Letters | undefined {
  const natural = lettersWide(text);
  for (let size = USUAL; size >= SMALLEST; size -= 1) {
    const { line } = lettersOf(size);
    const width = natural * size * 10;
    const lines = width <= room.width ? 1 : Math.ceil(width / (room.width * FILLED));
    if (lines * line <= room.height) return { size, line };
  }
  return undefined;
}

export const SMALLEST_LETTERS: Letters = lettersOf(SMALLEST);

function lettersOf(size: number): Letters {
  return { size, line: Math.ceil(size * LINE) };
}
