/** The evidence root is a link to another disk, where nothing can be moved to by its name alone. */
import { mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Change } from '../../src/core/change/types.js';
import { applyPlan, finishEarlier } from '../../src/io/change/apply.js';
import { readJournal, unfinishedEntry } from '../../src/io/change/journal.js';
import { undo } from '../../src/io/change/undo.js';
import { realDisk, type Disk } from '../../src/io/disk.js';
import { dyingDisk, Killed } from '../helpers/disk/dying-disk.js';
import { plant, snapshot, type Snapshot } from '../helpers/disk/snapshot.js';
import { hasTwoDisks, twoDisks } from '../helpers/disk/two-disks.js';

const today = '2020-11-22';

interface World {
  readonly root: string;
  /** A change of every kind that leads from one disk to the other. */
  readonly changes: readonly Change[];
  readonly seen: () => Snapshot;
}

function world(): World {
  const [here, there] = twoDisks();
  const root = join(here, 'archive');
  plant(here, {
    'inbox/new.pdf': 'new',
    'inbox/copied.pdf': 'copied',
    'archive/notes.pdf': 'notes',
    'archive/.dangan/drafts-run/1.pdf': 'four, made anew',
  });
  plant(there, {
    'A/1.pdf': 'one',
    'A/2.pdf': 'two',
    'A/4.pdf': 'four',
    'A/Thumbs.db': 'junk',
    'B/': '',
  });
  symlinkSync(there, join(root, '档案'));
  const file = { do: 'file', why: [] } as const;
  const move = { do: 'move', of: 'file', why: [] } as const;
  const changes: Change[] = [
    {
      do: 'replace',
      path: '档案/A/4.pdf',
      by: '.dangan/drafts-run/1.pdf',
      to: '档案/A/4.docx',
      why: [],
    },
    { do: 'trash', of: 'file', path: '档案/A/Thumbs.db', why: [] },
    { ...move, from: '档案/A/1.pdf', to: '档案/A/2.pdf' },
    { ...move, from: '档案/A/2.pdf', to: '档案/A/1.pdf' },
    { ...move, from: 'notes.pdf', to: '档案/B/notes.pdf' },
    { ...file, source: join(here, 'inbox/new.pdf'), to: '档案/B/new.pdf', keep: false },
    { ...file, source: join(here, 'inbox/copied.pdf'), to: '档案/C/copied.pdf', keep: true },
  ];
  const rest = () => readdirSync(root).filter((name) => name !== '档案' && name !== '.dangan');
  const seen = () => ({
    ...snapshot(there),
    ...snapshot(join(here, 'inbox')),
    root: rest().join(),
  });
  return { root, changes, seen };
}

const run = ({ root, changes }: World, disk: Disk = realDisk) =>
  applyPlan(root, { changes }, { verb: 'fix', today, disk });
const back = ({ root }: World, disk: Disk = realDisk) => undo(root, undefined, { today, disk });

describe.runIf(hasTwoDisks())('from one disk to another', () => {
  test('files are put aside, moved and filed, with their times', async () => {
    const at = world();
    await run(at);
    expect(at.seen()).toEqual({
      'A/': '',
      'A/1.pdf': 'two 1600000000000',
      'A/2.pdf': 'one 1600000000000',
      'A/4.docx': 'four, made anew 1600000000000',
      'B/': '',
      'B/new.pdf': 'new 1600000000000',
      'B/notes.pdf': 'notes 1600000000000',
      'C/': '',
      'C/copied.pdf': 'copied 1600000000000',
      'copied.pdf': 'copied 1600000000000',
      root: '',
    });
    expect(snapshot(join(at.root, '.dangan/trash'))).toMatchObject({
      '2020-11-22-001/档案/A/4.pdf': 'four 1600000000000',
      '2020-11-22-001/档案/A/Thumbs.db': 'junk 1600000000000',
    });
  });

  test('it is taken back, brought back, and taken back once more', async () => {
    const at = world();
    const before = at.seen();
    await run(at);
    const after = at.seen();
    await back(at);
    expect(at.seen()).toEqual(before);
    await undo(at.root, '2020-11-22-002', { today });
    expect(at.seen()).toEqual(after);
    await undo(at.root, '2020-11-22-003', { today });
    expect(at.seen()).toEqual(before);
  });

  test('killed at any call, it can be finished and can be taken back', async () => {
    const whole = world();
    const counting = dyingDisk();
    await run(whole, counting);
    for (let lifetime = 0; lifetime < counting.calls; lifetime += 1) {
      const going = world();
      await expect(run(going, dyingDisk(lifetime))).rejects.toThrow(Killed);
      if (!(await finishEarlier(going.root, { today }))) await run(going).catch(() => undefined);
      expect(going.seen()).toEqual(whole.seen());
      const gone = world();
      const before = gone.seen();
      await expect(run(gone, dyingDisk(lifetime))).rejects.toThrow(Killed);
      if (readJournal(gone.root).length > 0) await back(gone);
      expect(gone.seen()).toEqual(before);
    }
  });

  test('taking back is killed at any call, and finished by a second one', async () => {
    for (let lifetime = 0; ; lifetime += 1) {
      const at = world();
      const before = at.seen();
      await run(at);
      const killed = await back(at, dyingDisk(lifetime)).then(
        () => false,
        (error: unknown) => error instanceof Killed,
      );
      if (!killed) break;
      if (unfinishedEntry(at.root) || readJournal(at.root).length < 2) await back(at);
      expect(at.seen()).toEqual(before);
    }
  });

  test('what was edited since goes back as it is, and only when that is asked for', async () => {
    const at = world();
    await run(at);
    writeFileSync(join(at.root, '档案/B/notes.pdf'), 'edited');
    const before = at.seen();
    await expect(back(at)).rejects.toMatchObject({
      code: 'UNDO_BLOCKED',
      data: { count: 1, edited: true },
    });
    expect(at.seen()).toEqual(before);
    await undo(at.root, undefined, { today, edited: true });
    expect(readFileSync(join(at.root, 'notes.pdf'), 'utf8')).toBe('edited');
  });

  test.each(['folder', 'link'])('a %s is refused before anything is done', async (kind) => {
    const at = world();
    const place = join(at.root, 'loose');
    if (kind === 'folder') mkdirSync(place);
    else symlinkSync('notes.pdf', place);
    const before = at.seen();
    const of = kind === 'folder' ? 'folder' : 'file';
    const move: Change = { do: 'move', of, from: 'loose', to: '档案/B/loose', why: [] };
    await expect(run({ ...at, changes: [...at.changes, move] })).rejects.toMatchObject({
      code: 'ANOTHER_DISK',
    });
    expect(at.seen()).toEqual(before);
    expect(readJournal(at.root)).toEqual([]);
  });
});
