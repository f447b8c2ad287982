/**
 * What a camera writes into a photo: when it was taken and where, and whose it is.
 *
 * @see CIPA DC-008 (Exif 2.32), 4.6: tag 0x8769 leads to the directory with 0x9003, 0x8825 to that of the place.
 */
import type { Place } from '../../evidence/types.js';
import { decodeText } from '../../yaml-file/decode-text.js';
import type { ReadBytes } from '../read-bytes.js';
import { findEntry, tiffStart, type ByteOrder } from './tiff.js';

export interface ExifFacts {
  /** `2020:03:12 08:30:00` as it is written. */
  readonly taken: string | undefined;
  readonly place: Place | undefined;
  readonly artist: string | undefined;
}

const [ARTIST, EXIF_DIRECTORY, TAKEN, PLACE_DIRECTORY] = [0x013b, 0x8769, 0x9003, 0x8825];
const [NORTH_OR_SOUTH, LATITUDE, EAST_OR_WEST, LONGITUDE] = [1, 2, 3, 4];
const LONGEST_NAME = 512;

/** @param read - Bytes of the EXIF, which is a TIFF file of its own. */
export function readExif(read: ReadBytes): ExifFacts | undefined {
  const start = tiffStart(read);
  if (start === undefined) return undefined;
  const directory = new Directory(read, start.order, start.at);
  return {
    taken: directory.within(EXIF_DIRECTORY)?.text(TAKEN, 64)?.toString('latin1'),
    place: placeIn(directory.within(PLACE_DIRECTORY)),
    artist: nameIn(directory.text(ARTIST, LONGEST_NAME)),
  };
}

/** Programs write names in the encoding of their system. */
function nameIn(bytes: Buffer | undefined): string | undefined {
  const text = bytes && decodeText(bytes).text;
  return text === '' ? undefined : text;
}

class Directory {
  readonly #read: ReadBytes;
  readonly #order: ByteOrder;
  readonly #at: number;

  constructor(read: ReadBytes, order: ByteOrder, at: number) {
    this.#read = read;
    this.#order = order;
    this.#at = at;
  }

  within(tag: number): Directory | undefined {
    const entry = this.#entry(tag);
    return entry && new Directory(this.#read, this.#order, this.#order.u32(entry, 8));
  }

  /** @returns `undefined` when it is longer than it may be. */
  text(tag: number, longest: number): Buffer | undefined {
    const entry = this.#entry(tag);
    if (entry === undefined) return undefined;
    const length = this.#order.u32(entry, 4);
    if (length > longest) return undefined;
    // What takes up to four bytes stands in the entry itself.
    const bytes =
      length <= 4 ? entry.subarray(8, 8 + length) : this.#read(this.#order.u32(entry, 8), length);
    const end = bytes.indexOf(0);
    return end < 0 ? bytes : bytes.subarray(0, end);
  }

  /** Fractions, of which each is two numbers. */
  fractions(tag: number, count: number): readonly number[] | undefined {
    const entry = this.#entry(tag);
    if (entry === undefined || this.#order.u32(entry, 4) !== count) return undefined;
    const bytes = this.#read(this.#order.u32(entry, 8), count * 8);
    if (bytes.length < count * 8) return undefined;
    return Array.from(
      { length: count },
      (_, at) => this.#order.u32(bytes, at * 8) / this.#order.u32(bytes, at * 8 + 4),
    );
  }

  #entry(tag: number): Buffer | undefined {
    return findEntry(this.#read, this.#order, this.#at, tag);
  }
}

function placeIn(directory: Directory | undefined): Place | undefined {
  if (directory === undefined) return undefined;
  const latitude = degreesIn(directory, LATITUDE, NORTH_OR_SOUTH, ['N', 'S'], 90);
  const longitude = degreesIn(directory, LONGITUDE, EAST_OR_WEST, ['E', 'W'], 180);
  if (latitude === undefined || longitude === undefined) return undefined;
  // What cameras write that do not know where they are: a place in the sea.
  return latitude === 0 && longitude === 0 ? undefined : { latitude, longitude };
}

/** Degrees, minutes and seconds, of which programs leave out the last by writing fractions of the others. */
function degreesIn(
  directory: Directory,
  tag: number,
  sideTag: number,
  [positive, negative]: readonly [string, string],
  most: number,
): number | undefined {
  const side = directory.text(sideTag, 8)?.toString('latin1').trim().toUpperCase();
  const parts = directory.fractions(tag, 3);
  if (parts === undefined || (side !== positive && side !== negative)) return undefined;
  // 0/0 is written for seconds that are not told.
  const [degrees = NaN, minutes = 0, seconds = 0] = parts.map((part, at) =>
    at > 0 && Number.isNaN(part) ? 0 : part,
  );
  const value = degrees + minutes / 60 + seconds / 3600;
  if (!(value <= most)) return undefined;
  const rounded = Math.round(value * 1e6) / 1e6;
  return side === negative && rounded !== 0 ? -rounded : rounded;
}

const ORIENTATION = 0x0112;

/** Clockwise degrees by which the picture is turned to stand upright; mirrored ones are not mirrored back. */
export function readTurn(read: ReadBytes): 0 | 90 | 180 | 270 {
  const start = tiffStart(read);
  const entry = start && findEntry(read, start.order, start.at, ORIENTATION);
  return (entry && TURNS[start.order.u16(entry, 8)]) ?? 0;
}

/** CIPA DC-008, 4.6.4 A: where the first row and the first column of the picture belong. */
const TURNS: readonly (0 | 90 | 180 | 270)[] = [0, 0, 0, 180, 180, 90, 90, 270, 270];
