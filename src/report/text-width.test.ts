import fc from 'fast-check';
import stringWidth from 'string-width';
import { expect, test } from 'vitest';
import { textWidth } from './text-width.js';

const units = Array.from({ length: 0x10000 }, (_, unit) => String.fromCharCode(unit));

test('every character is as wide as string-width says', () => {
  expect(units.filter((text) => textWidth(text) !== stringWidth(text))).toEqual([]);
});

test('so is every text', () => {
  const word = fc
    .array(
      fc.constantFrom(
        ...Array.from('a1#*~ 档案：（）、。“…·✓—→–│　é🀄\u0301\u20e3\ufe0f\u001b[1m'),
      ),
    )
    .map((all) => all.join(''));
  fc.assert(
    fc.property(word, (text) => {
      expect(textWidth(text)).toBe(stringWidth(text));
    }),
  );
});
