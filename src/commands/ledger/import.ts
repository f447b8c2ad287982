import { resolve } from 'node:path';
import type { Command } from 'commander';
import type { Cli } from '../../cli/context.js';
import { addExamples } from '../../cli/help.js';
import type { SheetMerge } from '../../core/ledger/merge.js';
import type { EvidenceEdit } from '../../core/ledger/plan-edits.js';
import { readLedgerSheet, type LedgerReading } from '../../core/ledger/sheet-reading.js';
import { byCell } from '../../core/workbook/read-sheet.js';
import { keyEdit } from '../../core/ledger/sheet-changes.js';
import { DanganError, EXIT } from '../../errors.js';
import type { ImportReport } from '../../report/ledger/import-text.js';
import { quoted } from '../../messages/quoted.js';
import { formatOption } from '../options/format.js';
import type { SheetArchive } from './sheet.js';

interface ImportOptions {
  readonly write?: boolean;
  readonly archive?: string;
  readonly fromCopy?: boolean;
  readonly all?: boolean;
  readonly format: 'text' | 'json';
}

export function addLedgerImport(ledger: Command, cli: Cli): void {
  const say = cli.say.ledgerSheet.import;
  const command = ledger
    .command('import')
    .description(say.description)
    .argument('<file>', say.file)
    .option('--write', say.write)
    .option('--from-copy', say.fromCopy)
    .option('--archive <dir>', cli.say.add.archive)
    .option('--all', say.all)
    .addOption(formatOption(cli.say.add.format))
    .action((file: string, options: ImportOptions) => importLedger(file, options, cli));
  addExamples(command, cli, say.examples);
}

/**
 * Show what a filled-in sheet would change in the ledgers; with `--write` change it. Exit code 1 when something of
 * the sheet was not taken over: cells that say nothing usable, rows whose ledger was changed since, evidence that is
 * gone.
 */
async function importLedger(file: string, options: ImportOptions, cli: Cli): Promise<void> {
  const { readForSheet } = await import('./sheet.js');
  const { noteEarlier, refuseEarlier } = await import('../changing/earlier.js');
  const { readWorkbook } = await import('../../io/workbook/read-workbook.js');
  const { mergeSheet } = await import('../../core/ledger/merge.js');
  const sheet = await readForSheet(options.archive, cli);
  if (options.write === true) refuseEarlier(sheet.root);
  else noteEarlier(sheet.root, cli);
  const reading = readLedgerSheet(await readWorkbook(resolve(cli.cwd, file)));
  if (typeof reading === 'string')
    throw new DanganError('SHEET_NOT_OURS', { path: file, because: reading });
  refuseOther(file, reading, sheet);
  const merge = mergeSheet(reading, sheet.archive, sheet.context, options.fromCopy);
  const problems = [...reading.problems, ...merge.problems].sort(byCell);
  const written = await write(problems.length > 0 ? [] : editsOf(merge), sheet, options, cli);
  const { context } = sheet;
  const again = importCommand(file, options);
  const command = `${again}${options.fromCopy === true ? ' --from-copy' : ''} --write`;
  const toAdopt = `${again} --from-copy`;
  const report = { path: file, reading, merge, problems, ...written, command, toAdopt, context };
  await show(report, options, cli);
}

/** The same unit and the same scoring system; anything else may have files of the same names. */
function refuseOther(path: string, { record }: LedgerReading, { archive }: SheetArchive): void {
  const { settings, system } = archive;
  const [theirs, ours] = [record.head, { unit: settings.unit.name, system: system.title }].map(
    ({ unit, system: title }) => [unit, title].filter((each) => each !== '').join(' · '),
  );
  if (theirs === undefined || ours === undefined || theirs === ours) return;
  throw new DanganError('SHEET_OF_OTHER_ARCHIVE', { path, theirs, ours });
}

function editsOf({ changes }: SheetMerge): EvidenceEdit[] {
  return changes.map(({ row, fields }) => ({
    folder: row.folder,
    file: row.file,
    entry: row.entry,
    set: fields.map(({ key, to }) => keyEdit(key, to)),
  }));
}

/** Plan the changes of the ledgers, and with `--write` make them. */
async function write(
  edits: readonly EvidenceEdit[],
  { root, settled }: SheetArchive,
  options: ImportOptions,
  cli: Cli,
): Promise<Pick<ImportReport, 'ledgers' | 'entry'>> {
  if (edits.length === 0) return { ledgers: 0, entry: undefined };
  const { planLedgers } = await import('../../io/ledger/plan-ledgers.js');
  const { applyPlan } = await import('../../io/change/apply.js');
  const { applyOptions } = await import('../changing/carry-out.js');
  const { signal, say } = cli;
  const apply = applyOptions(cli);
  const isPreview = options.write !== true;
  const planning = {
    remark: say.ledger.remark,
    signal,
    reading: apply.reading,
    readsFiles: !isPreview,
  };
  const changes = await planLedgers(root, settled, edits, planning);
  const entry = isPreview
    ? undefined
    : await applyPlan(root, { changes }, { ...apply, verb: 'ledger import' });
  return { ledgers: changes.length, entry: entry?.id };
}

/** What to type for it again, before what is asked for then. */
function importCommand(file: string, { archive }: ImportOptions): string {
  const place = archive === undefined ? '' : ` --archive ${quoted(archive)}`;
  return `dangan ledger import ${quoted(file)}${place}`;
}

async function show(report: ImportReport, options: ImportOptions, cli: Cli): Promise<void> {
  const { importNotes, importText } = await import('../../report/ledger/import-text.js');
  const { importJson } = await import('../../report/ledger/import-json.js');
  const { problems, merge } = report;
  const ok = problems.length + merge.stale.length + merge.gone.length === 0;
  if (options.format === 'json') cli.out(importJson(report, ok, cli.say));
  else {
    cli.out(importText(report, options.all === true, cli));
    for (const line of importNotes(report, cli.say)) cli.note(`${line}\n`);
  }
  if (!ok) cli.exitCode = EXIT.findings;
}
