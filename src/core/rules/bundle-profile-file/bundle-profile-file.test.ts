import { expect, test } from 'vitest';
import { profileWith } from '../../../../test/helpers/bag-profiles.js';
import {
  bagOf,
  folderWith,
  sealed,
  toldBy,
  type BagContents,
} from '../../../../test/helpers/bags.js';

const told = (bag: BagContents, clauses: object) =>
  toldBy('bundle-profile-file', folderWith(bag), { profile: profileWith(clauses) });

test('data that is to be empty may hold one file without a byte, which keeps the folder', async () => {
  expect(await told(bagOf({ 'data/.keep': '' }), { 'Data-Empty': true })).toEqual([]);
});

test('data that is to be empty and holds something', async () => {
  expect(await told(bagOf({ 'data/甲.txt': '甲' }), { 'Data-Empty': true })).toEqual([
    'error data: The profile wants data empty; there is a file in it',
  ]);
});

test('fetch.txt that is not allowed, whatever the tag files may be', async () => {
  const bag = sealed({ ...bagOf({ 'data/甲.txt': '甲' }), 'fetch.txt': '' });
  const clauses = { 'Allow-Fetch.txt': false, 'Tag-Files-Allowed': ['*'] };
  expect(await told(bag, clauses)).toEqual([
    'error fetch.txt: The profile does not allow fetch.txt',
  ]);
});
