import { extname, join, relative, resolve } from 'node:path';
import type { Command } from 'commander';
import type { Cli } from '../cli/context.js';
import { addExamples } from '../cli/help.js';
import { usualScope, type Catalogued, type CatalogueQuery } from '../core/catalogue/catalogue.js';
import {
  CATALOGUE_KINDS,
  VOLUME_SCOPES,
  type CatalogueKind,
  type VolumeScope,
} from '../core/catalogue/types.js';
import { typed } from '../core/system/meant.js';
import { DanganError } from '../errors.js';
import { findArchive, openArchive } from '../io/archive/read-archive.js';
import { breath } from '../io/threads/pause.js';
import { en } from '../messages/en/index.js';
import { quoted } from '../messages/quoted.js';
import { zhCn } from '../messages/zh-cn/index.js';
import { archiveToList } from './reading/archive-to-list.js';
import { CATALOGUE_WRITERS } from './catalogue/writers.js';
import { formatOption } from './options/format.js';
import { refuseOutput } from './options/output-place.js';
import { placesAsked } from './options/places.js';
import { noteEarlier } from './changing/earlier.js';

interface CatalogueOptions {
  readonly output?: string;
  readonly kind?: string;
  readonly per?: string;
  readonly indicator?: string;
  readonly owner?: string;
  readonly force?: boolean;
  readonly format: 'text' | 'json';
}

export function addCatalogueCommand(program: Command, cli: Cli): void {
  const { catalogue: say } = cli.say;
  const command = program
    .command('catalogue')
    .description(say.description)
    .argument('[path]', say.options.path, '.')
    .option('-o, --output <file>', say.options.output)
    .option('--kind <kind>', say.options.kind)
    .option('--per <volume>', say.options.per)
    .option('--indicator <code>', say.options.indicator)
    .option('--owner <name>', say.options.owner)
    .option('--force', say.options.force)
    .addOption(formatOption(say.options.format))
    .action((path: string, options: CatalogueOptions) => catalogue(path, options, cli));
  addExamples(command, cli, say.examples);
}

/** Print what the archive holds. Reads the archive, and writes one file beside it. */
export async function catalogue(path: string, options: CatalogueOptions, cli: Cli): Promise<void> {
  const { target, writer } = outputOf(options, cli);
  const { kind, scope } = wordsOf(options, cli);
  const root = findArchive(resolve(cli.cwd, path));
  const opened = await openArchive(root, cli.cwd);
  const { system, settings } = opened.archive;
  const query = { kind, scope, ...placesAsked(options, system) };
  refuseOutput(target, join(root, settings.evidence), options.force === true);
  const archive = await archiveToList(root, opened.archive, cli);
  const { catalogueOf } = await import('../core/catalogue/catalogue.js');
  const { printedLists } = await import('../report/catalogue/lists.js');
  const { say, language } = cli;
  const found = catalogueOf(archive, query, say.catalogue.rows);
  const lists = printedLists(found.catalogue, settings.catalogue.fonds, say.catalogue);
  const heading = say.catalogue.headings[kind];
  const title = [settings.unit.name, heading].filter((each) => each !== '').join(' ');
  const { bytes, missing = [] } = await writer({
    lists,
    title,
    listedBy: say.catalogue.columns.volumeTitle,
    say,
    language,
  });
  const { writeWhole } = await import('../io/write-whole.js');
  await breath(cli.signal);
  writeWhole(target, bytes);
  const { catalogueNotes } = await import('../report/catalogue/notes.js');
  const isWhole = options.indicator === undefined && options.owner === undefined;
  const notes = catalogueNotes(found, { archive, isWhole, missing }, say.catalogue);
  const result = resultOf(found, query, lists.length);
  cli.out(
    options.format === 'json'
      ? `${JSON.stringify({ schema: 'dangan/catalogue@1', ok: true, path: target, ...result }, null, 2)}\n`
      : text({ ...result, path: quoted(relative(cli.cwd, target)) }, heading, cli),
  );
  for (const note of notes) cli.note(`${cli.notePaint.yellow(note)}\n`);
  noteEarlier(root, cli);
}

interface Result {
  readonly kind: CatalogueKind;
  readonly per: VolumeScope;
  readonly lists: number;
  readonly files: number;
  readonly links: number;
  readonly unpaged: number;
  readonly undated: number;
  readonly uncoded: number;
  readonly unlisted: number;
}

function resultOf({ remarks }: Catalogued, { kind, scope }: CatalogueQuery, lists: number): Result {
  const { files, links, unpaged, undated, uncoded, unlisted, codes } = remarks;
  const without = [...uncoded.values()].reduce((sum, count) => sum + count, 0);
  return {
    ...{ kind, per: scope, lists, files, links },
    ...{ unpaged: unpaged.length, undated: undated.length },
    ...{ uncoded: codes ? without : files, unlisted },
  };
}

function text(
  { lists, files, links, path }: Result & { readonly path: string },
  heading: string,
  { say: { catalogue: say }, paint }: Cli,
): string {
  const lines = [
    paint.green(say.done({ heading, path, lists, files, links })),
    ...(files + links === 0 ? [say.nothing] : []),
  ];
  return lines.map((line) => `${line}\n`).join('');
}

function outputOf({ output }: CatalogueOptions, cli: Cli) {
  const { badOutput, noOutput } = cli.say.catalogue;
  const known = Object.keys(CATALOGUE_WRITERS);
  if (output === undefined) throw wrong(noOutput({ known }));
  const target = resolve(cli.cwd, output);
  const writer = CATALOGUE_WRITERS[extname(target).toLowerCase()];
  if (!writer) throw wrong(badOutput({ path: output, known }));
  return { target, writer };
}

function wordsOf(
  { kind, per }: CatalogueOptions,
  cli: Cli,
): { readonly kind: CatalogueKind; readonly scope: VolumeScope } {
  const words = [cli.say.catalogue, zhCn.catalogue, en.catalogue];
  const kinds = words.map((each) => each.kinds);
  const asked = oneOf('--kind', kind ?? 'volume', CATALOGUE_KINDS, kinds, cli);
  const scopes = words.map((each) => each.scopes);
  const scope =
    per === undefined ? usualScope(asked) : oneOf('--per', per, VOLUME_SCOPES, scopes, cli);
  return { kind: asked, scope };
}

/** @param words - Of each choice in every language, the user's first; `卷内目录` is as good as `卷内`. */
function oneOf<T extends string>(
  option: string,
  value: string,
  choices: readonly T[],
  words: readonly Readonly<Record<T, string>>[],
  cli: Cli,
): T {
  const word = typed(value.trim()).replace(/(文件)?目录$/u, '');
  const found = choices.find(
    (each) => each === word || words.some((own) => typed(own[each]) === word),
  );
  if (found !== undefined) return found;
  const known = choices.map((each) => {
    const own = words[0]?.[each] ?? each;
    return own === each ? each : own + cli.say.marks.aside({ text: each });
  });
  throw wrong(cli.say.catalogue.badWord({ option, value, known }));
}

function wrong(what: string): DanganError {
  return new DanganError('USAGE', { what, command: 'catalogue' });
}
