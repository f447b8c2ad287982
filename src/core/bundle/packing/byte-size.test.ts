import { expect, test } from 'vitest';
import { parseByteSize } from './byte-size.js';

test.each([
  ['4G', 4_000_000_000],
  ['4GB', 4_000_000_000],
  ['4GiB', 4_294_967_296],
  ['4294967295', 4_294_967_295],
  ['700 MB', 700_000_000],
  ['1.5k', 1500],
  ['2Ti', 2 * 2 ** 40],
])('%s is %i bytes', (text, bytes) => {
  expect(parseByteSize(text)).toBe(bytes);
});

test.each(['', '0', '-1', 'G', '4X', '4,5G', '1e9', '4GG', '99999999T', '0.0001'])(
  '“%s” is no size',
  (text) => {
    expect(parseByteSize(text)).toBeUndefined();
  },
);
