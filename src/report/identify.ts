/** What files really are, as a table and as JSON. */
import { classOf, opensAs } from '../core/documents/formats.js';
import type { FileFacts } from '../core/documents/types.js';
import { nameOf } from '../core/archive/paths.js';
import { parseName } from '../core/naming/parse.js';
import { printable } from './printable.js';
import { padded } from './columns.js';
import { textWidth } from './text-width.js';
import type { TextStyle } from './text-style.js';

interface Row extends FileFacts {
  readonly path: string;
}

/** One document, `dangan/identify@1`; see schemas/identify.schema.json. */
export function identifyJson(files: readonly Row[], garbled: readonly string[]): string {
  const document = {
    schema: 'dangan/identify@1',
    ok: true,
    files: files.map((file) => ({
      file: file.path,
      format: file.format ?? null,
      class: file.format === undefined ? null : classOf(file.format),
      marks: file.marks,
      bytes: file.sizeBytes,
      extensionFits: fits(file) ?? null,
    })),
    garbled,
    summary: {
      files: files.length,
      formats: Object.fromEntries(countFormats(files)),
      wrongExtensions: files.filter((file) => fits(file) === false).length,
    },
  };
  return `${JSON.stringify(document, null, 2)}\n`;
}

/** Wider names of files make the other columns go below. */
const WIDEST_NAME = 60;

/** A line for each file, and below them how many there are of each format. */
export function identifyText(files: readonly Row[], style: TextStyle): string {
  const { say, paint } = style;
  const words = say.identify;
  if (files.length === 0) return `${words.none}\n`;
  const cells = files.map((file) => [
    printable(file.path),
    file.format === undefined ? '' : words.formats[file.format],
    marksOf(file, style),
  ]);
  const head = [words.head.file, words.head.format, words.head.marks];
  const widths = [0, 1].map((column) =>
    [head, ...cells].reduce((widest, row) => Math.max(widest, textWidth(row[column] ?? '')), 0),
  );
  const name = Math.min(widths[0] ?? 0, WIDEST_NAME, Math.max(20, style.columns >> 1));
  const format = widths[1] ?? 0;
  const line = ([path = '', kind = '', marks = '']: readonly string[]) => {
    const rest = `${marks === '' ? kind : padded(kind, format)}  ${marks}`.trimEnd();
    return textWidth(path) > name
      ? `${path}\n${' '.repeat(name)}  ${rest}`
      : `${padded(path, name)}  ${rest}`;
  };
  const table = [paint.bold(line(head)), ...cells.map(line)];
  return `${table.join('\n')}\n\n${summaryLines(files, style).join('\n')}\n`;
}

function marksOf(file: Row, { say, paint }: TextStyle): string {
  const words = say.identify;
  const extension = extensionIn(file.path);
  const wrong = fits(file) === false ? words.extension({ extension }) : undefined;
  const unknown = file.format === undefined && file.marks.length === 0 ? words.unknown : undefined;
  const marks = file.marks.map((mark) => words.marks[mark]);
  return [unknown, wrong, ...marks]
    .filter((word) => word !== undefined)
    .map((word) => (word === wrong ? paint.yellow(word) : word))
    .join(say.marks.comma);
}

function summaryLines(files: readonly Row[], { say }: TextStyle): string[] {
  const words = say.identify;
  const formats = [...countFormats(files)].map(
    ([format, count]) => [format === UNKNOWN ? words.unknown : format, count] as const,
  );
  const wrong = files.filter((file) => fits(file) === false).length;
  const summary = words.summary({ files: files.length, formats });
  return wrong === 0 ? [summary] : [summary, words.wrong({ count: wrong })];
}

/** Is the extension one of the format's? `undefined` when either is not known. */
function fits({ path, format }: Row): boolean | undefined {
  return format === undefined ? undefined : opensAs(format, extensionIn(path));
}

function extensionIn(path: string): string {
  return parseName(nameOf(path)).extension;
}

const UNKNOWN = 'unknown';

/** The commonest first. */
function countFormats(files: readonly Row[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { format = UNKNOWN } of files) counts.set(format, (counts.get(format) ?? 0) + 1);
  return new Map([...counts].sort(([, a], [, b]) => b - a));
}
