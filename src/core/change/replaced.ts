/** Files in whose place dangan put others, as `stamp` does. */
import type { ArchivePath } from '../archive/paths.js';
import { trashOf, type Step } from './steps.js';
import type { Change } from './types.js';

/** By these a file is known again wherever it is, for what gives it another name or place leaves them as they are. */
export interface Mark {
  readonly size?: number | undefined;
  readonly mtimeMs?: number | undefined;
}

export interface Replaced {
  /** Where the journal entry keeps it. */
  readonly original: ArchivePath;
  /** Where it was. */
  readonly path: ArchivePath;
  readonly was: Mark;
  /** What has its place. */
  readonly by: Mark;
  readonly to: ArchivePath;
}

/** What an entry of the journal put into another's place. */
export function replacedIn(
  id: string,
  changes: readonly Change[],
  steps: readonly Step[],
): readonly Replaced[] {
  const moved = new Map(
    steps.flatMap((step) => (step.do === 'move' ? [[step.from, step.was] as const] : [])),
  );
  return changes.flatMap((change) => {
    if (change.do !== 'replace') return [];
    const [was, by] = [moved.get(change.path), moved.get(change.by)];
    const { path, to } = change;
    return was && by ? [{ original: `${trashOf(id)}/${path}`, path, was, by, to }] : [];
  });
}

/** Tells what files were before. */
export class Origins {
  /** `undefined` stands for several: two files of one size may have been written in one instant. */
  readonly #byMark = new Map<string, Replaced | undefined>();
  readonly #byPlace = new Map<string, Replaced>();

  constructor(replaced: readonly Replaced[]) {
    for (const each of replaced) {
      const mark = markKey(each.by);
      this.#byMark.set(mark, this.#byMark.has(mark) ? undefined : each);
      this.#byPlace.set(placeKey(each.to, each.by), each);
    }
  }

  /** Where everything is kept that the file at `path` took the place of, the last one first. */
  of(path: ArchivePath, mark: Mark): readonly ArchivePath[] {
    const found = new Set<ArchivePath>();
    let [place, own] = [path, mark];
    for (;;) {
      // A copy of the whole archive may have lost the times of its files.
      const before = this.#byMark.get(markKey(own)) ?? this.#byPlace.get(placeKey(place, own));
      if (!before || found.has(before.original)) return [...found];
      found.add(before.original);
      [place, own] = [before.path, before.was];
    }
  }
}

function markKey({ size, mtimeMs }: Mark): string {
  return `${size} ${mtimeMs}`;
}

function placeKey(path: ArchivePath, { size }: Mark): string {
  return `${size} ${path}`;
}
