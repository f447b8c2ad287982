/** What holds, setting by setting. */
import type { Origin, SettingTold } from '../core/archive/settings/told.js';
import { padded } from './columns.js';
import { printable } from './printable.js';
import type { TextStyle } from './text-style.js';
import { textWidth } from './text-width.js';
import { wrap } from './wrap.js';

/** One document, `dangan/config@1`. */
export function configJson(told: readonly SettingTold[], file: string): string {
  const settings = told.map(({ key, value, origin }) => ({
    key,
    value: value ?? null,
    origin: origin.from === 'file' ? { from: 'file', file, ...origin.at } : origin,
  }));
  return `${JSON.stringify({ schema: 'dangan/config@1', ok: true, settings }, null, 2)}\n`;
}

/** The narrowest that values are wrapped to. */
const NARROWEST = 24;

/**
 * Key and value, with `origin` where that is said between them. What differs from the defaults is told in bold.
 *
 * @param file - Where the settings are; where a whole path would leave no room for values, it is told once.
 */
export function configText(
  told: readonly SettingTold[],
  file: string,
  withOrigin: boolean,
  style: TextStyle,
): string {
  const { say, paint, columns } = style;
  const name = file.replace(/^.*[\\/]/s, '');
  const keys = Math.max(...told.map(({ key }) => textWidth(key)));
  const width = (path: string) =>
    Math.max(...told.map(({ origin }) => textWidth(originWords(origin, path, say.config.default))));
  const isLong = withOrigin && keys + 2 + width(file) + 2 + NARROWEST > columns;
  const path = isLong ? name : file;
  const indent = keys + 2 + (withOrigin ? width(path) + 2 : 0);
  const lines = told.flatMap(({ key, value, origin }) => {
    const cell = padded(key, keys);
    const from = padded(originWords(origin, path, say.config.default), width(path));
    const head = [
      origin.from === 'default' ? cell : paint.bold(cell),
      ...(withOrigin ? [paint.dim(from)] : []),
    ].join('  ');
    return rows(head, indent, wordsOf(value).map(printable), columns);
  });
  const heads = isLong ? [`${paint.dim(say.config.file({ name, path: printable(file) }))}\n`] : [];
  return `${[...heads, ...lines].join('\n')}\n`;
}

/** The value of a setting, for a program that reads a line: of a list each on a line of its own. */
export function settingText({ value }: SettingTold): string {
  const words = isSet(value) ? wordsOf(value) : [];
  return words.map((word) => `${word}\n`).join('');
}

/** What is wider than the column of values stands below its key, whole. */
function rows(
  head: string,
  indent: number,
  words: readonly string[],
  columns: number,
): readonly string[] {
  const room = Math.max(NARROWEST, columns - indent);
  const pieces = piecesOf(words);
  if (Math.max(...pieces.map(textWidth)) <= room) {
    const [first = '', ...rest] = joined(words, room);
    return [`${head}  ${first}`, ...rest.map((line) => `${' '.repeat(indent)}${line}`)];
  }
  const lines = joined(words, columns - BELOW);
  return [head.trimEnd(), ...lines.map((line) => `${' '.repeat(BELOW)}${line}`)];
}

const BELOW = 4;
/** A run of Latin text: a path, a pattern, what fields are put together to. */
const LATIN = /[\u0021-\u024f]+/gu;

/** What is not to be broken: the items of a list; of a text its Latin words. */
function piecesOf(words: readonly string[]): readonly string[] {
  const [text = '', ...rest] = words;
  return rest.length === 0 ? ['', ...(text.match(LATIN) ?? [])] : words;
}

/** A text in lines; items of a list side by side while there is room. */
function joined(words: readonly string[], room: number): readonly string[] {
  const [text = '', ...rest] = words;
  if (rest.length === 0) return wrap(text, Math.max(room, ...piecesOf(words).map(textWidth)));
  const lines: string[] = [];
  for (const [at, word] of words.entries()) {
    const item = at < words.length - 1 ? `${word},` : word;
    const both = `${lines.at(-1) ?? ''} ${item}`;
    if (at > 0 && textWidth(both) <= room) lines[lines.length - 1] = both;
    else lines.push(item);
  }
  return lines;
}

function originWords(origin: Origin, file: string, usual: string): string {
  if (origin.from === 'default') return usual;
  return origin.from === 'file' ? printable(`${file}:${origin.at.line}`) : origin.name;
}

function isSet(value: unknown): boolean {
  return value !== undefined && value !== '' && !(Array.isArray(value) && value.length === 0);
}

function wordsOf(value: unknown): readonly string[] {
  if (!isSet(value)) return ['–'];
  if (Array.isArray(value)) return value.map(String);
  if (typeof value === 'object' && value !== null) {
    const { from = '', to = '' } = value as { from?: string; to?: string };
    return [`${from}..${to}`];
  }
  return [typeof value === 'string' ? value : JSON.stringify(value)];
}
