/**
 * Archives other than zip.
 *
 * @see RAR 5.0 archive format, 3 (rarlab.com/technote.htm); 7zFormat.txt of 7-Zip; POSIX ustar; RFC 1952 (gzip).
 */
import { inflateRawSync } from 'node:zlib';
import { found, type FileBytes, type Found } from './file.js';

export function byPacked(head: Buffer, file: FileBytes): Found | undefined {
  const begin = head.toString('latin1', 0, 8);
  if (begin.startsWith('Rar!\x1a\x07\0')) return found('rar', isLocked4(head) && 'encrypted');
  if (begin.startsWith('Rar!\x1a\x07\x01\0')) return found('rar', isLocked5(head) && 'encrypted');
  if (begin.startsWith("7z\xbc\xaf'\x1c")) return by7z(head, file);
  if (begin.startsWith('\x1f\x8b\x08')) return found(holdsTar(head) ? 'tgz' : 'gz');
  if (/^BZh[1-9]1A/.test(begin)) return found('bz2');
  if (begin.startsWith('\xfd7zXZ\0')) return found('xz');
  return isTar(head) ? found('tar') : undefined;
}

/** Before 5.0: flags of the archive's header, and of the first file's. */
function isLocked4(head: Buffer): boolean {
  if (head.length < 20 || head[9] !== 0x73) return false;
  if ((head.readUInt16LE(10) & 0x80) !== 0) return true;
  const file = 7 + head.readUInt16LE(12);
  return file + 5 <= head.length && head[file + 2] === 0x74 && (head[file + 3] ?? 0) % 8 >= 4;
}

const [ENCRYPTION_HEADER, FILE_HEADER, ENCRYPTION_RECORD] = [4, 2, 1];
/** The header of the archive, a comment, the first file. */
const MOST_HEADERS = 4;

function isLocked5(head: Buffer): boolean {
  const numbers = new Numbers(head, 8);
  for (let count = 0; count < MOST_HEADERS; count += 1) {
    numbers.skip(4);
    const size = numbers.next();
    const end = numbers.at + size;
    const [type, flags] = [numbers.next(), numbers.next()];
    if (type === ENCRYPTION_HEADER) return true;
    const extra = (flags & 1) === 0 ? 0 : numbers.next();
    const data = (flags & 2) === 0 ? 0 : numbers.next();
    if (type === FILE_HEADER) return extra > 0 && isLockedFile(head, end - extra, end);
    if (size === 0 || end + data > head.length) return false;
    numbers.at = end + data;
  }
  return false;
}

function isLockedFile(head: Buffer, from: number, to: number): boolean {
  const numbers = new Numbers(head, from);
  while (numbers.at < Math.min(to, head.length)) {
    const size = numbers.next();
    const end = numbers.at + size;
    if (numbers.next() === ENCRYPTION_RECORD) return true;
    if (size === 0) return false;
    numbers.at = end;
  }
  return false;
}

/** Numbers of seven bits a byte, the lowest first; 0 behind the end. */
class Numbers {
  at: number;
  readonly #bytes: Buffer;

  constructor(bytes: Buffer, at: number) {
    this.#bytes = bytes;
    this.at = at;
  }

  skip(length: number): void {
    this.at += length;
  }

  next(): number {
    let value = 0;
    for (let power = 1; power < 2 ** 49; power *= 128) {
      const byte = this.#bytes[this.at] ?? 0;
      this.at += 1;
      value += (byte & 127) * power;
      if (byte < 128) break;
    }
    return value;
  }
}

const LONGEST_HEADER = 64 * 1024;
/** AES-256 with SHA-256 as a method of 7-Zip. */
const AES = Buffer.from([0x06, 0xf1, 0x07, 0x01]);

/** The list of files stands at the end; its place is in the first bytes. */
function by7z(head: Buffer, { sizeBytes, read }: FileBytes): Found {
  if (head.length < 32) return found('7z', 'truncated');
  const [offset, size] = [Number(head.readBigUInt64LE(12)), Number(head.readBigUInt64LE(20))];
  if (32 + offset + size > sizeBytes) return found('7z', 'truncated');
  const list = read(32 + offset, Math.min(size, LONGEST_HEADER));
  return found('7z', list.includes(AES) && 'encrypted');
}

function isTar(head: Buffer): boolean {
  return head.length >= 512 && head.toString('latin1', 257, 262) === 'ustar';
}

/** RFC 1952, 2.3: what stands before the packed bytes is as long as its flags tell. */
function holdsTar(head: Buffer): boolean {
  const flags = head[3] ?? 0;
  let at = 10;
  if ((flags & 4) !== 0 && at + 2 <= head.length) at += 2 + head.readUInt16LE(at);
  for (const flag of [8, 16]) if ((flags & flag) !== 0) at = head.indexOf(0, at) + 1 || head.length;
  if ((flags & 2) !== 0) at += 2;
  try {
    // 2: of what there is, as much as can be had (Z_SYNC_FLUSH).
    return isTar(inflateRawSync(head.subarray(at), { finishFlush: 2, maxOutputLength: MOST }));
  } catch {
    return false;
  }
}

/** Deflate makes no more of what was read. */
const MOST = 4096 * 1032;
