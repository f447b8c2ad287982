/** A bundle as a folder: each file is copied and digested in one read. */
import { createHash } from 'node:crypto';
import { lstatSync, mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { diskError } from '../../../errors.js';
import type { DigestRing } from './digest-ring.js';
import { SourceReader, type SourceFile } from '../../filing/source-file.js';
import { NewFile, type BundleOutput, type OutputFile } from './output.js';
import type { PackedFile } from './packed-files.js';
import { Differs, SameFile } from './same-file.js';

export class FolderOutput implements BundleOutput {
  readonly #root: string;
  readonly #shown: string;
  readonly #ring: DigestRing;
  readonly #compare: boolean;
  readonly #made = new Set<string>();
  #bytes = 0;
  #files = 0;
  /** Files whose last byte is in a buffer; and of them, those whose buffer was passed on. */
  #ended = 0;
  #passed = 0;

  /**
   * @param shown - What the folder will be called in the end.
   * @param compare - It is there, and is only compared with what would be written.
   */
  constructor(root: string, shown: string, ring: DigestRing, compare = false) {
    this.#root = root;
    this.#shown = shown;
    this.#ring = ring;
    this.#compare = compare;
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
        if (this.#compare) await file.sync();
      } finally {
        await file.close();
      }
      reader.end();
      this.#ended = number + 1;
    } finally {
      reader.close();
    }
  }

  async keep(number: number, path: string, { sizeBytes, sha256 }: PackedFile): Promise<void> {
    this.#make(path.slice(0, path.lastIndexOf('/')));
    if (this.#compare) this.#refuseOtherSize(path, sizeBytes);
    this.#ring.put(number, Buffer.from(sha256, 'hex'));
    this.#bytes += sizeBytes;
    this.#files += 1;
    this.#ended = this.#passed = number + 1;
    return Promise.resolve();
  }

  /** What lies there and is not kept was taken away before. */
  async cut(): Promise<void> {
    return Promise.resolve();
  }

  /** Only as far as the system has them: who goes on later reads them again. */
  async secure(): Promise<number> {
    const passed = this.#passed;
    await this.#ring.settled();
    return passed;
  }

  packedAt(): undefined {
    return undefined;
  }

  async digests(): Promise<Buffer> {
    await this.#pass();
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
    if (this.#compare && filesIn(this.#root) !== this.#files) throw new Differs();
    return Promise.resolve(this.#bytes);
  }

  async abandon(): Promise<void> {
    return Promise.resolve();
  }

  async #copy(number: number, reader: SourceReader, file: OutputFile): Promise<void> {
    const ring = this.#ring;
    let position = 0;
    do {
      if (ring.room === 0) await this.#pass();
      const length = reader.left === 0 ? 0 : reader.read(ring.buffer, ring.used, ring.room);
      file.write(ring.buffer.subarray(ring.used, ring.used + length), position);
      ring.add(number, length, reader.left === 0);
      position += length;
    } while (reader.left > 0);
    this.#bytes += position;
  }

  async #pass(): Promise<void> {
    this.#passed = this.#ended;
    await this.#ring.pass();
  }

  #create(path: string): OutputFile {
    this.#files += 1;
    const place = join(this.#root, path);
    return this.#compare ? new SameFile(place) : new NewFile(place, `${this.#shown}/${path}`);
  }

  #refuseOtherSize(path: string, sizeBytes: number): void {
    const stats = lstatSync(join(this.#root, path), { throwIfNoEntry: false });
    if (!stats?.isFile() || stats.size !== sizeBytes) throw new Differs();
  }

  #make(path: string): void {
    if (this.#made.has(path)) return;
    const place = join(this.#root, path);
    if (this.#compare) {
      if (!lstatSync(place, { throwIfNoEntry: false })?.isDirectory()) throw new Differs();
      this.#made.add(path);
      return;
    }
    try {
      mkdirSync(place, { recursive: true });
    } catch (cause) {
      throw diskError(this.#shown, cause);
    }
    this.#made.add(path);
  }
}

function filesIn(folder: string): number {
  let files = 0;
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    files += entry.isDirectory() ? filesIn(join(folder, entry.name)) : 1;
  }
  return files;
}
