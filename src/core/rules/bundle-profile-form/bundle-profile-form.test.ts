import { expect, test } from 'vitest';
import { profileWith } from '../../../../test/helpers/bag-profiles.js';
import { bagOf, folderWith, toldBy, zipOf } from '../../../../test/helpers/bags.js';

const bag = bagOf({ 'data/甲.txt': '甲' });
const told = (path: string, clauses: object) =>
  toldBy('bundle-profile-form', path, { profile: profileWith(clauses) });

test('a zip where a folder is wanted', async () => {
  expect(await told(zipOf(bag), { Serialization: 'forbidden' })).toEqual([
    'error: One file (zip); the profile wants a folder',
  ]);
});

test('a zip is a zip by whichever of the names that are in use', async () => {
  const clauses = {
    Serialization: 'required',
    'Accept-Serialization': ['application/x-zip-compressed'],
  };
  expect(await told(zipOf(bag), clauses)).toEqual([]);
});

test('a key that is mistyped is not judged, and the one that may be meant is named', async () => {
  expect(await told(folderWith(bag), { Serialisation: 'required' })).toEqual([
    'warning: The profile has “Serialisation”, which BagIt profiles do not have (Serialization may be meant); not judged',
  ]);
});
