import { expect, test } from 'vitest';
import { bagOf, folderWith, manifestOf, toldBy } from '../../../../test/helpers/bags.js';

const bag = bagOf({ 'data/甲.txt': '甲' });

test('a file that was changed together with its manifest shows in the manifest', async () => {
  const changed = { 'data/甲.txt': '乙' };
  const path = folderWith({ ...bag, ...changed, 'manifest-sha256.txt': manifestOf(changed) });
  expect(await toldBy('bundle-tag-changed', path)).toEqual([
    'error manifest-sha256.txt: Contents changed: sha256 should be 7575ee741dad…, is fa069e64a205…',
  ]);
});

test('line ends of Windows are a change too', async () => {
  const text = String(bag['bag-info.txt']).replaceAll('\n', '\r\n');
  expect(await toldBy('bundle-tag-changed', folderWith({ ...bag, 'bag-info.txt': text }))).toEqual([
    'error bag-info.txt: Contents changed: sha256 should be 3fbf2aa540bc…, is 018d90cfced3…',
  ]);
});
