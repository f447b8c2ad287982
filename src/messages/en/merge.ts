import type { Examples } from '../examples.js';
import { counted } from './counted.js';

/** What `dangan merge` says: what git left to do in an archive that two people changed. */
export const merge = {
  description:
    'bring in evidence and ledger entries of another copy of the archive; or finish what a git merge left',
  options: {
    archive:
      'another archive, to be brought into the one around the working folder; left out, what a git merge left here',
    take: 'where both wrote something: take ours (the branch or archive you are in) or theirs',
    write: 'do it; without, what would be done is shown',
    quiet: 'say nothing when nothing is left',
  },
  examples: [
    ['dangan merge ../stick/archive', 'see what it has that is not here; --write brings it in'],
    ['dangan merge', 'see what a git merge left'],
    ['dangan merge --write', 'put both ledgers together; `dangan undo` takes it back'],
    ['dangan merge --take theirs --write', 'where both wrote something, theirs stands'],
  ] as Examples,
  driver: {
    description: 'what git calls to merge a ledger; `dangan init --git` tells git so',
    base: 'file with the version before both',
    ours: 'file with our version; gets the result',
    theirs: 'file with their version',
    name: 'path of the file that is merged',
    examples: [
      ['dangan merge driver base.yaml ours.yaml theirs.yaml ledger.yaml', 'merge three versions'],
    ] as Examples,
  },
  nothing: 'Nothing is left from a merge.',
  /** Above the files that were, or can be, put together. */
  together: 'Both versions in one',
  added: (d: { count: number }) =>
    counted(d.count, 'entry of theirs added', 'entries of theirs added'),
  sameEntries: 'same entries, values put together',
  clashes: 'Both wrote something else; one has to be chosen',
  clashOf: (d: { name: string; key: string }) => (d.key === '' ? d.name : `${d.name}, ${d.key}`),
  ours: 'ours',
  theirs: 'theirs',
  choose: '`dangan merge --take ours --write`, or theirs, decides all of these; or edit the file',
  byHand: 'To be put in order by hand, between <<<<<<< and >>>>>>>',
  versions: 'Two papers of one name; the second gets a name of its own',
  folderFull: 'no number is left in the folder',
  waiting: 'Git is still waiting for you to decide (see `git status`)',
  ordinals: 'Papers with one ordinal',
  ordinalsHint:
    '`dangan fix --rule name-sequence-duplicate --unsafe` shows who would get another; with --write it is done',
  more: (d: { count: number }) => `… and ${d.count} more`,
  toWrite: (d: { command: string }) => `Nothing was changed. \`${d.command}\` does it.`,
  done: (d: { id: string }) => `Done; \`dangan undo ${d.id}\` takes it back.`,
  tellGit: 'Then tell git: `git add -A .` and `git commit`',
};

export const mergeErrors = {
  MERGE_UNFINISHED: (d: { paths: readonly string[] }) => [
    `A git merge was left unfinished: ${d.paths[0] ?? ''}${d.paths.length > 1 ? ` and ${d.paths.length - 1} more` : ''} ${d.paths.length > 1 ? 'hold' : 'holds'} both versions, and entries could not follow their files`,
    'First `dangan merge --write`. Nothing was changed.',
  ],
} satisfies Record<string, (data: never) => readonly [string, string]>;
