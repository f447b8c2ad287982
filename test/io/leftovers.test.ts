/** What killed runs leave is taken away by the next run, whatever that is about. */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, utimesSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { makeFolder } from '../../src/io/archive/new-folder.js';
import { savePackedFiles } from '../../src/io/bundle/writing/packed-files.js';
import { Stage } from '../../src/io/bundle/writing/stage.js';
import { applyPlan } from '../../src/io/change/apply.js';
import { readJournal } from '../../src/io/change/journal.js';
import { leave } from '../../src/io/change/undo.js';
import { removeLeftovers, temporaryPrefix } from '../../src/io/leftovers.js';
import { temporaryFolder, treeOf } from '../helpers/archive-on-disk.js';
import { bagOf, notices, unpack, zipOf } from '../helpers/bags.js';
import { dyingDisk, Killed } from '../helpers/disk/dying-disk.js';
import { plant } from '../helpers/disk/snapshot.js';

/** The number of a process that has ended. */
const ended = () => spawnSync(process.execPath, ['-e', '']).pid;

function leftIn(folder: string, doing: 'making' | 'packing' | 'unpacking', pid: number): string {
  const name = `${temporaryPrefix(doing)}${pid}`;
  plant(folder, { [`${name}/data/half.pdf`]: 'half' });
  return name;
}

test('another bundle is unpacked to another folder', async () => {
  const place = temporaryFolder();
  leftIn(place, 'unpacking', ended());
  await unpack(zipOf(bagOf(notices)), join(place, 'out'));
  expect(readdirSync(place)).toEqual(['out']);
});

test('a bundle is unpacked into a folder that is there', async () => {
  const place = temporaryFolder();
  const name = leftIn(place, 'unpacking', ended());
  await unpack(zipOf(bagOf(notices)), place);
  expect(readdirSync(place)).not.toContain(name);
});

test.each(['', 'new'])('an archive is made in a folder that is there or not: “%s”', async (to) => {
  const place = temporaryFolder();
  leftIn(place, 'making', ended());
  const fill = (root: string) => {
    plant(root, { 'dangan.yaml': 'text' });
    return Promise.resolve();
  };
  await makeFolder(join(place, to), 'dangan.yaml', [], fill);
  expect(treeOf(place)).toEqual([to === '' ? 'dangan.yaml' : `${to}/dangan.yaml`]);
});

test('what another process is writing stays', () => {
  const place = temporaryFolder();
  const name = leftIn(place, 'packing', process.ppid);
  expect(removeLeftovers(place, temporaryPrefix('packing'))).toEqual([]);
  expect(readdirSync(place)).toEqual([name]);
});

test('what an earlier process with this one’s number left is taken away, what this one writes stays', () => {
  const place = temporaryFolder();
  const name = leftIn(place, 'packing', process.pid);
  expect(removeLeftovers(place, temporaryPrefix('packing'))).toEqual([]);
  const before = performance.timeOrigin / 1000 - 1;
  utimesSync(join(place, name), before, before);
  expect(removeLeftovers(place, temporaryPrefix('packing'))).toEqual([name]);
});

test('a packing by an earlier process with this one’s number is gone on with', async () => {
  const place = temporaryFolder();
  const name = `${temporaryPrefix('packing')}${process.pid}.partial`;
  const archive = createHash('sha256').update(place).digest('hex').slice(0, 16);
  await savePackedFiles(join(place, name, '1.files'), { archive, form: 'zip', nameBytes: 1 }, []);
  plant(place, { [`${name}/1`]: 'half a zip' });
  utimesSync(join(place, name), 1_000_000_000, 1_000_000_000);
  const options = { archive: place, paranoid: false, memory: join(place, 'memory') };
  const stage = Stage.open(place, { ...options, resume: true, onKept: () => undefined });
  expect(stage.folder).toBe(join(place, name));
  expect(readdirSync(stage.folder)).toEqual(['1', '1.files']);
});

test('a number that another program has had since the system was started does not protect it', () => {
  const place = temporaryFolder();
  const name = leftIn(place, 'packing', process.ppid);
  utimesSync(join(place, name), 1_000_000_000, 1_000_000_000);
  expect(removeLeftovers(place, temporaryPrefix('packing'))).toEqual([name]);
});

const filing = (root: string) => ({
  changes: [{ do: 'file', source: join(root, 'new.pdf'), to: 'A/01.pdf', keep: true }] as const,
});

test('nothing of runs that were killed while they wrote their journal is left', async () => {
  for (let lifetime = 0; lifetime < 16; lifetime += 1) {
    const root = temporaryFolder();
    plant(root, { 'new.pdf': 'new', 'A/': '' });
    const options = { verb: 'add', today: '2020-11-22' };
    const run = applyPlan(root, filing(root), { ...options, disk: dyingDisk(lifetime) });
    await expect(run).rejects.toThrow(Killed);
    if (readJournal(root).length > 0) return;
    await applyPlan(root, filing(root), { ...options, today: '2020-11-25' });
    expect(readdirSync(join(root, '.dangan/journal'))).toEqual(['2020-11-25-001']);
  }
});

test('the lock that a killed run had prepared is taken away', async () => {
  const root = temporaryFolder();
  plant(root, { 'new.pdf': 'new', 'A/': '' });
  const pid = ended();
  mkdirSync(join(root, '.dangan'));
  const owner = { pid, host: hostname(), token: `${pid}-1-1` };
  writeFileSync(join(root, `.dangan/lock-${pid}-1-1`), JSON.stringify(owner));
  await applyPlan(root, filing(root), { verb: 'add', today: '2020-11-22' });
  expect(readdirSync(join(root, '.dangan'))).toEqual(['.gitignore', 'journal']);
});

test('a change that is left as it stands leaves no half copies', async () => {
  for (let lifetime = 0; ; lifetime += 1) {
    const root = temporaryFolder();
    plant(root, { 'new.pdf': 'new', 'A/': '' });
    const options = { verb: 'add', today: '2020-11-22' };
    const disk = dyingDisk(lifetime);
    const killed = await applyPlan(root, filing(root), { ...options, disk }).then(
      () => false,
      (error: unknown) => error instanceof Killed,
    );
    if (!killed) break;
    await leave(root, undefined, options).catch(() => undefined);
    expect(readdirSync(join(root, 'A')).filter((name) => name.startsWith('.'))).toEqual([]);
  }
});
