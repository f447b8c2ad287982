import { existsSync, realpathSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { isWithin, pathBelow } from './within.js';

/**
 * Path of a folder from the top of its repository, `/` between the parts: the nearest folder at or above it with a
 * `.git`, be that a folder or, in worktrees and submodules, a file. Git itself is not needed to know that.
 *
 * @param cwd - Stands for the top where there is no repository, if the folder is below it.
 */
export function pathInRepository(folder: string, cwd: string): string {
  // A link from outside of the repository leads into it.
  const real = realpathSync.native(folder);
  const top = repositoryTop(real);
  if (top !== undefined) return pathBelow(top, real);
  return isWithin(folder, cwd) ? pathBelow(cwd, folder) : '';
}

function repositoryTop(folder: string): string | undefined {
  for (let top = folder; ; top = dirname(top)) {
    if (existsSync(join(top, '.git'))) return top;
    if (top === dirname(top)) return undefined;
  }
}
