/** Writing what is read, while it is digested. */
import { closeSync, constants, openSync, writeSync } from 'node:fs';
import { diskError } from '../../errors.js';
import { Names, type SharedNames } from './shared-names.js';

/** Where files go; their folders are there. */
export interface CopyTo {
  readonly folder: string;
  /** By row, relative, with `/`; `undefined` for what is not written. */
  readonly names: SharedNames;
}

const WRITE_NEW = constants.O_WRONLY | constants.O_CREAT | constants.O_EXCL;

export class Copy {
  readonly #folder: string;
  readonly #names: Names;
  #path = '';
  #file = -1;

  constructor(to: CopyTo) {
    this.#folder = to.folder;
    this.#names = new Names(to.names);
  }

  /** @returns false when this row is not to be written. */
  begin(row: number): boolean {
    const name = this.#names.at(row);
    if (name === undefined) return false;
    this.#path = `${this.#folder}/${name}`;
    // Never over a file that is there, never through a link.
    this.#file = this.#trying(() => openSync(this.#path, WRITE_NEW));
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

  #trying<T>(write: () => T): T {
    try {
      return write();
    } catch (cause) {
      throw diskError(this.#path, cause);
    }
  }
}
