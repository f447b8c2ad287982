import fc from 'fast-check';
import { expect, test } from 'vitest';
import { thousands } from './thousands.js';

test('numbers are grouped as Intl groups them', () => {
  const number = fc.oneof(fc.nat(5000), fc.maxSafeNat());
  fc.assert(
    fc.property(number, (value) => {
      expect(thousands(value)).toBe(value.toLocaleString('en'));
    }),
  );
});
