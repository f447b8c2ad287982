/**
 * A bundle as a zip file, written in one go from front to back.
 *
 * Sizes are known from the listing, so that there are no data descriptors; only the CRC-32 of a file that is larger
 * than the buffer is put into its header afterwards. Whatever the threads do, the bytes are the same.
 */
import { createHash, hash } from 'node:crypto';
import { deflateSync } from 'fflate';
import { COMPRESSED_AT_MOST, isCompressible } from '../../../core/bundle/packing/kinds.js';
import {
  centralBytesAtMost,
  crcAndSizes,
  CRC_AT,
  DEFLATED,
  endRecords,
  localHeaderBytes,
  STORED,
  UTF8_BYTES_AT_MOST,
  writeCentralHeader,
  writeCrcAndSizes,
  writeLocalHeader,
  type DosTime,
  type ZipEntry,
} from '../../../core/bundle/zip/records.js';
import { compareText } from '../../../core/text.js';
import { crc32 } from '../../digest/crc.js';
import type { DigestRing } from './digest-ring.js';
import { SLOT_BYTES } from './digest-slot.js';
import { SourceReader, type SourceFile } from '../../filing/source-file.js';
import { GrowingRun, isSmall } from './growing-run.js';
import type { BundleOutput, OutputFile } from './output.js';
import type { PackedFile, PackedForm } from './packed-files.js';
import type { ReadAhead } from './read-ahead.js';

/**
 * fflate and not zlib: being JavaScript it gives the same bytes on every processor and in every version of Node.
 * Higher levels cost twice the time for a few percent.
 */
const DEFLATE = { level: 4 } as const;

/** Of a text that is written into the buffer at once. */
const LETTERS_AT_MOST = Math.floor(SLOT_BYTES / UTF8_BYTES_AT_MOST);

/** A row of the central directory to come. */
type Row = { -readonly [Field in keyof ZipEntry]: ZipEntry[Field] } & {
  readonly path: string;
};

/** Of the memory: as garbage it would stay until all of the heap is gone through. */
function letGo({ buffer }: Buffer): void {
  structuredClone(buffer, { transfer: [buffer as ArrayBuffer] });
}

const EMPTY = { method: STORED, crc: 0, packedBytes: 0, sizeBytes: 0 } as const;

export class ZipOutput implements BundleOutput {
  readonly #file: OutputFile;
  readonly #top: string;
  readonly #topBytes: number;
  readonly #time: DosTime;
  readonly #ring: DigestRing;
  readonly #rows: Row[] = [];
  /** Where in the zip the ring's buffer goes. */
  #start = 0;
  #scratch: Buffer | undefined;
  readonly #ahead: ReadAhead | undefined;
  /** Small files that are still to be read. */
  #run: GrowingRun | undefined;
  /** Files whose last byte is in a buffer; and of them, those whose buffer was passed on. */
  #ended = 0;
  #passed = 0;

  /**
   * @param top - Name of the one folder that holds everything.
   * @param ahead - What is in memory already.
   */
  constructor(file: OutputFile, top: string, time: DosTime, ring: DigestRing, ahead?: ReadAhead) {
    this.#file = file;
    this.#top = top;
    this.#topBytes = Buffer.byteLength(`${top}/`);
    this.#time = time;
    this.#ring = ring;
    this.#ahead = ahead;
  }

  async folder(path: string): Promise<void> {
    await this.#endRun();
    await this.#header(`${path}/`, EMPTY);
  }

