/** Workbooks that come back from Excel, WPS or LibreOffice: their cells, and nothing else of them. */
import { zipSync } from 'fflate';
import type * as Hucre from 'hucre/xlsx';
import type { Block, Cell, Grid } from '../../core/workbook/grid.js';
import { DanganError } from '../../errors.js';
import { readUpTo } from '../plain-file.js';
import { damaged, MOST_BYTES, openParts } from './workbook-parts.js';

/**
 * @returns its sheets in their order, hidden ones too.
 * @throws {DanganError} WORKBOOK_KIND - another kind of file; WORKBOOK_ENCRYPTED, WORKBOOK_DAMAGED,
 *   WORKBOOK_TOO_LARGE; FILE_NOT_FOUND and what else the disk says.
 */
export async function readWorkbook(path: string): Promise<readonly Grid[]> {
  const bytes = bytesOf(path);
  refuseOthers(path, bytes);
  const zip = openParts(path, bytes);
  const looks = looksOf(zip.names);
  if (looks !== undefined) throw new DanganError('WORKBOOK_KIND', { path, looks });
  const parts = zip.read((name) => WANTED.test(name) && !UNWANTED.test(name));
  const zipped = zipAgain(parts);
  const book = await sheetsOf(path, zipped, false);
  // What a date shows is in its style, and styles are slow: text stays text, so that there are seldom any dates.
  const hasDates = book.some(({ rows }) =>
    rows.some((row) => row.some((each) => each instanceof Date)),
  );
  return (hasDates ? await sheetsOf(path, zipped, true) : book).map(gridOf);
}

async function sheetsOf(
  path: string,
  zipped: Uint8Array,
  readStyles: boolean,
): Promise<readonly Hucre.Sheet[]> {
  const { readXlsx } = await import('./spreadsheets.late.js');
  try {
    return (await readXlsx(zipped, { readStyles })).sheets;
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    // One cell at the far end of a sheet makes a table of thousands of millions of it.
    if (reason.includes('cells), over the')) throw new DanganError('WORKBOOK_TOO_LARGE', { path });
    throw damaged(path, reason, cause);
  }
}

/** What cells are made of; pictures, drawings, comments and the like are left where they are. */
const WANTED = /\.(xml|rels)$/i;
const UNWANTED =
  /\/(media|drawings|charts|embeddings|theme|externalLinks|pivot\w*|comments|tables)\//i;

/** What a zip is that is no workbook of ours. */
function looksOf(names: ReadonlySet<string>): 'xlsb' | 'ods' | 'zip' | undefined {
  if (names.has('xl/workbook.bin')) return 'xlsb';
  if (names.has('content.xml') && names.has('mimetype')) return 'ods';
  return names.has('[Content_Types].xml') && names.has('xl/workbook.xml') ? undefined : 'zip';
}

function bytesOf(path: string): Buffer {
  const bytes = readUpTo(path, MOST_BYTES);
  if (typeof bytes === 'number') throw new DanganError('WORKBOOK_TOO_LARGE', { path });
  return bytes;
}

const OLE = Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);

/** What it is, is told by how it begins, whatever its name is. */
function refuseOthers(path: string, bytes: Buffer): void {
  if (bytes.length === 0) throw new DanganError('WORKBOOK_KIND', { path, looks: 'empty' });
  if (bytes.subarray(0, 8).equals(OLE)) {
    if (bytes.includes(Buffer.from('EncryptedPackage', 'utf16le')))
      throw new DanganError('WORKBOOK_ENCRYPTED', { path });
    throw new DanganError('WORKBOOK_KIND', { path, looks: 'xls' });
  }
  if (bytes.readUInt8(0) !== 0x50 || bytes.toString('latin1', 0, 2) !== 'PK')
    throw new DanganError('WORKBOOK_KIND', { path, looks: 'other' });
}

