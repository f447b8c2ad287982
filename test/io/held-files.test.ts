/** Files that another program has open, as Windows has it: they may be read, and lose none of their names. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, expect, test } from 'vitest';
import { applyPlan, finishEarlier } from '../../src/io/change/apply.js';
import { undo } from '../../src/io/change/undo.js';
import { realDisk, whenLetGo, type Disk } from '../../src/io/disk.js';
import { codeOf, move } from '../helpers/applying.js';
import { temporaryFolder } from '../helpers/archive-on-disk.js';
import { plant, snapshot } from '../helpers/disk/snapshot.js';

let root = '';
beforeEach(() => {
  root = temporaryFolder();
  plant(root, { 'A/1.pdf': 'one', 'B/3.pdf': 'three' });
});

const today = '2020-11-22';
const changes = [move('A/1.pdf', 'A/01.pdf'), move('B/3.pdf', 'B/03.pdf')];
const apply = (disk: Disk) => applyPlan(root, { changes }, { verb: 'fix', today, disk });
const busy = () => Object.assign(new Error('EBUSY'), { code: 'EBUSY' });
/** Nothing in folder A loses a name. */
const held = (): Disk => ({
  ...realDisk,
  unlink(path) {
    if (path.startsWith(join(root, 'A'))) throw busy();
    realDisk.unlink(path);
  },
});

test('a file of which neither name can be taken away is told by the one that people know', async () => {
  await expect(apply(held())).rejects.toMatchObject({
    code: 'CHANGE_STOPPED',
    data: { path: join(root, 'A/1.pdf'), reason: 'FILE_IN_USE', done: 0 },
  });
});

test('as long as it is open the change can go neither on nor back', async () => {
  await codeOf(apply(held()));
  expect([
    await codeOf(finishEarlier(root, { today, disk: held() })),
    await codeOf(undo(root, undefined, { today, disk: held() })),
  ]).toEqual(['FILE_IN_USE', 'FILE_IN_USE']);
});

test('once it is closed the change goes on, and back', async () => {
  const before = snapshot(root);
  await codeOf(apply(held()));
  await finishEarlier(root, { today });
  expect(readdirSync(join(root, 'A'))).toEqual(['01.pdf']);
  await undo(root, undefined, { today });
  expect(snapshot(root)).toEqual(before);
});

/** A system that tells beforehand what is open. */
const telling = (...open: readonly string[]): Disk => ({
  ...realDisk,
  keepsOpenNames: true,
  seeUnheld(path) {
    if (open.some((each) => path === join(root, each))) throw busy();
  },
});

test('where the system tells beforehand that it is open nothing is touched', async () => {
  const before = snapshot(root);
  expect(await codeOf(apply(telling('B/3.pdf')))).toBe('FILE_IN_USE');
  expect(snapshot(root)).toEqual(before);
});

test('all that are open are told at once, ten by name', async () => {
  const names = Array.from({ length: 12 }, (_, at) => `${at + 11}.pdf`);
  plant(root, Object.fromEntries(names.map((name) => [`C/${name}`, name])));
  const all = names.map((name) => move(`C/${name}`, `D/${name}`));
  const open = telling(...names.map((name) => `C/${name}`));
  const run = applyPlan(root, { changes: all }, { verb: 'fix', today, disk: open });
  const paths = names.slice(0, 10).map((name) => `C/${name}`);
  await expect(run).rejects.toMatchObject({
    code: 'FILES_IN_USE',
    data: { paths, count: 12, denied: false },
  });
});

test('what is open in a folder that moves is told, also when it is to move itself', async () => {
  const plan = { changes: [...changes, { ...move('A', 'Z'), of: 'folder' as const }] };
  const run = applyPlan(root, plan, { verb: 'fix', today, disk: telling('A/1.pdf', 'B/3.pdf') });
  await expect(run).rejects.toMatchObject({ data: { paths: ['A/1.pdf', 'B/3.pdf'], count: 2 } });
});

test('undo tells them all, too, and so does a change that goes on', async () => {
  await apply(realDisk);
  const both = telling('A/01.pdf', 'B/03.pdf');
  expect(await codeOf(undo(root, undefined, { today, disk: both }))).toBe('FILES_IN_USE');
  await undo(root, undefined, { today });
  await codeOf(apply(held()));
  const rest = telling('A/1.pdf', 'B/3.pdf');
  expect(await codeOf(finishEarlier(root, { today, disk: rest }))).toBe('FILES_IN_USE');
});

test('what is let go of within a moment is waited for', () => {
  const answers = ['EBUSY', 'EPERM', 'EACCES'];
  const action = () => {
    const code = answers.shift();
    if (code !== undefined) throw Object.assign(new Error(code), { code });
    return 'done';
  };
  expect(whenLetGo(action, [1, 1, 1])).toBe('done');
});

test('what is not let go of is told', () => {
  const action = () => {
    throw busy();
  };
  expect(() => whenLetGo(action, [1, 1])).toThrow('EBUSY');
});

test('a change that did not begin leaves no half of a journal entry, whatever is open in it', async () => {
  const held: Disk = {
    ...realDisk,
    link: (from, to) => {
      // Windows would leave the folder with what is open in it.
      if (to.endsWith('01.pdf')) throw Object.assign(busy(), { code: 'EEXIST' });
      realDisk.link(from, to);
    },
    rename(from, to) {
      if (to.includes('draft-')) throw busy();
      realDisk.rename(from, to);
    },
  };
  expect(await codeOf(apply(held))).toBe('TARGET_EXISTS');
  await finishEarlier(root, { today });
  expect(readdirSync(join(root, 'A'))).toEqual(['01.pdf']);
});