  file(number: number, path: string, source: SourceFile): Promise<void> | undefined {
    if (!isSmall(path, source.sizeBytes)) return this.#single(number, path, source);
    if (this.#run?.add(path, source)) return undefined;
    const ended = this.#run && this.#endRun();
    this.#run = new GrowingRun(number, this.#top, this.#time);
    this.#run.add(path, source);
    return ended;
  }

  async keep(number: number, path: string, known: PackedFile): Promise<void> {
    const { sizeBytes, sha256, packed = EMPTY } = known;
    await this.#endRun();
    if (this.#ring.used > 0) await this.#pass();
    const row = { path, offset: this.#start, ...packed, sizeBytes };
    const header = Buffer.allocUnsafe(localHeaderBytes(this.#nameBytes(path), sizeBytes));
    writeLocalHeader(header, 0, this.#name(path), row, this.#time);
    this.#rows.push(row);
    // The name of the bundle and the day may be others by now.
    await this.#file.queue(header, this.#start);
    this.#start += header.length + packed.packedBytes;
    this.#ring.put(number, Buffer.from(sha256, 'hex'));
    this.#ended = this.#passed = number + 1;
  }

  async cut(): Promise<void> {
    await this.#file.cut(this.#start);
  }

  async secure(): Promise<number> {
    const passed = this.#passed;
    await this.#ring.settled();
    await this.#file.flush();
    return passed;
  }

  packedAt(number: number): PackedForm | undefined {
    const { method, crc, packedBytes } = this.#rows[number] ?? EMPTY;
    return { method, crc, packedBytes };
  }

  async digests(): Promise<Buffer> {
    await this.#endRun();
    await this.#pass();
    return this.#ring.end();
  }

  async text(path: string, pieces: Iterable<string | Buffer>): Promise<string> {
    const digest = createHash('sha256');
    const held = this.#scratchBytes();
    let length = 0;
    let row: Row | undefined;
    for (const piece of pieces) {
      const isShort = typeof piece === 'string' && piece.length <= LETTERS_AT_MOST;
      if (row && isShort) {
        digest.update(await this.#letters(row, piece));
        continue;
      }
      const bytes = isShort
        ? held.subarray(length, length + held.write(piece, length))
        : Buffer.from(piece);
      digest.update(bytes);
      if (!row && length + bytes.length <= COMPRESSED_AT_MOST) {
        if (!isShort) bytes.copy(held, length);
        length += bytes.length;
        continue;
      }
      // Too much to hold, and to compress: the list of a hundred thousand files.
      if (!row) {
        row = await this.#header(path, EMPTY);
        await this.#more(row, held.subarray(0, length));
      }
      await this.#more(row, bytes);
    }
    if (row) this.#complete(row);
    else await this.#whole(path, held.subarray(0, length));
    return digest.digest('hex');
  }

  async finish(): Promise<number> {
    const rows = this.#rows.sort((a, b) => compareText(a.path, b.path));
    const start = this.#position;
    const ring = this.#ring;
    for (const row of rows) {
      const name = this.#name(row.path);
      if (ring.room < centralBytesAtMost(name)) await this.#pass();
      ring.used = writeCentralHeader(ring.buffer, ring.used, name, row, this.#time);
    }
    await this.#raw(endRecords(rows.length, this.#position - start, start));
    await this.#pass();
    await this.#file.sync();
    await this.#file.close();
    return this.#start;
  }

  async abandon(): Promise<void> {
    await this.#file.close();
  }

  /** Have the run read, by this thread or the other. Sizes are known: so is where everything after it goes. */
  async #endRun(): Promise<void> {
    const run = this.#run;
    if (!run) return;
    this.#run = undefined;
    const { number, paths, bytes } = run;
    const ring = this.#ring;
    if (ring.used > 0) await this.#pass();
    const start = this.#start;
    const rows = this.#rowsOf(run);
    this.#start += bytes;
    const tellRows = () => {
      for (const [nth, row] of rows.entries()) row.crc = ring.crcOf(number + nth);
    };
    const read = this.#ahead?.take(run);
    if (read) {
      ring.putAll(number, paths.length, read.told);
      tellRows();
      // What goes wrong is told to what comes after it.
      const written = this.#file.queue(read.bytes, start).catch(() => undefined);
      void written.then(() => letGo(read.bytes));
    } else {
      const buffer = ring.buffer.subarray(0, bytes);
      await ring.fill(run, (filled) => this.#file.queue(buffer, start, filled.then(tellRows)));
    }
    this.#ended = this.#passed = number + paths.length;
  }

  #rowsOf({ paths, sources, lengths }: GrowingRun): readonly Row[] {
    let offset = this.#start;
    return sources.map(({ sizeBytes }, nth) => {
      const path = paths[nth] ?? '';
      const row: Row = { path, offset, ...EMPTY, packedBytes: sizeBytes, sizeBytes };
      offset += lengths[nth] ?? 0;
      this.#rows.push(row);
      return row;
    });
  }

  async #single(number: number, path: string, source: SourceFile): Promise<void> {
    await this.#endRun();
    const reader = new SourceReader(source);
    try {
      if (isCompressible(path, source.sizeBytes)) await this.#compress(number, path, reader);
      else await this.#store(number, path, reader);
      reader.end();
      this.#ended = number + 1;
    } finally {
      reader.close();
    }
  }

  async #store(number: number, path: string, reader: SourceReader): Promise<void> {
    const ring = this.#ring;
    const sizeBytes = reader.left;
    const row = await this.#header(path, { ...EMPTY, packedBytes: sizeBytes, sizeBytes });
    do {
      if (ring.room === 0) await this.#pass();
      const length = sizeBytes === 0 ? 0 : reader.read(ring.buffer, ring.used, ring.room);
      row.crc = crc32(ring.buffer.subarray(ring.used, ring.used + length), row.crc);
      ring.add(number, length, reader.left === 0);
    } while (reader.left > 0);
    this.#complete(row);
  }

  async #compress(number: number, path: string, reader: SourceReader): Promise<void> {
    const scratch = this.#scratchBytes();
    let length = 0;
    while (reader.left > 0) {
      length += reader.read(scratch, length, COMPRESSED_AT_MOST - length);
    }
    const bytes = scratch.subarray(0, length);
    this.#ring.put(number, hash('sha256', bytes, 'buffer'));
    await this.#whole(path, bytes);
  }

  /** Room for what may be compressed, and for a text that shows that it is more. */
  #scratchBytes(): Buffer {
    return (this.#scratch ??= Buffer.allocUnsafeSlow(COMPRESSED_AT_MOST + SLOT_BYTES));
  }

  /** An entry whose bytes are in memory. */
  async #whole(path: string, bytes: Buffer): Promise<void> {
    const sizeBytes = bytes.length;
    const packed = isCompressible(path, sizeBytes)
      ? Buffer.from(deflateSync(bytes, DEFLATE))
      : bytes;
    const smaller = packed.length < sizeBytes;
    const body = smaller ? packed : bytes;
    const method = smaller ? DEFLATED : STORED;
    await this.#header(path, { method, crc: crc32(bytes), packedBytes: body.length, sizeBytes });
    await this.#raw(body);
  }

  async #header(path: string, entry: Omit<ZipEntry, 'offset'>): Promise<Row> {
    const name = this.#name(path);
    const ring = this.#ring;
    if (ring.room < localHeaderBytes(this.#nameBytes(path), entry.sizeBytes)) await this.#pass();
    const offset = this.#position;
    ring.used = writeLocalHeader(ring.buffer, ring.used, name, entry, this.#time);
    const row = { path, offset, ...entry };
    this.#rows.push(row);
    return row;
  }

  /** @returns the bytes of a text; they are in the buffer. */
  async #letters(row: Row, text: string): Promise<Buffer> {
    const ring = this.#ring;
    if (ring.room < text.length * UTF8_BYTES_AT_MOST) await this.#pass();
    const start = ring.used;
    ring.used += ring.buffer.write(text, start);
    const bytes = ring.buffer.subarray(start, ring.used);
    this.#count(row, bytes);
    return bytes;
  }

  async #more(row: Row, bytes: Buffer): Promise<void> {
    this.#count(row, bytes);
    await this.#raw(bytes);
  }

  #count(row: Row, bytes: Buffer): void {
    row.crc = crc32(bytes, row.crc);
    row.packedBytes += bytes.length;
    row.sizeBytes += bytes.length;
  }

  /** Put into the header what was not known when it was written; mostly it is still in the buffer. */
  #complete(row: Row): void {
    const { offset } = row;
    if (offset >= this.#start) {
      writeCrcAndSizes(this.#ring.buffer, offset - this.#start + CRC_AT, row);
    } else {
      void this.#file.queue(crcAndSizes(row), offset + CRC_AT);
    }
  }

  /** Bytes that go into no digest of the ring. */
  async #raw(bytes: Buffer): Promise<void> {
    const ring = this.#ring;
    for (let at = 0; at < bytes.length;) {
      if (ring.used === SLOT_BYTES) await this.#pass();
      const count = bytes.copy(ring.buffer, ring.used, at);
      ring.used += count;
      at += count;
    }
  }

  async #pass(): Promise<void> {
    const { buffer, used } = this.#ring;
    const written = this.#file.queue(buffer.subarray(0, used), this.#start);
    this.#start += used;
    this.#passed = this.#ended;
    await this.#ring.pass(written);
  }

  get #position(): number {
    return this.#start + this.#ring.used;
  }

  #name(path: string): string {
    return `${this.#top}/${path}`;
  }

  #nameBytes(path: string): number {
    return this.#topBytes + Buffer.byteLength(path);
  }
}
