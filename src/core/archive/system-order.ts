import { eachExpected } from './layout.js';
import { placeInTree } from './match.js';
import { parentOf, type ArchivePath } from './paths.js';
import { compareFolders } from './reading-order.js';
import type { Archive } from './types.js';

/**
 * The order in which people know the archive: that of the scoring system, not of the code units of 一 and 三.
 *
 * A folder that stands for no indicator comes after the one that it is in; what is in one folder goes by name, `2` before `10`.
 */
export function systemOrder(archive: Archive): (a: ArchivePath, b: ArchivePath) => number {
  const positions = new Map<ArchivePath, number>([['', -1]]);
  for (const expected of eachExpected(archive.expected)) {
    const path = placeInTree(expected, archive);
    if (!positions.has(path)) positions.set(path, positions.size);
  }
  const positionOf = (path: ArchivePath): number => {
    const known = positions.get(path) ?? positionOf(parentOf(path));
    positions.set(path, known);
    return known;
  };
  return (a, b) => positionOf(a) - positionOf(b) || compareFolders(a, b);
}
