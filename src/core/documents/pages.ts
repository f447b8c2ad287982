import { TextCounter, type TextLength } from './text-counter.js';

/**
 * The length of a document from those of its pages. A scan has none, which says nothing of what is on the paper: where
 * more pages are without text than with it, nobody knows.
 */
export function lengthOfPages(pages: readonly TextLength[]): TextLength | undefined {
  if (pages.length === 0) return undefined;
  const withText = pages.filter(({ characters }) => characters > 0).length;
  if (withText * 2 < pages.length) return undefined;
  const counter = new TextCounter();
  for (const page of pages) counter.addLength(page);
  return counter.total();
}
