import { resolve } from 'node:path';
import type { Cli } from '../../cli/context.js';
import type { Archive } from '../../core/archive/types.js';
import type { SheetWords, ValueContext } from '../../core/ledger/cell-values.js';
import { valueContext } from '../../core/ledger/merge.js';
import type { Settled } from '../../core/ledger/settle.js';
import { NO_SCORES } from '../../core/scoring/scores.js';
import { findArchive, readArchive } from '../../io/archive/read-archive.js';
import { readLedgers } from '../../io/ledger/read-ledgers.js';
import { diskStore } from '../../io/store/disk-store.js';
import { messagesIn } from '../../messages/index.js';

export interface SheetArchive {
  readonly root: string;
  /** With its ledgers. */
  readonly archive: Archive;
  readonly settled: Settled;
  readonly context: ValueContext;
}

/** What the sheet of an archive's ledgers is made of, and merged into. */
export async function readForSheet(start: string | undefined, cli: Cli): Promise<SheetArchive> {
  const root = findArchive(resolve(cli.cwd, start ?? '.'));
  const archive = await readArchive(root);
  const settled = await readLedgers(diskStore(root), archive);
  const { ledgers } = settled;
  const known = { today: cli.today, ledgers, facts: new Map(), scores: NO_SCORES };
  const words: readonly SheetWords[] = [
    cli.say.ledgerSheet,
    messagesIn('zh-CN').ledgerSheet,
    messagesIn('en').ledgerSheet,
  ];
  return { root, archive: { ...archive, known }, settled, context: valueContext(archive, words) };
}
