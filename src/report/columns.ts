import { textWidth } from './text-width.js';

export type Row = readonly [left: string, right: string];

/**
 * Rows in two columns, the left one as wide as its widest text. Where the terminal is too narrow for a row, its right
 * side goes below; one long name does not do that to the others, unless most are as long.
 */
export function columns(rows: readonly Row[], terminal = { width: Infinity }): string[] {
  const widths = rows.map(([left, right]) => [textWidth(left), textWidth(right)] as const);
  const single = widths.filter(([left, right]) => 4 + left + right <= terminal.width);
  const widest = Math.max(0, ...single.map(([left]) => left));
  const fits = ([left, right]: readonly [number, number]) =>
    left <= widest && 4 + widest + right <= terminal.width;
  const beside = widths.every(fits) || widths.filter(fits).length * 2 > rows.length;
  return rows.flatMap((row, at) =>
    beside && fits(widths[at] ?? [0, 0])
      ? [`  ${padded(row[0], widest)}  ${row[1]}`.trimEnd()]
      : [`  ${row[0]}`, `      ${row[1]}`],
  );
}

/** Filled with spaces up to a width on a terminal, where a Han character takes two columns. */
export function padded(text: string, width: number): string {
  return text + ' '.repeat(Math.max(0, width - textWidth(text)));
}
