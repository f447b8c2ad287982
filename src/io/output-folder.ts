/** Can something be written there? Asked before the work that it is to hold, and not after it. */
import { accessSync, constants, existsSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { DanganError, diskError, noFolder } from '../errors.js';

/**
 * @param path - Of what will be written: a new file or folder, or one that is there.
 * @param shown - The folder that it will be in, as the user would write it.
 * @throws {DanganError} FILE_NOT_FOUND, NOT_A_FOLDER; PERMISSION_DENIED - of something new.
 */
export function refuseOutputFolder(path: string, shown = dirname(path)): void {
  const facts = statSync(dirname(path), { throwIfNoEntry: false });
  if (facts === undefined) throw noFolder(shown);
  if (!facts.isDirectory()) throw new DanganError('NOT_A_FOLDER', { path: shown });
  // What is there, such as a pipe, may be written through.
  if (!existsSync(path)) refuseReadOnly(dirname(path), shown);
}

/** The same for a folder whose parents are made when they are missing. */
export function refuseOutputBelow(path: string): void {
  const folder = dirname(path);
  if (existsSync(folder) || folder === dirname(folder)) refuseOutputFolder(path);
  else refuseOutputBelow(folder);
}

/** Is a folder there, or a link to one? */
export function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;
}

/** @throws {DanganError} PERMISSION_DENIED - nothing can be made in the folder. */
export function refuseReadOnly(folder: string, shown = folder): void {
  try {
    accessSync(folder, constants.W_OK | constants.X_OK);
  } catch (cause) {
    throw diskError(shown, cause);
  }
}
