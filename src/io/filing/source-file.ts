/** Reading a file that must not change meanwhile. */
import { closeSync, constants, fstatSync, lstatSync, openSync, readSync } from 'node:fs';
import { DanganError, diskError, errorCode } from '../../errors.js';

/** A file as it was when it was listed. */
export interface SourceFile {
  readonly path: string;
  /** As it is told to people: its place in the archive. */
  readonly shown: string;
  readonly sizeBytes: number;
  readonly modifiedMs: number;
}

/** Never through a link put there since the listing, never waiting for the other end of a pipe. */
const READ_ONLY =
  constants.O_RDONLY |
  // Windows has neither.
  ((constants.O_NOFOLLOW as number | undefined) ?? 0) |
  ((constants.O_NONBLOCK as number | undefined) ?? 0);

/** @throws {DanganError} FILE_CHANGED - it is no file any more, or not there. */
export function sizeAndTime(
  path: string,
  shown: string,
): Pick<SourceFile, 'sizeBytes' | 'modifiedMs'> {
  const stats = lstatSync(path, { throwIfNoEntry: false });
  if (!stats?.isFile()) throw new DanganError('FILE_CHANGED', { path: shown });
  return { sizeBytes: stats.size, modifiedMs: stats.mtimeMs };
}

/**
 * The bytes of a file, once, from its start to the end that it had when it was listed.
 *
 * `read` is called until `left` is 0, then `end`, which says whether it is still the file that was listed.
 */
export class SourceReader {
  left: number;
  readonly #source: SourceFile;
  readonly #file: number;

  constructor(source: SourceFile) {
    this.#source = source;
    this.left = source.sizeBytes;
    try {
      this.#file = openSync(source.path, READ_ONLY);
    } catch (cause) {
      throw this.#error(cause);
    }
  }

  /** @returns how many bytes were put at `start`; never 0. */
  read(into: Buffer, start: number, room: number): number {
    let count: number;
    try {
      count = readSync(this.#file, into, start, Math.min(room, this.left), null);
    } catch (cause) {
      throw this.#error(cause);
    }
    if (count === 0) throw new DanganError('FILE_CHANGED', { path: this.#source.shown });
    this.left -= count;
    return count;
  }

  /** @throws {DanganError} FILE_CHANGED - it has another size or time than when it was listed. */
  end(): void {
    const stats = fstatSync(this.#file);
    const { sizeBytes, modifiedMs, shown } = this.#source;
    if (stats.size !== sizeBytes || stats.mtimeMs !== modifiedMs || !stats.isFile()) {
      throw new DanganError('FILE_CHANGED', { path: shown });
    }
  }

  close(): void {
    closeSync(this.#file);
  }

  #error(cause: unknown): Error {
    const code = errorCode(cause);
    // What was a file when it was listed is gone, or is a link or a folder now.
    if (code === 'ENOENT' || code === 'ELOOP' || code === 'EISDIR' || code === 'ENXIO') {
      return new DanganError('FILE_CHANGED', { path: this.#source.shown }, { cause });
    }
    return diskError(this.#source.shown, cause);
  }
}
