/**
 * Digests of the entries of a zip, read in the order of their bytes, each together with its local header:
 * one pass over the file in large reads, whatever the number of entries.
 */
import { closeSync, openSync, readSync } from 'node:fs';
import { inflateRawSync } from 'node:zlib';
import { errorCode } from '../../errors.js';
import {
  descriptorAgrees,
  LOCAL_BYTES,
  localAgrees,
  localLength,
} from '../../core/bundle/zip/local.js';
import type { Ended } from '../../core/bundle/judge/facts.js';
import type { Pause } from '../threads/pause.js';
import { Copy, type CopyTo } from './copy.js';
import { crc32 } from './crc.js';
import { Digester } from './digester.js';
import { inflated } from './inflate.js';
import { DigestTable, type DigestTableParts } from './table.js';

/** Numbers of an entry in the shared columns. */
const COLUMN = { offset: 0, end: 1, record: 2, sizeBytes: 3, packedBytes: 4 } as const;
export const COLUMNS = 5;

export interface DigestZipJob {
  readonly path: string;
  readonly directory: SharedArrayBuffer;
  /** `COLUMNS` numbers for each entry. */
  readonly columns: SharedArrayBuffer;
  /** First row of each piece of work, and the number of rows at the end. */
  readonly starts: readonly number[];
  /** The pieces in the order in which they are taken. */
  readonly order: readonly number[];
  readonly table: DigestTableParts;
  readonly copy: CopyTo | undefined;
}

const WINDOW_BYTES = 1024 * 1024;
/** Larger ones are inflated as a stream. */
const INFLATE_AT_ONCE = 8 * 1024 * 1024;

export async function digestZip(job: DigestZipJob, pause: Pause): Promise<void> {
  const reader = new ZipPass(job);
  try {
    for (let at = reader.table.take(); at < job.order.length; at = reader.table.take()) {
      const piece = job.order[at] ?? 0;
      const end = job.starts[piece + 1] ?? 0;
      for (let row = job.starts[piece] ?? 0; row < end; row += 1) {
        if (reader.table.stopped) return;
        // Most entries need no wait: a promise for each of many thousand would cost more than their digests.
        const waits = reader.read(row, pause) ?? pause();
        if (waits) await waits;
      }
    }
  } finally {
    reader.close();
  }
}

interface Span {
  readonly data: number;
  readonly packedBytes: number;
  readonly sizeBytes: number;
  readonly deflated: boolean;
}

class ZipPass {
  readonly table: DigestTable;
  /** Bytes of the entry that is being read that progress has been told of. */
  #told = 0;
  readonly #file: number;
  readonly #directory: Buffer;
  readonly #columns: Float64Array;
  readonly #digester: Digester;
  readonly #copy: Copy | undefined;
  readonly #window = Buffer.allocUnsafeSlow(WINDOW_BYTES);
  #windowAt = 0;
  #windowLength = 0;

  constructor(job: DigestZipJob) {
    this.table = new DigestTable(job.table);
    this.#file = openSync(job.path, 'r');
    this.#directory = Buffer.from(job.directory);
    this.#columns = new Float64Array(job.columns);
    this.#digester = new Digester(this.table);
    this.#copy = job.copy && new Copy(job.copy);
  }

  close(): void {
    closeSync(this.#file);
  }

  /** @returns what to wait for, if anything. */
  read(row: number, pause: Pause): Promise<void> | undefined {
    if (this.table.ended(row) === 'skipped') return undefined;
    const span = this.#span(row);
    if (typeof span === 'string') {
      this.table.end(row, span, 0);
      return undefined;
    }
    const isLarge = span.packedBytes > WINDOW_BYTES || span.sizeBytes > INFLATE_AT_ONCE;
    const copy = this.#copy?.begin(row) ? this.#copy : undefined;
    if (isLarge) return this.#readLarge(row, span, copy, pause);
    try {
      this.#end(row, span, this.#readSmall(row, span, copy));
    } catch (error) {
      this.#end(row, span, shortRead(error));
    } finally {
      copy?.end();
    }
    return undefined;
  }

  async #readLarge(row: number, span: Span, copy: Copy | undefined, pause: Pause): Promise<void> {
    try {
      this.#end(row, span, await this.#stream(row, span, copy, pause));
    } catch (error) {
      this.#end(row, span, shortRead(error));
    } finally {
      copy?.end();
    }
  }

  #end(row: number, span: Span, ended: Ended): void {
    this.table.end(row, ended, span.sizeBytes);
    this.table.progress(span.packedBytes - this.#told);
    this.#told = 0;
  }

