/** Writing what was verified, while it is digested once more. */
import { closeSync, openSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { diskError } from '../../errors.js';
import { DigestTable, type DigestTableParts } from './table.js';

/** Where files go, and the digests that they had when they were verified. */
export interface CopyTo {
  readonly folder: string;
  /** By row, relative, with `/`; `undefined` for what is not written. */
  readonly names: readonly (string | undefined)[];
  readonly verified: DigestTableParts;
}

export class Copy {
  readonly #to: CopyTo;
  readonly #verified: DigestTable;
  #path = '';
  #file = -1;

  constructor(to: CopyTo) {
    this.#to = to;
    this.#verified = new DigestTable(to.verified);
  }

  /** @returns false when this row is not to be written. */
  begin(row: number): boolean {
    const name = this.#to.names[row];
    if (name === undefined) return false;
    this.#path = join(this.#to.folder, name);
    // Never over a file that is there, never through a link.
    this.#file = this.#trying(() => openSync(this.#path, 'wx'));
    return true;
  }

  write(part: Buffer): void {
    for (let at = 0; at < part.length;) {
      at += this.#trying(() => writeSync(this.#file, part, at, part.length - at));
    }
  }

  end(): void {
    if (this.#file < 0) return;
    const file = this.#file;
    this.#file = -1;
    this.#trying(() => closeSync(file));
  }

  /** Is what was just read the same as what was verified? */
  isSame(row: number, table: DigestTable): boolean {
    return table.algorithms.every(
      (algorithm) => table.digest(row, algorithm) === this.#verified.digest(row, algorithm),
    );
  }

  #trying<T>(write: () => T): T {
    try {
      return write();
    } catch (cause) {
      throw diskError(this.#path, cause);
    }
  }
}
