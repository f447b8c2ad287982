import { expect, test } from 'vitest';
import type { Row, Volume } from '../../core/catalogue/types.js';
import { zhCn } from '../../messages/zh-cn/index.js';
import { printedLists } from './lists.js';

const photo = (code: string | undefined): Row => ({
  ...{ is: 'file', number: 1, code, title: '会议现场', path: 'a.jpg', format: 'jpg' },
  ...{ documentNumber: undefined, responsible: undefined, date: undefined },
  ...{
    secrecy: undefined,
    pages: 1,
    pageFrom: 1,
    pageTo: 1,
    retention: undefined,
    note: undefined,
  },
  photo: { photographer: undefined, caption: undefined, see: undefined },
  indicator: { code: '1', name: '会议' },
});

const listOf = (kind: 'photos' | 'volume', rows: readonly Row[]) => {
  const volume: Volume = {
    ...{ number: 1, code: undefined, title: '', part: undefined, indicator: undefined, path: '' },
    ...{ rows, pages: 1, from: undefined, to: undefined, retention: undefined },
  };
  const catalogue = { kind, unit: '', title: '', volumes: [volume] } as const;
  const [list] = printedLists(catalogue, undefined, zhCn.catalogue);
  return list?.columns.map(({ header, millimetres }) => [header, millimetres] as const) ?? [];
};
const sum = (columns: ReturnType<typeof listOf>) =>
  columns.reduce((total, [, each]) => total + each, 0);

test('photos without codes need little room for their numbers, and the page stays full', () => {
  const bare = listOf('photos', [photo(undefined)]);
  const coded = listOf('photos', [photo('Z109-ZP·2024-D30-YBS-0001')]);
  expect([bare[0], sum(bare)]).toEqual([['照片号', 18], sum(coded)]);
});

test('columns in which nothing stands leave their room to the title, and the page stays full', () => {
  const bare = listOf('volume', [photo(undefined)]);
  const full = listOf('volume', [
    {
      ...photo(undefined),
      documentNumber: '水〔2024〕3号',
      responsible: '县水利局',
      note: '复印件',
    },
  ]);
  expect(Object.fromEntries(bare)).toMatchObject({ 文号: 18, 责任者: 14, 题名: 81, 备注: 14 });
  expect(Object.fromEntries(full)).toMatchObject({ 文号: 33, 责任者: 22, 题名: 48, 备注: 24 });
  expect(sum(bare)).toBe(sum(full));
});

test('a list without anything has the columns of the standard', () => {
  expect(Object.fromEntries(listOf('volume', []))).toMatchObject({ 文号: 33, 题名: 48 });
});
