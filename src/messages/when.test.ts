import { expect, test } from 'vitest';
import { when as whenEn } from './en/when.js';
import { when } from './zh-cn/when.js';

test.each([
  ['2025', '2025年'],
  ['2025-H2', '2025年下半年'],
  ['2025-Q1', '2025年一季度'],
  ['2025-03', '2025年3月'],
  ['2025-W09', '2025年第9周'],
  ['2025-03-05', '2025年3月5日'],
  ['2018..2020', '2018年至2020年'],
  ['2025-03-05..2025-04-06', '2025年3月5日至2025年4月6日'],
  ['2025-Q1 春节', '2025年一季度 春节'],
  ['2025-3月例会', '2025-3月例会'],
])('%s is said as %s', (label, words) => {
  expect(when(label)).toBe(words);
});

test.each([
  ['2025-H2', 'the second half of 2025'],
  ['2025-Q1 春节', 'Q1 2025 春节'],
  ['2018..2020', '2018 to 2020'],
])('%s is said as %s', (label, words) => {
  expect(whenEn(label)).toBe(words);
});
