import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Period as Every } from '../system/types.js';
import { addDays, addMonths } from './calendar.js';
import { isOfPeriod, periodsIn } from './periods.js';

const labels = (from: string, to: string, every: Every) =>
  periodsIn({ from, to }, every).map(({ label }) => label);

test('a window of calendar years has calendar periods', () => {
  expect(labels('2018-01-01', '2020-12-31', 'year')).toEqual(['2018', '2019', '2020']);
  expect(labels('2020-01-01', '2020-12-31', 'half-year')).toEqual(['2020-H1', '2020-H2']);
  expect(labels('2020-01-01', '2020-12-31', 'quarter')).toEqual([
    '2020-Q1',
    '2020-Q2',
    '2020-Q3',
    '2020-Q4',
  ]);
  expect(labels('2020-01-01', '2020-03-31', 'month')).toEqual(['2020-01', '2020-02', '2020-03']);
});

test('semesters begin in September and February', () => {
  expect(labels('2022-09-01', '2023-08-31', 'semester')).toEqual([
    '2022-09-01..2023-01-31',
    '2023-02-01..2023-08-31',
  ]);
});

test('of a calendar year they are two, the second as far as the year goes', () => {
  expect(labels('2023-01-01', '2023-12-31', 'semester')).toEqual([
    '2023-02-01..2023-08-31',
    '2023-09-01..2024-01-31',
  ]);
  expect(periodsIn({ from: '2023-01-01', to: '2023-12-31' }, 'semester')[1]).toMatchObject({
    from: '2023-09-01',
    to: '2023-12-31',
    whole: { from: '2023-09-01', to: '2024-01-31' },
  });
  expect(labels('2023-03-01', '2023-03-31', 'semester')).toEqual(['2023-03']);
});

test('a part of a year at the end asks for nothing', () => {
  expect(labels('2019-01-01', '2020-07-31', 'year')).toEqual(['2019']);
  expect(labels('2012-01-01', '2012-07-31', 'quarter')).toEqual(['2012-Q1', '2012-Q2']);
});

test('a part of a year that is all there is, is the period', () => {
  expect(labels('2012-01-01', '2012-07-31', 'year')).toEqual(['2012-01-01..2012-07-31']);
});

test('rolling twelve months are one rolling year', () => {
  expect(labels('2016-08-01', '2017-07-31', 'year')).toEqual(['2016-08-01..2017-07-31']);
});

test('but months, quarters and half-years are those of the calendar, as many as the window is long', () => {
  expect(labels('2019-08-16', '2020-08-15', 'half-year')).toEqual(['2019-H2', '2020-H1']);
  expect(labels('2019-06-01', '2020-05-31', 'quarter')).toEqual([
    '2019-Q3',
    '2019-Q4',
    '2020-Q1',
    '2020-Q2',
  ]);
  expect(labels('2023-11-02', '2024-02-01', 'month')).toEqual(['2023-11', '2023-12', '2024-01']);
  expect(labels('2023-11-20', '2024-02-19', 'month')).toEqual(['2023-12', '2024-01', '2024-02']);
});

test('of one that begins before the window only the days in it count, and papers of the whole of it', () => {
  const [first, second] = periodsIn({ from: '2023-11-02', to: '2024-02-01' }, 'month');
  expect(first).toEqual({
    from: '2023-11-02',
    to: '2023-11-30',
    label: '2023-11',
    whole: { from: '2023-11-01', to: '2023-11-30' },
  });
  expect(second).toEqual({ from: '2023-12-01', to: '2023-12-31', label: '2023-12' });
  const isOfFirst = (from: string, to: string) => first && isOfPeriod({ from, to }, first);
  expect(isOfFirst('2023-11-01', '2023-11-30')).toBe(true);
  expect(isOfFirst('2023-11-01', '2023-11-01')).toBe(false);
  expect(isOfFirst('2023-10-01', '2023-12-31')).toBe(false);
});

test('weeks from a Monday are those of the calendar', () => {
  expect(labels('2020-12-21', '2021-01-10', 'week')).toEqual(['2020-W52', '2020-W53', '2021-W01']);
});

test('and so are those from another day', () => {
  expect(labels('2020-01-01', '2020-01-15', 'week')).toEqual(['2020-W01', '2020-W02']);
  expect(labels('2023-10-01', '2023-10-14', 'week')).toEqual(['2023-W40', '2023-W41']);
});

test('a term is all of its window, and so is what is due once', () => {
  expect(labels('2018-01-01', '2020-12-31', 'term')).toEqual(['2018..2020']);
  expect(labels('2018-01-01', '2020-12-31', 'once')).toEqual(['2018..2020']);
});

test('a slip in the years of a window makes no endless list', () => {
  expect(labels('0001-01-01', '9999-12-31', 'week')).toHaveLength(5000);
});

const window = fc
  .record({ first: fc.integer({ min: 0, max: 40_000 }), days: fc.integer({ min: 0, max: 2000 }) })
  .map(({ first, days }) => {
    const from = addDays('1950-01-01', first);
    return { from, to: addDays(from, days) };
  });
const every = fc.constantFrom<Every>('week', 'month', 'quarter', 'half-year', 'year');

test('periods follow one another without a gap, and none goes beyond the window', () => {
  fc.assert(
    fc.property(window, every, (span, each) => {
      const [first, ...others] = periodsIn(span, each);
      let { to: end = '' } = first ?? {};
      expect(first && first.from >= span.from && end >= first.from && end <= span.to).toBe(true);
      for (const { from, to } of others) {
        expect(from).toBe(addDays(end, 1));
        expect(to >= from && to <= span.to).toBe(true);
        end = to;
      }
    }),
  );
});

test('a longer window never asks for fewer periods', () => {
  fc.assert(
    fc.property(window, every, fc.integer({ min: 0, max: 30 }), (span, each, months) => {
      const longer = { from: span.from, to: addMonths(span.to, months) };
      expect(periodsIn(longer, each).length).toBeGreaterThanOrEqual(periodsIn(span, each).length);
    }),
  );
});
