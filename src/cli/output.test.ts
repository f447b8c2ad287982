import { execFileSync } from 'node:child_process';
import { constants, mkdtempSync, openSync, readFileSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { text } from 'node:stream/consumers';
import { expect, test } from 'vitest';
import { outputTo } from './output.js';

const folder = mkdtempSync(join(tmpdir(), 'dangan-output-'));

// Windows has streams for everything.
const here = test.runIf(process.platform !== 'win32');

const noStream = () => {
  throw new Error('a stream was made');
};

/** A pipe that nobody reads, and that has no room left. */
function fullPipe(): number {
  const path = join(folder, 'pipe');
  execFileSync('mkfifo', [path]);
  const pipe = openSync(path, constants.O_RDWR | constants.O_NONBLOCK);
  expect(() => {
    for (;;) writeSync(pipe, Buffer.alloc(4096));
  }).toThrow('EAGAIN');
  return pipe;
}

here('a file is written to without a stream', async () => {
  const path = join(folder, 'file');
  const output = outputTo(openSync(path, 'w'), noStream);
  output.write('检查了 3 个文件\n');
  output.write('没有发现问题\n');
  expect([output.isTerminal, await output.written()]).toEqual([false, undefined]);
  expect(readFileSync(path, 'utf8')).toBe('检查了 3 个文件\n没有发现问题\n');
});

here('what cannot be written is told once all is', async () => {
  const path = join(folder, 'read-only');
  const output = outputTo(openSync(path, 'w+'), noStream);
  const closed = outputTo(openSync(path, 'r'), noStream);
  output.write('一');
  closed.write('二');
  expect([await output.written(), (await closed.written())?.code]).toEqual([undefined, 'EBADF']);
});

here('a pipe that lets nobody wait has the rest from a stream', async () => {
  const stream = new PassThrough();
  const output = outputTo(fullPipe(), () => stream);
  output.write('前面的话，');
  output.write('后面的话');
  await output.written();
  stream.end();
  expect(await text(stream)).toBe('前面的话，后面的话');
});
