/** Which entries of two versions of a list are one. */
import type { WrittenMap } from '../yaml-file/node.js';
import type { ListKind } from './kinds.js';

/**
 * Pair the entries of two versions: by what they are about, then by what finds one again that was changed. Of several
 * that are alike the first goes with the first.
 *
 * @returns the place in `other` by the place in `one`.
 */
export function pairEntries(
  one: readonly WrittenMap[],
  other: readonly WrittenMap[],
  kind: Pick<ListKind, 'aboutOf' | 'againOf'>,
): Map<number, number> {
  const pairs = new Map<number, number>();
  const taken = new Set<number>();
  for (const keyOf of [kind.aboutOf, kind.againOf]) {
    if (!keyOf) continue;
    const places = new Map<string, number[]>();
    other.forEach((entry, at) => {
      const key = keyOf(entry);
      if (key === undefined || taken.has(at)) return;
      const list = places.get(key);
      if (list) list.push(at);
      else places.set(key, [at]);
    });
    // From the end, so that the first is taken first.
    for (const list of places.values()) list.reverse();
    one.forEach((entry, at) => {
      const key = keyOf(entry);
      if (key === undefined || pairs.has(at)) return;
      const found = places.get(key)?.pop();
      if (found === undefined) return;
      pairs.set(at, found);
      taken.add(found);
    });
  }
  return pairs;
}
