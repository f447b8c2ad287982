import { resolve } from 'node:path';
import { Option, type Command } from 'commander';
import type { Cli } from '../cli/context.js';
import { addExamples } from '../cli/help.js';
import type { LeftOver } from '../core/merging/left-over.js';
import type { Side } from '../core/merging/merge-values.js';
import { EXIT } from '../errors.js';
import { commandLine } from './telling/command-line.js';
import { formatOption } from './options/format.js';

interface MergeOptions {
  readonly take?: Side;
  readonly write?: boolean;
  readonly quiet?: boolean;
  readonly format: 'text' | 'json';
}

const SIDES: readonly Side[] = ['ours', 'theirs'];

export function addMergeCommand(program: Command, cli: Cli): void {
  const say = cli.say.merge;
  const command = program
    .command('merge')
    .description(say.description)
    .argument('[archive]', say.options.archive, '.')
    .addOption(new Option('--take <side>', say.options.take).choices(SIDES))
    .option('--write', say.options.write)
    .option('--quiet', say.options.quiet)
    .addOption(formatOption(cli.say.add.format))
    .action((archive: string, options: MergeOptions) => merge(archive, options, cli));
  addExamples(command, cli, say.examples);
  addDriver(command, cli);
}

/** Git gives it files, and takes its exit code: 0 when nothing is left to a person. */
function addDriver(merge: Command, cli: Cli): void {
  const say = cli.say.merge.driver;
  const driver = merge
    .command('driver')
    .description(say.description)
    .argument('<base>', say.base)
    .argument('<ours>', say.ours)
    .argument('<theirs>', say.theirs)
    .argument('<name>', say.name)
    .action(async (...words: readonly string[]) => {
      const [base = '', ours = '', theirs = '', name = ''] = words;
      const { mergeAsDriver } = await import('../io/merging/merge-driver.js');
      const place = (path: string) => resolve(cli.cwd, path);
      const ok = await mergeAsDriver({
        base: place(base),
        ours: place(ours),
        theirs: place(theirs),
        name,
        names: { ours: cli.say.merge.ours, theirs: cli.say.merge.theirs },
        signal: cli.signal,
      });
      if (!ok) cli.exitCode = EXIT.findings;
    });
  addExamples(driver, cli, say.examples);
}

/**
 * Show what a git merge left; with `--write` do it. Exit code 0 when what was asked is shown or done, 1 when after
 * `--write` something is left to a person. Another archive than the one around the working folder is a copy of it, to be
 * brought together with it.
 */
async function merge(path: string, options: MergeOptions, cli: Cli): Promise<void> {
  if (path !== '.') {
    const { copiesMeant, mergeCopy } = await import('./merge/copy.js');
    const copies = copiesMeant(path, cli);
    if (copies) {
      await mergeCopy(copies, path, options, cli);
      return;
    }
  }
  const { findArchive, openArchive } = await import('../io/archive/read-archive.js');
  const { leftByMerge } = await import('../io/merging/plan-merge.js');
  const { refuseEarlier } = await import('./changing/earlier.js');
  const root = findArchive(resolve(cli.cwd, path));
  if (options.write) refuseEarlier(root);
  const { archive } = await openArchive(root, cli.cwd);
  const { take, quiet } = options;
  const left = await leftByMerge({ root, archive, take, signal: cli.signal });
  const entry = options.write ? await write(root, left, cli) : undefined;
  const isDone = entry !== undefined;
  if (options.write && needsPerson(left)) cli.exitCode = EXIT.findings;
  if (options.format === 'json') {
    const { mergeJson } = await import('../report/merge.js');
    cli.out(mergeJson(left, entry));
    return;
  }
  if (quiet === true && isNothing(left)) return;
  const { mergeText } = await import('../report/merge.js');
  const command = isDone
    ? undefined
    : commandLine('dangan merge', path === '.' ? [] : [path], { take: options.take, write: true });
  cli.out(mergeText(left, { entry, command }, cli));
}

async function write(root: string, left: LeftOver, cli: Cli): Promise<string | undefined> {
  const { finishMerge } = await import('../io/merging/finish-merge.js');
  const { applyOptions } = await import('./changing/carry-out.js');
  return (await finishMerge(root, left, applyOptions(cli)))?.id;
}

function isNothing({ marked, versions, waiting, settled, ordinals }: LeftOver): boolean {
  return [marked, versions, waiting, settled, ordinals].every((list) => list.length === 0);
}

/** Is something left that no program can decide? */
function needsPerson({ marked, versions, waiting }: LeftOver): boolean {
  const isOpen = marked.some(({ text }) => text === undefined);
  return isOpen || waiting.length > 0 || versions.some(({ to }) => to === undefined);
}
