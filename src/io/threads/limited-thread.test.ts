import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test } from 'vitest';
import { limitedThreads } from './limited-thread.js';

/** Threads that answer with their numbers, or never; all that they have taken is what we say. */
function threadsWith(megabytes: () => number, count = 1) {
  const program = join(mkdtempSync(join(tmpdir(), 'dangan-threads-')), 'worker.mjs');
  writeFileSync(
    program,
    `import { parentPort, threadId } from 'node:worker_threads';
    parentPort.on('message', (task) => { if (task === 'answer') parentPort.postMessage({ threadId }); });`,
  );
  const memory = { began: () => undefined, ended: () => undefined, megabytes };
  const limits = { ms: 600_000, megabytes: 100 };
  return limitedThreads<'answer' | 'wait', object>(count, pathToFileURL(program), limits, memory);
}

async function twoAnswers(megabytes: number): Promise<readonly unknown[]> {
  const [thread] = threadsWith(() => megabytes);
  const answers = [await thread?.run('answer'), await thread?.run('answer')];
  await thread?.end();
  return answers;
}

test('a thread is kept from task to task', async () => {
  const [first, second] = await twoAnswers(50);
  expect(second).toEqual(first);
});

test('a thread that has grown is replaced before the next task', async () => {
  const [first, second] = await twoAnswers(90);
  expect([typeof first, typeof second]).toEqual(['object', 'object']);
  expect(second).not.toEqual(first);
});

test('all that are at work are given up when there is too much memory', async () => {
  const threads = threadsWith(() => 101, 2);
  const answers = await Promise.all(threads.map((thread) => thread.run('wait')));
  expect(answers).toEqual(['crash', 'crash']);
});
