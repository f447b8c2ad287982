/** The folder that a bundle is unpacked to: there when everything in it holds, or not at all. */
import { lstatSync, mkdirSync, readdirSync, renameSync, rmdirSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { DanganError, diskError, isDanganError } from '../../../errors.js';
import { whenLetGo } from '../../disk.js';
import { removeLeftovers, temporaryPrefix } from '../../leftovers.js';
import { makeFolders } from '../../make-folders.js';
import { refuseFull } from '../../room.js';

/** A target that is being filled, under a temporary name on the same disk. */
export class NewTarget {
  /** Where files are written. */
  readonly folder: string;
  /** What killed runs had left beside it, and was removed. */
  cleared = 0;
  readonly #to: string;
  readonly #place: string;
  /** A folder that is there may be a stick, which nothing can be renamed to. */
  readonly #inside: boolean;
  readonly #prefix: string;
  /** The topmost folder that had to be made above the target. */
  #made: string | undefined;

  /** @param to - Absolute; a new or an empty folder. Nothing is written yet. */
  constructor(to: string) {
    this.#to = to;
    this.#inside = isFolder(to);
    this.#place = this.#inside ? to : dirname(to);
    this.#prefix = temporaryPrefix('unpacking');
    this.folder = join(this.#place, `${this.#prefix}${process.pid}`);
  }

  /**
   * Make room and all the folders.
   *
   * @param folders - Relative, `/` between the parts; parents are among them.
   */
  begin(folders: Iterable<string>, bytes: number): void {
    try {
      this.#made = makeFolders(this.#place);
      this.cleared = removeLeftovers(this.#place, this.#prefix).length;
      refuseFull(this.#place, bytes, this.#to);
      mkdirSync(this.folder);
      // Parents sort before what is in them.
      for (const folder of [...folders].sort()) mkdirSync(join(this.folder, folder));
    } catch (cause) {
      throw cause instanceof DanganError ? cause : diskError(this.#to, cause);
    }
  }

  /** Give everything its name. */
  finish(): void {
    if (this.#inside) moveInto(this.folder, this.#to);
    else renameTo(this.folder, this.#to);
  }

  /** What the disk refused inside it is told of the folder that the user knows. */
  told(error: unknown): unknown {
    if (!isDanganError(error)) return error;
    const { code, data } = error as DanganError<'DISK_FULL'>;
    const isInside = typeof data.path === 'string' && data.path.startsWith(this.folder);
    return isInside ? new DanganError(code, { ...data, path: this.#to }, { cause: error }) : error;
  }

  /** Take away whatever was written, and the folders above it that were made for it. */
  abandon(): void {
    rmSync(this.folder, { recursive: true, force: true, maxRetries: 3 });
    if (this.#made === undefined) return;
    try {
      for (let folder = this.#place; folder.length >= this.#made.length; folder = dirname(folder)) {
        rmdirSync(folder);
      }
    } catch {
      // Somebody else has put something there meanwhile.
    }
  }
}

/** @throws {DanganError} TARGET_EXISTS - `to` is neither new nor an empty folder. */
export function refuseTakenTarget(to: string): void {
  if (!isFolder(to) || !isEmpty(to)) refuseTaken(to);
}

function isFolder(path: string): boolean {
  return lstatSync(path, { throwIfNoEntry: false })?.isDirectory() === true;
}

/** But for what a killed run left. */
function isEmpty(folder: string): boolean {
  const prefix = temporaryPrefix('unpacking');
  return readdirSync(folder).every((name) => name.startsWith(prefix));
}

function refuseTaken(to: string): void {
  if (lstatSync(to, { throwIfNoEntry: false })) {
    throw new DanganError('TARGET_EXISTS', { path: to });
  }
}

/** What makes it a bag goes last, and goes again when not everything could be moved. */
function moveInto(temporary: string, to: string): void {
  const names = readdirSync(temporary).sort();
  const order = [...names.filter((name) => name !== 'bagit.txt'), 'bagit.txt'];
  const moved: string[] = [];
  try {
    for (const name of order) {
      renameTo(join(temporary, name), join(to, name));
      moved.push(name);
    }
    rmdirSync(temporary);
  } catch (error) {
    for (const name of moved) rmSync(join(to, name), { recursive: true, force: true });
    throw error;
  }
}

/** @throws {DanganError} TARGET_EXISTS, or what the disk refuses. */
function renameTo(from: string, to: string): void {
  try {
    whenLetGo(() => {
      refuseTaken(to);
      renameSync(from, to);
    });
  } catch (cause) {
    throw cause instanceof DanganError ? cause : diskError(to, cause);
  }
}
