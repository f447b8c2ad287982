import fc from 'fast-check';
import { expect, test } from 'vitest';
import { judgeWindow } from './window-text.js';

test.each([
  ['2020', '2020-01-01', '2020-12-31'],
  ['2018..2020', '2018-01-01', '2020-12-31'],
  ['2020-02..2020-02', '2020-02-01', '2020-02-29'],
  [' 2018-03-01..2020-12-31 ', '2018-03-01', '2020-12-31'],
])('%j is a window', (text, from, to) => {
  expect(judgeWindow(text)).toEqual({ from, to });
});

test.each([
  ['2020-02-30', 'no-day', '2020-02-30', undefined],
  ['2018..2020-13', 'no-day', '2020-13', undefined],
  ['2021..2018', 'order', undefined, '2018..2021'],
  ['2018-2020', 'form', undefined, '2018..2020'],
  ['2018～2020', 'form', undefined, '2018..2020'],
  ['2018...2020', 'form', undefined, '2018..2020'],
  ['2018年1月1日至2020年12月31日', 'form', undefined, '2018-01-01..2020-12-31'],
  ['2018/1/1 - 2020/12/31', 'form', undefined, '2018-01-01..2020-12-31'],
  ['２０１８．．２０２０', 'form', undefined, '2018..2020'],
  ['2020年', 'form', undefined, '2020'],
  ['去年', 'form', undefined, undefined],
  ['', 'form', undefined, undefined],
  ['2018..2019..2020', 'form', undefined, undefined],
])('%j: %s', (value, wrong, part, meant) => {
  expect(judgeWindow(value)).toEqual({ value, wrong, part, meant });
});

test('what is proposed is a window', () => {
  fc.assert(
    fc.property(fc.stringMatching(/^[\d年月日/.~至 -]{4,24}$/u), (text) => {
      const judged = judgeWindow(text);
      const meant = 'meant' in judged ? judged.meant : undefined;
      expect(meant === undefined || 'from' in judgeWindow(meant)).toBe(true);
    }),
  );
});
