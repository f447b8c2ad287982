import { expect, test } from 'vitest';
import { bagOf, toldBy, zipWritten } from '../../../../test/helpers/bags.js';
import { inGbk, type ZipFile } from '../../../../test/helpers/zip-bytes.js';

/** What is told of a bag in a zip that an old program wrote. */
const told = (path: string, written: (name: string) => Partial<ZipFile>) =>
  toldBy('bundle-name-guessed', zipWritten(bagOf({ [path]: '甲' }), written));

test('names that are not marked as UTF-8 are told with the encoding they were read in', async () => {
  expect(await told('data/档案.txt', (name) => ({ name: inGbk(name), flags: 0 }))).toEqual([
    'info: One name in the package without an encoding, read as GB18030',
  ]);
});

test('names in ASCII mean the same in all of them', async () => {
  expect(await told('data/a.txt', () => ({ flags: 0 }))).toEqual([]);
});

test('backslashes between folders are read as slashes', async () => {
  const written = (name: string) => ({ name: name.replaceAll('/', '\\'), host: 0 });
  expect(await told('data/档案.txt', written)).toEqual([
    'info: 5 names have \\ between folders, as old programs on Windows write it; read as /',
  ]);
});
