/** A catalogue as lists on paper, in the words of a language. */
import { COLUMNS, LANDSCAPE, type Column, type ColumnKey } from '../../core/catalogue/printed.js';
import type { PrintedColumn, PrintedList } from '../../core/catalogue/printed.js';
import { sheetNames } from '../../core/catalogue/sheet-name.js';
import type { Catalogue, CatalogueKind, Row, Volume } from '../../core/catalogue/types.js';
import type { Messages } from '../../messages/index.js';

export type CatalogueMessages = Messages['catalogue'];

type Cell = string | number;

/** One list for each volume, or one of all volumes. One without rows where there is nothing at all. */
export function printedLists(
  catalogue: Catalogue,
  fonds: string | undefined,
  words: CatalogueMessages,
): readonly PrintedList[] {
  const { kind, volumes } = catalogue;
  const columns = columnsOf(catalogue, words);
  const list = (
    name: string,
    title: string,
    about: readonly string[],
    rows: PrintedList['rows'],
  ): PrintedList => ({
    ...{ name, title, heading: words.headings[kind] },
    about: about.filter((line) => line !== '').map((line) => String(printed(line))),
    columns: roomed(columns, rows),
    rows: rows.map((row) => row.map(printed)),
    landscape: LANDSCAPE[kind],
  });
  const whole = aboutArchive(catalogue, fonds, words);
  if (kind === 'volumes') {
    const rows = volumes.map((volume) => columns.map(({ key }) => volumeCell(key, volume, words)));
    return [list(words.headings[kind], words.headings[kind], whole, rows)];
  }
  if (volumes.length === 0) {
    return [list(words.headings[kind], words.headings[kind], whole, [])];
  }
  const titles = volumes.map((volume) => String(printed(nameOf(volume, kind, words))));
  const names = sheetNames(titles, words.emptyName);
  return volumes.map((volume, at) =>
    list(
      names[at] ?? '',
      titles[at] ?? '',
      volume.indicator ? aboutVolume(catalogue, volume, words) : whole,
      rowsOf(volume, columns),
    ),
  );
}

/** `1.1 领导机构`. */
export function volumeTitle({ indicator, title }: Volume): string {
  return indicator ? `${indicator.code} ${title}` : title;
}

function nameOf(volume: Volume, kind: CatalogueKind, words: CatalogueMessages): string {
  return volume.indicator ? volumeTitle(volume) : words.headings[kind];
}

function aboutArchive(
  { unit, title }: Catalogue,
  fonds: string | undefined,
  { about }: CatalogueMessages,
): readonly string[] {
  return [
    fonds === undefined ? '' : about.fonds({ fonds }),
    unit === '' ? '' : about.unit({ unit }),
    about.system({ title }),
  ];
}

function aboutVolume(
  { unit }: Catalogue,
  volume: Volume,
  { about }: CatalogueMessages,
): readonly string[] {
  return [
    unit === '' ? '' : about.unit({ unit }),
    about.volume({ title: volumeTitle(volume) }),
    volume.code === undefined ? '' : about.code({ code: volume.code }),
  ];
}

/** 密级 is a column of volumes only where something is secret. */
function columnsOf(
  { kind, volumes }: Catalogue,
  { columns: headers }: CatalogueMessages,
): readonly PrintedColumn<ColumnKey>[] {
  const isSecret = volumes.some(({ rows }) => rows.some(({ secrecy }) => secrecy !== undefined));
  const isCoded = volumes.some(({ rows }) => rows.some(({ code }) => code !== undefined));
  const columns =
    kind === 'volume' && isSecret
      ? withSecrecy(COLUMNS.volume)
      : kind === 'photos' && !isCoded
        ? withCounts(COLUMNS.photos)
        : COLUMNS[kind];
  const headerOf = (key: ColumnKey) => {
    if (kind === 'volume' && key === 'number') return headers.sequence;
    if (kind !== 'volumes') return headers[key];
    return { ...headers, title: headers.volumeTitle, pages: headers.totalPages }[key];
  };
  return columns.map((column) => ({ ...column, header: headerOf(column.key) }));
}

const SECRECY_MM = 12;

