/** `.dangan`: what the program keeps of an archive for itself, on this computer. */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { errorCode } from '../errors.js';
import { realDisk, statOf, type Disk } from './disk.js';

/** All of it, this file too: an archive that comes into git some day has no journal of one computer in its commits. */
const IGNORE = '*\n';

/**
 * The archive's `.dangan`, made when it is not there yet, and never for git to keep.
 *
 * @returns its path.
 */
export function makeOwnFolder(root: string, disk: Pick<Disk, 'makeFolder'> = realDisk): string {
  const folder = join(root, '.dangan');
  if (!statOf(folder)) disk.makeFolder(folder);
  const ignore = join(folder, '.gitignore');
  if (!statOf(ignore)) writeIgnore(ignore);
  return folder;
}

function writeIgnore(path: string): void {
  try {
    writeFileSync(path, IGNORE, { flag: 'wx' });
  } catch (error) {
    // Another run was sooner.
    if (errorCode(error) === 'EEXIST') return;
    // A full disk: an empty one would ignore nothing, and be left as it is the next time.
    rmSync(path, { force: true });
    throw error;
  }
}

/** @returns the path of `.dangan/cache`, which may be deleted at any time. */
export function makeCacheFolder(root: string): string {
  const folder = join(makeOwnFolder(root), 'cache');
  mkdirSync(folder, { recursive: true });
  return folder;
}
