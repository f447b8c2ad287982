import { expect, test } from 'vitest';
import { BLANKS, isBlank, isSpace, SPACES } from './characters.js';

const UNITS = Array.from({ length: 0x10000 }, (_, code) => code);

test.each([
  ['spaces', SPACES, isSpace],
  ['blanks', BLANKS, isBlank],
] as const)('%s are the same one by one and in a class', (_, characters, is) => {
  const others = new RegExp(`^[${characters}]$`);
  const differ = (code: number) => others.test(String.fromCharCode(code)) !== is(code);
  expect(UNITS.filter(differ)).toEqual([]);
});
