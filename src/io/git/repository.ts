import { existsSync, readFileSync, realpathSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { isWithin, pathBelow } from '../within.js';

/** The folder with the repository that a place is in, by looking alone; `undefined` outside any. */
export function repositoryAround(place: string): string | undefined {
  for (let folder = place; ; folder = dirname(folder)) {
    // A file in a linked working tree, a folder elsewhere.
    if (existsSync(join(folder, '.git'))) return folder;
    if (folder === dirname(folder)) return undefined;
  }
}

/**
 * Path of a folder from the top of its repository, `/` between the parts: the nearest folder at or above it with a
 * `.git`, be that a folder or, in worktrees and submodules, a file. Git itself is not needed to know that.
 *
 * @param cwd - Stands for the top where there is no repository, if the folder is below it.
 */
export function pathInRepository(folder: string, cwd: string): string {
  // A link from outside of the repository leads into it.
  const real = realpathSync.native(folder);
  const top = repositoryAround(real);
  if (top !== undefined) return pathBelow(top, real);
  return isWithin(folder, cwd) ? pathBelow(cwd, folder) : '';
}

/** What git keeps while a merge, a rebase or a commit that is taken over waits for a person. */
const WAITING = ['MERGE_HEAD', 'REBASE_HEAD', 'CHERRY_PICK_HEAD'];

/** Has git stopped in the middle of a merge? Found out by looking alone. */
export function isMerging(place: string): boolean {
  const top = repositoryAround(place);
  if (top === undefined) return false;
  try {
    const folder = gitFolder(join(top, '.git'));
    return WAITING.some((name) => existsSync(join(folder, name)));
  } catch {
    // What cannot be read is git's matter, and no reason not to check.
    return false;
  }
}

function gitFolder(path: string): string {
  if (statSync(path).isDirectory()) return path;
  const [, folder = ''] = /^gitdir: (.*)$/m.exec(readFileSync(path, 'utf8')) ?? [];
  return resolve(dirname(path), folder);
}
