/** Workbooks made for Excel, WPS and LibreOffice: the same sheets give the same bytes on every machine. */
import type * as Hucre from 'hucre/xlsx';
import type { BookColumn, BookSheet } from '../../core/workbook/book.js';
import { cellName, columnName } from '../../core/workbook/grid.js';
import { writeWhole } from '../write-whole.js';
import { bytesOfSheets, cellOf, FONT } from './workbook-bytes.js';

interface Book {
  /** Of the document, in its properties. */
  readonly title: string;
  readonly sheets: readonly BookSheet[];
}

/** Write a workbook, in place of one that is there: wholly or not at all. */
export async function writeWorkbook(path: string, book: Book): Promise<void> {
  writeWhole(path, await workbookBytes(book));
}

export function workbookBytes({ title, sheets }: Book): Promise<Uint8Array> {
  return bytesOfSheets(title, sheets.map(sheetOf));
}

function sheetOf(sheet: BookSheet): Hucre.WriteSheet {
  const { name, hidden, columns, rows, lines, frozen, filter } = sheet;
  const [header = [], ...rest] = rows;
  const last = cellName(rows.length - 1, Math.max(0, header.length - 1));
  return {
    name,
    veryHidden: hidden,
    columns: columns.map(({ width, hidden: isHidden = false, ...column }) => ({
      width,
      hidden: isHidden,
      style: styleOf(column),
    })),
    rows: rest.length === 0 ? [header.map(cellOf)] : rows.map((row) => row.map(cellOf)),
    cells: cellsOf(sheet),
    ...(hidden ? {} : { freezePane: { rows: 1, columns: frozen }, ...printing(sheet) }),
    ...(filter ? { autoFilter: { range: `A1:${last}` } } : {}),
    dataValidations: rest.length === 0 ? [] : checksOf(columns, rows.length),
    rowDefs: new Map(
      lines.map((count, row) => [row, { height: count * 15 + (row === 0 ? 12 : 4) }]),
    ),
  };
}

type Style = Hucre.CellStyle;

const EDGE = { style: 'thin', color: { rgb: 'BFBFBF' } } as const;
const BORDER = { top: EDGE, right: EDGE, bottom: EDGE, left: EDGE };
const fill = (rgb: string): NonNullable<Style['fill']> => ({
  type: 'pattern',
  pattern: 'solid',
  fgColor: { rgb },
});

function styleOf({ look, format }: Pick<BookColumn, 'look' | 'format'>): Style {
  return {
    ...(look === 'grey' ? { fill: fill('EDEDED') } : {}),
    border: BORDER,
    alignment: {
      vertical: 'center',
      wrapText: true,
      horizontal: format === undefined ? 'left' : 'center',
    },
    numFmt: format ?? (look === 'count' ? '0' : '@'),
  };
}

function headerStyle({ look }: BookColumn): Style {
  return {
    font: { ...FONT, bold: true },
    fill: fill(look === 'grey' ? 'BFBFBF' : 'BDD7EE'),
    border: BORDER,
    alignment: { vertical: 'center', horizontal: 'center', wrapText: true },
    numFmt: '@',
  };
}

/** What differs from the rest of its column: the header, and words that would be taken for an error value. */
function cellsOf({ columns, rows }: BookSheet): Map<string, Partial<Hucre.Cell>> {
  const cells = new Map<string, Partial<Hucre.Cell>>();
  for (const [at, column] of columns.entries()) {
    cells.set(`0,${at}`, { style: headerStyle(column) });
  }
  for (const [row, values] of rows.entries()) {
    for (const [at, value] of values.entries()) {
      if (typeof value === 'string' && value.startsWith('#'))
        cells.set(`${row},${at}`, { richText: [{ text: value }] });
    }
  }
  return cells;
}

function checksOf(columns: readonly BookColumn[], height: number): Hucre.DataValidation[] {
  return columns.flatMap(({ check }, at): Hucre.DataValidation[] => {
    if (!check) return [];
    const name = columnName(at);
    const range = `${name}2:${name}${height}`;
    const title = check.title.slice(0, 32);
    if (check.locked === true) {
      const error = { errorStyle: 'stop', errorTitle: title, errorMessage: check.text } as const;
      return [{ type: 'custom', formula1: 'FALSE', range, showErrorMessage: true, ...error }];
    }
    const told = { inputTitle: title, inputMessage: check.text, showInputMessage: true };
    if (check.list === undefined) {
      // Any text will do: it is there for what it says.
      const any = { type: 'textLength', operator: 'greaterThanOrEqual', formula1: '0' } as const;
      return [{ ...any, range, allowBlank: true, ...told }];
    }
    return [
      {
        type: 'list',
        formula1: check.list,
        range,
        allowBlank: true,
        ...told,
        showErrorMessage: true,
        errorStyle: 'stop',
        errorTitle: title,
        errorMessage: check.refusal ?? check.text,
      },
    ];
  });
}

function printing({ heading, frozen, pages }: BookSheet): Partial<Hucre.WriteSheet> {
  return {
    pageSetup: {
      paperSize: 'a4',
      orientation: 'landscape',
      fitToPage: true,
      fitToWidth: pages,
      fitToHeight: 0,
      margins: { top: 0.6, bottom: 0.6, left: 0.4, right: 0.4, header: 0.3, footer: 0.3 },
      printTitlesRow: '$1:$1',
      ...(frozen > 0 ? { printTitlesColumn: `$A:$${columnName(frozen - 1)}` } : {}),
    },
    headerFooter: { oddHeader: `&C${heading.replaceAll('&', '&&')}`, oddFooter: '&C&P / &N' },
  };
}
