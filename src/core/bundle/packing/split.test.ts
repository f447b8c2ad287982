import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Payload, PayloadFile } from './payload.js';
import {
  bundlePart,
  leastRoom,
  partName,
  splitPayload,
  TooLargeToSplit,
  type SplitIndicator,
} from './split.js';

/** Sizes of the files of each indicator, by path of codes; `-` for a folder under none. */
type Sizes = Readonly<Record<string, readonly number[]>>;

function payloadWith(sizes: Sizes, emptyFolders: readonly string[] = []) {
  const files: (PayloadFile & { size: number })[] = [];
  for (const [id, own] of Object.entries(sizes)) {
    const indicator = id.startsWith('-') ? undefined : id;
    for (const [nth, size] of own.entries()) {
      const path = `data/${id}/${nth}`;
      const none = { parts: undefined, nth: undefined, renamed: false };
      files.push({ path, origin: path, indicator, size, ...none });
    }
  }
  const folders = new Map(Object.keys(sizes).map((id) => [id, [`data/${id}`]]));
  const payload: Payload = { files, emptyFolders, folders, leftOut: [], ignored: [] };
  return { payload, costOf: (number: number) => files[number]?.size ?? 0 };
}

/** A tree of two levels from ids such as `1` and `1/1.1`. */
function treeOf(...ids: readonly string[]): SplitIndicator[] {
  const tops = ids.filter((id) => !id.includes('/'));
  return tops.map((id) => {
    const below = ids.filter((each) => each.startsWith(`${id}/`));
    return { id, children: below.map((each) => ({ id: each, children: [] })) };
  });
}

const IDS = ['1', '1/1.1', '1/1.2', '2', '2/2.1', '10', '10/10.1'];
const split = (sizes: Sizes, room: number, emptyFolders: readonly string[] = []) =>
  splitPayload({ ...payloadWith(sizes, emptyFolders), indicators: treeOf(...IDS), room });
const held = (sizes: Sizes, room: number) => split(sizes, room).map(({ holds }) => holds);

test('what fits is one part', () => {
  expect(held({ '1/1.1': [1, 2], '2/2.1': [3] }, 6)).toEqual([['1', '2', '10']]);
});

test('a border goes between top indicators where it can, in the order of the scoring system', () => {
  expect(held({ '1/1.1': [2], '1/1.2': [2], '2/2.1': [3], '10/10.1': [3] }, 6)).toEqual([
    ['1'],
    ['2', '10'],
  ]);
});

test('an indicator that is too large for a part of its own is divided among its children', () => {
  expect(held({ '1/1.1': [4], '1/1.2': [4], '2/2.1': [2] }, 6)).toEqual([
    ['1/1.1'],
    ['1/1.2', '2', '10'],
  ]);
});

test('what is under no indicator comes last, folder by folder', () => {
  const parts = split({ '-b': [4], '-a': [4], '1/1.1': [2] }, 6);
  expect(parts.map(({ payload }) => payload.files.map(({ path }) => path))).toEqual([
    ['data/-a/0', 'data/1/1.1/0'],
    ['data/-b/0'],
  ]);
  expect(parts.map(({ unplaced }) => unplaced)).toEqual([true, true]);
});

test('an empty folder is in the part of its indicator', () => {
  const parts = split({ '1/1.1': [6], '2/2.1': [6] }, 6, ['data/2/2.1/空']);
  expect(parts.map(({ payload }) => payload.emptyFolders)).toEqual([[], ['data/2/2.1/空']]);
});

test('a leaf that does not fit is refused, with its size', () => {
  expect(() => split({ '1/1.1': [4, 4] }, 6)).toThrow(
    expect.objectContaining({ indicator: '1/1.1', bytes: 8, file: undefined }),
  );
});

test('a file that does not fit is named', () => {
  expect(() => split({ '1/1.1': [1, 7] }, 6)).toThrow(
    expect.objectContaining({ file: expect.objectContaining({ path: 'data/1/1.1/1' }) as object }),
  );
});

test('the least room is that of the largest leaf, and it is enough', () => {
  const sizes = { '1/1.1': [4, 4], '2': [1], '2/2.1': [7], '-x': [2, 3] };
  const room = leastRoom({ ...payloadWith(sizes), indicators: treeOf(...IDS) });
  expect(room).toBe(8);
  expect(() => split(sizes, room)).not.toThrow();
  expect(() => split(sizes, room - 1)).toThrow();
});

test('parts are named in the writing of their group, and sort by their numbers', () => {
  expect([partName('县水利局', 3, 12), partName('Office', 1, 3)]).toEqual([
    '县水利局-第03包共12包',
    'Office-1of3',
  ]);
});

test('a part tells what the others hold', () => {
  const parts = split({ '1/1.1': [4], '2/2.1': [4], '-x': [5] }, 6);
  expect(bundlePart('县', parts, 1)).toEqual({
    group: '县',
    number: 2,
    count: 3,
    holds: ['2', '10'],
    others: [
      { number: 1, name: '县-第1包共3包', holds: ['1'], unplaced: undefined },
      { number: 3, name: '县-第3包共3包', holds: [], unplaced: true },
    ],
  });
});

test('whatever the sizes are, every file is in one part, and no part is larger than it may be', () => {
  const sizes = fc.dictionary(
    fc.constantFrom(...IDS, '-x', '-y'),
    fc.array(fc.integer({ min: 0, max: 9 }), { maxLength: 4 }),
  );
  fc.assert(
    fc.property(sizes, fc.integer({ min: 1, max: 60 }), (each, room) => {
      const { payload, costOf } = payloadWith(each);
      let parts;
      try {
        parts = split(each, room);
      } catch (error) {
        expect(error).toBeInstanceOf(TooLargeToSplit);
        expect((error as TooLargeToSplit).bytes).toBeGreaterThan(room);
        return;
      }
      const numbers = new Map(payload.files.map((file, number) => [file.path, number]));
      const bytes = parts.map((part) =>
        part.payload.files.reduce((sum, { path }) => sum + costOf(numbers.get(path) ?? -1), 0),
      );
      expect(bytes).toEqual(parts.map((part) => part.bytes));
      expect(Math.max(...bytes)).toBeLessThanOrEqual(room);
      const paths = parts.flatMap((part) => part.payload.files.map(({ path }) => path));
      expect(paths.sort()).toEqual([...numbers.keys()].sort());
      const holds = parts.flatMap((part) => part.holds);
      expect(new Set(holds).size).toBe(holds.length);
    }),
  );
});
