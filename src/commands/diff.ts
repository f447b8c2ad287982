import { existsSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import type { Command } from 'commander';
import type { Cli } from '../cli/context.js';
import { addExamples } from '../cli/help.js';
import type { Side } from '../core/bundle/diff/sides.js';
import type { IndexedPart } from '../core/bundle/index/parse-index.js';
import type { SpotCheck } from '../core/bundle/judge/spot-check.js';
import { DanganError, EXIT } from '../errors.js';
import { SETTINGS_FILE } from '../io/archive/read-settings.js';
import type { JudgedSide } from '../report/diff/json.js';
import type { DiffState } from '../report/diff/text.js';
import { byteProgress } from './telling/byte-progress.js';
import { formatOption } from './options/format.js';

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
    .addOption(formatOption(words.format))
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
  const { diffSides } = await import('../core/bundle/diff/diff.js');
  const old = await readBundle(oldPath, options, cli);
  const now = isArchive(resolve(cli.cwd, nowPath))
    ? await readArchive(nowPath, old.side, cli)
    : await readBundle(nowPath, options, cli);
  const diff = diffSides(old.side, now.side);
  if (diff === undefined) {
    const algorithms = ({ judged, side }: Read) => `${judged.path}: ${side.algorithms.join(', ')}`;
    throw new DanganError('DIFF_NO_COMMON_DIGEST', { old: algorithms(old), now: algorithms(now) });
  }
  if (options.format === 'json') {
    const { diffJson } = await import('../report/diff/json.js');
    cli.out(diffJson(diff, old.judged, now.judged));
  } else {
    const { diffText } = await import('../report/diff/text.js');
    const { say, paint: styles, columns } = cli;
    const view = { say, styles, columns, atMost: options.all === true ? Infinity : AT_MOST };
    const names = namesOf(oldPath, nowPath, cli);
    const states = [
      ...statesOf([old.judged, now.judged], names, cli),
      ...partsOf([old, now], names, cli),
    ];
    cli.out(diffText(diff, names, states, view));
  }
  const differs = diff.groups.length > 0 || diff.system?.rewritten === true;
  const holds = old.judged.holds && now.judged.holds;
  if (!holds || (options.exitCode === true && differs)) cli.exitCode = EXIT.findings;
}

/** One of the two: to be compared, and how far it is known. */
interface Read {
  readonly side: Side;
  readonly judged: JudgedSide;
  /** Which of several bundles of one archive it is. */
  readonly part?: IndexedPart | undefined;
}

function isArchive(path: string): boolean {
  return existsSync(join(path, SETTINGS_FILE)) && !existsSync(join(path, 'bagit.txt'));
}

async function readArchive(path: string, old: Side, cli: Cli): Promise<Read> {
  const { archiveSide } = await import('./diff/archive-side.js');
  const side = await archiveSide(resolve(cli.cwd, path), old.algorithms, cli);
  const judged = { path, holds: true, filesRead: true, digest: undefined };
  return { side, judged: { kind: 'archive', ...judged } };
}

/** Judge one of the two, without its files unless they are asked for. */
async function readBundle(path: string, { paranoid }: Options, cli: Cli): Promise<Read> {
  const { verifyBundle } = await import('../io/bundle/reading/verify.js');
  const { bundleSide } = await import('../core/bundle/diff/sides.js');
  const progress = byteProgress(cli, cli.say.diff.progress);
  const none: SpotCheck = { indicators: [], sample: { count: 0, seed: '' } };
  const { report, facts } = await verifyBundle(resolve(cli.cwd, path), {
    threads: cli.threads,
    signal: cli.signal,
    only: paranoid === true ? undefined : none,
    onProgress: progress.show,
  }).finally(progress.end);
  if (facts === undefined) throw new DanganError('DIFF_REFUSED', { path });
  const { holds, share, digest } = report;
  const judged = { path, holds, filesRead: share === undefined, digest };
  return {
    side: bundleSide(facts),
    judged: { kind: 'bundle', ...judged },
    part: facts.index?.part,
  };
}

/** Their last parts, unless these are the same. */
function namesOf(old: string, now: string, { cwd }: Cli): readonly [string, string] {
  const [a, b] = [basename(resolve(cwd, old)), basename(resolve(cwd, now))];
  return a === b ? [old, now] : [a, b];
}

/** What lies in another bundle looks as if it had been taken out, or put in. */
function partsOf(sides: readonly Read[], names: readonly string[], { say }: Cli): DiffState[] {
  return sides.flatMap(({ part }, at) => {
    if (part === undefined) return [];
    const { number, count } = part;
    const text = say.diff.state.part({ name: names[at] ?? '', number, count });
    return [{ text, isGood: false, holds: true }];
  });
}

/** Nobody is to take what lists say for what is in the bundles. */
function statesOf(
  sides: readonly JudgedSide[],
  names: readonly string[],
  { say }: Cli,
): readonly DiffState[] {
  const { state } = say.diff;
  const broken = sides.flatMap(({ holds, path }, at) =>
    holds
      ? []
      : [{ text: state.broken({ name: names[at] ?? '', path }), isGood: false, holds: false }],
  );
  if (broken.length > 0) return broken;
  const [old, now] = sides;
  if (now?.kind === 'archive') {
    const text = old?.filesRead === true ? state.oldVerified : state.oldListed;
    return [text, state.archive].map((each) => ({ text: each, isGood: true, holds: true }));
  }
  const isRead = sides.every(({ filesRead }) => filesRead);
  return [{ text: isRead ? state.verified : state.listed, isGood: true, holds: true }];
}
