/** A bundle as a folder: each file is copied and digested in one read. */
import { createHash } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { diskError } from '../../errors.js';
import type { DigestRing } from '../digest/digest-ring.js';
import { SourceReader, type SourceFile } from '../filing/source-file.js';
import { type BundleOutput, NewFile } from './output.js';

export class FolderOutput implements BundleOutput {
  readonly #root: string;
  readonly #shown: string;
  readonly #ring: DigestRing;
  readonly #made = new Set<string>();
  #bytes = 0;

  /** @param shown - What the folder will be called in the end. */
  constructor(root: string, shown: string, ring: DigestRing) {
    this.#root = root;
    this.#shown = shown;
    this.#ring = ring;
    this.#make('');
  }

  async folder(path: string): Promise<void> {
    this.#make(path);
    return Promise.resolve();
  }

  async file(number: number, path: string, source: SourceFile): Promise<void> {
    this.#make(path.slice(0, path.lastIndexOf('/')));
    const reader = new SourceReader(source);
    try {
      const file = this.#create(path);
      try {
        await this.#copy(number, reader, file);
      } finally {
        await file.close();
      }
      reader.end();
    } finally {
      reader.close();
    }
  }

  async digests(): Promise<Buffer> {
    await this.#ring.pass();
    return this.#ring.end();
  }

  async text(path: string, pieces: Iterable<string | Buffer>): Promise<string> {
    const digest = createHash('sha256');
    const file = this.#create(path);
    let position = 0;
    try {
      for (const piece of pieces) {
        const bytes = typeof piece === 'string' ? Buffer.from(piece) : piece;
        digest.update(bytes);
        file.write(bytes, position);
        position += bytes.length;
      }
      this.#bytes += position;
      await file.sync();
    } finally {
      await file.close();
    }
    return digest.digest('hex');
  }

  /** The files of the payload are left to the system to sync: one by one it would take longer than the copy. */
  async finish(): Promise<number> {
    return Promise.resolve(this.#bytes);
  }

  async abandon(): Promise<void> {
    return Promise.resolve();
  }

  async #copy(number: number, reader: SourceReader, file: NewFile): Promise<void> {
    const ring = this.#ring;
    let position = 0;
    do {
      if (ring.room === 0) await ring.pass();
      const length = reader.left === 0 ? 0 : reader.read(ring.buffer, ring.used, ring.room);
      file.write(ring.buffer.subarray(ring.used, ring.used + length), position);
      ring.add(number, length, reader.left === 0);
      position += length;
    } while (reader.left > 0);
    this.#bytes += position;
  }

  #create(path: string): NewFile {
    return new NewFile(join(this.#root, path), `${this.#shown}/${path}`);
  }

  #make(path: string): void {
    if (this.#made.has(path)) return;
    try {
      mkdirSync(join(this.#root, path), { recursive: path !== '' });
    } catch (cause) {
      throw diskError(this.#shown, cause);
    }
    this.#made.add(path);
  }
}
