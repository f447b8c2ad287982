import { rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { diskError } from '../errors.js';
import { realDisk } from './disk.js';
import { removeLeftovers, temporaryPrefix } from './leftovers.js';

/**
 * Write a file, in place of one that is there: wholly or not at all.
 *
 * @throws {DanganError} what the disk refuses, told of `path`.
 */
export function writeWhole(path: string, bytes: Uint8Array): void {
  const folder = dirname(path);
  const prefix = temporaryPrefix('exporting');
  const temporary = join(folder, `${prefix}${process.pid}`);
  try {
    removeLeftovers(folder, prefix);
    realDisk.writeNew(temporary, bytes);
    realDisk.rename(temporary, path);
  } catch (error) {
    rmSync(temporary, { force: true });
    // Nobody knows it by its temporary name.
    throw diskError(path, error);
  }
}
