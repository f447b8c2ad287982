import { existsSync } from 'node:fs';
import { basename, join, relative, resolve } from 'node:path';
import type { Command } from 'commander';
import type { Cli } from '../cli/context.js';
import { addExamples } from '../cli/help.js';
import type { Archive } from '../core/archive/types.js';
import { runSystemRules } from '../core/rules/system-rules.js';
import { alike, unansweredFields } from '../core/system/profile.js';
import { DanganError } from '../errors.js';
import { formatOption } from './options/format.js';
import {
  withDefaults,
  refuseName,
  chooseSystem,
  settingsOf,
  type InitOptions,
} from './init/asked.js';
import { factsOf, initJson, initText } from './init/report.js';
import { noteSystem } from './telling/note-system.js';
import {
  CI_SERVERS,
  setUp,
  setupAsked,
  setupJson,
  setupText,
  type SetupAsked,
  type SetupOptions,
} from './init/setup.js';
import { commandLine } from './telling/command-line.js';

type Options = InitOptions & SetupOptions;

export function addInitCommand(program: Command, cli: Cli): void {
  const say = cli.say.init;
  const command = program
    .command('init')
    .description(say.description)
    .argument('[dir]', say.directory)
    .option('--system <file>', say.system)
    .option('--unit <name>', say.unit)
    .option('--profile <key=value>', say.profile, gather, [])
    .option('--window <days>', say.window)
    .option('--filled', say.filled)
    .option('--git', cli.say.initSetup.git)
    .option('--lfs', cli.say.initSetup.lfs)
    .option('--ci <server>', cli.say.initSetup.ci({ servers: CI_SERVERS.join(', ') }), gather, [])
    .addOption(formatOption(say.format))
    .action((dir: string | undefined, options: Options) => init(dir ?? '.', options, cli));
  addExamples(command, cli, [...say.examples, ...cli.say.initSetup.examples]);
}

function gather(value: string, before: readonly string[]): readonly string[] {
  return [...before, value];
}

/** Make a new archive and say what it holds. */
export async function init(dir: string, options: Options, cli: Cli): Promise<void> {
  const target = resolve(cli.cwd, dir);
  const asked = setupAsked(options, cli);
  if (asked && options.system === undefined && (await isInArchive(target))) {
    await setUpArchive(target, asked, options, cli);
    return;
  }
  const { makeArchive } = await import('../io/archive/new-archive.js');
  refuseName(basename(target), cli);
  const system = await chooseSystem(options.system, cli);
  const filled = options.filled === true ? await filledBeside(system, cli) : undefined;
  const settings = settingsOf(withDefaults(options, filled), cli);
  const made = await makeArchive({
    target,
    system,
    settings,
    remarks: cli.say.init.remarks,
    git: cli.say.initSetup.words,
    lfs: asked?.lfs === true,
    signal: cli.signal,
    ...filled?.with,
  });
  const facts = factsOf(made.archive);
  const setup = asked && (await setUp(target, made.archive, asked, cli));
  cli.out(
    options.format === 'json' ? initJson(target, facts, setup) : initText(target, facts, cli),
  );
  if (setup && options.format === 'text') cli.out(`\n${setupText(setup, cli)}`);
  if (filled) cli.note(`${cli.say.init.isFilled({ today: filled.today })}\n`);
  noteUnanswered(dir, options, made.archive, cli);
  const path = join(relative(cli.cwd, target), facts.system);
  noteSystem(runSystemRules(made.source, {}), path, cli);
}

/** An archive that is there already is made ready for git, or for a server, and nothing else. */
async function setUpArchive(
  place: string,
  asked: SetupAsked,
  { format }: Options,
  cli: Cli,
): Promise<void> {
  const { findArchive, openArchive } = await import('../io/archive/read-archive.js');
  const root = findArchive(place);
  const { archive } = await openArchive(root, cli.cwd);
  const setup = await setUp(root, archive, asked, cli);
  const result = { schema: 'dangan/init@1', ok: true, path: root, setup: setupJson(setup) };
  cli.out(format === 'json' ? `${JSON.stringify(result, null, 2)}\n` : setupText(setup, cli));
}

async function isInArchive(place: string): Promise<boolean> {
  const { archiveAround } = await import('../io/archive/read-archive.js');
  const { SETTINGS_FILE } = await import('../io/archive/read-settings.js');
  return existsSync(join(place, SETTINGS_FILE)) || archiveAround(place) !== undefined;
}

/** What an example is filled with. */
async function filledBeside(system: string, cli: Cli) {
  const { fillArchive, readFilled } = await import('../io/samples/filled.js');
  const filled = await readFilled(system);
  if (!filled) {
    const what = cli.say.init.notFilled({ system: relative(cli.cwd, system) });
    throw new DanganError('USAGE', { what, command: 'init' });
  }
  const fill = (root: string, archive: Archive) => fillArchive(root, archive, filled);
  return { ...filled, with: { fill } };
}

/** What the user should have said of the unit, and how. */
function noteUnanswered(dir: string, options: InitOptions, archive: Archive, cli: Cli): void {
  const { system, settings } = archive;
  const fields = unansweredFields(system, settings.unit.profile);
  if (fields.length === 0) return;
  const given = Object.entries(settings.unit.profile).map(([field, value]) => `${field}=${value}`);
  const asked = fields.map(
    ({ name, values }) => `${name}=${alike(settings.unit.name, values) ?? '…'}`,
  );
  const words = commandLine('dangan init', dir === '.' ? [] : [dir], {
    system: options.system ?? '',
    unit: settings.unit.name,
    window: options.window,
    profile: [...given, ...asked],
  });
  cli.note(cli.say.init.unanswered({ fields, words }));
}
