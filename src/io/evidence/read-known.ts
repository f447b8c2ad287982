/** What an archive is judged with besides its tree. */
import type { Archive } from '../../core/archive/types.js';
import type { Known } from '../../core/evidence/types.js';
import { NO_SCORES } from '../../core/scoring/scores.js';
import type { Day } from '../../core/system/types.js';
import { readLedgers } from '../ledger/read-ledgers.js';

/**
 * The archive with its ledgers, and with what is in those of its files that have to be opened.
 *
 * @param root - From `findArchive`.
 * @param today - The day that it is judged on.
 */
export async function withKnown(root: string, archive: Archive, today: Day): Promise<Archive> {
  const { ledgers } = await readLedgers(root, archive);
  const known: Known = { today, ledgers, facts: new Map(), scores: NO_SCORES };
  return { ...archive, known };
}
