/** Headers of zip entries that were written by another program, with new numbers in them. */
import { DEFLATED, STORED } from '../../bundle/zip/records.js';

/** An entry's contents as they are packed now. */
export interface Packed {
  readonly method: typeof STORED | typeof DEFLATED;
  readonly crc: number;
  readonly packedBytes: number;
  readonly sizeBytes: number;
}

const LATER = 0x8;
const ZIP64 = 1;
/** What a reader has to know for deflate. */
const VERSION = 20;

/** @param header - All of the local header, as it was. */
export function changedLocal(header: Buffer, packed: Packed): Buffer {
  return changed(header, packed, { at: 4, fixed: 30, lengths: 26 });
}

/** @param record - The entry's row of the central directory, as it was. */
export function changedRecord(record: Buffer, packed: Packed, offset: number): Buffer {
  const result = changed(record, packed, { at: 6, fixed: 46, lengths: 28 });
  result.writeUInt32LE(offset, 42);
  return result;
}

interface Layout {
  /** Where the version stands that is needed to read it; then come flags, method, time, CRC-32 and sizes. */
  readonly at: number;
  readonly fixed: number;
  /** Where the lengths of the name and of the extra fields stand. */
  readonly lengths: number;
}

function changed(header: Buffer, packed: Packed, { at, fixed, lengths }: Layout): Buffer {
  const nameEnd = fixed + header.readUInt16LE(lengths);
  const extraEnd = nameEnd + header.readUInt16LE(lengths + 2);
  const extra = withoutZip64(header.subarray(nameEnd, extraEnd));
  const result = Buffer.concat([header.subarray(0, nameEnd), extra, header.subarray(extraEnd)]);
  result.writeUInt16LE(VERSION, at);
  result.writeUInt16LE(header.readUInt16LE(at + 2) & ~LATER, at + 2);
  result.writeUInt16LE(packed.method, at + 4);
  result.writeUInt32LE(packed.crc, at + 10);
  result.writeUInt32LE(packed.packedBytes, at + 14);
  result.writeUInt32LE(packed.sizeBytes, at + 18);
  result.writeUInt16LE(extra.length, lengths + 2);
  return result;
}

/** Sizes have room in the header now. */
function withoutZip64(extra: Buffer): Buffer {
  const kept: Buffer[] = [];
  let at = 0;
  while (at + 4 <= extra.length) {
    const end = at + 4 + extra.readUInt16LE(at + 2);
    if (extra.readUInt16LE(at) !== ZIP64) kept.push(extra.subarray(at, end));
    at = end;
  }
  if (at < extra.length) kept.push(extra.subarray(at));
  return Buffer.concat(kept);
}

/** The row of an entry that is only elsewhere. */
export function movedRecord(record: Buffer, offset: number): Buffer {
  const result = Buffer.from(record);
  if (record.readUInt32LE(42) !== 0xffffffff) result.writeUInt32LE(offset, 42);
  else result.writeBigUInt64LE(BigInt(offset), wideOffsetAt(record));
  return result;
}

/** In the zip64 field, behind the sizes that it has (APPNOTE 4.5.3). */
function wideOffsetAt(record: Buffer): number {
  const sizes = [20, 24].filter((at) => record.readUInt32LE(at) === 0xffffffff);
  let at = 46 + record.readUInt16LE(28);
  while (record.readUInt16LE(at) !== ZIP64) at += 4 + record.readUInt16LE(at + 2);
  return at + 4 + sizes.length * 8;
}
