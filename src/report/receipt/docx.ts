/** The form as a Word file: plain tables, which Word and WPS show alike. */
import { paragraph, twips, wordFile } from '../word.js';
import { codePng, type Code } from './code.js';
import { GRID, isDigestLine, type Cell, type Form, type Row } from './layout.js';

export function receiptDocx(form: Form, code: Code): Uint8Array {
  const picture = { path: 'media/code.png', type: 'image', content: codePng(code) } as const;
  return wordFile({ body: bodyXml(form), parts: [picture] });
}

/** Word's units of length to the mm. */
const EMU = 36_000;

function bodyXml({ title, rows, notes }: Form): string {
  const margins = `w:top="${twips(15)}" w:right="${twips(20)}" w:bottom="${twips(12)}" w:left="${twips(20)}"`;
  const page = `<w:sectPr><w:pgSz w:w="11906" w:h="16838"/><w:pgMar ${margins} w:header="400" w:footer="400" w:gutter="0"/></w:sectPr>`;
  const body = [
    paragraph(title, { align: 'center', size: 36, font: 'SimHei', bold: true, after: 160 }),
    tableXml(rows),
    ...notes.map((note) => paragraph(note, { size: 17, before: 70 })),
  ].join('');
  return body + page;
}

function tableXml(rows: readonly Row[]): string {
  const width = GRID.reduce((sum, each) => sum + each, 0);
  const edges = ['top', 'left', 'bottom', 'right', 'insideH', 'insideV'].map(
    (edge) => `<w:${edge} w:val="single" w:sz="8" w:space="0" w:color="000000"/>`,
  );
  const grid = GRID.map((each) => `<w:gridCol w:w="${twips(each)}"/>`);
  const margins = '<w:left w:w="80" w:type="dxa"/><w:right w:w="80" w:type="dxa"/>';
  return `<w:tbl><w:tblPr><w:tblW w:w="${twips(width)}" w:type="dxa"/><w:jc w:val="center"/><w:tblBorders>${edges.join('')}</w:tblBorders><w:tblLayout w:type="fixed"/><w:tblCellMar>${margins}</w:tblCellMar></w:tblPr><w:tblGrid>${grid.join('')}</w:tblGrid>${rows.map(rowXml).join('')}</w:tbl>`;
}

function rowXml({ height, cells }: Row): string {
  let column = 0;
  const xml = cells.map((cell) => {
    const width = GRID.slice(column, column + cell.span).reduce((sum, each) => sum + each, 0);
    column += cell.span;
    return cellXml(cell, width);
  });
  return `<w:tr><w:trPr><w:cantSplit/><w:trHeight w:val="${twips(height)}" w:hRule="atLeast"/></w:trPr>${xml.join('')}</w:tr>`;
}

function cellXml({ span, kind, lines, note }: Cell, width: number): string {
  const align = kind === 'sign' ? 'bottom' : 'center';
  const properties = `<w:tcPr><w:tcW w:w="${twips(width)}" w:type="dxa"/>${span === 1 ? '' : `<w:gridSpan w:val="${span}"/>`}<w:vAlign w:val="${align}"/></w:tcPr>`;
  if (kind === 'code') return `<w:tc>${properties}${pictureXml(44)}</w:tc>`;
  const side = kind === 'label' ? 'center' : kind === 'sign' ? 'right' : 'left';
  const size = kind === 'digest' ? 18 : 21;
  const words = lines.map((line) =>
    isDigestLine(line)
      ? paragraph(line, { size: 18, font: 'Consolas' })
      : paragraph(line, { align: side, size }),
  );
  if (note !== undefined) words.push(paragraph(note, { align: 'center', size: 16 }));
  return `<w:tc>${properties}${words.join('') || paragraph('', { size })}</w:tc>`;
}

/** The picture of the code, in line with the text. */
function pictureXml(side: number): string {
  const size = `cx="${side * EMU}" cy="${side * EMU}"`;
  const a = 'http://schemas.openxmlformats.org/drawingml/2006/main';
  const pic = 'http://schemas.openxmlformats.org/drawingml/2006/picture';
  const named = 'id="1" name="QR" descr="QR"';
  const picture = `<pic:pic xmlns:pic="${pic}"><pic:nvPicPr><pic:cNvPr ${named}/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip r:embed="rId1"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext ${size}/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic>`;
  const inline = `<wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent ${size}/><wp:docPr ${named}/><a:graphic xmlns:a="${a}"><a:graphicData uri="${pic}">${picture}</a:graphicData></a:graphic></wp:inline>`;
  return `<w:p><w:pPr><w:jc w:val="center"/></w:pPr><w:r><w:drawing>${inline}</w:drawing></w:r></w:p>`;
}
