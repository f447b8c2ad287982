import { expect, test } from 'vitest';
import { systemOf } from '../../../../test/helpers/system-of.js';
import { scoringYamlInvalid } from './index.js';

const faults = (text: string) =>
  [...scoringYamlInvalid.check(systemOf(text))].map(({ data, at }) => [
    'fault' in data && data.fault,
    at?.line,
    at?.column,
  ]);

test('a fault is told with line and column', () => {
  expect(faults('title: 甲\nnote: "乙\n')).toEqual([['quote', 2, 7]]);
});

test('a missing space after a colon is told for what it is, and can be mended', () => {
  const [seen] = scoringYamlInvalid.check(systemOf('title:甲\nindicators: []\n'));
  expect(seen).toMatchObject({ data: { fault: 'colon-space', key: 'title' }, fix: 'safe' });
});

test('faults of a file that is extended are told in that file', () => {
  const source = systemOf('extends: base.yaml', 'title: 甲\ntitle: 乙\n');
  expect([...scoringYamlInvalid.check(source)].map(({ at }) => at)).toEqual([
    { line: 2, column: 1, file: 'base-1.yaml' },
  ]);
});
