import type { Indicator } from '../system/types.js';
import { matchFolders } from './match.js';
import { parentOf, type ArchivePath } from './paths.js';
import { eachFolder, type Archive, type Folder } from './types.js';

/** A folder of the archive, with the indicator in whose folder it is. */
interface Home {
  readonly folder: Folder;
  readonly indicator: Indicator | undefined;
}

/** @returns a function that finds a folder by its path. */
export function homesIn(archive: Archive): (path: ArchivePath) => Home | undefined {
  const folders = new Map([...eachFolder(archive.root)].map((folder) => [folder.path, folder]));
  const { byFolder } = matchFolders(archive);
  return (path) => {
    const folder = folders.get(path);
    for (let at = path; folder && at !== ''; at = parentOf(at)) {
      const above = folders.get(at);
      const expected = above && byFolder.get(above)?.expected;
      if (expected) return { folder, indicator: expected.indicator };
    }
    return folder && { folder, indicator: undefined };
  };
}
