/** Word and Excel files, as small as they can be and still open everywhere. */
import { ZipArchive } from 'archiver';
import { buffer } from 'node:stream/consumers';
import type { Day } from '../../core/system/types.js';
import { contentTypes, escapedXml, HEAD, OFFICE, relations } from '../../report/ooxml.js';

/** A document with a centred heading and a paragraph for each line; `created` goes into its properties. */
export async function docxOf(
  heading: string,
  lines: readonly string[],
  created?: Day,
): Promise<Buffer> {
  const w = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
  const paragraph = (text: string, layout: string, run: string) =>
    `<w:p><w:pPr>${layout}</w:pPr><w:r><w:rPr><w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:eastAsia="仿宋"/>${run}</w:rPr>` +
    `<w:t xml:space="preserve">${escapedXml(text)}</w:t></w:r></w:p>`;
  const body = [
    paragraph(
      heading,
      '<w:spacing w:after="400"/><w:jc w:val="center"/>',
      '<w:b/><w:sz w:val="44"/>',
    ),
    ...lines.map((line) =>
      paragraph(
        line,
        '<w:spacing w:line="560" w:lineRule="exact"/><w:ind w:firstLine="640"/>',
        '<w:sz w:val="32"/>',
      ),
    ),
  ].join('');
  const page =
    '<w:sectPr><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="2098" w:right="1474" w:bottom="1984" w:left="1587" w:header="851" w:footer="992" w:gutter="0"/></w:sectPr>';
  return zipped({
    '[Content_Types].xml': contentTypes({
      'word/document.xml':
        'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml',
      ...(created && { [CORE]: 'application/vnd.openxmlformats-package.core-properties+xml' }),
    }),
    '_rels/.rels': relations({ rId1: ['officeDocument', 'word/document.xml'] }).replace(
      '</Relationships>',
      created === undefined ? '$&' : `${CORE_RELATION}$&`,
    ),
    'word/document.xml': `<w:document xmlns:w="${w}"><w:body>${body}${page}</w:body></w:document>`,
    ...(created && { [CORE]: coreProperties(created) }),
  });
}

const CORE = 'docProps/core.xml';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const CORE_RELATION = `<Relationship Id="rId2" Type="${PACKAGE}/relationships/metadata/core-properties" Target="${CORE}"/>`;

function coreProperties(created: Day): string {
  return (
    `<cp:coreProperties xmlns:cp="${PACKAGE}/metadata/core-properties" xmlns:dcterms="http://purl.org/dc/terms/" ` +
    'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">' +
    `<dcterms:created xsi:type="dcterms:W3CDTF">${created}T01:00:00Z</dcterms:created></cp:coreProperties>`
  );
}

/** A workbook with one sheet; the first row is its head. */
export async function xlsxOf(
  sheet: string,
  rows: readonly (readonly (string | number)[])[],
): Promise<Buffer> {
  const s = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
  const cells = rows.map((row, at) => `<row r="${at + 1}">${row.map(cell).join('')}</row>`);
  const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
  return zipped({
    '[Content_Types].xml': contentTypes({
      'xl/workbook.xml': `${type}.sheet.main+xml`,
      'xl/worksheets/sheet1.xml': `${type}.worksheet+xml`,
    }),
    '_rels/.rels': relations({ rId1: ['officeDocument', 'xl/workbook.xml'] }),
    'xl/workbook.xml': `<workbook xmlns="${s}" xmlns:r="${OFFICE}"><sheets><sheet name="${escapedXml(sheet)}" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': relations({ rId1: ['worksheet', 'worksheets/sheet1.xml'] }),
    'xl/worksheets/sheet1.xml': `<worksheet xmlns="${s}"><cols><col min="1" max="8" width="18" customWidth="1"/></cols><sheetData>${cells.join('')}</sheetData></worksheet>`,
  });
}

function cell(value: string | number): string {
  return typeof value === 'number'
    ? `<c><v>${value}</v></c>`
    : `<c t="inlineStr"><is><t>${escapedXml(value)}</t></is></c>`;
}

/** The parts in the order given: `[Content_Types].xml` stands first, as Word writes it. */
async function zipped(parts: Readonly<Record<string, string>>): Promise<Buffer> {
  // One at a time, or the entries come in another order in each run.
  const zip = new ZipArchive({ statConcurrency: 1 });
  for (const [name, xml] of Object.entries(parts)) {
    zip.append(HEAD + xml, { name, date: new Date('2020-01-01T00:00:00Z'), mode: 0o644 });
  }
  const [bytes] = await Promise.all([buffer(zip), zip.finalize()]);
  return bytes;
}
