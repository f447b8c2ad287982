/** A file that is there, compared with what would be written instead of it. */
import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import type { OutputFile } from './output.js';

/** What is there is not what would be written. */
export class Differs extends Error {}

/** CRC-32 and sizes of an entry: they may be put right after its header was written. */
const PUT_RIGHT_AT_MOST = 12;

/** Bytes that are looked at one by one when one of them differs. */
const STEP = 4096;

export class SameFile implements OutputFile {
  readonly #file: number;
  #open = true;
  #queue = Promise.resolve();
  #read = Buffer.alloc(0);
  #end = 0;
  /** Places that differed so far; what is written there later may be what is there. */
  readonly #differing = new Set<number>();

  /** @throws {Differs} */
  constructor(path: string) {
    try {
      this.#file = openSync(path, 'r');
    } catch {
      throw new Differs();
    }
  }

  write(bytes: Buffer, position: number): void {
    this.#end = Math.max(this.#end, position + bytes.length);
    const there = this.#bytesAt(position, bytes.length);
    for (const place of this.#differing) {
      if (place >= position && place < position + bytes.length) this.#differing.delete(place);
    }
    if (there.equals(bytes)) return;
    for (let start = 0; start < bytes.length; start += STEP) {
      const end = Math.min(start + STEP, bytes.length);
      if (there.compare(bytes, start, end, start, end) === 0) continue;
      for (let at = start; at < end; at += 1) {
        if (there[at] !== bytes[at]) this.#differingAt(position + at);
      }
    }
  }

  queue(bytes: Buffer, position: number, ready?: Promise<void>): Promise<void> {
    const compared = this.#compareAfter(Promise.all([this.#queue, ready]), bytes, position);
    // It is told to who waits for it or for what comes after it.
    compared.catch(() => undefined);
    this.#queue = compared;
    return compared;
  }

  /** Nothing lies there but what was compared? */
  async sync(): Promise<void> {
    await this.#queue;
    if (this.#differing.size > 0 || fstatSync(this.#file).size !== this.#end) throw new Differs();
  }

  async cut(): Promise<void> {
    return Promise.resolve();
  }

  async flush(): Promise<void> {
    await this.#queue;
  }

  async close(): Promise<void> {
    await this.#queue.catch(() => undefined);
    if (!this.#open) return;
    this.#open = false;
    closeSync(this.#file);
  }

  async #compareAfter(before: Promise<unknown>, bytes: Buffer, position: number): Promise<void> {
    await before;
    this.write(bytes, position);
  }

  #differingAt(place: number): void {
    this.#differing.add(place);
    if (this.#differing.size > PUT_RIGHT_AT_MOST) throw new Differs();
  }

  #bytesAt(position: number, length: number): Buffer {
    if (this.#read.length < length) this.#read = Buffer.allocUnsafe(length);
    const there = this.#read.subarray(0, length);
    for (let at = 0; at < length;) {
      const count = readSync(this.#file, there, at, length - at, position + at);
      if (count === 0) throw new Differs();
      at += count;
    }
    return there;
  }
}
