/** What another copy of an archive says of evidence, put together with what is said here. */
import type { KeyEdit } from '../ledger/plan-edits.js';
import { isSameWritten, type Written, type WrittenMap } from '../yaml-file/node.js';
import type { YamlValue } from '../yaml-file/write-value.js';
import { isList, isMap, mergeValues, own, type Side, type ValueClash } from './merge-values.js';

export interface EntryEdits {
  /** What is to be set here. */
  readonly set: readonly KeyEdit[];
  /** What only the copy says: of a list or a caption, what is not in the one here. */
  readonly added: readonly Added[];
  /** What both say, and not the same. */
  readonly clashes: readonly ValueClash[];
}

export interface Added {
  readonly path: readonly string[];
  readonly value: Written;
}

/** Which file it is about is known already, and its digest is worked out here. */
const OF_THE_FILE = ['file', 'bytes', 'sha256'];

/**
 * What only the copy says is set here; what only is said here stays, and so does what both say, unless the other side is
 * to be taken. Nobody knows what was said before both.
 *
 * @param ours - As it is written; `undefined` where there is no entry.
 */
export function entryEdits(
  ours: WrittenMap | undefined,
  theirs: WrittenMap,
  side: Side,
): EntryEdits {
  const clashes: ValueClash[] = [];
  const set: KeyEdit[] = [];
  const added: Added[] = [];
  for (const key of Object.keys(theirs)) {
    if (OF_THE_FILE.includes(key)) continue;
    const here = ours && own(ours, key);
    const versions = { base: undefined, ours: here, theirs: own(theirs, key) };
    const value = mergeValues(versions, side, clashes, [key]);
    if (value === undefined || (here !== undefined && isSameWritten(value, here))) continue;
    set.push({ path: [key], value: value as YamlValue });
    added.push(...addedTo(here, versions.theirs, [key], clashes));
  }
  return { set, added, clashes };
}

function addedTo(
  ours: Written | undefined,
  theirs: Written | undefined,
  path: readonly string[],
  clashes: readonly ValueClash[],
): readonly Added[] {
  if (theirs === undefined || clashes.some((each) => isSameWritten(each.path, path))) return [];
  if (ours === undefined) return [{ path, value: theirs }];
  if (isMap(ours) && isMap(theirs)) {
    const keys = Object.keys(theirs);
    return keys.flatMap((key) =>
      addedTo(own(ours, key), own(theirs, key), [...path, key], clashes),
    );
  }
  if (!isList(ours) || !isList(theirs)) return [];
  const value = theirs.filter((each) => !ours.some((one) => isSameWritten(one, each)));
  return value.length === 0 ? [] : [{ path, value }];
}
