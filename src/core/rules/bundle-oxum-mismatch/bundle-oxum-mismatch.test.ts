import { expect, test } from 'vitest';
import { bagOf, folderWith, lacking, toldBy } from '../../../../test/helpers/bags.js';

const bag = bagOf({ 'data/甲.txt': '甲', 'data/Thumbs.db': 'xx' });

test('files and bytes are both told, in words that agree with the numbers', async () => {
  expect(await toldBy('bundle-oxum-mismatch', folderWith(lacking(bag, 'data/甲.txt')))).toEqual([
    'error bag-info.txt: bag-info.txt tells 2 files and 5 bytes in data; there are 1 file and 2 bytes',
  ]);
});

test('what lacks to it is no loss when it is only what a system made for itself: a warning', async () => {
  expect(await toldBy('bundle-oxum-mismatch', folderWith(lacking(bag, 'data/Thumbs.db')))).toEqual([
    'warning bag-info.txt: bag-info.txt tells 2 files and 5 bytes in data; there are 1 file and 3 bytes',
  ]);
});
