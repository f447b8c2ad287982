import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  linkSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Change } from '../../src/core/change/types.js';
import { applyPlan, finishEarlier } from '../../src/io/change/apply.js';
import { realDisk, type Disk } from '../../src/io/disk.js';
import { readJournal } from '../../src/io/change/journal.js';
import { leave, undo } from '../../src/io/change/undo.js';
import { codeOf, move } from '../helpers/applying.js';
import { dyingDisk } from '../helpers/disk/dying-disk.js';
import { plant, snapshot } from '../helpers/disk/snapshot.js';

let root = '';
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'dangan-apply-'));
  plant(root, { 'A/1.pdf': 'one', 'A/2.pdf': 'two', 'B/3.pdf': 'three' });
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

const today = '2020-11-22';
const two = [move('A/1.pdf', 'A/01.pdf'), move('B/3.pdf', 'B/03.pdf')];
const apply = (changes: readonly Change[], disk: Disk = realDisk) =>
  applyPlan(root, { changes }, { verb: 'fix', today, disk });
const failure = (code: string) => Object.assign(new Error(code), { code });
/** A disk that fails so when a call names this place. */
const failing = (code: string, place: string): Disk => {
  const guarded =
    <Args extends unknown[], Result>(call: (...args: Args) => Result) =>
    (...args: Args) => {
      if (args.some((each) => each === join(root, place))) throw failure(code);
      return call(...args);
    };
  return {
    ...realDisk,
    link: guarded(realDisk.link),
    unlink: guarded(realDisk.unlink),
    rename: guarded(realDisk.rename),
    makeFolder: guarded(realDisk.makeFolder),
    copyNew: guarded(realDisk.copyNew),
  };
};

describe('what the disk refuses', () => {
  test.each([
    ['EBUSY', 'FILE_IN_USE'],
    ['EPERM', 'PERMISSION_DENIED'],
    ['EACCES', 'PERMISSION_DENIED'],
    ['EROFS', 'PERMISSION_DENIED'],
    ['ENOSPC', 'DISK_FULL'],
  ])('%s at the first step leaves everything as it was', async (code, expected) => {
    const before = snapshot(root);
    expect(await codeOf(apply(two, failing(code, 'A/1.pdf')))).toBe(expected);
    expect(snapshot(root)).toEqual(before);
    expect(readJournal(root)).toEqual([]);
  });

  test('a file open in another program keeps its one name', async () => {
    const busy = { ...realDisk, unlink: failing('EBUSY', 'A/1.pdf').unlink };
    expect(await codeOf(apply(two, busy))).toBe('FILE_IN_USE');
    expect(readdirSync(join(root, 'A'))).toEqual(['1.pdf', '2.pdf']);
  });

  test('later, what is done stays done and in the journal, and can go on', async () => {
    expect(await codeOf(apply(two, failing('EBUSY', 'B/3.pdf')))).toBe('CHANGE_STOPPED');
    expect(Object.keys(snapshot(root))).toContain('A/01.pdf');
    expect(await codeOf(apply([move('A/2.pdf', 'A/02.pdf')]))).toBe('JOURNAL_UNFINISHED');
    await finishEarlier(root, { today });
    expect(Object.keys(snapshot(root))).toContain('B/03.pdf');
  });

  test('later, it can also go back', async () => {
    const before = snapshot(root);
    await codeOf(apply(two, failing('EBUSY', 'B/3.pdf')));
    await undo(root, undefined, { today });
    expect(snapshot(root)).toEqual(before);
  });

  test('when it can go neither on nor back it can be left as it stands', async () => {
    await codeOf(apply(two, failing('EBUSY', 'B/3.pdf')));
    rmSync(join(root, 'A/01.pdf'));
    rmSync(join(root, 'B/3.pdf'));
    expect(await codeOf(finishEarlier(root, { today }))).toBe('CHANGE_STOPPED');
    expect(await codeOf(undo(root, undefined, { today }))).toBe('UNDO_BLOCKED');
    await leave(root, undefined, { today });
    expect(await codeOf(apply([move('A/2.pdf', 'A/02.pdf')]))).toBe('done');
  });

  test('where there are no hard links files are renamed', async () => {
    const fat: Disk = {
      ...realDisk,
      link: () => {
        throw failure('EPERM');
      },
    };
    expect(await codeOf(apply([move('A/1.pdf', 'A/2.pdf'), move('A/2.pdf', 'A/1.pdf')], fat))).toBe(
      'done',
    );
    expect(readFileSync(join(root, 'A/1.pdf'), 'utf8')).toBe('two');
  });
});

