import fc from 'fast-check';
import { expect, test } from 'vitest';
import { foldName } from '../text.js';
import { sheetNames } from './sheet-name.js';

const named = (...titles: string[]) => sheetNames(titles, '目录');

test('marks that no sheet may have are made blank', () => {
  expect(named("'1.1 领导机构：[甲/乙]?'", 'a\\b*c')).toEqual(['1.1 领导机构： 甲 乙', 'a b c']);
});

test('a long title is cut', () => {
  expect(named('甲'.repeat(40))).toEqual([`${'甲'.repeat(30)}…`]);
});

test('titles that would be one are told apart, letters big or small', () => {
  expect(named('A', 'a', 'History', '??')).toEqual(['A', 'a (2)', 'History (2)', '目录']);
});

test('every name is legal, and no two are one', () => {
  const title = fc.string({
    unit: fc.constantFrom("'", '[', ']', '/', 'a', 'A', ' ', '甲', '𠮷', '(', '2', ')'),
    maxLength: 45,
  });
  fc.assert(
    fc.property(fc.array(title, { maxLength: 40 }), (titles) => {
      const names = sheetNames(titles, '目录');
      const legal = /^(?!')[^[\]:*?/\\]{1,31}(?<!')$/;
      expect(names.filter((name) => !legal.test(name) || /\p{Cs}/u.test(name))).toEqual([]);
      expect(new Set(names.map(foldName)).size).toBe(titles.length);
    }),
  );
});
