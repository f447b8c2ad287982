/** What something was worked out from, and what came of it. */
interface Result<V> {
  readonly inputs: readonly unknown[];
  readonly value: V;
}

/** An archive is judged before its files are opened, and again with what is in them. */
const MOST = 2;

/**
 * The last results for each key; given again where all that they were worked out from is the very same. So an archive
 * that is watched is judged anew where something has changed, and the rest of it is as it was.
 */
export class Kept<K extends object, V> {
  readonly #results = new WeakMap<K, readonly Result<V>[]>();

  /** @param inputs - All that `make` looks at besides the key; what is in them does not change. */
  get(key: K, inputs: readonly unknown[], make: () => V): V {
    const results = this.#results.get(key) ?? [];
    const known = results.find((each) => areSame(each.inputs, inputs));
    if (known) return known.value;
    const value = make();
    this.#results.set(key, [{ inputs, value }, ...results].slice(0, MOST));
    return value;
  }
}

function areSame(before: readonly unknown[], now: readonly unknown[]): boolean {
  return before.length === now.length && before.every((each, at) => each === now[at]);
}
