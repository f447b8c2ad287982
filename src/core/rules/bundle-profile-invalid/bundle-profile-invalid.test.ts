import { expect, test } from 'vitest';
import { profileJson } from '../../../../test/helpers/bag-profiles.js';
import {
  bagOf,
  folderWith,
  notices,
  sealed,
  toldBy,
  type BagContents,
} from '../../../../test/helpers/bags.js';
import { ourBundle } from '../../../../test/helpers/our-bundle.js';

/** What is told of a bag that carries this profile. */
const carrying = (bag: BagContents, profile: object) =>
  toldBy(
    'bundle-profile-invalid',
    folderWith(sealed({ ...bag, 'bagit-profile.json': JSON.stringify(profile, undefined, 2) })),
  );
const broken = profileJson({ Serialization: 'sometimes' });

test('the first thing that is wrong with it is told with its place', async () => {
  expect(await carrying(ourBundle(notices), broken)).toEqual([
    'error bagit-profile.json: Not a BagIt profile: line 12, column 3: Serialization: “sometimes” is none of forbidden, required, optional',
  ]);
});

test('in a bag of others it is a file like any other', async () => {
  expect(await carrying(bagOf(notices), broken)).toEqual([]);
});
