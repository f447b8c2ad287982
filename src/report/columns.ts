import stringWidth from 'string-width';

export type Row = readonly [left: string, right: string];

/**
 * Rows in two columns, the left one as wide as its widest text; one below the other where the terminal is too narrow
 * for that.
 */
export function columns(rows: readonly Row[], terminal = { width: Infinity }): string[] {
  const left = Math.max(0, ...rows.map((row) => stringWidth(row[0])));
  const right = Math.max(0, ...rows.map((row) => stringWidth(row[1])));
  if (2 + left + 2 + right > terminal.width) {
    return rows.flatMap((row) => [`  ${row[0]}`, `      ${row[1]}`]);
  }
  return rows.map((row) => `  ${padded(row[0], left)}  ${row[1]}`.trimEnd());
}

/** Filled with spaces up to a width on a terminal, where a Han character takes two columns. */
export function padded(text: string, width: number): string {
  return text + ' '.repeat(Math.max(0, width - stringWidth(text)));
}

/** A word as it can be typed into a shell: in quotes when it has blanks or marks in it. */
export function quoted(word: string): string {
  return /^[\p{L}\p{N}_./：-]+$/u.test(word) ? word : `"${word}"`;
}
