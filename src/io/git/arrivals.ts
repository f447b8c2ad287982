/** When evidence came into the repository. */
import type { ArchivePath } from '../../core/archive/paths.js';
import { partsOf } from '../../core/git/raw-diff.js';
import { repositoryAround } from './repository.js';
import { gitIfThere } from './run-git.js';

/**
 * When files came into the repository under the names that they have, in seconds since 1970, as those who committed
 * them had it on their clocks: the same whoever merges whose work, and however it is rebased.
 *
 * @param folders - In which to look.
 * @returns nothing of files that were never committed; nothing at all where there is no repository or no git.
 */
export async function arrivalsIn(
  root: string,
  folders: readonly ArchivePath[],
  signal: AbortSignal,
): Promise<ReadonlyMap<ArchivePath, number>> {
  const arrivals = new Map<ArchivePath, number>();
  if (folders.length === 0 || repositoryAround(root) === undefined) return arrivals;
  const what = ['--format=%x01%at', '--diff-filter=A', '--no-renames', '--name-only', '-z'];
  const words = ['--literal-pathspecs', 'log', ...what, '--relative', '--', ...folders];
  const { code, out } = await gitIfThere(words, { cwd: root, signal });
  if (code !== 0) return arrivals;
  let time = 0;
  for (const part of partsOf(out)) {
    if (part.startsWith('\x01')) time = Number(part.slice(1));
    else {
      const path = part.replace(/^\n/, '');
      // What was taken away and came again: the last time.
      if (!arrivals.has(path)) arrivals.set(path, time);
    }
  }
  return arrivals;
}
