import { join, relative, resolve } from 'node:path';
import { Option, type Command } from 'commander';
import type { Cli } from '../cli/context.js';
import { addExamples } from '../cli/help.js';
import type { BoxSettings } from '../core/archive/settings.js';
import type { Archive } from '../core/archive/types.js';
import type { Box } from '../core/catalogue/boxes.js';
import { findArchive, openArchive } from '../io/archive/read-archive.js';
import { breath } from '../io/threads/pause.js';
import { quoted } from '../messages/quoted.js';
import { LABEL_PAPERS } from '../report/boxes/papers.js';
import { archiveToList } from './reading/archive-to-list.js';
import { chosenOf, rulesAsked, targetsOf, type BoxesOptions, type Target } from './boxes/asked.js';
import { madeOf } from './boxes/sheets.js';
import { formatOption } from './options/format.js';
import { refuseOutput } from './options/output-place.js';
import { noteEarlier } from './changing/earlier.js';

export function addBoxesCommand(program: Command, cli: Cli): void {
  const { options: say, description, examples } = cli.say.boxes;
  const command = program
    .command('boxes')
    .description(description)
    .argument('[path]', say.path, '.')
    .option('--spines <file>', say.spines)
    .option('--faces <file>', say.faces)
    .option('--notes <file>', say.notes)
    .addOption(new Option('--paper <paper>', say.paper).choices(LABEL_PAPERS).default('A4'))
    .option('--widths <mm>', say.widths)
    .option('--sheets-per-mm <number>', say.sheetsPerMm)
    .option('--double-sided', say.doubleSided)
    .option('--together', say.together)
    .option('--box <numbers>', say.box)
    .option('--force', say.force)
    .addOption(formatOption(say.format))
    .action((path: string, options: BoxesOptions) => boxes(path, options, cli));
  addExamples(command, cli, examples);
}

/** Put what the archive holds into boxes, and print what stands on them. Writes only the files that are asked for. */
async function boxes(path: string, options: BoxesOptions, cli: Cli): Promise<void> {
  const targets = targetsOf(options, cli);
  const asked = rulesAsked(options, cli);
  const root = findArchive(resolve(cli.cwd, path));
  const opened = await openArchive(root, cli.cwd);
  const { settings } = opened.archive;
  for (const { target } of targets) {
    refuseOutput(target, join(root, settings.evidence), options.force === true);
  }
  const rules = { ...settings.boxes, ...asked };
  const archive = await archiveToList(root, opened.archive, cli);
  const all = await planOf(archive, rules, cli);
  const chosen = chosenOf(all, options.box, cli);
  const missing = new Set<string>();
  for (const { sheet, target } of targets) {
    const made = await madeOf(sheet, { archive, chosen, target, paper: options.paper }, cli);
    const { writeWhole } = await import('../io/write-whole.js');
    await breath(cli.signal);
    writeWhole(target, made.bytes);
    for (const character of made.missing ?? []) missing.add(character);
  }
  cli.out(await render(chosen, rules, targets, options, cli));
  for (const note of notesOf(archive, chosen, options, [...missing], cli)) {
    cli.note(`${cli.notePaint.yellow(note)}\n`);
  }
  noteEarlier(root, cli);
}

async function planOf(archive: Archive, rules: BoxSettings, cli: Cli): Promise<readonly Box[]> {
  const { catalogueOf } = await import('../core/catalogue/catalogue.js');
  const { planBoxes } = await import('../core/catalogue/boxes.js');
  const query = {
    kind: 'volume',
    scope: 'indicator',
    indicators: undefined,
    owners: undefined,
  } as const;
  const { catalogue } = catalogueOf(archive, query, cli.say.catalogue.rows);
  return planBoxes(
    catalogue.volumes,
    rules,
    ({ part }) => `${part?.code ?? ''} ${part?.name ?? ''}`,
  );
}

async function render(
  chosen: readonly Box[],
  rules: BoxSettings,
  targets: readonly Target[],
  { format }: BoxesOptions,
  { cwd, say, columns, paint }: Cli,
): Promise<string> {
  if (format === 'json') {
    const { planJson } = await import('../report/boxes/plan-json.js');
    return planJson(
      chosen,
      rules,
      targets.map(({ target }) => target),
    );
  }
  const written = targets.map(({ sheet, target }) => {
    const path = quoted(relative(cwd, target));
    return `${paint.green(say.boxes.done({ what: say.boxes.sheets[sheet], path, boxes: chosen.length }))}\n`;
  });
  if (written.length > 0) return written.join('');
  const { planText } = await import('../report/boxes/plan-text.js');
  return planText(chosen, rules, { say, width: columns, bold: paint.bold });
}

/** What a person should know before the sheets are printed. */
function notesOf(
  { settings }: Archive,
  chosen: readonly Box[],
  { spines, faces, paper }: BoxesOptions,
  missing: readonly string[],
  { say: { boxes: say } }: Cli,
): readonly string[] {
  const uncounted = chosen.reduce((sum, box) => sum + box.uncounted, 0);
  const hasLabels = spines !== undefined || faces !== undefined;
  return [
    ...(uncounted > 0 ? [say.notes.uncounted({ count: uncounted })] : []),
    ...(spines !== undefined && settings.catalogue.fonds === undefined ? [say.notes.noFonds] : []),
    ...(faces !== undefined && settings.unit.name === '' ? [say.notes.noUnit] : []),
    ...(hasLabels && paper === 'A4' ? [say.notes.inset] : []),
    ...(missing.length > 0 ? [say.notes.missing({ characters: missing })] : []),
  ];
}
