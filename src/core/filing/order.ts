import { compareFiles } from '../archive/reading-order.js';
import { nameOf } from '../archive/paths.js';
import { parseName } from '../naming/parse.js';

/** As people read files that are no part of an archive yet; paths with `/` between their parts. */
export function compareHandedIn(a: string, b: string): number {
  return compareFiles({ path: a, parts: partsOf(a) }, { path: b, parts: partsOf(b) });
}

/** `1方案` beside `3.jpg` is the first, though its number may be a part of its title; `3月` and `2024年` are dates. */
function partsOf(path: string): { readonly ordinal: number | undefined } {
  const name = nameOf(path);
  const { ordinal } = parseName(name);
  if (ordinal !== undefined) return { ordinal };
  const [, digits] = /^(\d{1,2})(?=[\u4e00-\u9fff])(?![年月日号届级期季])/u.exec(name) ?? [];
  return { ordinal: digits === undefined ? undefined : Number(digits) };
}
