/** Pages that were counted while binding, in the ledgers: of workbooks and of many Word files nobody else counts them. */
import type { Cli } from '../../cli/context.js';
import { groupBy } from '../../core/group.js';
import { readArchive } from '../../io/archive/read-archive.js';
import { evidenceEdits } from '../../io/ledger/evidence-edits.js';
import { planLedgers } from '../../io/ledger/plan-ledgers.js';
import { readLedgers } from '../../io/ledger/read-ledgers.js';
import { diskStore } from '../../io/store/disk-store.js';
import type { CountedPages } from '../../report/binding/types.js';
import { carryOut } from '../changing/carry-out.js';

/** @returns the id of the entry in the journal; `undefined` when there was nothing to write. */
export async function recordPages(
  root: string,
  counted: readonly CountedPages[],
  cli: Cli,
): Promise<string | undefined> {
  if (counted.length === 0) return undefined;
  const { say, signal } = cli;
  const archive = await readArchive(root);
  const settled = await readLedgers(diskStore(root), archive);
  const edits = [...groupBy(counted, ({ pages }) => pages)].flatMap(([pages, files]) => {
    const places = files.map(({ file }) => ({ shown: file, path: file }));
    return evidenceEdits(archive, settled, places, [{ path: ['pages'], value: String(pages) }]);
  });
  const changes = await planLedgers(root, settled, edits, { remark: say.ledger.remark, signal });
  const entry = await carryOut(root, changes, 'ledger', cli);
  return entry?.id;
}
