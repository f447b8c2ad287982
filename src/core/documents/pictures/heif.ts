/**
 * HEIC and AVIF pictures: how large they are, and where their EXIF is, an item of its own.
 *
 * @see ISO/IEC 14496-12, 8.11 (meta, pitm, iloc, iinf); ISO/IEC 23008-12, 6.5.3 (ispe), 9.3 (ipma), annex A.2.1 (the
 *   four bytes before the EXIF).
 */
import type { Pixels } from '../../evidence/types.js';
import { boxesIn, findBox } from '../media/boxes.js';
import type { ReadBytes, Stretch } from '../read-bytes.js';

/** The list of a large picture's tiles takes a few hundred kilobytes. */
const LONGEST_META = 4 * 2 ** 20;
/** Each tile may have one of its own. */
const MOST_PROPERTIES = 32_768;

/** The box that tells of the picture, and its parts by their type. */
class Meta {
  readonly #bytes: Buffer;

  constructor(bytes: Buffer) {
    this.#bytes = bytes;
  }

  /** The numbers in the first box of each type, one in the other. */
  numbers(...types: readonly string[]): Numbers | undefined {
    let place = { from: 4, to: this.#bytes.length };
    for (const type of types) {
      const box = findBox(this.read, place, type);
      if (box === undefined) return undefined;
      place = box;
    }
    return new Numbers(this.#bytes.subarray(place.from, place.to));
  }

  readonly read: ReadBytes = (offset, length) => this.#bytes.subarray(offset, offset + length);
}

function metaOf(read: ReadBytes): Meta | undefined {
  const box = findBox(read, { from: 0, to: Infinity }, 'meta');
  if (box === undefined || box.to - box.from > LONGEST_META) return undefined;
  return new Meta(read(box.from, box.to - box.from));
}

export function exifInHeif(read: ReadBytes): Stretch | undefined {
  const meta = metaOf(read);
  const item = exifItem(meta?.numbers('iinf'));
  const data = item === undefined ? undefined : placeOfItem(meta?.numbers('iloc'), item);
  if (data === undefined) return undefined;
  const head = read(data.offset, 4);
  if (head.length < 4) return undefined;
  const skip = 4 + head.readUInt32BE(0);
  return { offset: data.offset + skip, length: data.length - skip };
}

/** Of the picture that is shown, not of its tiles or its small copy. */
export function pixelsInHeif(read: ReadBytes): Pixels | undefined {
  const meta = metaOf(read);
  const primary = meta?.numbers('pitm');
  if (meta === undefined || primary === undefined) return undefined;
  const version = primary.next(1);
  primary.next(3);
  const wanted = new Set(propertiesOf(meta.numbers('iprp', 'ipma'), primary.next(version ? 4 : 2)));
  const list = meta.numbers('iprp', 'ipco');
  if (list === undefined) return undefined;
  let number = 0;
  for (const { type, from } of boxesIn(list.read, 0, Infinity, MOST_PROPERTIES)) {
    number += 1;
    const size = type === 'ispe' && wanted.has(number) ? list.read(from, 12) : undefined;
    if (size?.length === 12) return { width: size.readUInt32BE(4), height: size.readUInt32BE(8) };
  }
  return undefined;
}

/** The numbers of an item's properties, from 1. */
function propertiesOf(list: Numbers | undefined, wanted: number): readonly number[] {
  if (list === undefined) return [];
  const version = list.next(1);
  const isLong = (list.next(3) & 1) === 1;
  for (let rest = list.next(4); rest > 0 && list.hasMore(); rest -= 1) {
    const item = list.next(version === 0 ? 2 : 4);
    const numbers = Array.from({ length: list.next(1) }, () =>
      isLong ? list.next(2) & 0x7fff : list.next(1) & 0x7f,
    );
    if (item === wanted) return numbers;
  }
  return [];
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

  readonly read: ReadBytes = (offset, length) => this.#bytes.subarray(offset, offset + length);

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
