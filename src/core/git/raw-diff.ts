/** What `git diff --raw -z` and `git ls-files -z` tell. */

export interface RawChange {
  /** `A` added, `M` modified, `T` of another type, `R` renamed, `D` deleted, `U` unmerged. */
  readonly status: string;
  /** From the top of the repository; of a rename, the new one. */
  readonly path: string;
  readonly before: string;
  /** Of what it holds now; zeros where git did not look, or nothing is left. */
  readonly oid: string;
}

/** @param out - `:MODE MODE OID OID STATUS<NUL>PATH<NUL>`, with a second path for renames and copies. */
export function parseRawDiff(out: Buffer): RawChange[] {
  const parts = partsOf(out);
  const changes: RawChange[] = [];
  for (let at = 0; at < parts.length;) {
    const [, , , oid = '', letter = ''] = (parts[at] ?? '').split(' ');
    const status = letter.charAt(0);
    const before = parts[at + 1] ?? '';
    const isMoved = status === 'R' || status === 'C';
    changes.push({ status, before, path: isMoved ? (parts[at + 2] ?? '') : before, oid });
    at += isMoved ? 3 : 2;
  }
  return changes;
}

/** Parts of an output made with `-z`. */
export function partsOf(out: Buffer): string[] {
  const parts = out.toString().split('\0');
  if (parts.at(-1) === '') parts.pop();
  return parts;
}
