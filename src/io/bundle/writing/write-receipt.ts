import { existsSync } from 'node:fs';
import { dirname } from 'node:path';
import { DanganError, knownError } from '../../../errors.js';
import { realDisk } from '../../disk.js';
import { refuseOutputFolder } from '../../output-folder.js';
import { bagAround } from '../places.js';

/** A form that is there may have been filled in already; and in a bundle it would be a stray file. */
export function refuseReceiptPlace(path: string): void {
  if (existsSync(path)) throw new DanganError('TARGET_EXISTS', { path });
  refuseOutputFolder(path);
  const bundle = bagAround(dirname(path));
  if (bundle !== undefined) throw new DanganError('PACK_INSIDE_BUNDLE', { path, bundle });
}

export function writeReceipt(path: string, bytes: Uint8Array): void {
  try {
    realDisk.writeNew(path, bytes);
  } catch (error) {
    throw knownError(error, path);
  }
}
