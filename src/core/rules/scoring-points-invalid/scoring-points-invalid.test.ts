import { expect, test } from 'vitest';
import { systemWith } from '../../../../test/helpers/system-of.js';
import { scoringPointsInvalid } from './index.js';

const found = (lines: string) =>
  [...scoringPointsInvalid.check(systemWith(lines))].map(({ data }) => data);
const worth = (points: string) =>
  found(`indicators:\n  - code: "1"\n    name: 甲\n    points: ${points}\n`);

test.each([
  ['L5分', 'not-a-number'],
  ['（分）', 'not-a-number'],
  ['"5"', 'quoted'],
  ['[5]', 'not-a-number'],
  ['１０', 'full-width'],
  ['0．5', 'full-width'],
  ['-5', 'negative'],
  ['', 'missing'],
  ['~', 'missing'],
])('points of %s are told', (points, wrong) => {
  expect(worth(points)).toMatchObject([{ wrong }]);
});

test.each([
  ['8分', '8'],
  ['１０', '10'],
  ['8。5', '8.5'],
  ['八', '8'],
  ['"5"', undefined],
  ['8,5', undefined],
  ['L5分', undefined],
])('points of %s are told with the number that is meant: %s', (points, meant) => {
  expect(worth(points).map((each) => (each as { meant?: string }).meant)).toEqual([meant]);
});

test.each(['0', '0.05', '2.50', '100'])('%s is a number', (points) => {
  expect(worth(points)).toEqual([]);
});

test('points missing beside others are told', () => {
  const all =
    '[{ code: a, name: 甲, points: 1 }, { code: b, name: 乙 }, { code: c, name: 丙, points: 2 }]';
  expect(found(`indicators: ${all}\n`)).toEqual([{ name: '乙', siblings: 2 }]);
});

test.each([
  'weight: 30%',
  'scoring: { rule: external }',
  'children: [{ code: d, name: 丁, points: 1 }]',
])('with %s an indicator needs no points', (more) => {
  expect(
    found(`indicators: [{ code: a, name: 甲, points: 1 }, { code: b, name: 乙, ${more} }]\n`),
  ).toEqual([]);
});

test.each([
  '{ rule: all }',
  '{ rule: external, from: 第三方 }',
  '{ rule: proportional, full: 90% }',
])('%s beside it is no value: a system may have it without any points', (rule) => {
  expect(
    found(`indicators: [{ code: a, name: 甲, scoring: ${rule} }, { code: b, name: 乙 }]\n`),
  ).toEqual([]);
});

test('a system without points needs none', () => {
  expect(found('indicators: [{ code: a, name: 甲 }, { code: b, name: 乙 }]\n')).toEqual([]);
});
