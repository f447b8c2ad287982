/** A place in the archive: relative to its root, `/` between the parts, never a `/` at the ends. */
export type ArchivePath = string;

export function joinPath(folder: ArchivePath, name: string): ArchivePath {
  return folder === '' ? name : `${folder}/${name}`;
}

/** The folder that a path is in; empty for the archive itself. */
export function parentOf(path: ArchivePath): ArchivePath {
  return path.slice(0, Math.max(path.lastIndexOf('/'), 0));
}

/** The last part of a path. */
export function nameOf(path: ArchivePath): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

/** Of paths asked about one after another: is one in another folder than the path before it? True of the first. */
export function folderTurns(): (path: ArchivePath) => boolean {
  let folder: string | undefined;
  return (path) => {
    const own = path.slice(0, path.lastIndexOf('/') + 1);
    if (own === folder) return false;
    folder = own;
    return true;
  };
}

/** Is it that folder, or in it? */
export function isWithin(path: ArchivePath, folder: ArchivePath): boolean {
  return path === folder || folder === '' || path.startsWith(`${folder}/`);
}
