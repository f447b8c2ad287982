import { parseProfile } from '../../../core/bundle/bag-profile/parse-profile.js';
import type { BagProfile } from '../../../core/bundle/bag-profile/types.js';
import { DanganError } from '../../../errors.js';
import { readUpTo } from '../../plain-file.js';

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
  const parsed = parseProfile(bytesOf(path, shown));
  if ('profile' in parsed) return parsed.profile;
  throw new DanganError('BAG_PROFILE_INVALID', { path: shown, problems: parsed.problems });
}

function bytesOf(path: string, shown: string): Buffer {
  const bytes = readUpTo(path, PROFILE_BYTES, shown);
  if (typeof bytes !== 'number') return bytes;
  const problems = [{ wrong: 'not-text', at: { line: 1, column: 1 } } as const];
  throw new DanganError('BAG_PROFILE_INVALID', { path: shown, problems });
}
