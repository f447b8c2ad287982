import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../../test/helpers/archive-on-disk.js';
import { makeFolders } from './make-folders.js';

test('all that are missing are made, and the topmost is told', () => {
  const root = temporaryFolder();
  const place = join(root, '甲/乙/丙');
  expect([makeFolders(place), makeFolders(place)]).toEqual([join(root, '甲'), undefined]);
  expect(existsSync(place)).toBe(true);
});

test('a file in the way is told', () => {
  const root = temporaryFolder();
  writeFileSync(join(root, '甲'), '');
  expect(() => makeFolders(join(root, '甲/乙'))).toThrow(/ENOTDIR|EEXIST|ENOENT/);
});

test.runIf(process.platform === 'linux')('where no folder can be made it ends', () => {
  expect(() => makeFolders('/proc/dangan/甲')).toThrow('ENOENT');
});
