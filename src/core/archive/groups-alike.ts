/** A group's folder known by what is in it, where its code and its name have both changed. */
import { listIn } from '../group.js';
import { expectedKeys } from './expected-keys.js';
import { folderKey, isSimilarName, numbersIn } from './folder-key.js';
import type { ExpectedFolder } from './layout.js';
import { nameKeyOf } from './likeness.js';
import type { Folder } from './types.js';

/**
 * Pairs of a group that is asked for and the folder that surely was it: half of the folders on both sides have the same
 * names and the groups' names are much alike, or they all have. Where two could be meant, neither is.
 *
 * Linear in the number of folders. Numbers in the names must be the same: the groups of two years or quarters are
 * alike in everything else.
 */
export function groupsAlike(
  expected: readonly ExpectedFolder[],
  folders: readonly Folder[],
): readonly (readonly [ExpectedFolder, Folder])[] {
  const parents = parentsByChild(expected);
  if (parents.size === 0) return [];
  const wanted = new Map<ExpectedFolder, Folder[]>();
  const pairs: (readonly [ExpectedFolder, Folder])[] = [];
  for (const folder of folders) {
    const groups = [...sharedWith(folder, parents)]
      .filter(([group, shared]) => isAlike(group, folder, shared))
      .map(([group]) => group);
    for (const group of groups) listIn(wanted, group).push(folder);
    const [only] = groups;
    if (only && groups.length === 1) pairs.push([only, folder]);
  }
  return pairs.filter(([group]) => wanted.get(group)?.length === 1);
}

/** The groups that have a folder of that name, by the name. */
function parentsByChild(
  expected: readonly ExpectedFolder[],
): ReadonlyMap<string, readonly ExpectedFolder[]> {
  const parents = new Map<string, ExpectedFolder[]>();
  for (const group of expected) {
    if (group.indicator === undefined) continue;
    const keys = new Set(
      group.children.filter(({ year }) => year === undefined).flatMap(expectedKeys),
    );
    for (const key of keys) {
      const same = parents.get(key);
      if (!same) parents.set(key, [group]);
      // A name that many groups have (工作总结) tells nothing, and would be looked at again and again.
      else if (same.length < MOST_PARENTS) same.push(group);
    }
  }
  return parents;
}

const MOST_PARENTS = 20;

/** How many of a folder's folders each group has too. */
function sharedWith(
  { folders }: Folder,
  parents: ReadonlyMap<string, readonly ExpectedFolder[]>,
): ReadonlyMap<ExpectedFolder, number> {
  const shared = new Map<ExpectedFolder, number>();
  for (const name of new Set(folders.map((folder) => folderKey(folder.name).name))) {
    for (const group of parents.get(name) ?? []) shared.set(group, (shared.get(group) ?? 0) + 1);
  }
  return shared;
}

function isAlike(group: ExpectedFolder, folder: Folder, shared: number): boolean {
  const name = nameKeyOf(group);
  const own = folderKey(folder.name).name;
  if (numbersIn(name) !== numbersIn(own)) return false;
  const most = Math.max(group.children.length, folder.folders.length);
  if (shared >= 2 && shared === most) return true;
  return shared * 2 >= most && isSimilarName(name, own);
}
