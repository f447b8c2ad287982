import { expect, test } from 'vitest';
import { bagInfoOf, formatBagInfo, type BagFacts } from './bag-info.js';

const facts: BagFacts = {
  name: '县水利局-2020-1a2b3c4d',
  unit: '县水利局',
  system: { title: '文明单位测评标准', edition: '2020年版', issuer: undefined, digest: 'ab' },
  period: { from: '2018-01-01', to: '2020-12-31' },
  today: '2020-12-01',
  software: 'dangan 0.1.0',
  profile: 'urn:uuid:x',
  payload: { files: 3, ledgers: 0, bytes: 4567 },
  part: undefined,
};
const part = { group: '县水利局-2020-1a2b3c4d', number: 1, count: 3, holds: [], others: [] };
const lines = (value: string) => formatBagInfo([['Label', value]]).split('\n');

test('bag-info tells whose bag it is, when it was packed and how much is in it', () => {
  expect(formatBagInfo(bagInfoOf(facts))).toBe(
    [
      'Source-Organization: 县水利局',
      'External-Identifier: 县水利局-2020-1a2b3c4d',
      'External-Description: 文明单位测评标准 迎检包',
      'Bagging-Date: 2020-12-01',
      'Bag-Software-Agent: dangan 0.1.0',
      'BagIt-Profile-Identifier: urn:uuid:x',
      'Payload-Oxum: 4567.3',
      'Criteria-Name: 文明单位测评标准',
      'Criteria-Version: 2020年版',
      'Criteria-Digest: sha256:ab',
      'Evidence-Period: 2018-01-01/2020-12-31',
      '',
    ].join('\n'),
  );
});

test('a long Chinese value is continued on indented lines of at most 79 characters', () => {
  expect(lines('测'.repeat(160)).map((line) => line.length)).toEqual([79, 79, 13, 0]);
});

test('a continued line never starts with a space of the value', () => {
  const value = `${'a'.repeat(71)} ${'b'.repeat(70)} c`;
  const text = formatBagInfo([['Label', value]]);
  expect(
    text
      .trimEnd()
      .slice('Label: '.length)
      .replace(/\n {2}/g, ''),
  ).toBe(value);
});

test('line breaks and control characters of a value become a space', () => {
  expect(lines('a\r\nPayload-Oxum: 0.0\0')).toEqual(['Label: a Payload-Oxum: 0.0', '']);
});

test('a digest is not broken, however long the line', () => {
  expect(lines(`sha256:${'0'.repeat(64)}`)).toHaveLength(2);
});

test('a part tells its group, and which of how many it is', () => {
  expect(bagInfoOf({ ...facts, part })).toEqual(
    expect.arrayContaining([
      ['Bag-Group-Identifier', '县水利局-2020-1a2b3c4d'],
      ['Bag-Count', '1 of 3'],
    ]),
  );
});
