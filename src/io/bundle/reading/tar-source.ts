/** A bag in a tar, read in place: its headers first, one after another, then the contents on all threads. */
import { closeSync, fstatSync, openSync } from 'node:fs';
import type { Refusal } from '../../../core/bundle/judge/refusal.js';
import { isTarRoot, listTar } from '../../../core/bundle/tar/listing.js';
import { TAR_BLOCK, TarHeaders, type TarEntry } from '../../../core/bundle/tar/headers.js';
import type { ZipLimits } from '../../../core/bundle/zip/directory.js';
import { diskError } from '../../../errors.js';
import type { DigestTarJob } from '../../digest/tar.js';
import { runOnThreads } from '../../threads/threads.js';
import { readAt } from './read-at.js';
import type { BagSource, DigestRun } from './source.js';

/** Below this, starting another thread takes longer than it saves. */
const ALONE_BYTES = 8 * 2 ** 20;
const ALONE_FILES = 400;

interface Index {
  readonly entries: readonly TarEntry[];
  /** By entry, where its contents begin. */
  readonly offsets: readonly number[];
  readonly refusal: Refusal | undefined;
}

export function openTar(path: string, limits: ZipLimits): BagSource {
  const { entries, offsets, refusal } = indexed(path, limits);
  const { files, guessed, refusals } = listTar(entries);
  const totalBytes = files.reduce((sum, { sizeBytes }) => sum + sizeBytes, 0);
  return {
    kind: 'tar',
    listed: files,
    guessed,
    refusals: refusal ? [refusal] : refusals,
    totalBytes,
    readWhole: (row, limit) => {
      const { sizeBytes = Infinity } = files[row] ?? {};
      return sizeBytes > limit ? undefined : contents(path, offsets[row] ?? 0, sizeBytes);
    },
    digestAll: async ({ table, copy, threads, pause, meanwhile }: DigestRun) => {
      const rows = files.flatMap(({ kind }, row) => (kind === 'file' ? [row] : []));
      const spans = new SharedArrayBuffer(files.length * 16);
      const numbers = new Float64Array(spans);
      for (const row of rows) {
        numbers[row * 2] = offsets[row] ?? 0;
        numbers[row * 2 + 1] = files[row]?.sizeBytes ?? 0;
      }
      const alone = totalBytes < ALONE_BYTES && rows.length < ALONE_FILES;
      const job: DigestTarJob = { path, spans, rows, table: table.parts, copy };
      const chosen = alone ? { ...threads, count: 1 } : threads;
      await runOnThreads(chosen, 'digest-tar', job, pause, meanwhile);
    },
  };
}

function indexed(path: string, limits: ZipLimits): Index {
  let file = -1;
  try {
    file = openSync(path, 'r');
    return readIndex(file, fstatSync(file).size, limits);
  } catch (cause) {
    throw diskError(path, cause);
  } finally {
    if (file >= 0) closeSync(file);
  }
}

function readIndex(file: number, size: number, limits: ZipLimits): Index {
  const headers = new TarHeaders();
  const entries: TarEntry[] = [];
  const offsets: number[] = [];
  const ended = (refusal?: Refusal): Index => ({ entries, offsets, refusal });
  for (let at = 0; ;) {
    const block = readAt(file, at, TAR_BLOCK);
    if (block.length < TAR_BLOCK) return ended(truncated());
    const step = headers.take(block);
    at += TAR_BLOCK;
    if (step.do === 'refuse') return ended(step.refusal);
    if (step.do === 'end') return ended(isEmptyFrom(file, at, size) ? undefined : hidden());
    const length = step.do === 'entry' ? step.entry.sizeBytes : step.sizeBytes;
    if (at + padded(length) > size) return ended(truncated());
    if (step.do === 'meta') {
      const refusal = headers.addMeta(readAt(file, at, length));
      if (refusal) return ended(refusal);
    } else if (!isTarRoot(step.entry)) {
      if (entries.push(step.entry) > limits.entries) return ended(tooMany(entries.length));
      offsets.push(at);
    }
    at += padded(length);
  }
}

/** Contents fill whole blocks. */
export function padded(sizeBytes: number): number {
  return Math.ceil(sizeBytes / TAR_BLOCK) * TAR_BLOCK;
}

export const truncated = (): Refusal => ({ code: 'BUNDLE_TRUNCATED', entry: '', detail: '' });
export const hidden = (): Refusal => ({
  code: 'BUNDLE_HIDDEN_DATA',
  entry: '',
  detail: 'appended',
});
export const tooMany = (count: number): Refusal => ({
  code: 'BUNDLE_TOO_MANY_ENTRIES',
  entry: '',
  detail: String(count),
});

/** A tape is filled up with zeros. */
export function isEmptyFrom(file: number, from: number, size: number): boolean {
  for (let at = from; at < size;) {
    const part = readAt(file, at, Math.min(2 ** 20, size - at));
    if (part.length === 0 || part.some((byte) => byte !== 0)) return false;
    at += part.length;
  }
  return true;
}

function contents(path: string, offset: number, length: number): Buffer | undefined {
  let file = -1;
  try {
    file = openSync(path, 'r');
    const bytes = readAt(file, offset, length);
    return bytes.length === length ? bytes : undefined;
  } catch {
    return undefined;
  } finally {
    if (file >= 0) closeSync(file);
  }
}
