/** A signal stops a function in one way, whatever its reason and whenever it comes. */
import { rmSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { check, pack, type Options } from '../../src/index.js';
import { smallArchive } from '../helpers/small-archive.js';

let root = '';
beforeAll(() => {
  const papers = Array.from({ length: 40 }, (_, at) => [
    `1 组织领导/1.2 工作制度/${String(at + 1).padStart(2, '0')}：制度之${String(at + 1)}.txt`,
    `制度 ${String(at)}`,
  ]);
  root = smallArchive(Object.fromEntries(papers) as Record<string, string>);
});
afterAll(() => rmSync(root, { recursive: true }));

const reason = new Error('enough');

test('a signal that has aborted before', async () => {
  const signal = AbortSignal.abort(reason);
  const told = { name: 'DanganError', code: 'INTERRUPTED', cause: reason };
  await expect(check(root, { signal })).rejects.toMatchObject(told);
});

test.each([1, 2, 3, 4])('one that aborts when progress is told, turn %i', async (turn) => {
  const controller = new AbortController();
  let turns = 0;
  const options: Options = {
    signal: controller.signal,
    onProgress: () => {
      turns += 1;
      if (turns === turn) controller.abort(reason);
    },
  };
  const packed = pack(root, { ...options, output: `${root}/包${String(turn)}.zip` });
  const told = { name: 'DanganError', code: 'INTERRUPTED', cause: reason };
  await expect(packed).rejects.toMatchObject(told);
});

test('one without a reason of its own', async () => {
  const controller = new AbortController();
  const checked = check(root, { signal: controller.signal });
  controller.abort();
  const told = { code: 'INTERRUPTED', cause: { name: 'AbortError' } };
  await expect(checked).rejects.toMatchObject(told);
});
