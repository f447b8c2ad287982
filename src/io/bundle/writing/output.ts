/** Where a bundle is written: a zip file or a folder. */
import {
  closeSync,
  fdatasync,
  fsyncSync,
  ftruncateSync,
  openSync,
  write,
  writeSync,
} from 'node:fs';
import { promisify } from 'node:util';
import { diskError } from '../../../errors.js';
import type { SourceFile } from '../../filing/source-file.js';
import type { PackedFile, PackedForm } from './packed-files.js';

export interface BundleOutput {
  /** A folder without a file anywhere below it. */
  folder(path: string): Promise<void>;
  /** A file of the payload. Its digest goes to the ring under `number`. @returns what must be awaited before the next. */
  file(number: number, path: string, source: SourceFile): Promise<void> | undefined;
  /** A file of the payload that lies there already. */
  keep(number: number, path: string, known: PackedFile): Promise<void>;
  /** What is known so far is kept by those that come before it: nothing may lie behind them. */
  cut(): Promise<void>;
  /** @returns how many files, from the first on, are on the disk to their last byte. */
  secure(): Promise<number>;
  /** How a file lies in a zip, once it is secure. */
  packedAt(number: number): PackedForm | undefined;
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

/** What the bytes of a bundle go to. */
export interface OutputFile {
  write(bytes: Buffer, position: number): void;
  /**
   * Write while this thread goes on, after everything queued before.
   *
   * @param ready - When the bytes are there.
   */
  queue(bytes: Buffer, position: number, ready?: Promise<void>): Promise<void>;
  /** The end of what is there. */
  cut(length: number): Promise<void>;
  /** Wait until the disk has what was queued so far, while this thread goes on. */
  flush(): Promise<void>;
  /** Wait until the disk has it. */
  sync(): Promise<void>;
  close(): Promise<void>;
}

/** A new file, written from its start on; failures name it as `shown`. */
export class NewFile implements OutputFile {
  readonly #shown: string;
  readonly #file: number;
  #open = true;
  #unsynced = 0;
  #queue = Promise.resolve();
  #syncing: Promise<void> | undefined;

  /**
   * @param goOn - It is there, and is gone on with.
   * @throws {DanganError} TARGET_EXISTS
   */
  constructor(path: string, shown: string, goOn = false) {
    this.#shown = shown;
    this.#file = this.#trying(() => openSync(path, goOn ? 'r+' : 'wx'));
  }

  write(bytes: Buffer, position: number): void {
    for (let at = 0; at < bytes.length;) {
      at += this.#trying(() => writeSync(this.#file, bytes, at, bytes.length - at, position + at));
    }
  }

  /** One after the other: a stick or a network drive is not asked to jump. */
  queue(bytes: Buffer, position: number, ready?: Promise<void>): Promise<void> {
    const written = this.#writeAfter(Promise.all([this.#queue, ready]), bytes, position);
    // It is told to who waits for it or for what comes after it.
    written.catch(() => undefined);
    this.#queue = written;
    return written;
  }

  async cut(length: number): Promise<void> {
    await this.#queue;
    this.#trying(() => ftruncateSync(this.#file, length));
  }

  async flush(): Promise<void> {
    await this.#queue;
    await this.#syncing;
    this.#syncMeanwhile();
    await this.#syncing;
  }

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
