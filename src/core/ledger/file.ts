import { joinPath, type ArchivePath } from '../archive/types.js';

/** Name of the ledger of a folder. */
export const LEDGER = 'ledger.yaml';

export function ledgerPath(folder: ArchivePath): ArchivePath {
  return joinPath(folder, LEDGER);
}
