import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** The folder with the repository that a place is in, by looking alone; `undefined` outside any. */
export function repositoryAround(place: string): string | undefined {
  for (let folder = place; ; folder = dirname(folder)) {
    // A file in a linked working tree, a folder elsewhere.
    if (existsSync(join(folder, '.git'))) return folder;
    if (folder === dirname(folder)) return undefined;
  }
}
