import { DEFAULT_SETTINGS, type Settings } from '../archive/settings.js';
import { extensionStart, parseName } from './parse.js';
import { skipColons } from './ordinal.js';
import { toPortableText, trimName } from './portable.js';
import type { EvidenceName } from './types.js';

export type Naming = Pick<Settings['naming'], 'digits' | 'separator'>;

type Written = Pick<EvidenceName, 'ordinal' | 'title' | 'extension'>;

/** The greatest ordinal that fits. */
export function highestOrdinal(naming: Naming): number {
  return naming.digits === 3 ? 999 : 99;
}

export function formatOrdinal(ordinal: number, naming: Naming): string {
  return String(ordinal).padStart(naming.digits, '0');
}

/** What is written after the ordinal. */
export function separatorOf(naming: Naming): string {
  return naming.separator === 'ascii' ? ':' : '：';
}

/** The parts put together as they are: `03：年度工作计划.pdf`. Without an ordinal, title and extension. */
export function formatName(name: Written, naming: Naming = DEFAULT_SETTINGS.naming): string {
  const { ordinal, title, extension } = name;
  if (ordinal === undefined) return title + extension;
  return `${formatOrdinal(ordinal, naming)}${separatorOf(naming)}${title}${extension}`;
}

/**
 * The one form in which an evidence name is written: ordinal in full, the separator, a title that may stand on
 * every system and has no blanks around it. The extension is kept.
 *
 * @returns `undefined` when there is no ordinal from 1, or no title.
 */
export function canonicalName(
  name: string | Written,
  naming: Naming = DEFAULT_SETTINGS.naming,
): string | undefined {
  const parts = typeof name === 'string' ? parseName(name) : name;
  if (parts.ordinal === undefined || parts.ordinal < 1) return undefined;
  // The extension is looked for again: what was taken out of the text may have kept it from being one.
  const text = trimName(toPortableText(parts.title + parts.extension));
  const from = skipColons(text, 0);
  const titleTo = Math.max(from, extensionStart(text, from - 1, text.length));
  const title = trimName(text.slice(from, titleTo));
  if (title === '') return undefined;
  return formatName({ ordinal: parts.ordinal, title, extension: text.slice(titleTo) }, naming);
}
