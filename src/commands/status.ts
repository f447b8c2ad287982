import { join, resolve } from 'node:path';
import { Option, type Command } from 'commander';
import type { Cli } from '../cli/context.js';
import { addExamples } from '../cli/help.js';
import type { Lack, RequirementCoverage, State } from '../core/coverage/types.js';
import { pairsShared } from '../core/coverage/titles.js';
import { STATES, statusOf, TO_DO, type Status } from '../core/status/status.js';
import { findArchive, openArchive } from '../io/archive/read-archive.js';
import { shownPath } from '../io/archive/read-settings.js';
import { diskStore } from '../io/store/disk-store.js';
import type { SpareExample, StatusReport } from '../report/status/report.js';
import { dayAsked } from './options/day.js';
import { knownArchive } from './reading/known-archive.js';
import { noteProfile } from './telling/note-profile.js';
import { placesAsked } from './options/places.js';
import { noteEarlier } from './changing/earlier.js';
import { statesMeant } from './options/states.js';

const FORMATS = ['text', 'json'] as const;

interface StatusOptions {
  readonly format: (typeof FORMATS)[number];
  readonly all?: boolean;
  readonly state?: string;
  readonly indicator?: string;
  readonly owner?: string;
  readonly today?: string;
}

export function addStatusCommand(program: Command, cli: Cli): void {
  const { status: say } = cli.say;
  const command = program
    .command('status')
    .description(say.description)
    .argument('[path]', say.options.path, '.')
    .option('--all', say.options.all)
    .option('--state <states>', say.options.state)
    .option('--indicator <code>', say.options.indicator)
    .option('--owner <name>', say.options.owner)
    .option('--today <day>', say.options.today)
    .addOption(new Option('--format <format>', say.options.format).choices(FORMATS).default('text'))
    .action((path: string, options: StatusOptions) => status(path, options, cli));
  addExamples(command, cli, say.examples);
}

/** Tell what is owed. Reads, never writes; what is missing is no fault of the run. */
export async function status(path: string, options: StatusOptions, cli: Cli): Promise<void> {
  const states = statesOf(options, cli);
  const today = dayAsked(options.today, 'status', cli);
  const root = findArchive(resolve(cli.cwd, path));
  const opened = await openArchive(root, cli.cwd);
  const { system } = opened.archive;
  const query = { states, ...placesAsked(options, system) };
  const archive = await knownArchive(diskStore(root), opened.archive, today, cli);
  const { coverageOf } = await import('../core/coverage/cover.js');
  const found = statusOf(system, coverageOf(archive), query);
  const all = options.all === true;
  const report = { status: found, today, all, spareExample: spareExample(found, root, cli) };
  cli.out(await render(report, options.format, cli));
  noteProfile(archive, cli);
  const invalid = archive.known?.scores.problems.length ?? 0;
  if (invalid > 0) cli.note(`${cli.say.score.invalid({ count: invalid })}\n`);
  noteEarlier(root, cli);
}

/** Without `--state` a person is told what is to be done, a program everything. */
function statesOf({ state, all, format }: StatusOptions, cli: Cli): ReadonlySet<State> {
  if (state !== undefined) return statesMeant(state, 'status', cli);
  return all === true || format === 'json' ? new Set(STATES) : TO_DO;
}

/**
 * A file that counts for nothing, and a requirement of its indicator that it might be for: of those that are not met the
 * one that is called most like it.
 * What is told is copied into a shell: only names that no shell takes for anything else.
 */
function spareExample({ leaves }: Status, root: string, cli: Cli): SpareExample | undefined {
  for (const { spare, leaf } of leaves) {
    const file = spare.find(({ name, path }) => name !== undefined && HARMLESS.test(path));
    const owed = leaf.requirements.filter(({ state }) => TO_DO.has(state));
    const asked = mostAlike(file?.title ?? '', owed.length > 0 ? owed : leaf.requirements);
    const said = asked && saidOf(asked);
    if (file && said && HARMLESS.test(said.value)) {
      return { file: shownPath(join(root, file.path), cli.cwd), ...said };
    }
  }
  return undefined;
}

function mostAlike(
  title: string,
  requirements: readonly RequirementCoverage[],
): RequirementCoverage | undefined {
  const alike = requirements.map(({ requirement }) => pairsShared(title, requirement.title));
  return requirements[alike.indexOf(Math.max(...alike))];
}

/** What is asked for on occasions is told apart by the occasion: the first that is missing. */
function saidOf({ requirement, lacks }: RequirementCoverage): Omit<SpareExample, 'file'> {
  const { id, title, occasions } = requirement;
  const [first] = occasions;
  if (first === undefined) return { key: 'requirements', value: id ?? title };
  const missing = occasions.find((each) => lacks.some((lack) => isOf(lack, each)));
  return { key: 'occasion', value: missing ?? first };
}

function isOf(lack: Lack, occasion: string): boolean {
  if (lack.is === 'period') return lack.period.label.endsWith(` ${occasion}`);
  return lack.is === 'occasion' && lack.occasion === occasion;
}

const HARMLESS = /^[\p{L}\p{N}（）《》〔〕“”：、，。·—+_ ./-]+$/u;

async function render(
  report: StatusReport,
  format: StatusOptions['format'],
  { say, columns, paint }: Cli,
): Promise<string> {
  return format === 'json'
    ? (await import('../report/status/json.js')).statusJson(report, say)
    : (await import('../report/status/text.js')).statusText(report, { say, columns, paint });
}
