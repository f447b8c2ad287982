import { statSync } from 'node:fs';
import { diskError, errorCode, notFound } from '../../errors.js';

/** Is an ordinary file there? What cannot be asked is none. */
export function isFile(path: string): boolean {
  try {
    return statSync(path).isFile();
  } catch {
    return false;
  }
}

/**
 * See to it that something is there, whatever it is.
 *
 * @param shown - The path as the user has it.
 * @throws {DanganError} FILE_NOT_FOUND, LINK_LOOP, NAME_TOO_LONG, PERMISSION_DENIED
 */
export function refuseMissing(path: string, shown = path): void {
  try {
    statSync(path);
  } catch (cause) {
    // Nothing is below a file, and so it is not there.
    const isBelowFile = errorCode(cause) === 'ENOTDIR';
    throw isBelowFile ? notFound(shown, { cause }) : diskError(shown, cause);
  }
}
