import fc from 'fast-check';
import { expect, test } from 'vitest';
import { printedList } from '../../../test/helpers/documents/printed-lists.js';
import { textWidth } from '../text-width.js';
import { layList, paperOf } from './pages.js';

const widthOf = (text: string, size: number) => textWidth(text) * size * 0.18;
const withTitles = (titles: readonly string[]) => {
  const list = printedList('volume', titles.length);
  return { ...list, rows: list.rows.map((row, at) => row.with(3, titles[at] ?? '')) };
};
const laid = (titles: readonly string[]) => layList(withTitles(titles), widthOf);

test('an empty list is a page with its header', () => {
  expect(laid([]).pages.map(({ rows }) => rows.length)).toEqual([0]);
});

test('a row that no page has room for is divided, and nothing of it is lost', () => {
  const title = '长'.repeat(3000);
  const { pages } = laid(['短', title, '短']);
  const lines = pages.flatMap(({ rows }) => rows.flatMap(({ cells }) => cells[3] ?? []));
  expect(lines.join('')).toBe(`短${title}短`);
});

test('every row is on a page, in order, above its foot, and none overlap', () => {
  const titles = fc.array(
    fc.nat({ max: 200 }).map((length) => '题'.repeat(length)),
    { maxLength: 60 },
  );
  fc.assert(
    fc.property(titles, (words) => {
      const { list, pages } = laid(words);
      const { height, bottom } = paperOf(list);
      const rows = pages.flatMap((page) => page.rows);
      expect(rows.map(({ cells }) => cells[3]?.join('') ?? '')).toEqual(words);
      for (const page of pages) {
        let y = page.y + page.header.height;
        for (const row of page.rows) {
          expect(row.y).toBeCloseTo(y);
          y += row.height;
        }
        expect(y).toBeLessThanOrEqual(height - bottom + 1e-9);
      }
    }),
  );
});
