/** A word as it can be typed into a shell: in quotes when it has blanks or marks in it. */
export function quoted(word: string): string {
  return /^[\p{L}\p{N}_./：-]+$/u.test(word) ? word : `"${word}"`;
}
