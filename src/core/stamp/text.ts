/** What is put into the footer of a document. */
import { canonicalName, formatOrdinal, type Naming } from '../naming/format.js';
import { parseName } from '../naming/parse.js';
import { toPortableText, trimName } from '../naming/portable.js';

export const STAMP_FIELDS = ['name', 'ordinal', 'title', 'code', 'indicator', 'unit'] as const;
type StampField = (typeof STAMP_FIELDS)[number];

/** Of these one must be in a template: a footer says which document it is. */
export const NAMING_FIELDS = ['name', 'title'] as const satisfies readonly StampField[];

/** What surrounds a document in its archive; empty where there is nothing to say. */
interface Surroundings {
  /** Of the indicator that it is kept for. */
  readonly code: string;
  readonly indicator: string;
  readonly unit: string;
}

/** What a file is called on paper: without its extension, and always with the full-width colon. */
interface PaperName {
  /** `01：创建领导小组文件`; the title alone when there is no ordinal. */
  readonly name: string;
  readonly ordinal: string;
  readonly title: string;
}

/**
 * The text of a footer: the canonical name of the file, whatever the name on the disk has for it, as `fix` would write it.
 * A file without an ordinal has its title there.
 *
 * @param template - Its fields are `STAMP_FIELDS`; blanks that an empty one leaves are not kept.
 * @returns NFC, one line, not empty.
 */
export function stampText(
  template: string,
  file: string,
  surroundings: Surroundings,
  naming: Naming,
): string {
  const values: Readonly<Record<string, string>> = { ...paperName(file, naming), ...surroundings };
  // Blanks of the template are told from those of a title, of which none are lost.
  const parts = template.split(/(\{[^{}]*\}|\s+)/u).map((part) => {
    if (/^\s+$/u.test(part)) return BLANK;
    return part.startsWith('{') ? (values[part.slice(1, -1)] ?? '') : part;
  });
  const text = parts.filter((part) => part !== '').join('');
  return oneLine(text.replaceAll(BLANKS, ' ')).trim();
}

/** No text has it: it is half of a character. */
const BLANK = '\uD800';
const BLANKS = new RegExp(`${BLANK}+`, 'g');

function paperName(file: string, naming: Naming): PaperName {
  const parts = parseName(file);
  const written = { ...parts, extension: '' };
  const name = canonicalName(written, { ...naming, separator: 'fullwidth' });
  if (name === undefined || parts.ordinal === undefined) {
    const title = trimName(toPortableText(parts.title)) || file;
    return { name: title, ordinal: '', title };
  }
  const ordinal = formatOrdinal(parts.ordinal, naming);
  return { name, ordinal, title: name.slice(ordinal.length + 1) };
}

/** Whatever a name on a disk may hold. */
function oneLine(text: string): string {
  return text.normalize('NFC').replace(/[\p{Cc}\u2028\u2029]+/gu, ' ');
}
