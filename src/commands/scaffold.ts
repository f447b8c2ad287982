import { resolve } from 'node:path';
import type { Command } from 'commander';
import type { Cli } from '../cli/context.js';
import { addExamples } from '../cli/help.js';
import type { ExpectedFolder } from '../core/archive/layout.js';
import { matchFolders, type TreeMatch } from '../core/archive/match.js';
import { countEvidence } from '../core/archive/overview.js';
import type { Folder } from '../core/archive/types.js';
import type { ArchivePath } from '../core/archive/paths.js';
import { isEvidence } from '../core/naming/junk.js';
import type { Scaffolded } from '../io/archive/scaffold.js';
import { codesText } from '../report/codes-text.js';
import { columns, type Row } from '../report/columns.js';
import { wrap } from '../report/wrap.js';
import { treeLines, type Branch } from '../report/tree.js';
import { formatOption } from './options/format.js';
import { noteProfile } from './telling/note-profile.js';

interface ScaffoldOptions {
  readonly write?: boolean;
  readonly dryRun?: boolean;
  readonly all?: boolean;
  readonly format: 'text' | 'json';
}

export function addScaffoldCommand(program: Command, cli: Cli): void {
  const say = cli.say.scaffold;
  const command = program
    .command('scaffold')
    .description(say.description)
    .argument('[archive]', say.archive)
    .option('--write', say.write)
    .option('--dry-run', say.dryRun)
    .option('--all', say.all)
    .addOption(formatOption(say.format))
    .action((archive: string | undefined, options: ScaffoldOptions) =>
      scaffoldArchive(resolve(cli.cwd, archive ?? '.'), options, cli),
    );
  addExamples(command, cli, say.examples);
}

/** New folders are made at once: they overwrite nothing. Renames wait for `--write`; with `--dry-run` all waits. */
export async function scaffoldArchive(
  start: string,
  options: ScaffoldOptions,
  cli: Cli,
): Promise<void> {
  const { findArchive } = await import('../io/archive/read-archive.js');
  const { scaffold } = await import('../io/archive/scaffold.js');
  const { applyOptions } = await import('./changing/carry-out.js');
  const { noteEarlier, refuseEarlier } = await import('./changing/earlier.js');
  const dryRun = options.dryRun === true;
  const write = options.write === true && !dryRun;
  const root = findArchive(start);
  if (dryRun) noteEarlier(root, cli);
  else refuseEarlier(root);
  const result = await scaffold(root, { ...applyOptions(cli), write, dryRun });
  cli.out(
    options.format === 'json'
      ? json(result, { write, dryRun })
      : text(result, { ...options, write }, cli),
  );
  noteProfile(result.archive, cli);
}

function json(
  result: Scaffolded,
  { write, dryRun }: { readonly write: boolean; readonly dryRun: boolean },
): string {
  const { archive, made, schemas, renames, doubtful, followed, unknown, entries } = result;
  const moves = renames.changes.flatMap((change) =>
    change.do === 'move' ? [{ from: change.from, to: change.to }] : [],
  );
  const document = {
    schema: 'dangan/scaffold@1',
    ok: true,
    evidence: archive.settings.evidence,
    made,
    schemas,
    renames: moves,
    doubtful,
    codes: followed.codes,
    unsure: followed.unsure,
    written: write,
    ...(dryRun ? { dryRun } : {}),
    refused: renames.refused.map(({ path, to, because }) => ({ from: path, to, because })),
    unknown,
    entries,
  };
  return `${JSON.stringify(document, null, 2)}\n`;
}

/** Longer trees are shown by their groups. */
const MOST_LINES = 60;

