/**
 * Digests made by a second thread while this one reads and writes.
 *
 * The two share a ring of buffers. This thread fills one with the bytes of many files, or of a part of one, writes it
 * out and passes it on; the other makes the SHA-256 of each file from it. What is written goes out in one piece and in
 * order, whatever the other thread does: a stick or a network drive is never asked to jump, and bytes never depend on
 * timing. Without a second thread the same work is done in turn.
 */
import { createHash, hash as hashOnce, type Hash } from 'node:crypto';
import { setImmediate as eventLoop } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import type { Pause } from './threads.js';

const SLOTS = 6;
export const SLOT_BYTES = 1 << 20;
/** Pieces of files in one buffer; a buffer of very small files is passed on before it is full. */
const MOST_PIECES = 4096;
/** Handing over a smaller file takes longer than its digest. */
const SMALL_BYTES = 16 * 1024;
const DIGEST_BYTES = 32;

/** Set in a piece's length when the file ends with it. */
const LAST = 0x4000_0000;

/** Indices of the counters that both threads see. */
const FILLED = 0;
const DONE = 1;
const COUNTERS = 2;

/** In place of a number of pieces: there is no buffer after this one. */
const CLOSED = -1;

/** What both threads see; all of it shared memory. */
export interface RingMemory {
  readonly counters: Int32Array;
  readonly bytes: Uint8Array;
  /** By slot: how many pieces, then number of the file, start and length of each. */
  readonly pieces: Int32Array;
  /** 32 bytes for each file. */
  readonly digests: Uint8Array;
}

const PIECE_ROW = 1 + MOST_PIECES * 3;

export interface RingOptions {
  /** Files to make digests of; they are numbered from 0. */
  readonly files: number;
  /** The other thread's program; `undefined` does all the work here. */
  readonly worker: URL | undefined;
  /** Called now and then, so that Ctrl-C and progress are not kept waiting. */
  readonly pause: Pause;
}

export class DigestRing {
  /** The buffer that is being filled, and how much of it is. */
  buffer: Buffer;
  used = 0;
  readonly #memory: RingMemory;
  readonly #slots: readonly Buffer[];
  readonly #hasher: PieceHasher | undefined;
  readonly #worker: Worker | undefined;
  readonly #ended: Promise<unknown>;
  readonly #pause: Pause;
  #failure: Error | undefined;
  /** Has a file begun that has not ended? */
  #inside = false;
  #filled = 0;
  #closed = false;
  #pieces = 0;

