import { expect, test } from 'vitest';
import { systemWith } from '../../../../test/helpers/system-of.js';
import { scoringSiblingNameClash } from './index.js';

const found = (...siblings: readonly string[]) =>
  [...scoringSiblingNameClash.check(systemWith(`indicators: [${siblings.join()}]\n`))].map(
    ({ indicator }) => indicator?.id,
  );

test.each([
  ['A类', 'a类'],
  ['Ａ类', 'A类'],
  ['caf\u00e9', 'cafe\u0301'],
  ['甲/乙', '甲／乙'],
])('%s and %s share a folder', (first, second) => {
  expect(found(`{ code: "1", name: "${first}" }`, `{ code: "1", name: "${second}" }`)).toEqual([
    '1~2',
  ]);
});

test('another code is another folder', () => {
  expect(found('{ code: "1", name: 甲 }', '{ code: "2", name: 甲 }')).toEqual([]);
});

test('an alias sets them apart', () => {
  expect(found('{ code: "1", name: 甲 }', '{ code: "1", name: 甲, folder: 乙 }')).toEqual([]);
});

test('what no unit has both of may share a folder', () => {
  const of = (unit: string) => `{ code: "1", name: 甲, applies: { unit: { 部门: [${unit}] } } }`;
  expect(found(of('水利局'), of('环保局'))).toEqual([]);
  expect(found(of('水利局'), of('环保局, 水利局'))).toEqual(['1~2']);
});
