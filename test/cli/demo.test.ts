import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import stringWidth from 'string-width';
import { expect, test } from 'vitest';
import { temporaryFolder, treeOf } from '../helpers/archive-on-disk.js';
import { dangan } from '../helpers/cli.js';

test.each([
  ['zh-CN', '核验过的迎检包'],
  ['en', 'The verified bundle'],
])('in %s the demo ends with a bundle that holds', (language, words) => {
  const keep = join(temporaryFolder(), 'demo');
  const { code, out, note } = dangan(['demo', '--keep', keep, '--lang', language]);
  expect([code, note]).toEqual([0, '']);
  expect(out).toContain(words);
  expect(dangan(['verify', join(keep, 'bundle.zip')]).code).toBe(0);
});

test('what the demo says fits into 80 columns, but for paths and file names', () => {
  const { out } = dangan(['demo', '--keep', join(temporaryFolder(), 'demo'), '--lang', 'en']);
  const own = out.split('\n').filter((line) => !/^ {2}[│$]|\//.test(line));
  expect(own.filter((line) => stringWidth(line) > 80)).toEqual([]);
});

test('a folder with something in it is left alone', () => {
  const keep = temporaryFolder();
  writeFileSync(join(keep, '通知.docx'), 'x');
  const { code, note } = dangan(['demo', '--keep', keep]);
  expect([code, note]).toEqual([2, expect.stringContaining('--keep 后面换一个文件夹')]);
  expect([treeOf(keep), readFileSync(join(keep, '通知.docx'), 'utf8')]).toEqual([
    ['通知.docx'],
    'x',
  ]);
});
