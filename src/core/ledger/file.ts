import { joinPath, type ArchivePath } from '../archive/paths.js';

/** Name of the ledger of a folder. */
export const LEDGER = 'ledger.yaml';

export function ledgerPath(folder: ArchivePath): ArchivePath {
  return joinPath(folder, LEDGER);
}
