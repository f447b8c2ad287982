import { posix, win32 } from 'node:path';
import { expect, test } from 'vitest';
import { folderAround, isSamePlace, isWithin } from './within.js';

test.each([
  ['D:\\水利局\\档案', 'D:\\水利局', true],
  ['D:\\水利局', 'D:\\水利局', true],
  ['d:\\水利局\\DANGAN.yaml', 'D:\\水利局', true],
  ['D:\\水利局2', 'D:\\水利局', false],
  ['D:\\..水利局', 'D:\\', true],
  ['C:\\水利局\\档案', 'D:\\水利局', false],
  ['\\\\server\\share\\档案', 'D:\\', false],
])('on Windows, is %s within %s? %s', (path, above, within) => {
  expect(isWithin(path, above, win32)).toBe(within);
});

test('elsewhere names differ by case', () => {
  expect(isWithin('/a/B/c', '/a/b', posix)).toBe(false);
  expect(isSamePlace('/a/b/', '/a/b', posix)).toBe(true);
});

test('a drive has one letter, large or small', () => {
  expect(isSamePlace('d:\\水利局', 'D:\\水利局', win32)).toBe(true);
});

test('no folder is around files of two drives', () => {
  expect(folderAround(['C:\\局\\标准.yaml', 'Z:\\市\\标准.yaml'], win32)).toBeUndefined();
  expect(folderAround(['C:\\局\\标准.yaml', 'c:\\市\\标准.yaml'], win32)).toBe('C:\\');
});
