import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Names, shareNames } from './shared-names.js';

const name = fc.string({ minLength: 1, unit: 'binary' });

test('names come out as they went in', () => {
  fc.assert(
    fc.property(fc.array(fc.option(name, { nil: undefined })), (list) => {
      const names = new Names(shareNames(list));
      expect(list.map((_, row) => names.at(row))).toEqual(list);
    }),
  );
});

test('half a surrogate pair, which a disk may hold, stays what it is', () => {
  expect(new Names(shareNames(['a', '\ud83d.txt'])).at(1)).toBe('\ud83d.txt');
});
