/** An archive that is checked in a commit, or in git's index. */
import { existsSync, realpathSync, statSync } from 'node:fs';
import { basename, dirname, join, posix, resolve } from 'node:path';
import type { Cli } from '../../cli/context.js';
import { parentOf, type ArchivePath } from '../../core/archive/paths.js';
import type { GitListing } from '../../core/git/listing.js';
import type { RawChange } from '../../core/git/raw-diff.js';
import { DanganError, isDanganError } from '../../errors.js';
import type { OpenArchive } from '../../io/archive/read-archive.js';
import { GitStore } from '../../io/git/git-store.js';
import { archiveAbove, listCommitOrIndex, placeOfArchive } from '../../io/git/open-place.js';
import {
  commitOf,
  mergeBaseOf,
  openRepository,
  type Repository,
} from '../../io/git/open-repository.js';
import { committedChanges, stagedChanges } from '../../io/git/read-changes.js';
import { pathBelow, slashed } from '../../io/within.js';
import { comparedWith, type CheckSource, type Compared, type SourceOptions } from './source.js';

/** What is judged: a commit, or the index. */
interface Judged {
  readonly repository: Repository;
  /** In full; `undefined` for the index. */
  readonly commit: string | undefined;
  readonly listing: GitListing;
}

/** @throws {DanganError} USAGE, and what keeps git from answering. */
export async function gitSource(
  paths: readonly string[],
  { ref, changedSince }: SourceOptions,
  cli: Cli,
): Promise<CheckSource> {
  const repository = await openRepository(folderAt(paths[0] ?? '.', cli), cli.signal);
  const listed = await listCommitOrIndex(ref, repository, cli.signal);
  const { commit, listing } = listed;
  const judged = { repository, ...listed };
  const { top } = repository;
  const named = placesNamed(paths, top, cli);
  const at = named[0] ?? (top === undefined ? '' : pathBelow(top, realpathSync(cli.cwd)));
  const isNamed = named.length > 0;
  const place = placeOfArchive({ repository, listing, ref: ref ?? '', at, isNamed });
  const { folder } = place;
  const isCommit = ref !== undefined && commit !== undefined;
  return {
    store: new GitStore(place),
    places: named.map((path) => placeWithin(folder, path, cli)),
    prefix: folder,
    root: top === undefined ? undefined : join(top, folder),
    isOnDisk: false,
    outer: folder === '' ? undefined : archiveAbove(parentOf(folder), listing),
    part: isCommit ? { from: 'commit', ref, commit } : { from: 'index' },
    compare: (opened) => compared(judged, folder, changedSince, opened, cli),
    close: () => place.blobs.end(),
  };
}

/** @returns `undefined` where all of a commit is asked about. */
async function compared(
  judged: Judged,
  folder: string,
  changedSince: string | undefined,
  opened: OpenArchive,
  cli: Cli,
): Promise<Compared | undefined> {
  if (judged.commit !== undefined && changedSince === undefined) return undefined;
  const base = await baseOf(judged, changedSince, cli);
  return comparedWith(await changesSince(base, judged, cli), folder, opened, {
    ...(changedSince !== undefined && { ref: changedSince }),
    ...(base !== undefined && { commit: base }),
  });
}

/** What it is compared with: where its history parted from another, or the last commit, if there is one yet. */
async function baseOf(
  { repository, commit }: Judged,
  changedSince: string | undefined,
  { signal }: Cli,
): Promise<string | undefined> {
  if (changedSince === undefined) return lastCommit(repository, signal);
  const since = await commitOf(changedSince, repository, signal);
  const own = commit ?? (await commitOf('HEAD', repository, signal));
  return mergeBaseOf(changedSince, since, own, repository, signal);
}

async function lastCommit(
  repository: Repository,
  signal: AbortSignal,
): Promise<string | undefined> {
  try {
    return await commitOf('HEAD', repository, signal);
  } catch (error) {
    if (isDanganError(error) && error.code === 'GIT_REF_UNKNOWN') return undefined;
    throw error;
  }
}

function changesSince(
  base: string | undefined,
  { repository: { cwd }, commit }: Judged,
  { signal }: Cli,
): Promise<RawChange[]> {
  return commit === undefined || base === undefined
    ? stagedChanges(base, cwd, signal)
    : committedChanges(base, commit, cwd, signal);
}

/** The folder that a place is, or is in; the working folder for what is not on the disk. */
function folderAt(place: string, { cwd }: Cli): string {
  const path = resolve(cwd, place);
  if (!existsSync(path)) return cwd;
  return statSync(path).isDirectory() ? path : dirname(path);
}

/** The places that a user named, from the top; where there is no working tree, the first may be the repository. */
function placesNamed(paths: readonly string[], top: string | undefined, cli: Cli): string[] {
  const [first] = paths;
  const isRepository =
    top === undefined && first !== undefined && existsSync(resolve(cli.cwd, first));
  return (isRepository ? paths.slice(1) : paths).map((path) => pathIn(path, top, cli));
}

/** A path of the user's, from the top of the repository. @throws {DanganError} USAGE */
function pathIn(path: string, top: string | undefined, cli: Cli): string {
  const inside =
    top === undefined
      ? posix.normalize(slashed(path)).replace(/\/$/, '')
      : pathBelow(top, realPlace(resolve(cli.cwd, path)));
  if (top !== undefined && (inside === '..' || inside.startsWith('../'))) {
    const what = cli.say.check.pathOutside({ path, root: top });
    throw new DanganError('USAGE', { what, command: 'check' });
  }
  return inside === '.' ? '' : inside;
}

/** Links on the way are followed as far as the path is on the disk; evidence that is a link is that link. */
function realPlace(path: string): string {
  const above = dirname(path);
  if (above === path || existsSync(join(path, '.git'))) return realpathSync(path);
  return join(existsSync(above) ? realpathSync(above) : realPlace(above), basename(path));
}

/** A place of the repository in the archive. @throws {DanganError} USAGE */
function placeWithin(folder: string, path: string, cli: Cli): ArchivePath {
  if (folder === '' || path === folder) return path === folder ? '' : path;
  if (path.startsWith(`${folder}/`)) return path.slice(folder.length + 1);
  // The archive lies below the place.
  if (path === '' || folder.startsWith(`${path}/`)) return '';
  const what = cli.say.check.pathOutside({ path, root: folder });
  throw new DanganError('USAGE', { what, command: 'check' });
}
