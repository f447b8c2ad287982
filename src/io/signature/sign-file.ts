import { existsSync } from 'node:fs';
import { besideOf, type Sign } from '../../core/signature/of-bundle.js';
import { DanganError, knownError } from '../../errors.js';
import { realDisk } from '../disk.js';
import { fileDigests, type Reading } from './file-digest.js';

/**
 * A bundle that is in the way itself is named by who writes it: its signature goes with it.
 *
 * @param paths - Of the bundles; with `goOn` those that are there keep their signatures.
 * @throws {DanganError} TARGET_EXISTS - a signature of something else is where one would go.
 */
export function refuseTakenSignatures(paths: readonly string[], goOn: boolean): void {
  const missing = paths.filter((path) => !existsSync(path));
  if (missing.length < paths.length && !goOn) return;
  const taken = missing.map(besideOf).find((beside) => existsSync(beside));
  if (taken !== undefined) throw new DanganError('TARGET_EXISTS', { path: taken });
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
