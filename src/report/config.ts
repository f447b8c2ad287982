/** What holds, setting by setting. */
import type { Origin, SettingTold } from '../core/archive/settings-told.js';
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

/** Key and value; with `origin`, also where that is said. What differs from the defaults is told in bold. */
export function configText(
  told: readonly SettingTold[],
  file: string,
  withOrigin: boolean,
  { say, paint, columns }: TextStyle,
): string {
  const width = Math.max(...told.map(({ key }) => textWidth(key)));
  const indent = width + 2;
  const lines = told.flatMap(({ key, value, origin }) => {
    const from = withOrigin ? `  ${paint.dim(originWords(origin, file, say.config.default))}` : '';
    const words = wrap(printable(valueWords(value)), Math.max(20, columns - indent));
    const name = `${key}${' '.repeat(width - textWidth(key))}`;
    const head = origin.from === 'default' ? name : paint.bold(name);
    const [first = '', ...rest] = words;
    return [`${head}  ${first}${rest.length === 0 ? from : ''}`].concat(
      rest.map((line, at) => `${' '.repeat(indent)}${line}${at === rest.length - 1 ? from : ''}`),
    );
  });
  return `${lines.join('\n')}\n`;
}

function originWords(origin: Origin, file: string, usual: string): string {
  if (origin.from === 'default') return usual;
  return origin.from === 'file' ? `${file}:${origin.at.line}` : origin.name;
}

function valueWords(value: unknown): string {
  if (value === undefined || value === '') return '–';
  if (Array.isArray(value)) return value.length === 0 ? '–' : value.map(String).join(', ');
  if (typeof value === 'object' && value !== null) {
    const { from = '', to = '' } = value as { from?: string; to?: string };
    return `${from}..${to}`;
  }
  return typeof value === 'string' ? value : JSON.stringify(value);
}
