/** What is staged: git's index, as it would be committed. */
import { GitListing } from '../../core/git/listing.js';
import { parseRawDiff } from '../../core/git/raw-diff.js';
import { DanganError } from '../../errors.js';
import type { Repository } from './open-repository.js';
import { DIFF } from './read-changes.js';
import { runGit } from './run-git.js';

/**
 * All files of the index but those of which only the name was added (`git add --intent-to-add`): a commit leaves them
 * out.
 *
 * @throws {DanganError} GIT_NO_INDEX
 */
export async function listIndex(
  { cwd, top }: Repository,
  signal: AbortSignal | undefined,
): Promise<GitListing> {
  if (top === undefined) throw new DanganError('GIT_NO_INDEX', { path: cwd });
  const bytes = await runGit(['ls-files', '-s', '-z', '--full-name'], { cwd, signal });
  return new GitListing(await withoutIntended(bytes, cwd, signal));
}

/** What a file holds of which only the name was added, as what any empty one holds: SHA-1, and SHA-256. */
export const EMPTY: ReadonlySet<string> = new Set([
  'e69de29bb2d1d6434b8b29ae775ad8c2e48c5391',
  '473a0f4c3be8a93681a267e3b1e9a7dcda1185436fe141f7749120a303721813',
]);

async function withoutIntended(
  bytes: Buffer,
  cwd: string,
  signal: AbortSignal | undefined,
): Promise<Buffer> {
  if (![...EMPTY].some((oid) => bytes.includes(` ${oid} 0\t`))) return bytes;
  const [added, really] = await Promise.all(
    ['--ita-visible-in-index', '--ita-invisible-in-index'].map(async (visible) => {
      const words = [...DIFF, '--no-renames', '--diff-filter=A', visible, '--cached'];
      return parseRawDiff(await runGit(words, { cwd, signal })).map(({ path }) => path);
    }),
  );
  const intended = new Set(added);
  for (const path of really ?? []) intended.delete(path);
  if (intended.size === 0) return bytes;
  const records: Buffer[] = [];
  for (let start = 0; start < bytes.length;) {
    const end = bytes.indexOf(0, start) + 1;
    const path = bytes.toString('utf8', bytes.indexOf(0x09, start) + 1, end - 1);
    if (!intended.has(path)) records.push(bytes.subarray(start, end));
    start = end;
  }
  return Buffer.concat(records);
}
