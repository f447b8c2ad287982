import { expect, test } from 'vitest';
import { bagOf, folderWith, manifestOf, toldBy } from '../../../../test/helpers/bags.js';

const payload = { 'data/甲.txt': '甲' };

test.each([
  ['1.0', 'error'],
  ['0.97', 'warning'],
])(
  'in version %s a manifest that the tag manifest does not list: %s',
  async (version, severity) => {
    const bag = { ...bagOf(payload, version), 'manifest-md5.txt': manifestOf(payload, 'md5') };
    expect(await toldBy('bundle-manifest-mismatch', folderWith(bag))).toEqual([
      `${severity} manifest-md5.txt: tagmanifest-sha256.txt does not list manifest-md5.txt, so nobody can tell whether that was changed`,
    ]);
  },
);

test('tag manifests may list different files: BagIt only recommends that they do not', async () => {
  const bag = bagOf(payload);
  const tags = { 'manifest-sha256.txt': bag['manifest-sha256.txt'] ?? '' };
  const path = folderWith({ ...bag, 'tagmanifest-md5.txt': manifestOf(tags, 'md5', 'tags') });
  expect(await toldBy('bundle-manifest-mismatch', path)).toEqual([
    'warning bag-info.txt: bag-info.txt is in another manifest, but not in tagmanifest-md5.txt',
    'warning bagit.txt: bagit.txt is in another manifest, but not in tagmanifest-md5.txt',
  ]);
});
