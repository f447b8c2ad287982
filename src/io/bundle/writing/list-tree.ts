/** What the disk tells of the files of a tree, asked once of each, by this thread and another. */
import type { ArchivePath } from '../../../core/archive/paths.js';
import { joinPath } from '../../../core/archive/paths.js';
import type { EvidenceFile, Folder } from '../../../core/archive/types.js';
import { countFiles, eachFolder } from '../../../core/archive/types.js';
import { isElsewhere, type FileStats } from '../../facts/file-looker.js';
import { listFolders, NUMBERS, UNKNOWN } from './list-work.js';
import { isWorthAThread, type PackThread } from './pack-thread.js';
import { SEPARATOR } from './zip-run.js';

/** @param archive - Folder of the archive. */
export async function listTree(
  archive: string,
  evidence: Folder,
  thread: PackThread | undefined,
): Promise<TreeListing> {
  const tree = [...eachFolder(evidence)];
  const count = tree.reduce((sum, folder) => sum + countFiles(folder), 0);
  const other = isWorthAThread(count, 0) ? thread : undefined;
  // It takes as long to start as the names take to be put together.
  other?.start();
  const folders = [];
  let first = 0;
  for (const { path, files } of tree) {
    if (files.length === 0) continue;
    const names = files.map(({ name }) => name).join(SEPARATOR);
    folders.push({ start: joinPath(archive, `${path}/`), names, first });
    first += files.length;
  }
  const told = new Float64Array(new SharedArrayBuffer(count * NUMBERS * 8));
  const work = { folders, next: new Int32Array(new SharedArrayBuffer(4)), told };
  const listed = other?.ask({ list: work });
  listFolders(work);
  await listed;
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

  /** Can all of it be read without bringing anything from the cloud? */
  isAllHere(): boolean {
    for (let nth = 0; nth < this.#told.length / NUMBERS; nth += 1) {
      const stats = this.at(nth);
      if (!stats || isElsewhere(stats)) return false;
    }
    return true;
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
