import { expect, test } from 'vitest';
import { parseDate } from './parse-date.js';
import { seasonInTitle } from './season-in-title.js';
import { spanLabel } from './label.js';

const season = (title: string, date = '2023') => {
  const own = seasonInTitle(title, parseDate(date) ?? { from: date, to: date });
  return own && spanLabel(own);
};

test.each([
  ['2023年秋季校本研修计划', '2023-09-01..2023-12-31'],
  ['2023春校本研修计划', '2023-02-01..2023-08-31'],
  ['2023年度春季运动会方案', '2023-02-01..2023-08-31'],
])('%s is of %s', (title, span) => {
  expect(season(title)).toBe(span);
});

test.each(['2023年春节慰问', '2023年秋收劳动', '2023年工作计划', '2022年秋季计划'])(
  '%s tells no semester of 2023',
  (title) => {
    expect(season(title)).toBeUndefined();
  },
);

test('what is known better stays as it is', () => {
  expect(season('2023年秋季计划', '2023-08-20')).toBeUndefined();
});
