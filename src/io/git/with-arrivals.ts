import { evidenceFolders } from '../../core/archive/evidence.js';
import type { Archive, Folder } from '../../core/archive/types.js';
import { sameOrdinals } from '../../core/naming/renumber.js';
import { arrivalsIn } from './arrivals.js';

/**
 * The archive with the times at which its evidence came into the repository, in the folders where several papers have
 * one ordinal and it decides which of them keeps it.
 */
export async function withArrivals(
  root: string,
  archive: Archive,
  signal: AbortSignal,
): Promise<Archive> {
  const { naming } = archive.settings;
  const shared = evidenceFolders(archive)
    .filter(({ files }) => sameOrdinals(files, naming).length > 0)
    .map(({ folder }) => folder.path);
  const arrivals = await arrivalsIn(root, shared, signal);
  if (arrivals.size === 0) return archive;
  const isShared = new Set(shared);
  const withTimes = (folder: Folder): Folder => {
    const folders = folder.folders.map(withTimes);
    if (!isShared.has(folder.path)) return { ...folder, folders };
    const files = folder.files.map((file) => {
      const since = arrivals.get(file.path);
      return since === undefined ? file : { ...file, since };
    });
    return { ...folder, folders, files };
  };
  return { ...archive, root: withTimes(archive.root) };
}
