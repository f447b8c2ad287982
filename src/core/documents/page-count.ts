/**
 * A number of pages as programs write it; one that never counted them writes 0.
 *
 * @param told - Digits, or a number; `undefined` and the like when nothing is told.
 */
export function pageCount(told: string | number | undefined): number | undefined {
  if (told === undefined || told === '') return undefined;
  const pages = Number(told);
  return Number.isInteger(pages) && pages > 0 && pages <= MOST_PAGES ? pages : undefined;
}

/** More are in no document. */
const MOST_PAGES = 100_000;
