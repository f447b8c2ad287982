import { expect, test } from 'vitest';
import { systemWith } from '../../../../test/helpers/system-of.js';
import { scoringDuplicateCode } from './index.js';

const found = (lines: string) =>
  [...scoringDuplicateCode.check(systemWith(lines))].map(({ messageId, indicator }) => [
    messageId.split('/')[1],
    indicator?.id,
  ]);

test('of three siblings with one code, the second and third are told', () => {
  const one = '  - { code: "30", name: 甲 }\n';
  expect(found(`indicators:\n${one.repeat(3)}`)).toEqual([
    ['sibling', '30~2'],
    ['sibling', '30~3'],
  ]);
});

test('parts that begin at 1 again are in order', () => {
  const part = (code: string) =>
    `  - { code: ${code}, name: 甲, children: [{ code: "1", name: 乙 }] }\n`;
  expect(found(`indicators:\n${part('一')}${part('二')}`)).toEqual([]);
});

test('a code with a path in it may not come back anywhere', () => {
  const part = (code: string) =>
    `  - { code: ${code}, name: 甲, children: [{ code: Ⅲ-59, name: 乙 }] }\n`;
  expect(found(`indicators:\n${part('一')}${part('二')}`)).toEqual([['elsewhere', '二/Ⅲ-59']]);
});

test('bonus has codes of its own', () => {
  const one = '  - { code: "1", name: 甲 }\n';
  expect(found(`indicators:\n${one}bonus:\n${one}`)).toEqual([]);
});

test('criteria of one indicator differ', () => {
  const criteria = '[{ code: ①, text: 甲 }, { code: ①, text: 乙 }]';
  expect(found(`indicators:\n  - { code: "1", name: 甲, criteria: ${criteria} }\n`)).toEqual([
    ['criterion', '1'],
  ]);
});
