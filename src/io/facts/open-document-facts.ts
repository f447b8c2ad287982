/** ODF, as LibreOffice and the office programs of Chinese Linux write it: `.odt`, `.ods`, `.odp`. */
import { dayOfW3c } from '../../core/documents/days.js';
import { elementsOf, textOf } from '../../core/documents/elements.js';
import { pageCount } from '../../core/documents/page-count.js';
import { countTextWithin, type TextPlaces } from '../../core/documents/text-within.js';
import { attributeOf } from '../../core/documents/xml.js';
import { found, type Found } from './found.js';
import type { Wanted } from './read-task.js';
import { Unread } from './unread.js';
import type { ZipParts } from './zip-parts.js';

const KIND = 'application/vnd.oasis.opendocument.';
/** Of a text document; the others have elements of their own in its place. */
const BODY: TextPlaces = {
  text: new Set(['text']),
  // Text that was deleted, notes, comments, and pinyin.
  not: new Set(['tracked-changes', 'note', 'annotation', 'ruby-text']),
};

/** @returns `undefined` when it is a zip of another kind. */
export function openDocumentFacts(parts: ZipParts, wanted: Wanted): Found | undefined {
  const kind = parts.text('mimetype');
  if (kind?.startsWith(KIND) !== true) return undefined;
  if (parts.text('META-INF/manifest.xml')?.includes(':encryption-data') === true) {
    throw new Unread('encrypted');
  }
  const meta = parts.text('meta.xml') ?? '';
  const isText = kind.startsWith('text', KIND.length);
  return found({
    characters: isText && wanted === 'text' ? charactersIn(parts.text('content.xml')) : undefined,
    pages: isText ? counted(meta) : slidesIn(kind, parts),
    created: dayOfW3c(textOf(meta, 'creation-date')),
  });
}

function charactersIn(content: string | undefined): number | undefined {
  return content === undefined ? undefined : countTextWithin(content, BODY);
}

/** What the program that saved it last counted. */
function counted(meta: string): number | undefined {
  const statistic = elementsOf(meta).find(({ name }) => name === 'document-statistic');
  return statistic && pageCount(attributeOf(statistic.tag, 'meta:page-count'));
}

function slidesIn(kind: string, parts: ZipParts): number | undefined {
  const content = kind.startsWith('presentation', KIND.length)
    ? parts.text('content.xml')
    : undefined;
  if (content === undefined) return undefined;
  return pageCount(elementsOf(content).filter(({ tag }) => /^draw:page\s/.test(tag)).length);
}
