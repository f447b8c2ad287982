import type { Place } from '../system/types.js';

/** Offsets at which the lines of a text begin. */
export function lineStarts(text: string): number[] {
  const starts = [0];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return starts;
}

/** From offsets in a text to lines and columns. @returns a function that takes O(log n). */
export function linesOf(text: string): (offset: number) => Place {
  const starts = lineStarts(text);
  return (offset) => {
    let low = 0;
    let high = starts.length;
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if ((starts[middle] ?? 0) <= offset) low = middle;
      else high = middle;
    }
    return { line: low + 1, column: offset - (starts[low] ?? 0) + 1 };
  };
}

/** What is said of a file, in the order of the file. */
export function byPlace(a: { readonly at: Place }, b: { readonly at: Place }): number {
  return a.at.line - b.at.line || a.at.column - b.at.column;
}