describe('what others do in the meantime', () => {
  test('a name that is taken between plan and step is not overwritten', async () => {
    const racing: Disk = {
      ...realDisk,
      link: (from, to) => {
        if (to.endsWith('03.pdf')) writeFileSync(to, 'mine');
        realDisk.link(from, to);
      },
    };
    expect(await codeOf(apply(two, racing))).toBe('CHANGE_STOPPED');
    expect(readFileSync(join(root, 'B/03.pdf'), 'utf8')).toBe('mine');
    expect(readFileSync(join(root, 'B/3.pdf'), 'utf8')).toBe('three');
  });

  test('a name that is taken before is refused before anything is done', async () => {
    writeFileSync(join(root, 'B/03.pdf'), 'mine');
    expect(await codeOf(apply(two))).toBe('TARGET_EXISTS');
    expect(existsSync(join(root, 'A/1.pdf'))).toBe(true);
  });

  test('a source that changes while it is copied is no copy', async () => {
    const source = join(root, 'B/3.pdf');
    const racing: Disk = {
      ...realDisk,
      copyNew: (from, to, onPiece) => {
        writeFileSync(from, 'else');
        return realDisk.copyNew(from, to, onPiece);
      },
    };
    const change: Change = { do: 'file', source, to: 'A/3.pdf', keep: true };
    expect(await codeOf(apply([change], racing))).toBe('CHANGED_SINCE');
    expect(readdirSync(join(root, 'A'))).toEqual(['1.pdf', '2.pdf']);
  });

  test('two files that are one by a hard link are two names', async () => {
    linkSync(join(root, 'A/1.pdf'), join(root, 'A/9.pdf'));
    expect(await codeOf(apply([move('A/1.pdf', 'A/9.pdf')]))).toBe('TARGET_EXISTS');
  });
});

describe('one at a time', () => {
  const lock = (owner: object) => {
    mkdirSync(join(root, '.dangan'));
    writeFileSync(join(root, '.dangan/lock'), JSON.stringify({ token: 'x', ...owner }));
  };

  test('a running dangan keeps others out', async () => {
    lock({ pid: process.ppid, host: hostname() });
    expect(await codeOf(apply(two))).toBe('ARCHIVE_LOCKED');
  });

  test('a lock from another computer is not judged from here', async () => {
    lock({ pid: 1, host: 'elsewhere' });
    expect(await codeOf(apply(two))).toBe('ARCHIVE_LOCKED');
  });

  test('the lock of one that has ended is taken over', async () => {
    const { pid } = spawnSync(process.execPath, ['-e', '']);
    lock({ pid, host: hostname() });
    expect(await codeOf(apply(two))).toBe('done');
  });

  test('a lock of which a power cut left only the name is taken over', async () => {
    mkdirSync(join(root, '.dangan'));
    writeFileSync(join(root, '.dangan/lock'), '');
    expect(await codeOf(apply(two))).toBe('done');
    expect(readdirSync(join(root, '.dangan'))).toEqual(['.gitignore', 'journal']);
  });
});

