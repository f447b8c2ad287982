/** Whatever a run is killed at: what it began can be finished, and can be taken back. */
import fc from 'fast-check';
import { mkdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Change } from '../../src/core/change/types.js';
import { applyPlan, finishEarlier } from '../../src/io/change/apply.js';
import { readJournal, unfinishedEntry } from '../../src/io/change/journal.js';
import { undo } from '../../src/io/change/undo.js';
import { dyingDisk, Killed } from '../helpers/disk/dying-disk.js';
import { quickFolder } from '../helpers/disk/quick-folder.js';
import { plant, snapshot, textsOf, type Snapshot } from '../helpers/disk/snapshot.js';

let base = '';
beforeEach(() => {
  base = quickFolder('dangan-kill-');
});
afterEach(() => rmSync(base, { recursive: true, force: true }));

/** Each run kills a change some forty times; more of them with `DANGAN_KILL_RUNS=100 npx vitest run test/property`. */
const RUNS = Number(process.env['DANGAN_KILL_RUNS'] ?? 12);

const today = '2020-11-22';

/** Two levels of folders with a few files, all of one time; some of one size. */
const tree: Snapshot = {
  'A/': '',
  'A/a.pdf': 'one',
  'A/b.pdf': 'two',
  'A/c.pdf': 'three',
  'A/S/d.pdf': 'four',
  'A/S/e.pdf': 'five',
  'B/f.pdf': 'six',
  'B/T/g.pdf': 'seven',
  'C/': '',
  'h.yaml': 'old',
};
const files = Object.keys(tree).filter((path) => !path.endsWith('/'));
const folders = ['A', 'A/S', 'B', 'B/T', 'C'];
const NAMES = ['a.pdf', 'A.pdf', 'b.pdf', 'c.pdf', 'new.pdf', 'S', 'T', 'A', 'a', 'B', 'C', 'N'];

/** A file that is to take the place of another. */
const DRAFT = '.dangan/drafts-run/1.pdf';
const place = fc
  .tuple(fc.constantFrom('', 'A', 'B', 'A/S', 'C', 'N', 'N/M'), fc.constantFrom(...NAMES))
  .map(([folder, name]) => (folder === '' ? name : `${folder}/${name}`));
const change: fc.Arbitrary<Change> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      do: fc.constant('move' as const),
      of: fc.constant('file' as const),
      from: fc.constantFrom(...files),
      to: place,
      why: fc.constant([]),
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constant('move' as const),
      of: fc.constant('folder' as const),
      from: fc.constantFrom(...folders),
      to: place,
      why: fc.constant([]),
    }),
  },
  fc.record({ do: fc.constant('create-folder' as const), path: place, why: fc.constant([]) }),
  fc.constantFrom(...files).map((path): Change => ({ do: 'trash', of: 'file', path, why: [] })),
  fc.constantFrom(...folders).map((path): Change => ({ do: 'trash', of: 'folder', path, why: [] })),
  fc.record({
    do: fc.constant('file' as const),
    source: fc.constantFrom('one', 'two').map((name) => `outside/${name}.pdf`),
    to: place,
    keep: fc.boolean(),
  }),
  fc
    .tuple(fc.constantFrom(...files), fc.constantFrom('', 'new.docx', 'b.pdf'))
    .map(([path, name]): Change => {
      const to = name === '' ? path : path.replace(/[^/]+$/, name);
      return { do: 'replace', path, by: DRAFT, to, why: [] };
    }),
  fc
    .constantFrom('h.yaml', 'A/ledger.yaml')
    .map((path): Change => ({ do: 'rewrite', path, text: 'new', why: [] })),
);
/** Renames that only change places: every file gets the name of another. */
const shuffle = fc.shuffledSubarray(files, { minLength: 2 }).chain((some) =>
  fc.shuffledSubarray(some, { minLength: some.length }).map((to) =>
    some.map((from, at): Change => ({
      do: 'move',
      of: 'file',
      from,
      to: to[at] ?? from,
      why: [],
    })),
  ),
);
const plan = fc.oneof(
  shuffle,
  fc.tuple(shuffle, fc.array(change, { maxLength: 3 })).map(([a, b]) => [...a, ...b]),
  fc.array(change, { minLength: 1, maxLength: 6 }),
);

