/** The end of a zip: where its central directory is, and whether anything is hidden around it. */
import type { Refusal, RefusalCode } from '../judge/refusal.js';

/** The last bytes of a file that can hold the end record with the longest comment, and the zip64 locator before it. */
export const TAIL_BYTES = 22 + 65535 + 20;

const END = 0x06054b50;
const END64 = 0x06064b50;
const LOCATOR64 = 0x07064b50;

export interface DirectoryPlace {
  readonly offset: number;
  readonly sizeBytes: number;
  readonly entries: number;
  /** Of the zip64 end record, to be read and handed to `checkEnd64`; `undefined` for a plain zip. */
  readonly end64: number | undefined;
  /** First byte after the central directory, as the end record's own place says. */
  readonly expectedEnd: number;
}

const refuse = (code: RefusalCode, detail = ''): Refusal => ({ code, entry: '', detail });

/**
 * Find the end record and read where the central directory is.
 *
 * @param tail - The last `TAIL_BYTES` of the file, or all of it.
 * @param sizeBytes - Of the whole file.
 * @returns `undefined` when nothing looks like the end of a zip.
 * @see APPNOTE.TXT 4.3.14 to 4.3.16
 */
export function findDirectory(
  tail: Buffer,
  sizeBytes: number,
): DirectoryPlace | Refusal | undefined {
  if (tail.length < 22) return undefined;
  const at = tail.lastIndexOf('PK\x05\x06', tail.length - 22, 'latin1');
  if (at < 0) return undefined;
  const base = sizeBytes - tail.length;
  if (at > 0 && reachesEnd(tail, tail.lastIndexOf('PK\x05\x06', at - 1, 'latin1'))) {
    // A comment that holds an end record of its own: programs disagree about which one counts.
    return refuse('BUNDLE_HIDDEN_DATA', 'comment');
  }
  if (!reachesEnd(tail, at)) return cutOrTrailing(tail, at, base);
  const entries = tail.readUInt16LE(at + 10);
  const is64 = at >= 20 && tail.readUInt32LE(at - 20) === LOCATOR64;
  const disk = is64 ? orElsewhere : (number: number) => number;
  const disks = {
    own: disk(tail.readUInt16LE(at + 4)),
    directory: disk(tail.readUInt16LE(at + 6)),
    entries: tail.readUInt16LE(at + 8),
    all: entries,
  };
  if (!isOneDisk(disks)) return refuseDisks(disks);
  const place = {
    offset: tail.readUInt32LE(at + 16),
    sizeBytes: tail.readUInt32LE(at + 12),
    entries,
    end64: undefined,
    expectedEnd: base + at,
  };
  if (!is64) return place;
  const [end64Disk, disksInAll] = [tail.readUInt32LE(at - 16), tail.readUInt32LE(at - 4)];
  if (end64Disk !== 0 || disksInAll > 1) {
    const split = end64Disk > 0 && end64Disk < disksInAll;
    return split ? refuse('BUNDLE_MULTI_DISK') : refuse('BUNDLE_ZIP_DAMAGED', 'zip64');
  }
  const end64 = Number(tail.readBigUInt64LE(at - 12));
  // Always 56 bytes before the locator: longer ones carry data that no program shows.
  if (end64 !== base + at - 20 - 56) return refuse('BUNDLE_HIDDEN_DATA', 'zip64');
  return { ...place, end64, expectedEnd: end64 };
}

/** The place as the zip64 end record tells it; it must agree wherever the plain record tells it too. */
export function checkEnd64(record: Buffer, place: DirectoryPlace): DirectoryPlace | Refusal {
  if (record.length < 56 || record.readUInt32LE(0) !== END64) {
    return refuse('BUNDLE_ZIP_DAMAGED', 'zip64');
  }
  if (record.readBigUInt64LE(4) !== 44n) return refuse('BUNDLE_HIDDEN_DATA', 'zip64');
  const entries = Number(record.readBigUInt64LE(32));
  const disks = {
    own: record.readUInt32LE(16),
    directory: record.readUInt32LE(20),
    entries: Number(record.readBigUInt64LE(24)),
    all: entries,
  };
  if (!isOneDisk(disks)) return refuseDisks(disks);
  const sizeBytes = Number(record.readBigUInt64LE(40));
  const offset = Number(record.readBigUInt64LE(48));
  const agree =
    (place.entries === 0xffff || place.entries === entries) &&
    (place.sizeBytes === 0xffffffff || place.sizeBytes === sizeBytes) &&
    (place.offset === 0xffffffff || place.offset === offset);
  return agree
    ? { ...place, entries, sizeBytes, offset }
    : refuse('BUNDLE_HEADERS_DISAGREE', 'zip64');
}

function reachesEnd(tail: Buffer, at: number): boolean {
  if (at < 0 || at + 22 > tail.length || tail.readUInt32LE(at) !== END) return false;
  return at + 22 + tail.readUInt16LE(at + 20) === tail.length;
}

/** What an end record tells of the disks: its own, the directory's first, and how many entries are listed on its own. */
interface Disks {
  readonly own: number;
  readonly directory: number;
  readonly entries: number;
  readonly all: number;
}

/** 0xffff stands for a number that only the zip64 record has. */
function orElsewhere(disk: number): number {
  return disk === 0xffff ? 0 : disk;
}

function isOneDisk({ own, directory, entries, all }: Disks): boolean {
  return own === 0 && directory === 0 && entries === all;
}

/** One flipped bit changes one of the numbers; the last of several disks has all of them in agreement. */
function refuseDisks({ own, directory, entries, all }: Disks): Refusal {
  const agree = directory === own ? entries === all : directory < own && entries < all;
  return own > 0 && agree ? refuse('BUNDLE_MULTI_DISK') : refuse('BUNDLE_ZIP_DAMAGED', 'end');
}

/**
 * An end record before the end of the file. The last one left of a zip that was cut off is that of a document inside:
 * it does not tell its own place in this file. One that promises a longer comment than there is was cut, too.
 */
function cutOrTrailing(tail: Buffer, at: number, base: number): Refusal {
  const [sizeBytes, offset] = [tail.readUInt32LE(at + 12), tail.readUInt32LE(at + 16)];
  // The end of a zip64 has two more records before it, of 56 and 20 bytes.
  const isOwn = offset === 0xffffffff || [0, 76].includes(base + at - offset - sizeBytes);
  const isCut = at + 22 + tail.readUInt16LE(at + 20) > tail.length;
  return isOwn && !isCut ? refuse('BUNDLE_HIDDEN_DATA', 'trailing') : refuse('BUNDLE_TRUNCATED');
}
