import { eachFolder, type Folder } from './types.js';
import { joinPath, type ArchivePath } from './paths.js';

/** What the settings leave out; of a folder only itself, since nobody has looked into it. */
export function ignoredIn(root: Folder): ArchivePath[] {
  const paths: ArchivePath[] = [];
  for (const { path, oddities } of eachFolder(root)) {
    for (const { name, kind } of oddities) if (kind === 'ignored') paths.push(joinPath(path, name));
  }
  return paths;
}
