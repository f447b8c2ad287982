/** What a blob is, from what passes by while git hands it over: nothing is written anywhere, and little is kept. */
import { identify } from '../../core/documents/identify/identify.js';
import type { Identified } from '../../core/documents/types.js';
import { lfsPointerOf, LONGEST_POINTER, type LfsPointer } from '../../core/git/lfs-pointer.js';
import type { Sink } from './blobs.js';

/** Larger ones are judged by their beginning and their end. */
const WHOLE_BYTES = 64 * 2 ** 20;
const END_BYTES = 8 * 2 ** 20;

export interface LookedBlob extends Identified {
  readonly sizeBytes: number;
  /** What Git LFS, or git-annex, left in the place of a file. */
  readonly pointer?: LfsPointer | undefined;
}

export function lookingSink(): Sink<LookedBlob> {
  let kept = new KeptEnds(0);
  return {
    begin: (sizeBytes) => (kept = new KeptEnds(sizeBytes)),
    piece: (bytes) => kept.add(bytes),
    end: () => kept.look(),
  };
}

/** The bytes of a blob: all, or the first and the last of them. */
class KeptEnds {
  readonly #sizeBytes: number;
  readonly #head: Buffer;
  /** The last bytes, of a blob that is not kept whole. */
  readonly #tail: Buffer;
  #have = 0;
  #isBeyond = false;

  constructor(sizeBytes: number) {
    this.#sizeBytes = sizeBytes;
    const isWhole = sizeBytes <= WHOLE_BYTES;
    this.#head = Buffer.allocUnsafe(isWhole ? sizeBytes : END_BYTES);
    this.#tail = Buffer.allocUnsafe(isWhole ? 0 : END_BYTES);
  }

  add(bytes: Buffer): void {
    const tailAt = this.#sizeBytes - this.#tail.length;
    if (this.#have < this.#head.length) bytes.copy(this.#head, this.#have);
    const end = this.#have + bytes.length;
    if (this.#tail.length > 0 && end > tailAt) {
      const skipped = Math.max(0, tailAt - this.#have);
      bytes.copy(this.#tail, this.#have + skipped - tailAt, skipped);
    }
    this.#have = end;
  }

  look(): LookedBlob {
    const sizeBytes = this.#sizeBytes;
    const read = (offset: number, length: number) => this.#read(offset, length);
    const { format, marks } = identify({ sizeBytes, read });
    // What was not kept was not damaged for that.
    const certain = this.#isBeyond
      ? marks.filter((mark) => mark !== 'damaged' && mark !== 'truncated')
      : marks;
    const isPointer = sizeBytes <= LONGEST_POINTER && marks.includes('pointer');
    const pointer = isPointer ? lfsPointerOf(this.#head.toString()) : undefined;
    return { format, marks: certain, sizeBytes, ...(pointer && { pointer }) };
  }

  #read(offset: number, length: number): Buffer {
    const size = Math.min(length, this.#sizeBytes - offset);
    if (!(offset >= 0) || !(size > 0)) return Buffer.alloc(0);
    if (offset + size <= this.#head.length) return this.#head.subarray(offset, offset + size);
    const inTail = offset - (this.#sizeBytes - this.#tail.length);
    if (inTail >= 0) return this.#tail.subarray(inTail, inTail + size);
    this.#isBeyond = true;
    return Buffer.alloc(0);
  }
}
