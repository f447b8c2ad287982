/** Asking the disk about files, folder by folder, by whichever thread. */
import { lstatSync, type Stats } from 'node:fs';
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
export const NUMBERS = 4;
export const UNKNOWN = -1;

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
