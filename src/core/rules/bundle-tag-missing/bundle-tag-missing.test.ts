import { expect, test } from 'vitest';
import { folderWith, lacking, notices, toldBy } from '../../../../test/helpers/bags.js';
import { ourBundle } from '../../../../test/helpers/our-bundle.js';

const bundle = ourBundle(notices);

test('one that was renamed is missing: nobody looks for it under another name', async () => {
  const renamed = { ...lacking(bundle, 'index.json'), '索引.json': bundle['index.json'] ?? '' };
  expect(await toldBy('bundle-tag-missing', folderWith(renamed))).toEqual([
    'error index.json: Listed in the tag manifest, not in the bundle',
  ]);
});

test('a manifest that was taken out so that nothing can be held against it is missing', async () => {
  expect(
    await toldBy('bundle-tag-missing', folderWith(lacking(bundle, 'manifest-sha256.txt'))),
  ).toEqual(['error manifest-sha256.txt: Listed in the tag manifest, not in the bundle']);
});
