/** What the disk tells of the files of a tree, asked once of each, by this thread and another. */
import { lstatSync, type Stats } from 'node:fs';
import type { ArchivePath } from '../../../core/archive/paths.js';
import { joinPath } from '../../../core/archive/paths.js';
import type { EvidenceFile, Folder } from '../../../core/archive/types.js';
import { eachFolder } from '../../../core/archive/types.js';
import type { FileStats } from '../../facts/file-looker.js';
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
  /** Some numbers of each file, in the order of `eachFolder`. */
  readonly told: Float64Array;
}

/** Of a file: its size, -1 when nothing is known of it; time, inode and blocks. */
const NUMBERS = 4;
const UNKNOWN = -1;

/** Take folders until none is left. */
export function listFolders({ folders, next, told }: ListWork): void {
  for (;;) {
    const folder = folders[Atomics.add(next, 0, 1)];
    if (!folder) return;
    let at = folder.first * NUMBERS;
    for (const name of folder.names.split(SEPARATOR)) {
      const stats = statsOf(folder.start + name);
      told[at] = stats?.size ?? UNKNOWN;
      told[at + 1] = stats?.mtimeMs ?? 0;
      told[at + 2] = stats?.ino ?? 0;
      told[at + 3] = stats?.blocks ?? 0;
      at += NUMBERS;
    }
  }
}

/** @returns `undefined` of what is no file, or cannot be told: who needs it asks again, and says what is wrong. */
function statsOf(path: string): Stats | undefined {
  try {
    const stats = lstatSync(path, { throwIfNoEntry: false });
    return stats?.isFile() ? stats : undefined;
  } catch {
    return undefined;
  }
}

/** @param archive - Folder of the archive. */
export async function listTree(
  archive: string,
  evidence: Folder,
  thread: PackThread | undefined,
): Promise<TreeListing> {
  const folders = [];
  let count = 0;
  for (const { path, files } of eachFolder(evidence)) {
    if (files.length === 0) continue;
    const names = files.map(({ name }) => name).join(SEPARATOR);
    folders.push({ start: joinPath(archive, `${path}/`), names, first: count });
    count += files.length;
  }
  const told = new Float64Array(new SharedArrayBuffer(count * NUMBERS * 8));
  const work = { folders, next: new Int32Array(new SharedArrayBuffer(4)), told };
  const elsewhere = isWorthAThread(count, 0) ? thread?.ask({ list: work }) : undefined;
  listFolders(work);
  await elsewhere;
  return new TreeListing(evidence, told);
}

export class TreeListing {
  readonly #evidence: Folder;
  readonly #told: Float64Array;

  constructor(evidence: Folder, told: Float64Array) {
    this.#evidence = evidence;
    this.#told = told;
  }

  /**
   * @param nth - Which file of the tree it is, in the order of `eachFolder`.
   * @returns `undefined` when nothing is known of it.
   */
  at(nth: number): FileStats | undefined {
    const told = this.#told;
    const at = nth * NUMBERS;
    const size = told[at] ?? UNKNOWN;
    if (size === UNKNOWN) return undefined;
    return { size, mtimeMs: told[at + 1] ?? 0, ino: told[at + 2] ?? 0, blocks: told[at + 3] ?? 0 };
  }

  /** @returns what tells of files that are asked for in the order of the tree, of all or some of them. */
  inOrder(): (path: ArchivePath) => FileStats | undefined {
    const files = filesOf(this.#evidence);
    let nth = -1;
    return (path) => {
      for (let file = files.next(); file.done !== true; file = files.next()) {
        nth += 1;
        if (file.value.path === path) return this.at(nth);
      }
      return undefined;
    };
  }
}

function* filesOf(evidence: Folder): Generator<EvidenceFile, undefined> {
  for (const { files } of eachFolder(evidence)) yield* files;
}
