import type { Cli } from '../cli/context.js';
import { nameOf } from '../core/archive/paths.js';
import type { Archive } from '../core/archive/types.js';
import type { Change } from '../core/change/types.js';
import { LEDGER } from '../core/ledger/file.js';
import { planLedgers } from '../io/ledger/plan-ledgers.js';
import { readLedgers } from '../io/ledger/read-ledgers.js';
import { diskStore } from '../io/store/disk-store.js';

/**
 * Changes of the tree, and with them those of the ledgers, so that each entry names its file as it will be called, in
 * the folder where it will be. What a saved plan has of ledgers is worked out anew: they may have been edited since.
 */
export async function withLedgers(
  root: string,
  archive: Archive,
  planned: readonly Change[],
  cli: Cli,
): Promise<readonly Change[]> {
  const changes = planned.filter((change) => !isOfLedger(change));
  if (!changes.some((change) => change.do === 'move')) return changes;
  const settled = await readLedgers(diskStore(root), archive);
  const remark = cli.say.ledger.remark;
  return [...changes, ...(await planLedgers(root, settled, [], { remark, moves: changes }))];
}

function isOfLedger(change: Change): boolean {
  return change.do === 'rewrite' && nameOf(change.path) === LEDGER;
}
