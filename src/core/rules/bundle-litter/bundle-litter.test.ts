import { expect, test } from 'vitest';
import {
  bagOf,
  entriesOf,
  folderWith,
  lacking,
  toldBy,
  zipWith,
} from '../../../../test/helpers/bags.js';
import { zipBytes } from '../../../../test/helpers/zip-bytes.js';

const evidence = { 'data/甲.txt': '甲' };
const listing = bagOf({ ...evidence, 'data/Thumbs.db': 'x' });

test('what a Mac puts beside the bundle into its zip is set aside', async () => {
  const zip = [...entriesOf(bagOf(evidence)), { name: '__MACOSX/bag/._bagit.txt', data: 'x' }];
  expect(await toldBy('bundle-litter', zipWith(zipBytes(zip)))).toEqual([
    'warning: 1 file that a system makes in folders it looks at (such as __MACOSX/bag/._bagit.txt), in no manifest, set aside; the listed files are not touched',
  ]);
});

test('one that a manifest lists is worth a warning', async () => {
  expect(await toldBy('bundle-litter', folderWith(listing))).toEqual([
    'warning: 1 file that a system makes for itself (such as data/Thumbs.db) is in a manifest and may change or go unseen',
  ]);
});

test('a listed one that is gone is no lost evidence', async () => {
  expect(await toldBy('bundle-litter', folderWith(lacking(listing, 'data/Thumbs.db')))).toEqual([
    'warning data/Thumbs.db: Listed, but made by a system for itself, and gone; no evidence is lost',
  ]);
});
