import { expect, test } from 'vitest';
import { folderWith, notices, toldBy } from '../../../../test/helpers/bags.js';
import { ourBundle, retold, type BundleJson } from '../../../../test/helpers/our-bundle.js';

const told = (change: (index: BundleJson) => void) =>
  toldBy('bundle-index-mismatch', folderWith(retold(ourBundle(notices), 'index.json', change)));

test('a file that is under another indicator than the one whose folder it is in', async () => {
  const moved = await told(({ evidence: [, , photo] }) =>
    Object.assign(photo ?? {}, { indicator: '1' }),
  );
  expect(moved).toEqual([
    'error data/2 活动/01：活动照片.jpg: index.json has it under 1; it is in a folder of 2',
  ]);
});

test('an empty folder that is gone is a warning: no evidence is lost', async () => {
  expect(await told(({ emptyFolders }) => emptyFolders.push('data/3 宣传'))).toEqual([
    'warning data/3 宣传: An empty folder that index.json tells is not there',
  ]);
});

test('a row of a file that no manifest lists either', async () => {
  const invented = { path: 'data/2 活动/02：总结.txt', indicator: '2', bytes: 1, sha256: '' };
  expect(await told(({ evidence }) => evidence.push(invented))).toEqual([
    'error data/2 活动/02：总结.txt: In index.json, but not in data',
  ]);
});
