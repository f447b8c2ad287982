import stringWidth from 'string-width';

/**
 * Columns that a text takes on a terminal. Letters of ASCII, Han characters and the marks of our own words are counted
 * here; for any other text there is string-width, which takes longer to load than to judge a small bundle.
 */
export function textWidth(text: string): number {
  let columns = 0;
  for (let at = 0; at < text.length; at += 1) {
    const width = widthOf(text.charCodeAt(at));
    if (width === 0) return stringWidth(text);
    columns += width;
  }
  return columns;
}

const NARROW = new Set(Array.from('·—‘’“”…✓✗→–−×≤│├└─␣', (mark) => mark.charCodeAt(0)));

/** @returns 0 for what is not told by one code unit. */
function widthOf(unit: number): number {
  if (unit >= 0x20 && unit <= 0x7e) return 1;
  const isHan = unit >= 0x3400 && unit <= 0x9fff;
  const isMark = (unit >= 0x3000 && unit <= 0x3029) || (unit >= 0xff01 && unit <= 0xff60);
  if (isHan || isMark) return 2;
  return NARROW.has(unit) ? 1 : 0;
}
