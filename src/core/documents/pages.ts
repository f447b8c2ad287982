/**
 * The characters of a document from those of its pages. A scan has none, which says nothing of what is on the paper:
 * where more pages are without text than with it, nobody knows.
 */
export function charactersOfPages(pages: readonly number[]): number | undefined {
  if (pages.length === 0) return undefined;
  const withText = pages.filter((characters) => characters > 0).length;
  if (withText * 2 < pages.length) return undefined;
  return pages.reduce((sum, characters) => sum + characters, 0);
}
