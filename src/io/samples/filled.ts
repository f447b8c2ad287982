/**
 * A filled archive of a built-in example, to see what `status` and `score` say: small real files, ledgers and scores
 * as `filled.yaml` beside the scoring system tells.
 */
import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { parse, stringify } from 'yaml';
import { eachExpected } from '../../core/archive/layout.js';
import { schemaLine } from '../../core/archive/schema-line.js';
import type { Archive } from '../../core/archive/types.js';
import { parseName } from '../../core/naming/parse.js';
import type { Day } from '../../core/system/types.js';
import { docx, pdf, photo, video, writeSamples, xlsx, type Sample } from './index.js';

/** `filled.yaml` as it is written; examples are ours, so that its form is not judged. */
export interface Filled {
  /** The day on which the table beside it holds. */
  readonly today: Day;
  readonly unit: string;
  readonly profile?: Readonly<Record<string, string>>;
  readonly window?: string;
  /** By the indicator's path of codes; with `/2020` after it, its year folder. */
  readonly files: Readonly<Record<string, readonly FilledFile[]>>;
  readonly ledgers?: Readonly<Record<string, object>>;
  readonly scores?: readonly object[];
  readonly vetoes?: readonly object[];
}

/** A name, or a name with what its contents are to say. */
type FilledFile =
  | string
  | {
      readonly file: string;
      /** Characters of its text with the title, blanks not counted. */
      readonly characters?: number;
      /** Of a document. */
      readonly created?: Day;
      /** Of a photo. */
      readonly taken?: Day;
    };

/** @returns `undefined` for an example that has none. */
export async function readFilled(system: string): Promise<Filled | undefined> {
  const path = join(dirname(system), 'filled.yaml');
  return existsSync(path) ? (parse(await readFile(path, 'utf8')) as Filled) : undefined;
}

/** Put the files, ledgers and scores into an archive that `init` made of the example. */
export async function fillArchive(root: string, archive: Archive, filled: Filled): Promise<void> {
  const folders = foldersOf(archive);
  const folderOf = (id: string): string => {
    const path = folders.get(id);
    if (path === undefined) throw new Error(`filled.yaml: no folder of ${id}`);
    return path;
  };
  for (const [id, files] of Object.entries(filled.files)) {
    await writeSamples(join(root, folderOf(id)), files.map(sampleOf));
  }
  for (const [id, ledger] of Object.entries(filled.ledgers ?? {})) {
    const path = `${folderOf(id)}/ledger.yaml`;
    const text = stringify({ format: 'dangan/ledger@1', ...ledger });
    await writeFile(join(root, path), `${schemaLine(path, 'ledger')}\n${text}`);
  }
  const { scores, vetoes } = filled;
  if (scores ?? vetoes) {
    const text = stringify({ format: 'dangan/scores@1', scores, vetoes });
    await writeFile(join(root, 'scores.yaml'), `${schemaLine('scores.yaml', 'scores')}\n${text}`);
  }
}

function foldersOf(archive: Archive): ReadonlyMap<string, string> {
  const folders = new Map<string, string>();
  for (const { indicator, year, path } of eachExpected(archive.expected)) {
    if (indicator) folders.set(year === undefined ? indicator.id : `${indicator.id}/${year}`, path);
  }
  return folders;
}

function sampleOf(wanted: FilledFile, at: number): Sample {
  const { file, characters = 60, created, taken } = facts(wanted);
  const { title, extension } = parseName(file.slice(file.lastIndexOf('/') + 1));
  switch (extension.toLowerCase()) {
    case '.docx':
      return docx(file, title, paragraphs(characters - title.length), created);
    case '.pdf':
      return pdf(file, [[title, ...paragraphs(characters - title.length)]]);
    case '.xlsx':
      return xlsx(file, '统计表', [
        ['项目', '数量'],
        [title, 1],
      ]);
    case '.jpg':
      return photo(file, at, taken);
    case '.mp4':
      return video(file);
    default:
      return { path: file, bytes: () => Buffer.from(paragraphs(characters).join('\n')) };
  }
}

function facts(file: FilledFile): Exclude<FilledFile, string> {
  return typeof file === 'string' ? { file } : file;
}

/** Text of so many characters, forty to the paragraph. */
function paragraphs(characters: number): string[] {
  const lines: string[] = [];
  for (let left = characters; left > 0; left -= SENTENCE.length) {
    lines.push(left >= SENTENCE.length ? SENTENCE : `${SENTENCE.slice(0, left - 1)}。`);
  }
  return lines;
}

const SENTENCE =
  '本项工作按照测评要求开展，责任到人，过程有记录，结果有总结，材料齐全，可供核查，特此说明。';
