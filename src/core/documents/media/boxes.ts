/** The boxes of which videos, recordings and HEIC pictures are made. @see ISO/IEC 14496-12, 4.2 */
import type { ReadBytes } from '../read-bytes.js';

export interface Box {
  readonly type: string;
  /** Its content. */
  readonly from: number;
  readonly to: number;
}

/**
 * The boxes that stand one behind the other; the last one of a file may be cut off.
 *
 * @param most - More are not looked at.
 */
function* boxesIn(read: ReadBytes, from: number, to: number, most: number): Generator<Box> {
  let at = from;
  for (let count = 0; count < most && at < to; count += 1) {
    const head = read(at, 16);
    if (head.length < 8) return;
    const short = head.readUInt32BE(0);
    if (short === 1 && head.length < 16) return;
    const begin = short === 1 ? 16 : 8;
    // 0: to the end of what it is in.
    const size = short === 1 ? Number(head.readBigUInt64BE(8)) : short || to - at;
    if (size < begin) return;
    yield { type: head.toString('latin1', 4, 8), from: at + begin, to: Math.min(at + size, to) };
    at += size;
  }
}

/** The first box of a type. */
export function findBox(
  read: ReadBytes,
  { from, to }: Pick<Box, 'from' | 'to'>,
  type: string,
): Box | undefined {
  for (const box of boxesIn(read, from, to, MOST_BOXES)) if (box.type === type) return box;
  return undefined;
}

/** In one other; a file of many fragments has thousands, but behind those that are looked for. */
const MOST_BOXES = 1024;
