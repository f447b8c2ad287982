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

test('a path that programs on Windows open nowhere, and the longest that they do', async () => {
  const path = (length: number) =>
    `data/${'长'.repeat(80)}/${'路'.repeat(80)}/`.padEnd(length, '径');
  expect(await told(path(256))).toEqual([]);
  expect(await told(path(257))).toEqual([
    `warning ${path(257)}: A path of 257 characters; with its drive it is above 259, which most programs on Windows cannot open`,
  ]);
});

test('full-width punctuation is for every system', async () => {
  expect(await told('data/01：为什么？.txt')).toEqual([]);
});
