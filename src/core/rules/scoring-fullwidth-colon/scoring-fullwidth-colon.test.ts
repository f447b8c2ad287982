import { expect, test } from 'vitest';
import { systemOf, systemWith } from '../../../../test/helpers/system-of.js';
import { scoringFullwidthColon } from './index.js';

const found = (source: ReturnType<typeof systemOf>) =>
  [...scoringFullwidthColon.check(source)].map(({ at, data }) => [
    'key' in data && data.key,
    at?.line,
    at?.column,
  ]);

test('each is told at its own place', () => {
  expect(found(systemOf('title：甲\nindicators：\n  - code： "1"\n    name：乙：丙\n'))).toEqual([
    ['title', 1, 6],
    ['indicators', 2, 11],
    ['code', 3, 9],
    ['name', 4, 9],
  ]);
});

test('the rest of the file is read as it was meant', () => {
  const { system } = systemOf('title：甲\nindicators：\n  - code： "1"\n    name：乙：丙\n');
  expect(system.indicators.map(({ code, name }) => [code, name])).toEqual([['1', '乙：丙']]);
});

test('keys of the writer’s own are told too', () => {
  expect(found(systemWith('owners:\n  甲科：甲\n  乙科：乙\n'))).toEqual([
    ['甲科', 4, 5],
    ['乙科', 5, 5],
  ]);
});

test('a colon inside text is none of its business', () => {
  const text = 'note: >-\n  name：甲\nlevels: [测评：项目, "name：乙"]\nsource: 见\n  附件：一\n';
  expect(found(systemWith(text))).toEqual([]);
});
