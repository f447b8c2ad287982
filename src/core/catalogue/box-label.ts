/** What stands on a box, so that it is found on its shelf: DA/T 22-2015, 6.4.1. */
import type { Box } from './boxes.js';
import type { IndicatorName, Row, Volume } from './types.js';

export interface BoxLabel {
  readonly number: number;
  readonly width: number;
  /** First and last year of its files; `undefined` where no date is known. */
  readonly years: readonly [from: string, to: string] | undefined;
  /** Each once, in the order of the files. */
  readonly retentions: readonly string[];
  /** Indicators of the first level, each once. */
  readonly parts: readonly IndicatorName[];
  readonly first: BoxEnd;
  readonly last: BoxEnd;
}

/** A file as the lists in the box number it: the code of its indicator, and its number in that volume. */
export interface BoxEnd {
  readonly code: string;
  readonly number: number | undefined;
}

export function labelOf({ number, width, contents }: Box): BoxLabel {
  const rows = contents.flatMap((content) => content.rows);
  const parts = new Map(
    contents.flatMap(({ volume: { part } }) =>
      part ? [[`${part.code}\0${part.name}`, part]] : [],
    ),
  );
  return {
    ...{ number, width },
    years: yearsOf(rows),
    retentions: [...new Set(rows.flatMap(({ retention }) => retention ?? []))],
    parts: [...parts.values()],
    first: endOf(contents.at(0)?.volume, rows.at(0)),
    last: endOf(contents.at(-1)?.volume, rows.at(-1)),
  };
}

function endOf(volume: Volume | undefined, row: Row | undefined): BoxEnd {
  return { code: volume?.indicator?.code ?? '', number: row?.number };
}

function yearsOf(rows: readonly Row[]): readonly [string, string] | undefined {
  let [from, to] = ['9999', '0000'];
  for (const { date } of rows) {
    for (const day of date?.split('-') ?? []) {
      const year = day.slice(0, 4);
      if (year < from) from = year;
      if (year > to) to = year;
    }
  }
  return from <= to ? [from, to] : undefined;
}
