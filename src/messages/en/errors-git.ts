import { someOf } from '../lists.js';
import { inQuotes } from '../quoted.js';
import { counted } from './counted.js';

export const gitErrors = {
  GIT_MISSING: () => [
    'There is no git on this computer, or it is not found',
    'Install git, or do without: only what speaks of branches, commits and merges needs it.',
  ],
  GIT_FAILED: (d: { command: string; said: string }) => [
    `\`${d.command}\` failed${d.said === '' ? '' : `: ${d.said}`}`,
    'Type the same to see more; nothing was changed.',
  ],
  GIT_NO_REPOSITORY: (d: { path: string }) => [
    `${d.path} is in no git repository`,
    'Go into the repository; where there is none yet, first `git init` (or `git clone`).',
  ],
  GIT_LFS_MISSING: () => [
    'Git LFS is not on this computer: `git lfs version` says nothing',
    'Install git-lfs here and on every computer that gets the archive, and see that the server keeps such files; or leave out --lfs.',
  ],
  GIT_UNTRUSTED: (d: { path: string }) => [
    `Git does not open ${d.path}: the folder belongs to another user`,
    `If you trust it, run \`git config --global --add safe.directory ${inQuotes(d.path)}\`, then try again.`,
  ],
  GIT_REF_UNKNOWN: (d: { ref: string; isShallow: boolean }) => [
    `The repository has no commit ${inQuotes(d.ref)}`,
    d.isShallow
      ? 'This clone is shallow, so that the commit may only be missing here: fetch it (`git fetch --unshallow`, or `fetch-depth: 0` for actions/checkout), then try again.'
      : 'It is the name of a branch or a tag, or the id of a commit; `git branch -a` lists the branches. What is not fetched yet has to be: `git fetch`.',
  ],
  GIT_NO_MERGE_BASE: (d: { ref: string; isShallow: boolean }) => [
    `Where the history parted from ${inQuotes(d.ref)} cannot be found`,
    d.isShallow
      ? 'This clone is shallow, the commits before are not in it: fetch them (`git fetch --unshallow`, or `fetch-depth: 0` for actions/checkout), then try again.'
      : 'The two have no commit in common. Name a commit that this one comes from.',
  ],
  GIT_NO_ARCHIVE: (d: { at: string; path: string }) => [
    `${d.at}: no archive at or around ${d.path === '' ? 'the top' : d.path} (no dangan.yaml)`,
    'Add dangan.yaml to git (`git add`) and commit it, or name another commit or folder.',
  ],
  GIT_SEVERAL_ARCHIVES: (d: { at: string; folders: readonly string[] }) => [
    `${d.at} has ${d.folders.length} archives:\n${someOf(
      d.folders.map((each) => each || '.'),
      (count) => `… and ${count} more`,
    )}`,
    'Name one of them before the options: `dangan check PATH …`.',
  ],
  GIT_NOT_THERE: (d: { at: string; path: string }) => [
    `${d.at} has no ${d.path}`,
    'Look at the path: it is told from the working folder, in a bare repository from its top.',
  ],
  GIT_NO_INDEX: (d: { path: string }) => [
    `${d.path} has no working tree, so nothing can be staged in it`,
    'Judge a commit instead: `--ref REF`.',
  ],
  GIT_UNMERGED: (d: { paths: readonly string[] }) => [
    `A merge has not been finished: ${counted(d.paths.length, 'file is', 'files are')} in conflict\n${someOf(d.paths, (count) => `… and ${count} more`)}`,
    'Settle the conflicts, `git add` the files, then try again.',
  ],
  GIT_ELSEWHERE: (d: { path: string }) => [
    `${d.path} is a submodule, or a link that leads out of the repository: what is in it is not in this commit`,
    'Check the folder on the disk instead: `dangan check` without --ref and --staged.',
  ],
  GIT_OBJECT_MISSING: (d: { oid: string }) => [
    `This clone does not have the contents ${d.oid}: it is a partial one`,
    'Fetch everything: `git fetch --refetch --no-filter`, or clone without `--filter`; nothing is fetched without being asked for.',
  ],
} satisfies Record<string, (data: never) => readonly [string, string]>;
