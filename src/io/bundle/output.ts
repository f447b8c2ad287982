/** Where a bundle is written: a zip file or a folder. */
import { closeSync, fdatasync, fsyncSync, openSync, write, writeSync } from 'node:fs';
import { promisify } from 'node:util';
import { diskError } from '../../errors.js';
import type { SourceFile } from '../filing/source-file.js';

export interface BundleOutput {
  /** A folder without a file anywhere below it. */
  folder(path: string): Promise<void>;
  /** A file of the payload. Its digest goes to the ring under `number`. @returns what must be awaited before the next. */
  file(number: number, path: string, source: SourceFile): Promise<void> | undefined;
  /** All files of the payload have been given. @returns 32 bytes for each, by number. */
  digests(): Promise<Buffer>;
  /** A file beside the payload. @returns its SHA-256 in hex. */
  text(path: string, pieces: Iterable<string | Buffer>): Promise<string>;
  /** Everything is on the disk after this. @returns the bundle's size in bytes. */
  finish(): Promise<number>;
  /** Let go of files; the other thread has been stopped. */
  abandon(): Promise<void>;
}

/** So much is left to the disk's cache before it is asked to write it, while more is being read. */
const UNSYNCED_BYTES = 64 * 1024 * 1024;

const writeMeanwhile = promisify(write);

/** A new file, written from its start on; failures name it as `shown`. */
export class NewFile {
  readonly #shown: string;
  readonly #file: number;
  #open = true;
  #unsynced = 0;
  #queue = Promise.resolve();
  #syncing: Promise<void> | undefined;

  /** @throws {DanganError} TARGET_EXISTS */
  constructor(path: string, shown: string) {
    this.#shown = shown;
    this.#file = this.#trying(() => openSync(path, 'wx'));
  }

  write(bytes: Buffer, position: number): void {
    for (let at = 0; at < bytes.length;) {
      at += this.#trying(() => writeSync(this.#file, bytes, at, bytes.length - at, position + at));
    }
  }

  /**
   * Write while this thread goes on, after everything queued before: a stick or a network drive is not asked to jump.
   *
   * @param ready - When the bytes are there.
   */
  queue(bytes: Buffer, position: number, ready?: Promise<void>): Promise<void> {
    const written = this.#writeAfter(Promise.all([this.#queue, ready]), bytes, position);
    // It is told to who waits for it or for what comes after it.
    written.catch(() => undefined);
    this.#queue = written;
    return written;
  }

  /** Wait until the disk has it. */
  async sync(): Promise<void> {
    await this.#queue;
    await this.#syncing;
    this.#trying(() => fsyncSync(this.#file));
  }

  async close(): Promise<void> {
    // Closed under a write or a sync, its number could be that of another file by then.
    await this.#queue.catch(() => undefined);
    await this.#syncing;
    if (!this.#open) return;
    this.#open = false;
    this.#trying(() => closeSync(this.#file));
  }

  async #writeAfter(before: Promise<unknown>, bytes: Buffer, position: number): Promise<void> {
    await before;
    try {
      for (let at = 0; at < bytes.length;) {
        const left = bytes.length - at;
        at += (await writeMeanwhile(this.#file, bytes, at, left, position + at)).bytesWritten;
      }
    } catch (cause) {
      throw diskError(this.#shown, cause);
    }
    this.#unsynced += bytes.length;
    if (this.#unsynced > UNSYNCED_BYTES && !this.#syncing) this.#syncMeanwhile();
  }

  /** What goes wrong shows again when the file is synced in the end. */
  #syncMeanwhile(): void {
    this.#unsynced = 0;
    this.#syncing = new Promise((resolve) => {
      fdatasync(this.#file, () => {
        this.#syncing = undefined;
        resolve();
      });
    });
  }

  #trying<T>(write: () => T): T {
    try {
      return write();
    } catch (cause) {
      throw diskError(this.#shown, cause);
    }
  }
}
