/** Things that are looked up by any of their keys, as long as nobody has taken them. */
export class Pool<T> {
  readonly #keysOf: (item: T) => readonly string[];
  readonly #items = new Map<T, readonly string[]>();
  readonly #byKey = new Map<string, Set<T>>();

  constructor(keysOf: (item: T) => readonly string[]) {
    this.#keysOf = keysOf;
  }

  add(item: T): void {
    const keys = this.#keysOf(item);
    this.#items.set(item, keys);
    for (const key of keys) {
      const items = this.#byKey.get(key);
      if (items) items.add(item);
      else this.#byKey.set(key, new Set([item]));
    }
  }

  delete(item: T): void {
    for (const key of this.#items.get(item) ?? []) this.#byKey.get(key)?.delete(item);
    this.#items.delete(item);
  }

  /** The item with this key, when there is just one. */
  only(key: string): T | undefined {
    const items = this.#byKey.get(key);
    if (items?.size !== 1) return undefined;
    const [item] = items;
    return item;
  }

  /** In the order in which they came; what is taken meanwhile is passed over. */
  *items(): Generator<T> {
    for (const item of [...this.#items.keys()]) if (this.#items.has(item)) yield item;
  }
}
