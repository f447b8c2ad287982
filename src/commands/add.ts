import { join, resolve } from 'node:path';
import { buffer } from 'node:stream/consumers';
import type { Command } from 'commander';
import type { Cli } from '../cli/context.js';
import { addExamples } from '../cli/help.js';
import { nameOf, parentOf } from '../core/archive/paths.js';
import { groupBy } from '../core/group.js';
import { LEDGER } from '../core/ledger/file.js';
import { parseName } from '../core/naming/parse.js';
import { isPacked } from '../core/documents/packed.js';
import { isVague } from '../core/naming/vague-title.js';
import { DanganError, EXIT } from '../errors.js';
import type { Filed } from '../io/filing/file-evidence.js';
import type { MisnamedFormat } from '../io/filing/misnamed-formats.js';
import { folderAround, pathBelow, slashed } from '../io/within.js';
import { columns, type Row } from '../report/columns.js';
import { printable } from '../report/printable.js';
import { formatOption } from './options/format.js';
import { yearAsked } from './options/year.js';

export interface AddOptions {
  readonly to: string;
  readonly year?: string;
  readonly title?: string;
  readonly move?: boolean;
  readonly dryRun?: boolean;
  readonly archive?: string;
  readonly format: 'text' | 'json';
}

export function addAddCommand(program: Command, cli: Cli): void {
  const say = cli.say.add;
  const command = program
    .command('add')
    .description(say.description)
    .argument('[files...]', say.files)
    .requiredOption('--to <indicator>', say.to)
    .option('--year <year>', say.years)
    .option('--title <title>', say.title)
    .option('--move', say.move)
    .option('--dry-run', say.dryRun)
    .option('--archive <dir>', say.archive)
    .addOption(formatOption(say.format))
    .action((files: readonly string[], options: AddOptions) => add(files, options, cli));
  addExamples(command, cli, say.examples);
}

/** File what `files` name. It only adds, so it acts at once; the journal keeps it, and `undo` takes it back. */
export async function add(files: readonly string[], options: AddOptions, cli: Cli): Promise<void> {
  const { fileEvidence } = await import('../io/filing/file-evidence.js');
  const { findArchive } = await import('../io/archive/read-archive.js');
  const { applyOptions } = await import('./changing/carry-out.js');
  const { noteEarlier, refuseEarlier } = await import('./changing/earlier.js');
  const root = findArchive(resolve(cli.cwd, options.archive ?? '.'));
  if (options.dryRun === true) noteEarlier(root, cli);
  else refuseEarlier(root);
  const list = files.length === 0 || files.includes('-');
  const filed = await fileEvidence({
    root,
    words: list ? await wordsOfList(files, cli) : files,
    keepOrder: list,
    to: options.to,
    year: yearAsked(options.year, 'add', cli),
    title: options.title?.trim(),
    keep: options.move !== true,
    write: options.dryRun !== true,
    cwd: cli.cwd,
    apply: applyOptions(cli),
  });
  cli.out(options.format === 'json' ? json(filed, options) : text(filed, options, cli));
  const { misnamedFormats } = await import('../io/filing/misnamed-formats.js');
  const places = filed.files.map(({ source, to }) => ({
    path: filed.entry === undefined ? source.path : join(root, to),
    name: nameOf(to),
  }));
  cli.note(notes(filed, { title: options.title, misnamed: misnamedFormats(places) }, cli));
  if (filed.unfit.some(({ because }) => because !== 'junk')) cli.exitCode = EXIT.findings;
}

/** The list on standard input takes the place of `-`. */
async function wordsOfList(files: readonly string[], cli: Cli): Promise<readonly string[]> {
  if (cli.stdin.isTTY === true) throw new DanganError('NOTHING_TO_FILE', { unfit: [] });
  const { pathsOfList } = await import('../io/filing/collect-sources.js');
  const listed = pathsOfList(await buffer(cli.stdin));
  return [...files.filter((file) => file !== '-'), ...listed];
}

