/** A zip written anew with some of its entries changed: all others keep their bytes, their order and their headers. */
import { closeSync, fsyncSync, openSync, unlinkSync, writeSync } from 'node:fs';
import { crc32 } from 'node:zlib';
import { deflateSync } from 'fflate';
import { recordLength, type ZipEntry } from '../../../core/bundle/zip/directory.js';
import { localLength, LOCAL_BYTES } from '../../../core/bundle/zip/local.js';
import {
  centralBytesAtMost,
  DEFLATED,
  endRecords,
  localHeaderBytes,
  STORED,
  writeCentralHeader,
  writeLocalHeader,
  type DosTime,
} from '../../../core/bundle/zip/records.js';
import {
  changedLocal,
  changedRecord,
  movedRecord,
  type Packed,
} from '../../../core/stamp/package/zip-records.js';
import type { OpenFile } from '../../facts/open-file.js';

/** fflate and not zlib: being JavaScript it gives the same bytes on every processor and in every version of Node. */
const DEFLATE = { level: 6 } as const;
const PIECE_BYTES = 2 ** 18;

interface Zip {
  readonly file: OpenFile;
  /** The central directory as it stands in the file. */
  readonly directory: Buffer;
  /** In the order of their bytes in the file. */
  readonly entries: readonly ZipEntry[];
  readonly comment: Buffer;
}

/**
 * Write it to a new file, which is on the disk to its last byte when the call returns.
 *
 * @param changed - The contents of entries that are there.
 * @param added - New entries by name; they come last, with the time of the first.
 */
export function rewriteZip(
  zip: Zip,
  to: string,
  changed: ReadonlyMap<ZipEntry, Buffer>,
  added: ReadonlyMap<string, Buffer>,
): void {
  const handle = openSync(to, 'wx');
  try {
    writeZip(zip, new Output(handle), changed, added);
    fsyncSync(handle);
  } catch (error) {
    closeSync(handle);
    // No half of a document is left.
    unlinkSync(to);
    throw error;
  }
  closeSync(handle);
}

function writeZip(
  zip: Zip,
  out: Output,
  changed: ReadonlyMap<ZipEntry, Buffer>,
  added: ReadonlyMap<string, Buffer>,
): void {
  /** By where the record begins: how it is to begin now. */
  const records = new Map<number, Buffer>();
  for (const entry of zip.entries) {
    const bytes = changed.get(entry);
    const record = recordOf(zip.directory, entry.record);
    const offset = out.position;
    if (bytes === undefined) {
      copy(zip.file, entry.offset, entry.end, out);
      records.set(entry.record, movedRecord(record, offset));
    } else {
      const [packed, body] = pack(bytes);
      const header = zip.file.read(entry.offset, LOCAL_BYTES);
      const whole = zip.file.read(entry.offset, localLength(header));
      out.write(changedLocal(whole, packed));
      out.write(body);
      records.set(entry.record, changedRecord(record, packed, offset));
    }
  }
  const addedRecords = [...added].map(([name, bytes]) => add(out, name, bytes, timeOf(zip)));
  writeDirectory(zip, out, records, addedRecords);
}

function writeDirectory(
  zip: Zip,
  out: Output,
  records: ReadonlyMap<number, Buffer>,
  added: readonly Buffer[],
): void {
  const start = out.position;
  // In the order of the directory, which may be another than that of the bytes.
  const there = [...records.keys()].sort((a, b) => a - b).map((at) => records.get(at));
  for (const record of [...there, ...added]) if (record) out.write(record);
  const end = endRecords(records.size + added.length, out.position - start, start);
  end.writeUInt16LE(zip.comment.length, end.length - 2);
  out.write(end);
  out.write(zip.comment);
  out.flush();
}

function recordOf(directory: Buffer, at: number): Buffer {
  return directory.subarray(at, at + (recordLength(directory, at) ?? 0));
}

function timeOf({ directory }: Zip): DosTime {
  return { time: directory.readUInt16LE(12), date: directory.readUInt16LE(14) };
}

function pack(bytes: Buffer): readonly [Packed, Buffer] {
  const deflated = deflateSync(bytes, DEFLATE);
  const smaller = deflated.length < bytes.length;
  const body = smaller ? Buffer.from(deflated.buffer, deflated.byteOffset, deflated.length) : bytes;
  const method = smaller ? DEFLATED : STORED;
  return [{ method, crc: crc32(bytes), packedBytes: body.length, sizeBytes: bytes.length }, body];
}

/** @returns its record. */
function add(out: Output, name: string, bytes: Buffer, time: DosTime): Buffer {
  const [packed, body] = pack(bytes);
  const offset = out.position;
  const header = Buffer.alloc(localHeaderBytes(Buffer.byteLength(name), bytes.length));
  writeLocalHeader(header, 0, name, packed, time);
  out.write(header);
  out.write(body);
  const record = Buffer.alloc(centralBytesAtMost(name));
  return record.subarray(0, writeCentralHeader(record, 0, name, { ...packed, offset }, time));
}

function copy(file: OpenFile, from: number, to: number, out: Output): void {
  for (let at = from; at < to; at += PIECE_BYTES) {
    out.write(file.read(at, Math.min(PIECE_BYTES, to - at)));
  }
}

/** Many small pieces are written as one. */
class Output {
  position = 0;
  readonly #handle: number;
  #pieces: Buffer[] = [];
  #bytes = 0;

  constructor(handle: number) {
    this.#handle = handle;
  }

  write(bytes: Buffer): void {
    this.#pieces.push(bytes);
    this.#bytes += bytes.length;
    this.position += bytes.length;
    if (this.#bytes > PIECE_BYTES) this.flush();
  }

  flush(): void {
    const [first, ...rest] = this.#pieces;
    const bytes = rest.length === 0 ? (first ?? Buffer.alloc(0)) : Buffer.concat(this.#pieces);
    for (let at = 0; at < bytes.length;) at += writeSync(this.#handle, bytes, at);
    this.#pieces = [];
    this.#bytes = 0;
  }
}
