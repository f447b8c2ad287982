import { expect, test } from 'vitest';
import { withoutStrayQuote } from './words.js';

test.each([
  ['C:\\我的 档案"', 'C:\\我的 档案'],
  ['.\\我的 档案"', '.\\我的 档案'],
  ['--to=C:\\解 开"', '--to=C:\\解 开'],
])('the quote at the end of %s is none of its name', (word, meant) => {
  expect(withoutStrayQuote(word)).toBe(meant);
});

test.each(['C:\\档案\\', '24"', '“/”', '他说"好/不好"', 'a\\" --to "b"', ''])(
  '%s is left as it is',
  (word) => {
    expect(withoutStrayQuote(word)).toBe(word);
  },
);
