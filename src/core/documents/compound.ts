/**
 * Files of Office before 2007, of WPS, and encrypted ones of any year: a small file system of its own.
 *
 * @see MS-CFB: 2.2 header, 2.3 the chains of sectors, 2.4 the small ones, 2.6 the folders.
 */
import type { ReadBytes } from './read-bytes.js';

export class CompoundError extends Error {}

interface Entry {
  readonly name: string;
  readonly start: number;
  readonly sizeBytes: number;
  readonly left: number;
  readonly right: number;
  readonly child: number;
}

const ENTRY_BYTES = 128;
/** A larger number is none of a sector: the end of a chain, or a sector that is free. */
const LAST_SECTOR = 0xfffffffa;
const FREE = 0xffffffff;
/** Of a list of entries; a document has some dozens. */
const MOST_ENTRIES = 100_000;

export class CompoundFile {
  readonly #read: ReadBytes;
  readonly #sizeBytes: number;
  readonly #sector: number;
  readonly #small: number;
  readonly #cutoff: number;
  /** The number of the sector after each one. */
  readonly #next: Uint32Array;
  readonly #smallNext: Uint32Array;
  readonly #smallPlaces: readonly number[];
  readonly #streams: ReadonlyMap<string, Entry>;

  /** @throws {CompoundError} */
  constructor(read: ReadBytes, sizeBytes: number) {
    const head = read(0, 512);
    if (head.length < 512 || head.readUInt32BE(0) !== MAGIC) throw new CompoundError();
    const [shift, smallShift] = [head.readUInt16LE(30), head.readUInt16LE(32)];
    if ((shift !== 9 && shift !== 12) || smallShift !== 6) throw new CompoundError();
    this.#read = read;
    this.#sizeBytes = sizeBytes;
    this.#sector = 1 << shift;
    this.#small = 1 << smallShift;
    this.#cutoff = head.readUInt32LE(56);
    this.#next = numbersIn(this.#sectors(this.#tableSectors(head)));
    const entries = this.#entries(head.readUInt32LE(48));
    const root = entries[0];
    if (root === undefined) throw new CompoundError();
    this.#smallPlaces = this.#chain(root.start, this.#next);
    this.#smallNext = numbersIn(this.#sectors(this.#chain(head.readUInt32LE(60), this.#next)));
    this.#streams = childrenOf(root, entries);
  }

  /** In the outermost folder: those of documents inside the document are not meant. */
  has(name: string): boolean {
    return this.#streams.has(keyOf(name));
  }

  /** @returns `undefined` when there is none, or it is longer than it may be. */
  stream(name: string, limit: number): Buffer | undefined {
    const entry = this.#streams.get(keyOf(name));
    if (entry === undefined || entry.sizeBytes > limit) return undefined;
    const bytes =
      entry.sizeBytes < this.#cutoff
        ? Buffer.concat(
            this.#chain(entry.start, this.#smallNext).map((at) => this.#smallSector(at)),
          )
        : this.#sectors(this.#chain(entry.start, this.#next));
    if (bytes.length < entry.sizeBytes) throw new CompoundError();
    return bytes.subarray(0, entry.sizeBytes);
  }

