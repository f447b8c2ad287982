import { closeSync, ftruncateSync, openSync, readdirSync, statSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../../test/helpers/archive-on-disk.js';
import { DanganError } from '../errors.js';
import { metered } from './change/copying.js';
import { realDisk, sha256Of } from './disk.js';
import { copyInPieces, digestInPieces } from './pieces.js';

const LARGE = 20 * 2 ** 20 + 5;

/** A file of this size with something at both ends; the rest takes no room on the disk. */
function largeFile(size = LARGE): { folder: string; path: string } {
  const folder = temporaryFolder();
  const path = join(folder, 'large.mp4');
  const handle = openSync(path, 'w', 0o640);
  writeSync(handle, 'first');
  ftruncateSync(handle, size);
  writeSync(handle, 'last', size - 4);
  closeSync(handle);
  return { folder, path };
}

/** What was told, and the sum of it. */
function listener() {
  const told: number[] = [];
  return {
    told,
    sum: () => told.reduce((sum, bytes) => sum + bytes, 0),
    onPiece: (bytes: number): undefined => {
      told.push(bytes);
    },
  };
}

test.each([9, LARGE])('a copy of %i bytes is told byte for byte, and the same', async (size) => {
  const { folder, path } = largeFile(size);
  const copy = join(folder, 'copy.mp4');
  const { sum, onPiece } = listener();
  await copyInPieces(path, copy, onPiece);
  expect(sum()).toBe(statSync(path).size);
  expect(sha256Of(copy)).toBe(sha256Of(path));
  expect(statSync(copy).mode).toBe(statSync(path).mode);
});

test('a digest is told piece by piece', async () => {
  const { path } = largeFile();
  const { told, sum, onPiece } = listener();
  expect(await digestInPieces(path, onPiece)).toBe(sha256Of(path));
  expect([sum(), told.length > 20]).toEqual([LARGE, true]);
});

test('a copy is never written over what is there', async () => {
  const { path } = largeFile();
  await expect(copyInPieces(path, path, () => undefined)).rejects.toThrow('EEXIST');
  expect(statSync(path).size).toBe(LARGE);
});

test('a copy has the time of its original', async () => {
  const { folder, path } = largeFile();
  const copy = join(folder, 'copy.mp4');
  await realDisk.copyNew(path, copy, () => undefined);
  expect(Math.floor(statSync(copy).mtimeMs)).toBe(Math.floor(statSync(path).mtimeMs));
});

test('Ctrl-C is heard inside a file', async () => {
  const { folder, path } = largeFile();
  const abort = new AbortController();
  const bytes = { totalBytes: LARGE, work: LARGE };
  const stopped = metered({ line: undefined, signal: abort.signal, ...bytes }, (onPiece) => {
    return digestInPieces(path, (count) => {
      abort.abort();
      return onPiece(count);
    });
  });
  await expect(stopped).rejects.toEqual(new DanganError('INTERRUPTED', {}));
  expect(readdirSync(folder)).toEqual(['large.mp4']);
});
