import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Command } from 'commander';
import type { Cli } from '../cli/context.js';
import { addExamples } from '../cli/help.js';
import { DEFAULT_SETTINGS } from '../core/archive/settings.js';
import type { Settings } from '../core/archive/settings.js';
import { placeInGit, type PlaceInGit } from '../core/git/place-in-git.js';
import { runSystemRules } from '../core/rules/system-rules.js';
import { factsOf } from '../core/system/facts.js';
import type { SystemSource } from '../core/system/source.js';
import { EXIT } from '../errors.js';
import { readSystem } from '../io/system/read-system.js';
import type { SystemReport } from '../report/system/text.js';
import { formatOption } from './options/format.js';

interface ValidateOptions {
  readonly format: 'text' | 'json';
  readonly all?: boolean;
  readonly show?: boolean;
}

export function addValidateCommand(program: Command, cli: Cli): void {
  const { validate: say } = cli.say;
  const command = program
    .command('validate')
    .description(say.description)
    .argument('[file]', say.options.file)
    .addOption(formatOption(say.options.format))
    .option('--all', say.options.all)
    .option('--show', say.options.show)
    .action((file: string | undefined, options: ValidateOptions) => validate(file, options, cli));
  addExamples(command, cli, say.examples);
}

/** Judge a scoring system: the file given, or that of the archive here. Reads, never writes. */
export async function validate(
  file: string | undefined,
  { format, all = false, show = false }: ValidateOptions,
  cli: Cli,
): Promise<void> {
  const { source, settings, inGit } = await systemAsked(file, cli);
  const report = {
    path: source.path,
    inGit,
    findings: runSystemRules(source, settings.rules),
    facts: factsOf(source.system),
    usable: source.usable,
  };
  const ok = !report.findings.some(({ severity }) => severity === 'error');
  cli.out(await render(report, ok, { format, all, show }, source, cli));
  if (!ok) cli.exitCode = EXIT.findings;
}

interface Asked {
  readonly source: SystemSource;
  readonly settings: Settings;
  readonly inGit: boolean;
}

async function systemAsked(file: string | undefined, cli: Cli): Promise<Asked> {
  const { cwd } = cli;
  if (file !== undefined) {
    const { template } = DEFAULT_SETTINGS.folders;
    const place = existsSync(resolve(cwd, file)) ? undefined : placeInGit(file);
    const source = place
      ? await sourceInGit(place, template, cli)
      : await readSystem(file, { template, cwd });
    return { source, settings: DEFAULT_SETTINGS, inGit: place !== undefined };
  }
  const { findArchive } = await import('../io/archive/read-archive.js');
  const { readSettings, shownPath } = await import('../io/archive/read-settings.js');
  const { diskStore } = await import('../io/store/disk-store.js');
  const root = findArchive(resolve(cwd));
  const { settings } = await readSettings(diskStore(root, cwd));
  const path = shownPath(join(root, settings.system), cwd);
  const source = await readSystem(path, { template: settings.folders.template, cwd });
  return { source, settings, inGit: false };
}

async function sourceInGit(
  place: PlaceInGit,
  template: string,
  { cwd, signal }: Cli,
): Promise<SystemSource> {
  const { readSystemInGit } = await import('../io/git/system-in-git.js');
  return readSystemInGit(place, { template, cwd, signal });
}

/** Only the reporter that is asked for is loaded. */
async function render(
  report: SystemReport,
  ok: boolean,
  { format, all, show }: Required<ValidateOptions>,
  { system }: SystemSource,
  { say, columns, paint }: Cli,
): Promise<string> {
  if (format === 'json') {
    const { systemJson } = await import('../report/system/json.js');
    return systemJson(report, ok, show ? system : undefined, say);
  }
  const style = { say, columns, paint };
  const { systemText } = await import('../report/system/text.js');
  const text = systemText(report, all, style);
  if (!show) return text;
  const { systemTree } = await import('../report/system/tree.js');
  return `${systemTree(system, style)}\n${text}`;
}
