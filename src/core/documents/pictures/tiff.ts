/**
 * TIFF files: the order of their bytes, their directories, one for each picture, and the entries of those.
 *
 * @see TIFF 6.0, section 2; CIPA DC-008 (Exif 2.32), 4.6: the EXIF of any picture is a TIFF file of its own.
 */

import type { ReadBytes } from '../read-bytes.js';

export interface ByteOrder {
  readonly u16: (bytes: Buffer, at: number) => number;
  readonly u32: (bytes: Buffer, at: number) => number;
}

const LITTLE: ByteOrder = {
  u16: (bytes, at) => bytes.readUInt16LE(at),
  u32: (bytes, at) => bytes.readUInt32LE(at),
};
const BIG: ByteOrder = {
  u16: (bytes, at) => bytes.readUInt16BE(at),
  u32: (bytes, at) => bytes.readUInt32BE(at),
};

/** A directory with more entries was not written by a camera or a scanner. */
const MOST_ENTRIES = 4096;
/** Pages of a scan; more are in no volume. */
const MOST_DIRECTORIES = 10_000;

interface TiffStart {
  readonly order: ByteOrder;
  /** Where the first directory is. */
  readonly at: number;
}

/** @returns `undefined` when it is no TIFF file. */
export function tiffStart(read: ReadBytes): TiffStart | undefined {
  const head = read(0, 8);
  if (head.length < 8) return undefined;
  const mark = head.toString('latin1', 0, 4);
  const order = mark === 'II*\0' ? LITTLE : mark === 'MM\0*' ? BIG : undefined;
  return order && { order, at: order.u32(head, 4) };
}

/** @returns the 12 bytes of the entry with this tag. */
export function findEntry(
  read: ReadBytes,
  order: ByteOrder,
  at: number,
  tag: number,
): Buffer | undefined {
  const count = read(at, 2);
  if (count.length < 2) return undefined;
  const entries = read(at + 2, 12 * Math.min(order.u16(count, 0), MOST_ENTRIES));
  for (let from = 0; from + 12 <= entries.length; from += 12) {
    if (order.u16(entries, from) === tag) return entries.subarray(from, from + 12);
  }
  return undefined;
}

const KIND = 0xfe;
/** A smaller copy of another picture, or its mask: TIFF 6.0, section 8. */
const NO_PAGE = 1 | 4;

/**
 * How many pictures the file holds, of which scanners make one of each page; smaller copies are none.
 *
 * @returns `undefined` when its directories lead round in a circle, or out of it.
 */
export function countTiffPages(
  read: ReadBytes,
  { order, at: first }: TiffStart,
): number | undefined {
  const seen = new Set<number>();
  let pages = 0;
  for (let at = first; at !== 0;) {
    const count = read(at, 2);
    if (count.length < 2 || seen.has(at) || seen.size === MOST_DIRECTORIES) return undefined;
    seen.add(at);
    const kind = findEntry(read, order, at, KIND);
    if (kind === undefined || (order.u32(kind, 8) & NO_PAGE) === 0) pages += 1;
    const next = read(at + 2 + 12 * order.u16(count, 0), 4);
    if (next.length < 4) return undefined;
    at = order.u32(next, 0);
  }
  return pages;
}
