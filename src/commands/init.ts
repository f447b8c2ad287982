import { existsSync } from 'node:fs';
import { basename, join, relative, resolve } from 'node:path';
import { Option, type Command } from 'commander';
import type { Cli } from '../cli/context.js';
import { addExamples } from '../cli/help.js';
import { eachExpected, type ExpectedFolder } from '../core/archive/layout.js';
import type { Archive } from '../core/archive/types.js';
import { overviewOf } from '../core/archive/overview.js';
import { FLAG, nameFlags } from '../core/naming/portable.js';
import { runSystemRules } from '../core/rules/system-rules.js';
import { alike, unansweredFields } from '../core/system/profile.js';
import { isWindowFault, judgeWindow } from '../core/system/window-text.js';
import { DanganError } from '../errors.js';
import type { Filled } from '../io/samples/filled.js';
import { columns, type Row } from '../report/columns.js';
import { cd, quoted } from '../messages/quoted.js';
import { wrap } from '../report/wrap.js';
import { noteSystem } from './note-system.js';
import {
  CI_SERVERS,
  setUp,
  setupAsked,
  setupJson,
  setupText,
  type SetupAsked,
  type SetupOptions,
  type SetupResult,
} from './init-setup.js';

export interface InitOptions {
  readonly system?: string;
  readonly unit?: string;
  readonly profile: readonly string[];
  readonly window?: string;
  readonly filled?: boolean;
  readonly format: 'text' | 'json';
}

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
    .addOption(
      new Option('--format <format>', say.format).choices(['text', 'json']).default('text'),
    )
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
  cli.out(options.format === 'json' ? json(target, facts, setup) : text(target, facts, cli));
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

/** The unit of the filled example, as far as the user does not say otherwise. */
function withDefaults(options: InitOptions, filled: Filled | undefined): InitOptions {
  if (!filled) return options;
  const { unit, window, profile = {} } = filled;
  const facts = Object.entries(profile).map(([field, value]) => `${field}=${value}`);
  return {
    ...(window !== undefined && { window }),
    unit,
    ...options,
    profile: options.profile.length > 0 ? options.profile : facts,
  };
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
  const words = [
    'dangan init',
    ...(dir === '.' ? [] : [quoted(dir)]),
    `--system ${quoted(options.system ?? '')} --unit ${quoted(settings.unit.name)}`,
    ...(options.window === undefined ? [] : [`--window ${options.window}`]),
    ...[...given, ...asked].map((fact) => `--profile ${quoted(fact)}`),
  ].join(' ');
  cli.note(cli.say.init.unanswered({ fields, words }));
}

/** An archive travels to Windows, whatever it is made on. */
function refuseName(name: string, cli: Cli): void {
  const { reserved, illegal, control, trailing } = FLAG;
  if ((nameFlags(name) & (reserved | illegal | control | trailing)) === 0) return;
  throw new DanganError('USAGE', { what: cli.say.init.badFolder({ name }), command: 'init' });
}

/** A file, or the id of a built-in example; a file of that name goes first. */
async function chooseSystem(wanted: string | undefined, cli: Cli): Promise<string> {
  const { readExamples } = await import('../io/package-files.js');
  const { isFile, refuseMissing } = await import('../io/archive/is-file.js');
  const examples = await readExamples();
  if (wanted === undefined) throw new DanganError('SYSTEM_MISSING', { examples });
  const path = resolve(cli.cwd, wanted);
  if (isFile(path)) return path;
  const example = examples.find(({ id }) => id === wanted);
  if (example) return example.path;
  const looksLikePath = /[/\\]|\.ya?ml$/i.test(wanted);
  if (looksLikePath) refuseMissing(path, wanted);
  if (existsSync(path)) throw new DanganError('NOT_A_FILE', { path: wanted });
  throw new DanganError('SYSTEM_UNKNOWN', { system: wanted, examples });
}

function settingsOf({ unit, profile, window }: InitOptions, cli: Cli) {
  return {
    unit: unitOf(unit, cli),
    profile: profileOf(profile, cli),
    window: window === undefined ? undefined : daysOf(window, cli),
  };
}

function unitOf(unit: string | undefined, cli: Cli): string {
  const name = unit?.trim().normalize('NFC') ?? '';
  if (name !== '') return name;
  const what = cli.say.cli.missingOption({ option: '--unit', command: 'init' });
  throw new DanganError('USAGE', { what, command: 'init' });
}

