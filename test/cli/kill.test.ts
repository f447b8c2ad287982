/** The real program, killed for real while it renames. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { dangan } from '../helpers/cli.js';
import { copyOf, MESSY } from '../helpers/messy-archive.js';
import { PROGRAM } from '../helpers/program.js';
import { quickFolder } from '../helpers/disk/quick-folder.js';
import { plant, snapshot, type Snapshot } from '../helpers/disk/snapshot.js';

/** Enough renames to be caught in the middle of. */
const FILES = 900;

let original = '';
let mended: Snapshot = {};
const made: string[] = [];
const another = () => {
  const copy = copyOf(original);
  made.push(copy);
  return copy;
};

beforeAll(() => {
  original = quickFolder('dangan-many-');
  made.push(original);
  const files = Array.from({ length: FILES }, (_, at) => [
    `档案/1. 组织领导/1.2工作制度/${at + 1}.制度.docx`,
    `text ${at + 1}`,
  ]);
  plant(original, { ...MESSY, ...(Object.fromEntries(files) as Snapshot) });
  const whole = another();
  dangan(['fix', '--write', '--unsafe'], { cwd: whole });
  mended = snapshot(whole);
});
afterAll(() => {
  for (const folder of made) rmSync(folder, { recursive: true, force: true });
});

/** Start the program, and end it so long after its journal is there. */
async function killedAfter(
  root: string,
  words: readonly string[],
  pause: number,
  signal: NodeJS.Signals,
) {
  const count = () => {
    const journal = join(root, '.dangan/journal');
    return existsSync(journal) ? readdirSync(journal).filter((name) => /^\d/.test(name)).length : 0;
  };
  const before = count();
  const child = spawn(process.execPath, [PROGRAM, ...words], { cwd: root, stdio: 'ignore' });
  const ended = once(child, 'exit');
  while (count() === before && child.exitCode === null) await setTimeout(1);
  await setTimeout(pause);
  child.kill(signal);
  const [code] = (await ended) as [number | null];
  return code;
}

test.each([0, 5, 15, 30])(
  'killed %i ms into its changes, fix can be finished and undone',
  async (pause) => {
    const root = another();
    await killedAfter(root, ['fix', '--write', '--unsafe'], pause, 'SIGKILL');
    const copy = copyOf(root);
    made.push(copy);
    dangan(['fix', '--write', '--unsafe'], { cwd: root });
    expect(snapshot(root)).toEqual(mended);
    expect(dangan(['undo'], { cwd: copy }).code).toBe(0);
    expect(snapshot(copy)).toEqual(snapshot(original));
  },
);

test('undo that is killed is finished by a second one', async () => {
  const root = another();
  dangan(['fix', '--write', '--unsafe'], { cwd: root });
  await killedAfter(root, ['undo'], 15, 'SIGKILL');
  const { state } = (
    JSON.parse(dangan(['log', '--format', 'json'], { cwd: root }).out) as {
      entries: { state: string }[];
    }
  ).entries.at(-1) ?? { state: '' };
  if (state === 'unfinished') dangan(['undo'], { cwd: root });
  expect(snapshot(root)).toEqual(snapshot(original));
});

test('Ctrl-C ends with 130, and the same command goes on', async () => {
  const root = another();
  const code = await killedAfter(root, ['fix', '--write', '--unsafe'], 0, 'SIGINT');
  expect(code).toBe(130);
  dangan(['fix', '--write', '--unsafe'], { cwd: root });
  expect(snapshot(root)).toEqual(mended);
});
