import { expect, test } from 'vitest';
import { systemWith } from '../../../../test/helpers/system-of.js';
import { parseDecimal } from '../../system/decimal.js';
import { scoringRequirementConflict } from './index.js';

const told = (system: string) =>
  [...scoringRequirementConflict.check(systemWith(system))].map(({ data, severity }) => [
    'is' in data ? data.is : '',
    severity ?? 'error',
  ]);
const conflicts = (evidence: string, more = '', head = 'window: 2018..2020\n') =>
  told(`${head}indicators: [{ code: "1", name: 甲${more}, evidence: [${evidence}] }]\n`);

test.each([
  ['{ title: 甲, count: 3..2 }', 'order'],
  ['{ title: 甲, window: 2020..2018 }', 'order'],
  ['{ title: 甲, every: quarter, count: 3, total: ..30 }', 'total-most'],
  ['{ title: 甲, occasions: [春节, 清明], count: 2, total: ..3 }', 'total-most'],
  [
    '{ title: 甲, activity: true, count: 4, of: [{ kind: photo, count: 3.., total: ..9 }] }',
    'total-most',
  ],
  ['{ title: 甲, every: year, count: 1, total: 4.. }', 'total-least'],
  ['{ title: 甲, count: 2, sample: { take: 3, of: 点位 } }', 'sample'],
  ['{ title: 甲, window: 2019..2019, of: [{ title: 乙, window: 2020..2020 }] }', 'window'],
  [
    '{ title: 甲, applies: { unit: { 人数: [">=50"] } }, of: [{ title: 乙, applies: { unit: { 人数: ["<50"] } } }] }',
    'applies',
  ],
  [
    '{ title: 甲, applies: { all: [{ unit: { 类型: 机关 } }, { unit: { 类型: 学校 } }] } }',
    'applies',
  ],
  ['{ title: 甲, shows: [单位名称], of: [{ title: 乙, avoids: [单位名称] }] }', 'seen'],
  ['{ id: a, title: 甲, see: "1#a" }', 'see'],
])('%s contradicts itself: %s', (evidence, is) => {
  expect(conflicts(evidence)).toEqual([[is, 'error']]);
});

test('a range for judgement is told the wrong way round, and read as it is meant', () => {
  const line =
    'indicators: [{ code: "1", name: 甲, scoring: { rule: judgement, range: 2..0.5 } }]\n';
  expect(told(line)).toEqual([['order', 'error']]);
  const [rule] = systemWith(line).system.indicators[0]?.scoring ?? [];
  expect(rule?.range).toEqual({ min: parseDecimal('0.5'), max: parseDecimal('2') });
});

test.each([
  '{ title: 甲, every: quarter, count: 3, total: ..36 }',
  '{ title: 甲, every: quarter, count: 3, total: ..30, optional: true }',
  '{ title: 甲, activity: true, count: 4.., of: [{ kind: photo, count: 3.., total: 12..21 }] }',
  '{ title: 甲, either: [{ title: 乙, count: 5 }, { title: 丙 }], total: ..3 }',
  '{ title: 甲, count: 3.., sample: { take: 5, of: 点位 } }',
  '{ title: 甲, window: 2020..2020, of: [{ title: 乙, window: 2020-03..2020-05 }] }',
  '{ title: 甲, window: { years: 3 }, every: year, total: ..2 }',
  '{ title: 甲, applies: { unit: { 人数: [">=50"] } }, of: [{ title: 乙, applies: { unit: { 人数: ["<80"] } } }] }',
  '{ title: 甲, applies: { any: [{ unit: { 类型: 机关 } }, { unit: { 类型: 学校 } }] } }',
  '{ title: 甲, shows: [单位名称], avoids: [水印] }',
  '{ id: a, title: 甲 }, { title: 乙, see: "1#a" }',
])('%s does not', (evidence) => {
  expect(conflicts(evidence)).toEqual([]);
});

test('with a relative window nobody knows how many periods there will be', () => {
  const often = '{ title: 甲, every: quarter, count: 3, total: ..10 }';
  expect(conflicts(often, '', 'window: { years: 3 }\n')).toEqual([]);
  expect(conflicts(often, '', '')).toEqual([]);
});

test('days outside those of the whole system may be meant, those outside a period of its own not', () => {
  expect(conflicts('{ title: 甲, window: 2015..2017 }')).toEqual([['window', 'warning']]);
  expect(conflicts('{ title: 甲, window: 2019..2019 }', ', period: 2020-Q1')).toEqual([
    ['window', 'error'],
  ]);
  expect(conflicts('{ title: 甲 }', ', period: 2020-Q1, window: 2019..2019')).toEqual([
    ['window', 'warning'],
  ]);
});

test('a window that is wider than the period of its indicator is cut by it', () => {
  const evidence = '{ title: 甲, window: 2018..2020, every: month, count: 3, total: ..9 }';
  expect(conflicts(evidence, ', period: 2020-Q1')).toEqual([]);
});

test('a named window is the days that it stands for', () => {
  const head = 'window: 2018..2020\nwindows: { 上届: 2015..2017 }\n';
  expect(conflicts('{ title: 甲, window: 上届 }', '', head)).toEqual([['window', 'warning']]);
});

test('a month holds no quarter; a year cut to seven months is a year', () => {
  const every = (often: string, window: string) =>
    conflicts(`{ title: 甲, every: ${often} }`, '', `window: ${window}\n`);
  expect(every('quarter', '2020-03..2020-03')).toEqual([['period', 'warning']]);
  expect(every('year', '2012-01..2012-07')).toEqual([]);
  expect(every('month', '2012-01..')).toEqual([]);
});

test('an indicator for nobody, and one without files that asks for some', () => {
  const below = '{ code: "1.1", name: 乙, applies: { unit: { 类型: 学校 } } }';
  const above = `{ code: "1", name: 甲, applies: { unit: { 类型: 机关 } }, children: [${below}] }`;
  expect(told(`indicators: [${above}]\n`)).toEqual([['applies', 'error']]);
  expect(conflicts('{ title: 甲 }', ', files: false')).toEqual([['files', 'error']]);
});

test('vetoes and what proves an exemption are looked at, too', () => {
  const veto = '{ code: "1", text: 事故, evidence: [{ title: 证明, count: 2..1 }] }';
  expect(told(`vetoes: [${veto}]\n`)).toEqual([['order', 'error']]);
  const sample = '{ title: 证明, count: 1, sample: { take: 2, of: 点位 } }';
  expect(conflicts('{ title: 甲 }', `, exempt: { proof: [${sample}] }`)).toEqual([
    ['sample', 'error'],
  ]);
});
