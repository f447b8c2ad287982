import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseByteSize, roundByteSizeUp } from './byte-size.js';

test.each([
  ['4G', 4_000_000_000],
  ['4GB', 4_000_000_000],
  ['4GiB', 4_294_967_296],
  ['4294967295', 4_294_967_295],
  ['700 MB', 700_000_000],
  ['1.5k', 1500],
  ['1.13M', 1_130_000],
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

test.each([
  [1, '1'],
  [999, '999'],
  [1001, '1.01K'],
  [516_493, '517K'],
  [999_001, '1M'],
  [1_234_567, '1.24M'],
  [4_294_967_296, '4.3G'],
])('%i bytes round up to %s', (bytes, text) => {
  expect(roundByteSizeUp(bytes)).toBe(text);
});

test('what is rounded up is no smaller, and larger by one in a hundred at most', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 10 ** 14 }), (bytes) => {
      const rounded = parseByteSize(roundByteSizeUp(bytes)) ?? 0;
      return rounded >= bytes && rounded <= bytes * 1.01;
    }),
  );
});
