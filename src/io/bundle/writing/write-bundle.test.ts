import fc from 'fast-check';
import {
  appendFileSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { afterEach, expect, test } from 'vitest';
import { fromBuffer, type Entry } from 'yauzl';
import { bundleJob, writeBundle } from '../../../../test/helpers/bundle-job.js';
import { bundleBytesAtMost } from './bundle-contents.js';
import type { BundleJob } from './bundle-job.js';
import { writeBundles } from './write-bundle.js';

const made: string[] = [];
afterEach(() => {
  for (const folder of made.splice(0)) rmSync(folder, { recursive: true });
});

/** A job over files in a new folder. */
function jobOf(files: Readonly<Record<string, string | Buffer>>, more: Partial<BundleJob> = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'dangan-bundle-'));
  made.push(folder);
  const packings = Object.entries(files).map(([name, data], number) => {
    const path = join(folder, `${number}`);
    writeFileSync(path, data);
    return { packed: `data/${name}`, path };
  });
  const job = bundleJob(folder, packings, more);
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

/** The files of a zip by name, as a reader of other people's makes them out. */
function readZip(bytes: Buffer): Promise<ReadonlyMap<string, Buffer>> {
  return new Promise((resolve, reject) => {
    fromBuffer(bytes, { lazyEntries: true }, (error, zip) => {
      if (error) {
        reject(error);
        return;
      }
      const found = new Map<string, Buffer>();
      zip.on('entry', (entry: Entry) => {
        zip.openReadStream(entry, (failed, stream) => {
          if (failed) {
            reject(failed);
            return;
          }
          void buffer(stream).then((data) => {
            found.set(entry.fileName, data);
            zip.readEntry();
          }, reject);
        });
      });
      zip.once('end', () => resolve(found));
      zip.once('error', reject);
      zip.readEntry();
    });
  });
}

function entriesIn(bytes: Buffer): Promise<number> {
  return new Promise((resolve, reject) => {
    fromBuffer(bytes, {}, (error, zip) => {
      if (error) {
        reject(error);
        return;
      }
      let count = 0;
      zip.on('entry', () => (count += 1));
      zip.once('end', () => resolve(count));
      zip.once('error', reject);
    });
  });
}

test('whatever the files are, another reader gets the same bytes', async () => {
  const name = fc.stringMatching(/^[一-龥a-z0-9：]{1,20}\.(txt|pdf|doc|jpg)$/);
  const data = fc.oneof(
    fc.uint8Array({ maxLength: 3000 }).map((bytes) => Buffer.from(bytes)),
    fc.integer({ min: 0, max: 2_500_000 }).map((length) => Buffer.alloc(length, '测评')),
  );
  await fc.assert(
    fc.asyncProperty(fc.dictionary(name, data, { maxKeys: 8 }), async (files) => {
      const { job } = jobOf(files);
      await writeBundle(job);
      const found = await readZip(readFileSync(job.target));
      for (const [each, bytes] of Object.entries(files)) {
        expect(found.get(`包/data/${each}`)?.equals(bytes)).toBe(true);
      }
    }),
    { numRuns: 20 },
  );
});

test('seventy thousand files are more than a zip without zip64 can count', async () => {
  const { job } = jobOf({ '1': 'x' });
  const source = job.payload.sourceAt(0);
  const payload = {
    ...job.payload,
    count: 70_000,
    pathAt: (number: number) => `data/${number}`,
    sourceAt: () => source,
  };
  await writeBundle({ ...job, payload });
  expect(await entriesIn(readFileSync(job.target))).toBe(70_003);
});

test('a file that is written to while it is read stops it, and names it', async () => {
  const { job, folder } = jobOf({ '一.pdf': Buffer.alloc(400_000_000), '二.pdf': 'x' });
  const { path } = job.payload.sourceAt(0);
  let written = false;
  // Between two buffers of the file.
  const onProgress = () => {
    if (!written) appendFileSync(path, 'more');
    written = true;
  };
  const disturbed = { ...job, onProgress };
  await expect(writeBundle(disturbed)).rejects.toMatchObject({
    code: 'FILE_CHANGED',
    data: { path: '一.pdf' },
  });
  expect(partials(folder)).toEqual([]);
});

test('the same size at another time is a change', async () => {
  const { job } = jobOf({ '一.pdf': 'x' });
  utimesSync(job.payload.sourceAt(0).path, 1e9, 1e9);
  await expect(writeBundle(job)).rejects.toMatchObject({ code: 'FILE_CHANGED' });
});

test('an interrupted run leaves nothing', async () => {
  const interrupt = new AbortController();
  interrupt.abort();
  const { job, folder } = jobOf(
    { '一.pdf': Buffer.alloc(400_000_000) },
    { signal: interrupt.signal },
  );
  await expect(writeBundle(job)).rejects.toMatchObject({ code: 'INTERRUPTED' });
  expect(readdirSync(folder)).toEqual(['0']);
});

test.each(['zip', 'folder'] as const)(
  'progress goes on inside one large file (%s)',
  async (form) => {
    const seen = new Set<number>();
    const onProgress = ({ bytes }: { readonly bytes: number }) => void seen.add(bytes);
    const size = 300_000_000;
    const { job } = jobOf({ '录像.mp4': Buffer.alloc(size) }, { form, onProgress });
    await writeBundle(job);
    expect([...seen].some((bytes) => bytes > 0 && bytes < size)).toBe(true);
  },
);

test('what a bundle takes at most is told to the byte when nothing is compressed', async () => {
  const { job } = jobOf({ '一/录像.mp4': Buffer.alloc(3_000_000), '照片.jpg': 'x' });
  const payload = { ...job.payload, emptyFolders: ['data/空'] };
  const { bytes } = await writeBundle({ ...job, payload });
  expect(bundleBytesAtMost({ ...job, payload })).toBe(bytes);
});

test('of several bundles none appears when one of them cannot', async () => {
  const { job, folder } = jobOf({ '一.pdf': 'x' });
  const second = join(folder, 'second.zip');
  const onProgress = () => writeFileSync(second, 'mine');
  const tags = [{ name: '说明.txt', pieces: () => (onProgress(), ['x']) }];
  await expect(writeBundles([job, { ...job, target: second, tags }])).rejects.toMatchObject({
    code: 'TARGET_EXISTS',
  });
  expect(readdirSync(folder).sort()).toEqual(['0', 'second.zip']);
});
