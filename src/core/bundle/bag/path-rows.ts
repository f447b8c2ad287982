/** Rows by path, for lists of a hundred thousand files that come in nearly the same order. */
import { folderTurns, parentOf } from '../../archive/paths.js';

/**
 * A map from paths to rows. Paths that are put in by their order need no table: whoever asks for them one after
 * another is answered by the next one, and whoever does not by halving.
 */
export class PathRows implements ReadonlyMap<string, number> {
  /** In rising order; the rest is in `#others`. */
  readonly #paths: string[] = [];
  readonly #rows: number[] = [];
  readonly #others = new Map<string, number>();
  /** Made when they are asked for, until more is put in. */
  #lists: Lists | undefined;
  #runs: readonly FolderRun[] | undefined;
  /** Where the next path that is asked for is likely to be. */
  #next = 0;

  get size(): number {
    return this.#paths.length + this.#others.size;
  }

  /** @param path - Not put in before. */
  set(path: string, row: number): void {
    if (this.#isBehind(path)) this.#add(path, row);
    else this.#addOther(path, row);
  }

  /** @returns the row that the path has already, and keeps. */
  put(path: string, row: number): number | undefined {
    if (this.#isBehind(path)) {
      const before = this.#other(path);
      if (before === undefined) this.#add(path, row);
      return before;
    }
    const before = this.get(path);
    if (before === undefined) this.#addOther(path, row);
    return before;
  }

  get(path: string): number | undefined {
    const at = this.#find(path);
    return at < 0 ? this.#other(path) : this.#rows[at];
  }

  has(path: string): boolean {
    return this.get(path) !== undefined;
  }

  /** The path as it was put in, so that one of two equal texts need not be kept. */
  same(path: string): string {
    return this.#paths[this.#find(path)] ?? path;
  }

  #isBehind(path: string): boolean {
    const last = this.#paths.at(-1);
    return last === undefined || path > last;
  }

  #add(path: string, row: number): void {
    this.#paths.push(path);
    this.#rows.push(row);
    this.#forget();
  }

  #addOther(path: string, row: number): void {
    this.#others.set(path, row);
    this.#forget();
  }

  #forget(): void {
    this.#lists = undefined;
    this.#runs = undefined;
  }

  #other(path: string): number | undefined {
    // To look it up, each text would be hashed.
    return this.#others.size === 0 ? undefined : this.#others.get(path);
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

  /** In the order in which all is told. */
  get paths(): readonly string[] {
    return this.#all.paths;
  }

  /** The paths folder by folder, as they come; of one whose paths are not together, there are several. */
  get runs(): readonly FolderRun[] {
    return (this.#runs ??= runsOf(this.paths));
  }

  *entries(): MapIterator<[string, number]> {
    const { paths, rows } = this.#all;
    for (const [at, path] of paths.entries()) yield [path, rows[at] ?? 0];
  }

  keys(): MapIterator<string> {
    return this.#all.paths.values();
  }

  values(): MapIterator<number> {
    return this.#all.rows.values();
  }

  [Symbol.iterator](): MapIterator<[string, number]> {
    return this.entries();
  }

  forEach(call: (row: number, path: string, map: ReadonlyMap<string, number>) => void): void {
    const { paths, rows } = this.#all;
    paths.forEach((path, at) => call(rows[at] ?? 0, path, this));
  }

  get #all(): Lists {
    return (this.#lists ??=
      this.#others.size === 0
        ? { paths: this.#paths, rows: this.#rows }
        : {
            paths: this.#paths.concat([...this.#others.keys()]),
            rows: this.#rows.concat([...this.#others.values()]),
          });
  }
}

interface Lists {
  readonly paths: readonly string[];
  readonly rows: readonly number[];
}

/** Paths of one folder that come one after another. */
export interface FolderRun {
  /** Empty at the top. */
  readonly folder: string;
  /** Their places among the paths, `to` not included. */
  readonly from: number;
  readonly to: number;
}

/** The paths of which any part is such a one: each folder is asked about once. */
export function pathsWith(
  { paths, runs }: Pick<PathRows, 'paths' | 'runs'>,
  isSuch: (part: string) => boolean,
): readonly string[] {
  const found: string[] = [];
  for (const { folder, from, to } of runs) {
    const isWhole = folder !== '' && folder.split('/').some(isSuch);
    const name = folder === '' ? 0 : folder.length + 1;
    for (let at = from; at < to; at += 1) {
      const path = paths[at] ?? '';
      if (isWhole || isSuch(path.slice(name))) found.push(path);
    }
  }
  return found;
}

function runsOf(paths: readonly string[]): readonly FolderRun[] {
  const turns = folderTurns();
  const starts: number[] = [];
  paths.forEach((path, at) => {
    if (turns(path)) starts.push(at);
  });
  return starts.map((from, nth) => ({
    folder: parentOf(paths[from] ?? ''),
    from,
    to: starts[nth + 1] ?? paths.length,
  }));
}
