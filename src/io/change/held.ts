/** Files that another program has open: on Windows they keep their names, and all of them are told at once. */
import { join, relative, sep } from 'node:path';
import { compareText } from '../../core/text.js';
import { DanganError, errorCode, isDanganError } from '../../errors.js';
import { HELD, listFolder, whenAllLetGo, type Disk } from '../disk.js';
import { refused } from './refused.js';

/** What is to lose its name, absolute. */
interface Leaving {
  readonly of: 'file' | 'folder';
  readonly at: string;
}

/** As many as are read in one look; the rest are counted. */
const SHOWN = 10;

/** Gathers what a change takes, and what of it could not even be read. */
export class Holds {
  readonly #leaving: Leaving[] = [];
  readonly #unread = new Map<string, unknown>();

  add(thing: Leaving): void {
    this.#leaving.push(thing);
  }

  /** @returns what `work` gives; nothing when it meets a file that is open elsewhere, which `seeNone` tells. */
  async passing<Item>(work: () => Item[] | Promise<Item[]>): Promise<Item[]> {
    try {
      return await work();
    } catch (error) {
      if (!isDanganError(error) || error.code !== 'FILE_IN_USE') throw error;
      this.#unread.set((error as DanganError<'FILE_IN_USE'>).data.path, error.cause);
      return [];
    }
  }

  /** @throws {DanganError} FILES_IN_USE; of a single file FILE_IN_USE or PERMISSION_DENIED. */
  seeNone(root: string, disk: Disk): void {
    const held = new Map(this.#unread);
    if (disk.keepsOpenNames) {
      for (const [path, cause] of heldOf(this.#leaving, disk)) held.set(path, cause);
    }
    const [first] = held;
    if (!first) return;
    if (held.size === 1) throw refused(...first);
    throw new DanganError('FILES_IN_USE', {
      paths: [...held.keys()]
        .map((path) => shownPath(root, path))
        .sort(compareText)
        .slice(0, SHOWN),
      count: held.size,
      denied: [...held.values()].some((cause) => errorCode(cause) !== 'EBUSY'),
    });
  }
}

function heldOf(leaving: readonly Leaving[], disk: Disk): Map<string, unknown> {
  const held = new Map<string, unknown>();
  // A second name of a file may be taken, too: each is asked once.
  const paths = new Set(leaving.flatMap((thing) => [...filesOf(thing)]));
  whenAllLetGo([...paths], (path) => {
    held.delete(path);
    try {
      disk.seeUnheld(path);
    } catch (error) {
      // What else may be the matter is told by the step itself.
      if (HELD.has(errorCode(error) ?? '')) held.set(path, error);
    }
    return !held.has(path);
  });
  return held;
}

/** A folder keeps its name for a single file in it that is open. */
function* filesOf({ of, at }: Leaving): Iterable<string> {
  if (of === 'file') {
    yield at;
    return;
  }
  for (const { name, kind } of listFolder(at) ?? [])
    yield* filesOf({ of: kind, at: join(at, name) });
}

function shownPath(root: string, path: string): string {
  return path.startsWith(root + sep) ? relative(root, path).replaceAll(sep, '/') : path;
}
