import type { ArchivePath } from '../archive/paths.js';
import type { Change } from './types.js';

/** By what changes are sorted: where the thing is now, or where it will be when it is new. */
export function placeOf(change: Change): ArchivePath {
  switch (change.do) {
    case 'move':
      return change.from;
    case 'file':
      return change.to;
    case 'create-folder':
    case 'trash':
    case 'replace':
    case 'rewrite':
      return change.path;
  }
}

/** Where a path is after the folders above it have been renamed or moved; it itself stays in its folder. */
export function folderMoves(changes: readonly Change[]): (path: ArchivePath) => ArchivePath {
  return through(new Map(movedFolders(changes).map(({ from, to }) => [from, to])));
}

/** Where a path is now that will be there after the folders above it have been renamed or moved. */
export function folderOrigins(changes: readonly Change[]): (path: ArchivePath) => ArchivePath {
  return through(new Map(movedFolders(changes).map(({ from, to }) => [to, from])));
}

function movedFolders(changes: readonly Change[]) {
  return changes.filter((change) => change.do === 'move').filter(({ of }) => of === 'folder');
}

function through(moves: ReadonlyMap<ArchivePath, ArchivePath>): (path: ArchivePath) => ArchivePath {
  const known = new Map<ArchivePath, ArchivePath>();
  const image = (path: ArchivePath): ArchivePath => {
    const found = known.get(path) ?? moves.get(path);
    if (found !== undefined) return found;
    const at = path.lastIndexOf('/');
    const result = at < 0 ? path : image(path.slice(0, at)) + path.slice(at);
    known.set(path, result);
    return result;
  };
  return image;
}
