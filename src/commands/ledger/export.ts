import { existsSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import type { Command } from 'commander';
import type { Cli } from '../../cli/context.js';
import { addExamples } from '../../cli/help.js';
import type { LedgerBook } from '../../report/ledger/book.js';
import { DanganError } from '../../errors.js';
import { liesWithin } from '../../io/bundle/places.js';
import { refuseOutputFolder } from '../../io/output-folder.js';
import { breath } from '../../io/threads/pause.js';
import { quoted } from '../../messages/quoted.js';
import { formatOption } from '../options/format.js';
import { noteEarlier } from '../changing/earlier.js';

interface ExportOptions {
  readonly archive?: string;
  readonly force?: boolean;
  readonly format: 'text' | 'json';
}

export function addLedgerExport(ledger: Command, cli: Cli): void {
  const say = cli.say.ledgerSheet;
  const command = ledger
    .command('export')
    .description(say.export.description)
    .argument('<file>', say.export.file)
    .option('--force', say.export.force)
    .option('--archive <dir>', cli.say.add.archive)
    .addOption(formatOption(cli.say.add.format))
    .action((file: string, options: ExportOptions) => exportLedger(file, options, cli));
  addExamples(command, cli, say.export.examples);
}

/** Every evidence of the archive with what the ledgers say of it, as a workbook. */
async function exportLedger(file: string, options: ExportOptions, cli: Cli): Promise<void> {
  const { readForSheet } = await import('./sheet.js');
  if (OF_OTHERS.test(file)) {
    const what = cli.say.catalogue.badOutput({ path: file, known: ['.xlsx'] });
    throw new DanganError('USAGE', { what, command: 'ledger export' });
  }
  const target = resolve(cli.cwd, /\.xlsx$/i.test(file) ? file : `${file}.xlsx`);
  refuseOutputFolder(target);
  const { ledgerBook } = await import('../../report/ledger/book.js');
  const { writeWorkbook } = await import('../../io/workbook/write-workbook.js');
  const { root, archive, context } = await readForSheet(options.archive, cli);
  refuseTarget(target, join(root, archive.settings.evidence), options);
  const book = ledgerBook(archive, context, cli.say.ledgerSheet);
  await breath(cli.signal);
  await writeWorkbook(target, book);
  const unread = [...(archive.known?.ledgers.values() ?? [])].filter(
    ({ problems }) => problems.length > 0,
  );
  const facts = factsOf(target, book, cli);
  if (options.format === 'json') {
    const result = { schema: 'dangan/ledger-export@1', ok: true, ...facts, path: target };
    cli.out(`${JSON.stringify(result, null, 2)}\n`);
  } else cli.out(text(facts, cli));
  if (unread.length > 0) {
    const words = cli.say.ledgerSheet.export.unread({ count: unread.length });
    cli.note(`${cli.notePaint.yellow(words)}\n`);
  }
  noteEarlier(root, cli);
}

/** A name with another ending in it may end in anything: `台账.2020`. */
const OF_OTHERS = /\.(?:xls|xlsm|xlsb|et|ods|csv|docx?|wps|pdf|html?|txt|json|ya?ml)$/i;

/** Where it is written; what is there already may have been filled in. */
function refuseTarget(target: string, evidence: string, { force }: ExportOptions): void {
  if (liesWithin(target, evidence))
    throw new DanganError('SHEET_INSIDE_EVIDENCE', { path: target, root: evidence });
  if (existsSync(target) && force !== true) throw new DanganError('SHEET_EXISTS', { path: target });
}

function factsOf(target: string, { rows }: LedgerBook, cli: Cli) {
  return {
    path: relative(cli.cwd, target),
    rows: rows.length,
    links: rows.filter(({ file }) => file === undefined).length,
    empty: rows.filter(({ entry }) => entry === undefined).length,
  };
}

function text(facts: ReturnType<typeof factsOf>, cli: Cli): string {
  const say = cli.say.ledgerSheet.export;
  const shown = { ...facts, path: quoted(facts.path) };
  const lines = [
    cli.paint.green(say.done(shown)),
    ...(facts.rows === 0 ? [say.nothing] : []),
    cli.paint.dim(say.next(shown)),
  ];
  return lines.map((line) => `${line}\n`).join('');
}
