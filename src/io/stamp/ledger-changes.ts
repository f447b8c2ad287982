/** What ledgers know of documents that get other bytes, and some of them another name. */
import { statSync } from 'node:fs';
import { join } from 'node:path';
import { digestOf } from '../pieces.js';
import { entryOf } from '../../core/ledger/settle.js';
import { nameOf, parentOf, type ArchivePath } from '../../core/archive/paths.js';
import type { Archive } from '../../core/archive/types.js';
import type { Change } from '../../core/change/types.js';
import { digestKeys, type EvidenceEdit } from '../../core/ledger/plan-edits.js';
import { planLedgers } from '../ledger/plan-ledgers.js';
import { readLedgers } from '../ledger/read-ledgers.js';
import { diskStore } from '../store/disk-store.js';

/** A document, and the copy that takes its place. */
export interface Replaced {
  readonly path: ArchivePath;
  readonly draft: ArchivePath;
  readonly target: ArchivePath;
}

/**
 * The digests in the ledgers become those of the new bytes, and entries go with files that get another name. Entries
 * without a digest get none.
 */
export async function ledgerChanges(
  root: string,
  archive: Archive,
  replaced: readonly Replaced[],
  remark: string,
): Promise<readonly Change[]> {
  if (replaced.length === 0) return [];
  const settled = await readLedgers(diskStore(root), archive);
  const edits: EvidenceEdit[] = [];
  for (const { path, draft } of replaced) {
    const entry = entryOf(settled, path);
    if (entry?.sha256 === undefined) continue;
    const place = join(root, draft);
    const { size } = statSync(place);
    const set = digestKeys(size, await digestOf(place, () => undefined));
    edits.push({ folder: parentOf(path), file: nameOf(path), entry, set });
  }
  const moves = replaced.flatMap(({ path: from, target: to }): Change[] =>
    from === to ? [] : [{ do: 'move', of: 'file', from, to, why: [] }],
  );
  if (edits.length === 0 && moves.length === 0) return [];
  return planLedgers(root, settled, edits, { remark, moves, readsFiles: false });
}
