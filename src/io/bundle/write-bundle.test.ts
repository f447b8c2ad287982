import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { sizeAndTime } from '../source-file.js';
import { writeBundle, type BundleJob } from './write-bundle.js';

const made: string[] = [];
afterEach(() => {
  for (const folder of made.splice(0)) rmSync(folder, { recursive: true });
});

/** A job over files in a new folder. */
function jobOf(files: Readonly<Record<string, string | Buffer>>, more: Partial<BundleJob> = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'dangan-bundle-'));
  made.push(folder);
  const sources = Object.entries(files).map(([name, data], number) => {
    const path = join(folder, `${number}`);
    writeFileSync(path, data);
    return { packed: `data/${name}`, source: { path, shown: name, ...sizeAndTime(path, name) } };
  });
  const at = (number: number) => sources[number] ?? expect.fail('no such file');
  const job: BundleJob = {
    target: join(folder, 'out.zip'),
    form: 'zip',
    name: '包',
    today: '2020-03-01',
    payload: {
      count: sources.length,
      bytes: sources.reduce((sum, { source }) => sum + source.sizeBytes, 0),
      pathAt: (number) => at(number).packed,
      sourceAt: (number) => at(number).source,
      emptyFolders: [],
      checkListing: () => undefined,
    },
    tags: [],
    worker: undefined,
    signal: new AbortController().signal,
    onProgress: () => undefined,
    ...more,
  };
  return { folder, job };
}
const partials = (folder: string) => readdirSync(folder).filter((name) => name.includes('partial'));

test('a zip has its entries at the end in the order of their paths', async () => {
  const { job } = jobOf({ '一.pdf': 'x', '二.txt': '长'.repeat(5000) });
  await writeBundle(job);
  const bytes = readFileSync(job.target);
  const directory = bytes.subarray(bytes.readUInt32LE(bytes.length - 6));
  expect(
    [...directory.toString('utf8').matchAll(/包\/[\w/.一二-]+?(pdf|txt)/g)].map(([name]) => name),
  ).toEqual([
    '包/bagit.txt',
    '包/data/一.pdf',
    '包/data/二.txt',
    '包/manifest-sha256.txt',
    '包/tagmanifest-sha256.txt',
  ]);
});

test('a folder and a zip of the same files have the same digest', async () => {
  const files = { '一.pdf': Buffer.alloc(3_000_000, 7), '二/空.txt': '' };
  const { job } = jobOf(files);
  const zip = await writeBundle(job);
  const folder = await writeBundle({ ...job, form: 'folder', target: `${job.target}-folder` });
  expect(folder.digest).toBe(zip.digest);
});

test('a file that has grown since it was listed stops it, and nothing is left', async () => {
  const { job, folder } = jobOf({ '一.pdf': 'x' });
  writeFileSync(job.payload.sourceAt(0).path, 'xy');
  await expect(writeBundle(job)).rejects.toMatchObject({
    code: 'FILE_CHANGED',
    data: { path: '一.pdf' },
  });
  expect(readdirSync(folder)).toEqual(['0']);
});

test('a file that is gone stops it', async () => {
  const { job } = jobOf({ '一.pdf': 'x' });
  rmSync(job.payload.sourceAt(0).path);
  await expect(writeBundle(job)).rejects.toMatchObject({ code: 'FILE_CHANGED' });
});

test('what is there already is left alone', async () => {
  const { job, folder } = jobOf({});
  writeFileSync(job.target, 'mine');
  await expect(writeBundle(job)).rejects.toMatchObject({ code: 'TARGET_EXISTS' });
  expect(readFileSync(job.target, 'utf8')).toBe('mine');
  expect(partials(folder)).toEqual([]);
});
