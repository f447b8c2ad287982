/** A bag in a zip, read in place: the central directory first, then each entry once, in the order of its bytes. */
import { closeSync, fstatSync, openSync } from 'node:fs';
import { inflateRawSync } from 'node:zlib';
import type { Refusal } from '../../../core/bundle/judge/refusal.js';
import {
  readDirectory,
  recordLength,
  type ZipDirectory,
  type ZipEntry,
  type ZipLimits,
} from '../../../core/bundle/zip/directory.js';
import {
  checkEnd64,
  findDirectory,
  TAIL_BYTES,
  type DirectoryPlace,
} from '../../../core/bundle/zip/end.js';
import { localLength, LOCAL_BYTES } from '../../../core/bundle/zip/local.js';
import { DanganError, diskError } from '../../../errors.js';
import type { CopyTo } from '../../digest/copy.js';
import { COLUMNS, type DigestZipJob } from '../../digest/zip.js';
import type { DigestTable } from '../../digest/table.js';
import { runOnThreads } from '../../threads/threads.js';
import { readAt } from './read-at.js';
import type { BagSource } from './source.js';

/** A piece of work for a thread: this many bytes or entries. */
const PIECE_BYTES = 4 * 2 ** 20;
const PIECE_ENTRIES = 512;
/** Below this, starting another thread takes longer than it saves. */
const ALONE_BYTES = 8 * 2 ** 20;
const ALONE_ENTRIES = 1500;
/** A central directory longer than this is not read: two million entries take less. */
const DIRECTORY_BYTES = 2 ** 30;
/** Above it, it is looked through before it is read: memory is for what is there, not for what is claimed. */
const LARGE_DIRECTORY_BYTES = 32 * 2 ** 20;

interface Directory extends ZipDirectory {
  readonly bytes: Buffer;
}

export function openZip(path: string, limits: ZipLimits): BagSource {
  const { bytes, entries, refusals, backslashes } = trying(path, () => readZip(path, limits));
  return {
    kind: 'zip',
    listed: entries,
    guessed: guessedOf(entries),
    backslashes,
    refusals,
    totalBytes: entries.reduce((sum, { packedBytes }) => sum + packedBytes, 0),
    readWhole: (row, limit) => {
      const entry = entries[row];
      return entry && entry.sizeBytes <= limit ? readEntry(path, entry) : undefined;
    },
    digestAll: async ({ table, copy, threads, pause, meanwhile }) => {
      const job = jobOf(path, bytes, entries, table, copy);
      const packed = entries.reduce((sum, { packedBytes }) => sum + packedBytes, 0);
      const alone = packed < ALONE_BYTES && entries.length < ALONE_ENTRIES;
      const chosen = alone ? { ...threads, count: 1 } : threads;
      await runOnThreads(chosen, 'digest-zip', job, pause, meanwhile);
    },
  };
}

function trying<T>(path: string, read: () => T): T {
  try {
    return read();
  } catch (cause) {
    throw cause instanceof DanganError ? cause : diskError(path, cause);
  }
}

function readZip(path: string, limits: ZipLimits): Directory {
  const file = openSync(path, 'r');
  try {
    const size = fstatSync(file).size;
    const begins = size < 4 ? 0 : readAt(file, 0, 4).readUInt32LE(0);
    const place = locate(path, file, size, begins);
    if ('code' in place) return refusedAs(place);
    const misplaced = checkPlace(place, begins, limits);
    if (misplaced) return refusedAs(misplaced);
    if (!holdsRecords(file, place)) return refusedAs(damagedDirectory());
    const bytes = readAt(file, place.offset, place.sizeBytes);
    const begin = begins === SPANNED || begins === ONE_OF_ONE ? 4 : 0;
    return { bytes, ...readDirectory(bytes, { ...place, begin }, limits) };
  } finally {
    closeSync(file);
  }
}

function refusedAs(refusal: Refusal): Directory {
  return { bytes: Buffer.alloc(0), entries: [], refusals: [refusal], backslashes: 0 };
}

function damagedDirectory(): Refusal {
  return { code: 'BUNDLE_ZIP_DAMAGED', entry: '', detail: 'central directory' };
}

function locate(
  path: string,
  file: number,
  size: number,
  begins: number,
): DirectoryPlace | Refusal {
  const tailAt = Math.max(0, size - TAIL_BYTES);
  const place = findDirectory(readAt(file, tailAt, size - tailAt), size);
  if (place === undefined) {
    if (begins === SPANNED) return { code: 'BUNDLE_MULTI_DISK', entry: '', detail: '' };
    if (begins !== LOCAL_BEGIN)
      throw new DanganError('BUNDLE_NOT_A_ZIP', { path, looks: undefined });
    return { code: 'BUNDLE_TRUNCATED', entry: '', detail: '' };
  }
  if ('code' in place || place.end64 === undefined) return place;
  return checkEnd64(readAt(file, place.end64, 56), place);
}

