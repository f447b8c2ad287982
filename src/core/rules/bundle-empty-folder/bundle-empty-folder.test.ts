import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { folderWith, notices, toldBy, type BagContents } from '../../../../test/helpers/bags.js';
import { ourBundle, retold } from '../../../../test/helpers/our-bundle.js';

/** What is told of a bundle on a disk that has an empty folder in an empty folder more. */
function told(bundle: BagContents): Promise<string[]> {
  const path = folderWith(bundle);
  mkdirSync(join(path, 'data/3 宣传/3.1 报道'), { recursive: true });
  return toldBy('bundle-empty-folder', path);
}

test('of empty folders in each other the lowest is told', async () => {
  expect(await told(ourBundle(notices))).toEqual([
    'info data/3 宣传/3.1 报道: Nothing is in it; if it is lost on the way, no program can tell',
  ]);
});

test('one that the index tells would be missed, so nothing is said', async () => {
  const known = retold(ourBundle(notices), 'index.json', ({ emptyFolders }) => {
    emptyFolders.push('data/3 宣传/3.1 报道');
  });
  expect(await told(known)).toEqual([]);
});
