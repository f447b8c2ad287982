/** What is another in the index, in a commit or on the disk than in some commit. */
import { parseRawDiff, partsOf, type RawChange } from '../../core/git/raw-diff.js';
import { runGit } from './run-git.js';

/** Git may have a program of the repository's watch for changes: none is run. */
const NO_PROGRAM = ['-c', 'core.fsmonitor=false'];

/** Whatever the user's settings are: bytes of names, ids in full, no program of others. */
export const DIFF = [
  ...NO_PROGRAM,
  '-c',
  'diff.relative=false',
  'diff',
  '--raw',
  '-z',
  '--no-abbrev',
  '--no-ext-diff',
  '--no-textconv',
  '--ignore-submodules=dirty',
];

const RENAMES = '--find-renames=100%';

/** What the index holds that a commit does not; the last commit when none is named. */
export async function stagedChanges(
  commit: string | undefined,
  cwd: string,
  signal: AbortSignal | undefined,
): Promise<RawChange[]> {
  const words = [...DIFF, RENAMES, '--cached', ...(commit === undefined ? [] : [commit]), '--'];
  return parseRawDiff(await runGit(words, { cwd, signal }));
}

/** What one commit holds that another does not. */
export async function committedChanges(
  from: string,
  to: string,
  cwd: string,
  signal: AbortSignal | undefined,
): Promise<RawChange[]> {
  const words = [...DIFF, RENAMES, from, to, '--'];
  return parseRawDiff(await runGit(words, { cwd, signal }));
}

/** What lies in the working tree that a commit does not hold, what git was never told of included. */
export async function changesOnDisk(
  commit: string,
  cwd: string,
  signal: AbortSignal | undefined,
): Promise<RawChange[]> {
  const words = [...DIFF, RENAMES, commit, '--'];
  const untracked = [
    ...NO_PROGRAM,
    'ls-files',
    '--others',
    '--exclude-standard',
    '-z',
    '--full-name',
  ];
  const [diff, others] = await Promise.all([
    runGit(words, { cwd, signal }),
    runGit(untracked, { cwd, signal }),
  ]);
  const added = partsOf(others).map((path): RawChange => ({
    status: 'A',
    path,
    before: path,
    oid: '',
  }));
  return [...parseRawDiff(diff), ...added];
}
