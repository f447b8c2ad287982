import { closeSync, fstatSync, openSync, readFileSync } from 'node:fs';
import { parseProfile } from '../../../core/bundle/bag-profile/parse-profile.js';
import type { BagProfile } from '../../../core/bundle/bag-profile/types.js';
import { DanganError, diskError } from '../../../errors.js';

/** Longest profile that is read; real ones have a few kB. */
const PROFILE_BYTES = 4 * 2 ** 20;

/**
 * A BagIt profile that the inspector holds.
 *
 * @param path - Absolute.
 * @param shown - The path as the user wrote it.
 * @throws {DanganError} BAG_PROFILE_INVALID - with everything that is wrong in it; FILE_NOT_FOUND and the like.
 */
export function readProfile(path: string, shown: string): BagProfile {
  const parsed = parseProfile(readLimited(path, shown));
  if ('profile' in parsed) return parsed.profile;
  throw new DanganError('BAG_PROFILE_INVALID', { path: shown, problems: parsed.problems });
}

function readLimited(path: string, shown: string): Uint8Array {
  let file: number | undefined;
  try {
    file = openSync(path, 'r');
    const stat = fstatSync(file);
    if (stat.isDirectory()) throw new DanganError('NOT_A_FILE', { path: shown });
    if (stat.size > PROFILE_BYTES) {
      const at = { line: 1, column: 1 };
      throw new DanganError('BAG_PROFILE_INVALID', {
        path: shown,
        problems: [{ wrong: 'not-text', at }],
      });
    }
    return readFileSync(file);
  } catch (cause) {
    throw cause instanceof DanganError ? cause : diskError(shown, cause);
  } finally {
    if (file !== undefined) closeSync(file);
  }
}
