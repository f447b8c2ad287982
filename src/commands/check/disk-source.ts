// What a check judges when it is the folder on the disk: all of it, or what is another since a commit.
import { realpathSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Cli } from '../../cli/context.js';
import { DanganError } from '../../errors.js';
import { archiveAround, findArchive, type OpenArchive } from '../../io/archive/read-archive.js';
import { pathInRepository } from '../../io/git/repository.js';
import { diskStore } from '../../io/store/disk-store.js';
import { pathBelow } from '../../io/within.js';
import { placeIn } from '../options/place-in.js';
import { comparedWith, type CheckSource, type Compared } from './source.js';

export function diskSource(
  paths: readonly string[],
  changedSince: string | undefined,
  cli: Cli,
): CheckSource {
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

/** Where the archive lies from the top of its repository, as far as the disk can tell; empty where it cannot. */
export function prefixOnDisk([place = '.']: readonly string[], { cwd }: Cli): string {
  try {
    return pathInRepository(findArchive(resolve(cwd, place)), cwd);
  } catch {
    return '';
  }
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
  const folder = pathBelow(top, realpathSync(root));
  return comparedWith(changes, folder, opened, { ref, commit });
}
