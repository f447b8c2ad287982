import { isReviewFault, type OwnReviewFault, type ReviewFault } from '../faults.js';
import { counted } from './counted.js';
import { faults } from './faults.js';
import type { Examples } from '../examples.js';

export function reviewFault(d: ReviewFault): string {
  return isReviewFault(d) ? ownFault(d) : faults.schema(d);
}

function ownFault(d: OwnReviewFault): string {
  const known = 'known' in d && d.known.length > 0 ? `; there are ${d.known.join(', ')}` : '';
  switch (d.wrong) {
    case 'no-indicator':
      return `there is no indicator “${d.name}”; the scoring system may have been changed since: write the code that it has now`;
    case 'no-veto':
      return `there is no veto “${d.name}”${known}`;
    case 'no-grade':
      return `there is no grade “${d.name}”${known}`;
    case 'several':
      return `${d.ids.length} indicators have the code “${d.name}”; write the path of codes: ${d.ids.slice(0, 5).join(', ')}`;
    case 'other-name':
      return `this is about “${d.name}”, and ${d.code} is “${d.now}” now; write the code of what is meant, or leave the name out`;
    case 'not-scored':
      return `“${d.name}” is not scored by itself${d.places.length === 0 ? '' : `; points are given at ${d.places.slice(0, 5).join(', ')}`}`;
    case 'points':
      return `“points” is ${d.found}; it is to be between 0 and ${d.max ?? d.found}`;
    case 'points-and-grade':
      return 'points and a grade are both given; leave one of them';
    case 'said-twice':
      return 'it is marked before; leave one of the two';
  }
}

