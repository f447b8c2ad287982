import { expect, test } from 'vitest';
import { closingDay } from './closing-day.js';
import { parseDate } from './parse-date.js';

const closes = (words: string, period: string) => {
  const span = parseDate(period);
  return span && closingDay(words, span);
};

test.each([
  ['次月5日', '2024-Q1', '2024-04-05'],
  ['次月５号前', '2024-Q4', '2025-01-05'],
  ['下月 10 日前', '2024-02', '2024-03-10'],
  ['季度末月25日', '2024-Q2', '2024-06-25'],
  ['每季度末月20日', '2024-Q3', '2024-09-20'],
  ['次年1月10日', '2024', '2025-01-10'],
  ['季后10日内', '2024-Q1', '2024-04-10'],
  ['月后3天内', '2024-02', '2024-03-03'],
])('%s of %s is %s', (words, period, day) => {
  expect(closes(words, period)).toBe(day);
});

test.each(['另行通知', '次月31日', '次月', '每月5日'])('%s is no day of 2024-Q1', (words) => {
  expect(closes(words, '2024-Q1')).toBeUndefined();
});
