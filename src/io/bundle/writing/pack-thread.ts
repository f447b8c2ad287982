/** The other thread of a packing, as the first one sees it. */
import { Worker } from 'node:worker_threads';
import type { AheadWork, Answer, PackWork } from './pack-work.js';

/** Less is done before a second thread has started; a small file takes as long as so many bytes. */
const WORTH_A_THREAD = 16 * 1024 * 1024;
const BYTES_A_FILE = 8 * 1024;

/** What it makes of a file is forgotten with the next: there is no use in room for more. */
const YOUNG_MB = 6;

/** @param bytes - Of the files; 0 when that is not known yet. */
export function isWorthAThread(files: number, bytes: number): boolean {
  return bytes + files * BYTES_A_FILE > WORTH_A_THREAD;
}

/** Somebody who waits for an answer. */
interface Waiting {
  readonly resolve: (answer: Answer) => void;
  readonly reject: (error: Error) => void;
}

/** Does one piece of work after the other, in the order in which they are asked for; starts with the first. */
export class PackThread {
  readonly #program: URL;
  readonly #waiting: Waiting[] = [];
  #worker: Worker | undefined;
  #failure: Error | undefined;

  constructor(program: URL) {
    this.#program = program;
  }

  /** Pieces of work that are not done yet. */
  get waiting(): number {
    return this.#waiting.length;
  }

  /** @returns false when it could not be done there; who asks does it again, and gets the error as it is. */
  ask(work: PackWork): Promise<boolean> {
    return this.#answer(work).then((answer) => answer === true);
  }

  /** @returns `undefined` when it could not be read, or was not to be any more. */
  read(work: AheadWork): Promise<ArrayBuffer | undefined> {
    return this.#answer(work).then((answer) => (typeof answer === 'boolean' ? undefined : answer));
  }

  /** Stop it, whatever it has done. */
  async close(): Promise<void> {
    await this.#worker?.terminate();
  }

  /** It can be asked without: then it starts with the first piece of work. */
  start(): Worker {
    return (this.#worker ??= this.#started());
  }

  /** What is passed on is not held until it is answered. */
  async #answer(work: PackWork): Promise<Answer> {
    if (this.#failure) throw this.#failure;
    this.start().postMessage(work);
    return new Promise((resolve, reject) => this.#waiting.push({ resolve, reject }));
  }

  #started(): Worker {
    const worker = new Worker(this.#program, {
      workerData: { task: 'pack-helper' },
      resourceLimits: { maxYoungGenerationSizeMb: YOUNG_MB },
    });
    worker.on('message', (answer: Answer) => this.#waiting.shift()?.resolve(answer));
    worker.once('error', (error) =>
      this.#fail(error instanceof Error ? error : new Error(String(error))),
    );
    worker.once('exit', () => this.#fail(new Error('the other thread has ended')));
    return worker;
  }

  #fail(error: Error): void {
    this.#failure ??= error;
    for (const { reject } of this.#waiting.splice(0)) reject(this.#failure);
  }
}
