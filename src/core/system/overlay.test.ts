import { expect, test } from 'vitest';
import { systemOf } from '../../../test/helpers/system-of.js';
import { eachIndicator } from './walk.js';

const BASE = `format: dangan/scoring-system@1
title: 上级
total: 10
owners: { office: 办公室 }
indicators:
  - code: "1"
    name: 甲
    points: 10
    children:
      - { code: "1.1", name: 乙, points: 4, evidence: [{ id: plan, kind: plan }, { id: photo, kind: photo }] }
      - { code: "1.2", name: 丙, points: 6, evidence: [{ title: 制度汇编 }] }
`;
const own = (lines: string) =>
  systemOf(`format: dangan/scoring-system@1\nextends: base.yaml\n${lines}`, BASE).system;

test('what the overlay does not say stays as in the base', () => {
  expect(own('title: 下级\n')).toMatchObject({ title: '下级', owners: { office: '办公室' } });
  expect(own('').title).toBe('上级');
});

test('an adjustment sets fields, adds evidence and takes evidence out', () => {
  const { indicators } = own(
    'adjust: [{ at: 1/1.1, owner: office, remove: photo, evidence: [{ id: list, kind: list }] }]\n',
  );
  const child = indicators[0]?.children[0];
  expect(child).toMatchObject({
    name: '乙',
    owner: ['office'],
    evidence: [{ id: 'plan' }, { id: 'list' }],
  });
});

test('evidence without an id is taken out by its title', () => {
  const { indicators } = own('adjust: [{ at: "1.2", remove: 制度汇编 }]\n');
  expect(indicators[0]?.children[1]?.evidence).toEqual([]);
});

test('an indicator is taken out with all below it', () => {
  const ids = (remove: string) =>
    eachIndicator(own(`remove: ${remove}\n`)).map(({ indicator }) => indicator.id);
  expect([ids('"1.1"'), ids('[1/1.1, "1.2"]'), ids('"1"')]).toEqual([['1', '1/1.2'], ['1'], []]);
});

test('a veto is taken out by its code or its text, and put in anew', () => {
  const vetoes = (lines: string) =>
    systemOf(
      `format: dangan/scoring-system@1\nextends: base.yaml\n${lines}`,
      `${BASE}vetoes: [{ code: 否1, text: 事故 }, { text: 失信 }, { code: "1.1", text: 舆情 }]\n`,
    ).system.vetoes.map(({ text }) => text);
  expect([
    vetoes('remove: 否1'),
    vetoes('remove: [失信, "1.2"]'),
    vetoes('remove: 否1\nvetoes: [{ code: 否1, text: 重大事故 }]'),
    // An indicator has the code too, and goes.
    vetoes('remove: "1.1"'),
  ]).toEqual([
    ['失信', '舆情'],
    ['事故', '舆情'],
    ['失信', '舆情', '重大事故'],
    ['事故', '失信', '舆情'],
  ]);
});

test('own indicators come after those of the base', () => {
  const { indicators } = own('indicators: [{ code: "1", name: 丁 }]\n');
  expect(indicators.map(({ id, name }) => [id, name])).toEqual([
    ['1', '甲'],
    ['1~2', '丁'],
  ]);
});

test('children that are added get ids below their parent', () => {
  const { indicators } = own('adjust: [{ at: "1", children: [{ code: "1.3", name: 丁 }] }]\n');
  expect(indicators[0]?.children.map(({ id }) => id)).toEqual(['1/1.1', '1/1.2', '1/1.3']);
});

test('places in the base carry its path', () => {
  const { indicators } = own('indicators: [{ code: "2", name: 丁 }]\n');
  expect(indicators.map(({ at }) => at.file)).toEqual(['base-1.yaml', undefined]);
});
