import type { Indicator } from '../system/types.js';
import { matchFolders } from './match.js';
import { parentOf, type ArchivePath } from './paths.js';
import type { Archive } from './types.js';

/** The indicator in whose folder a place is; looked up once for each folder. */
export function indicatorFinder(
  archive: Archive,
): (path: ArchivePath | undefined) => Indicator | undefined {
  const found = new Map<ArchivePath, Indicator | undefined>([['', undefined]]);
  for (const { folder, expected } of matchFolders(archive).byFolder.values()) {
    found.set(folder.path, expected.indicator);
  }
  const find = (path: ArchivePath): Indicator | undefined => {
    if (found.has(path)) return found.get(path);
    const indicator = find(parentOf(path));
    found.set(path, indicator);
    return indicator;
  };
  return (path) => (path === undefined ? undefined : find(path));
}
