import { nameOf } from '../archive/paths.js';
import { canonicalName, formatOrdinal, highestOrdinal, type Naming } from './format.js';
import { freeOrdinals } from './free-ordinals.js';
import { compareNatural } from './natural-order.js';
import { toPortable } from './portable.js';
import { isNoWorse } from './settle-renames.js';
import type { EvidenceName } from './types.js';

/** A file and its name taken apart. */
interface Named {
  readonly name: string;
  readonly parts: EvidenceName;
  /** Where it is on disk, when a mend has given it this name. */
  readonly origin?: string;
  /** When it came into the repository, where that is known. */
  readonly since?: number;
}

/** The written form with another ordinal; a name without a title keeps whatever else it has, for a person to see. */
export function renumbered({ name, parts }: Named, ordinal: number, naming: Naming): string {
  const number = formatOrdinal(ordinal, naming);
  const rest = /^\d+(.*)$/su.exec(name)?.[1] ?? parts.extension;
  return canonicalName({ ...parts, ordinal }, naming) ?? toPortable(number + rest);
}

/** Is it numbered from 1 up? */
export function isNumbered({ parts }: Named): boolean {
  return parts.ordinal !== undefined && parts.ordinal > 0;
}

/** New names by old ones that give every file without an ordinal the next free one, in natural order. */
export function numberUnnumbered(files: readonly Named[], naming: Naming): Map<string, string> {
  const names = new Map<string, string>();
  const free = freeOrdinals(
    files.map(({ parts }) => parts),
    naming,
  );
  const unnumbered = files.filter((file) => !isNumbered(file));
  for (const file of unnumbered.sort((a, b) => compareNatural(a.name, b.name))) {
    // A name that has nothing to be a title of is left for a person.
    if (canonicalName({ ...file.parts, ordinal: 1 }, naming) === undefined) continue;
    const ordinal = free.next().value;
    if (ordinal === undefined) break;
    names.set(file.name, renumbered(file, ordinal, naming));
  }
  return names;
}

/**
 * Files that share an ordinal, by it: first the one that came into the repository first, since lists that were printed
 * mean that one; else the one that is in order already, then by name.
 */
export function sameOrdinals<T extends Named>(files: readonly T[], naming: Naming): T[][] {
  if (isRising(files)) return [];
  const byOrdinal = new Map<number, T[]>();
  for (const file of files) {
    if (!isNumbered(file)) continue;
    const ordinal = file.parts.ordinal ?? 0;
    const others = byOrdinal.get(ordinal);
    if (others) others.push(file);
    else byOrdinal.set(ordinal, [file]);
  }
  if (byOrdinal.size === files.length) return [];
  const written = ({ name, parts, origin }: T): number => {
    const isMended = origin !== undefined && nameOf(origin) !== name;
    return !isMended && canonicalName(parts, naming) === name ? 0 : 1;
  };
  return [...byOrdinal.values()]
    .filter((group) => group.length > 1)
    .map((group) =>
      group
        .map((file) => ({ file, since: file.since ?? LATEST, rank: written(file) }))
        .sort(
          (a, b) =>
            a.since - b.since || a.rank - b.rank || compareNatural(a.file.name, b.file.name),
        )
        .map(({ file }) => file),
    );
}

/** What was never committed came last. */
const LATEST = Number.MAX_SAFE_INTEGER;

/** Numbered from 1 up, each above the one before: as a folder in order comes. */
export function isRising(files: readonly Named[]): boolean {
  let last = 0;
  for (const { parts } of files) {
    if (parts.ordinal === undefined || parts.ordinal <= last) return false;
    last = parts.ordinal;
  }
  return true;
}

/** New names that give all but the first of each `sameOrdinals` group the next free ordinal. */
export function partSameOrdinals(files: readonly Named[], naming: Naming): Map<string, string> {
  const names = new Map<string, string>();
  const free = freeOrdinals(
    files.map(({ parts }) => parts),
    naming,
  );
  for (const [, ...later] of sameOrdinals(files, naming)) {
    for (const file of later) {
      const ordinal = free.next().value;
      if (ordinal === undefined) return names;
      names.set(file.name, renumbered(file, ordinal, naming));
    }
  }
  return names;
}

/**
 * New names that number a folder 1, 2, 3 … in the order it has; files that share an ordinal share the new one. A name
 * that cannot be changed, as it could not be read or would be too long, keeps its ordinal, and so the order of those
 * before and behind it.
 * None when there are more ordinals than the digits can write.
 */
export function closeGaps(files: readonly Named[], naming: Naming): Map<string, string> {
  const numbered = files.filter(isNumbered);
  const ordinals = [...new Set(numbered.map(({ parts }) => parts.ordinal ?? 0))];
  const names = new Map<string, string>();
  if (ordinals.length > highestOrdinal(naming)) return names;
  const fixed = new Set(
    numbered
      .filter((file) => !isNoWorse(file.name, renumbered(file, file.parts.ordinal ?? 0, naming)))
      .map(({ parts }) => parts.ordinal ?? 0),
  );
  const rank = new Map<number, number>();
  let next = 1;
  for (const ordinal of ordinals.sort((a, b) => a - b)) {
    if (fixed.has(ordinal)) next = ordinal;
    rank.set(ordinal, next);
    next += 1;
  }
  for (const file of numbered) {
    const ordinal = rank.get(file.parts.ordinal ?? 0) ?? 0;
    if (ordinal !== file.parts.ordinal) names.set(file.name, renumbered(file, ordinal, naming));
  }
  return names;
}
