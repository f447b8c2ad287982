import { joinPath, type ArchivePath } from '../archive/paths.js';
import { eachFolder, type Folder } from '../archive/types.js';
import { listIn } from '../group.js';
import { ledgerPath } from './file.js';
import type { Ledger, LedgerEntry } from './types.js';

/**
 * What the ledgers say of a tree in which things are to be renamed and moved: entries go along with their files.
 *
 * @param after - The tree as it will be; what is elsewhere on disk says so in `origin`.
 * @param ledgers - Of the tree as it is.
 */
export function ledgersAfter(
  after: Folder,
  ledgers: ReadonlyMap<ArchivePath, Ledger>,
): ReadonlyMap<ArchivePath, Ledger> {
  const entriesOf = new Map<ArchivePath, LedgerEntry[]>();
  for (const [folder, { entries }] of ledgers) {
    for (const entry of entries) {
      if (entry.file !== undefined) listIn(entriesOf, joinPath(folder, entry.file)).push(entry);
    }
  }
  const found = new Map<ArchivePath, Ledger>();
  for (const folder of eachFolder(after)) {
    const entries = folder.files.flatMap(({ name, path, origin = path }) =>
      (entriesOf.get(origin) ?? []).map((entry) => ({ ...entry, file: name })),
    );
    const rest = { notApplicable: [], orphans: [], problems: [] };
    if (entries.length > 0)
      found.set(folder.path, { path: ledgerPath(folder.path), entries, ...rest });
  }
  return found;
}
