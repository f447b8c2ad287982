export const gitErrors = {
  GIT_MISSING: () => [
    'There is no git on this computer, or it is not found',
    'Install git, or do without: only what speaks of branches, commits and merges needs it.',
  ],
  GIT_FAILED: (d: { command: string; said: string }) => [
    `\`${d.command}\` failed${d.said === '' ? '' : `: ${d.said}`}`,
    'Type the same to see more; nothing was changed.',
  ],
} satisfies Record<string, (data: never) => readonly [string, string]>;
