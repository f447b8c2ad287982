import { spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  appendFileSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, describe, expect, test } from 'vitest';
import { dangan } from '../helpers/cli.js';
import { sha256 } from '../helpers/contents.js';
import { largeArchive, listed, partials, writeLarge } from '../helpers/large-archive.js';
import { PROGRAM } from '../helpers/program.js';
import { smallArchive } from '../helpers/small-archive.js';

const LEAF = '档案/1 组织领导/1.1 领导机构';
const DAY = ['--today', '2020-12-01'];
const made: string[] = [];
afterEach(() => {
  for (const root of made.splice(0)) rmSync(root, { recursive: true, force: true });
});
const kept = (root: string) => {
  made.push(root);
  return root;
};

const sum = (path: string) => sha256(readFileSync(path));
/** Every file below a folder with its digest. */
const sumsIn = (folder: string): readonly string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .sort()
    .filter((name) => lstatSync(join(folder, name)).isFile())
    .map((name) => `${name} ${sum(join(folder, name))}`);

/** Other bytes under the same size, time and inode. */
function changeSecretly(path: string): void {
  const { atimeMs, mtimeMs } = lstatSync(path);
  writeFileSync(path, 'X', { flag: 'r+' });
  utimesSync(path, atimeMs / 1000, mtimeMs / 1000);
}

