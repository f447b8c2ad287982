import type { Examples } from '../examples.js';
import { counted } from './counted.js';
import { COUNTED_BY_BINDING, inLedger } from './in-ledger.js';

const files = (count: number) => counted(count, 'file');
const named = (d: { count: number; first: string }) =>
  `${files(d.count)} (${d.first}${d.count > 1 ? ' and others' : ''})`;

/** Catalogues on paper, and what `catalogue` says of them. */
export const catalogue = {
  description:
    'lists of what the archive holds, to be printed: of each volume, of items, of photos',
  examples: [
    ['dangan catalogue -o catalogue.xlsx', 'the contents of each volume, one leaf indicator each'],
    ['dangan catalogue --kind filed -o filed.xlsx', 'item by item, with archival codes'],
    [
      'dangan catalogue --kind photos -o photos.html',
      'titles and captions of photographs, a line each; the pictures themselves are in what `dangan bind` binds',
    ],
    ['dangan catalogue --indicator 1.1 -o 1.1.csv', 'one indicator only'],
  ] as Examples,
  options: {
    path: 'the archive or a folder in it; the one around the working folder when left out',
    output: 'the file to write: .xlsx, .docx, .pdf, .html or .csv',
    kind: 'what is listed: volume (contents of volumes), filed (item by item), photos, volumes (one line a volume)',
    per: 'what a volume is: folder, indicator (leaf), part (indicator of the first level), archive',
    indicator: 'only this indicator: its code, or part of its name',
    owner: 'only what this department owes',
    force: 'replace a file of that name',
    format: 'form of what is told on the terminal',
  },
  /** Words that may be typed for each. */
  kinds: { volume: 'contents', filed: 'filed', photos: 'photos', volumes: 'volumes' },
  scopes: { folder: 'folder', indicator: 'indicator', part: 'part', archive: 'archive' },
  headings: {
    volume: 'Contents of the volume',
    filed: 'Catalogue of filed items',
    photos: 'Catalogue of photographs',
    volumes: 'Catalogue of volumes',
  },
  columns: {
    number: 'No.',
    sequence: 'No.',
    code: 'Archival code',
    documentNumber: 'Document no.',
    responsible: 'Issued by',
    title: 'Title',
    volumeTitle: 'Volume',
    date: 'Date',
    secrecy: 'Class',
    pages: 'Pages',
    totalPages: 'Pages',
    page: 'Page',
    photoNumber: 'Photo no.',
    see: 'See',
    photographer: 'Taken by',
    caption: 'Caption',
    span: 'Dates',
    retention: 'Retention',
    note: 'Note',
  },
  retentions: { Y: 'Permanent', D30: '30 years', D10: '10 years' } as Readonly<
    Record<string, string>
  >,
  about: {
    unit: (d: { unit: string }) => `Unit: ${d.unit}`,
    fonds: (d: { fonds: string }) => `Fonds: ${d.fonds}`,
    volume: (d: { title: string }) => `Volume: ${d.title}`,
    code: (d: { code: string }) => `Code: ${d.code}`,
    system: (d: { title: string }) => `Scoring system: ${d.title}`,
  },
  /** Codes that the programs put the numbers for: of this page, and of all. */
  pageOf: (d: { page: string; pages: string }) => `Page ${d.page} of ${d.pages}`,
  /** Around a number that the word processor puts in. */
  pageAround: ['Page ', ''] as readonly [string, string],
  rows: {
    untitled: 'untitled',
    keptIn: (d: { code: string; number: number | undefined }) =>
      `kept in ${d.code}${d.number === undefined ? '' : `, no. ${d.number}`}`,
    notApplicable: (d: { requirement: string | undefined; reason: string }) =>
      `Not applicable${d.requirement === undefined ? '' : ` (${d.requirement})`}: ${d.reason}`,
    said: (d: { by: string | undefined; on: string | undefined; proof: number | undefined }) =>
      [
        [d.by, d.on].filter((each) => each !== undefined).join(' '),
        d.proof === undefined ? '' : `proof: no. ${d.proof}`,
      ]
        .filter((each) => each !== '')
        .join('; '),
    captionFact: (d: { field: string; text: string }) => `${d.field}: ${d.text}`,
    activity: 'activity',
    papers: (d: { code: string; numbers: readonly number[] }) =>
      `indicator ${d.code}, no. ${d.numbers.join(', ')}`,
    pause: '; ',
    listMark: ', ',
  },
  emptyName: 'list',
  badOutput: (d: { path: string; known: readonly string[] }) =>
    `“${d.path}” has no extension that can be written; there are ${d.known.join(', ')}`,
  badWord: (d: { option: string; value: string; known: readonly string[] }) =>
    `${d.option} cannot be “${d.value}”; there are ${d.known.join(', ')}`,
  noOutput: (d: { known: readonly string[] }) =>
    `-o FILE says where to write; its extension says what: ${d.known.join(', ')}`,
  done: (d: { heading: string; path: string; lists: number; files: number; links: number }) =>
    `${d.heading} written to ${d.path}: ${counted(d.lists, 'list')}, ${files(d.files)}${d.links === 0 ? '' : ` and ${counted(d.links, 'link')}`}`,
  nothing: 'There is nothing to list: the file has headers only',
  notes: {
    unpaged: (d: { count: number; first: string }) =>
      `How many pages there are is not known of ${named(d)}; page numbers after them in their volumes are left blank. ${inLedger(d, 'pages=3')} ${COUNTED_BY_BINDING}`,
    unpagedFiled: (d: { count: number; first: string }) =>
      `How many pages there are is not known of ${named(d)}, and left blank. ${inLedger(d, 'pages=3')} ${COUNTED_BY_BINDING}`,
    undated: (d: { count: number; first: string }) =>
      `The date is not known of ${named(d)}, and left blank. ${inLedger(d, 'date=2020-03-12')}`,
    datedByFile: (d: { count: number; first: string }) =>
      `The date of ${named(d)} is that of the file’s properties or of the camera, not one on the paper; please look whether it is right`,
    noCodes:
      'Archival codes are left blank: dangan.yaml does not say the fonds. For example: catalogue: { fonds: Z109, retention: 永久, organ: BGS }',
    uncoded: (d: { count: number; lacks: string }) =>
      `No archival code for ${files(d.count)}: ${d.lacks}`,
    lacks: {
      fonds: 'dangan.yaml does not say catalogue.fonds',
      retention: 'dangan.yaml does not say catalogue.retention (how long it is kept)',
      organ: 'there is no code for its department in catalogue.organs, and no catalogue.organ',
      year: 'its year is not known, or there is more than one; say its date in the ledger',
      other: 'part of it is not known',
    },
    organs: (d: { names: readonly string[]; nearest: string | undefined }) =>
      `catalogue.organs names departments that the scoring system does not have: ${d.names.join(', ')}${d.nearest === undefined ? '' : ` (did you mean “${d.nearest}”?)`}`,
    unlisted: (d: { count: number }) =>
      `${files(d.count)} ${d.count === 1 ? 'is' : 'are'} in no leaf indicator’s folder and not listed; \`dangan check\` tells which`,
    unread: (d: { count: number }) =>
      `${counted(d.count, 'ledger has', 'ledgers have')} parts that cannot be read, and are not in the list; \`dangan check\` tells where`,
    missing: (d: { characters: readonly string[] }) =>
      `the font has no ${d.characters.length === 1 ? 'sign' : 'signs'} for ${d.characters.join(' ')}; 〓 stands there instead. A workbook or a Word file has them`,
  },
};
