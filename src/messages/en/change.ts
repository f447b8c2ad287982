/** The words of `fix`, `undo` and `log`: plans, and the journal of what was done. */
import type { Examples } from '../examples.js';
import { inQuotes } from '../quoted.js';
import { counted } from './counted.js';

interface Counts {
  created: number;
  renamed: number;
  moved: number;
  trashed: number;
  added: number;
  replaced: number;
  rewritten: number;
}

const some = (count: number, one: string, many: string) =>
  count === 0 ? [] : [counted(count, one, many)];

export const change = {
  fix: {
    description: 'work out what would mend the archive and show it; --write does it',
    examples: [
      ['dangan fix', 'show what would be renamed, made and moved; nothing is changed'],
      ['dangan fix --write', 'do it; `dangan undo` takes it back'],
      ['dangan fix --rule name-separator', 'the mends of one rule only'],
      ['dangan fix --unsafe', 'also renumbering, moving and putting aside'],
      [
        'dangan fix -o plan.json',
        'save the plan; `dangan fix --plan plan.json --write` carries it out',
      ],
    ] as Examples,
    options: {
      path: 'the archive, or a scoring system file to mend alone',
      write: 'carry the plan out',
      rule: 'only the mends of this rule, or this area (name); may be given several times',
      unsafe: 'also mends that a person should look at first',
      output: 'save the plan as a file',
      plan: 'a saved plan; refused when the archive is no longer what it was',
      format: 'form of the result',
      all: 'show every change, not the first few of each folder',
    },
    nothing: 'Nothing that can be mended here; `dangan check` tells what is left to people.',
    toTrash: '(trash)',
    rewritten: '(contents changed)',
    written: '(written)',
    ledgerFollows: '(names in the ledger follow)',
    byRule: 'By rule',
    moreInFolder: (d: { count: number }) => `… ${d.count} more`,
    moreFolders: (d: { changes: number; folders: number }) =>
      `${d.changes} more changes in ${d.folders} more ${d.folders === 1 ? 'folder' : 'folders'}; \`--all\` shows them`,
    planned: (d: Counts) => `Planned: ${counts(d)}`,
    done: (d: Counts & { id: string }) => `Done (${d.id}): ${counts(d)}`,
    refusedHead: 'Left out:',
    refused: {
      taken: (d: { by: string }) => `the name is taken by ${d.by}`,
      collision: (d: { by: string }) => `on some systems this is the same name as ${d.by}`,
      'not-portable': () => 'the new name would not do on every system',
      'needs-unsafe': () => 'needs a look first',
    },
    keptHead: 'Of papers with one ordinal, these keep it',
    keptFirst: (d: { day: string }) => `committed first, on ${d.day}`,
    keptByName: 'first by name; see whether the printed list means it',
    leftHead: 'Left for a person:',
    leftCount: (d: { count: number }) => `${d.count}`,
    next: {
      write: (d: { command: string }) =>
        `Nothing has been changed yet. \`${d.command}\` does it; \`dangan undo\` takes it back.`,
      spared: (d: { count: number }) =>
        `${d.count} more ${d.count === 1 ? 'is' : 'are'} left as ${d.count === 1 ? 'it is' : 'they are'}, being let pass; \`--rule ID\` mends ${d.count === 1 ? 'it' : 'them'} too`,
      unsafe: (d: { count: number }) =>
        `${d.count} more with \`--unsafe\`; look at that plan before you write it`,
      check: 'See what is left with `dangan check`',
      undo: 'Take it back with `dangan undo`',
    },
    saved: (d: { path: string }) =>
      `The plan is in ${d.path}; \`dangan fix --plan ${inQuotes(d.path)} --write\` carries it out`,
    earlierFinished: (d: { id: string; verb: string }) =>
      `An earlier change that had been interrupted is finished now (${d.verb} ${d.id}); \`dangan undo ${d.id}\` takes it back`,
    earlierUnfinished: (d: { id: string; verb: string; done: number; steps: number }) =>
      `An earlier change was interrupted (${d.verb} ${d.id}, ${d.done} of ${d.steps} steps made): ${d.verb === 'undo' ? '`dangan undo` finishes it' : '`dangan fix --write` finishes it first, `dangan undo` takes it back'}`,
    progress: (d: { done: number; total: number }) => `${d.done} of ${d.total}`,
    reading: (d: { percent: number; size: string }) => `Reading ${d.percent}% of ${d.size}`,
    copying: (d: { percent: number; size: string }) =>
      `Copying and checking ${d.percent}% of ${d.size}`,
    planPlace: (d: { pointer: string }) => `${d.pointer} is not what it should be`,
    notJson: 'it is not JSON',
  },
  undo: {
    description: 'take back a change: the last one, or the one named',
    examples: [
      ['dangan undo', 'take back the last change, or one that was interrupted'],
      ['dangan undo 2020-11-22-001', 'take back this one; see `dangan log`'],
    ] as Examples,
    options: {
      id: 'the change, as `dangan log` names it; its number or its day alone will do',
      archive: 'the archive; the one around the working folder when left out',
      leave:
        'leave an interrupted change as it stands: nothing is moved, and it counts as done with',
      skip: 'pass over what stands in the way and take back everything else',
      edited: 'also files that were edited since, with what was written in them',
      all: 'list everything that stands in the way',
      format: 'form of the result',
    },
    skippedHead: (d: { count: number }) =>
      `Passed over ${counted(d.count, 'thing')}, left as they are:`,
    skipped: {
      missing: (d: { path: string }) => `${d.path} is no longer there`,
      changed: (d: { path: string }) => `${d.path} was changed since`,
      edited: (d: { path: string }) => `${d.path} was edited since`,
      taken: (d: { path: string }) => `the name ${d.path} is taken`,
    },
    skippedMore: (d: { count: number }) => `… ${d.count} more (\`--all\` lists them)`,
    left: (d: { id: string }) => `Left as it stands: ${d.id}`,
    inLedger: (d: { path: string; count: number; by: string; id: string }) =>
      `${d.path} still has ${counted(d.count, 'entry', 'entries')} about files that were just put aside, written by ${d.by}. \`dangan undo ${d.by}\` takes that back too; \`dangan undo ${d.id}\` brings the files back`,
    done: (d: { undoes: string; verb: string; what: string }) =>
      `Taken back: ${d.undoes} (${d.verb}: ${d.what})`,
    more: (d: { count: number }) => `… ${d.count} more`,
    back: (d: { id: string }) => `To bring it back: \`dangan undo ${d.id}\``,
  },
  log: {
    description: 'list what dangan has changed in the archive',
    examples: [
      ['dangan log', 'every change, newest first'],
      ['dangan log --format json', 'for programs'],
    ] as Examples,
    options: {
      archive: 'the archive; the one around the working folder when left out',
      format: 'form of the result',
    },
    empty: 'dangan has changed nothing in this archive yet.',
    head: { id: 'Change', time: 'Beijing time', verb: 'Command', counts: 'What', state: 'State' },
    touched: (d: { files: number; folders: number; shown: readonly string[]; more: number }) =>
      `${[...some(d.files, 'file', 'files'), ...some(d.folders, 'folder', 'folders')].join(', ')}: ${d.shown.join('; ')}${d.more > 0 ? ` and ${d.more} more` : ''}`,
    said: (d: { of: string; keys: readonly string[] }) => `${d.of}: ${d.keys.join(', ')}`,
    saidOf: (d: { shown: readonly string[]; more: number }) =>
      `${d.shown.join('; ')}${d.more > 0 ? ` and ${d.more} more` : ''}`,
    state: {
      finished: () => '',
      unfinished: (d: { done: number; steps: number }) =>
        `interrupted, ${d.done} of ${d.steps} steps`,
      undone: (d: { by: string }) => `taken back by ${d.by}`,
      closed: () => 'left as it stands',
    },
    undoes: (d: { id: string; skipped: number }) =>
      `takes back ${d.id}${d.skipped > 0 ? `, ${d.skipped} passed over` : ''}`,
    counts: (d: Counts) => counts(d),
  },
};

function counts(d: Counts): string {
  const parts = [
    ...some(d.created, 'folder made', 'folders made'),
    ...some(d.renamed, 'renamed', 'renamed'),
    ...some(d.moved, 'moved', 'moved'),
    ...some(d.trashed, 'put aside', 'put aside'),
    ...some(d.added, 'file brought in', 'files brought in'),
    ...some(d.replaced, 'file replaced', 'files replaced'),
    ...some(d.rewritten, 'file written', 'files written'),
  ];
  return parts.length === 0 ? '–' : parts.join(', ');
}
