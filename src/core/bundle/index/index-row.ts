/** What one row of `index.json` tells, held against itself. */
import { nameOf } from '../../archive/paths.js';
import { isDay } from '../../dates/calendar.js';
import type { Day } from '../../system/types.js';
import { parseName } from '../../naming/parse.js';
import { toPortable } from '../../naming/portable.js';

/** Where a row tells that its file belongs. */
export interface IndexPlace {
  readonly path: string;
  readonly indicator: string | undefined;
  /** The ledger of its folder, and no evidence. */
  readonly ledger: boolean;
}

export interface IndexRow extends IndexPlace {
  readonly bytes: number;
  readonly sha256: string;
  /** Shown under a name that it does not have. */
  readonly trouble: ReturnType<typeof rowTrouble>;
  /** `undefined` when nothing more is told of it, as of most files. */
  readonly more: RowMore | undefined;
}

/** What only some rows tell. */
export interface RowMore {
  /** The name that it had in the archive, where packing had to change that. */
  readonly name: string | undefined;
  /** What was read in it at packing, as `ContentFacts`. */
  readonly created: Day | undefined;
  readonly taken: Day | undefined;
  readonly characters: number | undefined;
}

/**
 * @param row - From outside.
 * @param same - A path that is kept already for an equal one.
 * @param near - The indicator of the row before, which most have, too.
 */
export function readIndexRow(
  row: unknown,
  same: (path: string) => string = (path) => path,
  near?: string,
): IndexRow | undefined {
  if (typeof row !== 'object' || row === null || Array.isArray(row)) return undefined;
  const told = row as Readonly<Record<string, unknown>>;
  const { path, indicator, bytes, sha256 } = told;
  if (typeof path !== 'string' || typeof bytes !== 'number' || typeof sha256 !== 'string') {
    return undefined;
  }
  const known = typeof indicator === 'string' ? indicator : undefined;
  return {
    path: same(path),
    indicator: known === near ? near : known,
    bytes,
    sha256,
    ledger: told['ledger'] === true,
    trouble: rowTrouble(told, path),
    more: moreOf(told, path),
  };
}

function moreOf(
  { original, created, taken, characters }: Readonly<Record<string, unknown>>,
  path: string,
): RowMore | undefined {
  const name = typeof original === 'string' ? nameOf(original) : undefined;
  const more = {
    name: name === nameOf(path) ? undefined : name,
    created: dayIn(created),
    taken: dayIn(taken),
    characters: Number.isSafeInteger(characters) ? Math.max(0, characters as number) : undefined,
  };
  return Object.values(more).every((each) => each === undefined) ? undefined : more;
}

function dayIn(value: unknown): Day | undefined {
  return typeof value === 'string' && isDay(value) ? value : undefined;
}

/**
 * Does the row show the file under a name that it does not have? Who browses by the index sees title and original
 * name, not the path.
 *
 * @param row - As in the file.
 */
function rowTrouble(
  row: Readonly<Record<string, unknown>>,
  path: string,
): 'original' | 'title' | undefined {
  const { original, title, ordinal } = row;
  if (original !== undefined && (typeof original !== 'string' || !isPackedFrom(original, path))) {
    return 'original';
  }
  if (title === undefined || row['ledger'] !== undefined) return undefined;
  const name = typeof original === 'string' ? original : path;
  const parts = parseName(nameOf(name));
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
