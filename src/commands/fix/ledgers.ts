import type { Cli } from '../../cli/context.js';
import { nameOf } from '../../core/archive/paths.js';
import type { Archive } from '../../core/archive/types.js';
import type { Change } from '../../core/change/types.js';
import { LEDGER } from '../../core/ledger/file.js';
import type { Settled } from '../../core/ledger/settle.js';
import type { Ledger } from '../../core/ledger/types.js';
import { DanganError } from '../../errors.js';
import { planLedgers } from '../../io/ledger/plan-ledgers.js';
import { readLedgers } from '../../io/ledger/read-ledgers.js';
import { diskStore } from '../../io/store/disk-store.js';

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
  refuseUnmerged(settled);
  const remark = cli.say.ledger.remark;
  return [...changes, ...(await planLedgers(root, settled, [], { remark, moves: changes }))];
}

/** Entries between conflict marks cannot follow their files, and by their names they would be others' entries then. */
export function refuseUnmerged({ written }: Settled): void {
  const isUnmerged = ({ problems }: Ledger) =>
    problems.some(({ kind, fault }) => kind === 'yaml' && fault.fault === 'merge-conflict');
  const paths = [...written.values()].filter(isUnmerged).map(({ path }) => path);
  if (paths.length > 0) throw new DanganError('MERGE_UNFINISHED', { paths: paths.sort() });
}

function isOfLedger(change: Change): boolean {
  return change.do === 'rewrite' && nameOf(change.path) === LEDGER;
}
