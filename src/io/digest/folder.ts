/** Digests of files in a folder: one read of each, into one buffer that is used again. */
import { closeSync, constants, openSync, readSync } from 'node:fs';
import { join } from 'node:path';
import type { Pause } from '../threads/pause.js';
import { Copy, type CopyTo } from './copy.js';
import { Digester } from './digester.js';
import { Names, type SharedNames } from './shared-names.js';
import { DigestTable, type DigestTableParts } from './table.js';

export interface DigestFolderJob {
  readonly root: string;
  /** By row; `undefined` for rows that are no files. */
  readonly paths: SharedNames;
  /** Rows in the order in which they are taken: largest first, so that no thread ends long after the others. */
  readonly order: readonly number[];
  readonly table: DigestTableParts;
  readonly copy: CopyTo | undefined;
}

const BUFFER_BYTES = 512 * 1024;

export async function digestFolder(job: DigestFolderJob, pause: Pause): Promise<void> {
  const reader = new FolderReader(job);
  for (const row of reader.table.rowsToRead(job.order)) await reader.read(row, pause);
}

class FolderReader {
  readonly table: DigestTable;
  readonly #job: DigestFolderJob;
  readonly #paths: Names;
  readonly #digester: Digester;
  readonly #copy: Copy | undefined;
  readonly #buffer = Buffer.allocUnsafeSlow(BUFFER_BYTES);

  constructor(job: DigestFolderJob) {
    this.#job = job;
    this.#paths = new Names(job.paths);
    this.table = new DigestTable(job.table);
    this.#digester = new Digester(this.table);
    this.#copy = job.copy && new Copy(job.copy);
  }

  async read(row: number, pause: Pause): Promise<void> {
    const path = this.#paths.at(row);
    if (path === undefined) return;
    const file = open(join(this.#job.root, path));
    if (file === undefined) {
      this.table.end(row, 'unreadable', 0);
      return;
    }
    const copy = this.#copy?.begin(row) ? this.#copy : undefined;
    try {
      const size = await this.#digest(row, file, copy, pause);
      this.table.end(row, size === undefined ? 'unreadable' : 'whole', size ?? 0);
    } finally {
      closeSync(file);
      copy?.end();
    }
  }

  /** @returns the number of bytes; `undefined` when the disk gave up. */
  async #digest(
    row: number,
    file: number,
    copy: Copy | undefined,
    pause: Pause,
  ): Promise<number | undefined> {
    let size = 0;
    this.#digester.begin();
    for (;;) {
      const count = readSome(file, this.#buffer);
      if (count === undefined) return undefined;
      if (count === 0) break;
      const part = this.#buffer.subarray(0, count);
      this.#digester.update(part);
      copy?.write(part);
      size += count;
      this.table.progress(count);
      await pause();
    }
    this.#digester.finish(row);
    return size;
  }
}

function open(path: string): number | undefined {
  try {
    // A link put in the place of the file after the listing is not followed. Windows has no such flag.
    return openSync(path, constants.O_RDONLY | ((constants.O_NOFOLLOW as number | undefined) ?? 0));
  } catch {
    return undefined;
  }
}

function readSome(file: number, buffer: Buffer): number | undefined {
  try {
    return readSync(file, buffer, 0, buffer.length, null);
  } catch {
    return undefined;
  }
}
