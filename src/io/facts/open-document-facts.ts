/** ODF, as LibreOffice and the office programs of Chinese Linux write it: `.odt`, `.ods`, `.odp`. */
import { dayOfW3c } from '../../core/documents/days.js';
import { elementsOf, textOf } from '../../core/documents/elements.js';
import { pageCount } from '../../core/documents/page-count.js';
import { countTextWithin } from '../../core/documents/text-within.js';
import { attributeOf } from '../../core/documents/xml.js';
import type { ContentFacts } from '../../core/evidence/types.js';
import { Unread } from './unread.js';
import type { Wanted } from './read-task.js';
import type { ZipParts } from './zip-parts.js';

const KIND = 'application/vnd.oasis.opendocument.';
/** Of a text document; the others have elements of their own in its place. */
const BODY = new Set(['text']);
/** Text that was deleted, notes, comments, and pinyin. */
const NOT_COUNTED = new Set(['tracked-changes', 'note', 'annotation', 'ruby-text']);

/** @returns `undefined` when it is a zip of another kind. */
export function openDocumentFacts(parts: ZipParts, wanted: Wanted): ContentFacts | undefined {
  const kind = parts.text('mimetype');
  if (kind?.startsWith(KIND) !== true) return undefined;
  if (parts.text('META-INF/manifest.xml')?.includes(':encryption-data') === true) {
    throw new Unread('encrypted');
  }
  const properties = parts.text('meta.xml');
  const isText = kind.startsWith('text', KIND.length);
  return {
    characters: isText && wanted === 'text' ? charactersIn(parts.text('content.xml')) : undefined,
    pages: isText ? counted(properties) : slidesIn(kind, parts),
    created: properties === undefined ? undefined : dayOfW3c(textOf(properties, 'creation-date')),
    taken: undefined,
  };
}

function charactersIn(content: string | undefined): number | undefined {
  return content === undefined ? undefined : countTextWithin(content, BODY, NOT_COUNTED);
}

/** What the program that saved it last counted. */
function counted(properties: string | undefined): number | undefined {
  if (properties === undefined) return undefined;
  const statistic = elementsOf(properties).find(({ name }) => name === 'document-statistic');
  return statistic && pageCount(attributeOf(statistic.tag, 'meta:page-count'));
}

function slidesIn(kind: string, parts: ZipParts): number | undefined {
  const content = kind.startsWith('presentation', KIND.length)
    ? parts.text('content.xml')
    : undefined;
  if (content === undefined) return undefined;
  return pageCount(elementsOf(content).filter(({ tag }) => /^draw:page\s/.test(tag)).length);
}
