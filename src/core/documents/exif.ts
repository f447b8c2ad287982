/**
 * The moment when a photo was taken, from its EXIF.
 *
 * @see CIPA DC-008 (Exif 2.32), 4.6: a TIFF file of its own, in which tag 0x8769 leads to the directory with 0x9003.
 */

/** Bytes of the TIFF file at a place; fewer where it ends before. */
export type ReadBytes = (offset: number, length: number) => Buffer;

const EXIF_DIRECTORY = 0x8769;
const TAKEN = 0x9003;
/** A directory with more entries was not written by a camera. */
const MOST_ENTRIES = 4096;

/** @returns `2020:03:12 08:30:00` as it is written; `undefined` when it is not there. */
export function readTaken(read: ReadBytes): string | undefined {
  const head = read(0, 8);
  const order = head.length === 8 ? orderOf(head) : undefined;
  if (order === undefined) return undefined;
  const exif = findEntry(read, order, order.u32(head, 4), EXIF_DIRECTORY);
  const taken = exif && findEntry(read, order, order.u32(exif, 8), TAKEN);
  if (taken === undefined) return undefined;
  const length = order.u32(taken, 4);
  // Text of up to four bytes would stand in the entry itself; a date is 20.
  if (length < 10 || length > 64) return undefined;
  return read(order.u32(taken, 8), length).toString('latin1').replaceAll('\0', '');
}

interface Order {
  readonly u16: (bytes: Buffer, at: number) => number;
  readonly u32: (bytes: Buffer, at: number) => number;
}

const LITTLE: Order = { u16: (b, at) => b.readUInt16LE(at), u32: (b, at) => b.readUInt32LE(at) };
const BIG: Order = { u16: (b, at) => b.readUInt16BE(at), u32: (b, at) => b.readUInt32BE(at) };

function orderOf(head: Buffer): Order | undefined {
  const mark = head.toString('latin1', 0, 4);
  return mark === 'II*\0' ? LITTLE : mark === 'MM\0*' ? BIG : undefined;
}

/** @returns the 12 bytes of the entry with this tag. */
function findEntry(read: ReadBytes, order: Order, at: number, tag: number): Buffer | undefined {
  const count = read(at, 2);
  if (count.length < 2) return undefined;
  const entries = read(at + 2, 12 * Math.min(order.u16(count, 0), MOST_ENTRIES));
  for (let from = 0; from + 12 <= entries.length; from += 12) {
    if (order.u16(entries, from) === tag) return entries.subarray(from, from + 12);
  }
  return undefined;
}
