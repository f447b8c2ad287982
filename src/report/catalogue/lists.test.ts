import { expect, test } from 'vitest';
import type { Row, Volume } from '../../core/catalogue/types.js';
import { zhCn } from '../../messages/zh-cn/index.js';
import { printedLists } from './lists.js';

const photo = (code: string | undefined): Row => ({
  ...{ is: 'file', number: 1, code, title: '会议现场', path: 'a.jpg', format: 'jpg' },
  ...{ documentNumber: undefined, responsible: undefined, date: undefined, dateSource: undefined },
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

const widthsOf = (code: string | undefined) => {
  const volume: Volume = {
    ...{ number: 1, code: undefined, title: '', part: undefined, indicator: undefined, path: '' },
    ...{ rows: [photo(code)], pages: 1, from: undefined, to: undefined, retention: undefined },
  };
  const catalogue = { kind: 'photos', unit: '', title: '', volumes: [volume] } as const;
  const [list] = printedLists(catalogue, undefined, zhCn.catalogue);
  return list?.columns.map(({ millimetres }) => millimetres) ?? [];
};

test('photos without codes need little room for their numbers, and the page stays full', () => {
  const sum = (widths: readonly number[]) => widths.reduce((total, each) => total + each, 0);
  expect([widthsOf(undefined)[0], sum(widthsOf(undefined))]).toEqual([
    18,
    sum(widthsOf('Z109-ZP·2024-D30-YBS-0001')),
  ]);
});
