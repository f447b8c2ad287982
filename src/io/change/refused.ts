import { accessSync, constants } from 'node:fs';
import { dirname } from 'node:path';
import { DanganError, diskError, isDanganError } from '../../errors.js';
import { statOf } from '../disk.js';

/**
 * The error for what a disk refused to change: told of the folder, where it is the folder that may not be written and
 * not the file. Its permissions decide on the names in it, and a file that is to be made is not there to be looked at.
 *
 * @param path - What the user knows of it, for all that is no matter of permission.
 * @param places - Where else it may have been refused, such as the new place of what was to be moved.
 */
export function refused(path: string, cause: unknown, ...places: readonly string[]): Error {
  if (isDanganError(cause)) return cause;
  const error = diskError(path, cause);
  if (!isDanganError(error) || error.code !== 'PERMISSION_DENIED') return error;
  const folder = [...places, ...placesOf(cause), path].map(lockedFolder).find((each) => each);
  return folder === undefined ? error : new DanganError(error.code, { path: folder }, { cause });
}

/** What the call to the system was about: the new name first. */
function placesOf(cause: unknown): string[] {
  const { dest, path } = cause as { dest?: unknown; path?: unknown };
  return [dest, path].filter((each) => typeof each === 'string');
}

/** The folder around a place, if it is there and may not be written. */
function lockedFolder(path: string): string | undefined {
  const folder = dirname(path);
  try {
    if (statOf(folder) === undefined) return folder === path ? undefined : lockedFolder(folder);
    accessSync(folder, constants.W_OK);
    return undefined;
  } catch {
    return folder;
  }
}
