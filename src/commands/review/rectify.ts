import { join, relative, resolve } from 'node:path';
import { Option, type Command } from 'commander';
import type { Cli } from '../../cli/context.js';
import { addExamples } from '../../cli/help.js';
import { rectifications, togetherOf, type Rectification } from '../../core/review/rectify.js';
import { isBySeveral, outcomeOf } from '../../core/review/settle.js';
import { formatDecimal } from '../../core/system/decimal.js';
import { EXIT } from '../../errors.js';
import { quoted } from '../../messages/quoted.js';
import { columns, type Row } from '../../report/columns.js';
import { rectifyLists } from '../../report/review/lists.js';
import { dayAsked } from '../options/day.js';
import { formatOption } from '../options/format.js';
import { placesAsked } from '../options/places.js';
import {
  filesOf,
  LIST_TYPES,
  listsPlace,
  refusePlace,
  type ListsFile,
} from '../owner-lists/place.js';
import { writeLists } from '../owner-lists/write.js';
import { noteEarlier } from '../changing/earlier.js';
import { reviewedArchive, reviewsOf } from './reviewed-archive.js';
import { noteProblems } from './show.js';

interface RectifyOptions {
  readonly output?: string;
  readonly type?: string;
  readonly owner?: string;
  readonly due?: string;
  readonly force?: boolean;
  readonly format: 'text' | 'json';
}

export function addReviewRectify(review: Command, cli: Cli): void {
  const say = cli.say.review;
  const command = review
    .command('rectify')
    .description(say.rectify.description)
    .argument('[path]', say.archive, '.')
    .option('-o, --output <file>', say.rectify.output)
    .addOption(new Option('--type <kind>', say.rectify.type).choices(LIST_TYPES))
    .option('--owner <name>', say.rectify.owner)
    .option('--due <day>', say.rectify.due)
    .option('--force', say.options.force)
    .addOption(formatOption(say.options.format))
    .action((path: string, options: RectifyOptions) => rectify(path, options, cli));
  addExamples(command, cli, say.rectify.examples);
}

/** Write what each department has to mend. Reads archive and reviews, and writes new files beside it. */
async function rectify(path: string, options: RectifyOptions, cli: Cli): Promise<void> {
  const place = listsPlace(options, 'review rectify', cli);
  const { force = false, format, due, owner } = options;
  const by = due === undefined ? undefined : dayAsked(due, 'review rectify', cli, '--due');
  const reviewed = await reviewedArchive(resolve(cli.cwd, path), cli);
  const { root, archive, form, coverage } = reviewed;
  refusePlace(place, join(root, archive.settings.evidence), force);
  const { owners } = placesAsked({ ...(owner !== undefined && { owner }) }, form.system);
  const { reads, reviews } = await reviewsOf(reviewed);
  const all = rectifications(form, outcomeOf(form, reviews), owners);
  const head = {
    unit: archive.settings.unit.name,
    today: cli.today,
    due: by,
    isSeveral: isBySeveral(reviews),
    coverage,
  };
  const lists = rectifyLists(all, form, head, cli.say);
  const { fileName, heading } = cli.say.review.rectify;
  const files = filesOf(place, lists, fileName);
  await writeLists(files, { place, force, heading }, cli);
  cli.out(
    format === 'json' ? json(all, files, cli) : text(all, relative(cli.cwd, place.path), cli),
  );
  noteProblems(reads, cli);
  if (reads.some(({ problems }) => problems.length > 0)) cli.exitCode = EXIT.findings;
  noteEarlier(root, cli);
}

function text(all: readonly Rectification[], path: string, { say, paint, columns: width }: Cli) {
  const { rectify: words } = say.review;
  if (all.length === 0) return `${words.nothing}\n`;
  const rows = all.map(({ owner, items, lost }): Row => {
    const facts = { count: items.length, lost: formatDecimal(lost) };
    return [owner ?? say.notice.nobody, words.line(facts)];
  });
  const { count, lost, shared } = togetherOf(all);
  const facts = { path: quoted(path || '.'), owners: all.length, count, lost: formatDecimal(lost) };
  const lines = [
    paint.green(words.done(facts)),
    ...columns(rows, { width }),
    ...(shared > 0 ? [paint.dim(words.shared({ count: shared }))] : []),
  ];
  return lines.map((line) => `${line}\n`).join('');
}

function json(all: readonly Rectification[], files: readonly ListsFile[], { say, today }: Cli) {
  const owners = all.map(({ owner, items, lost }, at) => ({
    owner: owner ?? say.notice.nobody,
    items: items.length,
    lost: formatDecimal(lost),
    path: (files[at] ?? files[0])?.path,
  }));
  const paths = files.map(({ path }) => path);
  const result = { schema: 'dangan/review-rectify@1', ok: true, today, paths, owners };
  return `${JSON.stringify(result, null, 2)}\n`;
}