function fresh(name: string): string {
  const world = join(base, name);
  rmSync(world, { recursive: true, force: true });
  mkdirSync(join(world, 'outside'), { recursive: true });
  for (const source of ['one', 'two']) {
    const path = join(world, 'outside', `${source}.pdf`);
    writeFileSync(path, `from outside: ${source}`);
    utimesSync(path, 1_500_000_000, 1_500_000_000);
  }
  plant(join(world, 'archive'), { ...tree, [DRAFT]: 'made' });
  return world;
}

function run(world: string, changes: readonly Change[], lifetime = Infinity) {
  const placed = changes.map((each) =>
    each.do === 'file' ? { ...each, source: join(world, each.source) } : each,
  );
  const disk = dyingDisk(lifetime);
  const root = join(world, 'archive');
  return applyPlan(root, { changes: placed }, { verb: 'fix', today, disk }).then(() => disk.calls);
}

async function isKilled(promise: Promise<unknown>): Promise<void> {
  await expect(promise).rejects.toThrow(Killed);
}

const options = { today, disk: dyingDisk() };

async function survives(changes: readonly Change[]): Promise<boolean> {
  const start = fresh('start');
  const before = snapshot(start);
  const end = fresh('end');
  const calls = await run(end, changes).catch(() => undefined);
  if (calls === undefined) return false;
  const after = textsOf(snapshot(end));
  if (readJournal(join(end, 'archive')).length === 0) return false;
  for (let lifetime = 0; lifetime < calls; lifetime += 1) {
    const killed = fresh('killed');
    await isKilled(run(killed, changes, lifetime));
    await judgeRerun(killed, changes, after);
    await judgeUndo(fresh('killed'), changes, lifetime, before);
  }
  await survivesUndo(end, before, after);
  return true;
}

/** Undo itself is killed at every call, finished by a second one, and taken back. */
async function survivesUndo(world: string, before: Snapshot, after: Snapshot): Promise<void> {
  const root = join(world, 'archive');
  for (let lifetime = 0; ; lifetime += 1) {
    const disk = dyingDisk(lifetime);
    const killed = await undo(root, undefined, { today, disk }).then(
      () => false,
      (error: unknown) => error instanceof Killed,
    );
    if (!killed) break;
    const [first] = readJournal(root);
    // Killed after its very last step, it needs no second one.
    const by = first?.undoneBy ?? (await undo(root, undefined, options)).id;
    expect(snapshot(world)).toEqual(before);
    await undo(root, by, options);
    expect(textsOf(snapshot(world))).toEqual(after);
  }
}

async function judgeRerun(
  world: string,
  changes: readonly Change[],
  after: Snapshot,
): Promise<void> {
  const root = join(world, 'archive');
  // Killed before its journal was written: nothing was changed, and the command simply runs again.
  if (!(await finishEarlier(root, options)) && isUntouched(world)) await run(world, changes);
  expect(textsOf(snapshot(world))).toEqual(after);
}

async function judgeUndo(
  world: string,
  changes: readonly Change[],
  lifetime: number,
  before: Snapshot,
): Promise<void> {
  await isKilled(run(world, changes, lifetime));
  const root = join(world, 'archive');
  if (unfinishedEntry(root) || !isUntouched(world)) await undo(root, undefined, options);
  expect(snapshot(world)).toEqual(before);
}

function isUntouched(world: string): boolean {
  const original = snapshot(fresh('original'));
  return JSON.stringify(snapshot(world)) === JSON.stringify(original);
}

test('killed at any call, a change can be finished and can be taken back', async () => {
  let judged = 0;
  await fc.assert(
    fc.asyncProperty(plan, async (changes) => {
      if (await survives(changes)) judged += 1;
    }),
    { numRuns: RUNS },
  );
  expect(judged).toBeGreaterThan(0);
});