function json(
  { indicator, folder, files, unfit, repeated, entry }: Filed,
  options: AddOptions,
): string {
  const { code = '', id = '' } = indicator ?? {};
  const result = {
    schema: 'dangan/add@1',
    ok: true,
    dryRun: options.dryRun === true,
    indicator: { code, path: id },
    folder,
    filed: files.map(({ source, to, sameTitle, elsewhere }) => ({
      from: source.shown,
      to,
      ...(sameTitle === undefined ? {} : { sameTitleAs: sameTitle }),
      ...(elsewhere === undefined ? {} : { sameBytesAs: elsewhere }),
    })),
    skipped: [
      ...unfit.map(({ shown, because }) => ({ from: shown, because })),
      ...repeated.map(({ source, as }) => ({ from: source.shown, because: 'repeated', as })),
    ],
    entry: entry ?? null,
  };
  return `${JSON.stringify(result, null, 2)}\n`;
}

function text(filed: Filed, { move, dryRun }: AddOptions, cli: Cli): string {
  const say = cli.say.add;
  const { files, entry } = filed;
  const folder = printable(filed.folder);
  if (files.length === 0) return `${say.nothingNew({ folder })}\n`;
  const kept = new Set(files.map(({ to }) => parentOf(to)));
  for (const home of filed.homes) kept.delete(home);
  const facts = { folder, count: files.length, kept: kept.size, move: move === true };
  const head = dryRun === true ? say.headPlanned(facts) : cli.paint.green(say.head(facts));
  const around = folderAround(files.map(({ source }) => source.path));
  const rows = files.map(({ source, to }): Row => {
    const from = around === undefined ? source.shown : pathBelow(around, source.path);
    return [printable(from), printable(`→ ${to.slice(filed.folder.length + 1)}`)];
  });
  const last = entry === undefined ? [] : [cli.paint.dim(say.undo({ id: entry }))];
  return [head, ...columns(rows, { width: cli.columns }), ...last, ''].join('\n');
}

interface NoteFacts {
  readonly title: string | undefined;
  readonly misnamed: readonly MisnamedFormat[];
}

/** What was not filed and why, and what a reader will not understand. */
function notes(
  { files, unfit, repeated, code, entry }: Filed,
  { title, misnamed }: NoteFacts,
  cli: Cli,
): string {
  const isDone = entry !== undefined;
  const say = cli.say.add;
  const names = files.map(({ to }) => nameOf(to));
  const vague = names.filter((name) => isVague(parseName(name).title));
  const [first] = vague;
  const packed = names.filter(isPacked);
  const [firstPacked] = packed;
  const same = files.flatMap(({ to, sameTitle }) =>
    sameTitle === undefined ? [] : [{ first: nameOf(to), other: sameTitle }],
  );
  const elsewhere = files.flatMap(({ source, elsewhere: as }) =>
    as === undefined ? [] : [{ first: source.shown, as, code, isDone }],
  );
  const [wrong] = misnamed;
  const lines = [
    ...[...groupBy(unfit, ({ because }) => because)].flatMap(([because, those]) =>
      firstFew(
        those.map(({ shown }) => `${shown} ${say.unfit[because]}`),
        say.more,
      ),
    ),
    ...(unfit.some(({ shown }) => nameOf(slashed(shown)) === LEDGER) ? [say.ledgerLeft] : []),
    ...firstFew(
      repeated.map(({ source, as }) => `${source.shown} ${say.repeated({ as })}`),
      say.more,
    ),
    ...(title === undefined ? [] : repeated.slice(0, 1)).map(
      ({ as }) => `  → ${say.repeatedTitled({ as })}`,
    ),
    ...same.slice(0, 1).map((each) => say.sameTitle({ ...each, count: same.length })),
    ...elsewhere.slice(0, 1).map((each) => say.elsewhere({ ...each, count: elsewhere.length })),
    ...(first === undefined ? [] : [say.vague({ count: vague.length, first, isDone })]),
    ...(wrong === undefined ? [] : [say.misnamed({ count: misnamed.length, ...wrong })]),
    ...(firstPacked === undefined
      ? []
      : [say.packed({ count: packed.length, first: firstPacked, isDone })]),
  ];
  return lines.map((line) => `${printable(line)}\n`).join('');
}

/** Of one reason; what is left out is in the JSON. */
const MOST_OF_ONE_REASON = 5;

function firstFew(
  lines: readonly string[],
  more: (d: { count: number }) => string,
): readonly string[] {
  const count = lines.length - MOST_OF_ONE_REASON;
  return count < 2 ? lines : [...lines.slice(0, MOST_OF_ONE_REASON), `  ${more({ count })}`];
}
