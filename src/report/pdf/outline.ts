import type { PDFContext, PDFHexString, PDFRef } from '@cantoo/pdf-lib';

/** A line of the contents that a reader of PDF shows beside the pages. */
export interface Bookmark {
  readonly title: PDFHexString;
  readonly page: PDFRef;
  readonly children: readonly Bookmark[];
}

/**
 * Bookmarks as objects of a PDF file (ISO 32000-1, 12.3.3). Those with others below them are closed.
 *
 * @returns what `/Outlines` of the catalogue refers to; `undefined` when there are none.
 */
export function outlineOf(bookmarks: readonly Bookmark[], context: PDFContext): PDFRef | undefined {
  if (bookmarks.length === 0) return undefined;
  const root = context.nextRef();
  const ends = level(bookmarks, root, context);
  context.assign(root, context.obj({ Type: 'Outlines', ...ends, Count: bookmarks.length }));
  return root;
}

/** One level and all below it. */
function level(
  bookmarks: readonly Bookmark[],
  parent: PDFRef,
  context: PDFContext,
): { First: PDFRef | undefined; Last: PDFRef | undefined } {
  const refs = bookmarks.map(() => context.nextRef());
  bookmarks.forEach(({ title, page, children }, at) => {
    const ref = refs[at] ?? parent;
    const below = children.length === 0 ? {} : level(children, ref, context);
    const dict = context.obj({
      Title: title,
      Parent: parent,
      Prev: refs[at - 1],
      Next: refs[at + 1],
      Dest: [page, 'Fit'],
      ...below,
      Count: children.length === 0 ? undefined : -children.length,
    });
    context.assign(ref, dict);
  });
  return { First: refs[0], Last: refs.at(-1) };
}
