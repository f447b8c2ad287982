import { rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { isDanganError } from '../../errors.js';
import { makeDrafts, removeDrafts } from '../change/drafts.js';
import { refused } from '../change/refused.js';
import type { Disk } from '../disk.js';
import { removeLeftovers, temporaryPrefix } from '../leftovers.js';

/** A folder for what is made on the way to a file. */
export interface Workplace {
  readonly folder: string;
  readonly remove: () => void;
}

/**
 * On the archive's own disk; where that may only be read, beside the file that is to be written.
 *
 * @param target - Absolute.
 * @throws {DanganError} what the disk says.
 */
export function workplaceFor(root: string, target: string, disk: Disk): Workplace {
  try {
    const drafts = makeDrafts(root, disk);
    return { folder: join(root, drafts), remove: () => removeDrafts(root, drafts) };
  } catch (error) {
    if (!isDanganError(error) || error.code !== 'PERMISSION_DENIED') throw error;
  }
  const prefix = temporaryPrefix('making');
  const folder = join(dirname(target), `${prefix}${process.pid}`);
  try {
    removeLeftovers(dirname(target), prefix);
    disk.makeFolder(folder);
  } catch (error) {
    throw refused(target, error);
  }
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}
