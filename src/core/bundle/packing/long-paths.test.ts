import { expect, test } from 'vitest';
import { longPaths } from './long-paths.js';

const found = (...lengths: readonly number[]) =>
  longPaths('县水利局-2020-1a2b', {
    files: lengths.map((length) => {
      const path = `data/${'长'.repeat(length - 5)}`;
      const origin = `档案/${'长'.repeat(length - 5)}`;
      return { path, origin, indicator: undefined, parts: undefined, nth: 0, renamed: false };
    }),
  });

// `E:\县水利局-2020-1a2b\` are 18.
test('the longest path that Windows opens from a drive is 259 characters', () => {
  expect(found(241)).toBeUndefined();
  expect(found(242)).toMatchObject({ count: 1, length: 260 });
});

test('all are counted, and the longest is named', () => {
  expect(found(250, 10, 260, 251)).toEqual({
    count: 3,
    length: 278,
    longest: `档案/${'长'.repeat(255)}`,
  });
});
