import { expect, test } from 'vitest';
import { systemWith } from '../../../../test/helpers/system-of.js';
import { scoringOwnerMissing } from './index.js';

const found = (...indicators: readonly string[]) =>
  [...scoringOwnerMissing.check(systemWith(`indicators: [${indicators.join()}]\n`))].map(
    ({ messageId, indicator }) => [messageId.split('/')[1], indicator?.id],
  );
const OWNED = '{ code: 甲, name: 甲, owner: 办公室 }';

test('an indicator that nobody answers for is told', () => {
  expect(found(OWNED, '{ code: 乙, name: 乙 }')).toEqual([['indicator', '乙']]);
});

test('a group that nobody answers for is told once', () => {
  const group =
    '{ code: 乙, name: 乙, children: [{ code: "1", name: 丙 }, { code: "2", name: 丁 }] }';
  expect(found(OWNED, group)).toEqual([['below', '乙']]);
});

test('a system without owners is told once', () => {
  expect(found('{ code: 乙, name: 乙 }', '{ code: 丙, name: 丙 }')).toEqual([['all', undefined]]);
});

test.each([
  '{ code: 乙, name: 乙, owner: 团委, children: [{ code: "1", name: 丙 }] }',
  '{ code: 乙, name: 乙, evidence: [{ title: 甲, owner: 团委 }, { title: 乙, owner: 工会 }] }',
  '{ code: 乙, name: 乙, files: false }',
])('somebody answers for %s, or nobody needs to', (indicator) => {
  expect(found(OWNED, indicator)).toEqual([]);
});

test('evidence of which only a part has an owner does not make one', () => {
  const evidence = '[{ title: 甲, owner: 团委 }, { title: 乙 }]';
  expect(found(OWNED, `{ code: 乙, name: 乙, evidence: ${evidence} }`)).toEqual([
    ['indicator', '乙'],
  ]);
});
