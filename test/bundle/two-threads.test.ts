import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { dosTimeOf } from '../../src/core/bundle/zip/records.js';
import { PackThread } from '../../src/io/bundle/writing/pack-thread.js';
import type { BundleJob } from '../../src/io/bundle/writing/bundle-job.js';
import { ReadAhead } from '../../src/io/bundle/writing/read-ahead.js';
import { bundleJob, writeBundle } from '../helpers/bundle-job.js';

const WORKER = new URL('../../dist/worker.js', import.meta.url);
const FILES = 3000;
const made: string[] = [];
afterEach(() => {
  for (const folder of made.splice(0)) rmSync(folder, { recursive: true });
});

/** Bytes of every kind: runs of small files, with large and compressible ones between them. */
function dataOf(number: number): Buffer {
  if (number === 700) return Buffer.alloc(5_000_000, 7);
  return Buffer.from(`${number} `.repeat(number % 900 === 0 ? 400 : 5));
}

const nameOf = (number: number) => `${String(number).padStart(4, '0')}.txt`;

function jobOf(name: string, thread: PackThread | undefined, data = dataOf): BundleJob {
  const folder = mkdtempSync(join(tmpdir(), 'dangan-threads-'));
  made.push(folder);
  const files = Array.from({ length: FILES }, (_, number) => {
    const path = join(folder, `${number}`);
    writeFileSync(path, data(number));
    return { packed: `data/${nameOf(number)}`, path };
  });
  return bundleJob(folder, files, { target: join(folder, `${name}.zip`), thread });
}

test('two threads write the same bytes as one', async () => {
  const [one, two] = [jobOf('one', undefined), jobOf('two', new PackThread(WORKER))];
  await writeBundle(one);
  await writeBundle(two);
  expect(readFileSync(two.target).equals(readFileSync(one.target))).toBe(true);
});

test('small files that together are larger than a buffer go into several', async () => {
  const data = (number: number) => Buffer.alloc(number < 300 ? 9000 + number * 20 : 9, number);
  const [one, two] = [jobOf('one', undefined, data), jobOf('two', new PackThread(WORKER), data)];
  await writeBundle(one);
  await writeBundle(two);
  expect(readFileSync(two.target).equals(readFileSync(one.target))).toBe(true);
});

test.each([100, 700, 2000])('whoever meets a changed file, it is named: %i', async (number) => {
  const job = jobOf('changed', new PackThread(WORKER));
  writeFileSync(job.payload.sourceAt(number).path, 'more than was there when it was listed');
  await expect(writeBundle(job)).rejects.toMatchObject({
    code: 'FILE_CHANGED',
    data: { path: nameOf(number) },
  });
  expect(readdirSync(dirname(job.target)).filter((name) => name.includes('zip'))).toEqual([]);
});

test('whoever misses a file, it is named', async () => {
  const job = jobOf('gone', new PackThread(WORKER));
  rmSync(job.payload.sourceAt(50).path);
  await expect(writeBundle(job)).rejects.toMatchObject({ data: { path: nameOf(50) } });
});

/** The job, of which all that can be was read by the other thread before it begins. */
async function readAhead(job: BundleJob, name = job.name): Promise<BundleJob> {
  const thread = job.thread ?? expect.fail('no other thread');
  const ahead = ReadAhead.begin(job.payload, name, dosTimeOf(job.today), thread);
  // It does one thing after the other.
  await thread.ask({ compare: [] });
  await ahead?.end();
  return { ...job, ahead };
}

async function bytesOfOne(): Promise<Buffer> {
  const one = jobOf('one', undefined);
  await writeBundle(one);
  return readFileSync(one.target);
}

test('what was read ahead is not read again, and the bytes are the same', async () => {
  const ahead = await readAhead(jobOf('ahead', new PackThread(WORKER)));
  for (const number of [0, 699, 701, 2999]) rmSync(ahead.payload.sourceAt(number).path);
  await writeBundle(ahead);
  expect(readFileSync(ahead.target).equals(await bytesOfOne())).toBe(true);
});

test('what was read ahead for a bundle of another name is read again', async () => {
  const ahead = await readAhead(jobOf('ahead', new PackThread(WORKER)), '另一个');
  await writeBundle(ahead);
  expect(readFileSync(ahead.target).equals(await bytesOfOne())).toBe(true);
});

test('a file that was changed before it is read ahead is named', async () => {
  const job = jobOf('changed', new PackThread(WORKER));
  writeFileSync(job.payload.sourceAt(2000).path, 'more than was there when it was listed');
  await expect(writeBundle(await readAhead(job))).rejects.toMatchObject({
    data: { path: nameOf(2000) },
  });
});
