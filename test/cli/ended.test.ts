/** `kill`, and Ctrl-C pressed twice, while something is written: no half of it under its own name, and the next run settles. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, existsSync, ftruncateSync, openSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { docxOf } from '../../src/io/samples/office.js';
import { SMALL_SYSTEM, writeTree } from '../helpers/archive-on-disk.js';
import { dangan } from '../helpers/cli.js';
import { contentsOf } from '../helpers/contents.js';
import { NOTHING_OWED } from '../helpers/nothing-owed.js';
import { quickFolder } from '../helpers/disk/quick-folder.js';

const program = fileURLToPath(new URL('../../bin/dangan.js', import.meta.url));
const DOCUMENTS = 40;
const LEADING = '档案/1 组织领导/1.1 领导机构';
const VIDEO = '档案/2 志愿服务/01：录像.mp4';

let place = '';
let root = '';
beforeAll(async () => {
  place = quickFolder('dangan-ended-');
  root = join(place, 'archive');
  const document = await docxOf('制度', ['第一条']);
  const names = Array.from({ length: DOCUMENTS }, (_, at) => `${at + 1}.制度${at + 1}.docx`);
  const texts = Array.from({ length: 900 }, (_, at) => `${at + 1}.纪要${at + 1}.txt`);
  writeTree(root, {
    'dangan.yaml': `unit: { name: 县水利局 }\nsystem: criteria.yaml\nnaming: { digits: 3 }\n${NOTHING_OWED}`,
    'criteria.yaml': SMALL_SYSTEM,
    ...Object.fromEntries(names.map((name) => [`${LEADING}/${name}`, document])),
    ...Object.fromEntries(texts.map((name) => [`档案/1 组织领导/1.2 工作制度/${name}`, name])),
    '档案/2 志愿服务/': '',
  });
});
afterAll(() => rmSync(place, { recursive: true, force: true }));

/** `kill`; and a clerk who presses Ctrl-C until something happens. */
const WAYS = ['kill', 'Ctrl-C twice'] as const;
type Way = (typeof WAYS)[number];

/** Start a command and end it as soon as it is that far. @returns its exit code, or the signal that ended it. */
async function endedOnce(words: readonly string[], way: Way, isFar: () => boolean) {
  const run = spawn(process.execPath, [program, ...words], { cwd: root, stdio: 'ignore' });
  const exit = once(run, 'exit') as Promise<[number | null, NodeJS.Signals | null]>;
  while (run.exitCode === null && !isFar()) await setTimeout(1);
  run.kill(way === 'kill' ? 'SIGTERM' : 'SIGINT');
  if (way === 'Ctrl-C twice') {
    // Two signals at once would be one.
    await setTimeout(2);
    run.kill('SIGINT');
  }
  const [code, signal] = await exit;
  return code ?? signal;
}

/** The same; where the machine was so busy that the command was done before, it is taken back and tried again. */
async function ended(
  words: readonly string[],
  way: Way,
  { isFar, takeBack }: { isFar: () => boolean; takeBack: () => void },
) {
  for (let tries = 0; tries < 9; tries += 1) {
    const end = await endedOnce(words, way, isFar);
    if (end !== 0) return end;
    takeBack();
  }
  return 'always done before';
}
/** The first Ctrl-C may have been enough. */
const endOf = (way: Way) => (way === 'kill' ? [130] : [130, 'SIGINT']);

const listed = (folder: string) => (existsSync(folder) ? readdirSync(folder) : []);
const own = (names: RegExp) => listed(join(root, '.dangan')).filter((name) => names.test(name));
const entries = () => listed(join(root, '.dangan/journal')).filter((name) => /^\d/.test(name));
const evidence = () =>
  Object.fromEntries(
    Object.entries(contentsOf(root)).filter(([path]) => !path.startsWith('.dangan')),
  );
const codeOf = (...words: string[]) => dangan(words, { cwd: root }).code;

describe.each(WAYS)('%s', (way) => {
  const undone = () => void codeOf('undo');
  /** Not before there is one entry more than now. */
  const inJournal = () => {
    let known = entries().length;
    const takeBack = () => {
      undone();
      known = entries().length;
    };
    return { isFar: () => entries().length > known, takeBack };
  };

  test('fix that has begun goes back, and on', async () => {
    const before = evidence();
    const fix = ['fix', '--write', '--unsafe'];
    expect(endOf(way)).toContain(await ended(fix, way, inJournal()));
    expect([codeOf('undo'), evidence()]).toEqual([0, before]);
    expect(endOf(way)).toContain(await ended(fix, way, inJournal()));
    expect(codeOf(...fix)).toBe(0);
    const halves = Object.keys(evidence()).filter((path) => path.includes('dangan-tmp'));
    expect([halves, codeOf('undo'), evidence()]).toEqual([[], 0, before]);
  });

  test('stamp that makes its copies has changed no document, and is run again', async () => {
    const before = evidence();
    const stamp = ['stamp', '--write'];
    const isFar = () => own(/^drafts-/).length > 0;
    expect(endOf(way)).toContain(await ended(stamp, way, { isFar, takeBack: undone }));
    expect(evidence()).toEqual(before);
    expect([codeOf(...stamp), own(/^drafts-/)]).toEqual([0, []]);
    expect([codeOf('undo'), evidence()]).toEqual([0, before]);
  });

  test('pack and unpack leave nothing under the name that was asked for', async () => {
    const bundle = join(place, `${way}.zip`);
    const target = join(place, `${way} out`);
    const video = openSync(join(root, VIDEO), 'w');
    ftruncateSync(video, 2e8);
    closeSync(video);
    const pack = ['pack', '--allow-errors', '-o', bundle];
    const isPacking = () => listed(place).some((name) => name.endsWith('.partial'));
    expect(endOf(way)).toContain(
      await ended(pack, way, { isFar: isPacking, takeBack: () => rmSync(bundle) }),
    );
    expect([existsSync(bundle), codeOf(...pack), isPacking()]).toEqual([false, 0, false]);
    const unpack = ['unpack', bundle, '--to', target];
    const isUnpacking = () => listed(place).some((name) => name.startsWith('.dangan-unpacking'));
    expect(endOf(way)).toContain(
      await ended(unpack, way, {
        isFar: isUnpacking,
        takeBack: () => rmSync(target, { recursive: true }),
      }),
    );
    const [isThere, hasLeft] = [existsSync(target), isUnpacking()];
    const again = dangan(unpack, { cwd: root });
    expect([isThere, again.code, isUnpacking()]).toEqual([false, 0, false]);
    expect(again.note.includes('已删除上次解包中断留下的 1 个临时文件夹')).toBe(hasLeft);
    expect(codeOf('verify', target)).toBe(0);
    for (const each of [bundle, target, join(root, VIDEO)]) rmSync(each, { recursive: true });
  });
});
