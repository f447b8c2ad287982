import { expect, test } from 'vitest';
import { systemOf, systemWith } from '../../../../test/helpers/system-of.js';
import { scoringSumMismatch } from './index.js';

const found = (lines: string) =>
  [...scoringSumMismatch.check(systemWith(lines))].map(({ data }) => data);
/** An indicator of so many points with children of so many, and more of its own. */
const group = (points: string, children: readonly string[], more = '') =>
  `indicators:\n  - code: "1"\n    name: 甲\n    points: ${points}\n${more}    children:\n${children
    .map((each, at) => `      - { code: "${at + 1}", name: 乙, points: ${each} }\n`)
    .join('')}`;

test('50 is not 60', () => {
  expect(found(group('60', ['20', '10', '20']))).toEqual([{ points: '60', sum: '50', count: 3 }]);
});

test('sums are exact', () => {
  expect(found(group('0.3', ['0.1', '0.2']))).toEqual([]);
  expect(found(group('2.68', ['1.34', '1.35']))).toEqual([
    { points: '2.68', sum: '2.69', count: 2 },
  ]);
});

test.each([
  'cap: 6',
  'scoring: { rule: highest }',
  'scoring: { rule: choose, take: 2 }',
  'scoring: { rule: average }',
])('with %s they need not add up', (more) => {
  expect(found(group('6', ['5', '5'], `    ${more}\n`))).toEqual([]);
});

test('shares are no points', () => {
  expect(found(group('6', ['5, weight: 50%', '5, weight: 50%']))).toEqual([]);
});

test('shares make a whole', () => {
  expect(found(group('6', ['5, weight: 50%', '5, weight: 40%']))).toEqual([
    { sum: '90%', count: 2, unit: undefined },
  ]);
  const top = (share: string) => `{ code: ${share}, name: 甲, weight: ${share} }`;
  expect(found(`indicators: [${top('60%')}, ${top('50%')}]\n`)).toEqual([
    { sum: '110%', count: 2, unit: undefined },
  ]);
  expect(found(`indicators: [${top('60%')}, ${top('40%')}]\n`)).toEqual([]);
});

test('shares make a whole for each unit', () => {
  const of = (share: string, unit: string) =>
    `1, weight: ${share}, applies: { unit: { 性质: ${unit} } }`;
  expect(found(group('6', ['1, weight: 60%', of('40%', '学校'), of('30%', '机关')]))).toEqual([
    { sum: '90%', count: 3, unit: '机关' },
  ]);
});

test('what has no share is not missing from the whole, but it cannot be more', () => {
  expect(found(group('6', ['5, weight: 50%', '3']))).toEqual([]);
  expect(found(group('6', ['5, weight: 50%', '5, weight: 60%', '3']))).toEqual([
    { sum: '110%', count: 3, unit: undefined },
  ]);
});

test('with a cap, or where they are not summed, shares need not make a whole', () => {
  const shares = ['5, weight: 50%', '5, weight: 40%'];
  expect(found(group('6', shares, '    cap: 6\n'))).toEqual([]);
  expect(found(group('6', shares, '    scoring: { rule: average }\n'))).toEqual([]);
});

test('shares of methods make a whole', () => {
  const one = 'indicators: [{ code: "1", name: 甲, points: 5 }]\n';
  expect(found(`methods: { 材料审核: 60%, 实地考察: 35% }\n${one}`)).toEqual([
    { sum: '95%', count: 2 },
  ]);
  expect(found(`methods: { 材料审核: 60.5%, 实地考察: 39.5% }\n${one}`)).toEqual([]);
});

test('bonus has no fixed sum', () => {
  expect(found(group('6', ['5', '5']).replace('indicators', 'bonus'))).toEqual([]);
});

test('each unit’s own points are added up', () => {
  const of = (points: string, unit: string) => `${points}, applies: { unit: { 部门: ${unit} } }`;
  expect(found(group('60', [of('60', '水利局'), of('60', '环保局')]))).toEqual([]);
  expect(found(group('60', ['10', of('50', '水利局'), of('40', '环保局')]))).toEqual([
    { points: '60', sum: '50', unit: '环保局' },
  ]);
});

test('what only a person can judge is told when it cannot be right either way', () => {
  const maybe = (points: string) => `${points}, applies: { text: 有党组织的 }`;
  expect(found(group('10', ['8', maybe('4')]))).toEqual([]);
  expect(found(group('10', ['8', maybe('1')]))).toEqual([{ points: '10', sum: '9', count: 2 }]);
  expect(found(group('10', ['12', maybe('1')]))).toEqual([{ points: '10', sum: '12', count: 2 }]);
});

test('points on one level only have nothing to add up to', () => {
  expect(
    found(
      'indicators: [{ code: "1", name: 甲, points: 6, children: [{ code: "1", name: 乙 }] }]\n',
    ),
  ).toEqual([]);
});

test('an indicator without points counts what is below it', () => {
  const child = '{ code: "1", name: 甲, children: [{ code: "1", name: 乙, points: 4 }] }';
  expect(found(`total: 5\nindicators: [${child}]\n`)).toEqual([
    { points: '5', sum: '4', count: 1 },
  ]);
});

test('criteria add up to their indicator', () => {
  const criteria = '[{ code: a, text: 甲, points: 2 }, { code: b, text: 乙, points: 2.5 }]';
  expect(
    found(`indicators: [{ code: "1", name: 甲, points: 5, criteria: ${criteria} }]\n`),
  ).toEqual([{ points: '5', sum: '4.5', count: 2 }]);
});

test.each([
  ['points of a part', 'adjust: [{ at: "1.2", points: 5 }]', { line: 4, column: 31 }],
  [
    'a part that is added',
    'adjust: [{ at: "1", children: [{ code: "3", name: 丙, points: 1 }] }]',
    { line: 4, column: 62 },
  ],
  ['a part that is taken out', 'remove: "1.2"', { line: 4, column: 9 }],
])('by what an overlay says: %s', (_, lines, at) => {
  const base = `format: dangan/scoring-system@1\ntitle: 上级\nindicators:\n  - { code: "1", name: 甲, points: 6, children: [{ code: "1.1", name: 乙, points: 2 }, { code: "1.2", name: 丙, points: 4 }] }\n`;
  const own = `format: dangan/scoring-system@1\nextends: base.yaml\ntitle: 下级\n${lines}\n`;
  expect([...scoringSumMismatch.check(systemOf(own, base))].map((each) => each.at)).toEqual([at]);
});

test.each([
  [
    'an item that was not read',
    '{ code: "1", name: 甲, points: 2 }, { code: "2", name: 乙, points: 2, points: 3 }',
  ],
  ['points below 0', '{ code: "1", name: 甲, points: 2 }, { code: "2", name: 乙, points: -3 }'],
])('%s is told by another rule, and no sum is', (_, children) => {
  expect(found(`total: 5\nindicators: [${children}]\n`)).toEqual([]);
});
