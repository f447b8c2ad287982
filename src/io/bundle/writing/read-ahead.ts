/** Small files of a zip to come, read by the other thread while this one still finds out whether there will be one. */
import type { DosTime } from '../../../core/bundle/zip/records.js';
import { DIGEST_BYTES } from './digest-slot.js';
import { runsOf, type GrowingRun } from './growing-run.js';
import { isWorthAThread, type PackThread } from './pack-thread.js';
import type { PayloadFiles } from './payload-files.js';
import { packRun, type Told, type ZipRun } from './zip-run.js';

/** What is read is in memory until it is written. */
const AT_MOST_BYTES = 40 * 1024 * 1024;

/** A run that was read, with the digests and checksums of its files. */
interface ReadRun {
  readonly bytes: Buffer;
  readonly told: Told;
}

export class ReadAhead {
  readonly #top: string;
  readonly #time: DosTime;
  readonly #told: Told;
  readonly #stopped = new Int32Array(new SharedArrayBuffer(4));
  readonly #asked: Promise<void>[] = [];
  /** By the number of its first file: how many it has, and its bytes. */
  readonly #runs = new Map<number, { readonly count: number; readonly bytes: Buffer }>();

  /** @returns `undefined` when there is so little to read that it is not worth while. */
  static begin(
    payload: PayloadFiles,
    top: string,
    time: DosTime,
    thread: PackThread | undefined,
  ): ReadAhead | undefined {
    if (!thread || !isWorthAThread(payload.count, payload.bytes)) return undefined;
    return new ReadAhead(payload, top, time, thread);
  }

  private constructor(payload: PayloadFiles, top: string, time: DosTime, thread: PackThread) {
    this.#top = top;
    this.#time = time;
    this.#told = {
      digests: new Uint8Array(new SharedArrayBuffer(payload.count * DIGEST_BYTES)),
      crcs: new Uint32Array(new SharedArrayBuffer(payload.count * 4)),
    };
    let left = AT_MOST_BYTES;
    for (const run of runsOf(payload, top, time)) {
      left -= run.bytes;
      if (left < 0) break;
      const asked = this.#ask(run, thread);
      // It is told in the end, which is never asked for when there are errors in the archive.
      asked.catch(() => undefined);
      this.#asked.push(asked);
    }
  }

  /** Nothing more is read after this. */
  async end(): Promise<void> {
    Atomics.store(this.#stopped, 0, 1);
    await Promise.all(this.#asked);
  }

  /** @returns `undefined` when it was not read: it could not be, or there was no time. */
  take({ number, top, time, paths }: ZipRun): ReadRun | undefined {
    const run = this.#runs.get(number);
    const fits =
      top === this.#top && time.date === this.#time.date && time.time === this.#time.time;
    if (!run || !fits || run.count !== paths.length) return undefined;
    this.#runs.delete(number);
    return { bytes: run.bytes, told: this.#told };
  }

  #ask(run: GrowingRun, thread: PackThread): Promise<void> {
    const { number, bytes } = run;
    const count = run.paths.length;
    const work = { ahead: packRun(run), bytes, told: this.#told, stopped: this.#stopped };
    return thread.read(work).then((read) => {
      if (read) this.#runs.set(number, { count, bytes: Buffer.from(read) });
    });
  }
}
