import { resolve } from 'node:path';
import type { Command } from 'commander';
import type { Cli } from '../../cli/context.js';
import { addExamples } from '../../cli/help.js';
import { outcomeOf } from '../../core/review/settle.js';
import type { ReviewRead } from '../../core/review/types.js';
import { scoreOf } from '../../core/scoring/score.js';
import { EXIT } from '../../errors.js';
import { problemLines } from '../../report/review/add-text.js';
import { showJson } from '../../report/review/show-json.js';
import { showText } from '../../report/review/show-text.js';
import { formatOption } from '../options/format.js';
import { noteEarlier } from '../changing/earlier.js';
import { reviewedArchive, reviewsOf } from './reviewed-archive.js';

interface ShowOptions {
  readonly all?: boolean;
  readonly format: 'text' | 'json';
}

export function addReviewShow(review: Command, cli: Cli): void {
  const say = cli.say.review;
  const command = review
    .command('show')
    .description(say.show.description)
    .argument('[path]', say.archive, '.')
    .option('--all', say.show.all)
    .addOption(formatOption(say.options.format))
    .action((path: string, options: ShowOptions) => show(path, options, cli));
  addExamples(command, cli, say.show.examples);
}

/** What inspectors gave, together. Reads, never writes. Exit code 1 when something in `reviews/` does not count. */
async function show(path: string, { all = false, format }: ShowOptions, cli: Cli): Promise<void> {
  const reviewed = await reviewedArchive(resolve(cli.cwd, path), cli);
  const { reads, reviews } = await reviewsOf(reviewed);
  const { form, edition, archive } = reviewed;
  const shown = {
    ...{ form, edition, reviews },
    outcome: outcomeOf(form, reviews),
    self: scoreOf(archive),
  };
  const problems = reads.flatMap((each) => problemLines(each.problems, cli.say, true));
  cli.out(format === 'json' ? showJson(shown, problems) : showText(shown, { all, ...cli }));
  noteProblems(reads, cli);
  if (problems.length > 0) cli.exitCode = EXIT.findings;
  noteEarlier(reviewed.root, cli);
}

/** What of `reviews/` does not count, and where it is. */
export function noteProblems(reads: readonly ReviewRead[], cli: Cli): void {
  const lines = reads.flatMap(({ problems }) => problemLines(problems, cli.say, true));
  if (lines.length === 0) return;
  cli.note(`${cli.notePaint.yellow(cli.say.review.show.problems({ count: lines.length }))}\n`);
  for (const line of lines) cli.note(`  ${line}\n`);
}
