/** An archive in a repository: which one it is, and what it is read from. */
import { existsSync } from 'node:fs';
import { join, posix } from 'node:path';
import { parentOf } from '../../core/archive/paths.js';
import { GitListing } from '../../core/git/listing.js';
import { DanganError } from '../../errors.js';
import { SETTINGS_FILE } from '../archive/read-settings.js';
import { Blobs } from './blobs.js';
import type { GitPlace } from './git-store.js';
import { listIndex } from './list-index.js';
import { commitOf, type Repository } from './open-repository.js';
import { runGit } from './run-git.js';

interface Listed {
  /** In full; `undefined` for the index. */
  readonly commit: string | undefined;
  readonly listing: GitListing;
}

/** All the files of a commit, or of the index when none is named. */
export async function listCommitOrIndex(
  ref: string | undefined,
  repository: Repository,
  signal: AbortSignal | undefined,
): Promise<Listed> {
  if (ref === undefined) return { commit: ref, listing: await listIndex(repository, signal) };
  const commit = await commitOf(ref, repository, signal);
  return { commit, listing: await listCommit(commit, repository, signal) };
}

/** @param commit - In full. */
async function listCommit(
  commit: string,
  { cwd }: Repository,
  signal: AbortSignal | undefined,
): Promise<GitListing> {
  const words = ['ls-tree', '-r', '-z', '--full-tree', commit];
  return new GitListing(await runGit(words, { cwd, signal }));
}

interface PlaceAsked {
  readonly repository: Repository;
  readonly listing: GitListing;
  /** What git calls the commit, before a colon; `''` for the index. */
  readonly ref: string;
  /** Where to look for the archive, from the top of the repository. */
  readonly at: string;
  /** Did the user name it? */
  readonly isNamed: boolean;
}

/**
 * The archive at or around a place; where there is none, the only one below it.
 *
 * @throws {DanganError} GIT_NOT_THERE, GIT_NO_ARCHIVE, GIT_SEVERAL_ARCHIVES, GIT_UNMERGED
 */
export function placeOfArchive({ repository, listing, ref, at, isNamed }: PlaceAsked): GitPlace {
  const isThere = listing.isFolder(at) || listing.at(at) !== undefined;
  const told = ref === '' ? 'git index' : ref;
  if (isNamed && at !== '' && !isThere) {
    throw new DanganError('GIT_NOT_THERE', { at: told, path: at });
  }
  const folder = archiveAbove(at, listing) ?? archiveBelow(at, listing, told);
  if (ref === '') refuseUnmerged(folder, listing);
  const own = repository.top === undefined ? undefined : join(repository.top, folder);
  const isOnDisk = own !== undefined && existsSync(join(own, SETTINGS_FILE));
  const blobs = new Blobs(repository.cwd);
  return { repository, listing, blobs, folder, ref, cacheAt: isOnDisk ? own : undefined };
}

function refuseUnmerged(folder: string, listing: GitListing): void {
  const unmerged = new Set<string>();
  for (const { head, path } of listing.below(folder)) if (head.stage > 0) unmerged.add(path);
  if (unmerged.size > 0) throw new DanganError('GIT_UNMERGED', { paths: [...unmerged] });
}

/** The nearest folder at or above a place that is an archive. */
export function archiveAbove(at: string, listing: GitListing): string | undefined {
  for (let folder = at; ; folder = parentOf(folder)) {
    if (listing.at(posix.join(folder, SETTINGS_FILE))) return folder;
    if (folder === '') return undefined;
  }
}

function archiveBelow(at: string, listing: GitListing, told: string): string {
  const folders = listing
    .foldersWith(SETTINGS_FILE)
    .filter((folder) => at === '' || folder.startsWith(`${at}/`));
  const [only, ...others] = folders;
  if (only === undefined) throw new DanganError('GIT_NO_ARCHIVE', { at: told, path: at });
  if (others.length > 0) throw new DanganError('GIT_SEVERAL_ARCHIVES', { at: told, folders });
  return only;
}
