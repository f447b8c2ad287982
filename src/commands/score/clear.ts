import type { Command } from 'commander';
import type { Cli } from '../../cli/context.js';
import { addExamples } from '../../cli/help.js';
import { retractionFor, vetoRetractionFor, type Retraction } from '../../core/scoring/retract.js';
import { formatOption } from '../options/format.js';
import { commandLine } from '../telling/command-line.js';
import { openScores, withoutOptionsOf } from './scores.js';

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
  withoutOptionsOf(score, command);
  addExamples(command, cli, say.examples);
}

/** Plan the change of `scores.yaml`, and with `--write` make it. */
async function clearScore(name: string, options: ClearOptions, cli: Cli): Promise<void> {
  const { system, file, planned, carryOut } = await openScores(options.archive, cli);
  const written = file.yaml?.root;
  const retraction = options.veto
    ? vetoRetractionFor(name, written, system)
    : retractionFor({ ...options, name }, written, system);
  const { of, entries, change } = retraction;
  const said = { of, keys: entries.flatMap(({ key }) => key ?? []) };
  const changes = options.write && entries.length > 0 ? [planned(change, said)] : [];
  const result = { retraction, entry: await carryOut(changes, 'score clear') };
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
