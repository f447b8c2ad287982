import { compareFiles } from '../archive/reading-order.js';
import { nameOf } from '../archive/paths.js';
import { parseName } from '../naming/parse.js';

/** As people read files that are no part of an archive yet; paths with `/` between their parts. */
export function compareHandedIn(a: string, b: string): number {
  return compareFiles({ path: a, parts: partsOf(a) }, { path: b, parts: partsOf(b) });
}

const partsOf = (path: string) => parseName(nameOf(path));