  /** Where the bytes of an entry are, once its header and what follows it are found in order. */
  #span(row: number): Span | Ended {
    const offset = this.#number(row, COLUMN.offset);
    const end = this.#number(row, COLUMN.end);
    const record = this.#number(row, COLUMN.record);
    const packedBytes = this.#number(row, COLUMN.packedBytes);
    const sizeBytes = this.#number(row, COLUMN.sizeBytes);
    try {
      if (offset + LOCAL_BYTES > end) return 'overlap';
      const length = localLength(this.#window, this.#load(offset, LOCAL_BYTES, end));
      if (length < 0) return 'header';
      const data = offset + length;
      if (data + packedBytes > end) return 'overlap';
      const at = this.#load(offset, length, end);
      if (!localAgrees(this.#window, at, this.#directory, record)) return 'header';
      const later = (this.#window.readUInt16LE(at + 6) & 0x8) !== 0;
      const deflated = this.#window.readUInt16LE(at + 8) === 8;
      const rest = end - data - packedBytes;
      if (rest > 24) return 'hidden';
      if (rest > 0 || later) {
        const said = { crc: this.#directory.readUInt32LE(record + 16), sizeBytes, packedBytes };
        if (!descriptorAgrees(this.#peek(data + packedBytes, rest), said, later)) return 'hidden';
      }
      return { data, packedBytes, sizeBytes, deflated };
    } catch (error) {
      return shortRead(error);
    }
  }

  #readSmall(row: number, span: Span, copy: Copy | undefined): Ended {
    const packed = this.#bytes(span.data, span.packedBytes, span.data + span.packedBytes);
    const data = span.deflated ? inflateAtOnce(packed, span.sizeBytes) : packed;
    if (typeof data === 'string') return data;
    this.#digester.whole(row, data);
    copy?.write(data);
    return crc32(data) === this.#crc(row) ? 'whole' : 'crc';
  }

  async #stream(row: number, span: Span, copy: Copy | undefined, pause: Pause): Promise<Ended> {
    let crc = 0;
    let size = 0;
    this.#digester.begin();
    const take = (part: Buffer): boolean => {
      size += part.length;
      if (size > span.sizeBytes) return false;
      crc = crc32(part, crc);
      this.#digester.update(part);
      copy?.write(part);
      return true;
    };
    if (span.deflated) {
      const ended = await inflated(this.#parts(span), span.packedBytes, take, pause);
      if (ended !== undefined) return ended;
    } else {
      for (const part of this.#parts(span)) {
        take(part);
        await pause();
      }
    }
    if (size !== span.sizeBytes) return 'size';
    this.#digester.finish(row);
    return crc === this.#crc(row) ? 'whole' : 'crc';
  }

  /** The packed bytes in parts; each is good until the next is asked for. */
  *#parts(span: Span): Generator<Buffer> {
    const end = span.data + span.packedBytes;
    for (let at = span.data; at < end;) {
      const have = this.#windowAt + this.#windowLength - at;
      const part =
        at >= this.#windowAt && have > 0
          ? this.#bytes(at, Math.min(have, end - at), end)
          : this.#bytes(at, Math.min(WINDOW_BYTES, end - at), end);
      at += part.length;
      this.#told += part.length;
      this.table.progress(part.length);
      yield part;
    }
  }

  #crc(row: number): number {
    return this.#directory.readUInt32LE(this.#number(row, COLUMN.record) + 16);
  }

  #number(row: number, column: number): number {
    return this.#columns[row * COLUMNS + column] ?? 0;
  }

  /** Bytes of the file; from the window when they are in it. Good until the next call. */
  #bytes(offset: number, length: number, end: number): Buffer {
    const at = this.#load(offset, length, end);
    return this.#window.subarray(at, at + length);
  }

  /** @returns where in the window the bytes are, once they are there. */
  #load(offset: number, length: number, end: number): number {
    const from = offset - this.#windowAt;
    if (from >= 0 && from + length <= this.#windowLength) return from;
    if (length > WINDOW_BYTES) throw new ShortRead();
    this.#windowAt = offset;
    this.#windowLength = 0;
    // Read on beyond this entry: the next one is asked for next.
    const want = Math.max(length, Math.min(WINDOW_BYTES, Math.max(end - offset, READ_AHEAD)));
    while (this.#windowLength < length) {
      const count = readSync(
        this.#file,
        this.#window,
        this.#windowLength,
        want - this.#windowLength,
        offset + this.#windowLength,
      );
      if (count === 0) throw new ShortRead();
      this.#windowLength += count;
    }
    return 0;
  }

  /** Bytes behind an entry, without losing the window when its data are still to be read. */
  #peek(offset: number, length: number): Buffer {
    const from = offset - this.#windowAt;
    if (from >= 0 && from + length <= this.#windowLength) {
      return this.#window.subarray(from, from + length);
    }
    const bytes = Buffer.alloc(length);
    if (readSync(this.#file, bytes, 0, length, offset) < length) throw new ShortRead();
    return bytes;
  }
}

const READ_AHEAD = 256 * 1024;

/** The file is shorter than it was when its central directory was read. */
class ShortRead extends Error {}

function shortRead(error: unknown): Ended {
  if (error instanceof ShortRead) return 'unreadable';
  throw error;
}

function inflateAtOnce(packed: Buffer, sizeBytes: number): Buffer | Ended {
  try {
    const { buffer, engine } = inflateRawSync(packed, {
      maxOutputLength: Math.max(sizeBytes, 1),
      info: true,
    }) as unknown as { buffer: Buffer; engine: { bytesWritten: number } };
    if (buffer.length !== sizeBytes) return 'size';
    return engine.bytesWritten === packed.length ? buffer : 'hidden';
  } catch (error) {
    return errorCode(error) === 'ERR_BUFFER_TOO_LARGE' ? 'size' : 'damaged';
  }
}
