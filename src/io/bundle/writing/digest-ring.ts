/**
 * Digests made by a second thread while this one reads and writes.
 *
 * The two share a ring of buffers. This thread fills one with the bytes of many files, or of a part of one, and passes
 * it on; the other makes the SHA-256 of each file from it. Small files cost more to open than to digest: runs of them
 * are read by both threads. A buffer is used again when it is digested and written out. Without a second
 * thread the same work is done in turn.
 */
import { hash as hashOnce } from 'node:crypto';
import { setImmediate as eventLoop } from 'node:timers/promises';
import type { PackThread } from './pack-thread.js';
import { fillRun, packRun, type Told, type ZipRun } from './zip-run.js';
import {
  DIGEST_BYTES,
  sharedMemory,
  slotAt,
  SlotWorker,
  type Piece,
  type RingMemory,
  type SlotWork,
} from './digest-slot.js';
import type { Pause } from '../../threads/pause.js';

const SLOTS = 8;
/** While so much work waits for the other thread, a run is read sooner here. */
const WAITING_RUNS = 2;
/** Handing over a smaller file takes longer than its digest. */
const SMALL_BYTES = 16 * 1024;

interface RingOptions {
  /** Files to make digests of; they are numbered from 0. */
  readonly files: number;
  /** `undefined` does all the work here. */
  readonly thread: PackThread | undefined;
  /** Called now and then, so that Ctrl-C and progress are not kept waiting. */
  readonly pause: Pause;
}

export class DigestRing {
  /** The buffer that is being filled, and how much of it is. */
  buffer: Buffer;
  used = 0;
  /** Bytes that were added of a file that goes on. */
  openBytes = 0;
  readonly #memory: RingMemory;
  readonly #here: SlotWorker;
  readonly #thread: PackThread | undefined;
  readonly #pause: Pause;
  /** By slot: resolves when it can be used again. */
  readonly #free: Promise<unknown>[] = Array<Promise<unknown>>(SLOTS).fill(Promise.resolve());
  #slot = 0;
  #pieces: Piece[] = [];
  /** Has a file begun that has not ended? */
  #inside = false;

  constructor({ files, thread, pause }: RingOptions) {
    this.#memory = sharedMemory(files, SLOTS);
    this.#here = new SlotWorker(this.#memory);
    this.buffer = slotAt(this.#memory, 0);
    this.#pause = pause;
    this.#thread = thread;
    // A failure is told to who asks for the first piece of work.
    thread?.ask({ memory: this.#memory }).catch(() => undefined);
  }

  get room(): number {
    return this.buffer.length - this.used;
  }

  /** Bytes of a file were put at `used`: they go into its digest. */
  add(file: number, length: number, last: boolean): void {
    const start = this.used;
    this.used += length;
    const whole = last && !this.#inside;
    this.#inside = !last;
    this.openBytes = last ? 0 : this.openBytes + length;
    if (whole && length <= SMALL_BYTES) {
      this.put(file, hashOnce('sha256', this.buffer.subarray(start, this.used), 'buffer'));
    } else {
      this.#pieces.push({ file, start, end: this.used, last });
    }
  }

  /**
   * Pass the buffer on and go to the next.
   *
   * @param written - When what is in it is written out.
   */
  async pass(written?: Promise<void>): Promise<void> {
    const digested = this.#pieces.length > 0 ? this.#ask(this.#pieces) : undefined;
    this.#pieces = [];
    await this.#next(Promise.all([digested, written]));
  }

  /**
   * Have the buffer, which is empty, filled with a run of small files, and go to the next. The other thread does it
   * unless it has enough to do.
   *
   * @param write - Write it out once it is filled.
   */
  async fill(run: ZipRun, write: (filled: Promise<void>) => Promise<void>): Promise<void> {
    const { buffer } = this;
    const elsewhere = this.#thread !== undefined && this.#thread.waiting < WAITING_RUNS;
    const filled = elsewhere ? this.#ask(packRun(run)) : Promise.resolve(false);
    const here = filled.then((done) => {
      if (!done) fillRun(run, buffer, this.#memory);
    });
    await this.#next(write(here));
  }

  /** The digest of a file that was made elsewhere. */
  put(file: number, digest: Buffer): void {
    this.#memory.digests.set(digest, file * DIGEST_BYTES);
  }

  /** What was told elsewhere of files that follow one another. */
  putAll(first: number, count: number, { digests, crcs }: Told): void {
    const end = first + count;
    const [start, stop] = [first * DIGEST_BYTES, end * DIGEST_BYTES];
    this.#memory.digests.set(digests.subarray(start, stop), start);
    this.#memory.crcs.set(crcs.subarray(first, end), first);
  }

  /** Everything that was passed on so far is digested and written. */
  async settled(): Promise<void> {
    await Promise.all(this.#free);
  }

  /** Of a file that is settled. @returns hex. */
  digestOf(file: number): string {
    const { buffer, byteOffset } = this.#memory.digests;
    return Buffer.from(buffer, byteOffset + file * DIGEST_BYTES, DIGEST_BYTES).toString('hex');
  }

  crcOf(file: number): number {
    return this.#memory.crcs[file] ?? 0;
  }

  /** The last buffer was passed on. @returns 32 bytes for each file, when all digests are made. */
  async end(): Promise<Buffer> {
    await Promise.all(this.#free);
    const { buffer, byteOffset, length } = this.#memory.digests;
    return Buffer.from(buffer, byteOffset, length);
  }

  async #next(free: Promise<unknown>): Promise<void> {
    // What went wrong is told when the buffer is needed again, or at the end.
    free.catch(() => undefined);
    this.#free[this.#slot] = free;
    this.#slot = (this.#slot + 1) % SLOTS;
    // So that the next buffer in turn is written while this thread goes on.
    await eventLoop();
    await this.#free[this.#slot];
    this.buffer = slotAt(this.#memory, this.#slot);
    this.used = 0;
    await this.#pause();
  }

  async #ask(work: SlotWork['work']): Promise<boolean> {
    const slot = this.#slot;
    return this.#thread ? this.#thread.ask({ slot, work }) : this.#here.do(slot, work);
  }
}