function text(result: Scaffolded, { write, dryRun, all }: ScaffoldOptions, cli: Cli): string {
  const say = cli.say.scaffold;
  const { archive, made, schemas, renames, doubtful, followed, unknown, entries } = result;
  const match = matchFolders(archive);
  const total = count(archive.expected, () => true);
  const isShort = all === true || total <= MOST_LINES;
  const most = all === true ? Infinity : 12;
  const moves = renames.changes.flatMap((change): Row[] =>
    change.do === 'move' ? [[change.from, `→ ${change.to}`]] : [],
  );
  const waiting = new Set(write === true ? [] : moves.map(([from]) => from));
  const shown = { match, made: new Set(made), waiting, isShort, cli };
  const tree = archive.expected.map((folder) => branchOf(folder, archive.root, shown));
  const refused = renames.refused.map(({ path, to }): Row => [path, `→ ${to}`]);
  const id = entries.at(-1);
  return [
    cli.paint.bold(`${archive.settings.evidence}/`),
    ...treeLines(tree),
    cli.paint.green(say.summary({ total, made: made.length, dryRun: dryRun === true })),
    ...(schemas.length === 0 || dryRun === true ? [] : [say.schemas({ count: schemas.length })]),
    ...section(write === true ? say.renamed : say.toRename, moves, most, cli),
    ...codesText(followed, { written: write === true, all: all === true }, cli),
    ...section(say.refused, refused, most, cli),
    ...section(
      say.doubtful,
      doubtful.map(({ from, to }): Row => [from, `→ ${to}`]),
      most,
      cli,
    ),
    ...(doubtful.length === 0 ? [] : wrap(say.doubtfulNext, cli.columns)),
    ...section(
      say.unknown,
      unknown.map((path): Row => [path, '']),
      most,
      cli,
    ),
    ...(id === undefined ? [] : [cli.paint.dim(say.undo({ id }))]),
    '',
  ].join('\n');
}

function section(
  head: (d: { count: number }) => string,
  rows: readonly Row[],
  most: number,
  cli: Cli,
): readonly string[] {
  if (rows.length === 0) return [];
  const rest = rows.length - most;
  return [
    '',
    cli.paint.yellow(head({ count: rows.length })),
    ...columns(rows.slice(0, most), { width: cli.columns }),
    ...(rest > 0 ? [`  ${cli.say.scaffold.more({ count: rest })}`] : []),
  ];
}

interface Shown {
  readonly match: TreeMatch;
  readonly made: ReadonlySet<ArchivePath>;
  /** Where the folders are now that would get another name or place. */
  readonly waiting: ReadonlySet<ArchivePath>;
  readonly isShort: boolean;
  readonly cli: Cli;
}

function branchOf(folder: ExpectedFolder, parent: Folder | undefined, shown: Shown): Branch {
  const { isShort, cli } = shown;
  const own = shown.match.byExpected.get(folder)?.folder;
  const name = nameNow(folder, own, parent, shown);
  const facts = factsOf(folder, shown);
  const text = facts.length === 0 ? name : `${name}  ${cli.paint.dim(facts.join('  '))}`;
  const isShown = isShort && !folder.leaf;
  return {
    text,
    children: isShown ? folder.children.map((child) => branchOf(child, own, shown)) : [],
  };
}

/** As it is called on the disk; what it would be called beside that. One under another parent is named from the root. */
function nameNow(
  { name }: ExpectedFolder,
  own: Folder | undefined,
  parent: Folder | undefined,
  { waiting, cli }: Shown,
): string {
  if (!own) return name;
  const isAtHome = parent?.folders.includes(own) === true;
  const now = isAtHome ? own.name : own.path;
  if (!waiting.has(own.path)) return now;
  return `${now} ${cli.paint.yellow(`→ ${name}`)}`;
}

/** New, and what it holds; of a group that is not shown in full also how many indicators. */
function factsOf(folder: ExpectedFolder, { match, made, isShort, cli }: Shown): readonly string[] {
  const say = cli.say.scaffold;
  const isClosed = !isShort && !folder.leaf;
  const files = folder.leaf || isClosed ? filesBelow(folder, match) : 0;
  const own = match.byExpected.get(folder);
  return [
    ...(isClosed ? [say.leaves({ count: count([folder], ({ leaf }) => leaf) })] : []),
    ...(files > 0 ? [say.files({ count: files })] : []),
    ...(!own || made.has(own.folder.path) ? [say.isNew] : []),
  ];
}

/** A leaf indicator's folder may have folders of the clerk's own in it. */
function filesBelow(folder: ExpectedFolder, match: TreeMatch): number {
  const own = match.byExpected.get(folder)?.folder;
  if (folder.leaf) return own ? countEvidence(own) : 0;
  const beside = own?.files.filter(({ name }) => isEvidence(name)).length ?? 0;
  return folder.children.reduce((sum, child) => sum + filesBelow(child, match), beside);
}

function count(
  folders: readonly ExpectedFolder[],
  fits: (folder: ExpectedFolder) => boolean,
): number {
  return folders.reduce(
    (sum, folder) => sum + Number(fits(folder)) + count(folder.children, fits),
    0,
  );
}
