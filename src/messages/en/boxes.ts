import { countedLarge } from './counted.js';
import { COUNTED_BY_BINDING, inLedger } from './in-ledger.js';

const unknown = (d: { uncounted: number }) =>
  d.uncounted === 0 ? '' : ` (${countedLarge(d.uncounted, 'file')} of unknown length)`;

export const boxes = {
  description: 'which volumes go into which box; labels for spines, faces and box notes to print',
  examples: [
    ['dangan boxes', 'the plan: which volumes go into which box, and how wide it is'],
    ['dangan boxes --spines spines.pdf', 'labels for the spines, several on a sheet of A4'],
    ['dangan boxes --spines spines.pdf --paper A3', 'as high as a box of 310 mm'],
    ['dangan boxes --faces faces.pdf --notes notes.docx', 'faces and notes, a page for each box'],
    ['dangan boxes --widths 30,50 --double-sided', 'boxes of 30 and 50 mm, both sides printed'],
    ['dangan boxes --box 3 --spines box-3.pdf', 'of box 3 alone'],
  ] as [string, string][],
  options: {
    path: 'the archive or a folder in it; the one around the working folder when left out',
    spines: 'write the labels for the spines to this PDF file',
    faces: 'write the faces of the boxes to this PDF file',
    notes: 'write the box notes to this file, by its extension (docx, pdf, html)',
    paper: 'paper of the labels: A4 (labels 272 mm high) or A3 (as high as the box)',
    widths:
      'boxes that there are: millimetres of their spines, as 30,50; else as dangan.yaml says, 20,30,40,50',
    sheetsPerMm:
      'sheets to the millimetre of a spine; usually 8 (10 of 70 g/m² fit, a box is filled to four fifths)',
    doubleSided: 'both sides are printed: two pages are one sheet',
    together: 'indicators of the first level may share a box; usually they do not (DA/T 22)',
    box: 'only these boxes, as 3 or 3-5; their numbers stay',
    force: 'replace files that are there',
    format: 'form of the result',
  },
  plan: {
    total: (d: {
      boxes: number;
      widths: readonly (readonly [width: number, count: number])[];
      files: number;
      pages: number;
      uncounted: number;
      sheets: number;
    }) =>
      `${countedLarge(d.boxes, 'box', 'boxes')} (${d.widths.map(([width, boxes]) => `${boxes} of ${width} mm`).join(', ')}), ${countedLarge(d.files, 'file')}, ${countedLarge(d.pages, 'page')}${unknown(d)}, ${countedLarge(d.sheets, 'sheet')}`,
    box: (d: { number: number; width: number; sheets: number; thickness: number }) =>
      `Box ${d.number}  spine ${d.width} mm, ${countedLarge(d.sheets, 'sheet')} in ${d.thickness} mm`,
    files: (d: { count: number; pages: number; uncounted: number }) =>
      `${countedLarge(d.count, 'file')}, ${countedLarge(d.pages, 'page')}${unknown(d)}`,
    piece: (d: { from: number; to: number; piece: number; pieces: number }) =>
      `, No. ${d.from}${d.from === d.to ? '' : ` to ${d.to}`} (part ${d.piece} of ${d.pieces})`,
    nothing: 'Nothing to put into boxes',
  },
  done: (d: { what: string; path: string; boxes: number }) =>
    `${d.what} written to ${d.path}: ${countedLarge(d.boxes, 'box', 'boxes')}`,
  sheets: { spines: 'Spine labels', faces: 'Box faces', notes: 'Box notes' },
  notes: {
    uncounted: (d: { count: number }) =>
      `${countedLarge(d.count, 'file')} of unknown length, taken for one sheet each. ${inLedger(d, 'pages=3')} ${COUNTED_BY_BINDING}`,
    inset:
      'Boxes are 310 mm high, more than A4 is long: the labels are 272 mm high, for the middle of the spine or its pocket. --paper A3 makes them as high as the box',
    noFonds:
      'No fonds on the labels: dangan.yaml has none. For example: catalogue: { fonds: Z109, retention: Y }',
    missing: (d: { characters: readonly string[] }) =>
      `The font has no ${d.characters.join(' ')}: 〓 stands for it`,
    noUnit: 'No name on the faces: dangan.yaml has no unit.name',
  },
  badFile: (d: { path: string; known: readonly string[] }) =>
    `Files like ${d.path} cannot be written; the extension may be ${d.known.join(', ')}`,
  sameFile: (d: { path: string }) => `${d.path} cannot hold two kinds of sheets`,
  badWidths: (d: { value: string; min: number; max: number }) =>
    `--widths cannot be “${d.value}”: millimetres of spines from ${d.min} to ${d.max}, with commas between them, as 30,50`,
  badSheets: (d: { value: string; min: number; max: number }) =>
    `--sheets-per-mm cannot be “${d.value}”: a whole number from ${d.min} to ${d.max}`,
  badBox: (d: { value: string; boxes: number }) =>
    `--box cannot be “${d.value}”: of ${countedLarge(d.boxes, 'box', 'boxes')} one number, or from one to another, as 3-5`,
  numbered: (d: { number: number }) => `Box ${d.number}`,
  retention: (d: { code: string }) =>
    d.code === 'Y' ? 'Permanent' : d.code.replace(/^D(\d+)$/, '$1 years'),
  spine: {
    fonds: 'Fonds',
    years: 'Year',
    retention: 'Retention',
    part: 'Subject',
    first: 'From item',
    last: 'To item',
    number: 'Box',
  },
  endOf: (d: { code: string; number: number | undefined }) =>
    [d.code, d.number === undefined ? '' : `No. ${d.number}`]
      .filter((each) => each !== '')
      .join('\n'),
  note: {
    heading: 'Box note',
    colon: ':',
    situation: 'State of the papers in the box',
    holds: (d: { volumes: number; files: number; pages: number; sheets: number }) =>
      `${countedLarge(d.volumes, 'volume')}, ${countedLarge(d.files, 'file')}, ${countedLarge(d.pages, 'page')} on ${countedLarge(d.sheets, 'sheet')}.`,
    from: (d: { first: string; last: string }) => `From ${d.first} to ${d.last}.`,
    divided: (d: { volume: string; piece: number; pieces: number }) =>
      `${d.volume} is divided among ${d.pieces} boxes; this is part ${d.piece}.`,
    uncounted: (d: { count: number }) =>
      `${countedLarge(d.count, 'file')} of unknown length, taken for one sheet each.`,
    paperless: (d: { count: number }) =>
      `${countedLarge(d.count, 'file')} without pages, such as sound and film.`,
    overfull: 'One file is thicker than the widest box: bind it in parts, or get a wider one.',
    changes: 'Missing, damaged, changed, added, moved out or destroyed',
    signs: ['Arranged by', 'Date', 'Checked by', 'Date'] as readonly string[],
  },
  scale:
    'Print at actual size (100 %), not “fit to page”: this line is 100 mm long. Cut along the frame.',
};
