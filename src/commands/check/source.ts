/** Where the archive that is checked is read from: the disk, git's index, or a commit. */
import { realpathSync } from 'node:fs';
import { posix, relative, resolve, sep } from 'node:path';
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
  return (await import('./git-source.js')).gitSource(paths, options, cli);
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

/** @param folder - The archive's, from the top of the repository. */
export function comparedWith(
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

export function slashed(path: string): string {
  return path.split(sep).join('/');
}
