/** Where the archive that is checked is read from: the disk, git's index, or a commit. */
import { existsSync, realpathSync, statSync } from 'node:fs';
import { basename, dirname, join, posix, relative, resolve, sep } from 'node:path';
import type { Cli } from '../../cli/context.js';
import type { ArchivePath } from '../../core/archive/types.js';
import { Changes, type JudgedPart, type JudgedSince } from '../../core/git/changes.js';
import { DanganError } from '../../errors.js';
import { archiveAround, findArchive, type OpenArchive } from '../../io/archive/read-archive.js';
import { SETTINGS_FILE } from '../../io/archive/read-settings.js';
import { pathInRepository } from '../../io/repository.js';
import { diskStore } from '../../io/store/disk-store.js';
import type { Store } from '../../io/store/types.js';
import { placeIn } from '../place-in.js';

export interface SourceOptions {
  readonly ref?: string;
  readonly staged?: boolean;
  readonly changedSince?: string;
}

export interface Compared {
  readonly changes: Changes;
  readonly since: JudgedSince;
}

export interface CheckSource {
  readonly store: Store;
  /** What was asked about; everything when there are none. */
  readonly places: readonly ArchivePath[];
  /** The archive's folder from the top of its repository. */
  readonly prefix: string;
  /** The same on this disk; `undefined` where there is none. */
  readonly root: string | undefined;
  /** As against git. */
  readonly isOnDisk: boolean;
  /** An archive that this one lies in. */
  readonly outer: string | undefined;
  /** `undefined` when it is simply the folder on the disk. */
  readonly part: JudgedPart | undefined;
  /** What is another since a commit, where only that is asked about. */
  readonly compare: (opened: OpenArchive) => Promise<Compared | undefined>;
  readonly close: () => void;
}

/** @throws {DanganError} USAGE, and what finding an archive throws. */
export async function checkSource(
  paths: readonly string[],
  options: SourceOptions,
  cli: Cli,
): Promise<CheckSource> {
  const { ref, staged = false } = options;
  if (ref === undefined && !staged) return onDisk(paths, options.changedSince, cli);
  if (ref !== undefined && staged) {
    throw new DanganError('USAGE', { what: cli.say.check.refOrStaged, command: 'check' });
  }
  return inGit(paths, options, cli);
}

function onDisk(paths: readonly string[], changedSince: string | undefined, cli: Cli): CheckSource {
  const root = findArchive(resolve(cli.cwd, paths[0] ?? '.'));
  return {
    store: diskStore(root, cli.cwd),
    places: paths.map((path) => placeIn(root, path, 'check', cli)),
    prefix: pathInRepository(root, cli.cwd),
    root,
    isOnDisk: true,
    outer: archiveAround(root),
    part: changedSince === undefined ? undefined : { from: 'disk' },
    compare: (opened) => diskCompared(root, opened, changedSince, cli),
    close: () => undefined,
  };
}

async function diskCompared(
  root: string,
  opened: OpenArchive,
  ref: string | undefined,
  { signal }: Cli,
): Promise<Compared | undefined> {
  if (ref === undefined) return undefined;
  const { commitOf, mergeBaseOf, openRepository } = await import('../../io/git/open-repository.js');
  const { changesOnDisk } = await import('../../io/git/read-changes.js');
  const repository = await openRepository(root, signal);
  const { cwd, top } = repository;
  if (top === undefined) throw new DanganError('GIT_NO_INDEX', { path: root });
  const asked = await commitOf(ref, repository, signal);
  const head = await commitOf('HEAD', repository, signal);
  const commit = await mergeBaseOf(ref, asked, head, repository, signal);
  const changes = await changesOnDisk(commit, cwd, signal);
  const folder = slashed(relative(top, realpathSync(root)));
  return comparedWith(changes, folder, opened, { ref, commit });
}

