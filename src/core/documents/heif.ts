/**
 * Where the EXIF of a HEIC or AVIF picture is: an item of its own, named in `iinf` and placed by `iloc`.
 *
 * @see ISO/IEC 14496-12, 8.11 (meta, iloc, iinf); ISO/IEC 23008-12, annex A.2.1 (the four bytes before the EXIF).
 */
import type { ReadBytes } from './tiff.js';
import type { Stretch } from './photo.js';

/** The list of a large picture's tiles takes a few hundred kilobytes. */
const LONGEST_META = 4 * 2 ** 20;
const MOST_BOXES = 1024;

export function exifInHeif(read: ReadBytes): Stretch | undefined {
  const place = boxIn(read, 0, Infinity, 'meta');
  if (place === undefined || place.length > LONGEST_META) return undefined;
  const meta = read(place.offset, place.length);
  const within: ReadBytes = (offset, length) => meta.subarray(offset, offset + length);
  // The box begins with its version.
  const item = exifItem(contentOf(meta, boxIn(within, 4, meta.length, 'iinf')));
  if (item === undefined) return undefined;
  const data = placeOfItem(contentOf(meta, boxIn(within, 4, meta.length, 'iloc')), item);
  if (data === undefined) return undefined;
  const head = read(data.offset, 4);
  if (head.length < 4) return undefined;
  const skip = 4 + head.readUInt32BE(0);
  return { offset: data.offset + skip, length: data.length - skip };
}

/** The content of the first box of a type. */
function boxIn(read: ReadBytes, from: number, to: number, type: string): Stretch | undefined {
  let at = from;
  for (let count = 0; count < MOST_BOXES && at < to; count += 1) {
    const head = read(at, 16);
    if (head.length < 8) return undefined;
    const short = head.readUInt32BE(0);
    if (short === 1 && head.length < 16) return undefined;
    const size = short === 1 ? Number(head.readBigUInt64BE(8)) : short;
    const begin = short === 1 ? 16 : 8;
    // 0: to the end of the file, as only the picture's data is.
    if (size < begin) return undefined;
    if (head.toString('latin1', 4, 8) === type) return { offset: at + begin, length: size - begin };
    at += size;
  }
  return undefined;
}

function contentOf(meta: Buffer, place: Stretch | undefined): Numbers | undefined {
  return place && new Numbers(meta.subarray(place.offset, place.offset + place.length));
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
