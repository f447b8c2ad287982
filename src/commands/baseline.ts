import { resolve } from 'node:path';
import type { Command } from 'commander';
import type { Cli } from '../cli/context.js';
import { addExamples, helpAlone } from '../cli/help.js';
import type { BaselineRow } from '../core/waivers/baseline.js';
import type { Judgement } from '../core/waivers/judge.js';
import { NO_BASELINE, type Allowances } from '../core/waivers/types.js';
import { isForBaseline } from '../core/waivers/waivable.js';
import { DanganError } from '../errors.js';
import { findArchive, openArchive } from '../io/archive/read-archive.js';
import { diskStore } from '../io/store/disk-store.js';
import { dayAsked } from './options/day.js';
import { formatOption } from './options/format.js';
import { commandLine } from './telling/command-line.js';

/** As many lines of it as are sure to be read again. */
const MOST = 10_000;

type Verb = 'create' | 'update' | 'prune';

interface BaselineOptions {
  readonly write?: boolean;
  readonly today?: string;
  readonly format: 'text' | 'json';
}

export function addBaselineCommand(program: Command, cli: Cli): void {
  const say = cli.say.baseline;
  const command = program.command('baseline').description(say.description);
  for (const verb of ['create', 'update', 'prune'] as const) {
    const own = command
      .command(verb)
      .description(say[verb])
      .argument('[archive]', say.options.archive)
      .option('--today <day>', cli.say.check.options.today)
      .option('--write', say.options.write)
      .addOption(formatOption(cli.say.add.format))
      .action((place: string | undefined, options: BaselineOptions) =>
        baseline(verb, place, options, cli),
      );
    const examples = say.examples.filter(([words]) => words.includes(` ${verb}`));
    addExamples(own, cli, examples);
  }
  helpAlone(command, cli);
  addExamples(command, cli, say.examples);
}

/** Plan the change of `baseline.yaml`, and with `--write` make it. */
async function baseline(
  verb: Verb,
  place: string | undefined,
  options: BaselineOptions,
  cli: Cli,
): Promise<void> {
  const today = dayAsked(options.today, `baseline ${verb}`, cli);
  const root = findArchive(resolve(cli.cwd, place ?? '.'));
  const { carryOut } = await import('./changing/carry-out.js');
  const { refuseEarlier } = await import('./changing/earlier.js');
  refuseEarlier(root);
  const store = diskStore(root, cli.cwd);
  refuseWrongTime(verb, store.has(NO_BASELINE.path));
  const { archive } = await openArchive(root, cli.cwd);
  const { allowancesOf, judgeWaivable } = await import('./check/judge.js');
  const { countIn, formatBaseline, moreIn } = await import('../core/waivers/baseline.js');
  const { readBaselineFile } = await import('../io/waivers/read-waivers.js');
  const allowances = await allowancesOf(store, archive);
  const given = verb === 'prune' ? allowances : { ...allowances, baseline: NO_BASELINE };
  const judged = await judgeWaivable(store, archive, today, cli, given);
  const rows = await rowsOf(verb, judged, allowances);
  const { length: count } = rows;
  if (count > MOST) throw new DanganError('BASELINE_TOO_LARGE', { count, most: MOST });
  const before = allowances.baseline.entries;
  const text = formatBaseline(rows);
  const isSame = (await readBaselineFile(store))?.text === text;
  const change = { do: 'rewrite', path: NO_BASELINE.path, text, why: [] } as const;
  const changes = options.write && !isSame ? [change] : [];
  const entry = await carryOut(root, changes, `baseline ${verb}`, cli);
  const { baselineJson, baselineText } = await import('../report/waivers/baseline.js');
  const result = {
    verb,
    count: countIn(rows),
    added: moreIn(rows, before),
    removed: moreIn(before, rows),
    left: verb === 'prune' ? [] : judged.findings.filter(({ rule }) => !isForBaseline(rule)),
    isSame,
    entry: entry?.id,
    command: commandLine(`dangan baseline ${verb}`, place === undefined ? [] : [place], {
      write: true,
    }),
  };
  cli.out(options.format === 'json' ? baselineJson(result, cli.say) : baselineText(result, cli));
}

/** @throws {DanganError} BASELINE_EXISTS, BASELINE_MISSING */
function refuseWrongTime(verb: Verb, isThere: boolean): void {
  const { path } = NO_BASELINE;
  if (verb === 'create' && isThere) throw new DanganError('BASELINE_EXISTS', { path });
  if (verb !== 'create' && !isThere) throw new DanganError('BASELINE_MISSING', { path });
}

/** What the baseline is to hold. Of rules that have not run it keeps what it had. */
async function rowsOf(
  verb: Verb,
  { findings, outcome, ran }: Judgement,
  { baseline: { entries } }: Allowances,
): Promise<readonly BaselineRow[]> {
  const { baselineRows, prunedRows } = await import('../core/waivers/baseline.js');
  if (verb === 'prune') return prunedRows(entries, outcome?.gone ?? []);
  return [...baselineRows(findings), ...entries.filter(({ rule }) => !ran.has(rule))];
}
