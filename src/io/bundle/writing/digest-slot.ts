/** What is done with a buffer of a ring, by whichever thread: digests of what is in it, or small files read into it. */
import { createHash, hash as hashOnce, type Hash } from 'node:crypto';
import { fillRun, unpackRun, type PackedRun } from './zip-run.js';

export const SLOT_BYTES = 1 << 20;
export const DIGEST_BYTES = 32;

/** What both threads see; all of it shared memory. */
export interface RingMemory {
  readonly bytes: Uint8Array;
  /** 32 bytes for each file. */
  readonly digests: Uint8Array;
  /** CRC-32 of each file of a run. */
  readonly crcs: Uint32Array;
}

/** Bytes of one file in a buffer. */
export interface Piece {
  readonly file: number;
  readonly start: number;
  readonly end: number;
  /** Does the file end with it? */
  readonly last: boolean;
}

export interface SlotWork {
  readonly slot: number;
  /** Digests are made of these in order; a file may go on in a later buffer. */
  readonly work: readonly Piece[] | PackedRun;
}

export function sharedMemory(files: number, slots: number): RingMemory {
  const shared = (bytes: number) => new SharedArrayBuffer(bytes);
  return {
    bytes: new Uint8Array(shared(slots * SLOT_BYTES)),
    digests: new Uint8Array(shared(files * DIGEST_BYTES)),
    crcs: new Uint32Array(shared(files * 4)),
  };
}

export function slotAt({ bytes }: RingMemory, slot: number): Buffer {
  return Buffer.from(bytes.buffer, slot * SLOT_BYTES, SLOT_BYTES);
}

export class SlotWorker {
  readonly #memory: RingMemory;
  #open: Hash | undefined;

  constructor(memory: RingMemory) {
    this.#memory = memory;
  }

  /** @returns false when a file could not be read: who asked tries again, and gets the error as it is. */
  do(slot: number, work: SlotWork['work']): boolean {
    const bytes = slotAt(this.#memory, slot);
    if (!('paths' in work)) {
      for (const piece of work) this.#take(piece, bytes.subarray(piece.start, piece.end));
      return true;
    }
    try {
      fillRun(unpackRun(work), bytes, this.#memory);
      return true;
    } catch {
      return false;
    }
  }

  #take({ file, last }: Piece, bytes: Buffer): void {
    let digest: Buffer;
    if (last && this.#open === undefined) {
      digest = hashOnce('sha256', bytes, 'buffer');
    } else {
      this.#open ??= createHash('sha256');
      this.#open.update(bytes);
      if (!last) return;
      digest = this.#open.digest();
      this.#open = undefined;
    }
    this.#memory.digests.set(digest, file * DIGEST_BYTES);
  }
}