/** Start packing and send a signal once so many files are listed. */
async function stopped(
  root: string,
  words: readonly string[],
  signal: NodeJS.Signals,
  files: number,
): Promise<{ code: number | null; note: string }> {
  const run = spawn(process.execPath, [PROGRAM, 'pack', root, ...DAY, ...words], {
    env: { ...process.env, DANGAN_LANG: 'zh-CN' },
  });
  let note = '';
  run.stderr.on('data', (text: Buffer) => (note += text.toString()));
  const ended = once(run, 'exit') as Promise<[number | null]>;
  while (run.exitCode === null && run.signalCode === null && listed(root) < files) {
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
  run.kill(signal);
  const [code] = await ended;
  return { code, note };
}

const pack = (root: string, ...words: string[]) => dangan(['pack', root, ...DAY, ...words]);

describe.each([
  ['zip', 'out.zip', []],
  ['folder', 'out', ['--folder']],
] as const)('a %s', (form, name, words) => {
  const sumsOf = (path: string) => (form === 'zip' ? [sum(path)] : sumsIn(path));

  test('killed again and again is gone on with, and is the same to the byte', async () => {
    const root = kept(largeArchive(8, 45));
    expect(pack(root, ...words, '-o', join(root, `whole-${name}`)).code).toBe(0);
    const target = join(root, name);
    // The second one has hardly begun when it is killed, too.
    for (const files of [1, 2, 4]) {
      await stopped(root, [...words, '-o', target, '--resume'], 'SIGKILL', files);
      expect(partials(root)).toHaveLength(1);
    }
    const { code, note } = pack(root, ...words, '-o', target, '--resume');
    expect({ code, note }).toMatchObject({
      code: 0,
      note: expect.stringMatching(/接着上次打包：[4-9] 个文件/) as string,
    });
    expect(sumsOf(target)).toEqual(sumsOf(join(root, `whole-${name}`)));
    expect(partials(root)).toEqual([]);
  }, 120_000);
});

test('Ctrl-C keeps what is packed and says how to go on; without --resume it is cleared away', async () => {
  const root = kept(largeArchive(6, 45));
  const { code, note } = await stopped(root, [], 'SIGINT', 2);
  expect(code).toBe(130);
  expect(note).toMatch(
    /已经打好的 \d+ 个文件（.*）保留在 [^]*加上 --resume 就接着打[^]*同一条命令加上 --resume/,
  );
  expect(pack(root).note).toContain('已删除上次打包中断留下的 1 个临时文件');
  expect(partials(root)).toEqual([]);
}, 60_000);

test('what changed since is packed as it is now, under the name that belongs to it', async () => {
  const root = kept(largeArchive(6, 45));
  await stopped(root, [], 'SIGKILL', 3);
  writeLarge(join(root, LEAF, '03：录像3.mp4'), '改过', 46e6);
  writeLarge(join(root, LEAF, '08：后来的.mp4'), '后来', 1e6);
  const { code, note, out } = pack(root, '--resume');
  expect(code).toBe(0);
  expect(note).toContain('接着上次打包：2 个文件');
  const path = /迎检包 .*|已打包：(.*)/.exec(out)?.[1] ?? '';
  expect(pack(root, '-o', join(root, 'whole.zip')).code).toBe(0);
  expect(sum(path)).toBe(sum(join(root, 'whole.zip')));
}, 60_000);

test('a file that was only touched is read again, and packing goes on behind it', async () => {
  const root = kept(largeArchive(6, 45));
  await stopped(root, [], 'SIGKILL', 3);
  utimesSync(join(root, LEAF, '02：录像2.mp4'), 1e9, 1e9);
  expect(pack(root, '--resume').note).toMatch(/接着上次打包：[3-9] 个文件/);
}, 60_000);

test('bytes that changed under the same time are seen with --paranoid only', async () => {
  const root = kept(largeArchive(6, 45));
  await stopped(root, [], 'SIGKILL', 3);
  changeSecretly(join(root, LEAF, '03：录像3.mp4'));
  const { code, note } = pack(root, '--resume', '--paranoid', '-o', join(root, 'out.zip'));
  expect({ code, note }).toMatchObject({
    code: 0,
    note: expect.stringContaining('接着上次打包：2 个文件') as string,
  });
  pack(root, '-o', join(root, 'whole.zip'));
  expect(sum(join(root, 'out.zip'))).toBe(sum(join(root, 'whole.zip')));
}, 60_000);

test('what another archive has half-written in the same place is left alone', async () => {
  const [one, other] = [kept(largeArchive(6, 45)), kept(smallArchive())];
  await stopped(one, [], 'SIGKILL', 2);
  pack(other, '-o', join(one, 'other.zip'));
  expect(partials(one)).toHaveLength(1);
  expect(pack(one, '--resume').note).toContain('接着上次打包');
}, 60_000);

test('parts that were interrupted are gone on with, part by part', async () => {
  const root = kept(largeArchive(3, 45));
  const more = join(root, '档案/1 组织领导/1.2 工作制度');
  mkdirSync(more, { recursive: true });
  for (const number of [1, 2]) writeLarge(join(more, `0${number}：录像.mp4`), `${number}`, 45e6);
  const words = ['--max-size', '150M'];
  pack(root, ...words, '-o', join(root, 'whole.zip'));
  await stopped(root, [...words, '-o', join(root, 'out.zip')], 'SIGKILL', 3);
  expect(pack(root, ...words, '-o', join(root, 'out.zip'), '--resume').code).toBe(0);
  for (const part of ['-第1包共2包.zip', '-第2包共2包.zip']) {
    expect(sum(join(root, `out${part}`))).toBe(sum(join(root, `whole${part}`)));
  }
  // A kill between two names leaves one of them: the other is written again.
  rmSync(join(root, 'out-第2包共2包.zip'));
  expect(pack(root, ...words, '-o', join(root, 'out.zip'), '--resume').code).toBe(0);
  expect(sum(join(root, 'out-第2包共2包.zip'))).toBe(sum(join(root, 'whole-第2包共2包.zip')));
}, 120_000);

describe('a bundle that is there', () => {
  const packed = (...words: string[]) => {
    const root = kept(smallArchive({ '1 组织领导/1.2 工作制度/01：制度.docx': 'x'.repeat(3000) }));
    const target = join(root, words.includes('--folder') ? 'out' : 'out.zip');
    pack(root, '-o', target, ...words);
    return { root, target };
  };

  test.each([[[]], [['--folder']]])('is left as it is when nothing has changed %s', (words) => {
    const { root, target } = packed(...words);
    const before = lstatSync(target).mtimeMs;
    const { code, out } = dangan(['pack', root, '-o', target, ...words, '--resume']);
    expect({ code, out }).toMatchObject({
      code: 0,
      out: expect.stringContaining('没有变化，迎检包是完整的') as string,
    });
    expect(lstatSync(target).mtimeMs).toBe(before);
    const json = dangan(['pack', root, '-o', target, ...words, '--resume', '--format', 'json']);
    expect(JSON.parse(json.out)).toMatchObject({ bundle: { unchanged: true } });
  });

  test.each(['same size', 'another size'])('is never written over: %s', (what) => {
    const { root, target } = packed();
    const before = sum(target);
    const text = what === 'same size' ? 'y'.repeat(3000) : 'y';
    writeFileSync(join(root, '档案/1 组织领导/1.2 工作制度/01：制度.docx'), text);
    const { code, note } = pack(root, '-o', target, '--resume');
    expect({ code, digest: sum(target) }).toEqual({ code: 2, digest: before });
    expect(note).toContain('与现在打包的结果不同');
  });

  test('is not in order when a byte of its evidence, its lists or its end is another', () => {
    const { root, target } = packed();
    const bytes = readFileSync(target);
    for (const at of [
      bytes.indexOf('docx') + 60,
      bytes.indexOf('Bagging-Date'),
      bytes.length - 8,
    ]) {
      const changed = Buffer.from(bytes);
      changed[at] = (changed[at] ?? 0) ^ 1;
      writeFileSync(target, changed);
      expect(pack(root, '-o', target, '--resume').code).toBe(2);
    }
    writeFileSync(target, Buffer.concat([bytes, Buffer.from('x')]));
    expect(pack(root, '-o', target, '--resume').code).toBe(2);
  });

  test('as a folder is not in order with a file too many', () => {
    const { root, target } = packed('--folder');
    writeFileSync(join(target, 'data/stray'), '');
    expect(pack(root, '--folder', '-o', target, '--resume').code).toBe(2);
  });
});

describe('what is remembered of a large archive', () => {
  const memory = (root: string) => join(root, '.dangan/cache/packed-files');
  const resume = (root: string, ...words: string[]) =>
    pack(root, '-o', join(root, 'out.zip'), '--resume', ...words);
  const packed = () => {
    const root = kept(largeArchive(3, 23));
    pack(root, '-o', join(root, 'out.zip'));
    return root;
  };
  let shared: { readonly root: string; readonly text: string } | undefined;
  /** One archive, and what is remembered of it, for those who only damage that. */
  const remembering = () => {
    if (shared) return shared;
    const root = largeArchive(3, 23);
    pack(root, '-o', join(root, 'out.zip'));
    return (shared = { root, text: readFileSync(memory(root), 'utf8') });
  };
  afterAll(() => {
    if (shared) rmSync(shared.root, { recursive: true, force: true });
  });

  test('saves reading it again', () => {
    expect(resume(packed()).note).toContain(
      '4 个文件（69 MB）的大小、时间、inode 都没变，没有重读',
    );
  });

  test('does not see bytes that changed under the same time; --paranoid does', () => {
    const root = packed();
    changeSecretly(join(root, LEAF, '02：录像2.mp4'));
    expect(resume(root).code).toBe(0);
    expect(resume(root, '--paranoid').code).toBe(2);
  });

  test.each([
    ['missing', () => undefined],
    ['empty', (path: string) => writeFileSync(path, '')],
    ['cut off', (path: string, text: string) => writeFileSync(path, text.slice(0, 300))],
    ['no such thing', (path: string) => writeFileSync(path, '{}\n[]\n')],
    ['a folder', (path: string) => mkdirSync(path)],
    [
      'changed by a byte',
      (path: string, text: string) => writeFileSync(path, text.replace('"method":0', '"method":8')),
    ],
  ])('may be %s, which costs time and nothing else', (_what, damage) => {
    const { root, text } = remembering();
    rmSync(memory(root), { recursive: true, force: true });
    damage(memory(root), text);
    expect(resume(root).code).toBe(0);
  });

  test.each([
    ['written to', (path: string) => appendFileSync(path, 'x'), 2],
    [
      'exchanged for a copy',
      (path: string) => {
        writeFileSync(`${path}~`, readFileSync(path));
        renameSync(`${path}~`, path);
      },
      0,
    ],
    ['only touched', (path: string) => utimesSync(path, 1e9, 1e9), 0],
  ])('does not count for a file that was %s', (_what, change, code) => {
    const root = packed();
    change(join(root, LEAF, '03：录像3.mp4'));
    const run = resume(root);
    expect(run.code).toBe(code);
    if (code === 0) expect(run.note).toContain('3 个文件');
  });

  test('is never packed', () => {
    const root = packed();
    expect(dangan(['verify', join(root, 'out.zip')]).code).toBe(0);
    expect(readFileSync(join(root, 'out.zip')).includes('packed-files')).toBe(false);
  });
});
