import type { Cli } from '../../cli/context.js';
import type { Archive } from '../../core/archive/types.js';
import { diskStore } from '../../io/store/disk-store.js';
import { knownArchive } from './known-archive.js';

/** The archive with what its files have to be opened for: pages, and days that nothing else tells. */
export async function archiveToList(
  root: string,
  archive: Archive,
  cli: Cli,
  today = cli.today,
): Promise<Archive> {
  const { filesToOpen } = await import('../../core/catalogue/items.js');
  return knownArchive(diskStore(root), archive, today, cli, {
    files: filesToOpen,
    wanted: 'pages',
  });
}
