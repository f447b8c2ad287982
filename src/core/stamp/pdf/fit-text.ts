/** A line that has to fit between two margins. */

interface Line {
  readonly text: string;
  readonly size: number;
}

/** What stands for the rest of a name that is too long. */
export const ELLIPSIS = '…';

/**
 * @param widthOf - Of a text in letters of size 1.
 * @returns In smaller letters, and shortened when these are too large as well.
 */
export function fitText(
  text: string,
  widthOf: (text: string) => number,
  {
    size,
    smallest,
    width,
  }: { readonly size: number; readonly smallest: number; readonly width: number },
): Line {
  const natural = widthOf(text);
  if (natural * size <= width) return { text, size };
  if (natural * smallest <= width) return { text, size: width / natural };
  const characters = Array.from(text);
  while (characters.length > 1) {
    characters.pop();
    const shorter = characters.join('').trimEnd() + ELLIPSIS;
    if (widthOf(shorter) * smallest <= width) return { text: shorter, size: smallest };
  }
  return { text, size: Math.min(smallest, width / natural) };
}
