import { expect, test } from 'vitest';
import { bagOf, folderWith, lacking, sealed, toldBy } from '../../../../test/helpers/bags.js';

const bag = bagOf({ 'data/甲.txt': '甲' });

test('where it is the only manifest, nothing was checked: an error', async () => {
  const { 'manifest-sha256.txt': list = '', ...rest } = bag;
  const path = folderWith(sealed({ ...rest, 'manifest-whirlpool.txt': list }));
  expect(await toldBy('bundle-algorithm-unknown', path)).toEqual([
    'error manifest-whirlpool.txt: manifest-whirlpool.txt uses an algorithm that is not known here and was not checked',
  ]);
});

test('of a tag manifest it is a warning, even without another', async () => {
  const rest = lacking(bag, 'tagmanifest-sha256.txt');
  const path = folderWith({ ...rest, 'tagmanifest-crc32.txt': '' });
  expect(await toldBy('bundle-algorithm-unknown', path)).toEqual([
    'warning tagmanifest-crc32.txt: tagmanifest-crc32.txt uses an algorithm that is not known here and was not checked',
  ]);
});

test('SHA-256 is known however the name is spelled', async () => {
  const { 'manifest-sha256.txt': list = '', ...rest } = bag;
  const path = folderWith(sealed({ ...rest, 'manifest-SHA-256.txt': list }));
  expect(await toldBy('bundle-algorithm-unknown', path)).toEqual([]);
});
