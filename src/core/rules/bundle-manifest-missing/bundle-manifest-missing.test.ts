import { expect, test } from 'vitest';
import { bagOf, folderWith, lacking, notices, toldBy } from '../../../../test/helpers/bags.js';
import { ourBundle } from '../../../../test/helpers/our-bundle.js';

test.each([
  [
    'a bundle of ours',
    ourBundle(notices),
    ['error: There is no tagmanifest-sha256.txt, so the tag files may have been changed unseen'],
  ],
  ['a bag of others, which may do without', bagOf(notices), []],
])('a tag manifest that is missing in %s', async (_what, bag, expected) => {
  const path = folderWith(lacking(bag, 'tagmanifest-sha256.txt'));
  expect(await toldBy('bundle-manifest-missing', path)).toEqual(expected);
});

test('a manifest in an algorithm that is not known is not missing', async () => {
  const { 'manifest-sha256.txt': list = '', ...bag } = bagOf(notices);
  const path = folderWith({ ...bag, 'manifest-whirlpool.txt': list });
  expect(await toldBy('bundle-manifest-missing', path)).toEqual([]);
});
