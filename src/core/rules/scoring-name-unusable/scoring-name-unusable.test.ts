import { expect, test } from 'vitest';
import { systemWith } from '../../../../test/helpers/system-of.js';
import { scoringNameUnusable } from './index.js';

const found = (indicator: string) =>
  [...scoringNameUnusable.check(systemWith(`indicators: [${indicator}]\n`))].map(
    ({ messageId, fix }) => [messageId.split('/')[1], fix],
  );

test.each(['甲/乙', '甲:乙', '甲\\n乙', '甲?'])('%s cannot be a folder’s name', (name) => {
  expect(found(`{ code: "1", name: "${name}" }`)).toEqual([['unsafe', 'safe']]);
});

test('a sentence is too long', () => {
  expect(found(`{ code: "1", name: ${'甲'.repeat(126)} }`)).toEqual([['long', 'safe']]);
});

test('an alias is enough', () => {
  expect(found('{ code: "1", name: "甲/乙", folder: 甲乙 }')).toEqual([]);
});

test('an alias that will not do is left to whoever chose it', () => {
  expect(found('{ code: "1", name: 甲, folder: "甲/乙" }')).toEqual([['unsafe', 'none']]);
});

test.each(['“我们的节日”', '《制度》：一', '≥90%'])('%s will do', (name) => {
  expect(found(`{ code: "1", name: ${name} }`)).toEqual([]);
});
