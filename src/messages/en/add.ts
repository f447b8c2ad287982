import type { Examples } from '../examples.js';
import { quoted } from '../quoted.js';
import { counted } from './counted.js';

interface Head {
  readonly folder: string;
  readonly count: number;
  /** Sub-folders kept, each of an activity. */
  readonly kept: number;
  readonly move: boolean;
}

function kept(count: number): string {
  return count === 0 ? '' : `, keeping ${counted(count, 'folder')} of activities`;
}

/** What `add` says. */
export const add = {
  description: 'file evidence under an indicator, numbered on from what is there',
  files: 'files, folders or patterns; - reads a list of paths from standard input',
  to: 'the indicator: its code, or a part of its name; or a folder of an activity in it',
  year: 'the year, where years are folders of their own',
  years:
    'the year, where years are folders of their own; when left out, the dates in the names tell',
  title:
    'title to give, else it comes from the file name; to several files with what tells them apart (name, date, number)',
  move: 'move the files instead of copying them',
  dryRun: 'only show what would be filed where',
  archive: 'the archive; the one around the working folder when left out',
  format: 'form of the result',
  examples: [
    ['dangan add *.docx --to 1.1', 'file copies under indicator 1.1'],
    [
      'dangan add scan.pdf --to volunteers --title "Volunteer day 2020"',
      'by a part of the name, with a title',
    ],
    [
      'dangan add IMG_*.jpg --to volunteers --title "Volunteer day"',
      'one title for many photos; their dates stay in it',
    ],
    ['dangan add "from HR" --to 4.2 --move', 'a whole folder, moved'],
    ['dangan undo', 'take the last filing back'],
  ] as Examples,
  yearForm: 'a year such as 2020',
  head: (d: Head) =>
    `${d.move ? 'Moved' : 'Copied'} ${counted(d.count, 'file')} into ${d.folder}${kept(d.kept)}`,
  headPlanned: (d: Head) =>
    `Would ${d.move ? 'move' : 'copy'} ${counted(d.count, 'file')} into ${d.folder}${kept(d.kept)}`,
  nothingNew: (d: { folder: string }) => `Nothing new to file; ${d.folder} is as it was`,
  undo: (d: { id: string }) => `To take it back: dangan undo ${d.id}`,
  unfit: {
    junk: 'was left behind by a program, not filed',
    kept: 'is what programs keep for themselves, not filed',
    empty: 'is empty (0 bytes), not filed: was it copied in full?',
    link: 'is a link inside a folder, not filed: name its target instead',
    broken: 'is a link whose target cannot be opened here, not filed: ask for the file itself',
    special: 'is no ordinary file, not filed',
    garbled: 'has a name that is no text, not filed: rename it first',
  },
  /** Title and extension are those of another paper in the folder. */
  sameTitle: (d: { count: number; first: string; other: string }) =>
    `${d.count === 1 ? `${d.first} has the title of ${d.other}` : `${d.count} files have titles that others have, too (${d.first} that of ${d.other})`}, and other contents: are they drafts of one paper? If not, let the titles tell them apart.`,
  elsewhere: (d: { count: number; first: string; as: string; code: string; isDone: boolean }) =>
    `${d.count === 1 ? `${d.first} is there already under another indicator, as ${d.as}` : `${d.count} files are there already under other indicators (${d.first} as ${d.as})`}. What serves several indicators is kept once: ${d.isDone ? 'run `dangan undo`, then ' : ''}say that it serves this one, too: \`dangan ledger set ${quoted(d.as)} references=${quoted(d.code)}\`.`,
  repeatedTitled: (d: { as: string }) => `to give it another title, rename ${d.as}`,
  ledgerLeft:
    'Ledgers do not come along. Of a copy of this archive, `dangan merge COPY` brings in what is new, with its ledger entries.',
  more: (d: { count: number }) =>
    `… and ${d.count} more for the same reason (\`--dry-run --format json\` lists all)`,
  repeated: (d: { as: string }) => `has the same bytes as ${d.as}, not filed again`,
  misnamed: (d: { count: number; name: string; format: string }) =>
    `${d.count === 1 ? `${d.name} is of another format (${d.format}) than its extension tells` : `${d.count} files are of other formats than their extensions tell (${d.name} is ${d.format})`}, and may not open: \`dangan fix --rule content-type-mismatch --unsafe\` shows how to rename.`,
  packed: (d: { count: number; first: string; isDone: boolean }) =>
    `${d.count === 1 ? `${d.first} is` : `${d.count} files (${d.first} and others) are`} packed: what is inside is not seen and does not count. ${d.isDone ? 'Run `dangan undo`, unpack,' : 'Unpack,'} and file what was inside.`,
  vague: (d: { count: number; first: string; isDone: boolean }) =>
    d.count === 1
      ? `The title of ${d.first} says little: ${d.isDone ? 'rename it in its folder, or run `dangan undo` and file it' : 'file it'} with --title.`
      : `${d.count} titles say little (${d.first} and others): ${d.isDone ? 'rename them so that a reader knows what they are, or run `dangan undo` and file them' : 'file them'} with --title.`,
};
