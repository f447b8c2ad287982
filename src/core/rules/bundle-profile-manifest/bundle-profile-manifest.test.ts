import { expect, test } from 'vitest';
import { profileWith } from '../../../../test/helpers/bag-profiles.js';
import {
  bagOf,
  folderWith,
  lacking,
  toldBy,
  type BagContents,
} from '../../../../test/helpers/bags.js';

const bag = bagOf({ 'data/甲.txt': '甲' });
const told = (clauses: object, files: BagContents = bag) =>
  toldBy('bundle-profile-manifest', folderWith(files), { profile: profileWith(clauses) });

test('sha-256 and SHA256 are one algorithm', async () => {
  expect(
    await told({ 'Manifests-Required': ['sha-256'], 'Manifests-Allowed': ['SHA256', 'sha-256'] }),
  ).toEqual([]);
});

test('a manifest that is not allowed, where none of the allowed ones must be there', async () => {
  expect(await told({ 'Manifests-Allowed': ['sha512', 'md5'] })).toEqual([
    'error manifest-sha256.txt: The profile does not allow this manifest; allowed: sha512, md5',
  ]);
});

test('the manifest of the evidence does not stand for the tag manifest', async () => {
  const untagged = lacking(bag, 'tagmanifest-sha256.txt');
  expect(await told({ 'Tag-Manifests-Required': ['sha256'] }, untagged)).toEqual([
    'error tagmanifest-sha256.txt: The profile asks for this manifest; it is not there',
  ]);
});
