import { expect, test } from 'vitest';
import { compareManifest } from './compare-manifest.js';

const rows = (text: string) =>
  new Map(text.split(' ').map((row) => row.split('=') as [string, string]));

test('a file is missing, changed, unexpected or moved, and in one list only', () => {
  expect(compareManifest(rows('a=1 b=2 c=3 d=4'), rows('a=1 b=9 e=4 f=5'))).toEqual({
    missing: ['c'],
    changed: ['b'],
    unexpected: ['f'],
    moved: [{ from: 'd', to: 'e' }],
  });
});

test('copies of one file are paired in the order of their paths', () => {
  expect(compareManifest(rows('a=1 b=1'), rows('z=1 y=1')).moved).toEqual([
    { from: 'a', to: 'y' },
    { from: 'b', to: 'z' },
  ]);
});

test('paths are sorted by code unit', () => {
  expect(compareManifest(rows('x=0'), rows('x=0 ｂ=1 B=2 a=3')).unexpected).toEqual([
    'B',
    'a',
    'ｂ',
  ]);
});
