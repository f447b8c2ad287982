/** The parts of which pictures are made. */
import type { ReadBytes, Stretch } from '../read-bytes.js';

/** What is looked for stands before so many others. */
const MOST_PARTS = 4096;

interface Segment extends Stretch {
  readonly marker: number;
}

/** The segments of a JPEG up to its picture. @see ITU-T T.81, annex B */
export function* jpegSegments(read: ReadBytes): Generator<Segment> {
  let at = 2;
  for (let part = 0; part < MOST_PARTS; part += 1) {
    const head = read(at, 4);
    const marker = head[1];
    if (head.length < 4 || head[0] !== 0xff || marker === undefined) return;
    if (marker === 0xff) {
      // A filler before the marker.
      at += 1;
      continue;
    }
    if (marker === 0xda || marker === 0xd9) return;
    const length = head.readUInt16BE(2);
    if (length < 2) return;
    yield { marker, offset: at + 4, length: length - 2 };
    at += 2 + length;
  }
}

interface Chunk extends Stretch {
  /** Four letters. */
  readonly type: string;
}

/** @see PNG 3rd edition, 5.3 */
export function* pngChunks(read: ReadBytes): Generator<Chunk> {
  let at = 8;
  for (let part = 0; part < MOST_PARTS; part += 1) {
    const head = read(at, 8);
    if (head.length < 8) return;
    const length = head.readUInt32BE(0);
    yield { type: head.toString('latin1', 4), offset: at + 8, length };
    at += 12 + length;
  }
}

/** The chunks of a WebP. @see RFC 9649, 2.3 */
export function* webpChunks(read: ReadBytes): Generator<Chunk> {
  let at = 12;
  for (let part = 0; part < MOST_PARTS; part += 1) {
    const head = read(at, 8);
    if (head.length < 8) return;
    const length = head.readUInt32LE(4);
    yield { type: head.toString('latin1', 0, 4), offset: at + 8, length };
    at += 8 + length + (length % 2);
  }
}
