/**
 * Columns that a text of ASCII, Han and full-width marks takes, such as the words of our own labels. For any other
 * text there is string-width, which takes longer to load than to pack a small archive.
 */
export function plainWidth(text: string): number {
  let columns = text.length;
  for (let at = 0; at < text.length; at += 1) if (text.charCodeAt(at) > 0x7f) columns += 1;
  return columns;
}
