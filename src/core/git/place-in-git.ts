/** A file that git holds. */
export interface PlaceInGit {
  /** What git calls the commit; `undefined` for the index. */
  readonly ref: string | undefined;
  /** From the top of the repository. */
  readonly path: string;
}

/** `main:criteria.yaml` is of a commit, `:criteria.yaml` of the index, as git has it; `C:\criteria.yaml` is neither. */
export function placeInGit(written: string): PlaceInGit | undefined {
  const [, ref, path] = /^([^:]*):(?![\\/])([^:]+)$/.exec(written) ?? [];
  return path === undefined ? undefined : { ref: ref || undefined, path };
}
