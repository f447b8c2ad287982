import type { Examples } from '../examples.js';
import { counted } from './counted.js';
import { validate } from './validate.js';

const shown = (text: string) => (text === '' ? '(empty)' : `“${text}”`);
const near = (nearest: string | undefined) =>
  nearest === undefined ? '.' : `; did you mean “${nearest}”?`;

interface Unknown {
  found: string;
  nearest: string | undefined;
}

/** The sheet of all ledgers, and what `ledger export` and `ledger import` say. */
export const ledgerSheet = {
  export: {
    description: 'write all ledgers into one sheet, to be filled in with Excel or WPS',
    file: 'the file to write (.xlsx)',
    force: 'replace a file of that name',
    examples: [
      ['dangan ledger export ledger.xlsx', 'one row for each item of evidence, in a ledger or not'],
      ['dangan ledger import ledger.xlsx', 'when it is filled in: see what it would change'],
      ['dangan ledger import ledger.xlsx --write', 'write it into the ledgers'],
    ] as Examples,
    done: (d: { path: string; rows: number; links: number; empty: number }) =>
      `Exported ${d.path}: ${counted(d.rows, 'item')} of evidence${d.links === 0 ? '' : ` (${d.links} of them links)`}, ${d.empty} without a ledger entry`,
    next: (d: { path: string }) => `When it is filled in and saved: dangan ledger import ${d.path}`,
    nothing: 'The archive has no evidence yet; the sheet is a header only',
    unread: (d: { count: number }) =>
      `${counted(d.count, 'ledger has', 'ledgers have')} parts that cannot be read; those were not exported. \`dangan check\` tells where`,
  },
  import: {
    description: 'read the ledgers back that were filled in with Excel or WPS',
    file: 'the .xlsx of `dangan ledger export`, filled in',
    write: 'write it into the ledgers; else only show what would change',
    fromCopy: 'the sheet was exported from a copy of this archive: what it said then counts, too',
    all: 'list everything, not only the first',
    examples: [
      ['dangan ledger import ledger.xlsx', 'only show what would change'],
      ['dangan ledger import ledger.xlsx --write', 'write it into the ledgers'],
      ['dangan undo', 'take it back'],
    ] as Examples,
    head: (d: {
      path: string;
      rows: number;
      files: number;
      cells: number;
      ledgers: number;
      written: boolean;
    }) =>
      d.cells === 0
        ? `${d.path}: ${d.rows} rows, nothing to change`
        : `${d.path}: ${d.rows} rows; ${d.written ? 'changed' : 'would change'} ${counted(d.cells, 'field')} of ${counted(d.files, 'item')} of evidence in ${counted(d.ledgers, 'ledger')}`,
    change: (d: { from: string; to: string }) => `${shown(d.from)} → ${shown(d.to)}`,
    more: (d: { count: number }) =>
      `… and ${d.count} more ${d.count === 1 ? 'item' : 'items'} of evidence; --all lists everything`,
    moreProblems: (d: { count: number }) => `… and ${d.count} more; --all lists everything`,
    problems: (d: { count: number }) =>
      `${counted(d.count, 'cell cannot be taken as it is', 'cells cannot be taken as they are')}, and nothing was written. Mend ${d.count === 1 ? 'it' : 'them'} in the sheet, save, and import again:`,
    stale: (d: { count: number }) =>
      `${counted(d.count, 'item')} of evidence: the ledger was changed after the export too, and was left alone. To have it as in the sheet, export again and fill in these cells anew:`,
    exported: 'exported',
    inSheet: 'sheet',
    inLedger: 'ledger now',
    value: shown,
    differing: (d: { count: number; command: string }) =>
      `${d.count} of the sheet’s cells differ from the ledgers and have not been changed since the export: not taken over. If the sheet was exported from a copy of this archive, see first what they would change: ${d.command}`,
    differs: (d: { sheet: string; now: string }) =>
      `${shown(d.sheet)} in the sheet, ${shown(d.now)} in the ledger`,
    absent: (d: { count: number; first: string }) =>
      `${d.count} of the sheet’s rows are about evidence that this archive does not have (${d.first}). File it with \`dangan add\` first, if it is wanted`,
    gone: (d: { count: number }) =>
      `${counted(d.count, 'row was', 'rows were')} filled in for evidence that is no longer in the archive, and could not be used:`,
    removed: (d: { count: number; first: string }) =>
      `${counted(d.count, 'row is', 'rows are')} missing from the sheet (${d.first}). Their ledger entries stay as they are: to delete a row is not to delete an entry`,
    others: (d: { headers: readonly string[] }) =>
      `Columns of your own were not read; they stay in the file: ${d.headers.join(', ')}`,
    followed: (d: { count: number }) =>
      `${counted(d.count, 'item of evidence was', 'items of evidence were')} renamed or moved after the export, and found`,
    toWrite: (d: { command: string }) =>
      `This is a plan, nothing was changed. To write it into the ledgers: ${d.command}`,
    written: (d: { ledgers: number; id: string }) =>
      `Written into ${counted(d.ledgers, 'ledger')}. To take it back: dangan undo ${d.id}. Before you edit further, export again`,
  },
  sheet: { data: 'Ledger', guide: 'How to fill in', record: 'do not change', lists: 'lists' },
  heading: (d: { unit: string }) => `${d.unit} – ledger of evidence`,
  columns: {
    id: 'Id (do not change)',
    code: 'Code',
    indicator: 'Indicator',
    folder: 'Folder',
    ordinal: 'No.',
    title: 'Title',
    format: 'Format',
    link: 'Address',
    knownDate: 'Date found',
    knownKind: 'Kind found',
    date: 'Date',
    kind: 'Kind',
    number: 'Document no.',
    issuer: 'Issued by',
    owner: 'Owner',
    activity: 'Activity',
    occasion: 'Occasion',
    requirements: 'Requirement',
    references: 'Serves too',
    state: 'State',
    reason: 'Returned because',
    submitted: 'Submitted on',
    source: 'Source',
    pages: 'Pages',
    characters: 'Characters',
    secrecy: 'Secrecy',
    seen: 'Seen on it',
    seenBy: 'Seen by',
    seenOn: 'Seen on day',
    note: 'Note',
  },
  caption: (d: { field: string }) => `Caption: ${d.field}`,
  kinds: validate.show.kinds,
  states: { draft: 'draft', submitted: 'submitted', returned: 'returned', approved: 'approved' },
  sources: { file: 'original', link: 'address', screenshot: 'screenshot', shared: 'from others' },
  known: {
    ledger: 'ledger',
    name: 'title',
    folder: 'folder',
    document: 'properties',
    exif: 'photo',
  },
  dated: (d: { days: string; from: string }) => `${d.days} (${d.from})`,
  choose: 'Choose from the list.',
  locked:
    'Grey columns are filled by the program and not read back. To change a title, rename the file.',
  hints: {
    date: '2020-03-12, 2020-03, 2020-Q1, 2020-H1, 2020 or 2018..2020: as much as is known. Leave it empty when it is not known.',
    kind: 'Choose from the list. When empty, title and format decide.',
    number: 'Such as 〔2020〕36号.',
    issuer: 'Who issued it.',
    owner: 'The department that owes it.',
    caption: 'What the caption says; the scoring system tells which facts photos need.',
    activity: 'The same name for plan, photos and report of one activity.',
    occasion: 'The festival or day it was made for.',
    requirements:
      'Title of the requirement that it serves; several with ；. When empty, the program matches them.',
    references:
      'Other indicators that it serves: their codes, such as 1.1 (where several have that, the path of codes, such as 1/1.1); several with ；.',
    state: 'Choose from the list. Drafts and what was returned do not count.',
    reason: 'Why it was returned.',
    submitted: 'The day it was handed in: 2020-03-12.',
    source: 'Choose from the list.',
    pages: 'A whole number.',
    characters: 'Length of the text, a whole number.',
    secrecy: 'As it stands on the paper, such as 内部; blank where nothing does.',
    seen: 'What a person saw and no program can: name of the unit；seal.',
    seenBy: 'Who saw it; goes with what was seen and the day.',
    seenOn: 'The day it was seen: 2020-03-12.',
    note: 'Anything.',
  },
  guide: {
    columns: ['Part', 'How'] as readonly [string, string],
    rows: [
      [
        'Grey columns',
        'Filled by the program and not read back; please leave them. “Date found” and “Kind found” come from titles and folders; where they are right, nothing needs to be filled in.',
      ],
      [
        'Rows',
        'Sort and filter as you like; sort with all columns. To delete a row deletes neither its ledger entry nor the evidence.',
      ],
      ['Columns', 'Move them, add your own; do not delete them or change a header.'],
      [
        'Cells',
        'Do not merge, no formulas. Empty means that nothing is known; a cleared cell takes the field out of the ledger.',
      ],
      [
        'When done',
        'Save, then run dangan ledger import on this file: it shows what would change, --write writes it, dangan undo takes it back.',
      ],
    ] as Examples,
  },
  problem: {
    date: (d: { found: string }) =>
      `“${d.found}” is no date. Write 2020-03-12, 2020-03, 2020-Q1 or 2020`,
    day: (d: { found: string }) => `“${d.found}” is no day. Write 2020-03-12`,
    count: (d: { found: string }) => `“${d.found}” is no whole number`,
    kind: (d: Unknown) => `There is no kind “${d.found}”${near(d.nearest)} Choose from the list`,
    state: (d: Unknown) => `There is no state “${d.found}”${near(d.nearest)} Choose from the list`,
    source: (d: Unknown) =>
      `There is no source “${d.found}”${near(d.nearest)} Choose from the list`,
    owner: (d: Unknown) =>
      `The scoring system has no owner “${d.found}”${near(d.nearest)} Choose from the list, or add it to its owners first`,
    occasion: (d: Unknown) => `This indicator asks for no occasion “${d.found}”${near(d.nearest)}`,
    requirement: (d: Unknown) => `This indicator has no requirement “${d.found}”${near(d.nearest)}`,
    reference: (d: Unknown) =>
      `The scoring system has no indicator “${d.found}”${near(d.nearest)} Write its code, such as 1.1, or where several have that its path of codes, such as 1/1.1`,
    'too-long': (d: { longest: number }) =>
      `What was there is longer than ${d.longest} characters, too long for a cell. Change it in ledger.yaml`,
    formula: () => 'A formula. Put its value there instead (copy, paste as values)',
    error: (d: { found: string }) => `An error value, ${d.found}. Put there what it should say`,
    'column-missing': (d: { column: string; like: string | undefined }) =>
      `The column “${d.column}” is missing${d.like === undefined ? '' : `; was it renamed to “${d.like}”?`} Put it back, or export again`,
    'column-twice': (d: { column: string; other: string }) =>
      `Two columns are called “${d.column}”; the other is at ${d.other}. Remove one of them`,
    merged: () => 'Merged cells: nobody can tell which row is meant. Unmerge them and fill in each',
    'id-missing': () =>
      'This row has no id, so that nobody knows its evidence. File new evidence with `dangan add`, then export again',
    'id-unknown': (d: { found: string }) =>
      `The id “${d.found}” was not exported with this sheet; was it pasted from another one, or changed? Remove the row`,
    'id-twice': (d: { other: string }) =>
      `The same id as ${d.other}: nobody knows which row is meant. Remove one of them`,
    fixed: (d: { column: string; found: string; expected: string }) =>
      `It was ${shown(d.expected)} when exported and is ${shown(d.found)} now. Grey columns are not to be changed; if a whole column does not fit, only some columns were sorted: undo that`,
    needs: (d: { column: string; lacking: string }) =>
      `“${d.column}” is filled in; “${d.lacking}” is needed too`,
  },
};

