/** OFD, the format of pages in which Chinese offices exchange documents. @see GB/T 33190 */
import { posix } from 'node:path';
import { dayOfW3c } from '../../core/documents/days.js';
import { elementsOf, textOf } from '../../core/documents/elements.js';
import { pageCount } from '../../core/documents/page-count.js';
import { charactersOfPages } from '../../core/documents/pages.js';
import { countTextWithin } from '../../core/documents/text-within.js';
import { attributeOf } from '../../core/documents/xml.js';
import type { ContentFacts } from '../../core/evidence/types.js';
import { Unread } from './unread.js';
import type { Wanted } from './read-task.js';
import type { ZipParts } from './zip-parts.js';

const TEXT = new Set(['TextCode']);

/**
 * The characters on all pages; what a template puts on each of them, a red heading or a form, is not counted.
 *
 * @returns `undefined` when it is a zip of another kind.
 */
export function ofdFacts(parts: ZipParts, wanted: Wanted): ContentFacts | undefined {
  const head = parts.text('OFD.xml');
  if (head === undefined) return undefined;
  const root = placeFrom('', textOf(head, 'DocRoot').trim());
  const document = partOf(parts, root);
  const pages = elementsOf(document)
    .filter(({ name }) => name === 'Page')
    .map(({ tag }) => placeFrom(posix.dirname(root), attributeOf(tag, 'BaseLoc') ?? ''));
  return {
    characters: wanted === 'text' ? charactersOn(pages, parts) : undefined,
    pages: pageCount(pages.length),
    created: dayOfW3c(textOf(head, 'CreationDate')),
    taken: undefined,
  };
}

function charactersOn(pages: readonly string[], parts: ZipParts): number | undefined {
  const counts = pages.map((page) => countTextWithin(partOf(parts, page), TEXT, new Set()));
  return charactersOfPages(counts);
}

/** A place is told from the file that tells it, or from the root of the package. */
function placeFrom(folder: string, place: string): string {
  return place.startsWith('/') ? place.slice(1) : posix.join(folder, place);
}

function partOf(parts: ZipParts, path: string): string {
  const xml = parts.text(path);
  if (xml === undefined) throw new Unread('unreadable');
  return xml;
}
