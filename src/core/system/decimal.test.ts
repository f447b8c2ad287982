import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decimal } from '../../../test/helpers/score-of.js';
import {
  addDecimals,
  compareDecimals,
  cutDecimal,
  divideDecimals,
  formatDecimal,
  maxDecimal,
  minDecimal,
  multiplyDecimals,
  parseDecimal,
  parsePercent,
  quotientOf,
  subtractDecimals,
  type Decimal,
} from './decimal.js';

const anyDecimal = fc
  .tuple(fc.integer({ min: -1_000_000, max: 1_000_000 }), fc.integer({ min: 0, max: 4 }))
  .map(([units, places]): Decimal => cutDecimal({ units: BigInt(units), scale: places }, 4));

test.each([
  ['10', '3', 2, '3.33'],
  ['20', '3', 2, '6.66'],
  ['1', '8', 2, '0.12'],
  ['1', '8', 3, '0.125'],
  ['-10', '3', 2, '-3.34'],
  ['0.3', '0.1', 0, '3'],
])('%s / %s to %i places is %s', (a, b, places, quotient) => {
  expect(formatDecimal(divideDecimals(decimal(a), decimal(b), places))).toBe(quotient);
});

test.each([
  ['0.1', '0.2', '0.02'],
  ['15', '0.66', '9.9'],
  ['-2.5', '4', '-10'],
])('%s times %s is %s', (a, b, product) => {
  expect(formatDecimal(multiplyDecimals(decimal(a), decimal(b)))).toBe(product);
});

test.each([
  ['66%', '0.66'],
  ['100％', '1'],
  [' 33.3 % ', '0.333'],
  ['66', undefined],
  ['%', undefined],
  ['-5%', undefined],
])('%j as a share is %s', (text, share) => {
  const parsed = parsePercent(text);
  expect(parsed && formatDecimal(parsed)).toBe(share);
});

test('what is cut is never more than it was', () => {
  fc.assert(
    fc.property(anyDecimal, fc.integer({ min: 0, max: 4 }), (value, places) => {
      expect(compareDecimals(cutDecimal(value, places), value)).toBeLessThanOrEqual(0);
    }),
  );
});

test.each([
  ['1', '8', 2, '0.13'],
  ['2', '3', 2, '0.67'],
  ['1', '3', 2, '0.33'],
  ['-1', '8', 2, '-0.13'],
  ['1', '-3', 1, '-0.3'],
  ['5', '2', 0, '3'],
])('%s by %s rounded to %i places is %s', (a, b, places, expected) => {
  const [above, below] = [parseDecimal(a), parseDecimal(b)];
  expect(
    above && below && formatDecimal(quotientOf(above, below, { places, isHalfUp: true })),
  ).toBe(expected);
});

describe('of any two', () => {
  test('a difference added to what was taken away is the whole', () => {
    fc.assert(
      fc.property(anyDecimal, anyDecimal, (a, b) => {
        expect(compareDecimals(addDecimals([subtractDecimals(a, b), b]), a)).toBe(0);
      }),
    );
  });

  test('the lesser and the greater are the two', () => {
    fc.assert(
      fc.property(anyDecimal, anyDecimal, (a, b) => {
        const both = addDecimals([minDecimal(a, b), maxDecimal(a, b)]);
        expect(compareDecimals(both, addDecimals([a, b]))).toBe(0);
      }),
    );
  });
});
