/** `rounding`: “得分四舍五入，保留一位小数”, of each indicator or of the total alone. */
import { describe, expect, test } from 'vitest';
import { formatDecimal } from '../../src/core/system/decimal.js';
import { at, decimal, scoreOf, shown, type Given } from '../helpers/score-of.js';
import { systemWith } from '../helpers/system-of.js';

const three = (rounding: string) =>
  systemWith(`total: 30
${rounding}
indicators:
  - { code: "1", name: 甲, points: 10, files: false, scoring: { rule: proportional, of: 甲率 } }
  - { code: "2", name: 乙, points: 10, files: false, scoring: { rule: proportional, of: 乙率, full: 90% } }
  - { code: "3", name: 丙, points: 10, files: false, scoring: { rule: deduct, when: 丙事, each: 0.15, per: 每次 } }
`).system;

// 6.66 of 10; 60/90 of 10 = 6.666…; 10 − 3 × 0.15 = 9.55. In all 22.8766….
const given: Given = {
  said: [
    { indicator: '1', share: '66.6%' },
    { indicator: '2', share: '60%' },
    { indicator: '3', times: 3 },
  ],
};
const rows = (rounding: string, of: Given = given) => {
  const score = scoreOf(three(rounding), of);
  return [...['1', '2', '3'].map((id) => shown(at(score, id))), shown(score.total)];
};

describe('points', () => {
  test('are cut where the system does not say', () => {
    expect(rows('')).toEqual(['6.66/10', '6.66/10', '9.55/10', '22.87/30']);
  });

  test.each([
    [2, ['6.66/10', '6.67/10', '9.55/10', '22.88/30']],
    // 6.66 → 6.7, 6.666… → 6.7, 9.55 → 9.6.
    [1, ['6.7/10', '6.7/10', '9.6/10', '23/30']],
    [0, ['7/10', '7/10', '10/10', '24/30']],
  ])('of each indicator to %i places', (places, expected) => {
    expect(rows(`rounding: { places: ${places}, of: each }`)).toEqual(expected);
  });

  test.each([
    [2, '22.88/30'],
    [1, '22.9/30'],
    [0, '23/30'],
  ])('of the total alone to %i places', (places, expected) => {
    const [, , third, total] = rows(`rounding: { places: ${places} }`);
    expect([third, total]).toEqual(['9.55/10', expected]);
  });

  test('that are rounded one by one are not rounded again together', () => {
    // 3.45 and 3.45 make 6.9; rounded one by one they make 3.5 + 3.5 = 7.
    const said = [
      { indicator: '1', share: '34.5%' },
      { indicator: '2', points: decimal('3.45') },
      { indicator: '3', times: 0 },
    ];
    expect(rows('rounding: { places: 1 }', { said }).at(-1)).toBe('16.9/30');
    expect(rows('rounding: { places: 1, of: each }', { said }).at(-1)).toBe('17/30');
  });

  test('are never more than there are', () => {
    const quarter = systemWith(`total: 0.25
rounding: { places: 1, of: each }
indicators: [{ code: "1", name: 甲, points: 0.25, files: false }]
`).system;
    const said = [{ indicator: '1', points: decimal('0.25') }];
    expect(shown(scoreOf(quarter, { said }).total)).toBe('0.25/0.25');
  });

  test('undecided are rounded at both ends', () => {
    const said = [
      { indicator: '1', share: '66.6%' },
      { indicator: '2', share: '60%' },
    ];
    // 13.3266… and 10 more; 13.3 + 10 = 23.3.
    expect(rows('rounding: { places: 1 }', { said }).at(-1)).toBe('13.3/30 (10)');
  });
});

test('the reasons of an indicator add up to what it loses', () => {
  const score = scoreOf(three('rounding: { places: 1, of: each }'), given);
  const lost = ['1', '2', '3'].map((id) =>
    at(score, id).losses.map(({ points, why }) => `${formatDecimal(points)} ${why.is}`),
  );
  expect(lost).toEqual([['3.3 given'], ['3.3 given'], ['0.4 occurred']]);
});

test('points brought to the total are rounded once', () => {
  const safety = (rounding: string) =>
    systemWith(`total: 100
${rounding}
profile: { 锅炉: [有, 无] }
bands: [{ name: 二级, from: 75 }]
indicators:
  - { code: "1", name: 制度, points: 70, files: false }
  - { code: "2", name: 锅炉, points: 30, files: false, applies: { unit: { 锅炉: 有 } } }
`).system;
  const score = (rounding: string, points: string) =>
    scoreOf(safety(rounding), {
      profile: { 锅炉: '无' },
      said: [{ indicator: '1', points: decimal(points) }],
    });
  const brought = (rounding: string, points: string) => {
    const { converted, bands } = score(rounding, points);
    return [converted && formatDecimal(converted), bands[0]?.reached];
  };
  // 52.47 / 70 = 74.957…; 52.45 / 70 = 74.928….
  expect([brought('', '52.47'), brought('rounding: { places: 1 }', '52.47')]).toEqual([
    ['74.95', false],
    ['75', true],
  ]);
  expect(brought('rounding: { places: 1 }', '52.45')).toEqual(['74.9', false]);
});

test('a grade is reached at what it comes to', () => {
  const graded = systemWith(`rounding: { places: 1, of: each }
grades: { A: 100%, B: 66%, C: 33% }
bands: [{ name: 甲, grades: { B: 100% } }]
indicators: [{ code: "1", name: 甲, points: 1, files: false, scoring: { rule: grade, by: judgement } }]
`).system;
  const score = scoreOf(graded, { said: [{ indicator: '1', grade: 'B' }] });
  expect([shown(score.total), score.bands[0]?.reached]).toEqual(['0.7/1', true]);
});
