/** How large an archive is, in numbers only: nothing of what it is about. */
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { eachFolder } from '../../core/archive/types.js';
import { isLeaf, eachIndicator } from '../../core/system/walk.js';
import { readArchive } from '../archive/read-archive.js';
import { schemasToWrite } from '../archive/editor-schemas.js';
import { readJournal } from '../change/journal.js';

export interface ArchiveFacts {
  readonly leaves: number;
  readonly folders: number;
  readonly files: number;
  /** Folders inside each other. */
  readonly deepest: number;
  /** The longest path from the archive's folder, and the longest with that, in UTF-16 units, as Windows counts. */
  readonly longestPath: number;
  readonly longestFullPath: number;
  /** With that path, how many are longer than Windows takes without further ado. */
  readonly tooLongForWindows: number;
  readonly journal: { readonly entries: number; readonly unfinished: number };
  readonly cache: { readonly files: number; readonly bytes: number };
  /** Of the editor's schemas beside the archive. */
  readonly schemas: { readonly missing: number; readonly other: number };
}

/** `MAX_PATH` with its final zero. */
const WINDOWS_LONGEST = 259;

/** @throws {DanganError} as `readArchive` does. */
export async function archiveFacts(root: string): Promise<ArchiveFacts> {
  const { system, root: tree } = await readArchive(root);
  const paths = [...eachFolder(tree)].flatMap(({ path, files }) => [
    path,
    ...files.map(({ name }) => `${path}/${name}`),
  ]);
  const full = (path: string) => join(root, path).length;
  const folders = [...eachFolder(tree)];
  const entries = readJournal(root);
  const { missing, other } = schemasToWrite(root);
  return {
    leaves: [...eachIndicator(system)].filter(({ indicator }) => isLeaf(indicator)).length,
    folders: folders.length,
    files: paths.length - folders.length,
    deepest: largest(folders.map(({ path }) => path.split('/').length)),
    longestPath: largest(paths.map((path) => path.length)),
    longestFullPath: largest(paths.map(full)),
    tooLongForWindows: paths.filter((path) => full(path) > WINDOWS_LONGEST).length,
    journal: {
      entries: entries.length,
      unfinished: entries.filter(({ state }) => state === 'unfinished').length,
    },
    cache: cacheOf(join(root, '.dangan/cache')),
    schemas: { missing: missing.length, other: other.length },
  };
}

/** Of more numbers than a call takes arguments. */
function largest(numbers: readonly number[]): number {
  return numbers.reduce((most, each) => Math.max(most, each), 0);
}

function cacheOf(folder: string): ArchiveFacts['cache'] {
  try {
    const sizes = readdirSync(folder).map((name) => statSync(join(folder, name)).size);
    return { files: sizes.length, bytes: sizes.reduce((sum, size) => sum + size, 0) };
  } catch {
    return { files: 0, bytes: 0 };
  }
}
