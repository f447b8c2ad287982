import { expect, test } from 'vitest';
import { archiveOf } from '../../../../test/helpers/archive-of.js';
import { portNameTooLong } from './index.js';

const lengths = (...names: string[]) =>
  [...portNameTooLong.check(archiveOf({ A1: names }))].map(({ data }) =>
    'units' in data ? [data.bytes, data.units] : [],
  );

test('86 Han characters are 258 bytes', () => {
  expect(lengths('汉'.repeat(85), '汉'.repeat(86))).toEqual([[258, 86]]);
});

test('256 letters are too many on every system', () => {
  expect(lengths('a'.repeat(255), 'a'.repeat(256))).toEqual([[256, 256]]);
});
