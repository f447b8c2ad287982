import { expect, test } from 'vitest';
import { bagOf, folderWith, lacking, toldBy } from '../../../../test/helpers/bags.js';

/** What is told of a bag with two names of which a disk has kept the first. */
const kept = (first: string, second: string) =>
  toldBy(
    'bundle-name-collision',
    folderWith(lacking(bagOf({ 'data/A.txt': first, 'data/a.txt': second }), 'data/a.txt')),
  );

test('of two names with the same contents a disk has kept one: nothing is lost', async () => {
  expect(await kept('甲', '甲')).toEqual([
    'warning data/a.txt: Listed beside data/A.txt, with the same contents; a disk that does not tell their names apart has kept one of them',
  ]);
});

test('with other contents the second is lost, which another rule tells', async () => {
  expect(await kept('甲', '乙')).toEqual([]);
});
