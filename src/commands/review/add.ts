import { existsSync, readFileSync } from 'node:fs';
import { extname, join, resolve } from 'node:path';
import type { Command } from 'commander';
import type { Cli } from '../../cli/context.js';
import { addExamples } from '../../cli/help.js';
import { toPortable } from '../../core/naming/portable.js';
import { readReviewSheet, REVIEW_FORMAT, type ReviewSheet } from '../../core/review/sheet.js';
import type { ReviewRead } from '../../core/review/types.js';
import { formatReview, REVIEWS_FOLDER } from '../../core/review/write.js';
import { writtenIn, type WrittenMap } from '../../core/yaml-file/node.js';
import { DanganError, EXIT } from '../../errors.js';
import { parseReview, readReviewFile, reviewIn } from '../../io/review/read-reviews.js';
import { isReviewFault } from '../../messages/faults.js';
import {
  addText,
  isEmpty,
  problemLines,
  sheetProblemLines,
  type Taken,
} from '../../report/review/add-text.js';
import { dayAsked } from '../options/day.js';
import { formatOption } from '../options/format.js';
import { noteEarlier } from '../changing/earlier.js';
import { reviewedArchive, type ReviewedArchive } from './reviewed-archive.js';
import { commandLine } from '../telling/command-line.js';

interface AddOptions {
  readonly by?: string;
  readonly lead?: boolean;
  readonly date?: string;
  readonly bundle?: string;
  readonly archive?: string;
  readonly write?: boolean;
  readonly format: 'text' | 'json';
}

export function addReviewAdd(review: Command, cli: Cli): void {
  const say = cli.say.review;
  const command = review
    .command('add')
    .description(say.add.description)
    .argument('<files...>', say.add.files)
    .option('--by <name>', say.add.by)
    .option('--lead', say.add.lead)
    .option('--date <day>', say.add.date)
    .option('--bundle <bundle>', say.add.bundle)
    .option('--archive <dir>', cli.say.add.archive)
    .option('--write', say.add.write)
    .addOption(formatOption(say.options.format))
    .action((files: string[], options: AddOptions) => add(files, options, cli));
  addExamples(command, cli, say.add.examples);
}

/**
 * Show what reviews say; with `--write` take them in. Exit code 1 when something of a sheet cannot be understood, and
 * then nothing is written; or when marks of a file are about nothing that is scored, and do not count.
 */
async function add(files: readonly string[], options: AddOptions, cli: Cli): Promise<void> {
  const reviewed = await reviewedArchive(resolve(cli.cwd, options.archive ?? '.'), cli);
  const { applyOptions } = await import('../changing/carry-out.js');
  const { refuseEarlier } = await import('../changing/earlier.js');
  if (options.write) refuseEarlier(reviewed.root);
  else noteEarlier(reviewed.root, cli);
  const manifest = await manifestOf(options.bundle, cli);
  const taken: Taken[] = [];
  const texts = new Map<string, string>();
  for (const file of files) {
    const found = await readOne(file, options, reviewed, cli);
    refuseOthers(found, manifest, options.bundle ?? '', reviewed, cli);
    taken.push(placed(found, reviewed.root, texts, cli));
  }
  const isFaulty = taken.some(
    (each) => (each.sheet?.problems.length ?? 0) > 0 || !each.read.review || isEmpty(each),
  );
  const changes = [...texts].map(
    ([path, text]) => ({ do: 'rewrite', path, text, why: [] }) as const,
  );
  const { applyPlan } = await import('../../io/change/apply.js');
  const entry =
    options.write && !isFaulty && changes.length > 0
      ? await applyPlan(reviewed.root, { changes }, { ...applyOptions(cli), verb: 'review add' })
      : undefined;
  const isLeft = taken.some(({ read }) => read.problems.length > 0);
  if (isFaulty || isLeft) cli.exitCode = EXIT.findings;
  const command = isFaulty || changes.length === 0 ? undefined : writeCommand(files, options);
  cli.out(
    options.format === 'json'
      ? json(taken, !isFaulty && !isLeft, entry?.id, cli)
      : addText(taken, { ...reviewed, entry: entry?.id, command, isFaulty }, cli),
  );
}

/** Whatever else is handed over is read as a workbook, which tells what it is instead. */
const TEXTS: readonly string[] = ['.json', '.yaml', '.yml', '.txt'];

/** One file, as what it will be in `reviews/`. */
async function readOne(
  file: string,
  options: AddOptions,
  { form }: ReviewedArchive,
  cli: Cli,
): Promise<Taken> {
  const path = resolve(cli.cwd, file);
  const isText = TEXTS.includes(extname(file).toLowerCase());
  const sheet = isText ? undefined : await sheetIn(path, file, form, cli);
  const written = sheet ? writtenOf(sheet) : await writtenFile(path, file, form, cli);
  const whole = { ...written, ...saidBesides(written, options, cli) };
  const by = whole['by'];
  if (typeof by !== 'string' || by.trim() === '')
    throw new DanganError('REVIEW_BY_NOBODY', { path: file });
  const text = formatReview(whole, cli.say.review.add.remark);
  return {
    file,
    sheet,
    text,
    written: whole,
    to: '',
    isThere: false,
    read: parseReview(file, text, form),
  };
}

/** @throws {DanganError} REVIEW_UNREADABLE, and what reading a workbook throws. */
async function sheetIn(path: string, file: string, form: ReviewedArchive['form'], cli: Cli) {
  const { readWorkbook } = await import('../../io/workbook/read-workbook.js');
  const sheet = readReviewSheet(await readWorkbook(path), form);
  if (typeof sheet === 'string')
    throw new DanganError('REVIEW_UNREADABLE', {
      path: file,
      because: cli.say.review.notOurs[sheet],
    });
  return sheet;
}

