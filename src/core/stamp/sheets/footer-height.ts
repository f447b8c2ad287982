/** How high a footer is, and for how high LibreOffice takes it: by as much as it is higher, the rows above have less room. */
import { HAN_LINE, SIZE } from './footer-room.js';
import { tokensOf } from './footer-tokens.js';

/** In points. */
interface Heights {
  /** By the sizes of its letters alone. */
  readonly told: number;
  readonly real: number;
}

/** Of the highest of the three parts. */
interface FooterHeights extends Heights {
  /** Such a part is taken for as high as the last size that is told anywhere. */
  readonly hasEmptyPart: boolean;
}

/** From one line to the next, for letters of size 1: less than where Han are among them. */
const LATIN_LINE = 1.17;
const EMPTY_LINE = 10 * LATIN_LINE;
const HAN = /[\u2E80-\uFFEF]/;
const FIELDS = new Set(['P', 'N', 'D', 'T', 'A', 'F', 'Z']);

export function heightsOf(code: string): FooterHeights {
  const parts = { L: new Part(), C: new Part(), R: new Part() };
  let part = parts.C;
  let size = SIZE;
  // Of the part that has begun; one that has nothing in it says nothing of the others.
  let own = SIZE;
  for (const { kind, from, to } of tokensOf(code)) {
    if (kind === 'L' || kind === 'C' || kind === 'R') {
      [part, own] = [parts[kind], SIZE];
      continue;
    }
    if (kind === '9') own = Number(code.slice(from + 1, to)) || own;
    else if (FIELDS.has(kind)) part.add('1', own);
    else if (kind === '') part.add(code.slice(from, to), own);
    size = own;
  }
  const all = [parts.L, parts.C, parts.R];
  if (all.every((each) => each.isEmpty)) return { told: 0, real: 0, hasEmptyPart: true };
  return {
    told: Math.max(...all.map((each) => (each.isEmpty ? size : each.told))),
    real: Math.max(...all.map((each) => (each.isEmpty ? EMPTY_LINE : each.real))),
    hasEmptyPart: all.some((each) => each.isEmpty),
  };
}

class Part {
  readonly #lines: Heights[] = [];

  get isEmpty(): boolean {
    return this.#lines.length === 0;
  }

  get told(): number {
    return this.#lines.reduce((sum, line) => sum + line.told, 0);
  }

  get real(): number {
    return this.#lines.reduce((sum, line) => sum + line.real, 0);
  }

  /** Text that goes on in the last line. */
  add(text: string, size: number): void {
    for (const [nth, line] of text.split('\n').entries()) {
      const last = nth === 0 ? this.#lines.pop() : undefined;
      const real = size * (HAN.test(line) ? HAN_LINE : LATIN_LINE);
      this.#lines.push({
        told: Math.max(last?.told ?? 0, size),
        real: Math.max(last?.real ?? 0, real),
      });
    }
  }
}
