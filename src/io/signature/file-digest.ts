import { createHash } from 'node:crypto';
import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { diskError } from '../../errors.js';
import { breathing } from '../threads/pause.js';

export interface Reading {
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: ((doneBytes: number, totalBytes: number) => void) | undefined;
}

const PIECE_BYTES = 1 << 20;

/** Digests of a whole file in one reading, in the order of `algorithms` as node names them. */
export async function fileDigests(
  path: string,
  algorithms: readonly string[],
  { signal, onProgress }: Reading,
): Promise<Buffer[]> {
  const hashes = algorithms.map((algorithm) => createHash(algorithm));
  const piece = Buffer.allocUnsafe(PIECE_BYTES);
  let file: number | undefined;
  try {
    file = openSync(path, 'r');
    const { size } = fstatSync(file);
    let done = 0;
    const pause = breathing(() => onProgress?.(done, size), signal);
    for (let length = readSync(file, piece); length > 0; length = readSync(file, piece)) {
      for (const hash of hashes) hash.update(piece.subarray(0, length));
      done += length;
      const paused = pause();
      if (paused) await paused;
    }
  } catch (cause) {
    throw cause instanceof Error && 'syscall' in cause ? diskError(path, cause) : cause;
  } finally {
    if (file !== undefined) closeSync(file);
  }
  return hashes.map((hash) => hash.digest());
}
