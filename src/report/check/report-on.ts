import { overviewOf } from '../../core/archive/overview.js';
import { systemOrder } from '../../core/archive/system-order.js';
import { countFiles, eachFolder, type Archive } from '../../core/archive/types.js';
import type { ArchivePath } from '../../core/archive/paths.js';
import type { CheckReport } from './check-report.js';

/** What a check comes to, with what its reports need to know of the archive. */
export function reportOn(
  archive: Archive,
  told: Pick<CheckReport, 'findings' | 'waived' | 'judged'>,
): CheckReport {
  const folders = new Set<ArchivePath>();
  let files = 0;
  for (const folder of eachFolder(archive.root)) {
    folders.add(folder.path);
    files += countFiles(folder);
  }
  return {
    ...told,
    files,
    folders: folders.size - 1,
    isFolder: (path) => folders.has(path),
    overview: overviewOf(archive),
    order: systemOrder(archive),
  };
}
