import { readFileSync } from 'node:fs';
import { extname, join, relative, resolve } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import type { Command } from 'commander';
import type { Cli } from '../cli/context.js';
import { addExamples } from '../cli/help.js';
import { standIn } from '../core/binding/how.js';
import { groupBy } from '../core/group.js';
import type { Row, Volume } from '../core/catalogue/types.js';
import { indicatorsMeant, shownCode } from '../core/system/meant.js';
import type { ScoringSystem } from '../core/system/types.js';
import { DanganError, EXIT } from '../errors.js';
import { findArchive, openArchive } from '../io/archive/read-archive.js';
import type { Bindable } from '../io/binding/sources.js';
import type { Workplace } from '../io/binding/workplace.js';
import { breath } from '../io/threads/pause.js';
import { someOf } from '../messages/lists.js';
import { quoted } from '../messages/quoted.js';
import type { BoundPdf } from '../report/binding/bound-pdf.js';
import type { BoundVolume, Source } from '../report/binding/types.js';
import { archiveToList } from './reading/archive-to-list.js';
import { dayAsked } from './options/day.js';
import { formatOption } from './options/format.js';
import { refuseOutput } from './options/output-place.js';
import { placesAsked } from './options/places.js';
import { fileProgress } from './telling/file-progress.js';
import { noteEarlier, refuseEarlier } from './changing/earlier.js';

interface BindOptions {
  readonly output?: string;
  readonly indicator?: string;
  readonly owner?: string;
  readonly force?: boolean;
  readonly recordPages?: boolean;
  readonly today?: string;
  readonly format: 'text' | 'json';
}

export function addBindCommand(program: Command, cli: Cli): void {
  const { bind: say } = cli.say;
  const command = program
    .command('bind')
    .description(say.description)
    .argument('[path]', say.options.path, '.')
    .option('--indicator <code>', say.options.indicator)
    .option('-o, --output <file>', say.options.output)
    .option('--owner <name>', say.options.owner)
    .option('--force', say.options.force)
    .option('--record-pages', say.options.recordPages)
    .option('--today <day>', say.options.today)
    .addOption(formatOption(say.options.format))
    .action((path: string, options: BindOptions) => bind(path, options, cli));
  addExamples(command, cli, say.examples);
}

/** Bind what is filed for an indicator. Reads the archive, and writes one file beside it; into ledgers when asked to. */
export async function bind(path: string, options: BindOptions, cli: Cli): Promise<void> {
  const { say, language } = cli;
  const { target, indicator } = asked(options, cli);
  const today = dayAsked(options.today, 'bind', cli);
  const root = findArchive(resolve(cli.cwd, path));
  if (options.recordPages === true) refuseEarlier(root);
  const opened = await openArchive(root, cli.cwd);
  const { system, settings } = opened.archive;
  const places = placesAsked({ ...options, indicator }, system);
  refuseOutput(target, join(root, settings.evidence), options.force === true);
  const archive = await archiveToList(root, opened.archive, cli, today);
  const { catalogueOf } = await import('../core/catalogue/catalogue.js');
  const query = { kind: 'volume', scope: 'indicator', ...places } as const;
  const { catalogue } = catalogueOf(archive, query, say.catalogue.rows);
  if (!catalogue.volumes.some(({ rows }) => rows.some(isBound))) {
    tell({ target, made: undefined, entry: undefined }, options, cli);
    noteEarlier(root, cli);
    return;
  }
  const made = await withSources(
    { root, target },
    catalogue.volumes,
    cli,
    async (volumes, onPiece) => {
      const { boundPdf } = await import('../report/binding/bound-pdf.js');
      const { fontFile } = await import('../io/package-files.js');
      const font = readFileSync(fontFile());
      const { unit, title } = catalogue;
      const cover = {
        unit,
        system: title,
        title: nameOf(indicator, catalogue.volumes, system),
        day: today,
      };
      return boundPdf(volumes, catalogue, cover, { language, font, say, onPiece });
    },
  );
  const { writeWhole } = await import('../io/write-whole.js');
  await breath(cli.signal);
  writeWhole(target, made.bytes);
  const { recordPages } = await import('./bind/record-pages.js');
  const counted = options.recordPages === true ? made.counted : [];
  const entry = await recordPages(root, counted, cli);
  tell({ target, made, entry }, options, cli);
  noteEarlier(root, cli);
}

function asked({ output, indicator }: BindOptions, cli: Cli) {
  const { noIndicator, noOutput, badOutput } = cli.say.bind;
  const wrong = (what: string) => new DanganError('USAGE', { what, command: 'bind' });
  if (indicator === undefined) throw wrong(noIndicator);
  if (output === undefined) throw wrong(noOutput);
  const target = resolve(cli.cwd, output);
  if (extname(target).toLowerCase() !== '.pdf') throw wrong(badOutput({ path: output }));
  return { target, indicator };
}

/** What is bound, on its cover: the indicator that all of it is of, else what was typed. */
function nameOf(typed: string, volumes: readonly Volume[], system: ScoringSystem): string {
  const [first, ...others] = volumes.flatMap(({ indicator }) => indicator ?? []);
  if (first && others.length === 0) return `${first.code} ${first.name}`;
  const [meant, second] = indicatorsMeant(typed, system).found;
  return meant && !second ? `${shownCode(meant, system)} ${meant.name}` : typed;
}

