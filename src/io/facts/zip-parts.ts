/** The parts of a document that is a zip: each is unpacked by itself, when it is asked for, and never to more than it may be. */
import { crc32, inflateRawSync } from 'node:zlib';
import { readDirectory, type ZipEntry, type ZipLimits } from '../../core/bundle/zip/directory.js';
import { checkEnd64, findDirectory, TAIL_BYTES } from '../../core/bundle/zip/end.js';
import { localLength, LOCAL_BYTES } from '../../core/bundle/zip/local.js';
import type { OpenFile } from './open-file.js';
import { Unread } from './unread.js';

/** Unpacked: the text of a book takes a tenth of it. */
export const LONGEST_PART = 64 * 2 ** 20;
/** All that is unpacked of one document. */
const MOST_UNPACKED = 256 * 2 ** 20;
/** Of one document; a workbook with a sheet for each day has some hundreds. */
const MOST_PARTS = 20_000;
const LONGEST_DIRECTORY = 8 * 2 ** 20;
/** What the rest unpacks to does not matter: it is not unpacked. */
export const DOCUMENT_LIMITS: ZipLimits = {
  entries: MOST_PARTS,
  totalBytes: Infinity,
  ratio: Infinity,
  mostBytes: Infinity,
};

export class ZipParts {
  readonly #file: OpenFile;
  readonly #directory: Buffer;
  readonly #byPath: ReadonlyMap<string, ZipEntry>;
  #rest = MOST_UNPACKED;

  /** @throws {Unread} */
  constructor(file: OpenFile) {
    const place = placeOfDirectory(file);
    this.#file = file;
    this.#directory = file.read(place.offset, place.sizeBytes);
    const { entries, refusals } = readDirectory(
      this.#directory,
      { ...place, begin: 0 },
      DOCUMENT_LIMITS,
    );
    if (refusals.some(({ code }) => code === 'BUNDLE_ENCRYPTED')) throw new Unread('encrypted');
    if (entries.length === 0) throw new Unread('unreadable');
    this.#byPath = new Map(entries.map((entry) => [entry.path, entry]));
  }

  /**
   * @returns `undefined` when there is no such part.
   * @throws {Unread} - it is too long, or not what the zip says of it.
   */
  text(path: string): string | undefined {
    const entry = this.#byPath.get(path);
    return entry && decoded(this.#bytes(entry));
  }

  /** A part without which the document cannot be read. @throws {Unread} */
  wholeText(path: string): string {
    const text = this.text(path);
    if (text === undefined) throw new Unread('unreadable');
    return text;
  }

  #bytes(entry: ZipEntry): Buffer {
    const most = Math.max(entry.sizeBytes, entry.packedBytes);
    this.#rest -= most;
    if (most > LONGEST_PART || this.#rest < 0) throw new Unread('unreadable');
    return unpacked(this.#file, this.#directory, entry);
  }
}

/** @throws {Unread} - it is not what the zip says of it. */
export function unpacked(file: OpenFile, directory: Buffer, entry: ZipEntry): Buffer {
  const head = localLength(file.read(entry.offset, LOCAL_BYTES));
  if (head < 0) throw new Unread('damaged');
  const packed = file.read(entry.offset + head, entry.packedBytes);
  const bytes = entry.deflated ? inflated(packed, entry) : packed;
  const crc = directory.readUInt32LE(entry.record + 16);
  if (bytes.length !== entry.sizeBytes || crc32(bytes) !== crc) throw new Unread('damaged');
  return bytes;
}

function inflated(packed: Buffer, { sizeBytes }: ZipEntry): Buffer {
  try {
    // One byte more than it may have: zlib refuses a limit of none.
    return inflateRawSync(packed, { maxOutputLength: sizeBytes + 1 });
  } catch {
    throw new Unread('damaged');
  }
}

/** @throws {Unread} */
export function placeOfDirectory(file: OpenFile) {
  const tailAt = Math.max(0, file.sizeBytes - TAIL_BYTES);
  const tail = file.read(tailAt, TAIL_BYTES);
  const behind = behindZip(tail);
  let place = findDirectory(tail.subarray(0, tail.length - behind), file.sizeBytes - behind);
  if (place && 'end64' in place && place.end64 !== undefined) {
    place = checkEnd64(file.read(place.end64, 56), place);
  }
  if (place === undefined || 'code' in place || place.sizeBytes > LONGEST_DIRECTORY) {
    throw new Unread('unreadable');
  }
  return place;
}

const MOST_BEHIND = 1024;
const END_BYTES = 22;

/** A download may have got a line's end, a copy some zeros: no program that opens a document minds. @returns how many. */
function behindZip(tail: Buffer): number {
  if (tail.length < END_BYTES) return 0;
  const at = tail.lastIndexOf('PK\x05\x06', tail.length - END_BYTES, 'latin1');
  if (at < 0) return 0;
  const behind = tail.length - at - END_BYTES - tail.readUInt16LE(at + 20);
  return behind > 0 && behind <= MOST_BEHIND ? behind : 0;
}

/** OPC part 2, 8.1.4: XML in UTF-8 or UTF-16. */
function decoded(bytes: Buffer): string {
  const mark = bytes.length < 2 ? 0 : bytes.readUInt16BE(0);
  if (mark === 0xfffe) return bytes.toString('utf16le', 2);
  if (mark === 0xfeff)
    return Buffer.from(bytes.subarray(2, bytes.length & ~1))
      .swap16()
      .toString('utf16le');
  return bytes.toString('utf8');
}
