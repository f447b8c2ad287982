/** What the disk tells of the files of a tree, asked by one thread or by two. */
import { lstatSync, rmSync, symlinkSync, truncateSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { eachFolder, type EvidenceFile, type Folder } from '../../src/core/archive/types.js';
import { readArchive } from '../../src/io/archive/read-archive.js';
import { listTree, type TreeListing } from '../../src/io/bundle/writing/list-tree.js';
import { PackThread } from '../../src/io/bundle/writing/pack-thread.js';
import { smallArchive, writeTree } from '../helpers/archive-on-disk.js';

const WORKER = new URL('../../dist/worker.js', import.meta.url);

/** An archive with as many files in each of two folders, no two of one folder as long. */
async function manyFiles(count: number): Promise<{ root: string; evidence: Folder }> {
  const root = smallArchive();
  const files = Array.from(
    { length: count },
    (_, number) => ['文'.repeat(number), number] as const,
  );
  for (const folder of ['档案/2 志愿服务', '档案/1 组织领导/1.1 领导机构']) {
    writeTree(root, Object.fromEntries(files.map(([text, n]) => [`${folder}/${n}：文.txt`, text])));
  }
  return { root, evidence: (await readArchive(root)).root };
}

const filesOf = (evidence: Folder): readonly EvidenceFile[] =>
  [...eachFolder(evidence)].flatMap(({ files }) => files);

function toldOf(tree: TreeListing, files: readonly EvidenceFile[]) {
  const told = tree.inOrder();
  return files.map(({ path }) => told(path));
}

function onDisk(root: string, files: readonly EvidenceFile[]) {
  return files.map(({ path }) => {
    const { size, mtimeMs, ino, blocks } = lstatSync(join(root, path));
    return { size, mtimeMs, ino, blocks };
  });
}

test('of each file of the tree is told what the disk says', async () => {
  const { root, evidence } = await manyFiles(5);
  const files = filesOf(evidence);
  expect(toldOf(await listTree(root, evidence, undefined), files)).toEqual(onDisk(root, files));
});

test('files that nobody asks for are passed over', async () => {
  const { root, evidence } = await manyFiles(5);
  const files = filesOf(evidence).filter((_, at) => at % 3 === 1);
  expect(toldOf(await listTree(root, evidence, undefined), files)).toEqual(onDisk(root, files));
});

test('two threads tell the same as one', async () => {
  const { root, evidence } = await manyFiles(1100);
  const thread = new PackThread(WORKER);
  const tree = await listTree(root, evidence, thread);
  await thread.close();
  const files = filesOf(evidence);
  expect(toldOf(tree, files)).toEqual(onDisk(root, files));
});

test('of what is gone or has become a link, nothing is told', async () => {
  const { root, evidence } = await manyFiles(3);
  const files = filesOf(evidence);
  const [gone, link] = files.map(({ path }) => join(root, path)) as [string, string];
  rmSync(gone);
  rmSync(link);
  symlinkSync('0：文.txt', link);
  const told = toldOf(await listTree(root, evidence, undefined), files);
  expect(told.map((each) => each === undefined)).toEqual([true, true, false, false, false, false]);
});

test('a file of which the disk has nothing is not here', async () => {
  const { root, evidence } = await manyFiles(3);
  const isAllHere = async () => (await listTree(root, evidence, undefined)).isAllHere();
  expect(await isAllHere()).toBe(true);
  const [file] = filesOf(evidence).map(({ path }) => join(root, path)) as [string];
  truncateSync(file, 0);
  truncateSync(file, 100_000);
  expect(await isAllHere()).toBe(false);
});

test('a file that is gone is not here', async () => {
  const { root, evidence } = await manyFiles(3);
  const [gone] = filesOf(evidence).map(({ path }) => join(root, path)) as [string];
  rmSync(gone);
  expect((await listTree(root, evidence, undefined)).isAllHere()).toBe(false);
});
