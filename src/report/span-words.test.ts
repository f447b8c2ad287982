import { expect, test } from 'vitest';
import { parseDate } from '../core/dates/parse-date.js';
import { en } from '../messages/en/index.js';
import { zhCn } from '../messages/zh-cn/index.js';
import { spansWords, spanWords } from './span-words.js';

const span = (text: string) => parseDate(text) ?? { from: text, to: text };

test.each([
  ['2020', '2020年', '2020'],
  ['2020-H2', '2020年下半年', 'H2 2020'],
  ['2020-Q1', '2020年一季度', 'Q1 2020'],
  ['2020-03', '2020年3月', 'Mar 2020'],
  ['2020-W05', '2020年第5周', 'week 5 2020'],
  ['2020-03-12', '2020-03-12', '2020-03-12'],
  ['2018..2020', '2018–2020年', '2018–2020'],
  ['2023-09-01..2024-01-31', '2023–2024学年第一学期', 'the first semester of 2023–2024'],
  ['2023-02-01..2023-08-31', '2022–2023学年第二学期', 'the second semester of 2022–2023'],
  ['2019-08-16..2020-08-15', '2019-08-16 至 2020-08-15', '2019-08-16 to 2020-08-15'],
])('%s is %s in Chinese and %s in English', (label, chinese, english) => {
  expect([spanWords(span(label), zhCn), spanWords(span(label), en)]).toEqual([chinese, english]);
});

test('a part of a period is called by the whole of it', () => {
  const part = { ...span('2023-11-02..2023-11-30'), whole: span('2023-11') };
  expect(spanWords(part, zhCn)).toBe('2023年11月');
  expect(spansWords([part, span('2023-12')], zhCn)).toEqual(['2023年11月、12月']);
});

test('what is of one year is told together', () => {
  const spans = ['2019-Q4', '2020-Q1', '2020-Q3', '2021', '2021-03-05'].map(span);
  expect(spansWords(spans, zhCn)).toEqual([
    '2019年四季度',
    '2020年一季度、三季度',
    '2021年',
    '2021-03-05',
  ]);
  expect(spansWords(spans, en)[1]).toBe('Q1, Q3 2020');
});
