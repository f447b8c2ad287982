/** The lists of a catalogue as a workbook, a sheet for each, ready to be printed on A4. */
import type * as Hucre from 'hucre/xlsx';
import { PAPER, type PrintedColumn, type PrintedList } from '../../core/catalogue/printed.js';
import type { ListSheet } from '../../core/catalogue/sheet.js';
import { bytesOfSheets, cellOf, FONT } from '../workbook/workbook-bytes.js';

/**
 * @param title - Of the document, in its properties.
 * @param footer - Of each page; `&P` is its number, `&N` how many there are.
 */
export function catalogueWorkbook(
  sheets: readonly ListSheet[],
  title: string,
  footer: string,
): Promise<Uint8Array> {
  return bytesOfSheets(
    title,
    sheets.map((sheet) => sheetOf(sheet, footer)),
  );
}

/** Points of a line of text. */
const LINE = 13;
const HEADING_ROW = 32;
const ABOUT_ROW = 18;
/** Of a row with one line: there is room to add a word by hand. */
const ROW = 25;

function sheetOf(sheet: ListSheet, footer: string): Hucre.WriteSheet {
  const { list, about, headerLines, lines } = sheet;
  const { name, heading, columns, rows } = list;
  const head = [heading, ...about];
  const heights = [
    HEADING_ROW,
    ...about.map(() => ABOUT_ROW),
    heightOf(headerLines),
    ...lines.map(heightOf),
  ];
  return {
    name,
    columns: columns.map((column) => ({
      width: widthOf(column.millimetres),
      style: columnStyle(column),
    })),
    rows: [
      ...head.map((line) => columns.map((_, at) => (at === 0 ? cellOf(line) : null))),
      columns.map(({ header }) => header),
      ...rows.map((row) => row.map(cellOf)),
    ],
    cells: cellsOf(list, about.length),
    merges: head.map((_, row) => ({
      ...{ startRow: row, endRow: row },
      ...{ startCol: 0, endCol: columns.length - 1 },
    })),
    freezePane: { rows: head.length + 1, columns: 0 },
    rowDefs: new Map(heights.map((height, row) => [row, { height }])),
    ...printing(list, head.length + 1, footer),
  };
}

function heightOf(lines: number): number {
  return Math.max(ROW, lines * LINE + 6);
}

/** Columns are measured in digits of the workbook's font, eight dots wide at 96 to the inch. */
function widthOf(millimetres: number): number {
  return Math.floor((millimetres / 25.4) * 96) / 8;
}

function printing(
  { landscape, name }: PrintedList,
  headerRow: number,
  footer: string,
): Pick<Hucre.WriteSheet, 'pageSetup' | 'headerFooter'> {
  const { left, right, top, bottom } = landscape ? PAPER.landscape : PAPER.portrait;
  const inches = (millimetres: number) => Math.round((millimetres / 25.4) * 1000) / 1000;
  return {
    pageSetup: {
      paperSize: 'a4',
      orientation: landscape ? 'landscape' : 'portrait',
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      margins: {
        ...{ left: inches(left), right: inches(right), top: inches(top), bottom: inches(bottom) },
        ...{ header: inches(8), footer: inches(bottom / 2 - 2) },
      },
      printTitlesRow: `$${headerRow}:$${headerRow}`,
    },
    // A page that has gone astray tells where it belongs. The blank parts the size from the name, which may be a number.
    headerFooter: { oddFooter: `&L&9 ${footerName(name)}&C&9 ${footer}` },
  };
}

/** What has room beside the page number. */
const FOOTER_NAME = 16;

function footerName(name: string): string {
  const marks = Array.from(name);
  const short = marks.length > FOOTER_NAME ? `${marks.slice(0, FOOTER_NAME - 1).join('')}…` : name;
  return short.replaceAll('&', '&&');
}

type Style = Hucre.CellStyle;

const TEXT = { name: FONT.name, size: 10 };
const TITLE = { name: '黑体', size: 18, bold: true };
const HEADER = { name: '黑体', size: 10 };

const EDGE = { style: 'thin', color: { rgb: '000000' } } as const;
const BORDER = { top: EDGE, right: EDGE, bottom: EDGE, left: EDGE };

function columnStyle({ align, key }: PrintedColumn): Style {
  return {
    font: TEXT,
    border: BORDER,
    alignment: { horizontal: align, vertical: 'center', wrapText: true },
    numFmt: COUNTS.has(key) ? 'General' : '@',
  };
}

/** Counts are numbers, so that they can be added up. */
const COUNTS: ReadonlySet<string> = new Set(['number', 'pages', 'page', 'photoNumber']);

function cellsOf(
  { columns, rows }: PrintedList,
  aboutLines: number,
): Map<string, Partial<Hucre.Cell>> {
  const cells = new Map<string, Partial<Hucre.Cell>>();
  const whole = (row: number, style: Style) => {
    for (const at of columns.keys()) cells.set(`${row},${at}`, { style });
  };
  const line = { border: {}, numFmt: '@' };
  const titled: Style = {
    ...line,
    font: TITLE,
    alignment: { horizontal: 'center', vertical: 'center' },
  };
  whole(0, titled);
  for (let row = 1; row <= aboutLines; row += 1) {
    whole(row, {
      ...line,
      font: { ...FONT },
      alignment: { horizontal: 'left', vertical: 'center' },
    });
  }
  const first = aboutLines + 1;
  whole(first, {
    font: HEADER,
    border: BORDER,
    alignment: { horizontal: 'center', vertical: 'center', wrapText: true },
    numFmt: '@',
  });
  for (const [row, values] of rows.entries()) {
    for (const [at, value] of values.entries()) {
      // Words that would be taken for an error value.
      if (typeof value === 'string' && value.startsWith('#'))
        cells.set(`${first + 1 + row},${at}`, { richText: [{ text: value }] });
    }
  }
  return cells;
}
