import { expect, test } from 'vitest';
import { systemWith } from '../../../../test/helpers/system-of.js';
import { mendSystem } from '../../system/mend.js';
import { scoringCodeUnquoted } from './index.js';

const found = (code: string) =>
  [...scoringCodeUnquoted.check(systemWith(`indicators:\n  - { code: ${code}, name: 甲 }\n`))].map(
    ({ data }) => data,
  );

test.each([
  ['1.10', '1.1'],
  ['010', '10'],
  ['0o17', '15'],
  ['1e3', '1000'],
  ['1', '1'],
])('%s is told with the number it would become', (code, number) => {
  expect(found(code)).toEqual([{ code, number }]);
});

test.each(['"1.10"', "'010'", '1.1.1', '一', 'Ⅲ-59', '1)', '2-1'])('%s is text', (code) => {
  expect(found(code)).toEqual([]);
});

test('the text is kept', () => {
  const { system } = systemWith('indicators:\n  - { code: 1.10, name: 甲 }\n');
  expect(system.indicators[0]?.code).toBe('1.10');
});

test('full-width quotes are none to YAML: told, and taken off', () => {
  const source = systemWith('indicators:\n  - { code: “1.10”, name: “甲” }\n');
  expect([...scoringCodeUnquoted.check(source)]).toMatchObject([
    { data: { code: '1.10', written: '“1.10”' } },
  ]);
  expect(source.system.indicators[0]).toMatchObject({ code: '1.10', name: '“甲”' });
  expect(mendSystem(source).text).toContain('{ code: "1.10", name: “甲” }');
});
