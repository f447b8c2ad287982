import { expect, test } from 'vitest';
import { bagOf, declaration, folderWith, toldBy } from '../../../../test/helpers/bags.js';

const bag = bagOf({ 'data/甲.txt': '甲' });
const declared = (text: string) =>
  toldBy('bundle-declaration-invalid', folderWith({ ...bag, 'bagit.txt': text }));

test('a byte order mark, as Windows editors write it, is told as such', async () => {
  expect(await declared(`\uFEFF${declaration()}`)).toEqual([
    'error bagit.txt: bagit.txt begins with a byte order mark, which it must not have',
  ]);
});

test('a version to come is not read as if it were a known one', async () => {
  expect(await declared(declaration('2.0'))).toEqual([
    'error bagit.txt: bagit.txt names a version of BagIt that is not known (0.93 to 1.0 are)',
  ]);
});

test('without a folder data it is no bag, though all its lists are empty', async () => {
  expect(await toldBy('bundle-declaration-invalid', folderWith(bagOf({})))).toEqual([
    'error data: There is no folder data',
  ]);
});
