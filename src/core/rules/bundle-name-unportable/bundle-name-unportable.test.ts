import { expect, test } from 'vitest';
import { bagOf, toldBy, zipOf } from '../../../../test/helpers/bags.js';

const told = (path: string) => toldBy('bundle-name-unportable', zipOf(bagOf({ [path]: '甲' })));

test.each([
  ['a device', 'data/con.txt'],
  ['a point at its end', 'data/通知.'],
  ['a folder with a question mark', 'data/1 为什么?/通知.txt'],
])('%s', async (_what, path) => {
  expect(await told(path)).toEqual([`warning ${path}: Windows cannot hold this name`]);
});

test('full-width punctuation is for every system', async () => {
  expect(await told('data/01：为什么？.txt')).toEqual([]);
});
