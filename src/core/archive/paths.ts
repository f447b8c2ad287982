import type { ArchivePath } from './types.js';

/** The folder that a path is in; empty for the archive itself. */
export function parentOf(path: ArchivePath): ArchivePath {
  return path.slice(0, Math.max(path.lastIndexOf('/'), 0));
}

/** The last part of a path. */
export function nameOf(path: ArchivePath): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

/** Is it that folder, or in it? */
export function isWithin(path: ArchivePath, folder: ArchivePath): boolean {
  return path === folder || folder === '' || path.startsWith(`${folder}/`);
}
