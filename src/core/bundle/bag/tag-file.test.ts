import { expect, test } from 'vitest';
import { parseBagInfo } from './tag-file.js';

const rows = (text: string) => parseBagInfo(text).rows;

test.each([
  ['Criteria-Digest: \n  sha256:ab\n', 'sha256:ab'],
  ['Label:\n\tone\n\ttwo\n', 'one two'],
  ['Label: one \n  two\n', 'one two'],
  ['Label: 县水\n  利局\n', '县水利局'],
])('%j has no blank but those of its value', (text, value) => {
  expect(rows(text).map(([, each]) => each)).toEqual([value]);
});
