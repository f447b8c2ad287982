import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Command } from 'commander';
import type { Cli } from '../cli/context.js';
import { addExamples } from '../cli/help.js';
import { theIndicator } from '../core/system/the-indicator.js';
import { scoreOf } from '../core/scoring/score.js';
import { scoreToDate } from '../core/scoring/to-date.js';
import { scoresById } from '../core/scoring/walk.js';
import type { IndicatorScore, Score } from '../core/scoring/types.js';
import type { ScoringSystem } from '../core/system/types.js';
import { DanganError } from '../errors.js';
import { findArchive, openArchive } from '../io/archive/read-archive.js';
import { diskStore } from '../io/store/disk-store.js';
import type { ScoreReport } from '../report/score/text.js';
import { dayAsked } from './options/day.js';
import { formatOption } from './options/format.js';
import { knownArchive } from './reading/known-archive.js';
import { noteProfile } from './telling/note-profile.js';
import { addScoreClear } from './score/clear.js';
import { addScoreSet } from './score/set.js';
import { noteEarlier } from './changing/earlier.js';
import { valueTyped } from './options/value-typed.js';

interface ScoreOptions {
  readonly format: 'text' | 'json';
  readonly indicator?: string;
  readonly today?: string;
  readonly all?: boolean;
  readonly byOwner?: boolean;
}

export function addScoreCommand(program: Command, cli: Cli): void {
  const { score: say } = cli.say;
  const command = program
    .command('score')
    .description(say.description)
    .argument('[folder]', say.options.folder)
    .addOption(formatOption(say.options.format))
    .option('--indicator <code>', say.options.indicator)
    .option('--today <day>', say.options.today)
    .option('--all', say.options.all)
    .option('--by-owner', say.options.byOwner)
    .action((folder: string | undefined, options: ScoreOptions) => score(folder, options, cli));
  addExamples(command, cli, say.examples);
  addScoreSet(command, cli);
  addScoreClear(command, cli);
}

/** Reckon the self score of the archive. Reads, never writes. */
export async function score(
  folder: string | undefined,
  options: ScoreOptions,
  cli: Cli,
): Promise<void> {
  const today = dayAsked(options.today, 'score', cli);
  const place = resolve(cli.cwd, folder ?? '.');
  const typed = folder === undefined ? undefined : valueTyped([folder]);
  if (typed && !existsSync(place)) throw new DanganError('SCORE_ONLY_RECKONS', typed);
  const root = findArchive(place);
  const opened = await openArchive(root, cli.cwd);
  const archive = await knownArchive(diskStore(root), opened.archive, today, cli);
  cli.signal.throwIfAborted();
  const { system, known } = archive;
  const reckoned = scoreOf(archive);
  const { indicator, byOwner = false, all = false } = options;
  const only = indicator === undefined ? undefined : indicatorAsked(indicator, reckoned, system);
  const toDate = scoreToDate(archive);
  const report: ScoreReport = { score: reckoned, toDate, system, today, only, byOwner };
  cli.out(await render(report, options.format, all, cli));
  noteProfile(archive, cli);
  const problems = known?.scores.problems.length ?? 0;
  if (problems > 0) cli.note(`${cli.say.score.invalid({ count: problems })}\n`);
  const overclaims = reckoned.overclaims.length;
  if (overclaims > 0) cli.note(`${cli.say.score.overclaims({ count: overclaims })}\n`);
  noteEarlier(root, cli);
}

/** Only the reporter that is asked for is loaded. */
async function render(
  report: ScoreReport,
  format: ScoreOptions['format'],
  all: boolean,
  { say, columns, paint }: Cli,
): Promise<string> {
  if (format === 'json') return (await import('../report/score/json.js')).scoreJson(report, say);
  const { scoreText } = await import('../report/score/text.js');
  return scoreText(report, all, { say, columns, paint });
}

/** @throws {DanganError} TARGET_UNKNOWN, INDICATOR_AMBIGUOUS, SCORE_INDICATOR_UNKNOWN */
function indicatorAsked(word: string, reckoned: Score, system: ScoringSystem): IndicatorScore {
  const { id } = theIndicator(word, system);
  const found = scoresById(reckoned).get(id);
  if (!found) throw new DanganError('SCORE_INDICATOR_UNKNOWN', { name: id });
  return found;
}
