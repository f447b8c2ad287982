/** What Git LFS keeps in a repository in the place of a file. @see https://github.com/git-lfs/git-lfs/blob/main/docs/spec.md */
export interface LfsPointer {
  /** SHA-256 of the file, 64 lower-case hex digits. */
  readonly sha256: string;
  readonly sizeBytes: number;
}

export const LONGEST_POINTER = 1024;

/** @returns `undefined` when it is none. */
export function lfsPointerOf(text: string): LfsPointer | undefined {
  if (!/^version https:\/\/(?:git-lfs|hawser)\.github\.com\/spec\//.test(text)) return undefined;
  const sha256 = /^oid sha256:([0-9a-f]{64})$/m.exec(text)?.[1];
  const size = /^size (\d{1,15})$/m.exec(text)?.[1];
  return sha256 === undefined || size === undefined
    ? undefined
    : { sha256, sizeBytes: Number(size) };
}