function profileOf(words: readonly string[], cli: Cli): Readonly<Record<string, string>> {
  const profile = new Map<string, string>();
  for (const word of words) {
    const [field, value] = keyAndValue(word, cli);
    if (profile.has(field)) {
      const what = cli.say.init.profileTwice({ field });
      throw new DanganError('USAGE', { what, command: 'init' });
    }
    profile.set(field, value);
  }
  return Object.fromEntries(profile);
}

function keyAndValue(fact: string, cli: Cli): readonly [string, string] {
  const [, key = '', value = ''] = /^([^=＝]+)[=＝](.*)$/s.exec(fact) ?? [];
  if (key.trim() !== '' && value.trim() !== '') {
    return [key.trim().normalize('NFC'), value.trim().normalize('NFC')];
  }
  throw invalid('--profile', fact, cli.say.init.profileForm, cli);
}

/** `2018..2020`, `2020`, `2018-01-01..2020-12-31`: written out as days. */
function daysOf(typed: string, cli: Cli): string {
  const window = judgeWindow(typed);
  if (!isWindowFault(window)) return `${window.from}..${window.to ?? ''}`;
  const what = cli.say.init.badWindow(window);
  throw new DanganError('USAGE', { what, command: 'init' });
}

function invalid(option: string, value: string, allowed: string, cli: Cli): DanganError {
  const what = cli.say.cli.invalidValue({ option, value, allowed });
  return new DanganError('USAGE', { what, command: 'init' });
}

interface Facts {
  readonly unit: string;
  readonly title: string;
  readonly system: string;
  readonly evidence: string;
  readonly folders: number;
  readonly leaves: readonly ExpectedFolder[];
  /** Leaf indicators that do not apply to the unit. */
  readonly notApplicable: number;
}

function factsOf(archive: Archive): Facts {
  const { settings, system, expected } = archive;
  const folders = [...eachExpected(expected)];
  return {
    unit: settings.unit.name,
    title: system.title,
    system: settings.system,
    evidence: settings.evidence,
    folders: folders.length,
    leaves: folders.filter((folder) => folder.leaf),
    notApplicable: overviewOf(archive).notApplicable,
  };
}

function json(path: string, { leaves, ...facts }: Facts, setup: SetupResult | undefined): string {
  const counted = { path, ...facts, leaves: leaves.length };
  const ready = setup && { setup: setupJson(setup) };
  const result = { schema: 'dangan/init@1', ok: true, ...counted, ...ready };
  return `${JSON.stringify(result, null, 2)}\n`;
}

function text(target: string, facts: Facts, cli: Cli): string {
  const say = cli.say.init;
  const here = relative(cli.cwd, target);
  const code = wordFor(facts.leaves);
  const rows: readonly Row[] = [
    [say.facts.system, say.systemFacts({ title: facts.title, leaves: facts.leaves.length })],
    [say.facts.unit, facts.unit],
    [say.facts.folders, say.folderFacts({ folder: facts.evidence, count: facts.folders })],
    ...(facts.notApplicable === 0
      ? []
      : [[say.facts.left, say.leftOut({ count: facts.notApplicable })] as const]),
  ];
  const steps: readonly Row[] = [
    ...(here === '' ? [] : [[cd(here), ''] as const]),
    [`dangan add ${say.nextFiles} --to ${quoted(code)}`, say.nextAdd({ code })],
    ['dangan check', say.nextCheck],
  ];
  return [
    cli.paint.green(say.made({ path: here || target })),
    ...columns(rows.flatMap((row) => wrapped(row, cli.columns))),
    '',
    say.next,
    ...columns(steps.map(([words, does]) => [cli.paint.cyan(words), does] as const)),
    '',
  ].join('\n');
}

/** A row whose right side goes on below where the terminal ends. */
function wrapped([left, right]: Row, terminal: number): readonly Row[] {
  return wrap(right, terminal - WIDEST_LEFT).map((line, at): Row => [at === 0 ? left : '', line]);
}

/** Columns of “Scoring system” and the blanks around it. */
const WIDEST_LEFT = 18;

/** What to write after `--to` for the first leaf indicator: its code, or its path of codes where others have that too. */
function wordFor(leaves: readonly ExpectedFolder[]): string {
  const { code = '', id = '' } = leaves[0]?.indicator ?? {};
  const alike = leaves.filter(({ indicator }) => indicator?.code === code);
  return alike.length > 1 ? id : code;
}