type Looks = 'xls' | 'xlsb' | 'ods' | 'zip' | 'empty' | 'other';

export const ledgerSheetErrors = {
  WORKBOOK_KIND: (d: { path: string; looks: Looks }) => [
    {
      xls: `${d.path} is an Excel file of the old format (.xls)`,
      xlsb: `${d.path} is a binary Excel file (.xlsb)`,
      ods: `${d.path} is a LibreOffice spreadsheet (.ods)`,
      zip: `${d.path} is a zip and no spreadsheet`,
      empty: `${d.path} is empty (0 bytes)`,
      other: `${d.path} is no Excel spreadsheet`,
    }[d.looks],
    d.looks === 'zip' || d.looks === 'empty' || d.looks === 'other'
      ? 'Give an .xlsx that dangan has written, filled in: ledgers come from `dangan ledger export`, score sheets from `dangan review sheet`.'
      : 'Open it, save it as .xlsx, and try again with that.',
  ],
  WORKBOOK_ENCRYPTED: (d: { path: string }) => [
    `${d.path} has a password and cannot be read`,
    'Open it, take the password away (File, Info, Protect Workbook), save, and try again.',
  ],
  WORKBOOK_DAMAGED: (d: { path: string; detail: string }) => [
    `${d.path} is damaged and cannot be read (${d.detail})`,
    'Open it with Excel or WPS, let it be repaired, save it as .xlsx and try again with that; else export again.',
  ],
  WORKBOOK_TOO_LARGE: (d: { path: string }) => [
    `${d.path} unpacks to far more than a sheet that was filled in; it was not read`,
    'See whether there are many empty rows or columns at the end (delete them and save), or something else was pasted in.',
  ],
  SHEET_NOT_OURS: (d: {
    path: string;
    because: 'not-exported' | 'record-damaged' | 'sheet-missing' | 'sheet-twice';
  }) => [
    {
      'not-exported': `${d.path} was not exported by dangan: its hidden sheet is not there`,
      'record-damaged': `The hidden sheet of ${d.path} was changed and cannot be read`,
      'sheet-missing': `The header of the ledger is not found in ${d.path}`,
      'sheet-twice': `${d.path} has two ledger sheets; nobody knows which to read`,
    }[d.because],
    d.because === 'sheet-twice'
      ? 'Delete the one too many (probably a copy), save, and try again.'
      : 'Export again with `dangan ledger export`, and paste into that what you have filled in.',
  ],
  SHEET_OF_OTHER_ARCHIVE: (d: { path: string; theirs: string; ours: string }) => [
    `${d.path} is the ledger of another archive: ${d.theirs}; this one is ${d.ours}`,
    'Import it there. If only the name of the unit or the title of the scoring system was changed, change it back, import, and change it again.',
  ],
  SHEET_EXISTS: (d: { path: string }) => [
    `${d.path} is there already, and may have been filled in; it was left alone`,
    'Choose another name; or add --force to replace it.',
  ],
  SHEET_INSIDE_EVIDENCE: (d: { path: string; root: string }) => [
    `${d.path} is inside the evidence folder ${d.root}, where what is written would become evidence`,
    'Choose another place.',
  ],
} satisfies Record<string, (data: never) => readonly [string, string]>;