  constructor({ files, worker, pause }: RingOptions) {
    this.#memory = sharedMemory(files, worker === undefined ? 1 : SLOTS);
    this.#slots = slotsOf(this.#memory);
    this.buffer = this.#slotAt(0);
    this.#pause = pause;
    if (worker === undefined) {
      this.#hasher = new PieceHasher(this.#memory);
      this.#ended = Promise.resolve();
      return;
    }
    const thread = new Worker(worker, { workerData: { task: 'digest-ring', job: this.#memory } });
    this.#worker = thread;
    this.#ended = new Promise((resolve) => {
      thread.once('exit', resolve);
      thread.once('error', (error) => {
        this.#failure = error instanceof Error ? error : new Error(String(error));
      });
    });
  }

  get room(): number {
    return this.#pieces === MOST_PIECES ? 0 : this.buffer.length - this.used;
  }

  /** Bytes of a file were put at `used`: they go into its digest. */
  add(file: number, length: number, last: boolean): void {
    const whole = last && !this.#inside;
    this.#inside = !last;
    if (whole && length <= SMALL_BYTES) {
      this.put(
        file,
        hashOnce('sha256', this.buffer.subarray(this.used, this.used + length), 'buffer'),
      );
      this.used += length;
      return;
    }
    const at = this.#row() + 1 + this.#pieces * 3;
    const { pieces } = this.#memory;
    pieces[at] = file;
    pieces[at + 1] = this.used;
    pieces[at + 2] = last ? length | LAST : length;
    this.#pieces += 1;
    this.used += length;
  }

  /** Pass the buffer on and go to the next. What is in it must have been written out. After the end it is only emptied. */
  async pass(): Promise<void> {
    const { counters, pieces } = this.#memory;
    pieces[this.#row()] = this.#pieces;
    if (this.#hasher) this.#hasher.hashSlot(0, this.buffer);
    else if (!this.#closed) {
      this.#filled += 1;
      Atomics.store(counters, FILLED, this.#filled);
      Atomics.notify(counters, FILLED);
      await this.#waitForRoom();
    }
    this.buffer = this.#slotAt(this.#filled);
    this.used = 0;
    this.#pieces = 0;
    await this.#pause();
  }

  /** The digest of a file that was made elsewhere. */
  put(file: number, digest: Buffer): void {
    this.#memory.digests.set(digest, file * DIGEST_BYTES);
  }

  /** The last buffer was passed on. @returns 32 bytes for each file, when all digests are made. */
  async end(): Promise<Buffer> {
    await this.#close();
    if (this.#failure) throw this.#failure;
    const { buffer, byteOffset, length } = this.#memory.digests;
    return Buffer.from(buffer, byteOffset, length);
  }

  /** Stop the other thread, whatever it has done. */
  async abandon(): Promise<void> {
    await this.#worker?.terminate();
    await this.#ended;
  }

  async #close(): Promise<void> {
    this.#closed = true;
    const { counters, pieces } = this.#memory;
    pieces[this.#row()] = CLOSED;
    Atomics.store(counters, FILLED, this.#filled + 1);
    Atomics.notify(counters, FILLED);
    await this.#ended;
  }

  async #waitForRoom(): Promise<void> {
    const { counters } = this.#memory;
    for (;;) {
      const done = Atomics.load(counters, DONE);
      if (this.#filled - done < SLOTS) return;
      // The other thread may have died: that is told by the event loop, not by the counters.
      if (Atomics.wait(counters, DONE, done, 100) === 'timed-out') await eventLoop();
      if (this.#failure) throw this.#failure;
    }
  }

  #row(): number {
    return (this.#filled % this.#slots.length) * PIECE_ROW;
  }

  #slotAt(number: number): Buffer {
    const slot = this.#slots[number % this.#slots.length];
    if (slot === undefined) throw new Error('a ring without slots');
    return slot;
  }
}

/** The other thread's part: make digests until the ring is closed. */
export async function digestRing(memory: RingMemory, pause: Pause): Promise<void> {
  const { counters, pieces } = memory;
  const slots = slotsOf(memory);
  const hasher = new PieceHasher(memory);
  for (let done = 0; ; done += 1) {
    while (Atomics.load(counters, FILLED) === done) Atomics.wait(counters, FILLED, done);
    const number = done % slots.length;
    const slot = slots[number];
    if (!slot || pieces[number * PIECE_ROW] === CLOSED) return;
    hasher.hashSlot(number, slot);
    await pause();
    Atomics.store(counters, DONE, done + 1);
    Atomics.notify(counters, DONE);
  }
}

class PieceHasher {
  readonly #memory: RingMemory;
  #open: Hash | undefined;

  constructor(memory: RingMemory) {
    this.#memory = memory;
  }

  hashSlot(slot: number, bytes: Buffer): void {
    const { pieces } = this.#memory;
    const row = slot * PIECE_ROW;
    const count = pieces[row] ?? 0;
    for (let at = row + 1; at < row + 1 + count * 3; at += 3) {
      const [file = 0, start = 0, marked = 0] = [pieces[at], pieces[at + 1], pieces[at + 2]];
      const end = start + (marked & ~LAST);
      this.#take(file, bytes.subarray(start, end), (marked & LAST) !== 0);
    }
  }

  #take(file: number, bytes: Buffer, last: boolean): void {
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

function sharedMemory(files: number, slots: number): RingMemory {
  const shared = (bytes: number) => new SharedArrayBuffer(bytes);
  return {
    counters: new Int32Array(shared(COUNTERS * 4)),
    bytes: new Uint8Array(shared(slots * SLOT_BYTES)),
    pieces: new Int32Array(shared(slots * PIECE_ROW * 4)),
    digests: new Uint8Array(shared(files * DIGEST_BYTES)),
  };
}

function slotsOf({ bytes }: RingMemory): Buffer[] {
  return Array.from({ length: bytes.length / SLOT_BYTES }, (_, at) =>
    Buffer.from(bytes.buffer, at * SLOT_BYTES, SLOT_BYTES),
  );
}
