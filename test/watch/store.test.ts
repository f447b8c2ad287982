/** How much of an archive is read again after a change: counted, not timed. */
import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { eachFolder, type Folder } from '../../src/core/archive/types.js';
import { DEFAULT_SETTINGS } from '../../src/core/archive/settings.js';
import { watchedStore } from '../../src/io/watch/watched-store.js';
import { temporaryFolder, writeTree } from '../helpers/archive-on-disk.js';

/** A tree of 40 folders that is watched; `after` gives what it is after a change, and which folders were listed for it. */
async function watched() {
  const root = temporaryFolder();
  const files: Record<string, string> = {};
  for (let at = 0; at < 40; at += 1) files[`档案/${Math.floor(at / 10)}/${at}/01：通知.docx`] = '';
  writeTree(root, files);
  const listed: string[] = [];
  const onList = (path: string) => listed.push(path);
  const store = watchedStore(root, { cwd: root, onList });
  onTestFinished(() => {
    store.close();
  });
  const tree = await store.readTree(DEFAULT_SETTINGS);
  const first = listed.splice(0);
  /** Until it is as it should be: events may come in several rounds. */
  const after = async (change: () => void, isDone: (tree: Folder) => boolean) => {
    change();
    for (;;) {
      await store.changed(new AbortController().signal);
      store.takeUp();
      const now = await store.readTree(DEFAULT_SETTINGS);
      if (isDone(now)) return { now, listed: [...new Set(listed.splice(0))] };
    }
  };
  return { root, tree, first, after };
}

const pathsIn = (tree: Folder) =>
  [...eachFolder(tree)].flatMap(({ path, files }) => files.map(({ name }) => `${path}/${name}`));

test('each folder is listed once, and after a change only the one that changed', async () => {
  const { root, tree, first, after } = await watched();
  expect(first).toHaveLength(1 + 4 + 40);
  const path = '档案/0/3/02：计划.docx';
  const change = () => {
    writeFileSync(join(root, path), '');
  };
  const { now, listed } = await after(change, (each) => pathsIn(each).includes(path));
  expect(listed).toEqual(['档案/0/3']);
  // What did not change is the very same value.
  expect(now.folders[1]).toBe(tree.folders[1]);
  expect(now.folders[0]?.folders[0]).toBe(tree.folders[0]?.folders[0]);
});

test('of a new folder all that is in it is listed, and watched from then on', async () => {
  const { root, after } = await watched();
  const fresh = '档案/1/新/内';
  const made = await after(
    () => {
      mkdirSync(join(root, fresh), { recursive: true });
      writeFileSync(join(root, fresh, '01：一.docx'), '');
    },
    (each) => pathsIn(each).includes(`${fresh}/01：一.docx`),
  );
  expect(made.listed.every((path) => path === '档案/1' || path.startsWith('档案/1/新'))).toBe(true);
  const { listed } = await after(
    () => {
      writeFileSync(join(root, fresh, '02：二.docx'), '');
    },
    (each) => pathsIn(each).includes(`${fresh}/02：二.docx`),
  );
  expect(listed).toEqual([fresh]);
});

test('a folder that is renamed, and one that is gone, are as they are on the disk', async () => {
  const { root, after } = await watched();
  const { now } = await after(
    () => {
      renameSync(join(root, '档案/2/20'), join(root, '档案/3/二十'));
      rmSync(join(root, '档案/2/21'), { recursive: true });
    },
    (each) =>
      pathsIn(each).includes('档案/3/二十/01：通知.docx') &&
      !pathsIn(each).some((path) => /^档案\/2\/2[01]\//.test(path)),
  );
  expect(pathsIn(now)).toHaveLength(39);
  const path = '档案/3/二十/02：计划.docx';
  const change = () => {
    writeFileSync(join(root, path), '');
  };
  expect((await after(change, (each) => pathsIn(each).includes(path))).listed).toEqual([
    '档案/3/二十',
  ]);
});
