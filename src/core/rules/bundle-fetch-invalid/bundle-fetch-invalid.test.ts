import { expect, test } from 'vitest';
import { bagOf, folderWith, toldBy } from '../../../../test/helpers/bags.js';

const fetching = (line: string, version = '1.0') =>
  toldBy(
    'bundle-fetch-invalid',
    folderWith({ ...bagOf({ 'data/甲.txt': '甲' }, version), 'fetch.txt': `${line}\n` }),
  );

test('a length that the file does not have is a warning: its digest tells whether it is the right one', async () => {
  expect(await fetching('http://example.org/1 5 data/甲.txt')).toEqual([
    'warning fetch.txt: Line 1 tells 5 bytes for data/甲.txt, which has 3 bytes',
  ]);
});

test('a length that is not known is written as a hyphen', async () => {
  expect(await fetching('http://example.org/1 - data/甲.txt')).toEqual([]);
});

test.each([
  ['1.0', 'error'],
  ['0.97', 'warning'],
])('in version %s a path that no manifest lists: %s', async (version, severity) => {
  expect(await fetching('http://example.org/2 3 data/乙.txt', version)).toEqual([
    `${severity} fetch.txt: Line 1: data/乙.txt is in no manifest`,
  ]);
});
