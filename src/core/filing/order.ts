import { compareNatural } from '../naming/natural-order.js';
import { parseName } from '../naming/parse.js';

/**
 * The order in which people read files: folder by folder, numbered ones by their number, `2` before `10`.
 *
 * @param a - A path with `/` between its parts, as is `b`.
 */
export function compareHandedIn(a: string, b: string): number {
  const [folderA, nameA] = split(a);
  const [folderB, nameB] = split(b);
  return (
    compareNatural(folderA, folderB) ||
    ordinalOf(nameA) - ordinalOf(nameB) ||
    compareNatural(nameA, nameB)
  );
}

function split(path: string): readonly [folder: string, name: string] {
  const at = path.lastIndexOf('/');
  return [path.slice(0, at + 1), path.slice(at + 1)];
}

/** Files without an ordinal come after those that have one. */
function ordinalOf(name: string): number {
  return parseName(name).ordinal ?? Number.MAX_SAFE_INTEGER;
}
