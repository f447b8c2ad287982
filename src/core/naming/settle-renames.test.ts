import fc from 'fast-check';
import { expect, test } from 'vitest';
import { archiveOf } from '../../../test/helpers/archive-of.js';
import type { Folder } from '../archive/types.js';
import { foldName } from '../text.js';
import { settleRenames } from './settle-renames.js';

const folderOf = (...names: string[]): Folder => {
  const [folder] = archiveOf({ A1: names }).root.folders;
  if (!folder) throw new Error('no folder');
  return folder;
};
const settle = (names: string[], wanted: Record<string, string>) =>
  Object.fromEntries(settleRenames(folderOf(...names), new Map(Object.entries(wanted))));

test('a swap is settled as it is', () => {
  expect(settle(['a', 'b'], { a: 'b', b: 'a' })).toEqual({ a: 'b', b: 'a' });
});

test('of two that want one name the first has it', () => {
  expect(settle(['a', 'b'], { a: 'c', b: 'C' })).toEqual({ a: 'c' });
});

test('who cannot move stands in the way of the next', () => {
  expect(settle(['a', 'b', 'c', 'd'], { a: 'b', b: 'c', c: 'D' })).toEqual({});
});

test('a change of case is no collision with oneself', () => {
  expect(settle(['a', 'b'], { a: 'A' })).toEqual({ a: 'A' });
});

test('a name that was not read as UTF-8 does not lead to its file', () => {
  expect(settle(['\ufffd', 'b'], { '\ufffd': 'a' })).toEqual({});
});

test('no two names are alike afterwards', () => {
  const name = fc.stringMatching(/^[a-dA-D]$/);
  fc.assert(
    fc.property(
      fc.uniqueArray(name, { selector: foldName }),
      fc.dictionary(name, name),
      (names, wanted) => {
        const known = Object.entries(wanted).filter(([from]) => names.includes(from));
        const renames = settle(names, Object.fromEntries(known));
        const after = names.map((from) => foldName(renames[from] ?? from));
        expect(new Set(after).size).toBe(names.length);
      },
    ),
    { numRuns: 3000 },
  );
});

test('a chain of fifty thousand that cannot move is given up in linear time', () => {
  const names = Array.from({ length: 50_000 }, (_, at) => `n${at}`);
  const wanted = Object.fromEntries(names.slice(0, -1).map((name, at) => [name, `n${at + 1}`]));
  expect(settle(names, wanted)).toEqual({});
});
