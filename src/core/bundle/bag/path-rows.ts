/** Rows by path, for lists of a hundred thousand files that come in nearly the same order. */

/**
 * A map from paths to rows. Paths that are put in by their order need no table: whoever asks for them one after
 * another is answered by the next one, and whoever does not by halving.
 */
export class PathRows implements ReadonlyMap<string, number> {
  /** In rising order; the rest is in `#others`. */
  readonly #paths: string[] = [];
  readonly #rows: number[] = [];
  readonly #others = new Map<string, number>();
  /** Where the next path that is asked for is likely to be. */
  #next = 0;

  get size(): number {
    return this.#paths.length + this.#others.size;
  }

  /** @param path - Not put in before. */
  set(path: string, row: number): void {
    const last = this.#paths.at(-1);
    if (last !== undefined && path < last) this.#others.set(path, row);
    else {
      this.#paths.push(path);
      this.#rows.push(row);
    }
  }

  /** @returns the row that the path has already, and keeps. */
  put(path: string, row: number): number | undefined {
    const last = this.#paths.at(-1);
    const isLast = last === undefined || path > last;
    const before = isLast ? this.#others.get(path) : this.get(path);
    if (before === undefined) this.set(path, row);
    return before;
  }

  get(path: string): number | undefined {
    const at = this.#find(path);
    return at < 0 ? this.#others.get(path) : this.#rows[at];
  }

  has(path: string): boolean {
    return this.get(path) !== undefined;
  }

  /** The path as it was put in, so that one of two equal texts need not be kept. */
  same(path: string): string {
    return this.#paths[this.#find(path)] ?? path;
  }

  #find(path: string): number {
    let at = this.#next;
    // Some ask for one path twice.
    if (this.#paths[at - 1] === path) return at - 1;
    if (this.#paths[at] !== path) at = this.#halve(path);
    if (at >= 0) this.#next = at + 1;
    return at;
  }

  #halve(path: string): number {
    let from = 0;
    let to = this.#paths.length - 1;
    while (from <= to) {
      const middle = (from + to) >> 1;
      const met = this.#paths[middle] ?? '';
      if (met === path) return middle;
      if (met < path) from = middle + 1;
      else to = middle - 1;
    }
    return -1;
  }

  *entries(): MapIterator<[string, number]> {
    for (const [at, path] of this.#paths.entries()) yield [path, this.#rows[at] ?? 0];
    yield* this.#others.entries();
  }

  *keys(): MapIterator<string> {
    yield* this.#paths;
    yield* this.#others.keys();
  }

  *values(): MapIterator<number> {
    yield* this.#rows;
    yield* this.#others.values();
  }

  [Symbol.iterator](): MapIterator<[string, number]> {
    return this.entries();
  }

  forEach(call: (row: number, path: string, map: ReadonlyMap<string, number>) => void): void {
    for (const [path, row] of this) call(row, path, this);
  }
}