function isBound({ is }: Row): boolean {
  return is !== 'statement';
}

/** Runs with where all pages come from; what was made for that is gone afterwards. */
async function withSources<T>(
  { root, target }: { readonly root: string; readonly target: string },
  volumes: readonly Volume[],
  cli: Cli,
  use: (volumes: readonly BoundVolume[], onPiece: (done: number) => Promise<void>) => Promise<T>,
): Promise<T> {
  const { findSoffice } = await import('../io/office/find-soffice.js');
  const { bindables, readBindable, turnOf } = await import('../io/binding/sources.js');
  const { workplaceFor } = await import('../io/binding/workplace.js');
  const { realDisk } = await import('../io/disk.js');
  const rows = volumes.flatMap((volume) => volume.rows.filter(isBound));
  const paths = [...new Set(rows.flatMap(({ is, path }) => (is === 'link' ? [] : [path])))];
  const { signal, say } = cli;
  const progress = fileProgress(cli);
  let place: Workplace | undefined;
  const workplace = () => {
    place = workplaceFor(root, target, realDisk);
    return place.folder;
  };
  const program = findSoffice({ named: cli.soffice, searchPath: cli.searchPath, home: cli.home });
  const converting = (done: number) => progress.show(say.bind.converting({ done }), done);
  try {
    const found = await bindables(root, paths, { program, workplace, signal, onDone: converting });
    const byPath = new Map(found.map((each) => [each.path, each]));
    const bound = await boundVolumes(volumes, byPath, { readBindable, turnOf });
    return await use(bound, async (done) => {
      progress.show(say.bind.binding({ done, all: rows.length }), done, rows.length);
      await setImmediate();
      signal.throwIfAborted();
    });
  } finally {
    progress.end();
    place?.remove();
  }
}

async function boundVolumes(
  volumes: readonly Volume[],
  byPath: ReadonlyMap<string, Bindable>,
  reading: Reading,
): Promise<readonly BoundVolume[]> {
  const bound: BoundVolume[] = [];
  for (const volume of volumes) {
    const pieces = [];
    for (const row of volume.rows.filter(isBound)) {
      pieces.push({ row, source: await sourceOf(row, byPath.get(row.path), reading) });
    }
    bound.push({ volume, pieces });
  }
  return bound;
}

interface Reading {
  readonly readBindable: (bindable: Bindable) => Uint8Array;
  readonly turnOf: (bindable: Bindable) => Promise<number>;
}

async function sourceOf(
  { is }: Row,
  bindable: Bindable | undefined,
  { readBindable, turnOf }: Reading,
): Promise<Source> {
  if (is === 'link') return standIn('link');
  if (!bindable) return standIn('unreadable');
  const { how } = bindable;
  const read = () => readBindable(bindable);
  if (how.as === 'picture') return { ...how, read, turn: await turnOf(bindable) };
  return how.as === 'pages' ? { as: 'pages', read } : how;
}

interface Told {
  readonly target: string;
  /** `undefined` when there is nothing to bind. */
  readonly made: BoundPdf | undefined;
  /** In the journal, when pages were written into ledgers. */
  readonly entry: string | undefined;
}

function tell({ target, made, entry }: Told, options: BindOptions, cli: Cli): void {
  const { bind: say } = cli.say;
  if (!made) cli.exitCode = EXIT.findings;
  if (options.format === 'json') {
    cli.out(`${JSON.stringify(resultOf(target, made, entry), null, 2)}\n`);
    return;
  }
  if (!made) {
    cli.out(`${cli.paint.yellow(say.nothing)}\n`);
    return;
  }
  const { pages, pieces, leftOut, counted, missing } = made;
  const path = quoted(relative(cli.cwd, target));
  cli.out(`${cli.paint.green(say.done({ path, pieces, pages }))}\n`);
  const count = counted.length;
  if (entry !== undefined) {
    cli.out(`${say.recorded({ count })}\n${cli.paint.dim(cli.say.add.undo({ id: entry }))}\n`);
  } else if (count > 0) cli.note(`${say.counted({ count })}\n`);
  if (leftOut.length > 0) {
    cli.note(`${cli.notePaint.yellow(say.leftOut({ count: leftOut.length }))}\n`);
    for (const [because, items] of groupBy(leftOut, (each) => each.because)) {
      const paths = items.map(({ row }) =>
        because === 'link' ? `${row.path} ${row.note ?? ''}` : row.path,
      );
      cli.note(
        `  ${say.notBound[because]}\n${someOf(paths, (count) => say.moreLeftOut({ count }))}\n`,
      );
    }
  }
  if (leftOut.some(({ because }) => because === 'no-office')) cli.note(`${say.install}\n`);
  if (missing.length > 0) cli.note(`${say.missing({ characters: missing })}\n`);
}

function resultOf(target: string, made: BoundPdf | undefined, entry: string | undefined) {
  return {
    schema: 'dangan/bind@1',
    ok: made !== undefined,
    path: made ? target : null,
    items: made?.pieces ?? 0,
    pages: made?.pages ?? 0,
    leftOut: (made?.leftOut ?? []).map(({ row, because }) => ({ file: row.path, because })),
    counted: made?.counted ?? [],
    entry: entry ?? null,
  };
}
