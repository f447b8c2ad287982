import { expect, test } from 'vitest';
import type { Window } from '../system/types.js';
import { spanLabel } from './label.js';
import { resolveWindow, windowOfPeriod } from './windows.js';

/** Seen from 15 August 2020, unless another day is given. */
const daysOf = (
  window: Window | undefined,
  today = '2020-08-15',
  windows: Readonly<Record<string, Window>> = {},
) => {
  const span = resolveWindow(window, { windows }, today);
  return span && spanLabel(span);
};

test('no window is none', () => {
  expect(daysOf(undefined)).toBeUndefined();
});

test('fixed days are themselves', () => {
  expect(daysOf({ from: '2018-01-01', to: '2020-12-31' })).toBe('2018..2020');
});

test('an open end is today', () => {
  expect(daysOf({ from: '1997-01-01', to: undefined })).toBe('1997-01-01..2020-08-15');
});

test('a window that has yet to open holds its first day', () => {
  expect(daysOf({ from: '2021-01-01', to: undefined })).toBe('2021-01-01');
});

test('calendar years end with the last one, or with this one', () => {
  expect(daysOf({ years: 2, current: false })).toBe('2018..2019');
  expect(daysOf({ years: 3, current: true })).toBe('2018..2020');
});

test('an award term ends with this year', () => {
  expect(daysOf({ term: 3 })).toBe('2018..2020');
  expect(daysOf({ term: 1 })).toBe('2020');
});

test('rolling months end today', () => {
  expect(daysOf({ months: 12, before: 0 })).toBe('2019-08-16..2020-08-15');
});

test('rolling months from the last of February begin in March', () => {
  expect(daysOf({ months: 12, before: 0 }, '2020-02-29')).toBe('2019-03-01..2020-02-29');
});

test('months that end before the assessment are whole ones', () => {
  expect(daysOf({ months: 12, before: 1 }, '2017-08-20')).toBe('2016-08-01..2017-07-31');
  expect(daysOf({ months: 3, before: 2 }, '2020-01-31')).toBe('2019-09-01..2019-11-30');
});

test('a named window is what the name stands for', () => {
  const windows = { recent: { name: 'three' }, three: { years: 3, current: true } };
  expect(daysOf({ name: 'recent' }, '2020-08-15', windows)).toBe('2018..2020');
});

test('names that stand for each other, or for nothing, are no window', () => {
  const windows = { a: { name: 'b' }, b: { name: 'a' }, c: { name: 'nothing' } };
  expect(['a', 'c', 'toString'].map((name) => daysOf({ name }, '2020-08-15', windows))).toEqual([
    undefined,
    undefined,
    undefined,
  ]);
});

test('a slip in the number of years begins with the calendar', () => {
  expect(resolveWindow({ term: 5000 }, { windows: {} }, '2020-08-15')?.from).toBe('0001-01-01');
});

test.each([
  ['2020', '2020-01-01', '2020-12-31'],
  ['2020-H2', '2020-07-01', '2020-12-31'],
  ['2020-Q1', '2020-01-01', '2020-03-31'],
  ['2020-02', '2020-02-01', '2020-02-29'],
])('the period %s begins on %s and ends on %s', (period, from, to) => {
  expect(windowOfPeriod(period)).toEqual({ from, to });
});
