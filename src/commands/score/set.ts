import type { Command } from 'commander';
import type { Cli } from '../../cli/context.js';
import { addExamples } from '../../cli/help.js';
import { decisionFor, vetoFor, type Decided } from '../../core/scoring/decide.js';
import { parseDate } from '../../core/dates/parse-date.js';
import { DanganError } from '../../errors.js';
import { formatOption } from '../options/format.js';
import { commandLine } from '../telling/command-line.js';
import { openScores, withoutOptionsOf } from './scores.js';

interface SetOptions {
  readonly by: string;
  readonly why: string;
  readonly date?: string;
  readonly criterion?: string;
  readonly rule?: string;
  readonly veto?: boolean;
  readonly archive?: string;
  readonly write?: boolean;
  readonly format: 'text' | 'json';
}

export function addScoreSet(score: Command, cli: Cli): void {
  const say = cli.say.scoreSet;
  const command = score
    .command('set')
    .description(say.description)
    .argument('<code>', say.options.code)
    .argument('<value>', say.options.value)
    .requiredOption('--by <who>', say.options.by)
    .requiredOption('--why <why>', say.options.why)
    .option('--date <day>', say.options.date)
    .option('--criterion <code>', say.options.criterion)
    .option('--rule <number>', say.options.rule)
    .option('--veto', say.options.veto)
    .option('--archive <folder>', cli.say.change.undo.options.archive)
    .option('--write', say.options.write)
    .addOption(formatOption(cli.say.add.format))
    .action((code: string, value: string, options: SetOptions) =>
      // Commander gives an option that both have to the outer command.
      setScore([code, value], { ...options, ...score.opts<Pick<SetOptions, 'format'>>() }, cli),
    );
  withoutOptionsOf(score, command);
  addExamples(command, cli, say.examples);
}

/** Plan the change of `scores.yaml`, and with `--write` make it. */
async function setScore(
  words: readonly [string, string],
  options: SetOptions,
  cli: Cli,
): Promise<void> {
  const on = dayOf(options.date, cli);
  const { system, file, planned, carryOut } = await openScores(options.archive, cli);
  const said = { by: options.by, on, because: options.why };
  const [name, value] = words;
  const { criterion, rule } = options;
  const decided = options.veto
    ? vetoFor({ name, value, said }, file.yaml?.root, system)
    : decisionFor({ name, value, said, criterion, rule }, file.yaml?.root, system);
  const { change, of, key } = decided;
  const plan = planned(change, { of, keys: [key] });
  const isSame = file.yaml?.text === plan.text;
  const entry = await carryOut(options.write && !isSame ? [plan] : [], 'score set');
  const result: Result = { decided, isSame, entry };
  cli.out(options.format === 'json' ? json(result) : text(result, words, options, cli));
  const { clash } = decided;
  if (!clash) return;
  const { yaml } = file;
  const lines = clash.others.flatMap((start) => (yaml ? [yaml.placeOf(start).line] : []));
  const told = { isWhole: clash.isWhole, lines };
  cli.note(`${cli.say.scoreSet.clash(told)}\n`);
}

/** @throws {DanganError} SCORE_VALUE_INVALID */
function dayOf(typed: string | undefined, { today }: Cli): string {
  const span = typed === undefined ? { from: today, to: today } : parseDate(typed);
  if (span?.from !== undefined && span.from === span.to) return span.from;
  const fault = { wrong: 'form', key: 'on', found: typed ?? '', form: 'one-day' } as const;
  throw new DanganError('SCORE_VALUE_INVALID', { faults: [fault] });
}

interface Result {
  readonly decided: Decided;
  /** The file says so already. */
  readonly isSame: boolean;
  readonly entry: string | undefined;
}

function json({ decided, isSame, entry }: Result): string {
  const { of, criterion, rule, key, from, to, said } = decided;
  const target = { of, criterion: criterion ?? null, rule: rule ?? null };
  const schema = 'dangan/score-set@1';
  const set = { key, from: from ?? null, to, ...said };
  const result = { schema, ok: true, ...target, set, changed: !isSame, entry: entry ?? null };
  return `${JSON.stringify(result, null, 2)}\n`;
}

function text(
  { decided, isSame, entry }: Result,
  words: readonly [string, string],
  options: SetOptions,
  { say, paint }: Cli,
): string {
  const { scoreSet } = say;
  const head = scoreSet.head(decided);
  if (isSame) return `${head}\n${scoreSet.unchanged}\n`;
  const next =
    entry === undefined
      ? scoreSet.toWrite({ command: writeCommand(words, options) })
      : say.add.undo({ id: entry });
  return `${paint.green(head)}\n  ${scoreSet.said(decided.said)}\n${paint.dim(next)}\n`;
}

function writeCommand(words: readonly [string, string], options: SetOptions): string {
  const { by, why, date, criterion, rule, archive, veto } = options;
  const given = { by, why, date, criterion, rule, archive, veto, write: true };
  return commandLine('dangan score set', words, given);
}
