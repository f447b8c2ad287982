import { expect, test } from 'vitest';
import { declaring, profileWith } from '../../../../test/helpers/bag-profiles.js';
import { bagOf, folderWith, toldBy } from '../../../../test/helpers/bags.js';

const bag = bagOf({ 'data/甲.txt': '甲' });
/** What is told of a bag with these lines in bag-info.txt, where the profile asks this of Contact-Name. */
const told = (asked: object, ...lines: string[]) =>
  toldBy('bundle-profile-info', folderWith(declaring(bag, ...lines)), {
    profile: profileWith({ 'Bag-Info': { 'Contact-Name': asked } }),
  });

test('what is required and has no value is a warning, not missing', async () => {
  expect(await told({ required: true }, 'Contact-Name: \n')).toEqual([
    'warning bag-info.txt: Contact-Name has no value',
  ]);
});

test('what may be there once, in whichever case it is written', async () => {
  const lines = ['Contact-Name: 张三\n', 'contact-name: 李四\n'];
  expect(await told({ repeatable: false }, ...lines)).toEqual([
    'error bag-info.txt: Contact-Name is given 2 times; once is allowed',
  ]);
});

test('a bag that names no profile was not made for this one', async () => {
  const path = folderWith(bag);
  expect(await toldBy('bundle-profile-info', path, { profile: profileWith({}) })).toEqual([
    'error bag-info.txt: BagIt-Profile-Identifier is missing; it should be https://example.org/bagit-profile.json',
  ]);
});
