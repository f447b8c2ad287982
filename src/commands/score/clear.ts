import { resolve } from 'node:path';
import type { Command } from 'commander';
import type { Cli } from '../../cli/context.js';
import { addExamples } from '../../cli/help.js';
import type { Change } from '../../core/change/types.js';
import { retractionFor, vetoRetractionFor, type Retraction } from '../../core/scoring/retract.js';
import { findArchive, openArchive } from '../../io/archive/read-archive.js';
import { formatOption } from '../options/format.js';
import { commandLine } from '../telling/command-line.js';

interface ClearOptions {
  readonly criterion?: string;
  readonly rule?: string;
  readonly veto?: boolean;
  readonly archive?: string;
  readonly write?: boolean;
  readonly format: 'text' | 'json';
}

export function addScoreClear(score: Command, cli: Cli): void {
  const say = cli.say.scoreClear;
  const { options } = cli.say.scoreSet;
  const command = score
    .command('clear')
    .description(say.description)
    .argument('<code>', options.code)
    .option('--criterion <code>', say.options.criterion)
    .option('--rule <number>', say.options.rule)
    .option('--veto', say.options.veto)
    .option('--archive <folder>', cli.say.change.undo.options.archive)
    .option('--write', say.options.write)
    .addOption(formatOption(cli.say.add.format))
    .action((code: string, own: ClearOptions) =>
      // Commander gives an option that both have to the outer command.
      clearScore(code, { ...own, ...score.opts<Pick<ClearOptions, 'format'>>() }, cli),
    );
  // Those of `score` are before the word `clear`, and not for it.
  command.configureHelp({
    ...command.configureHelp(),
    visibleGlobalOptions: () => [...(score.parent?.options ?? [])],
  });
  addExamples(command, cli, say.examples);
}

/** Plan the change of `scores.yaml`, and with `--write` make it. */
async function clearScore(name: string, options: ClearOptions, cli: Cli): Promise<void> {
  const root = findArchive(resolve(cli.cwd, options.archive ?? '.'));
  const { carryOut, refuseEarlier } = await import('../settle-earlier.js');
  refuseEarlier(root);
  const { archive } = await openArchive(root, cli.cwd);
  const { planScore, readScoresFile } = await import('../../io/scoring/plan-score.js');
  const file = await readScoresFile(root, archive.system);
  const written = file.yaml?.root;
  const retraction = options.veto
    ? vetoRetractionFor(name, written, archive.system)
    : retractionFor({ ...options, name }, written, archive.system);
  const { of, entries } = retraction;
  const planned = (): Change => ({
    ...planScore(file, retraction.change, archive.system, cli.say.scoreSet.remark),
    said: [{ of, keys: entries.flatMap(({ key }) => key ?? []) }],
  });
  const changes = options.write && entries.length > 0 ? [planned()] : [];
  const entry = await carryOut(root, changes, 'score clear', cli);
  const result = { retraction, entry: entry?.id };
  cli.out(options.format === 'json' ? json(result) : text(result, name, options, cli));
}

interface Result {
  readonly retraction: Retraction;
  readonly entry: string | undefined;
}

function json({ retraction: { of, entries }, entry }: Result): string {
  const cleared = entries.map(({ criterion, rule, key, ...rest }) => ({
    criterion: criterion ?? null,
    rule: rule ?? null,
    key: key ?? null,
    ...rest,
  }));
  const result = { schema: 'dangan/score-clear@1', ok: true, of, cleared, entry: entry ?? null };
  return `${JSON.stringify(result, null, 2)}\n`;
}

function text(
  { retraction, entry }: Result,
  name: string,
  options: ClearOptions,
  { say, paint }: Cli,
): string {
  const { scoreClear: words, scoreSet } = say;
  const { of, title, entries } = retraction;
  if (entries.length === 0) return `${words.nothing({ of, title })}\n`;
  const lines = entries.flatMap((each) => [
    `  ${words.entry(each)}`,
    ...(each.by === '' ? [] : [`    ${scoreSet.said(each)}`]),
  ]);
  const next =
    entry === undefined
      ? scoreSet.toWrite({ command: writeCommand(name, options) })
      : say.add.undo({ id: entry });
  const head = words.head({ of, title, count: entries.length, written: entry !== undefined });
  return [paint.green(head), ...lines, paint.dim(next)].map((line) => `${line}\n`).join('');
}

function writeCommand(name: string, { criterion, rule, veto, archive }: ClearOptions): string {
  const given = { criterion, rule, archive, veto, write: true };
  return commandLine('dangan score clear', [name], given);
}
