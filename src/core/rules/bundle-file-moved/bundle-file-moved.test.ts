import { expect, test } from 'vitest';
import { bagOf, folderWith, toldBy, type BagContents } from '../../../../test/helpers/bags.js';

/** What is told of a bag whose payload is now another. */
function told(packed: BagContents, found: BagContents): Promise<string[]> {
  const tags = Object.entries(bagOf(packed)).filter(([path]) => !path.startsWith('data/'));
  return toldBy('bundle-file-moved', folderWith({ ...Object.fromEntries(tags), ...found }));
}

test('of files with the same contents the first that is gone is the first that came', async () => {
  const packed = { 'data/1/01：空白.txt': '', 'data/1/02：空白.txt': '' };
  const found = { 'data/2/01：空白.txt': '', 'data/2/02：空白.txt': '' };
  expect(await told(packed, found)).toEqual([
    'error data/2/01：空白.txt: Same contents, other place: listed as data/1/01：空白.txt',
    'error data/2/02：空白.txt: Same contents, other place: listed as data/1/02：空白.txt',
  ]);
});

test('two that exchanged their names have changed, not moved: neither name is new', async () => {
  const packed = { 'data/甲.txt': '甲', 'data/乙.txt': '乙' };
  expect(await told(packed, { 'data/甲.txt': '乙', 'data/乙.txt': '甲' })).toEqual([]);
});
