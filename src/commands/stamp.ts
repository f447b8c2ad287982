import { resolve } from 'node:path';
import { Option, type Command } from 'commander';
import type { Cli } from '../cli/context.js';
import { addExamples } from '../cli/help.js';
import { templateFault } from '../core/archive/template.js';
import { isOfTheMoment } from '../core/stamp/plan.js';
import { NAMING_FIELDS, STAMP_FIELDS } from '../core/stamp/text.js';
import { STAMP_CONVERSIONS } from '../core/stamp/types.js';
import { DanganError, EXIT } from '../errors.js';
import type { JournalEntry } from '../core/change/entry.js';
import { commandLine } from './telling/command-line.js';
import { formatOption } from './options/format.js';
import { fileProgress } from './telling/file-progress.js';

interface StampOptions {
  readonly write?: boolean;
  readonly template?: string;
  readonly convert?: (typeof STAMP_CONVERSIONS)[number];
  readonly format: 'text' | 'json';
  readonly all?: boolean;
}

export function addStampCommand(program: Command, cli: Cli): void {
  const say = cli.say.stamp;
  const command = program
    .command('stamp')
    .description(say.description)
    .argument('[paths...]', say.options.paths)
    .option('--write', say.options.write)
    .option('--template <text>', say.options.template)
    .addOption(new Option('--convert <format>', say.options.convert).choices(STAMP_CONVERSIONS))
    .addOption(formatOption(say.options.format))
    .option('--all', say.options.all)
    .action((paths: readonly string[], options: StampOptions) => stamp(paths, options, cli));
  addExamples(command, cli, say.examples);
}

/** Show which documents would get their names into their footers; with `--write` do it. */
export async function stamp(
  paths: readonly string[],
  options: StampOptions,
  cli: Cli,
): Promise<void> {
  refuseTemplate(options.template, cli);
  const { findArchive, readArchive } = await import('../io/archive/read-archive.js');
  const { findSoffice, requireSoffice } = await import('../io/office/find-soffice.js');
  const { stampArchive } = await import('../io/stamp/stamp-archive.js');
  const { applyOptions } = await import('./changing/carry-out.js');
  const { noteEarlier } = await import('./changing/earlier.js');
  const { placeIn } = await import('./options/place-in.js');
  const root = findArchive(resolve(cli.cwd, paths[0] ?? '.'));
  const places = paths.map((path) => placeIn(root, path, 'stamp', cli));
  const where = { named: cli.soffice, searchPath: cli.searchPath, home: cli.home };
  const soffice = options.convert === undefined ? undefined : requireSoffice(where);
  const write = options.write === true;
  if (write) await settleOwn(root, cli);
  else noteEarlier(root, cli);
  const archive = await readArchive(root);
  const template = options.template ?? archive.settings.stamp.template;
  const progress = fileProgress(cli);
  const { threads, signal, say } = cli;
  const run = await stampArchive({
    ...{ root, archive, places, template, write, soffice, threads, signal },
    remark: say.ledger.remark,
    apply: applyOptions(cli),
    onProgress: (what, done, all) =>
      progress.show(cli.say.stamp.progress[what]({ done, all }), done, all),
  }).finally(progress.end);
  if (options.format === 'json') {
    const { stampJson } = await import('../report/stamp/json.js');
    cli.out(stampJson({ ...run, template, write }));
  } else {
    const { stampText } = await import('../report/stamp/text.js');
    const canConvert = soffice === undefined && findSoffice(where) !== undefined;
    const given = { template: options.template, convert: options.convert, write: true };
    const command = commandLine('dangan stamp', paths, given);
    const report = { ...run, template, write, canConvert, command };
    cli.out(stampText(report, options.all === true, cli));
  }
  const { rows } = run;
  const isPartial = rows.some(
    ({ outcome }) => 'because' in outcome && isOfTheMoment(outcome.because),
  );
  if (write && isPartial) cli.exitCode = EXIT.findings;
}

/** @throws {DanganError} USAGE */
function refuseTemplate(template: string | undefined, cli: Cli): void {
  if (template === undefined) return;
  const fault = templateFault(template, STAMP_FIELDS, NAMING_FIELDS);
  if (!fault) return;
  const { settings } = cli.say;
  const key = '--template';
  const what =
    fault.is === 'unknown'
      ? settings['template-field']({ ...fault, key, known: STAMP_FIELDS })
      : settings['template-empty']({ key, known: fault.needs });
  throw new DanganError('USAGE', { what, command: 'stamp' });
}

/** Stamping that was interrupted is carried to its end; of other changes nobody spoke. */
async function settleOwn(root: string, cli: Cli): Promise<void> {
  const { unfinishedEntry } = await import('../io/change/journal.js');
  const { refuseEarlier, settleEarlier } = await import('./changing/earlier.js');
  const { removeOldDrafts } = await import('../io/change/drafts.js');
  const entry: JournalEntry | undefined = unfinishedEntry(root);
  if (entry?.verb === 'stamp') await settleEarlier(root, cli);
  else refuseEarlier(root);
  removeOldDrafts(root);
}
