/**
 * The properties of a document before 2007: stream `\x05SummaryInformation`.
 *
 * @see MS-OLEPS: 2.20 and 2.21 the stream and its set, 2.15 the types of values, 3.1 the numbers of the properties.
 */
import type { Day } from '../system/types.js';
import { dayOfFileTime } from './days.js';

export const SUMMARY = '\u0005SummaryInformation';

export const PROPERTY = {
  created: 0x0c,
  pages: 0x0e,
  characters: 0x10,
} as const;

const [NUMBER, FILE_TIME] = [0x03, 0x40];

/** The values of the first set of a stream; what it does not have is `undefined`. */
export class SummarySet {
  readonly #set: Buffer;
  readonly #places = new Map<number, number>();

  constructor(stream: Buffer) {
    this.#set = stream.length < 48 ? stream : stream.subarray(stream.readUInt32LE(44));
    const { length } = this.#set;
    if (stream.length < 48 || length < 8) return;
    const count = Math.min(this.#set.readUInt32LE(4), Math.floor((length - 8) / 8));
    for (let at = 8; at < 8 + count * 8; at += 8) {
      this.#places.set(this.#set.readUInt32LE(at), this.#set.readUInt32LE(at + 4));
    }
  }

  day(property: number): Day | undefined {
    const at = this.#placeOf(property, FILE_TIME, 8);
    return at === undefined ? undefined : dayOfFileTime(this.#set.readBigUInt64LE(at));
  }

  number(property: number): number | undefined {
    const at = this.#placeOf(property, NUMBER, 4);
    return at === undefined ? undefined : this.#set.readInt32LE(at);
  }

  /** Where the value itself is: behind its type. */
  #placeOf(property: number, type: number, length: number): number | undefined {
    const at = this.#places.get(property);
    if (at === undefined || at + 4 + length > this.#set.length) return undefined;
    return this.#set.readUInt32LE(at) === type ? at + 4 : undefined;
  }
}
