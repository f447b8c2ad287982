/** Files that are text, or begin with some: `.txt`, `.md`, `.csv`, web pages, mails, RTF. */
import { propertiesOf } from '../../core/documents/properties.js';
import { countText } from '../../core/documents/text-counter.js';
import { readHtml } from '../../core/documents/texts/html.js';
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

/** By extension: their first bytes do not tell what they are. */
const READERS: Readonly<Record<string, (file: OpenFile, wanted: Wanted) => Found>> = {
  '.txt': plainFacts,
  '.md': plainFacts,
  '.csv': tableFacts,
  '.htm': htmlFacts,
  '.html': htmlFacts,
  '.eml': mailFacts,
};

/**
 * What a text tells, by its extension in lower case.
 *
 * @returns `undefined` for others.
 * @throws {Unread} `unsupported` - it is longer than any report, and is not read; `unreadable` - it is no text.
 */
export function textFacts(extension: string, file: OpenFile, wanted: Wanted): Found | undefined {
  return Object.hasOwn(READERS, extension) ? READERS[extension]?.(file, wanted) : undefined;
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

/** Every character that is no blank counts, the marks of Markdown too. */
function plainFacts(file: OpenFile, wanted: Wanted): Found {
  return found(wanted === 'text' ? countText(textOf(file)) : {});
}

function tableFacts(file: OpenFile, wanted: Wanted): Found {
  return found(wanted === 'text' ? countTable(textOf(file)) : {});
}

function htmlFacts(file: OpenFile): Found {
  const { length, ...told } = readHtml(textOf(file));
  return found({ ...length, properties: propertiesOf(told) });
}

function mailFacts(file: OpenFile, wanted: Wanted): Found {
  const bytes = wanted === 'text' ? whole(file, LONGEST_WITH_FILES) : file.read(0, BEGIN);
  const { length, subject, sender, sent } = readMail(bytes.toString('latin1'));
  return found({
    ...(wanted === 'text' ? length : undefined),
    created: sent,
    properties: propertiesOf({ title: subject, author: sender }),
  });
}

/** What its pages are the program that saved it last counted. */
export function rtfFacts(file: OpenFile, wanted: Wanted): Found {
  const bytes = wanted === 'text' ? whole(file, LONGEST_WITH_FILES) : file.read(0, BEGIN);
  const { length, pages, created, ...told } = readRtf(bytes);
  return found({
    ...(wanted === 'text' ? length : undefined),
    pages,
    created,
    properties: propertiesOf(told),
  });
}
