import { expect, test } from 'vitest';
import type { Period as Every } from '../system/types.js';
import { closingDay, fixedDay } from './closing-day.js';
import { parseDate } from './parse-date.js';

const closes = (words: string, every: Every, period: string) => {
  const span = parseDate(period);
  return span && closingDay(words, span, every);
};

test.each([
  ['次月5日', 'quarter', '2024-Q1', '2024-04-05'],
  ['次月５号前', 'quarter', '2024-Q4', '2025-01-05'],
  ['下月 10 日前', 'month', '2024-02', '2024-03-10'],
  ['季度末月25日', 'quarter', '2024-Q2', '2024-06-25'],
  ['每季度末月20日', 'quarter', '2024-Q3', '2024-09-20'],
  ['次年1月10日', 'year', '2024', '2025-01-10'],
  ['季后10日内', 'quarter', '2024-Q1', '2024-04-10'],
  ['月后3天内', 'month', '2024-02', '2024-03-03'],
  ['次季度首月10日前', 'quarter', '2024-Q4', '2025-01-10'],
  ['每季度首月10日前', 'quarter', '2024-Q4', '2025-01-10'],
  ['每季度末25日前', 'quarter', '2024-Q2', '2024-06-25'],
  ['每月28日前', 'month', '2024-02', '2024-02-28'],
  ['每月5日前', 'month', '2024-02', '2024-03-05'],
  ['当月15日', 'month', '2024-02', '2024-02-15'],
  ['次月5日前报送', 'month', '2024-02', '2024-03-05'],
  ['季后10日内上报', 'quarter', '2024-Q1', '2024-04-10'],
  ['每月30日前', 'month', '2024-02', '2024-02-29'],
  ['季度末月31日', 'quarter', '2024-Q2', '2024-06-30'],
  ['次月31日前', 'month', '2024-03', '2024-04-30'],
  ['7月10日前、次年1月10日前', 'half-year', '2024-H1', '2024-07-10'],
  ['7月10日前、次年1月10日前', 'half-year', '2024-H2', '2025-01-10'],
  ['4月5日、7月5日、10月8日、次年1月5日', 'quarter', '2024-Q3', '2024-10-08'],
] as const)('%s, each %s, of %s is %s', (words, every, period, day) => {
  expect(closes(words, every, period)).toBe(day);
});

test.each([
  ['季后10日内', 'month', '2024-02', '2024-04-10'],
  ['季度结束后5日内', 'week', '2024-12-31', '2025-01-05'],
  ['季度末月25日', 'month', '2024-05', '2024-06-25'],
  ['下季度第一个月10日前', 'month', '2024-08', '2024-10-10'],
  ['半年后15日内', 'month', '2024-02', '2024-07-15'],
  ['半年末月20日', 'quarter', '2024-Q3', '2024-12-20'],
  ['年后30日内', 'quarter', '2024-Q2', '2025-01-30'],
  ['月后3天内', 'quarter', '2024-Q1', '2024-04-03'],
] as const)(
  '%s, each %s, of %s is %s: the longer period that is named',
  (words, every, period, day) => {
    expect(closes(words, every, period)).toBe(day);
  },
);

test('a year that does not begin in January has its own end', () => {
  const span = { from: '2023-06-01', to: '2024-05-31' };
  expect(closingDay('年后10日内', span, 'year')).toBe('2024-06-10');
});

test.each([
  ['12-31', '12-31'],
  ['12月31日前', '12-31'],
  ['6 月 5 号', '06-05'],
  ['2024年12月31日', '2024-12-31'],
  ['2024.12.31', '2024-12-31'],
  ['2月30日', undefined],
  ['次年1月10日', undefined],
  ['另行通知', undefined],
])('%s is the day %s', (words, day) => {
  expect(fixedDay(words)).toBe(day);
});

test('每月17日 may be of the month itself or of the next', () => {
  expect(closes('每月17日前', 'month', '2024-02')).toBeUndefined();
});

test('two days say nothing of four quarters', () => {
  expect(closes('7月10日、次年1月10日', 'quarter', '2024-Q1')).toBeUndefined();
});

test.each(['另行通知', '次月32日', '次月', '每月5日'])('%s is no day of 2024-Q1', (words) => {
  expect(closes(words, 'quarter', '2024-Q1')).toBeUndefined();
});
