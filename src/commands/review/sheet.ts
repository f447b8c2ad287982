import { existsSync, statSync } from 'node:fs';
import { extname, join, relative, resolve } from 'node:path';
import type { Command } from 'commander';
import type { Cli } from '../../cli/context.js';
import { addExamples } from '../../cli/help.js';
import { reviewForm } from '../../core/review/form.js';
import type { ReviewItem } from '../../core/review/types.js';
import type { ScoringSystem } from '../../core/system/types.js';
import { isAtOrBelow } from '../../core/system/walk.js';
import { DanganError } from '../../errors.js';
import { liesWithin } from '../../io/bundle/places.js';
import { refuseOutputFolder } from '../../io/output-folder.js';
import { quoted } from '../../messages/quoted.js';
import { paperSheet } from '../../report/review/lists.js';
import { reviewBook, type SheetSubject } from '../../report/review/book.js';
import { CATALOGUE_WRITERS } from '../catalogue/writers.js';
import { formatOption } from '../options/format.js';
import { placesAsked } from '../options/places.js';
import { writeLists } from '../owner-lists/write.js';
import { reviewedArchive } from './reviewed-archive.js';

interface SheetOptions {
  readonly output?: string;
  readonly indicator?: string;
  readonly method?: string;
  readonly force?: boolean;
  readonly format: 'text' | 'json';
}

export function addReviewSheet(review: Command, cli: Cli): void {
  const say = cli.say.review;
  const command = review
    .command('sheet')
    .description(say.toSheet.description)
    .argument('[path]', say.toSheet.path, '.')
    .option('-o, --output <file>', say.toSheet.output)
    .option('--indicator <code>', say.toSheet.indicator)
    .option('--method <method>', say.toSheet.method)
    .option('--force', say.options.force)
    .addOption(formatOption(say.options.format))
    .action((path: string, options: SheetOptions) => sheet(path, options, cli));
  addExamples(command, cli, say.toSheet.examples);
}

/** Write a score sheet for a bundle, or for the archive as it is. Reads, and writes a new file. */
async function sheet(path: string, options: SheetOptions, cli: Cli): Promise<void> {
  const target = targetOf(options.output, cli);
  const place = resolve(cli.cwd, path);
  const { evidence, ...whole } = isBundle(place)
    ? { ...(await ofBundle(place, cli)), evidence: undefined }
    : await ofArchive(place, cli);
  refuseOutputFolder(target);
  if (evidence !== undefined && liesWithin(target, evidence))
    throw new DanganError('SHEET_INSIDE_EVIDENCE', { path: target, root: evidence });
  if (existsSync(target) && options.force !== true)
    throw new DanganError('SHEET_EXISTS', { path: target });
  const items = itemsAsked(whole, options, cli);
  const subject = { ...whole, items };
  const vetoes = whole.form.vetoes.length;
  if (items.length + vetoes > 0) await write(target, subject, cli);
  const written = items.length + vetoes > 0 ? relative(cli.cwd, target) : undefined;
  cli.out(
    options.format === 'json'
      ? json(subject, written === undefined ? undefined : target)
      : text(subject, written, cli),
  );
  if (written !== undefined && !whole.bundle) cli.note(`${cli.say.review.toSheet.unbound}\n`);
}

function targetOf(output: string | undefined, cli: Cli): string {
  const { noOutput, badOutput } = cli.say.review.toSheet;
  const known = Object.keys(CATALOGUE_WRITERS);
  const wrong = (what: string) => new DanganError('USAGE', { what, command: 'review sheet' });
  if (output === undefined) throw wrong(noOutput);
  if (!known.includes(extname(output).toLowerCase()))
    throw wrong(badOutput({ path: output, known }));
  return resolve(cli.cwd, output);
}

/** A file, or a folder that is a bag. */
function isBundle(place: string): boolean {
  const stat = statSync(place, { throwIfNoEntry: false });
  return stat !== undefined && (!stat.isDirectory() || existsSync(join(place, 'bagit.txt')));
}

async function ofArchive(place: string, cli: Cli) {
  const { root, archive, form } = await reviewedArchive(place, cli);
  const { unit, evidence } = archive.settings;
  const none = { sha256: undefined, bundle: undefined };
  return { ...none, form, items: form.items, unit: unit.name, evidence: join(root, evidence) };
}

async function ofBundle(place: string, cli: Cli): Promise<SheetSubject> {
  const { readReviewed } = await import('../../io/bundle/reading/read-reviewed.js');
  const { heldIn } = await import('../../core/bundle/index/held-in.js');
  const { system, sha256, index, bundle } = await readReviewed(place, { signal: cli.signal });
  const form = reviewForm(system, index.settings.unit.profile);
  // Of several bundles, what is in this one.
  const isHeld = heldIn(index);
  const items = form.items.filter(({ indicator }) => isHeld(indicator.id));
  return { form, items, unit: index.whole.unit ?? '', sha256, bundle };
}

function itemsAsked(
  { form, items }: SheetSubject,
  { indicator, method }: SheetOptions,
  cli: Cli,
): readonly ReviewItem[] {
  const { indicators } = placesAsked(
    { ...(indicator !== undefined && { indicator }) },
    form.system,
  );
  const isAsked = ({ indicator: own }: ReviewItem) =>
    !indicators || [...indicators].some(({ id }) => isAtOrBelow(id, own.id));
  const wanted = items.filter(isAsked);
  if (method === undefined) return wanted;
  const assessed = wanted.filter((item) => methodsOf(item).includes(method.trim()));
  if (assessed.length > 0) return assessed;
  const what = cli.say.review.toSheet.noMethod({ method, known: methodsIn(form.system, items) });
  throw new DanganError('USAGE', { what, command: 'review sheet' });
}

/** Its own, or those of the nearest above that names some. */
function methodsOf({ indicator, above }: ReviewItem): readonly string[] {
  return [...above, indicator].findLast(({ methods }) => methods.length > 0)?.methods ?? [];
}

function methodsIn({ methods }: ScoringSystem, items: readonly ReviewItem[]): readonly string[] {
  return [...new Set([...Object.keys(methods), ...items.flatMap(methodsOf)])];
}

async function write(target: string, subject: SheetSubject, cli: Cli): Promise<void> {
  const extension = extname(target).toLowerCase();
  if (extension === '.xlsx') {
    const { writeWorkbook } = await import('../../io/workbook/write-workbook.js');
    return writeWorkbook(target, reviewBook(subject, cli.say));
  }
  const list = paperSheet(subject, cli.say);
  const files = [{ path: target, lists: [list] }];
  const place = { is: 'file', path: target, extension } as const;
  return writeLists(files, { place, force: true, heading: list.heading }, cli);
}

function text({ form, items }: SheetSubject, written: string | undefined, cli: Cli): string {
  const { toSheet } = cli.say.review;
  if (written === undefined) return `${toSheet.nothing}\n`;
  const path = quoted(written);
  const done = toSheet.done({ path, items: items.length, vetoes: form.vetoes.length });
  const isFilled = extname(written).toLowerCase() === '.xlsx';
  const lines = [
    cli.paint.green(done),
    ...(isFilled ? [cli.paint.dim(toSheet.next({ path }))] : []),
  ];
  return lines.map((line) => `${line}\n`).join('');
}

function json({ form, items, bundle }: SheetSubject, path: string | undefined): string {
  const counts = { items: items.length, vetoes: form.vetoes.length };
  const result = { schema: 'dangan/review-sheet@1', ok: true, path, bundle, ...counts };
  return `${JSON.stringify(result, null, 2)}\n`;
}
