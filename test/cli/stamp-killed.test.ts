/** The real program, killed for real while it puts names into footers. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { docxOf } from '../../src/io/samples/office.js';
import { writeTree } from '../helpers/archive-on-disk.js';
import { dangan } from '../helpers/cli.js';
import { ownersContents } from '../helpers/contents.js';
import { copyOf, messyArchive } from '../helpers/messy-archive.js';
import { PROGRAM } from '../helpers/program.js';

/** Enough of them to be caught in the middle. */
const DOCUMENTS = 60;
const FOLDER = '档案/1. 组织领导/1.2工作制度';

let original = '';
const made: string[] = [];
const another = (of: string) => {
  const copy = copyOf(of);
  made.push(copy);
  return copy;
};

beforeAll(async () => {
  original = messyArchive();
  made.push(original);
  const document = await docxOf('制度', ['第一条']);
  const names = Array.from({ length: DOCUMENTS }, (_, at) => `${at + 1}：制度.docx`);
  writeTree(original, Object.fromEntries(names.map((name) => [`${FOLDER}/${name}`, document])));
});
afterAll(() => {
  for (const folder of made) rmSync(folder, { recursive: true, force: true });
});

const count = (folder: string, names: RegExp) =>
  existsSync(folder) ? readdirSync(folder).filter((name) => names.test(name)).length : 0;

/** Drafts that are made; changes that are under way. */
const seen = {
  drafts(root: string): number {
    const own = join(root, '.dangan');
    const [folder] = existsSync(own)
      ? readdirSync(own).filter((each) => /^drafts-/.test(each))
      : [];
    return folder === undefined ? 0 : count(join(own, folder), /\.docx$/);
  },
  entries: (root: string) => count(join(root, '.dangan/journal'), /^\d/),
} as const;

/** End the program as soon as it has come so far, or a little later. */
async function killed(root: string, when: keyof typeof seen, least: number, pause: number) {
  const child = spawn(process.execPath, [PROGRAM, 'stamp', '--write'], {
    cwd: root,
    stdio: 'ignore',
  });
  const ended = once(child, 'exit');
  while (seen[when](root) < least && child.exitCode === null) await setTimeout(1);
  if (pause > 0) await setTimeout(pause);
  child.kill('SIGKILL');
  await ended;
}

const isStamped = (root: string) => {
  const { out } = dangan(['stamp', '--format', 'json'], { cwd: root });
  const { summary } = JSON.parse(out) as { summary: { stamped: number; same: number } };
  return [summary.stamped, summary.same];
};

test.each([
  ['drafts', 1, 0],
  ['drafts', 20, 0],
  ['entries', 1, 0],
  ['entries', 1, 3],
  ['entries', 1, 10],
] as const)('killed at %s %i, and %i ms: it goes on, and goes back', async (when, least, pause) => {
  const root = another(original);
  await killed(root, when, least, pause);
  const copy = another(root);
  // Nothing is in the journal while drafts are made.
  if (seen.entries(copy) > 0) expect(dangan(['undo'], { cwd: copy }).code).toBe(0);
  expect(ownersContents(copy)).toEqual(ownersContents(original));
  const again = dangan(['stamp', '--write'], { cwd: root });
  expect([again.code, again.note]).toEqual([0, expect.not.stringMatching(/^ +at /m)]);
  expect(isStamped(root)).toEqual([0, DOCUMENTS]);
  expect(count(join(root, '.dangan'), /^drafts/)).toBe(0);
  while (dangan(['undo'], { cwd: root }).code === 0);
  // One that was killed when all was done leaves its lock; the next change takes it.
  expect(count(join(root, '.dangan'), /^lock/)).toBe(0);
  expect(ownersContents(root)).toEqual(ownersContents(original));
});
