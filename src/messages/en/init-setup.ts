import type { Examples } from '../examples.js';

/** What `dangan init --git` and `--ci` say, and the remarks in the files that they write. */
export const initSetup = {
  git: 'make the clone ready: .gitattributes, .gitignore, how ledgers are merged, a reminder after merges',
  lfs: 'with --git: keep pictures, recordings and films apart with git-lfs',
  ci: (d: { servers: string }) =>
    `write what a server needs to check every push: ${d.servers} (may be repeated)`,
  examples: [
    ['dangan init --git', 'in an archive that is there: make this clone ready for two people'],
    ['dangan init --ci gitee', 'in an archive that is there: add the checks on the server'],
  ] as Examples,
  lfsAlone: '--lfs goes with --git',
  outcome: {
    written: 'written',
    there: 'there already',
    left: 'yours, left as it is',
  },
  /** Above lines that a file of the user's does not have. */
  missing: (d: { path: string }) => `${d.path} is yours and was left as it is. Add what it lacks:`,
  missingJob: (d: { path: string; from: string }) =>
    `${d.path} is yours and was left as it is. The job to add to it: ${d.from}`,
  commit:
    'Commit the files for everybody; settings and hook are of this clone: every colleague types `dangan init --git` once',
  commitFiles:
    'Commit the files, and the server checks every push. Where the server has no dangan it is installed from npm; to use a package that you keep yourself, write its address or path after PACKAGE in the files',
  words: {
    attributes: ['How git treats this archive'],
    bytes: 'Not a byte is changed on the way: digests hold on every system',
    evidence:
      'Evidence is never merged line by line: where two people changed one paper, a person chooses',
    entries:
      'Merged entry by entry, once `dangan init --git` has told this clone how; as text elsewhere, and `dangan merge` puts that in order',
    lines: 'One entry a line: what either side has stays',
    large: 'Large files, kept apart by git-lfs',
    own: 'Of this computer: cache, journal of changes, trash. What everybody shares is the history of git',
    left: 'Left behind by systems and programs',
    hook: [
      'Written by `dangan init --git`: after a merge or a rebase, says what two people’s work left to do. It never stops git.',
    ],
  },
};
