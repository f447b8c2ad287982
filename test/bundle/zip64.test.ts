/** Entries behind the first 4 GiB. The large one is told to be there already: its bytes take no room on the disk. */
import { spawnSync } from 'node:child_process';
import { statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { expect, onTestFinished, test } from 'vitest';
import { open, type Entry, type ZipFile } from 'yauzl';
import { STORED } from '../../src/core/bundle/zip/records.js';
import { DigestRing } from '../../src/io/bundle/writing/digest-ring.js';
import { sizeAndTime } from '../../src/io/filing/source-file.js';
import { NewFile } from '../../src/io/bundle/writing/output.js';
import { ZipOutput } from '../../src/io/bundle/writing/zip-output.js';
import { temporaryFolder } from '../helpers/archive-on-disk.js';
import { runsHere } from '../helpers/programs.js';

const LARGE = 5_000_000_000;

/** A zip of a video of 5 GB and of a photo behind it. */
async function largeZip(): Promise<string> {
  const folder = temporaryFolder();
  const photo = join(folder, 'photo');
  writeFileSync(photo, '照片');
  const path = join(folder, 'large.zip');
  const ring = new DigestRing({ files: 2, thread: undefined, pause: () => undefined });
  const zip = new ZipOutput(new NewFile(path, path), '包', { date: 33, time: 0 }, ring);
  await zip.keep(0, 'data/录像.mp4', {
    path: 'data/录像.mp4',
    sizeBytes: LARGE,
    mtimeNs: '0',
    inode: '0',
    sha256: '0'.repeat(64),
    packed: { method: STORED, crc: 0, packedBytes: LARGE },
  });
  await zip.file(1, 'data/照片.jpg', { path: photo, shown: '照片', ...sizeAndTime(photo, '照片') });
  await zip.digests();
  await zip.finish();
  return path;
}

const opened = (path: string) =>
  new Promise<ZipFile>((resolve, reject) => {
    open(path, { lazyEntries: true, autoClose: false }, (error, zip) =>
      error ? reject(error) : resolve(zip),
    );
  });

test('another reader finds sizes and places of more than 4 GiB, and what lies there', async () => {
  const path = await largeZip();
  expect(statSync(path).size).toBeGreaterThan(LARGE);
  const zip = await opened(path);
  onTestFinished(() => zip.close());
  const entries: Entry[] = [];
  zip.on('entry', (entry: Entry) => {
    entries.push(entry);
    zip.readEntry();
  });
  const ended = new Promise((resolve) => zip.once('end', resolve));
  zip.readEntry();
  await ended;
  expect(entries.map(({ fileName, uncompressedSize }) => [fileName, uncompressedSize])).toEqual([
    ['包/data/录像.mp4', LARGE],
    ['包/data/照片.jpg', 6],
  ]);
  const [, photo] = entries;
  if (!photo) throw new Error('no photo');
  expect(photo.relativeOffsetOfLocalHeader).toBeGreaterThan(LARGE);
  const bytes = await new Promise<Buffer>((resolve, reject) => {
    zip.openReadStream(photo, (error, stream) => {
      if (error) reject(error);
      else buffer(stream).then(resolve, reject);
    });
  });
  expect(bytes.toString()).toBe('照片');
});

test.runIf(runsHere('python3', '-V'))('so does python', async () => {
  const path = await largeZip();
  const script =
    'import sys,zipfile; z=zipfile.ZipFile(sys.argv[1]); print([i.file_size for i in z.infolist()]); print(z.read("包/data/照片.jpg").decode())';
  const { stdout } = spawnSync('python3', ['-X', 'utf8', '-c', script, path], { encoding: 'utf8' });
  expect(stdout).toBe(`[${LARGE}, 6]\n照片\n`);
});
