import { basename, resolve } from 'node:path';
import { Option, type Command } from 'commander';
import type { Cli } from '../cli/context.js';
import { addExamples } from '../cli/help.js';
import type { ComparedSide } from '../core/bundle/diff/diff.js';
import type { SpotCheck } from '../core/bundle/spot-check.js';
import { DanganError, EXIT } from '../errors.js';
import type { DiffState } from '../report/diff-text.js';
import { byteProgress } from './byte-progress.js';

/** Changes of one indicator that are listed unless all are asked for. */
const AT_MOST = 20;

interface Options {
  readonly format: 'text' | 'json';
  readonly all?: boolean;
  readonly exitCode?: boolean;
  readonly paranoid?: boolean;
}

/** Compare two bundles by their lists; both are judged as `verify` does, only their files are not read. */
export function addDiffCommand(program: Command, cli: Cli): void {
  const words = cli.say.diff;
  const command = program
    .command('diff')
    .description(words.description)
    .argument('<old>', words.old)
    .argument('<new>', words.now)
    .addOption(
      new Option('--format <format>', words.format).choices(['text', 'json']).default('text'),
    )
    .option('--all', words.all)
    .option('--paranoid', words.paranoid)
    .option('--exit-code', words.exitCode)
    .action((old: string, now: string, options: Options) => compare(old, now, options, cli));
  addExamples(command, cli, words.examples);
}

async function compare(
  oldPath: string,
  nowPath: string,
  options: Options,
  cli: Cli,
): Promise<void> {
  const old = await read(oldPath, options, cli);
  const now = await read(nowPath, options, cli);
  const { diffBundles } = await import('../core/bundle/diff/diff.js');
  const diff = diffBundles(old, now);
  if (diff === undefined) {
    const algorithms = ({ report }: ComparedSide) => report.algorithms.join(', ');
    throw new DanganError('DIFF_NO_COMMON_DIGEST', {
      old: `${oldPath}: ${algorithms(old)}`,
      now: `${nowPath}: ${algorithms(now)}`,
    });
  }
  if (options.format === 'json') {
    const { diffJson } = await import('../report/diff-json.js');
    cli.out(diffJson(diff, [old, now], [oldPath, nowPath]));
  } else {
    const { diffText } = await import('../report/diff-text.js');
    const { say, paint: styles, columns } = cli;
    const view = { say, styles, columns, atMost: options.all === true ? Infinity : AT_MOST };
    const names = namesOf(oldPath, nowPath);
    cli.out(diffText(diff, names, statesOf([old, now], names, options, cli), view));
  }
  const differs = diff.groups.length > 0 || diff.system?.rewritten === true;
  const holds = old.report.holds && now.report.holds;
  if (!holds || (options.exitCode === true && differs)) cli.exitCode = EXIT.findings;
}

/** Judge one of the two, without its files unless they are asked for. */
async function read(path: string, { paranoid }: Options, cli: Cli): Promise<ComparedSide> {
  const { verifyBundle } = await import('../io/bundle/verify.js');
  const progress = byteProgress(cli, cli.say.diff.progress);
  const none: SpotCheck = { indicators: [], sample: { count: 0, seed: '' } };
  const { report, facts } = await verifyBundle(resolve(cli.cwd, path), {
    threads: cli.threads,
    signal: cli.signal,
    only: paranoid === true ? undefined : none,
    onProgress: progress.show,
  }).finally(progress.end);
  if (facts === undefined) throw new DanganError('DIFF_REFUSED', { path });
  return { report, facts };
}

/** Their last parts, unless these are the same. */
function namesOf(old: string, now: string): readonly [string, string] {
  const [a, b] = [basename(old), basename(now)];
  return a === b ? [old, now] : [a, b];
}

/** Nobody is to take what two lists say for what is in two bundles. */
function statesOf(
  sides: readonly ComparedSide[],
  names: readonly string[],
  { paranoid }: Options,
  { say }: Cli,
): readonly DiffState[] {
  const { state } = say.diff;
  const broken = sides.flatMap(({ report }, at) =>
    report.holds ? [] : [{ text: state.broken({ name: names[at] ?? '' }), isGood: false }],
  );
  if (broken.length > 0) return broken;
  return [{ text: paranoid === true ? state.verified : state.listed, isGood: true }];
}
