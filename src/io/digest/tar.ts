/** Digests of the entries of a tar, which lie in it as they are. */
import { closeSync, openSync, readSync } from 'node:fs';
import type { Pause } from '../threads/pause.js';
import { Copy, type CopyTo } from './copy.js';
import { Digester } from './digester.js';
import { DigestTable, type DigestTableParts } from './table.js';

export interface DigestTarJob {
  readonly path: string;
  /** By row: where its contents begin, and how long they are. */
  readonly spans: SharedArrayBuffer;
  /** Those that are files, in their order. */
  readonly rows: readonly number[];
  readonly table: DigestTableParts;
  readonly copy: CopyTo | undefined;
}

const BUFFER_BYTES = 512 * 1024;

export async function digestTar(job: DigestTarJob, pause: Pause): Promise<void> {
  const reader = new TarReader(job);
  try {
    for (const row of reader.table.rowsToRead(job.rows)) await reader.read(row, pause);
  } finally {
    reader.close();
  }
}

class TarReader {
  readonly table: DigestTable;
  readonly #file: number;
  readonly #spans: Float64Array;
  readonly #digester: Digester;
  readonly #copy: Copy | undefined;
  readonly #buffer = Buffer.allocUnsafeSlow(BUFFER_BYTES);

  constructor(job: DigestTarJob) {
    this.table = new DigestTable(job.table);
    this.#file = openSync(job.path, 'r');
    this.#spans = new Float64Array(job.spans);
    this.#digester = new Digester(this.table);
    this.#copy = job.copy && new Copy(job.copy);
  }

  close(): void {
    closeSync(this.#file);
  }

  async read(row: number, pause: Pause): Promise<void> {
    const offset = this.#spans[row * 2] ?? 0;
    const size = this.#spans[row * 2 + 1] ?? 0;
    const copy = this.#copy?.begin(row) ? this.#copy : undefined;
    try {
      const whole = await this.#digest(row, offset, size, copy, pause);
      this.table.end(row, whole ? 'whole' : 'unreadable', size);
    } finally {
      copy?.end();
    }
  }

  /** @returns false when the file is shorter than it was when its headers were read. */
  async #digest(
    row: number,
    offset: number,
    size: number,
    copy: Copy | undefined,
    pause: Pause,
  ): Promise<boolean> {
    this.#digester.begin();
    for (let done = 0; done < size;) {
      const want = Math.min(BUFFER_BYTES, size - done);
      const count = this.#read(want, offset + done);
      if (count === 0) return false;
      const part = this.#buffer.subarray(0, count);
      this.#digester.update(part);
      copy?.write(part);
      done += count;
      this.table.progress(count);
      await pause();
    }
    this.#digester.finish(row);
    return true;
  }

  #read(length: number, offset: number): number {
    try {
      return readSync(this.#file, this.#buffer, 0, length, offset);
    } catch {
      return 0;
    }
  }
}
