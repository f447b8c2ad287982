/** What another copy of an archive says of evidence, put together with what is said here. */
import type { KeyEdit } from '../ledger/plan-edits.js';
import { isSameWritten, type WrittenMap } from '../yaml-file/node.js';
import type { YamlValue } from '../yaml-file/write-value.js';
import { mergeValues, own, type Side, type ValueClash } from './merge-values.js';

export interface EntryEdits {
  /** What is to be set here. */
  readonly set: readonly KeyEdit[];
  /** What both say, and not the same. */
  readonly clashes: readonly ValueClash[];
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
  for (const key of Object.keys(theirs)) {
    if (OF_THE_FILE.includes(key)) continue;
    const here = ours && own(ours, key);
    const versions = { base: undefined, ours: here, theirs: own(theirs, key) };
    const value = mergeValues(versions, side, clashes, [key]);
    if (value === undefined || (here !== undefined && isSameWritten(value, here))) continue;
    set.push({ path: [key], value: value as YamlValue });
  }
  return { set, clashes };
}
