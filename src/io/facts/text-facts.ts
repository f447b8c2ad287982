/** Files that are text, or begin with some: `.txt`, `.md`, `.csv`, web pages, mails, RTF. */
import { countText } from '../../core/documents/text-counter.js';
import { countHtml } from '../../core/documents/texts/html.js';
import { readMail } from '../../core/documents/texts/mail.js';
import { readRtf } from '../../core/documents/texts/rtf.js';
import { countTable } from '../../core/documents/texts/table.js';
import { decodeText } from '../../core/yaml-file/decode-text.js';
import { found, type Found } from './found.js';
import type { OpenFile } from './open-file.js';
import type { Wanted } from './read-task.js';
import { Unread } from './unread.js';

/** More than any report: five million Chinese characters. */
const LONGEST_TEXT = 16 * 2 ** 20;
/** Of a mail or an RTF: they hold pictures and other files as text. */
const LONGEST_WITH_FILES = 64 * 2 ** 20;
/** What a text says of itself stands at its start. */
const BEGIN = 256 * 1024;

/**
 * How the characters of a text are counted, by extension: its first bytes do not tell what it is. Of plain text every
 * one that is no blank counts, the marks of Markdown too.
 */
const COUNTS: ReadonlyMap<string, (text: string) => number> = new Map([
  ['.txt', countText],
  ['.md', countText],
  ['.csv', countTable],
  ['.htm', countHtml],
  ['.html', countHtml],
]);

/**
 * What a text tells, by its extension in lower case.
 *
 * @returns `undefined` for others.
 * @throws {Unread} `unsupported` - it is longer than any report, and is not read; `unreadable` - it is no text.
 */
export function textFacts(extension: string, file: OpenFile, wanted: Wanted): Found | undefined {
  if (extension === '.eml') return mailFacts(file, wanted);
  const count = COUNTS.get(extension);
  return count && found(wanted === 'text' ? { characters: count(textOf(file)) } : {});
}

/** In UTF-8, UTF-16 with its mark, or GB18030. */
function textOf(file: OpenFile): string {
  const { text, fault } = decodeText(whole(file, LONGEST_TEXT));
  if (fault && text === '') throw new Unread('unreadable');
  return text;
}

function whole(file: OpenFile, limit: number): Buffer {
  if (file.sizeBytes > limit) throw new Unread('unsupported');
  return file.read(0, file.sizeBytes);
}

function mailFacts(file: OpenFile, wanted: Wanted): Found {
  const { characters, sent } = readMail(bytesFor(wanted, file).toString('latin1'));
  return found({ characters: wanted === 'text' ? characters : undefined, created: sent });
}

/** What its pages are the program that saved it last counted. */
export function rtfFacts(file: OpenFile, wanted: Wanted): Found {
  const { characters, ...told } = readRtf(bytesFor(wanted, file));
  return found({ ...told, characters: wanted === 'text' ? characters : undefined });
}

function bytesFor(wanted: Wanted, file: OpenFile): Buffer {
  return wanted === 'text' ? whole(file, LONGEST_WITH_FILES) : file.read(0, BEGIN);
}
