/** Packages of Office as they have to be: with the types of their parts. */
import { zipBytes, type ZipFile } from './zip-bytes.js';

const TYPES = 'application/vnd.openxmlformats-officedocument';
const RELATIONS =
  '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="MAIN"/></Relationships>';

/** Main part and its type, by format. */
const MAIN = {
  docx: ['word/document.xml', `${TYPES}.wordprocessingml.document.main+xml`],
  docm: ['word/document.xml', 'application/vnd.ms-word.document.macroEnabled.main+xml'],
  dotx: ['word/document.xml', `${TYPES}.wordprocessingml.template.main+xml`],
  xlsx: ['xl/workbook.xml', `${TYPES}.spreadsheetml.sheet.main+xml`],
  xlsm: ['xl/workbook.xml', 'application/vnd.ms-excel.sheet.macroEnabled.main+xml'],
  xlsb: ['xl/workbook.bin', 'application/vnd.ms-excel.sheet.binary.macroEnabled.main'],
  pptx: ['ppt/presentation.xml', `${TYPES}.presentationml.presentation.main+xml`],
  pptm: [
    'ppt/presentation.xml',
    'application/vnd.ms-powerpoint.presentation.macroEnabled.main+xml',
  ],
  ppsx: ['ppt/presentation.xml', `${TYPES}.presentationml.slideshow.main+xml`],
} as const;

/** The smallest package of a format, and more parts in it. */
export function packageOf(
  format: keyof typeof MAIN,
  more: Readonly<Record<string, string | Buffer>> = {},
  options: Omit<ZipFile, 'name' | 'data'> = { deflate: true },
): Buffer {
  const [main, type] = MAIN[format];
  const parts = {
    '[Content_Types].xml': `<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/${main}" ContentType="${type}"/></Types>`,
    '_rels/.rels': RELATIONS.replace('MAIN', main),
    [main]: '<document/>',
    ...more,
  };
  return zipBytes(Object.entries(parts).map(([name, data]) => ({ name, data, ...options })));
}
