/** A scoring system as a commit holds it, or git's index. */
import { posix } from 'node:path';
import type { PlaceInGit } from '../../core/git/place-in-git.js';
import type { SystemSource } from '../../core/system/source.js';
import { DanganError, isDanganError } from '../../errors.js';
import { readSystem } from '../system/read-system.js';
import { Blobs } from './blobs.js';
import { GitStore } from './git-store.js';
import { listCommitOrIndex } from './open-place.js';
import { openRepository } from './open-repository.js';

/**
 * With all that it extends there; its places are told from the top of the repository.
 *
 * @throws {DanganError} FILE_NOT_FOUND, and what keeps git from answering.
 */
export async function readSystemInGit(
  { ref, path }: PlaceInGit,
  { template, cwd, signal }: { template: string; cwd: string; signal: AbortSignal },
): Promise<SystemSource> {
  const repository = await openRepository(cwd, signal);
  const { listing } = await listCommitOrIndex(ref, repository, signal);
  const blobs = new Blobs(repository.cwd);
  const place = { repository, listing, blobs, folder: '', ref: ref ?? '', cacheAt: undefined };
  const files = new GitStore(place);
  try {
    return await readSystem(posix.normalize(path), { template, files });
  } catch (error) {
    if (!isDanganError(error)) throw error;
    throw new DanganError(error.code, { ...error.data, path: files.shown(path) }, { cause: error });
  } finally {
    blobs.end();
  }
}
