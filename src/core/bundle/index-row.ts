/** What one row of `index.json` tells, held against itself. */
import { parseName } from '../naming/parse.js';
import { toPortable } from '../naming/portable.js';

/**
 * Does the row show the file under a name that it does not have? Who browses by the index sees title and original
 * name, not the path.
 *
 * @param row - As in the file.
 */
export function rowTrouble(
  row: Readonly<Record<string, unknown>>,
  path: string,
): 'original' | 'title' | undefined {
  const { original, title, ordinal } = row;
  if (original !== undefined && (typeof original !== 'string' || !isPackedFrom(original, path))) {
    return 'original';
  }
  if (title === undefined || row['ledger'] !== undefined) return undefined;
  const name = typeof original === 'string' ? original : path;
  const parts = parseName(name.slice(name.lastIndexOf('/') + 1));
  return parts.title === title && parts.ordinal === ordinal ? undefined : 'title';
}

/** Is `path` what packing makes of `original`? That begins with the evidence root, of any depth. */
function isPackedFrom(original: string, path: string): boolean {
  const packed = path.split('/').slice(1);
  const parts = original.split('/').slice(-packed.length);
  return (
    parts.length === packed.length &&
    parts.every((part, at) => toPortable(part, { percent: true }) === packed[at])
  );
}
