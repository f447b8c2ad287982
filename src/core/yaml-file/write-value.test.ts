import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { writeValue } from './write-value.js';

test.each([
  ['a control character of eight bits', '01：\x85.pdf', '"01：\\u0085.pdf"'],
  ['the end of a line of another kind', '01：a\u2028b.pdf', '"01：a\\u2028b.pdf"'],
  ['what is no character', '01：\uffff.txt', '"01：\\uffff.txt"'],
])('%s is written so that every reader of YAML takes it', (_, text, written) => {
  expect(writeValue(text, 'block')).toBe(written);
  expect(parse(written)).toBe(text);
});
