import { statfsSync } from 'node:fs';
import { DanganError, diskError } from '../errors.js';

/**
 * Refuse what a disk has no room for: now, and not after a quarter of an hour of copying.
 *
 * @param place - A folder that is there.
 * @param shown - What would be written.
 * @throws {DanganError} DISK_FULL
 */
export function refuseFull(place: string, bytes: number, shown: string): void {
  const free = freeBytes(place);
  // Some network drives tell 0 of everything.
  if (free > 0 && free < bytes) throw new DanganError('DISK_FULL', { path: shown });
}

function freeBytes(place: string): number {
  try {
    const { bavail, bsize } = statfsSync(place);
    return bavail * bsize;
  } catch (cause) {
    throw diskError(place, cause);
  }
}
