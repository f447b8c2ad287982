import { joinPath } from '../archive/paths.js';
import { titleTyped } from '../filing/names.js';
import { titlesFromOne, type GivenTitle, type Incoming } from '../filing/titles.js';
import { canonicalName, type Naming } from '../naming/format.js';
import { freeOrdinals } from '../naming/free-ordinals.js';
import { isEvidence } from '../naming/junk.js';
import type { Chosen, Rename } from './types.js';

/**
 * Another title for evidence that stays where it is and keeps its ordinal; what has none is given the next. Of several
 * in a folder titles are told apart as when they are filed; dates in the old titles are kept.
 *
 * @param chosen - All of one folder.
 * @returns those whose name changes.
 */
export function retitled(
  chosen: readonly Chosen[],
  { title, isForOne }: GivenTitle,
  naming: Naming,
): readonly Rename[] {
  const [first] = chosen;
  if (!first) return [];
  const { folder, match } = first;
  const files = new Set(chosen.map(({ file }) => file));
  const others = folder.files.filter((file) => !files.has(file) && isEvidence(file.name));
  const folders = match ? groupsOf(folder.path, match.folder.path) : [];
  const told = chosen.map(({ file: { parts } }): Incoming => ({ parts, folders, isKept: true }));
  const given = { title: titleTyped(title, told), isForOne };
  const titles = titlesFromOne(
    given,
    told,
    others.map(({ parts }) => parts),
  );
  const free = freeOrdinals(
    folder.files.map(({ parts }) => parts),
    naming,
  );
  return chosen.flatMap(({ file: { path, parts } }, at) => {
    const ordinal = parts.ordinal ?? free.next().value;
    const name = canonicalName(
      { ordinal, title: titles[at] ?? '', extension: parts.extension },
      naming,
    );
    const to = name === undefined ? path : joinPath(folder.path, name);
    return to === path ? [] : [{ from: path, to }];
  });
}

/** The folders from a leaf indicator's own, left out, to one in it. */
export function groupsOf(path: string, leaf: string): readonly string[] {
  return path === leaf ? [] : path.slice(leaf.length + 1).split('/');
}
