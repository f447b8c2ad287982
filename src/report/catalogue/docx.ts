/** The lists of a catalogue as a Word file: A4, each list a section whose pages are counted from 1. */
import { PAPER, type PrintedColumn, type PrintedList } from '../../core/catalogue/printed.js';
import type { Messages } from '../../messages/index.js';
import { styled, stylesXml, twips, WORD_XML, wordFile, wordsXml, type Style } from '../word.js';

const STYLES: Readonly<Record<string, Style>> = {
  Heading: {
    name: 'heading 1',
    align: 'center',
    size: 36,
    font: 'SimHei',
    bold: true,
    after: 120,
  },
  About: { size: 21, after: 40 },
  Header: { align: 'center', size: 18, font: 'SimHei', bold: true },
  Left: { size: 18 },
  Center: { align: 'center', size: 18 },
  // As low as a paragraph can be: a table that fills its page shall not have an empty page after it.
  End: { size: 2 },
  Footer: { name: 'footer', align: 'center', size: 18 },
};

/** Of a row with one line, in millimetres; there is room to add a word by hand. */
const ROW = 9;
const PADDING = 1.2;

export function catalogueDocx(lists: readonly PrintedList[], say: Messages): Uint8Array {
  const sections = lists.map((list, at) => {
    const page = pageXml(list);
    // The page of the last section stands alone; that of another is in the paragraph that ends it, which also keeps
    // its table apart from the next.
    return listXml(list) + (at === lists.length - 1 ? styled('', 'End') + page : endXml(page));
  });
  return wordFile({
    body: sections.join(''),
    parts: [
      { path: 'footer1.xml', type: 'footer', content: footerXml(say) },
      { path: 'styles.xml', type: 'styles', content: stylesXml(STYLES) },
    ],
  });
}

function listXml({ heading, about, columns, rows }: PrintedList): string {
  return [
    styled(heading, 'Heading'),
    ...about.map((line) => styled(line, 'About')),
    tableXml(columns, rows),
  ].join('');
}

function tableXml(
  columns: readonly PrintedColumn[],
  rows: readonly (readonly (string | number)[])[],
): string {
  const widths = columns.map(({ millimetres }) => twips(millimetres));
  const width = widths.reduce((sum, each) => sum + each, 0);
  const margins = ['top', 'left', 'bottom', 'right'].map(
    (side) => `<w:${side} w:w="${twips(PADDING)}" w:type="dxa"/>`,
  );
  // Indented by what a cell keeps free, or Word puts the text of the cells where its rule should be.
  const properties = `<w:tblW w:w="${width}" w:type="dxa"/><w:tblInd w:w="${twips(PADDING)}" w:type="dxa"/><w:tblBorders>${edgesXml()}</w:tblBorders><w:tblLayout w:type="fixed"/><w:tblCellMar>${margins.join('')}</w:tblCellMar>`;
  const grid = widths.map((each) => `<w:gridCol w:w="${each}"/>`).join('');
  const places = widths.map((each) => placeXml(each));
  const header = columns.map((column) => styled(column.header, 'Header'));
  const styles = columns.map(({ align }) => (align === 'center' ? 'Center' : 'Left'));
  const body = rows.map((row) => {
    const cells = styles.map((style, at) => cellText(row[at] ?? '', style));
    return rowXml(cells, places, '');
  });
  return `<w:tbl><w:tblPr>${properties}</w:tblPr><w:tblGrid>${grid}</w:tblGrid>${rowXml(header, places, '<w:tblHeader/>')}${body.join('')}</w:tbl>`;
}

function edgesXml(): string {
  const edge = (side: string, size: number) =>
    `<w:${side} w:val="single" w:sz="${size}" w:space="0" w:color="000000"/>`;
  return [
    ...['top', 'left', 'bottom', 'right'].map((side) => edge(side, 8)),
    ...['insideH', 'insideV'].map((side) => edge(side, 4)),
  ].join('');
}

function placeXml(width: number): string {
  return `<w:tcPr><w:tcW w:w="${width}" w:type="dxa"/><w:vAlign w:val="center"/></w:tcPr>`;
}

/** A row stays on one page. */
function rowXml(cells: readonly string[], places: readonly string[], more: string): string {
  const xml = cells.map((cell, at) => `<w:tc>${places[at] ?? ''}${cell}</w:tc>`).join('');
  return `<w:tr><w:trPr><w:cantSplit/><w:trHeight w:val="${twips(ROW)}" w:hRule="atLeast"/>${more}</w:trPr>${xml}</w:tr>`;
}

/** A paragraph for each line. */
function cellText(value: string | number, style: string): string {
  const lines = String(value).split('\n');
  return lines.map((line) => styled(line, style)).join('');
}

/** The paragraph that ends a section. */
function endXml(page: string): string {
  return `<w:p><w:pPr><w:pStyle w:val="End"/>${page}</w:pPr></w:p>`;
}

function pageXml({ landscape }: PrintedList): string {
  const { width, height, left, right, top, bottom } = landscape ? PAPER.landscape : PAPER.portrait;
  const turned = landscape ? ' w:orient="landscape"' : '';
  const margins = `w:top="${twips(top)}" w:right="${twips(right)}" w:bottom="${twips(bottom)}" w:left="${twips(left)}"`;
  const apart = `w:header="${twips(8)}" w:footer="${twips(bottom / 2 - 2)}" w:gutter="0"`;
  return `<w:sectPr><w:footerReference w:type="default" r:id="rId1"/><w:type w:val="nextPage"/><w:pgSz w:w="${twips(width)}" w:h="${twips(height)}"${turned}/><w:pgMar ${margins} ${apart}/><w:pgNumType w:start="1"/></w:sectPr>`;
}

function footerXml({ catalogue }: Messages): string {
  const [before, after] = catalogue.pageAround;
  const inside = [
    wordsXml(before),
    '<w:fldChar w:fldCharType="begin"/>',
    '<w:instrText xml:space="preserve"> PAGE </w:instrText>',
    '<w:fldChar w:fldCharType="separate"/>',
    wordsXml('1'),
    '<w:fldChar w:fldCharType="end"/>',
    wordsXml(after),
  ];
  const runs = inside.map((each) => `<w:r>${each}</w:r>`).join('');
  return `<w:ftr ${WORD_XML}><w:p><w:pPr><w:pStyle w:val="Footer"/></w:pPr>${runs}</w:p></w:ftr>`;
}
