import fc from 'fast-check';
import { expect, test } from 'vitest';
import { counted, type Uncounted } from './rows.js';
import { dateCell, extentOf } from './dates.js';
import { documentNumber } from './document-number.js';
import { parseDate } from '../dates/parse-date.js';

const row = (pages: number | undefined): Uncounted => ({
  is: 'file',
  code: undefined,
  documentNumber: undefined,
  responsible: undefined,
  title: '',
  date: undefined,

  secrecy: undefined,
  pages,
  retention: undefined,
  note: undefined,
  photo: undefined,
  path: '',
  format: '',
  indicator: { code: '', name: '' },
});

test('each page is counted once, and none after what nobody has counted', () => {
  const pages = fc.option(fc.nat(9), { nil: undefined, freq: 5 });
  fc.assert(
    fc.property(fc.array(pages), (counts) => {
      const rows = counted(counts.map(row));
      const unknown = counts.indexOf(undefined);
      const known = rows.slice(0, unknown < 0 ? rows.length : unknown);
      const held = known.flatMap(({ pageFrom, pageTo }) =>
        pageFrom === undefined || pageTo === undefined
          ? []
          : Array.from({ length: pageTo - pageFrom + 1 }, (_, at) => pageFrom + at),
      );
      expect(held).toEqual(held.map((_, at) => at + 1));
      expect(held).toHaveLength(known.reduce((sum, each) => sum + (each.pages ?? 0), 0));
      const after = unknown < 0 ? [] : rows.slice(unknown + 1);
      expect(after.filter(({ pageFrom }) => pageFrom !== undefined)).toEqual([]);
    }),
  );
});

test.each([
  ['2020-03-12', '20200312'],
  ['2020-03', '202003'],
  ['2020', '2020'],
  ['2020-Q1', '202001-202003'],
  ['2018..2020', '2018-2020'],
  ['2020-03-01..2020-03-05', '20200301-20200305'],
])('of %s is written %s', (text, cell) => {
  const span = parseDate(text);
  expect(span && dateCell(span)).toBe(cell);
});

test('from the first to the last, each as fine as it is known', () => {
  const spans = ['2019-12', '2018', '2020-03-12'].flatMap((text) => parseDate(text) ?? []);
  expect(extentOf(spans)).toEqual({ from: '2018', to: '20200312' });
});

test.each([
  ['文明办[2020]3号', '文明办〔2020〕3号'],
  ['水发（2020）36号', '水发〔2020〕36号'],
  ['水发【2020】36号', '水发〔2020〕36号'],
  ['水发〔2020〕36号', '水发〔2020〕36号'],
  ['（内部）第3号', '（内部）第3号'],
])('%s is %s', (text, number) => {
  expect(documentNumber(text)).toBe(number);
});
