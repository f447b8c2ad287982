import { existsSync } from 'node:fs';
import { besideOf, type Sign } from '../../core/signature/of-bundle.js';
import { DanganError, knownError } from '../../errors.js';
import { realDisk } from '../disk.js';
import { fileDigests, type Reading } from './file-digest.js';

/** @throws {DanganError} TARGET_EXISTS - a signature of something else is where this one would go. */
export function refuseTakenSignature(path: string): void {
  const beside = besideOf(path);
  if (existsSync(beside)) throw new DanganError('TARGET_EXISTS', { path: beside });
}

/**
 * Sign a file as it is; the signature goes beside it, where minisign looks for it.
 *
 * @param name - What the signature calls it, whatever its name on this disk.
 * @returns the path of the signature.
 */
export async function signFile(
  path: string,
  name: string,
  sign: Sign,
  reading: Reading,
): Promise<string> {
  const [digest = Buffer.alloc(0)] = await fileDigests(path, ['blake2b512'], reading);
  const beside = besideOf(path);
  try {
    realDisk.writeNew(beside, Buffer.from(sign(digest, name)));
  } catch (error) {
    throw knownError(error, beside);
  }
  return beside;
}
