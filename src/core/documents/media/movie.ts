/**
 * MP4, MOV and M4A: how long they are, and when they were recorded.
 *
 * @see ISO/IEC 14496-12: 8.2.2 (mvhd), 8.8 (fragments: mehd, trex, tfhd, tfdt, trun); QuickTime File Format, "Movie Atoms".
 */
import type { ReadBytes } from '../read-bytes.js';
import { boxesIn, findBox, type Box } from './boxes.js';
import type { MediaFacts } from './types.js';

/** A recording of a day in fragments of a second, of two boxes each. */
const MOST_BOXES = 200_000;
const MOST_TRACKS = 64;
/** Of the list of one fragment's frames. */
const LONGEST_LIST = 2 ** 20;

export function movieFacts(read: ReadBytes, sizeBytes: number): MediaFacts | undefined {
  let facts: MediaFacts | undefined;
  let fragments: Fragments | undefined;
  for (const box of boxesIn(read, 0, sizeBytes, MOST_BOXES)) {
    if (box.type === 'moov' && facts === undefined) {
      facts = headerOf(read, box);
      fragments = fragmentsOf(read, box);
      if (fragments === undefined) break;
    } else if (box.type === 'moof') fragments?.add(box);
  }
  if (facts === undefined) return undefined;
  const seconds = Math.max(facts.seconds ?? 0, fragments?.seconds ?? 0);
  return { ...facts, seconds: seconds > 0 ? seconds : undefined };
}

/** A version, three bytes of flags, and numbers: of four bytes in the first version, some of eight in the second. */
class FullBox {
  readonly #bytes: Buffer;

  constructor(read: ReadBytes, { from, to }: Box, longest = 64) {
    this.#bytes = read(from, Math.min(to - from, longest));
  }

  get isLong(): boolean {
    return this.#bytes[0] === 1;
  }

  get flags(): number {
    return this.u32(0) & 0xffffff;
  }

  get length(): number {
    return this.#bytes.length;
  }

  /** 0 behind the end. */
  u32(at: number): number {
    return at + 4 > this.#bytes.length ? 0 : this.#bytes.readUInt32BE(at);
  }

  /** Of the second version. */
  u64(at: number): number {
    return at + 8 > this.#bytes.length ? 0 : Number(this.#bytes.readBigUInt64BE(at));
  }
}

function headerOf(read: ReadBytes, movie: Box): MediaFacts {
  const box = findBox(read, movie, 'mvhd');
  if (box === undefined) return { seconds: undefined, created: undefined };
  const header = new FullBox(read, box);
  const [created, scale, length] = header.isLong
    ? [header.u64(4), header.u32(20), header.u64(24)]
    : [header.u32(4), header.u32(12), header.u32(16)];
  // All ones: who wrote it did not know.
  const isKnown = scale > 0 && length !== 0xffffffff && length < 2 ** 53;
  return {
    seconds: isKnown ? length / scale : undefined,
    created: created === 0 ? undefined : created * 1000 - SINCE_1904_MS,
  };
}

const SINCE_1904_MS = 2_082_844_800_000;

/** A video that is written while it is recorded: its frames are told in fragments, not at one place. */
class Fragments {
  seconds = 0;
  readonly #read: ReadBytes;
  /** By number of the track. */
  readonly #scales: ReadonlyMap<number, number>;
  readonly #defaults: ReadonlyMap<number, number>;
  readonly #ends = new Map<number, number>();

  constructor(
    read: ReadBytes,
    scales: ReadonlyMap<number, number>,
    defaults: ReadonlyMap<number, number>,
  ) {
    this.#read = read;
    this.#scales = scales;
    this.#defaults = defaults;
  }

  add({ from, to }: Box): void {
    for (const box of boxesIn(this.#read, from, to, MOST_TRACKS)) {
      if (box.type === 'traf') this.#addTrack(box);
    }
  }

  #addTrack({ from, to }: Box): void {
    let [track, each] = [0, 0];
    let end = 0;
    for (const box of boxesIn(this.#read, from, to, MOST_TRACKS)) {
      if (box.type === 'tfhd') {
        const head = new FullBox(this.#read, box);
        track = head.u32(4);
        each = defaultIn(head) ?? this.#defaults.get(track) ?? 0;
        end = this.#ends.get(track) ?? 0;
      } else if (box.type === 'tfdt') {
        const time = new FullBox(this.#read, box);
        end = time.isLong ? time.u64(4) : time.u32(4);
      } else if (box.type === 'trun') {
        end += lengthOfRun(new FullBox(this.#read, box, LONGEST_LIST), each);
      }
    }
    const scale = this.#scales.get(track) ?? 0;
    if (scale === 0) return;
    this.#ends.set(track, end);
    this.seconds = Math.max(this.seconds, end / scale);
  }
}

/** How long each frame is, where the fragment has a length of its own; what may stand before it is left out if it is not there. */
function defaultIn(head: FullBox): number | undefined {
  const { flags } = head;
  if ((flags & 8) === 0) return undefined;
  return head.u32(8 + ((flags & 1) === 0 ? 0 : 8) + ((flags & 2) === 0 ? 0 : 4));
}

function lengthOfRun(run: FullBox, each: number): number {
  const { flags } = run;
  const count = run.u32(4);
  if ((flags & 0x100) === 0) return count * each;
  const begin = 8 + ((flags & 1) === 0 ? 0 : 4) + ((flags & 4) === 0 ? 0 : 4);
  const step = 4 * [0x100, 0x200, 0x400, 0x800].filter((flag) => (flags & flag) !== 0).length;
  let length = 0;
  const last = Math.min(run.length, begin + count * step);
  for (let at = begin; at < last; at += step) length += run.u32(at);
  return length;
}

/** @returns `undefined` when there are none. */
function fragmentsOf(read: ReadBytes, movie: Box): Fragments | undefined {
  const extends_ = findBox(read, movie, 'mvex');
  if (extends_ === undefined) return undefined;
  const [scales, defaults] = [new Map<number, number>(), new Map<number, number>()];
  for (const box of boxesIn(read, movie.from, movie.to, MOST_TRACKS)) {
    const head = box.type === 'trak' ? findBox(read, box, 'tkhd') : undefined;
    const media = head && findBox(read, box, 'mdia');
    const time = media && findBox(read, media, 'mdhd');
    if (head === undefined || time === undefined) continue;
    const [own, length] = [new FullBox(read, head), new FullBox(read, time)];
    scales.set(own.u32(own.isLong ? 20 : 12), length.u32(length.isLong ? 20 : 12));
  }
  for (const box of boxesIn(read, extends_.from, extends_.to, MOST_TRACKS)) {
    if (box.type !== 'trex') continue;
    const track = new FullBox(read, box);
    defaults.set(track.u32(4), track.u32(12));
  }
  return new Fragments(read, scales, defaults);
}
