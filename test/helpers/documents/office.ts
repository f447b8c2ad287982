/** Workbooks and presentations written by hand. */
import { relation, relationsXml, typesXml, zipOf, type Texts } from './word.js';

const R = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const S = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const P = 'http://schemas.openxmlformats.org/presentationml/2006/main';
export const A = 'http://schemas.openxmlformats.org/drawingml/2006/main';
const OFFICE = 'application/vnd.openxmlformats-officedocument';

export const sheetXml = (behind: string, before = '') =>
  `<worksheet xmlns="${S}">${before}<sheetData><row r="1"><c r="A1"><v>1</v></c></row></sheetData>${behind}</worksheet>`;

export const slideXml = (shapes = '', more = '') =>
  `<p:sld xmlns:p="${P}" xmlns:a="${A}"><p:cSld><p:spTree><p:nvGrpSpPr><p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr/>${shapes}${more}</p:spTree></p:cSld></p:sld>`;

/** @param sheets - XML of each; `workbook` is put into the workbook before its sheets. */
export function workbookParts(sheets: readonly string[], workbook = ''): Texts {
  const paths = sheets.map((_, nth) => `xl/worksheets/sheet${nth + 1}.xml`);
  const rows = paths.map(
    (_, nth) => `<sheet name="表${nth}" sheetId="${nth + 1}" r:id="r${nth}"/>`,
  );
  return {
    '[Content_Types].xml': typesXml({
      'xl/workbook.xml': `${OFFICE}.spreadsheetml.sheet.main+xml`,
      ...Object.fromEntries(paths.map((path) => [path, `${OFFICE}.spreadsheetml.worksheet+xml`])),
    }),
    '_rels/.rels': relationsXml(relation('rId1', 'officeDocument', 'xl/workbook.xml')),
    'xl/workbook.xml': `<workbook xmlns="${S}" xmlns:r="${R}">${workbook}<sheets>${rows.join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': relationsXml(
      paths
        .map((_, nth) => relation(`r${nth}`, 'worksheet', `worksheets/sheet${nth + 1}.xml`))
        .join(''),
    ),
    ...Object.fromEntries(paths.map((path, nth) => [path, sheets[nth] ?? ''])),
  };
}

export function workbook(sheets: readonly string[], more = ''): Buffer {
  return zipOf(workbookParts(sheets, more));
}

/** @param more - Put into the presentation. */
export function presentation(slides: readonly string[], more = ''): Buffer {
  const paths = slides.map((_, nth) => `ppt/slides/slide${nth + 1}.xml`);
  return zipOf({
    '[Content_Types].xml': typesXml({
      'ppt/presentation.xml': `${OFFICE}.presentationml.presentation.main+xml`,
      ...Object.fromEntries(paths.map((path) => [path, `${OFFICE}.presentationml.slide+xml`])),
    }),
    '_rels/.rels': relationsXml(relation('rId1', 'officeDocument', 'ppt/presentation.xml')),
    'ppt/presentation.xml': `<p:presentation xmlns:p="${P}" xmlns:r="${R}"><p:sldSz cx="12192000" cy="6858000"/>${more}</p:presentation>`,
    'ppt/_rels/presentation.xml.rels': relationsXml(
      paths.map((_, nth) => relation(`r${nth}`, 'slide', `slides/slide${nth + 1}.xml`)).join(''),
    ),
    ...Object.fromEntries(paths.map((path, nth) => [path, slides[nth] ?? ''])),
  });
}