/** As a zip without compression, which has been read with every check and holds no more than is needed. */
function zipAgain(parts: ReadonlyMap<string, Buffer>): Uint8Array {
  const files: Record<string, Uint8Array> = {};
  for (const [name, part] of parts) {
    files[name] = /\/styles\.xml$/i.test(name) ? withMonthFormats(part) : part;
  }
  return zipSync(files, { level: 0, mtime: new Date(2020, 0, 1) });
}

/** Formats that Chinese Excel has built in for `2020年3月`: a month, although a day is stored (ECMA-376 18.8.30). */
const MONTH_FORMATS = [27, 36, 50, 52, 57];

/** Told as formats of the file's own, which are read back with the cell; those built in for one language are not. */
function withMonthFormats(styles: Buffer): Buffer {
  const text = styles.toString('utf8');
  const used = MONTH_FORMATS.filter((id) => text.includes(`numFmtId="${id}"`));
  const open = /<((?:\w+:)?)styleSheet\b[^>]*>/.exec(text);
  if (used.length === 0 || !open) return styles;
  const [, prefix = ''] = open;
  const formats = used.map(
    (id) => `<${prefix}numFmt numFmtId="${id}" formatCode="yyyy&quot;年&quot;m&quot;月&quot;"/>`,
  );
  const own = new RegExp(`<${prefix}numFmts\\b[^>]*[^/]>`).exec(text);
  const at = own ? own.index + own[0].length : open.index + open[0].length;
  const added = own
    ? formats.join('')
    : `<${prefix}numFmts count="${used.length}">${formats.join('')}</${prefix}numFmts>`;
  return Buffer.from(text.slice(0, at) + added + text.slice(at));
}

function gridOf({ name, rows, cells = new Map(), merges = [] }: Hucre.Sheet): Grid {
  const read = rows.map((values, row) =>
    values.map((value, column) =>
      value === null ? undefined : cellOf(value, cells.get(`${row},${column}`)),
    ),
  );
  // A formula that nobody has worked out yet has no value.
  for (const [place, { value, formula }] of cells) {
    const [row = 0, column = 0] = place.split(',').map(Number);
    const line = read[row];
    if (line && value === null && formula !== undefined) line[column] = { is: 'formula' };
  }
  return { name, rows: read, merges: merges.map(blockOf) };
}

function blockOf({ startRow, startCol, endRow, endCol }: Hucre.MergeRange): Block {
  return { top: startRow, left: startCol, bottom: endRow, right: endCol };
}

function cellOf(
  value: NonNullable<Hucre.CellValue>,
  detail: Partial<Hucre.Cell> | undefined,
): Cell {
  if (detail?.formula !== undefined) return { is: 'formula' };
  if (detail?.type === 'error') return { is: 'error', text: String(value) };
  if (value instanceof Date) return momentOf(value, detail?.style?.numFmt ?? '');
  if (typeof value === 'string') return { is: 'text', text: value };
  return typeof value === 'number' ? { is: 'number', value } : { is: 'truth', value };
}

function momentOf(at: Date, format: string): Cell {
  if (Number.isNaN(at.getTime())) return { is: 'error', text: '#VALUE!' };
  const text = at.toISOString();
  const time = text.slice(11, 16);
  // Before 1900-01-02 there is no day, only a time.
  const day = at.getTime() < Date.UTC(1900, 0, 2) ? undefined : text.slice(0, 10);
  return { is: 'moment', day, time: time === '00:00' ? undefined : time, shows: shownBy(format) };
}

/** How much of a day a format shows; `m` beside an hour is minutes. */
function shownBy(format: string): 'day' | 'month' | 'year' {
  const marks = format.replace(/"[^"]*"|\[[^\]]*\]|\\.|_.|\*./g, '').toLowerCase();
  if (marks === '' || /[dh]|g|general/.test(marks)) return 'day';
  if (marks.includes('m')) return 'month';
  return marks.includes('y') ? 'year' : 'day';
}
