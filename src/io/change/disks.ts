/** Which disk a thing is on, and will be on: the evidence root may be a link to another one than the archive is on. */
import { statSync } from 'node:fs';
import { dirname } from 'node:path';
import { statOf } from '../disk.js';

export class Disks {
  readonly #known = new Map<string, bigint | undefined>();

  /** Is a thing on the disk that its new place is on? Folders above that may be yet to be made. Both absolute. */
  isOne(from: string, to: string): boolean {
    return dirname(from) === dirname(to) || statOf(from)?.dev === this.#deviceOf(dirname(to));
  }

  #deviceOf(folder: string): bigint | undefined {
    if (this.#known.has(folder)) return this.#known.get(folder);
    const above = dirname(folder);
    const own = statSync(folder, { bigint: true, throwIfNoEntry: false })?.dev;
    const device = own ?? (above === folder ? undefined : this.#deviceOf(above));
    this.#known.set(folder, device);
    return device;
  }
}
