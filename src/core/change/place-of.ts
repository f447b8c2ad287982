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
  const moves = new Map<ArchivePath, ArchivePath>();
  for (const change of changes) {
    if (change.do === 'move' && change.of === 'folder') moves.set(change.from, change.to);
  }
  return through(moves);
}

/** Where a path is now that will be there after the folders above it have been renamed or moved. */
export function folderOrigins(changes: readonly Change[]): (path: ArchivePath) => ArchivePath {
  const moves = new Map<ArchivePath, ArchivePath>();
  for (const change of changes) {
    if (change.do === 'move' && change.of === 'folder') moves.set(change.to, change.from);
  }
  return through(moves);
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