describe('an undo that passes over what stands in the way', () => {
  const swap = [
    move('A/1.pdf', 'A/2.pdf'),
    move('A/2.pdf', 'A/1.pdf'),
    move('B/3.pdf', 'B/03.pdf'),
  ];
  const skip = (disk: Disk = realDisk) => undo(root, undefined, { today, disk, skip: true });
  const reset = async () => {
    rmSync(root, { recursive: true, force: true });
    plant(root, { 'A/1.pdf': 'one', 'A/2.pdf': 'two', 'B/3.pdf': 'three' });
    await apply(swap);
  };

  test.each(['A/1.pdf', 'A/2.pdf'])('leaves no temporary name when %s is gone', async (gone) => {
    await apply(swap);
    rmSync(join(root, gone));
    await skip();
    expect(readdirSync(join(root, 'A'))).toHaveLength(1);
    expect(readdirSync(join(root, 'A'))[0]).toMatch(/^[12]\.pdf$/);
    expect(readdirSync(join(root, 'B'))).toEqual(['3.pdf']);
  });

  test('leaves no temporary name when a cycle cannot be closed', async () => {
    await apply(swap);
    rmSync(join(root, 'A/2.pdf'));
    mkdirSync(join(root, 'A/2.pdf'));
    await skip();
    expect(readdirSync(join(root, 'A'))).toEqual(['1.pdf', '2.pdf']);
    expect(readFileSync(join(root, 'A/1.pdf'), 'utf8')).toBe('two');
    expect(readdirSync(join(root, 'B'))).toEqual(['3.pdf']);
  });

  test('killed at any call it is carried to its end by a second one', async () => {
    for (let lifetime = 0; lifetime < 60; lifetime += 1) {
      await reset();
      rmSync(join(root, 'A/1.pdf'));
      await codeOf(skip(dyingDisk(lifetime)));
      if (readJournal(root).at(-1)?.undoes === undefined) await skip();
      else if (readJournal(root).at(-1)?.state === 'unfinished') await skip();
      expect(readdirSync(join(root, 'A'))).toEqual(['1.pdf']);
      expect(readFileSync(join(root, 'B/3.pdf'), 'utf8')).toBe('three');
    }
  });

  test('can be taken back itself', async () => {
    await reset();
    rmSync(join(root, 'B/03.pdf'));
    const after = snapshot(root);
    const { id } = await skip();
    await undo(root, id, { today });
    expect(snapshot(root)).toEqual(after);
  });
});

