/** OFD, the format of pages in which Chinese offices exchange documents. @see GB/T 33190 */
import { posix } from 'node:path';
import { dayOfW3c } from '../../core/documents/days.js';
import { elementsOf, textOf } from '../../core/documents/elements.js';
import { pageCount } from '../../core/documents/page-count.js';
import { charactersOfPages } from '../../core/documents/pages.js';
import { countTextWithin, type TextPlaces } from '../../core/documents/text-within.js';
import { attributeOf } from '../../core/documents/xml.js';
import { found, type Found } from './found.js';
import type { Wanted } from './read-task.js';
import type { ZipParts } from './zip-parts.js';

const TEXT: TextPlaces = {
  text: new Set(['TextCode']),
  not: new Set(),
};

/**
 * The characters on all pages; what a template puts on each of them, a red heading or a form, is not counted.
 *
 * @returns `undefined` when it is a zip of another kind.
 */
export function ofdFacts(parts: ZipParts, wanted: Wanted): Found | undefined {
  const head = parts.text('OFD.xml');
  if (head === undefined) return undefined;
  const root = placeFrom('', textOf(head, 'DocRoot').trim());
  const pages = elementsOf(parts.wholeText(root))
    .filter(({ name }) => name === 'Page')
    .map(({ tag }) => placeFrom(posix.dirname(root), attributeOf(tag, 'BaseLoc') ?? ''));
  return found({
    characters: wanted === 'text' ? charactersOn(pages, parts) : undefined,
    pages: pageCount(pages.length),
    created: dayOfW3c(textOf(head, 'CreationDate')),
  });
}

function charactersOn(pages: readonly string[], parts: ZipParts): number | undefined {
  return charactersOfPages(pages.map((page) => countTextWithin(parts.wholeText(page), TEXT)));
}

/** A place is told from the file that tells it, or from the root of the package. */
function placeFrom(folder: string, place: string): string {
  return place.startsWith('/') ? place.slice(1) : posix.join(folder, place);
}