async function inGit(
  paths: readonly string[],
  { ref, changedSince }: SourceOptions,
  cli: Cli,
): Promise<CheckSource> {
  const { signal, cwd: here } = cli;
  const { commitOf, mergeBaseOf, openRepository } = await import('../../io/git/open-repository.js');
  const { archiveAbove, listCommit, parent, placeOfArchive } =
    await import('../../io/git/open-place.js');
  const { committedChanges, stagedChanges } = await import('../../io/git/read-changes.js');
  const { GitStore } = await import('../../io/git/git-store.js');
  const [first] = paths;
  const repository = await openRepository(folderAt(resolve(here, first ?? '.'), here), signal);
  const { cwd, top } = repository;
  const commit = ref === undefined ? undefined : await commitOf(ref, repository, signal);
  const listing =
    commit === undefined
      ? await (await import('../../io/git/list-index.js')).listIndex(repository, signal)
      : await listCommit(commit, repository, signal);
  const inTree = paths.map((path) => pathIn(path, top, cli));
  // In a bare repository the first may be the repository itself.
  const isRepository = top === undefined && first !== undefined && existsSync(resolve(here, first));
  const named = isRepository ? inTree.slice(1) : inTree;
  const at = named[0] ?? (top === undefined ? '' : slashed(relative(top, realpathSync(here))));
  const isNamed = named.length > 0;
  const place = placeOfArchive({ repository, listing, ref: ref ?? '', at, isNamed });
  const { folder } = place;
  const outer = folder === '' ? undefined : archiveAbove(parent(folder), listing);
  const compare = async (opened: OpenArchive): Promise<Compared | undefined> => {
    if (commit !== undefined && changedSince === undefined) return undefined;
    const asked = changedSince ?? 'HEAD';
    const base = async (): Promise<string | undefined> => {
      if (changedSince === undefined)
        return commitOf('HEAD', repository, signal).catch(() => undefined);
      const since = await commitOf(changedSince, repository, signal);
      const own = commit ?? (await commitOf('HEAD', repository, signal));
      return mergeBaseOf(asked, since, own, repository, signal);
    };
    const from = await base();
    const changes =
      commit === undefined || from === undefined
        ? await stagedChanges(from, cwd, signal)
        : await committedChanges(from, commit, cwd, signal);
    return comparedWith(changes, folder, opened, {
      ...(changedSince !== undefined && { ref: changedSince }),
      ...(from !== undefined && { commit: from }),
    });
  };
  return {
    store: new GitStore(place),
    places: named.map((path) => placeWithin(folder, path, cli)),
    prefix: folder,
    root: top === undefined ? undefined : join(top, folder),
    isOnDisk: false,
    outer,
    part:
      ref === undefined || commit === undefined
        ? { from: 'index' }
        : { from: 'commit', ref, commit },
    compare,
    close: () => place.blobs.end(),
  };
}

function comparedWith(
  changes: ConstructorParameters<typeof Changes>[0],
  folder: string,
  { archive, source }: OpenArchive,
  since: Pick<JudgedSince, 'ref' | 'commit'>,
): Compared {
  const yardstick = [SETTINGS_FILE, ...source.files].map((path) =>
    posix.join(folder, slashed(path)),
  );
  const found = new Changes(changes, folder, archive.settings.evidence, yardstick);
  return { changes: found, since: { ...since, ...found.told() } };
}

/** The folder that a place is, or is in; the working folder for what is not on the disk. */
function folderAt(path: string, here: string): string {
  if (!existsSync(path)) return here;
  return statSync(path).isDirectory() ? path : dirname(path);
}

/** A path of the user's, from the top of the repository. @throws {DanganError} USAGE */
function pathIn(path: string, top: string | undefined, cli: Cli): string {
  const inside =
    top === undefined
      ? posix.normalize(slashed(path)).replace(/\/$/, '')
      : slashed(relative(top, realPlace(resolve(cli.cwd, path))));
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

function slashed(path: string): string {
  return path.split(sep).join('/');
}