const LOCAL_BEGIN = 0x04034b50;
const SPANNED = 0x08074b50;
/** What a writer puts there that was ready to split the zip and did not need to (APPNOTE 8.5.5). */
const ONE_OF_ONE = 0x30304b50;
/** Programs for Windows begin with `MZ`. */
const isProgram = (begins: number) => (begins & 0xffff) === 0x5a4d;

/** The central directory must end where the end record begins: nothing between, nothing before the zip. */
function checkPlace(place: DirectoryPlace, begins: number, limits: ZipLimits): Refusal | undefined {
  const end = place.offset + place.sizeBytes;
  if (end > place.expectedEnd) return { code: 'BUNDLE_TRUNCATED', entry: '', detail: '' };
  if (isProgram(begins)) return { code: 'BUNDLE_HIDDEN_DATA', entry: '', detail: 'program' };
  if (end < place.expectedEnd)
    return { code: 'BUNDLE_HIDDEN_DATA', entry: '', detail: 'prepended' };
  if (place.sizeBytes > DIRECTORY_BYTES || place.entries > limits.entries) {
    return { code: 'BUNDLE_TOO_MANY_ENTRIES', entry: '', detail: String(place.entries) };
  }
  return undefined;
}

/** Is it a row of records from end to end? Asked of a large directory before there is memory for it. */
function holdsRecords(file: number, { offset, sizeBytes, entries }: DirectoryPlace): boolean {
  if (sizeBytes < 46 * entries) return false;
  if (sizeBytes < LARGE_DIRECTORY_BYTES) return true;
  const end = offset + sizeBytes;
  let part: Buffer = Buffer.alloc(0);
  let partAt = offset;
  for (let at = offset; at < end;) {
    if (at + 46 > partAt + part.length) {
      part = readAt(file, at, Math.min(2 ** 20, end - at));
      partAt = at;
    }
    const length = recordLength(part, at - partAt);
    if (length === undefined) return false;
    at += length;
  }
  return true;
}

function guessedOf(entries: readonly ZipEntry[]): BagSource['guessed'] {
  const guessed = entries.filter(({ named }) => named !== 'flag' && named !== 'unicode-field');
  const [first] = guessed;
  return first && { count: guessed.length, encoding: first.named.toUpperCase() };
}

/** One small entry, the way tag files are read before the rest is; its CRC is checked when it is digested. */
function readEntry(path: string, entry: ZipEntry): Buffer | undefined {
  const file = openSync(path, 'r');
  try {
    const length = localLength(readAt(file, entry.offset, LOCAL_BYTES));
    if (length < 0 || entry.offset + length + entry.packedBytes > entry.end) return undefined;
    const packed = readAt(file, entry.offset + length, entry.packedBytes);
    if (packed.length < entry.packedBytes) return undefined;
    return entry.deflated
      ? inflateRawSync(packed, { maxOutputLength: Math.max(entry.sizeBytes, 1) })
      : packed;
  } catch {
    return undefined;
  } finally {
    closeSync(file);
  }
}

function jobOf(
  path: string,
  bytes: Buffer,
  entries: readonly ZipEntry[],
  table: DigestTable,
  copy: CopyTo | undefined,
): DigestZipJob {
  const directory = new SharedArrayBuffer(bytes.length);
  bytes.copy(Buffer.from(directory));
  const columns = new SharedArrayBuffer(entries.length * COLUMNS * 8);
  const numbers = new Float64Array(columns);
  entries.forEach((entry, row) => {
    const { offset, end, record, sizeBytes, packedBytes } = entry;
    const at = row * COLUMNS;
    numbers[at] = offset;
    numbers[at + 1] = end;
    numbers[at + 2] = record;
    numbers[at + 3] = sizeBytes;
    numbers[at + 4] = packedBytes;
  });
  const starts = piecesOf(entries);
  const bytesOf = (piece: number) => {
    const next = entries[(starts[piece + 1] ?? 0) - 1]?.end ?? 0;
    return next - (entries[starts[piece] ?? 0]?.offset ?? 0);
  };
  const pieces = Array.from({ length: starts.length - 1 }, (_, piece) => piece);
  // Large files first, so that no thread ends long after the others; the rest in the order of the file.
  const large = pieces.filter((piece) => bytesOf(piece) > 8 * PIECE_BYTES);
  const rest = pieces.filter((piece) => bytesOf(piece) <= 8 * PIECE_BYTES);
  large.sort((a, b) => bytesOf(b) - bytesOf(a));
  return { path, directory, columns, starts, order: [...large, ...rest], table: table.parts, copy };
}

/** First rows of pieces of about one size, and the number of rows at the end. */
function piecesOf(entries: readonly ZipEntry[]): number[] {
  const starts: number[] = [];
  let bytes = Infinity;
  let count = 0;
  entries.forEach(({ packedBytes }, row) => {
    if (bytes + packedBytes > PIECE_BYTES || count >= PIECE_ENTRIES) {
      starts.push(row);
      bytes = 0;
      count = 0;
    }
    bytes += packedBytes;
    count += 1;
  });
  starts.push(entries.length);
  return starts;
}
