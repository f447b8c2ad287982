import type { ArchivePath } from '../archive/paths.js';
import { joinPath } from '../archive/paths.js';
import { eachFolder, type Folder } from '../archive/types.js';
import { LEDGER } from '../ledger/file.js';
import type { Ledger } from '../ledger/types.js';
import { isJunk } from '../naming/junk.js';

/**
 * Folders in an indicator's own that held evidence and hold nothing any more once it has left: of each only the outermost.
 * One whose ledger still says something of what does not leave is kept.
 *
 * @param leaves - The folders of leaf indicators that something leaves.
 * @param leaving - Paths of files.
 */
export function emptiedFolders(
  leaves: Iterable<Folder>,
  leaving: ReadonlySet<ArchivePath>,
  ledgers: ReadonlyMap<ArchivePath, Ledger>,
): readonly Folder[] {
  const isRest = (folder: Folder): boolean =>
    folder.oddities.length === 0 &&
    folder.files.every(({ name, path }) => name === LEDGER || isJunk(name) || leaving.has(path)) &&
    saysNothing(folder, leaving, ledgers.get(folder.path));
  const touched = (folder: Folder) => folder.files.some(({ path }) => leaving.has(path));
  const found: Folder[] = [];
  for (const leaf of leaves) {
    const rest = [...leaf.folders];
    for (let folder = rest.pop(); folder; folder = rest.pop()) {
      const all = [...eachFolder(folder)];
      if (all.some(touched) && all.every(isRest)) found.push(folder);
      else rest.push(...folder.folders);
    }
  }
  return found;
}

function saysNothing(
  { path }: Folder,
  leaving: ReadonlySet<ArchivePath>,
  ledger: Ledger | undefined,
): boolean {
  if (!ledger) return true;
  const { entries, notApplicable, orphans, problems } = ledger;
  const isLeaving = entries.every(
    ({ file }) => file !== undefined && leaving.has(joinPath(path, file)),
  );
  return isLeaving && [notApplicable, orphans, problems].every(({ length }) => length === 0);
}
