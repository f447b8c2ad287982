/**
 * HEIC and AVIF pictures: where their EXIF is, an item of its own.
 *
 * @see ISO/IEC 14496-12, 8.11 (meta, iloc, iinf); ISO/IEC 23008-12, annex A.2.1 (the four bytes before the EXIF).
 */
import { findBox } from '../media/boxes.js';
import type { ReadBytes, Stretch } from '../read-bytes.js';

/** The list of a large picture's tiles takes a few hundred kilobytes. */
const LONGEST_META = 4 * 2 ** 20;

export function exifInHeif(read: ReadBytes): Stretch | undefined {
  const meta = metaOf(read);
  if (meta === undefined) return undefined;
  const item = exifItem(numbersIn(meta, 'iinf'));
  const data = item === undefined ? undefined : placeOfItem(numbersIn(meta, 'iloc'), item);
  if (data === undefined) return undefined;
  const head = read(data.offset, 4);
  if (head.length < 4) return undefined;
  const skip = 4 + head.readUInt32BE(0);
  return { offset: data.offset + skip, length: data.length - skip };
}

/** The box that tells of the picture, in parts by their type. */
function metaOf(read: ReadBytes): Buffer | undefined {
  const box = findBox(read, { from: 0, to: Infinity }, 'meta');
  if (box === undefined || box.to - box.from > LONGEST_META) return undefined;
  return read(box.from, box.to - box.from);
}

/** The numbers in the first part of a type. */
function numbersIn(meta: Buffer, type: string): Numbers | undefined {
  const read: ReadBytes = (offset, length) => meta.subarray(offset, offset + length);
  const box = findBox(read, { from: 4, to: meta.length }, type);
  return box && new Numbers(meta.subarray(box.from, box.to));
}

/** The number of the item whose type is `Exif`. */
function exifItem(list: Numbers | undefined): number | undefined {
  if (list === undefined) return undefined;
  const version = list.next(1);
  list.next(3);
  for (let rest = list.next(version === 0 ? 2 : 4); rest > 0 && list.hasMore(); rest -= 1) {
    const size = list.next(4);
    const entry = list.part(size - 4);
    entry.next(4);
    const kind = entry.next(1);
    entry.next(3);
    const item = entry.next(kind < 3 ? 2 : 4);
    entry.next(2);
    if (kind >= 2 && entry.next(4) === EXIF) return item;
  }
  return undefined;
}

const EXIF = 0x45786966;

function placeOfItem(list: Numbers | undefined, wanted: number): Stretch | undefined {
  if (list === undefined) return undefined;
  const version = list.next(1);
  list.next(3);
  const sizes = list.next(2);
  const [offsetSize, lengthSize] = [(sizes >> 12) & 15, (sizes >> 8) & 15];
  const [baseSize, indexSize] = [(sizes >> 4) & 15, version === 0 ? 0 : sizes & 15];
  for (let rest = list.next(version < 2 ? 2 : 4); rest > 0 && list.hasMore(); rest -= 1) {
    const item = list.next(version < 2 ? 2 : 4);
    // 0: from the start of the file. An item that is put together of others is no EXIF.
    const method = version === 0 ? 0 : list.next(2) & 15;
    list.next(2);
    const base = list.next(baseSize);
    for (let extents = list.next(2); extents > 0 && list.hasMore(); extents -= 1) {
      list.next(indexSize);
      const [offset, length] = [list.next(offsetSize), list.next(lengthSize)];
      if (item === wanted) return method === 0 ? { offset: base + offset, length } : undefined;
    }
  }
  return undefined;
}

/** Numbers one after the other; 0 behind the end. */
class Numbers {
  readonly #bytes: Buffer;
  #at = 0;

  constructor(bytes: Buffer) {
    this.#bytes = bytes;
  }

  hasMore(): boolean {
    return this.#at < this.#bytes.length;
  }

  /** @param size - In bytes: 0, 1, 2, 3, 4 or 8. */
  next(size: number): number {
    const from = this.#at;
    this.#at += size;
    if (size === 0 || this.#at > this.#bytes.length) return 0;
    return size === 8
      ? Number(this.#bytes.readBigUInt64BE(from))
      : this.#bytes.readUIntBE(from, size);
  }

  part(size: number): Numbers {
    const from = this.#at;
    // A size that leads nowhere ends the list.
    this.#at = size > 0 ? from + size : this.#bytes.length;
    return new Numbers(this.#bytes.subarray(from, this.#at));
  }
}
