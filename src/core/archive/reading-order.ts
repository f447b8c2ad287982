/** The one order in which people read an archive; lists of a bundle keep theirs, that of code units. */
import { compareNatural } from '../naming/natural-order.js';
import type { EvidenceName } from '../naming/types.js';
import { nameOf, parentOf, type ArchivePath } from './paths.js';

/** A folder comes before those in it, and `第二季度` with all that is in it before `第三季度`. */
export function compareFolders(a: ArchivePath, b: ArchivePath): number {
  if (a === b) return 0;
  const [left, right] = [a.split('/'), b.split('/')];
  const at = left.findIndex((name, nth) => name !== right[nth]);
  if (at < 0) return -1;
  const [own = '', other] = [left[at], right[at]];
  return other === undefined ? 1 : compareNatural(own, other);
}

interface Placed {
  readonly path: ArchivePath;
  /** Its name taken apart; `undefined` for what is no file. */
  readonly parts: Pick<EvidenceName, 'ordinal'> | undefined;
}

/** Folder by folder; in one by ordinals, then what has none: `2` before `10`. */
export function compareFiles(a: Placed, b: Placed): number {
  return (
    compareFolders(parentOf(a.path), parentOf(b.path)) ||
    ordinalOf(a) - ordinalOf(b) ||
    compareNatural(nameOf(a.path), nameOf(b.path))
  );
}

function ordinalOf({ parts }: Placed): number {
  return parts?.ordinal ?? Number.MAX_SAFE_INTEGER;
}
