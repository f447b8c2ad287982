import { existsSync, mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../../../test/helpers/archive-on-disk.js';
import { realDisk, type Disk } from '../disk.js';
import { workplaceFor } from './workplace.js';

/** A disk on which nothing may be made in an archive. */
const readOnly = (root: string): Disk => ({
  ...realDisk,
  makeFolder(path) {
    if (path.startsWith(root)) throw Object.assign(new Error('EROFS'), { code: 'EROFS' });
    realDisk.makeFolder(path);
  },
});

test.each<[string, (root: string) => Disk, string]>([
  ['in the archive', () => realDisk, 'archive/.dangan'],
  ['beside the file, where the archive may only be read', readOnly, 'out'],
])('what is made on the way is %s, and gone afterwards', (_, diskOf, place) => {
  const base = temporaryFolder();
  const [root, target] = [join(base, 'archive'), join(base, 'out/1.pdf')];
  for (const folder of [root, dirname(target)]) mkdirSync(folder);
  const { folder, remove } = workplaceFor(root, target, diskOf(root));
  expect([dirname(folder), existsSync(folder)]).toEqual([join(base, place), true]);
  remove();
  expect(existsSync(folder)).toBe(false);
});
