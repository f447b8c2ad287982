import { expect, test } from 'vitest';
import { bagOf, folderWith, lacking, sealed, toldBy } from '../../../../test/helpers/bags.js';

const bag = { ...bagOf({ 'data/甲.txt': '甲' }), 'data/副本.txt': '甲' };

test('a copy of a listed file is one file too many: nothing has moved', async () => {
  expect(await toldBy('bundle-file-unexpected', folderWith(bag))).toEqual([
    'error data/副本.txt: In the bundle, not listed in any manifest',
  ]);
});

test('without any manifest no file is less expected than another', async () => {
  const path = folderWith(sealed(lacking(bag, 'manifest-sha256.txt')));
  expect(await toldBy('bundle-file-unexpected', path)).toEqual([]);
});
