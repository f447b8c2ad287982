/** The parts of a workbook that hold its cells, taken out of the zip that it is. */
import { crc32, inflateRawSync } from 'node:zlib';
import {
  DEFAULT_LIMITS,
  readDirectory,
  type ZipDirectory,
  type ZipEntry,
} from '../../core/bundle/zip/directory.js';
import { checkEnd64, findDirectory, TAIL_BYTES } from '../../core/bundle/zip/end.js';
import { localLength } from '../../core/bundle/zip/local.js';
import { DanganError } from '../../errors.js';

/** Parts of an honest ledger of 50,000 rows come to two thirds of it. */
export const MOST_BYTES = 128 * 2 ** 20;
const MOST_PARTS = 10_000;

/** A zip with its parts by name, none of them unpacked yet. */
interface WorkbookZip {
  readonly names: ReadonlySet<string>;
  /** @throws {DanganError} WORKBOOK_DAMAGED, WORKBOOK_TOO_LARGE */
  readonly read: (isWanted: (name: string) => boolean) => ReadonlyMap<string, Buffer>;
}

/**
 * @param path - For errors only.
 * @throws {DanganError} WORKBOOK_DAMAGED, WORKBOOK_TOO_LARGE, WORKBOOK_ENCRYPTED
 */
export function openParts(path: string, bytes: Buffer): WorkbookZip {
  const { entries, crcOf } = directoryOf(path, bytes);
  return {
    names: new Set(entries.map((entry) => entry.path)),
    read: (isWanted) => {
      const wanted = entries.filter(({ kind, path: name }) => kind === 'file' && isWanted(name));
      const total = wanted.reduce((sum, { sizeBytes }) => sum + sizeBytes, 0);
      if (total > MOST_BYTES) throw new DanganError('WORKBOOK_TOO_LARGE', { path });
      return new Map(wanted.map((entry) => [entry.path, partOf(path, bytes, entry, crcOf(entry))]));
    },
  };
}

interface Directory extends ZipDirectory {
  readonly crcOf: (entry: ZipEntry) => number;
}

function directoryOf(path: string, bytes: Buffer): Directory {
  const tail = bytes.subarray(Math.max(0, bytes.length - TAIL_BYTES));
  const found = findDirectory(tail, bytes.length);
  const place =
    found && !('code' in found) && found.end64 !== undefined
      ? checkEnd64(bytes.subarray(found.end64, found.end64 + 56), found)
      : found;
  if (!place || 'code' in place) throw damaged(path, place?.code ?? 'zip');
  const { offset, sizeBytes, entries } = place;
  const records = bytes.subarray(offset, offset + sizeBytes);
  if (records.length < sizeBytes) throw damaged(path, 'central directory');
  const range = { offset, entries, begin: 0 } as const;
  const directory = readDirectory(records, range, { ...DEFAULT_LIMITS, entries: MOST_PARTS });
  const [refusal] = directory.refusals;
  if (refusal?.code === 'BUNDLE_ENCRYPTED') throw new DanganError('WORKBOOK_ENCRYPTED', { path });
  if (refusal?.code === 'BUNDLE_BOMB' || refusal?.code === 'BUNDLE_TOO_MANY_ENTRIES')
    throw new DanganError('WORKBOOK_TOO_LARGE', { path });
  if (refusal) throw damaged(path, `${refusal.code} ${refusal.entry}`.trim());
  return { ...directory, crcOf: ({ record }) => records.readUInt32LE(record + 16) };
}

/** The size that is told is the most that is unpacked. */
function partOf(path: string, bytes: Buffer, entry: ZipEntry, crc: number): Buffer {
  const length = localLength(bytes, entry.offset);
  const from = entry.offset + length;
  if (length < 0 || from + entry.packedBytes > entry.end) throw damaged(path, entry.path);
  const packed = bytes.subarray(from, from + entry.packedBytes);
  let part: Buffer;
  try {
    part = entry.deflated
      ? inflateRawSync(packed, { maxOutputLength: Math.max(entry.sizeBytes, 1) })
      : packed;
  } catch (cause) {
    throw damaged(path, entry.path, cause);
  }
  if (part.length !== entry.sizeBytes || crc32(part) !== crc) throw damaged(path, entry.path);
  return part;
}

export function damaged(path: string, detail: string, cause?: unknown): DanganError {
  return new DanganError('WORKBOOK_DAMAGED', { path, detail }, { cause });
}
