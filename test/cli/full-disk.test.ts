/** A disk that is full: each command says so and what to do, and nothing is lost or left by halves. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { SMALL_SYSTEM, writeTree } from '../helpers/archive-on-disk.js';
import { dangan } from '../helpers/cli.js';
import { contentsOf } from '../helpers/contents.js';
import { ANY_CONTENTS } from '../helpers/nothing-owed.js';
import { canMount, smallDisk, type SmallDisk } from '../helpers/disk/small-disk.js';

const PLACE = '档案/1 组织领导/1.1 领导机构';
/** From no room at all to nearly enough: the disk runs full at another step each time. */
const FREE = [0, 4096, 12_288, 16_384, 20_480];

interface World extends SmallDisk {
  readonly archive: string;
}

function world(): World {
  const disk = smallDisk();
  const archive = join(disk.root, 'archive');
  writeTree(archive, {
    'dangan.yaml': `unit: { name: 县水利局 }\nsystem: criteria.yaml\n${ANY_CONTENTS}`,
    'criteria.yaml': SMALL_SYSTEM,
    [`${PLACE}/1.通知.docx`]: 'notice',
    [`${PLACE}/2.计划.docx`]: 'plan',
    '档案/1 组织领导/1.2 工作制度/': '',
  });
  mkdirSync(join(archive, '.dangan/journal'), { recursive: true });
  writeFileSync(join(disk.root, 'system.yaml'), SMALL_SYSTEM);
  writeFileSync(join(disk.root, 'report.docx'), Buffer.alloc(200_000, 7));
  return { ...disk, archive };
}

/** Evidence and whatever else is not the journal's. */
function kept(root: string): Record<string, string> {
  const all = Object.entries(contentsOf(root));
  return Object.fromEntries(all.filter(([path]) => !/^filling$|\.dangan\//.test(path)));
}

function expectFull({ code, note }: { code: number | null; note: string }): void {
  expect([code, note]).toEqual([3, expect.stringMatching(/磁盘已满[^]*(腾出空间|继续)/)]);
  expect(note).not.toMatch(/^ +at |dangan 自身的故障/m);
}

const journal = (at: World) =>
  Object.keys(contentsOf(join(at.archive, '.dangan'))).filter(
    (path) => !/^(\.gitignore$|journal\/(20|$))/.test(path),
  );

describe.runIf(canMount())('on a full disk', () => {
  test.each([
    'pack -o ../b.zip',
    'pack --folder -o ../b',
    'init ../new --system ../system.yaml --unit 局',
  ])('%s leaves nothing, and works when there is room', (line) => {
    const words = line.split(' ');
    const at = world();
    const before = kept(at.root);
    for (const free of [0, 8192]) {
      at.fill(free);
      expectFull(dangan(words, { cwd: at.archive }));
      expect(kept(at.root)).toEqual(before);
      at.empty();
    }
    expect(dangan(words, { cwd: at.archive }).code).toBe(0);
  });

  test('unpack leaves nothing, and works when there is room', () => {
    const at = world();
    dangan(['add', '../report.docx', '--to', '2'], { cwd: at.archive });
    dangan(['pack', '-o', '../b.zip'], { cwd: at.archive });
    const before = kept(at.root);
    at.fill(8192);
    expectFull(dangan(['unpack', '../b.zip', '--to', '../out'], { cwd: at.archive }));
    expect(kept(at.root)).toEqual(before);
    at.empty();
    expect(dangan(['unpack', '../b.zip', '--to', '../out'], { cwd: at.archive }).code).toBe(0);
  });

  test.each([
    'fix --write',
    'scaffold',
    'add ../report.docx --to 1.2',
    'add ../report.docx --to 1.2 --move',
  ])('%s: what is done is in the journal, can be taken back, and can be gone on with', (line) => {
    const words = line.split(' ');
    const whole = world();
    expect(dangan(words, { cwd: whole.archive }).code).toBe(0);
    const done = Object.keys(kept(whole.root));
    for (const free of FREE) {
      const at = world();
      const before = kept(at.root);
      at.fill(free);
      const run = dangan(words, { cwd: at.archive });
      if (run.code === 0) continue;
      expectFull(run);
      expect(journal(at)).toEqual([]);
      const stopped = run.note.includes('dangan undo');
      if (!stopped) expect(kept(at.root)).toEqual(before);
      at.empty();
      if (stopped && free % 8192 === 4096) {
        expect(dangan(['undo'], { cwd: at.archive }).code).toBe(0);
        expect(kept(at.root)).toEqual(before);
      }
      // What was moved by halves is not there to be moved again: the tree tells, not the exit code.
      dangan(words, { cwd: at.archive });
      expect(Object.keys(kept(at.root))).toEqual(done);
    }
  });

  test('an archive on a disk that may only be read can be checked', () => {
    const at = world();
    at.readOnly();
    expect(dangan(['check'], { cwd: at.archive }).code).toBe(0);
    const run = dangan(['fix', '--write'], { cwd: at.archive });
    expect([run.code, run.note]).toEqual([3, expect.stringContaining('只读')]);
  });
});
