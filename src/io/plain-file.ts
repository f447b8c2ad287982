/** Files that people name on the command line. What is no file, such as a pipe nobody writes to, is not waited for. */
import { closeSync, constants, fstatSync, openSync, readFileSync } from 'node:fs';
import { DanganError, diskError } from '../errors.js';

/** Windows has no such flag. */
const AT_ONCE = constants.O_RDONLY | ((constants.O_NONBLOCK as number | undefined) ?? 0);

/** What a shell has opened already, as for `<(…)`: somebody is at its other end. */
const OPENED = /^\/(?:dev\/stdin|(?:dev|proc\/self)\/fd\/\d+)$/;

/** @throws {DanganError} NOT_A_FILE; FILE_NOT_FOUND and what else the disk says. */
export function readPlainFile(path: string): Buffer {
  return readUpTo(path, Infinity) as Buffer;
}

/**
 * The same for what is never large.
 *
 * @param most - Bytes.
 * @param shown - The path as the user wrote it.
 * @returns the bytes, or their number when they are more.
 */
export function readUpTo(path: string, most: number, shown = path): Buffer | number {
  let file: number | undefined;
  try {
    const isOpened = OPENED.test(path);
    file = openSync(path, isOpened ? 'r' : AT_ONCE);
    const stat = fstatSync(file);
    if (!stat.isFile() && !isOpened) throw new DanganError('NOT_A_FILE', { path: shown });
    return stat.size > most ? stat.size : readFileSync(file);
  } catch (cause) {
    throw cause instanceof DanganError ? cause : diskError(shown, cause);
  } finally {
    if (file !== undefined) closeSync(file);
  }
}
