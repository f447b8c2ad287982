import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays } from './calendar.js';
import { spanLabel } from './label.js';
import { parseDate } from './parse-date.js';

const read = (text: string) => {
  const span = parseDate(text);
  return span && spanLabel(span);
};

test.each([
  ['2020-03-12'],
  ['2020-3-12'],
  ['2020.3.12'],
  ['2020/3/12'],
  ['2020_03_12'],
  ['20200312'],
  ['2020年3月12日'],
  ['2020年03月12号'],
  ['2020 年 3 月 12 日'],
  ['２０２０年３月１２日'],
  ['２０２０．３．１２'],
  ['二〇二〇年三月十二日'],
  ['二○二○年三月十二日'],
  ['二零二零年三月十二日'],
])('%s is 12 March 2020', (text) => {
  expect(read(text)).toBe('2020-03-12');
});

test.each([
  ['2020-12', '2020-12'],
  ['2020.5', '2020-05'],
  ['202005', '2020-05'],
  ['2020年5月份', '2020-05'],
  ['二〇二〇年十一月', '2020-11'],
  ['2020-Q1', '2020-Q1'],
  ['2020年第一季度', '2020-Q1'],
  ['2020年一季度', '2020-Q1'],
  ['2020年4季度', '2020-Q4'],
  ['2020年度第二季度', '2020-Q2'],
  ['2020-H2', '2020-H2'],
  ['2020年上半年', '2020-H1'],
  ['2020年前三季度', '2020-01-01..2020-09-30'],
  ['2020-W12', '2020-W12'],
  ['2020年第12周', '2020-W12'],
  ['2020', '2020'],
  ['2020年', '2020'],
  ['2020年度', '2020'],
  ['2020-2021学年', '2020-09-01..2021-08-31'],
  ['2020学年度第一学期', '2020-09-01..2021-01-31'],
])('%s is %s', (text, label) => {
  expect(read(text)).toBe(label);
});

test.each([
  ['2018..2020', '2018..2020'],
  ['2018-2020年', '2018..2020'],
  ['2018年至2020年', '2018..2020'],
  ['2018—2020年度', '2018..2020'],
  ['2018、2019、2020年', '2018..2020'],
  ['2020-03-12..2020-03-14', '2020-03-12..2020-03-14'],
  ['2020.3.12-14', '2020-03-12..2020-03-14'],
  ['2020年3月12日至14日', '2020-03-12..2020-03-14'],
  ['2020年11月30日至12月9日', '2020-11-30..2020-12-09'],
  ['2020年1-3月', '2020-Q1'],
  ['2020年7月初至2021年8月底', '2020-07-01..2021-08-31'],
])('%s is the stretch %s', (text, label) => {
  expect(read(text)).toBe(label);
});

test('29 February is a day of leap years only', () => {
  expect(['2020-02-29', '2000-02-29', '2019-02-29', '1900-02-29'].map(read)).toEqual([
    '2020-02-29',
    '2000-02-29',
    undefined,
    undefined,
  ]);
});

test('a fifty-third week is one of long years only', () => {
  expect(['2020-W53', '2021-W53', '2021-W00'].map(read)).toEqual([
    '2020-W53',
    undefined,
    undefined,
  ]);
});

test.each([
  [''],
  ['三年'],
  ['12'],
  ['2020-13'],
  ['2020-00-01'],
  ['2020-04-31'],
  ['20200431'],
  ['202003120'],
  ['2020..2018'],
  ['2020-03-14..2020-03-12'],
  ['2020年13月'],
  ['2020-Q5'],
  ['2020-H3'],
  ['2020-2022学年'],
  ['2020-03-12 abc'],
  ['18990101'],
  ['2020年正月十五'],
])('%j is no date', (text) => {
  expect(parseDate(text)).toBeUndefined();
});

const day = fc.integer({ min: 0, max: 73_048 }).map((number) => addDays('1900-01-01', number));

test('a day reads back as itself', () => {
  fc.assert(
    fc.property(day, (text) => {
      expect(parseDate(text)).toEqual({ from: text, to: text });
    }),
  );
});

test('the label of any stretch reads back as that stretch', () => {
  fc.assert(
    fc.property(day, fc.integer({ min: 0, max: 1500 }), (from, days) => {
      const to = addDays(from, days);
      fc.pre(to < '2100');
      expect(parseDate(spanLabel({ from, to }))).toEqual({ from, to });
    }),
  );
});

test('what is read begins before it ends', () => {
  const text = fc.string({
    unit: fc.constantFrom(...Array.from('12029-./年月日至三十二季上半Q度')),
  });
  fc.assert(
    fc.property(text, (any) => {
      const span = parseDate(any);
      expect(span === undefined || span.from <= span.to).toBe(true);
    }),
    { numRuns: 2000 },
  );
});
