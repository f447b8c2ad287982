import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { appendFileSync, ftruncateSync, openSync, closeSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { dangan } from '../helpers/cli.js';
import { PROGRAM } from '../helpers/program.js';
import { smallArchive } from '../helpers/small-archive.js';

const FILE = '1 组织领导/1.1 领导机构/02：录像.mp4';
const made: string[] = [];
afterEach(() => {
  for (const root of made.splice(0)) rmSync(root, { recursive: true, force: true });
});

/** Pack an archive with a large file; `disturb` is called once the bundle is being written. */
async function packing(
  disturb: (root: string, kill: (signal: NodeJS.Signals) => void) => void,
): Promise<{ root: string; code: number | null; note: string; left: string[] }> {
  const root = smallArchive({ [FILE]: '' });
  made.push(root);
  const file = openSync(join(root, '档案', FILE), 'w');
  ftruncateSync(file, 6e8);
  closeSync(file);
  const run = spawn(process.execPath, [PROGRAM, 'pack', root], {
    env: { ...process.env, DANGAN_LANG: 'zh-CN' },
  });
  let note = '';
  run.stderr.on('data', (text: Buffer) => (note += text.toString()));
  const ended = once(run, 'exit') as Promise<[number | null]>;
  while (run.exitCode === null && !partial(root)) {
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  disturb(root, (signal) => void run.kill(signal));
  const [code] = await ended;
  return { root, code, note, left: readdirSync(root).filter((name) => name.includes('县水利局')) };
}
const partial = (root: string) => readdirSync(root).some((name) => name.endsWith('.partial'));

test('a program that writes to a file while it is packed is noticed, and nothing is left', async () => {
  const { code, note, left } = await packing((root) =>
    appendFileSync(join(root, '档案', FILE), 'more'),
  );
  expect({ code, left }).toEqual({ code: 3, left: [] });
  expect(note).toContain(`档案/${FILE}`);
});

test('Ctrl-C takes away what was begun', async () => {
  const { code, left } = await packing((_, kill) => kill('SIGINT'));
  expect({ code, left }).toEqual({ code: 130, left: [] });
});

test('a killed run leaves no bundle, and the next one takes away what it left, and says so', async () => {
  const { root, left } = await packing((_, kill) => kill('SIGKILL'));
  expect(left).toEqual([]);
  expect(partial(root)).toBe(true);
  rmSync(join(root, '档案', FILE));
  const next = dangan(['pack', root]);
  expect(next.note).toContain('已删除上次打包中断留下的 1 个临时文件');
  expect(partial(root)).toBe(false);
});