function writtenOf({ head, written }: ReviewSheet): WrittenMap {
  const { unit, system, sha256, bundle } = head;
  return {
    format: REVIEW_FORMAT,
    unit,
    system: { title: system, ...(sha256 !== undefined && { sha256 }) },
    ...(bundle && { bundle: defined({ ...bundle }) }),
    ...written,
  };
}

function defined(values: Readonly<Record<string, string | undefined>>): WrittenMap {
  return Object.fromEntries(
    Object.entries(values).flatMap(([key, text]) => (text === undefined ? [] : [[key, text]])),
  );
}

/** @throws {DanganError} REVIEW_UNREADABLE - not YAML, or not of the form of a review. */
async function writtenFile(
  path: string,
  file: string,
  form: ReviewedArchive['form'],
  cli: Cli,
): Promise<WrittenMap> {
  const yaml = await readReviewFile(path);
  const { problems } = reviewIn(file, yaml, form);
  const isFormal = (each: ReviewRead['problems'][number]) =>
    each.kind === 'yaml' || !['missing-key', 'form'].includes(each.fault.wrong);
  const shape = problems.find((each) => isFormal(each) && !isOfScoring(each));
  if (yaml.root?.is !== 'map' || shape) {
    const because = shape ? (problemLines([shape], cli.say, true)[0] ?? '') : '';
    throw new DanganError('REVIEW_UNREADABLE', { path: file, because });
  }
  return writtenIn(yaml.root) as WrittenMap;
}

/** About a mark, which stays as it was given. */
function isOfScoring(problem: ReviewRead['problems'][number]): boolean {
  return problem.kind === 'shape' && isReviewFault(problem.fault);
}

/** What the command line says counts where the file says nothing; who leads, in any case. */
function saidBesides(written: WrittenMap, { by, lead, date }: AddOptions, cli: Cli): WrittenMap {
  const day = date === undefined ? cli.today : dayAsked(date, 'review add', cli, '--date');
  return {
    ...(by !== undefined && (written['by'] ?? '') === '' && { by }),
    ...((written['on'] ?? '') === '' && { on: day }),
    ...(lead === true && { lead: 'true' }),
  };
}

async function manifestOf(bundle: string | undefined, cli: Cli): Promise<string | undefined> {
  if (bundle === undefined) return undefined;
  const { readReviewed } = await import('../../io/bundle/reading/read-reviewed.js');
  const path = resolve(cli.cwd, bundle);
  return (await readReviewed(path, { signal: cli.signal })).bundle.manifest;
}

/** @throws {DanganError} REVIEW_OF_OTHER_UNIT, REVIEW_OF_OTHER_BUNDLE */
function refuseOthers(
  { file, read: { review } }: Taken,
  manifest: string | undefined,
  bundle: string,
  { archive: { settings } }: ReviewedArchive,
  cli: Cli,
): void {
  if (!review) return;
  const { name } = settings.unit;
  if (review.unit !== '' && review.unit !== name)
    throw new DanganError('REVIEW_OF_OTHER_UNIT', { path: file, theirs: review.unit, ours: name });
  if (manifest === undefined || review.bundle?.manifest === manifest) return;
  const theirs = review.bundle?.name ?? cli.say.review.add.unnamed;
  throw new DanganError('REVIEW_OF_OTHER_BUNDLE', { path: file, theirs, ours: bundle });
}

/** Under a name that is free, unless the same is there. */
function placed(taken: Taken, root: string, texts: Map<string, string>, { say }: Cli): Taken {
  const { review } = taken.read;
  if (!review || isEmpty(taken)) return taken;
  const name = toPortable(say.review.add.fileName({ on: review.on, by: review.by }));
  for (let nth = 1; ; nth += 1) {
    const to = `${REVIEWS_FOLDER}/${name}${nth === 1 ? '' : ` ${nth}`}.yaml`;
    const there = texts.get(to) ?? textAt(join(root, to));
    if (there !== undefined && there !== taken.text) continue;
    if (there === undefined) texts.set(to, taken.text);
    return { ...taken, to, isThere: there !== undefined };
  }
}

function textAt(path: string): string | undefined {
  return existsSync(path) ? readFileSync(path, 'utf8').replaceAll('\r\n', '\n') : undefined;
}

function writeCommand(files: readonly string[], options: AddOptions): string {
  const { by, date, bundle, archive, lead } = options;
  const given = { by, date, bundle, archive, lead, write: true };
  return commandLine('dangan review add', files, given);
}

function json(
  taken: readonly Taken[],
  ok: boolean,
  entry: string | undefined,
  { say }: Cli,
): string {
  const reviews = taken.map(({ file, sheet, read, to, isThere }) => ({
    file,
    by: read.review?.by ?? null,
    lead: read.review?.lead ?? false,
    on: read.review?.on ?? null,
    bundle: read.review?.bundle?.name ?? null,
    marks: read.review?.marks.length ?? 0,
    vetoes: read.review?.vetoes.length ?? 0,
    path: to,
    there: isThere,
    problems: [
      ...sheetProblemLines(sheet?.problems ?? [], say),
      ...problemLines(read.problems, say),
    ],
  }));
  const result = { schema: 'dangan/review-add@1', ok, reviews, entry: entry ?? null };
  return `${JSON.stringify(result, null, 2)}\n`;
}
