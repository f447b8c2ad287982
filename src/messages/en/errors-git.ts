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
    'First `git init` (or `git clone`), then the same again.',
  ],
  GIT_LFS_MISSING: () => [
    'Git LFS is not on this computer: `git lfs version` says nothing',
    'Install git-lfs here and on every computer that gets the archive, and see that the server keeps such files; or leave out --lfs.',
  ],
} satisfies Record<string, (data: never) => readonly [string, string]>;
