import { expect, test } from 'vitest';
import { visible } from './paths.js';

test('control and direction characters are shown, and no others', () => {
  const hidden = /[\p{Cc}\p{Zl}\p{Zp}\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]/u;
  const units = Array.from({ length: 0x10000 }, (_, unit) => String.fromCharCode(unit));
  expect(units.filter((text) => (visible(text) !== text) !== hidden.test(text))).toEqual([]);
});

test('so they are in the midst of other text, and at its end', () => {
  expect(visible('一\u202ea\n')).toBe('一\\u202ea\\u000a');
});