  /** The first bytes of a stream, without reading the rest of it. */
  begin(name: string, length: number): Buffer {
    const entry = this.#streams.get(keyOf(name));
    if (entry === undefined) return Buffer.alloc(0);
    const isSmall = entry.sizeBytes < this.#cutoff;
    const sector = isSmall ? this.#small : this.#sector;
    const count = Math.ceil(Math.min(length, entry.sizeBytes) / sector);
    const chain = this.#chain(entry.start, isSmall ? this.#smallNext : this.#next, count);
    const bytes = isSmall
      ? Buffer.concat(chain.map((at) => this.#smallSector(at)))
      : this.#sectors(chain);
    return bytes.subarray(0, Math.min(length, entry.sizeBytes));
  }

  /** Does it have sectors behind its end? */
  get isCut(): boolean {
    const last = this.#next.findLastIndex((next) => next !== FREE);
    return (last + 1) * this.#sector >= this.#sizeBytes;
  }

  /** The sectors of the table of sectors: 109 in the header, the others in sectors of their own. */
  #tableSectors(head: Buffer): number[] {
    const places: number[] = [];
    for (let at = 76; at < 512; at += 4) places.push(head.readUInt32LE(at));
    let more = head.readUInt32LE(68);
    // So many there can be, and one that leads back to another is a circle.
    let rest = this.#sizeBytes / this.#sector / 128 / 127 + 1;
    for (; more < LAST_SECTOR && rest > 0; rest -= 1) {
      const numbers = numbersIn(this.#sectors([more]));
      places.push(...numbers.subarray(0, -1));
      more = numbers.at(-1) ?? LAST_SECTOR;
    }
    return places.filter((place) => place < LAST_SECTOR);
  }

  #entries(start: number): Entry[] {
    const chain = this.#chain(start, this.#next);
    const bytes = this.#sectors(chain);
    if (bytes.length < chain.length * this.#sector) throw new CompoundError();
    const count = Math.min(Math.floor(bytes.length / ENTRY_BYTES), MOST_ENTRIES);
    return Array.from({ length: count }, (_, at) => entryAt(bytes, at * ENTRY_BYTES));
  }

  /**
   * @param most - So many of its sectors will do.
   * @throws {CompoundError} - it goes round in a circle.
   */
  #chain(start: number, next: Uint32Array, most = Infinity): number[] {
    const chain: number[] = [];
    for (let at = start; at < LAST_SECTOR && chain.length < most; at = next[at] ?? LAST_SECTOR) {
      if (chain.length > next.length) throw new CompoundError();
      chain.push(at);
    }
    return chain;
  }

  #sectors(places: readonly number[]): Buffer {
    const most = this.#sizeBytes / this.#sector;
    if (places.length > most) throw new CompoundError();
    return Buffer.concat(places.map((at) => this.#part((at + 1) * this.#sector, this.#sector)));
  }

  #smallSector(number: number): Buffer {
    const at = number * this.#small;
    const place = this.#smallPlaces[Math.floor(at / this.#sector)];
    if (place === undefined) throw new CompoundError();
    return this.#part((place + 1) * this.#sector + (at % this.#sector), this.#small);
  }

  /** The last sector of a file may be shorter. */
  #part(at: number, length: number): Buffer {
    const bytes = this.#read(at, length);
    if (bytes.length === 0) throw new CompoundError();
    return bytes;
  }
}

const MAGIC = 0xd0cf11e0;

function numbersIn(bytes: Buffer): Uint32Array {
  return Uint32Array.from({ length: bytes.length >> 2 }, (_, at) => bytes.readUInt32LE(at * 4));
}

function entryAt(bytes: Buffer, at: number): Entry {
  const nameBytes = Math.max(0, Math.min(bytes.readUInt16LE(at + 64), 64) - 2);
  return {
    name: bytes.toString('utf16le', at, at + nameBytes),
    left: bytes.readUInt32LE(at + 68),
    right: bytes.readUInt32LE(at + 72),
    child: bytes.readUInt32LE(at + 76),
    start: bytes.readUInt32LE(at + 116),
    // Longer streams than 4 GB are in no document.
    sizeBytes: bytes.readUInt32LE(at + 120),
  };
}

/** Some write `WORKBOOK`: names are the same whatever their case (MS-CFB, 2.6.4). */
function keyOf(name: string): string {
  return name.toUpperCase();
}

/** The entries of a folder are a tree, each with those before and after it; one that is met twice is a circle. */
function childrenOf(folder: Entry, entries: readonly Entry[]): ReadonlyMap<string, Entry> {
  const found = new Map<string, Entry>();
  const seen = new Set<number>();
  const rest = [folder.child];
  for (let number = rest.pop(); number !== undefined; number = rest.pop()) {
    const entry = entries[number];
    if (entry === undefined || seen.has(number)) continue;
    seen.add(number);
    found.set(keyOf(entry.name), entry);
    rest.push(entry.left, entry.right);
  }
  return found;
}