describe('files from outside', () => {
  const outside = () => {
    const folder = mkdtempSync(join(tmpdir(), 'dangan-outside-'));
    plant(folder, { 'x.pdf': 'outside' });
    return join(folder, 'x.pdf');
  };

  test('a copy has the bytes and the time of the original', async () => {
    const source = outside();
    await apply([{ do: 'file', source, to: 'C/x.pdf', keep: true }]);
    expect(snapshot(root)['C/x.pdf']).toBe('outside 1600000000000');
  });

  test('a copy of what is older than 1970 is as old, and undo takes it for no other', async () => {
    const source = outside();
    utimesSync(source, new Date(-86_400_000), new Date(-86_400_000));
    await apply([{ do: 'file', source, to: 'A/x.pdf', keep: true }]);
    expect(snapshot(root)['A/x.pdf']).toBe('outside -86400000');
    await undo(root, undefined, { today });
    expect(existsSync(join(root, 'A/x.pdf'))).toBe(false);
  });

  test('undo puts a copy aside, since its original may be gone by then', async () => {
    const source = outside();
    await apply([{ do: 'file', source, to: 'A/x.pdf', keep: true }]);
    rmSync(source);
    const { id } = await undo(root, undefined, { today });
    expect(readFileSync(join(root, '.dangan/trash', id, 'A/x.pdf'), 'utf8')).toBe('outside');
  });

  test('a file that was moved in goes back to where it came from', async () => {
    const source = outside();
    await apply([{ do: 'file', source, to: 'A/x.pdf', keep: false }]);
    expect(existsSync(source)).toBe(false);
    await undo(root, undefined, { today });
    expect(readFileSync(source, 'utf8')).toBe('outside');
  });

  test('a file that was moved in by way of a link to its folder goes back there', async () => {
    const source = outside();
    const link = join(mkdtempSync(join(tmpdir(), 'dangan-outside-')), 'link');
    symlinkSync(dirname(source), link);
    await apply([{ do: 'file', source: join(link, 'x.pdf'), to: 'A/x.pdf', keep: false }]);
    await undo(root, undefined, { today });
    expect(readFileSync(source, 'utf8')).toBe('outside');
  });

  test('a copy that was edited since is put aside only when that is asked for', async () => {
    const source = outside();
    await apply([{ do: 'file', source, to: 'A/x.pdf', keep: true }]);
    writeFileSync(join(root, 'A/x.pdf'), 'edited, and longer');
    expect(await codeOf(undo(root, undefined, { today }))).toBe('UNDO_BLOCKED');
    const { id } = await undo(root, undefined, { today, edited: true });
    expect(readFileSync(join(root, '.dangan/trash', id, 'A/x.pdf'), 'utf8')).toBe(
      'edited, and longer',
    );
  });

  test('a file whose old place is gone stays, and the rest is taken back', async () => {
    const source = outside();
    await apply([{ do: 'file', source, to: 'A/x.pdf', keep: false }, ...two]);
    rmSync(join(source, '..'), { recursive: true });
    expect(await codeOf(undo(root, undefined, { today }))).toBe('UNDO_BLOCKED');
    await undo(root, undefined, { today, skip: true });
    expect(Object.keys(snapshot(root))).toEqual(
      expect.arrayContaining(['A/1.pdf', 'A/x.pdf', 'B/3.pdf']),
    );
  });

  test('a folder is no file', async () => {
    expect(await codeOf(apply([{ do: 'file', source: tmpdir(), to: 'A/x', keep: true }]))).toBe(
      'NOT_A_FILE',
    );
  });
});

test('texts that are rewritten keep their mode, and come back with their time', async () => {
  plant(root, { 'criteria.yaml': 'old' });
  chmodSync(join(root, 'criteria.yaml'), 0o640);
  const before = snapshot(root);
  await apply([{ do: 'rewrite', path: 'criteria.yaml', text: 'new', why: [] }]);
  expect(readFileSync(join(root, 'criteria.yaml'), 'utf8')).toBe('new');
  await undo(root, undefined, { today });
  expect(snapshot(root)).toEqual(before);
});

test('a run that is interrupted stops between two steps', async () => {
  const abort = new AbortController();
  const onProgress = (done: number) => {
    if (done === 1) abort.abort();
  };
  const options = { verb: 'fix', today, signal: abort.signal, onProgress };
  expect(await codeOf(applyPlan(root, { changes: two }, options))).toBe('INTERRUPTED');
  expect(readJournal(root)).toMatchObject([{ done: 1, steps: 2, state: 'unfinished' }]);
});

test('ids go on when the clock is set back', async () => {
  await apply([move('A/1.pdf', 'A/01.pdf')]);
  const entry = await applyPlan(
    root,
    { changes: [move('A/2.pdf', 'A/02.pdf')] },
    { verb: 'fix', today: '2019-01-01' },
  );
  expect(entry?.id).toBe('2020-11-22-002');
});

test('the journal is on the disk before the first change', async () => {
  // Three calls for the lock; the entry's own come before any in the archive.
  for (let lifetime = 0; lifetime < 14; lifetime += 1) {
    await codeOf(apply(two, dyingDisk(lifetime)));
    const entries = readJournal(root);
    if (entries.length > 0) break;
    expect(Object.keys(snapshot(root))).toContain('A/1.pdf');
  }
  expect(readJournal(root)).toMatchObject([{ done: 0, steps: 2 }]);
});
