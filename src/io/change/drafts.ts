/**
 * Where files are made that will take the place of others: on the archive's own disk, in a folder of the run's own.
 * What a change that was interrupted still needs is in there too, until that is finished or taken back.
 */
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { draftsOf } from '../../core/change/steps.js';
import type { ArchivePath } from '../../core/archive/paths.js';
import { statOf, type Disk } from '../disk.js';
import { hostKey, removeLeftovers } from '../leftovers.js';
import { makeOwnFolder } from '../own-folder.js';
import { unfinishedEntry } from './journal.js';
import { refused } from './refused.js';

/**
 * A new folder for drafts.
 *
 * @throws {DanganError} what the disk says.
 */
export function makeDrafts(root: string, disk: Disk): ArchivePath {
  const folder = draftsOf(`${hostKey()}-${process.pid}`);
  try {
    makeOwnFolder(root, disk);
    if (!unfinishedEntry(root)) rmSync(join(root, folder), { recursive: true, force: true });
    disk.makeFolder(join(root, folder));
  } catch (error) {
    throw refused(join(root, '.dangan'), error);
  }
  return folder;
}

/** Take a run's own drafts away, unless a change that was interrupted needs them. */
export function removeDrafts(root: string, folder: ArchivePath): void {
  if (!unfinishedEntry(root)) rmSync(join(root, folder), { recursive: true, force: true });
}

/** Take away the drafts of runs that have ended, unless a change that was interrupted needs them. */
export function removeOldDrafts(root: string): void {
  const [folder, prefix] = [join(root, '.dangan'), draftsOf(`${hostKey()}-`)];
  if (!statOf(folder) || unfinishedEntry(root)) return;
  removeLeftovers(folder, prefix.slice('.dangan/'.length));
}
