/** Sizes and times of the files of a tree, asked of the disk by another thread while this one judges the tree. */
import { lstatSync } from 'node:fs';
import type { Folder } from '../../../core/archive/types.js';
import { eachFolder } from '../../../core/archive/types.js';
import { joinPath } from '../../../core/archive/paths.js';
import { isWorthAThread, type PackThread } from './pack-thread.js';
import { SEPARATOR } from './zip-run.js';

/** Files by folder, as texts: a list of objects takes longer to pass on than to ask the disk about them. */
export interface ListWork {
  readonly folders: readonly {
    /** Of the paths on disk; the names follow it. */
    readonly start: string;
    readonly names: string;
    /** Which file of the tree the first of them is. */
    readonly first: number;
  }[];
  /** The folder that is taken next. It is shared by the threads, as what follows is. */
  readonly next: Int32Array;
  /** In the order of `eachFolder`. */
  readonly sizes: Float64Array;
  readonly times: Float64Array;
}

/**
 * Take folders until none is left.
 *
 * @returns false when something that was a file is none: who asked looks again, and tells what.
 */
export function listFolders({ folders, next, sizes, times }: ListWork): boolean {
  for (;;) {
    const folder = folders[Atomics.add(next, 0, 1)];
    if (!folder) return true;
    let at = folder.first;
    for (const name of folder.names.split(SEPARATOR)) {
      const stats = lstatSync(folder.start + name, { throwIfNoEntry: false });
      if (!stats?.isFile()) return false;
      sizes[at] = stats.size;
      times[at] = stats.mtimeMs;
      at += 1;
    }
  }
}

export class TreeListing {
  readonly #work: ListWork;
  readonly #elsewhere: Promise<boolean>;

  /**
   * @param archive - Folder of the archive.
   * @returns `undefined` when there are so few files that it is not worth while.
   */
  static begin(
    archive: string,
    evidence: Folder,
    thread: PackThread | undefined,
  ): TreeListing | undefined {
    const folders = [];
    let count = 0;
    for (const { path, files } of eachFolder(evidence)) {
      if (files.length === 0) continue;
      const names = files.map(({ name }) => name).join(SEPARATOR);
      folders.push({ start: joinPath(archive, `${path}/`), names, first: count });
      count += files.length;
    }
    if (thread === undefined || !isWorthAThread(count, 0)) return undefined;
    const column = () => new Float64Array(new SharedArrayBuffer(count * 8));
    const next = new Int32Array(new SharedArrayBuffer(4));
    return new TreeListing({ folders, next, sizes: column(), times: column() }, thread);
  }

  private constructor(work: ListWork, thread: PackThread) {
    this.#work = work;
    this.#elsewhere = thread.ask({ list: work });
    // What went wrong is told at the end, which is never asked for when there are errors in the archive.
    this.#elsewhere.catch(() => undefined);
  }

  /** Do what is left. @returns `undefined` when something that was a file is none any more. */
  async end(): Promise<Pick<ListWork, 'sizes' | 'times'> | undefined> {
    const here = listFolders(this.#work);
    return (await this.#elsewhere) && here ? this.#work : undefined;
  }
}