/** Score sheets for inspectors, their reviews, and what is to be mended after them. */
export const review = {
  description: 'score sheets for inspectors, their scores taken in, and what is to be mended then',
  examples: [
    ['dangan review sheet bundle.zip -o scores.xlsx', 'a sheet to score a bundle with'],
    [
      'dangan review add scores.xlsx --write',
      'the sheet came back; or the file saved from index.html',
    ],
    ['dangan review show', 'what all inspectors gave, and where they differ'],
    ['dangan review rectify -o mend.docx', 'what each department has to mend'],
  ] as Examples,
  archive: 'the archive or a folder in it; the one around the working folder when left out',
  options: {
    format: 'form of what is told on the terminal',
    force: 'replace a file of that name',
  },
  toSheet: {
    description: 'write a score sheet: .xlsx to be filled in and taken back, others to be printed',
    examples: [
      ['dangan review sheet bundle.zip -o scores.xlsx', 'for the inspectors of that bundle'],
      ['dangan review sheet bundle.zip --indicator 3 -o part3.xlsx', 'only a part of it'],
      ['dangan review sheet -o scores.docx', 'on paper, of the archive here'],
    ] as Examples,
    path: 'a bundle, or an archive; the archive around the working folder when left out',
    output: 'the file to write: .xlsx to be taken back; .docx, .pdf, .html or .csv for paper',
    indicator: 'only this indicator: its code, or a part of its name',
    method: 'only what is assessed by this method, as the scoring system calls it',
    noOutput: 'say with -o which file to write: .xlsx, .docx, .pdf, .html or .csv',
    badOutput: (d: { path: string; known: readonly string[] }) =>
      `a file such as “${d.path}” cannot be written; the extension can be ${d.known.join(', ')}`,
    noMethod: (d: { method: string; known: readonly string[] }) =>
      d.known.length === 0
        ? 'the scoring system names no methods of assessment; leave --method out'
        : `nothing is assessed by “${d.method}”; there are: ${d.known.join(', ')}`,
    nothing: 'Nothing of it is scored by itself; no file was written.',
    done: (d: { path: string; items: number; vetoes: number }) =>
      `Written to ${d.path}: ${counted(d.items, 'item')}${d.vetoes === 0 ? '' : `, ${counted(d.vetoes, 'veto', 'vetoes')}`}`,
    next: (d: { path: string }) =>
      `When it comes back filled in, in the archive: dangan review add ${d.path}`,
    unbound:
      'It is of the archive as it is now. For a sheet that says which evidence was looked at, name the bundle.',
  },
  add: {
    description: 'take in reviews: sheets that were filled in, or files saved from index.html',
    examples: [
      ['dangan review add scores.xlsx', 'see what it says, write nothing'],
      ['dangan review add *.json *.xlsx --write', 'take them in, to reviews/'],
    ] as Examples,
    files: 'sheets of `dangan review sheet` (.xlsx), or files saved from index.html (.json)',
    by: 'who gave these scores, where the file does not say',
    lead: 'given by who leads the team: counts where others give something else',
    date: 'day on which they were given, where the file does not say',
    bundle: 'the bundle that was looked at: refuse reviews of other evidence',
    write: 'take them in; without it, only show what they say',
    one: (d: { by: string; lead: boolean; on: string; bundle: string | undefined }) =>
      `${d.by}${d.lead ? ' (lead)' : ''}  ${d.on}${d.bundle === undefined ? '' : `  ${d.bundle}`}`,
    facts: (d: {
      marks: number;
      items: number;
      points: string | undefined;
      vetoes: number;
      remarks: number;
    }) =>
      `${d.marks} of ${counted(d.items, 'item')} scored${d.points === undefined ? '' : `, ${d.points} points together`}${d.remarks === 0 ? '' : `; ${counted(d.remarks, 'remark')}`}${d.vetoes === 0 ? '' : `; ${counted(d.vetoes, 'veto', 'vetoes')} occurred`}`,
    same: (d: { path: string }) => `it is there already: ${d.path}`,
    to: (d: { path: string; written: boolean }) =>
      `${d.written ? 'written to' : 'will be'} ${d.path}`,
    problems: (d: { count: number }) =>
      `${counted(d.count, 'thing')} in it cannot be understood; nothing was written. Mend it and add it again:`,
    notCounted: (d: { count: number }) =>
      `${counted(d.count, 'mark')} of it will not count, as long as ${d.count === 1 ? 'it is' : 'they are'} like this:`,
    about: (d: { code: string; words: string }) => `${d.code}: ${d.words}`,
    otherSystem: (d: { theirs: string; ours: string }) =>
      `given by “${d.theirs}”, and here it is “${d.ours}”: marks count where code and name fit`,
    earlierSystem:
      'the scoring system was changed since: marks count where code and name fit, and the total is reckoned as it is now',
    empty: 'nothing is scored in it, and nothing said; it is not taken in',
    nothingWritten:
      'Because of what cannot be understood nothing was written, of the other files neither.',
    unnamed: 'it does not say which bundle',
    left: (d: { cells: readonly string[] }) =>
      `rows without an id, such as a sum below, were not read: ${d.cells.join(', ')}`,
    others: (d: { headers: readonly string[] }) =>
      `columns that are not known were not read: ${d.headers.join(', ')}`,
    toWrite: (d: { command: string }) => `Nothing is written yet. To take it in: ${d.command}`,
    next: 'See what they come to: dangan review show',
    remark: 'What an inspector gave. Written by `dangan review add`; it may be mended by hand.',
    fileName: (d: { on: string; by: string }) => `${d.on} ${d.by}`,
  },
  show: {
    description: 'what inspectors gave: together, beside the self score, and where they differ',
    examples: [
      ['dangan review show', 'totals, disputes, what lost points'],
      ['dangan review show --format json', 'for programs'],
    ] as Examples,
    all: 'list every item, also those with full points',
    none: 'No reviews yet. Take them in with: dangan review add FILE --write',
    head: (d: { count: number }) => `${counted(d.count, 'review')}:`,
    columns: { name: '', full: 'worth', self: 'self', given: 'given' },
    total: 'Total',
    bonus: 'Bonus',
    of: (d: { low: string; high: string }) => (d.low === d.high ? d.low : `${d.low}–${d.high}`),
    open: (d: { count: number; points: string }) =>
      `${counted(d.count, 'item')} (${d.points} points) not scored yet`,
    band: (d: { name: string }) => `grade: ${d.name}`,
    disqualified: 'a veto has occurred: out of the running',
    disputes: (d: { count: number }) => `In dispute (${d.count}); what the lead gives will count:`,
    lost: (d: { count: number }) => `Points lost, or to be mended (${d.count}):`,
    vetoes: 'Vetoes that occurred:',
    openVetoes: (d: { codes: readonly string[] }) =>
      `Nobody has said of ${d.codes.join(', ')} whether it occurred`,
    isOccurred: (d: { occurred: boolean }): string => (d.occurred ? 'occurred' : 'did not occur'),
    remarks: 'What they say besides:',
    rest: (d: { count: number }) => `The others (${d.count}):`,
    saidBy: (d: { by: string; text: string }) => `${d.by}: ${d.text}`,
    each: (d: { by: string; given: string }) => `${d.by} ${d.given}`,
    given: (d: { given: string; full: string }) =>
      d.full === '' ? d.given : `${d.given} of ${d.full}`,
    rectify: (d: { text: string }) => `to mend: ${d.text}`,
    problems: (d: { count: number }) =>
      `Of what is in reviews/, ${d.count === 1 ? 'this does' : 'these do'} not count:`,
    next: 'What each department has to mend: dangan review rectify -o FILE.docx',
  },
  rectify: {
    description: 'what each department has to mend after the reviews, to be printed or sent',
    examples: [
      ['dangan review rectify -o mend.docx --due 2026-12-31', 'all departments in one file'],
      ['dangan review rectify --owner 办公室 -o mend.pdf', 'only one department'],
    ] as Examples,
    output:
      'the file to write (.docx, .xlsx, .pdf, .html or .csv), or a folder for a file of each department',
    type: 'kind of the files in a folder; docx when left out',
    owner: 'only these departments, with commas between them',
    due: 'day by which everything is to be mended; it stands on the lists',
    heading: 'To be mended after the review',
    fileName: (d: { owner: string }) => `To mend ${d.owner}`,
    count: (d: { today: string; count: number; lost: string }) =>
      `On ${d.today}: ${counted(d.count, 'item')}, ${d.lost} points lost`,
    dueLine: (d: { due: string }) => `To be mended by ${d.due}`,
    columns: {
      number: 'No.',
      indicator: 'Indicator',
      full: 'Worth',
      given: 'Given',
      lost: 'Lost',
      remark: 'What the inspectors say',
      rectify: 'What is to be mended',
      now: 'Evidence now',
      done: 'How it was mended, by whom, when',
    },
    done: (d: { path: string; owners: number; count: number; lost: string }) =>
      `Written to ${d.path}: ${counted(d.owners, 'department')}, ${counted(d.count, 'item')}, ${d.lost} points lost`,
    line: (d: { count: number; lost: string }) => `${d.count} (${d.lost} points)`,
    shared: (d: { count: number }) =>
      `${counted(d.count, 'item')} of several departments ${d.count === 1 ? 'is' : 'are'} on the list of each, and in the total once`,
    others: (d: { names: readonly string[] }) => ` (together with ${d.names.join(', ')})`,
    complete: 'complete',
    lacking: (d: { state: string; title: string; ratio: string }) =>
      `${d.state}: ${d.title} ${d.ratio}`.trim(),
    nothing: 'Nothing is to be mended; no file was written.',
  },
  heading: (d: { unit: string }) => `Score sheet ${d.unit}`.trim(),
  veto: 'Veto',
  occurred: 'occurred',
  sheet: { data: 'Scores', about: 'Inspector', record: 'do not change' },
  columns: {
    id: 'Id (do not change)',
    code: 'Code',
    above: 'Part of',
    name: 'Indicator',
    full: 'Worth',
    methods: 'Method',
    standard: 'Standard',
    given: 'Given',
    remark: 'Remark',
    rectify: 'To be mended',
  },
  notOurs: {
    'not-exported': 'it was not made by dangan: its hidden sheet is not there',
    'record-damaged': 'its hidden sheet was changed and cannot be read',
    'sheet-missing': 'its header is not found',
    'sheet-twice': 'it has two score sheets; nobody knows which to read',
  },
  locked: 'Grey columns are filled by the program; what is changed there is not read.',
  hints: {
    given: 'Points, or the name of a grade. Of a veto: yes or no. Empty: not scored.',
    remark: 'Why points were taken off, what was seen.',
    rectify: 'What the unit has to do.',
  },
  about: { by: 'Inspector', lead: 'Leads the team', on: 'Day', note: 'On the whole' },
  aboutHeader: ['', 'Fill in here', ''] as readonly string[],
  aboutHints: {
    by: 'Name.',
    lead: 'yes, or empty.',
    on: 'Such as 2026-11-24.',
    note: 'What there is to say of the whole; may be left empty.',
  },
  paper: {
    system: (d: { title: string }) => `Scoring system: ${d.title}`,
    bundle: (d: { name: string; date: string }) =>
      `Bundle: ${d.name}${d.date === '' ? '' : `, packed on ${d.date}`}`,
    signed: 'Inspector: ______________    □ leads the team    Day: ______________',
  },
  problem: {
    given: (d: { found: string; grades: readonly string[] }) =>
      `“${d.found}” is no number of points${d.grades.length === 0 ? '' : ` and no grade (${d.grades.join(', ')})`}`,
    beyond: (d: { found: string; max: string }) => `${d.found} is not between 0 and ${d.max}`,
    occurred: (d: { found: string }) => `“${d.found}” says neither yes nor no`,
    lead: (d: { found: string }) =>
      `“${d.found}”: does this inspector lead the team? Write yes, or leave it empty`,
    day: (d: { found: string }) => `“${d.found}” is no day; write it such as 2026-11-24`,
    error: (d: { found: string }) => `is the error value ${d.found}`,
  },
};

export const reviewErrors = {
  REVIEW_UNREADABLE: (d: { path: string; because: string }): [string, string] => [
    `${d.path} is no review: ${d.because}`,
    'Name a sheet of `dangan review sheet` that was filled in, or a file that was saved from index.html.',
  ],
  REVIEW_OF_OTHER_UNIT: (d: { path: string; theirs: string; ours: string }): [string, string] => [
    `${d.path} is about another unit, ${d.theirs}; here it is ${d.ours}`,
    'Add it in the archive of that unit. If only the name of the unit was changed in dangan.yaml since, change it back, add it, and change it again.',
  ],
  REVIEW_BY_NOBODY: (d: { path: string }): [string, string] => [
    `${d.path} does not say whose scores they are`,
    'Add `--by NAME`, or fill in the sheet “Inspector”.',
  ],
  REVIEW_OF_OTHER_BUNDLE: (d: { path: string; theirs: string; ours: string }): [string, string] => [
    `${d.path} was given for other evidence (${d.theirs}) than is in ${d.ours}`,
    'Ask the inspectors which bundle they looked at, and name that one; or leave --bundle out.',
  ],
};
