/** What a shell of Unix acts upon between double quotes. On Windows a backslash parts folders. */
const LIVE = process.platform === 'win32' ? /[$`!"]/ : /[$`!"\\]/;

/** A word as it can be typed into a shell: in quotes when it has blanks or marks in it. */
export function quoted(word: string): string {
  return /^[\p{L}\p{N}_./：-]+$/u.test(word) ? word : inQuotes(word);
}

/** In double quotes, which every shell knows; in single quotes where a name such as `$(…).pdf` would be run. */
export function inQuotes(word: string): string {
  return LIVE.test(word) ? `'${word.replaceAll("'", "'\\''")}'` : `"${word}"`;
}
