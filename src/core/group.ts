/** The list under a key, made when it is not there yet. */
export function listIn<K, T>(lists: Map<K, T[]>, key: K): T[] {
  const there = lists.get(key);
  if (there) return there;
  const made: T[] = [];
  lists.set(key, made);
  return made;
}

/** Items with one key together, in the order in which they come. */
export function groupBy<K, T>(items: Iterable<T>, keyOf: (item: T) => K): Map<K, T[]> {
  const groups = new Map<K, T[]>();
  for (const item of items) listIn(groups, keyOf(item)).push(item);
  return groups;
}
