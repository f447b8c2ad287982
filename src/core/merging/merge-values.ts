/** Two people's values of one thing, put together as git puts lines together, key by key. */
import { isSameWritten, type Written, type WrittenMap } from '../yaml-file/node.js';

/** Both sides wrote something, and not the same. */
export interface ValueClash {
  /** Keys that lead to it; none for the whole. */
  readonly path: readonly string[];
  readonly ours: Written;
  readonly theirs: Written;
}

export type Side = 'ours' | 'theirs';

interface Versions {
  /** As it was before both; `undefined` where it was not there, or nobody knows. */
  readonly base: Written | undefined;
  readonly ours: Written | undefined;
  readonly theirs: Written | undefined;
}

/** Of what is one person's word, and never put together from two. */
export function mergeWhole(
  { base, ours, theirs }: Versions,
  side: Side,
  clashes: ValueClash[],
  path: readonly string[] = [],
): Written | undefined {
  if (isSame(ours, theirs) || isSame(theirs, base)) return ours;
  if (isSame(ours, base)) return theirs;
  if (ours === undefined || theirs === undefined) return ours ?? theirs;
  clashes.push({ path, ours, theirs });
  return side === 'ours' ? ours : theirs;
}

/**
 * What one side changed and the other did not, is as that side has it; what one side took away and the other changed,
 * stays changed: nothing that somebody wrote is lost.
 *
 * @param side - Whose values stand where both wrote something.
 * @param clashes - Gets what both wrote.
 */
export function mergeValues(
  versions: Versions,
  side: Side,
  clashes: ValueClash[],
  path: readonly string[] = [],
): Written | undefined {
  const { base, ours, theirs } = versions;
  if (isSame(ours, base) || isSame(theirs, base)) return mergeWhole(versions, side, clashes, path);
  if (isList(ours) && isList(theirs)) return mergeLists(isList(base) ? base : [], ours, theirs);
  // Who saw it, when and what is one person's word.
  if (!isMap(ours) || !isMap(theirs) || path.at(-1) === 'seen') {
    return mergeWhole(versions, side, clashes, path);
  }
  const before = isMap(base) ? base : {};
  const merged: Record<string, Written> = {};
  for (const key of new Set([...Object.keys(ours), ...Object.keys(theirs)])) {
    const values = { base: own(before, key), ours: own(ours, key), theirs: own(theirs, key) };
    const value = mergeValues(values, side, clashes, [...path, key]);
    if (value !== undefined) set(merged, key, value);
  }
  return merged;
}

/** What either side added, less what either took away. */
function mergeLists(
  base: readonly Written[],
  ours: readonly Written[],
  theirs: readonly Written[],
): readonly Written[] {
  const keys = (list: readonly Written[]) => new Set(list.map((each) => JSON.stringify(each)));
  const [before, here, there] = [keys(base), keys(ours), keys(theirs)];
  const key = (value: Written) => JSON.stringify(value);
  return [
    ...ours.filter((each) => there.has(key(each)) || !before.has(key(each))),
    ...theirs.filter((each) => !here.has(key(each)) && !before.has(key(each))),
  ];
}

function isSame(a: Written | undefined, b: Written | undefined): boolean {
  return a === undefined || b === undefined ? a === b : isSameWritten(a, b);
}

export function isList(value: Written | undefined): value is readonly Written[] {
  return Array.isArray(value);
}

export function isMap(value: Written | undefined): value is WrittenMap {
  return typeof value === 'object' && !Array.isArray(value);
}

/** A field may be called `constructor`. */
export function own(map: WrittenMap, key: string): Written | undefined {
  return Object.hasOwn(map, key) ? map[key] : undefined;
}

/** Not by assignment: a field may be called `__proto__`. */
export function set(map: Record<string, Written>, key: string, value: Written): void {
  Object.defineProperty(map, key, { value, enumerable: true, configurable: true, writable: true });
}
