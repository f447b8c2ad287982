/** In letters as wide as they are high, as Han are; others take half of it, and some a little more. */
export function lettersWide(text: string): number {
  let width = 0;
  for (const character of text) width += character < '\u2000' ? 0.6 : 1;
  return width;
}
