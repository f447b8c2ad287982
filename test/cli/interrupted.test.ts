/** Ctrl-C and sudden death in the middle of a command; `fix` and `pack` have theirs in tests of their own. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, existsSync, ftruncateSync, mkdirSync, openSync, readdirSync } from 'node:fs';
import { readFileSync, writeFileSync } from 'node:fs';
import { constants } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { smallArchive, temporaryFolder } from '../helpers/archive-on-disk.js';
import { dangan } from '../helpers/cli.js';
import { contentsOf } from '../helpers/contents.js';
import { ANY_CONTENTS } from '../helpers/nothing-owed.js';
import { PROGRAM } from '../helpers/program.js';

const FILES = 60;

/** Start a command, and send it a signal as soon as it is that far. */
async function signalled(
  cwd: string,
  words: readonly string[],
  signal: NodeJS.Signals,
  isFar: (pid: number) => boolean,
): Promise<{ code: number | null; note: string }> {
  const run = spawn(process.execPath, [PROGRAM, ...words], {
    cwd,
    env: { PATH: process.env['PATH'], DANGAN_LANG: 'zh-CN' },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let note = '';
  run.stderr.on('data', (text: Buffer) => (note += text.toString()));
  const ended = once(run, 'close') as Promise<[number | null]>;
  while (run.exitCode === null && !isFar(run.pid ?? 0)) await setTimeout(2);
  run.kill(signal);
  const [code] = await ended;
  return { code, note };
}

/** Evidence and whatever else is not dangan's own. */
function kept(root: string): Record<string, string> {
  const all = Object.entries(contentsOf(root));
  return Object.fromEntries(all.filter(([path]) => !path.startsWith('.dangan')));
}

/** Node catches SIGINT by itself, too, but SIGHUP only for us. `true` where the system does not tell. */
function catchesSignals(pid: number): boolean {
  const status = `/proc/${pid}/status`;
  if (!existsSync(status)) return true;
  const [, caught = ''] = /^SigCgt:\s*([0-9a-f]+)/m.exec(readFileSync(status, 'utf8')) ?? [];
  return (BigInt(`0x${caught}`) & (1n << BigInt(constants.signals.SIGHUP - 1))) !== 0n;
}

const listed = (folder: string) => (existsSync(folder) ? readdirSync(folder) : []);

/** An archive, and beside it a folder of files to be filed. */
function filing() {
  const root = smallArchive(ANY_CONTENTS);
  const sources = join(temporaryFolder(), 'sources');
  mkdirSync(sources);
  for (let at = 1; at <= FILES; at += 1) {
    writeFileSync(join(sources, `${at}.docx`), Buffer.alloc(1_500_000, at));
  }
  const folder = join(root, '档案/2 志愿服务');
  const isFiling = () => listed(folder).some((name) => name.startsWith('0'));
  return { root, folder, isFiling, words: ['add', sources, '--to', '2'] };
}

test.each(['SIGINT', 'SIGKILL'] as const)(
  'add that meets %s is not carried on by another add, but by fix, each file once',
  async (signal) => {
    const { root, folder, words, isFiling } = filing();
    const { code, note } = await signalled(root, words, signal, isFiling);
    expect([code, note]).toEqual(
      signal === 'SIGINT' ? [130, expect.stringContaining('已中断')] : [null, ''],
    );
    const half = kept(root);
    expect(dangan(words, { cwd: root })).toMatchObject({
      code: expect.toSatisfy((each: number) => each > 0) as number,
      note: expect.stringContaining('dangan fix --write') as string,
    });
    expect(kept(root)).toEqual(half);
    dangan(['fix', '--write'], { cwd: root });
    expect(listed(folder)).toHaveLength(FILES);
  },
);

test.each(['SIGINT', 'SIGKILL'] as const)('add that meets %s can be taken back', async (signal) => {
  const { root, words, isFiling } = filing();
  const before = kept(root);
  await signalled(root, words, signal, isFiling);
  expect(dangan(['undo'], { cwd: root }).code).toBe(0);
  expect(kept(root)).toEqual(before);
});

test('Ctrl-C inside one large file leaves nothing of it', async () => {
  const { root, folder } = filing();
  const large = join(temporaryFolder(), '录像.mp4');
  const handle = openSync(large, 'w');
  ftruncateSync(handle, 4e8);
  closeSync(handle);
  const before = kept(root);
  const isCopying = () => listed(folder).some((name) => name.startsWith('.dangan-tmp'));
  const words = ['add', large, '--to', '2'];
  const { code, note } = await signalled(root, words, 'SIGINT', isCopying);
  expect([code, note]).toEqual([130, expect.stringContaining('已中断')]);
  expect(kept(root)).toEqual(before);
  expect(dangan(['check'], { cwd: root }).note).toBe('');
});

test('check ends with 130 and says nothing else', async () => {
  const root = smallArchive(ANY_CONTENTS);
  for (let folder = 0; folder < 60; folder += 1) {
    const place = join(root, '档案/2 志愿服务', `活动${folder}`);
    mkdirSync(place);
    for (let at = 1; at <= 500; at += 1) writeFileSync(join(place, `${at}.docx`), '');
  }
  const before = kept(root);
  const started = performance.now();
  dangan(['check'], { cwd: root });
  // In the middle of it, on a slow machine and on a quick one, and on one that is busy for a while.
  const part = (performance.now() - started) / 4;
  const from = performance.now();
  const isFar = (pid: number) => performance.now() - from > part && catchesSignals(pid);
  const { code, note } = await signalled(root, ['check'], 'SIGINT', isFar);
  expect([code, note]).toEqual([130, expect.not.stringMatching(/^ +at /m)]);
  expect(kept(root)).toEqual(before);
});

test('unpack takes away what it began, also when its window is closed', async () => {
  const root = smallArchive(ANY_CONTENTS);
  const large = openSync(join(root, '档案/2 志愿服务/01：录像.mp4'), 'w');
  ftruncateSync(large, 4e8);
  closeSync(large);
  const place = temporaryFolder();
  dangan(['pack', '-o', join(place, 'b.zip')], { cwd: root });
  const isWriting = () => listed(place).some((name) => name.startsWith('.dangan-unpacking'));
  const words = ['unpack', 'b.zip', '--to', 'out'];
  const { code, note } = await signalled(place, words, 'SIGHUP', isWriting);
  expect([code, note]).toEqual([130, expect.stringContaining('已中断')]);
  expect(listed(place)).toEqual(['b.zip']);
});

test('verify ends with 130', async () => {
  const root = smallArchive(ANY_CONTENTS);
  const large = openSync(join(root, '档案/2 志愿服务/01：录像.mp4'), 'w');
  ftruncateSync(large, 1e9);
  closeSync(large);
  dangan(['pack', '--folder', '-o', join(root, 'bag')], { cwd: root });
  const from = performance.now();
  const { code, note } = await signalled(
    root,
    ['verify', 'bag'],
    'SIGINT',
    () => performance.now() - from > 500,
  );
  expect([code, note]).toEqual([130, expect.stringContaining('已中断')]);
});
