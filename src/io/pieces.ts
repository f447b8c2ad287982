/** Files that may be large, in pieces: between two of them progress is shown, and Ctrl-C is heard. */
import { createHash } from 'node:crypto';
import {
  closeSync,
  constants,
  copyFileSync,
  fchmodSync,
  fdatasync,
  lstatSync,
  openSync,
  readSync,
  writeSync,
} from 'node:fs';
import { promisify } from 'node:util';
import { diskError, isDanganError } from '../errors.js';

/** Told of every piece; what it throws ends the work on the file. */
export type OnPiece = (bytes: number) => Promise<void> | undefined;

const PIECE_BYTES = 1 << 18;
/** Smaller ones are left to the system as a whole. */
const LARGE_BYTES = 8 * 2 ** 20;
/** So much is left to the disk's cache before it is asked to write it: a stick is not far behind what is shown. */
const UNSYNCED_BYTES = 64 * 2 ** 20;

const syncData = (handle: number) => promisify(fdatasync)(handle);

/** The bytes of a file, in one buffer that is used again. */
export function* piecesOf(path: string): Generator<Buffer> {
  const buffer = Buffer.allocUnsafe(PIECE_BYTES);
  const handle = openSync(path, 'r');
  try {
    for (let size = readSync(handle, buffer); size > 0; size = readSync(handle, buffer)) {
      yield buffer.subarray(0, size);
    }
  } finally {
    closeSync(handle);
  }
}

/** @returns 64 lower-case hex digits. */
export async function digestInPieces(path: string, onPiece: OnPiece): Promise<string> {
  const hash = createHash('sha256');
  for (const piece of piecesOf(path)) {
    hash.update(piece);
    await onPiece(piece.length);
  }
  return hash.digest('hex');
}

/** The same. @throws {DanganError} what the disk refuses, told of `path`. */
export async function digestOf(path: string, onPiece: OnPiece): Promise<string> {
  try {
    return await digestInPieces(path, onPiece);
  } catch (error) {
    throw isDanganError(error) ? error : diskError(path, error);
  }
}

/** Copy a file with its mode to a new name. When it throws, half a copy may be there. */
export async function copyInPieces(from: string, to: string, onPiece: OnPiece): Promise<void> {
  const { size, mode } = lstatSync(from);
  if (size < LARGE_BYTES) {
    copyFileSync(from, to, constants.COPYFILE_EXCL | constants.COPYFILE_FICLONE);
  } else if (!clone(from, to)) {
    await copyPieces(from, to, mode & 0o777, onPiece);
    return;
  }
  await onPiece(size);
}

/** On some disks the copy of a file can share its bytes. */
function clone(from: string, to: string): boolean {
  try {
    copyFileSync(from, to, constants.COPYFILE_EXCL | constants.COPYFILE_FICLONE_FORCE);
    return true;
  } catch {
    // Whatever it was, copying tells it.
    return false;
  }
}

async function copyPieces(from: string, to: string, mode: number, onPiece: OnPiece) {
  const handle = openSync(to, 'wx', mode | 0o200);
  let syncing = Promise.resolve();
  let unsynced = 0;
  try {
    for (const piece of piecesOf(from)) {
      for (let at = 0; at < piece.length;) at += writeSync(handle, piece, at);
      unsynced += piece.length;
      if (unsynced > UNSYNCED_BYTES) {
        await syncing;
        // What goes wrong shows again when the copy is synced in the end.
        syncing = syncData(handle).catch(() => undefined);
        unsynced = 0;
      }
      await onPiece(piece.length);
    }
    fchmodSync(handle, mode);
  } finally {
    // Closed under a sync, its number could be that of another file by then.
    await syncing;
    closeSync(handle);
  }
}