function withSecrecy(columns: readonly Column[]): readonly Column[] {
  return columns.flatMap((column): Column[] => {
    if (column.key === 'title')
      return [{ ...column, millimetres: column.millimetres - SECRECY_MM }];
    if (column.key !== 'note') return [column];
    return [{ key: 'secrecy', millimetres: SECRECY_MM, align: 'center' }, column];
  });
}

const COUNT_MM = 18;

/** Photos that have no code but their number leave its room to titles and captions. */
function withCounts(columns: readonly Column[]): readonly Column[] {
  const left =
    (columns.find(({ key }) => key === 'photoNumber')?.millimetres ?? COUNT_MM) - COUNT_MM;
  const more: Readonly<Partial<Record<ColumnKey, number>>> = {
    photoNumber: -left,
    title: left / 2,
    caption: left / 2,
  };
  return columns.map((column) => ({
    ...column,
    millimetres: column.millimetres + (more[column.key] ?? 0),
  }));
}

/** Of a column in which nothing is filled in: for a word by hand. */
const SPARE_MM: Readonly<Partial<Record<ColumnKey, number>>> = {
  code: 20,
  documentNumber: 18,
  responsible: 14,
  see: 14,
  photographer: 14,
  note: 14,
};

/** What is read most; captions are there only in lists of photos. */
const READ: readonly ColumnKey[] = ['title', 'caption'];

/** Columns that nobody has filled in leave their room to those that are read. */
function roomed<C extends Column>(columns: readonly C[], rows: PrintedList['rows']): readonly C[] {
  const least = columns.map(({ key, millimetres }, at) =>
    rows.length === 0 || rows.some((row) => row[at] !== '')
      ? millimetres
      : Math.min(millimetres, SPARE_MM[key] ?? millimetres),
  );
  const left = columns.reduce(
    (sum, { millimetres }, at) => sum + millimetres - (least[at] ?? 0),
    0,
  );
  const read = columns.filter(({ key }) => READ.includes(key)).length;
  return columns.map((column, at) => ({
    ...column,
    millimetres: (least[at] ?? 0) + (READ.includes(column.key) ? left / read : 0),
  }));
}

function rowsOf(
  { rows }: Volume,
  columns: readonly PrintedColumn<ColumnKey>[],
): PrintedList['rows'] {
  const last = rows.findLast(({ pageFrom }) => pageFrom !== undefined);
  return rows.map((row) => columns.map(({ key }) => rowCell(key, row, row === last)));
}

function rowCell(key: ColumnKey, row: Row, isLast: boolean): Cell {
  switch (key) {
    case 'page':
      return pageCell(row, isLast);
    case 'pages':
      return row.pages === 0 ? '' : (row.pages ?? '');
    case 'photoNumber':
      return row.code ?? row.number ?? '';
    case 'see':
    case 'photographer':
    case 'caption':
      return row.photo?.[key] ?? '';
    case 'span':
    case 'retention':
      return '';
    case 'number':
    case 'code':
    case 'documentNumber':
    case 'responsible':
    case 'title':
    case 'date':
    case 'secrecy':
    case 'note':
      return row[key] ?? '';
  }
}

/** Where it begins; of the last, where it ends too (GB/T 9705). */
function pageCell({ pageFrom, pageTo }: Row, isLast: boolean): Cell {
  if (pageFrom === undefined) return '';
  return isLast && pageTo !== undefined && pageTo > pageFrom ? `${pageFrom}-${pageTo}` : pageFrom;
}

function volumeCell(key: ColumnKey, volume: Volume, { retentions }: CatalogueMessages): Cell {
  const { number, code, from, to, pages, retention } = volume;
  const cells: Readonly<Partial<Record<ColumnKey, Cell | undefined>>> = {
    number,
    code,
    title: volumeTitle(volume),
    span: [...new Set([from, to])].filter((each) => each !== undefined).join('-'),
    pages,
    retention: retention === undefined ? undefined : (retentions[retention] ?? retention),
  };
  return cells[key] ?? '';
}

/** What XML cannot hold, what would break a line, and what turns the direction of a text around. */
const UNPRINTABLE = /[\p{Cc}\p{Cs}\u200e\u200f\u2028-\u202e\u2066-\u2069\ufffe\uffff]+/gu;

function printed(cell: Cell): Cell {
  return typeof cell === 'string' ? cell.replace(UNPRINTABLE, ' ').trim() : cell;
}
