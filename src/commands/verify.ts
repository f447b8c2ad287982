import { basename, resolve } from 'node:path';
import type { Command } from 'commander';
import type { Cli } from '../cli/context.js';
import type { HeldSystem } from '../core/bundle/judge/judge-edition.js';
import type { BagProfile } from '../core/bundle/bag-profile/types.js';
import type { VerifyReport } from '../core/bundle/judge/judge.js';
import { addExamples } from '../cli/help.js';
import { EXIT } from '../errors.js';
import { dayAsked } from './options/day.js';
import { byteProgress } from './telling/byte-progress.js';
import { formatOption } from './options/format.js';
import { addLimitOptions, limitsOf, type LimitWords } from './options/limits.js';
import {
  addReportOption,
  fourPropertiesReports,
  writeFourProperties,
} from './verify/four-properties.js';
import { publicKeyIn } from './keys/public-key.js';
import { addSpotCheckOptions, spotCheckOf, type SpotCheckWords } from './options/spot-check.js';

/** Above it, to judge what is covered takes longer than to verify that nothing changed. */
const COVERED_FILES = 20_000;

/** Findings of one kind that are listed unless all are asked for. */
const AT_MOST = 20;

interface VerifyOptions extends SpotCheckWords, LimitWords {
  readonly format: 'text' | 'json';
  readonly all?: boolean;
  readonly quiet?: boolean;
  readonly profile?: string;
  readonly key?: string;
  readonly report?: readonly string[];
  readonly system?: string;
  readonly coverage?: boolean;
  readonly today?: string;
}

/** Judge a bundle where it lies. Reads, never writes. */
export function addVerifyCommand(program: Command, cli: Cli): void {
  const words = cli.say.bundle.verify;
  const command = program
    .command('verify')
    .description(words.description)
    .argument('<bundle>', words.path)
    .addOption(formatOption(words.format))
    .option('--all', words.all)
    .option('-q, --quiet', words.quiet)
    .option('--profile <file>', words.profile)
    .option('--system <file>', words.system)
    .option('--key <key>', words.key)
    .option('--coverage', words.coverage({ files: COVERED_FILES }))
    .option('--today <day>', words.today)
    .action((bundle: string, options: VerifyOptions) => verify(bundle, options, cli));
  addSpotCheckOptions(command, cli);
  addLimitOptions(command, cli);
  addReportOption(command, cli);
  addExamples(command, cli, words.examples);
}

export async function verify(bundle: string, options: VerifyOptions, cli: Cli): Promise<void> {
  const words = cli.say.bundle.verify;
  const only = spotCheckOf(options, cli);
  const limits = limitsOf(options, 'verify', cli);
  const today = options.today === undefined ? undefined : dayAsked(options.today, 'verify', cli);
  const isAsked = options.coverage === true || today !== undefined;
  const reports = await fourPropertiesReports(options.report ?? [], cli);
  const { verifyBundle } = await import('../io/bundle/reading/verify.js');
  const profile = await profileIn(options.profile, cli);
  const key = await publicKeyIn(options.key, cli);
  const held = await systemIn(options.system, cli);
  const progress = byteProgress(cli, words.progress);
  const judged = await verifyBundle(resolve(cli.cwd, bundle), {
    threads: cli.threads,
    signal: cli.signal,
    only,
    onProgress: progress.show,
    profile,
    key,
    held,
    limits,
    coverage: { today, atMost: isAsked ? Infinity : COVERED_FILES },
  }).finally(progress.end);
  const { report } = judged;
  await writeFourProperties(reports, judged, bundle, cli);
  await tell(report, bundle, options, cli);
  for (const { file } of options.quiet === true ? [] : reports) {
    cli.note(`${cli.say.fourProperties.written({ path: file })}\n`);
  }
  if (!report.holds) cli.exitCode = EXIT.findings;
}

async function profileIn(path: string | undefined, cli: Cli): Promise<BagProfile | undefined> {
  if (path === undefined) return undefined;
  const { readProfile } = await import('../io/bundle/reading/read-profile.js');
  return readProfile(resolve(cli.cwd, path), path);
}

async function systemIn(path: string | undefined, cli: Cli): Promise<HeldSystem | undefined> {
  if (path === undefined) return undefined;
  const { readHeldSystem } = await import('../io/bundle/reading/read-held-system.js');
  return readHeldSystem(path, cli.cwd);
}

/** The report; and on stderr what is worth a warning, unless a person has just read it there. */
async function tell(
  report: VerifyReport,
  bundle: string,
  { format, quiet = false, all = false }: VerifyOptions,
  cli: Cli,
): Promise<void> {
  const atMost = all ? Infinity : AT_MOST;
  if (!quiet && format === 'json') {
    const { bundleJson } = await import('../report/bundle/json.js');
    cli.out(bundleJson(report, bundle, cli.say));
  } else if (!quiet) {
    const { bundleText } = await import('../report/bundle/text.js');
    const view = { say: cli.say, styles: cli.paint, atMost, columns: cli.columns };
    cli.out(bundleText(report, basename(resolve(cli.cwd, bundle)), view));
  }
  if (quiet || (report.holds && !cli.interactive)) {
    const { bundleMatters } = await import('../report/bundle/text.js');
    cli.note(bundleMatters(report, cli.say, cli.notePaint, atMost));
  }
}
