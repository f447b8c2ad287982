import { expect, test } from 'vitest';
import { notFound } from './errors.js';

test.each([
  ['C:\\档案\\无此文件.docx', 'FILE_NOT_FOUND'],
  [`C:\\档案\\${'长'.repeat(255)}`, 'FILE_NOT_FOUND'],
  [`C:\\档案\\${'长'.repeat(256)}\\甲.docx`, 'NAME_TOO_LONG'],
  [`档案/${'长'.repeat(256)}`, 'NAME_TOO_LONG'],
  [Array.from({ length: 90 }, () => '子文件夹').join('/'), 'FILE_NOT_FOUND'],
])('a name that no disk can hold is not just missing: %s', (path, code) => {
  expect(notFound(path).code).toBe(code);
});
