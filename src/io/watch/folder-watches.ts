/** Events of the file system, folder by folder. */
import { watch, type FSWatcher } from 'node:fs';
import { join, sep } from 'node:path';
import { DanganError, errorCode } from '../../errors.js';

/** @param name - What changed in the folder; `undefined` when the system does not say. */
type OnEvent = (folder: string, name: string | undefined) => void;

/** Systems that watch all that is below a folder at once; Linux has a watch for each folder. */
const WATCHES_BELOW = /^(win32|darwin)$/;

/** The folders that are watched. Paths are absolute. */
export class FolderWatches {
  readonly #watches = new Map<string, FSWatcher>();
  /** Of these all that is below is watched. */
  readonly #whole = new Set<string>();
  readonly #onEvent: OnEvent;

  constructor(onEvent: OnEvent) {
    this.#onEvent = onEvent;
  }

  /**
   * Watch a folder, from before it is listed: what comes into it afterwards is told.
   *
   * @param below - Also what is in its folders, where the system can do that; then these need none of their own.
   * @throws {DanganError} WATCH_LIMIT
   */
  add(folder: string, below = false): void {
    if (this.#watches.has(folder) || this.#isInWhole(folder)) return;
    const recursive = below && WATCHES_BELOW.test(process.platform);
    try {
      const own = watch(folder, { recursive }, (_, name) => this.#tell(folder, name));
      // A folder that goes away while it is watched is told by the one above it.
      own.on('error', () => this.#remove(folder));
      this.#watches.set(folder, own);
      if (recursive) this.#whole.add(folder);
    } catch (cause) {
      const code = errorCode(cause);
      if (code === undefined) throw cause;
      if (LIMITS.has(code))
        throw new DanganError('WATCH_LIMIT', { folders: this.#watches.size, code }, { cause });
      // It is gone, or may not be read: who lists it says so.
    }
  }

  /** Stop watching what is not to be kept. */
  prune(isKept: (folder: string) => boolean): void {
    for (const folder of this.#watches.keys()) if (!isKept(folder)) this.#remove(folder);
  }

  #remove(folder: string): void {
    this.#watches.get(folder)?.close();
    this.#watches.delete(folder);
    this.#whole.delete(folder);
  }

  #isInWhole(folder: string): boolean {
    return [...this.#whole].some((whole) => isIn(folder, whole));
  }

  /** What is far below is told of the folder that it is in. */
  #tell(folder: string, path: string | null): void {
    const at = path === null ? -1 : Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\'));
    if (path === null || at < 0) this.#onEvent(folder, path ?? undefined);
    else this.#onEvent(join(folder, path.slice(0, at)), path.slice(at + 1));
  }
}

/** Is a path on the disk this folder, or in it? */
export function isIn(path: string, folder: string): boolean {
  return path === folder || path.startsWith(folder + sep);
}

/** No more watches, no more memory for them, no more open files. */
const LIMITS = new Set(['ENOSPC', 'ENOMEM', 'EMFILE', 'ENFILE']);
