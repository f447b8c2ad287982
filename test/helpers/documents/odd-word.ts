/** Word documents as they are found in the world, by what is odd about each. Every one of them opens. */
import {
  documentXml,
  footerXml,
  paragraph,
  R,
  reference,
  relation,
  relationsXml,
  section,
  sectionEnd,
  typesXml,
  W,
  wordParts,
  zipOf,
} from './word.js';
import { descriptor, extraField, zipBytes } from '../zip-bytes.js';

const lines = (count: number, text = '正文') =>
  Array.from({ length: count }, (_, nth) => paragraph(`${text}${nth}`)).join('');

const FIELD =
  '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>PAGE</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>1</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>';
const centred = `<w:p><w:pPr><w:jc w:val="center"/></w:pPr>${FIELD}</w:p>`;
const framed = `<w:p><w:pPr><w:framePr w:wrap="around" w:vAnchor="text" w:hAnchor="margin" w:xAlign="right" w:y="1"/></w:pPr>${FIELD}</w:p><w:p/>`;
const table = `<w:tbl><w:tblPr><w:tblW w:w="0" w:type="auto"/></w:tblPr><w:tblGrid><w:gridCol w:w="4000"/></w:tblGrid><w:tr><w:tc>${centred}</w:tc></w:tr></w:tbl><w:p/>`;
const gallery = `<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val="Page Numbers (Bottom of Page)"/><w:docPartUnique/></w:docPartObj></w:sdtPr><w:sdtContent>${centred}</w:sdtContent></w:sdt><w:p/>`;
/** As WPS puts a page number into a footer: a text box, once for new programs and once for old ones. */
const box =
  '<w:p><w:r><mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"><mc:Choice Requires="wps" xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape">' +
  '<w:drawing><wp:anchor xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" distT="0" distB="0" distL="114300" distR="114300" simplePos="0" relativeHeight="251659264" behindDoc="0" locked="0" layoutInCell="1" allowOverlap="1"><wp:simplePos x="0" y="0"/>' +
  '<wp:positionH relativeFrom="margin"><wp:align>center</wp:align></wp:positionH><wp:positionV relativeFrom="paragraph"><wp:posOffset>0</wp:posOffset></wp:positionV><wp:extent cx="1828800" cy="228600"/><wp:effectExtent l="0" t="0" r="0" b="0"/><wp:wrapNone/><wp:docPr id="1" name="文本框 1"/><wp:cNvGraphicFramePr/>' +
  '<a:graphic xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><wps:wsp><wps:cNvSpPr txBox="1"/><wps:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="1828800" cy="228600"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:noFill/></wps:spPr>' +
  `<wps:txbx><w:txbxContent>${centred}</w:txbxContent></wps:txbx><wps:bodyPr wrap="none" lIns="0" tIns="0" rIns="0" bIns="0"/></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing></mc:Choice>` +
  `<mc:Fallback><w:pict><v:shape xmlns:v="urn:schemas-microsoft-com:vml" style="position:absolute;width:144pt;height:18pt"><v:textbox><w:txbxContent>${centred}</w:txbxContent></v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>`;

const STRICT = (xml: string) =>
  xml
    .replaceAll(W, 'http://purl.oclc.org/ooxml/wordprocessingml/main')
    .replaceAll(`${R}"`, 'http://purl.oclc.org/ooxml/officeDocument/relationships"')
    .replaceAll(`${R}/`, 'http://purl.oclc.org/ooxml/officeDocument/relationships/');

const numbered = wordParts({
  body: lines(60) + section(reference('default', 'rId7')),
  footers: { rId7: centred },
});
const bare = wordParts({ body: lines(60) + section() });
const withFooter = (content: string) =>
  zipOf(
    wordParts({
      body: lines(60) + section(reference('default', 'rId7')),
      footers: { rId7: content },
    }),
  );
const withPart = (part: string, data: string | Buffer) => zipOf({ ...numbered, [part]: data });
const changed = (part: string, change: (text: string) => string, parts = numbered) =>
  zipOf({ ...parts, [part]: change(String(parts[part])) });
const utf16be = (text: string) => Buffer.from(`\ufeff${text}`, 'utf16le').swap16();
const utf16 = (text: string) => text.replace('UTF-8', 'UTF-16');

const landscape = section('', '').replace(
  'w:w="11906" w:h="16838"',
  'w:w="16838" w:h="11906" w:orient="landscape"',
);
const margins = (bottom: number | string, footer: number | string, rows = 120) =>
  lines(rows) +
  `<w:sectPr><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1440" w:right="1800" w:bottom="${bottom}" w:left="1800" w:header="851" w:footer="${footer}" w:gutter="0"/></w:sectPr>`;
const body = (content: string) => zipOf(wordParts({ body: content }));

/** The main part elsewhere, and everything beside it. */
function movedTo(folder: string, name: string, target: string): Buffer {
  const parts = Object.entries(numbered).map(([part, data]) => {
    const text = String(data).replace('"word/document.xml"', `"${target}"`);
    if (part === '[Content_Types].xml') {
      return [part, text.replaceAll('"/word/', `"/${folder}`).replace('document.xml', name)];
    }
    if (part === 'word/_rels/document.xml.rels') return [`${folder}_rels/${name}.rels`, text];
    return [part.replace('word/document.xml', folder + name).replace('word/', folder), text];
  });
  return zipOf(Object.fromEntries(parts) as Record<string, string>);
}

const ofType = (type: string) =>
  changed('[Content_Types].xml', (xml) =>
    xml.replace(
      'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml',
      type,
    ),
  );

const entries = Object.entries(numbered).map(([name, data]) => ({ name, data, deflate: true }));
const wide = (bytes: Buffer) => {
  const sizes = Buffer.alloc(16);
  sizes.writeBigUInt64LE(BigInt(bytes.length), 0);
  sizes.writeBigUInt64LE(BigInt(bytes.length), 8);
  return extraField(1, sizes);
};

export const ODD: Readonly<Record<string, Buffer>> = {
  'no footer at all': zipOf(bare),
  'a page number': zipOf(numbered),
  'three sections, a title page, a landscape page': zipOf(
    wordParts({
      body:
        lines(60, '甲') +
        sectionEnd(reference('default', 'rId7')) +
        lines(60, '乙') +
        sectionEnd('', '<w:titlePg/>') +
        lines(60, '丙') +
        landscape,
      footers: { rId7: centred },
    }),
  ),
  'footers only from the second section on': zipOf(
    wordParts({
      body:
        lines(60, '甲') + sectionEnd() + lines(60, '乙') + section(reference('default', 'rId7')),
      footers: { rId7: centred },
    }),
  ),
  'odd and even pages, an even footer missing': zipOf(
    wordParts({
      body: lines(150) + section(reference('default', 'rId7')),
      footers: { rId7: centred },
      settings: '<w:evenAndOddHeaders/>',
    }),
  ),
  'all three kinds of footers': zipOf(
    wordParts({
      body:
        lines(150) +
        section(
          reference('even', 'rId7') + reference('default', 'rId8') + reference('first', 'rId9'),
          '<w:titlePg w:val="1"/>',
        ),
      footers: { rId7: centred, rId8: framed, rId9: '<w:p/>' },
      settings: '<w:evenAndOddHeaders w:val="on"/>',
    }),
  ),
  'sections that go on on one page': body(
    lines(9) +
      sectionEnd('', '<w:type w:val="continuous"/>') +
      lines(9) +
      section('', '<w:type w:val="continuous"/>'),
  ),
  'a title page that is switched off': body(lines(60) + section('', '<w:titlePg w:val="none"/>')),
  'a title page and nothing on it': body(lines(60) + section('', '<w:titlePg/>')),
  'one footer for the first page and the others': zipOf(
    wordParts({
      body:
        lines(60) +
        section(reference('default', 'rId7') + reference('first', 'rId7'), '<w:titlePg/>'),
      footers: { rId7: centred },
    }),
  ),
  'sections on one page': zipOf(
    wordParts({
      body:
        lines(10, '甲') +
        sectionEnd(reference('default', 'rId7'), '<w:cols w:num="2"/>') +
        lines(10, '乙') +
        section('<w:type w:val="continuous"/>'),
      footers: { rId7: centred },
    }),
  ),
  'a section whose change was tracked': body(
    lines(60) +
      section(
        '',
        `<w:sectPrChange w:id="1" w:author="张" w:date="2020-01-01T00:00:00Z">${section()}</w:sectPrChange>`,
      ),
  ),
  'a section in a table cell': body(
    lines(5) +
      `<w:tbl><w:tblPr><w:tblW w:w="0" w:type="auto"/></w:tblPr><w:tblGrid><w:gridCol w:w="4000"/></w:tblGrid><w:tr><w:tc>${sectionEnd()}</w:tc></w:tr></w:tbl><w:p/>` +
      section(),
  ),
  'no properties of the last section': body(lines(60)),
  'empty properties of the last section': body(`${lines(60)}<w:sectPr/>`),
  'an empty body': zipOf(
    wordParts({
      parts: { 'word/document.xml': documentXml('').replace('<w:body></w:body>', '<w:body/>') },
    }),
  ),
  'a table first in the footer': withFooter(table),
  'a footer that is a table': withFooter(table.replace('<w:p/>', '')),
  'a footer that is a narrow table': withFooter(table.replace('<w:p/>', '').replace('4000', '100')),
  'a gallery of page numbers': withFooter(gallery),
  'a page number in a frame': withFooter(framed),
  'a page number in a text box': withFooter(box),
  'an empty footer': withFooter(''),
  'a footer that is one tag': changed(
    'word/footer1.xml',
    (xml) => xml.replace('></w:ftr>', '/>'),
    wordParts({ body: lines(60) + section(reference('default', 'rId7')), footers: { rId7: '' } }),
  ),
  'the Strict form': zipOf(
    Object.fromEntries(
      Object.entries(numbered).map(([part, data]) => [part, STRICT(String(data))]),
    ),
  ),
  'the Strict form without a footer': zipOf(
    Object.fromEntries(Object.entries(bare).map(([part, data]) => [part, STRICT(String(data))])),
  ),
  'targets from the root': changed('word/_rels/document.xml.rels', (xml) =>
    xml.replace('footer1.xml', '/word/footer1.xml'),
  ),
  'targets by way of another folder': changed('word/_rels/document.xml.rels', (xml) =>
    xml.replace('footer1.xml', '../word/./footer1.xml'),
  ),
  'names of parts in another case': changed('word/_rels/document.xml.rels', (xml) =>
    xml.replace('footer1.xml', 'Footer1.xml'),
  ),
  'relations with one id that nothing asks for': changed('word/_rels/document.xml.rels', (xml) =>
    xml.replace(
      '</Relationships>',
      `${relation('x', 'theme', 'a.xml')}${relation('x', 'theme', 'b.xml')}</Relationships>`,
    ),
  ),
  'a relation to outside': changed('word/_rels/document.xml.rels', (xml) =>
    xml.replace(
      '</Relationships>',
      `${relation('x', 'hyperlink', 'http://localhost/a?b=1&amp;c', ' TargetMode="External"')}</Relationships>`,
    ),
  ),
  'a page of HTML put in': zipOf({
    ...wordParts({
      body: `${lines(5)}<w:altChunk r:id="rId9"/>${section(reference('default', 'rId7'))}`,
      footers: { rId7: centred },
    }),
    '[Content_Types].xml': String(numbered['[Content_Types].xml']).replace(
      '<Override',
      '<Default Extension="html" ContentType="text/html"/><Override',
    ),
    'word/_rels/document.xml.rels': relationsXml(
      relation('rId7', 'footer', 'footer1.xml') + relation('rId9', 'aFChunk', 'chunk.html'),
    ),
    'word/chunk.html': '<html><body><p>HTML</p></body></html>',
  }),
  'a mark at the start of UTF-8': changed('word/footer1.xml', (xml) => `\ufeff${xml}`),
  'a footer in UTF-16': withPart(
    'word/footer1.xml',
    Buffer.from(`\ufeff${utf16(footerXml(centred))}`, 'utf16le'),
  ),
  'all in UTF-16, the other way round': zipOf(
    Object.fromEntries(
      Object.entries(numbered).map(([part, data]) => [
        part,
        part.startsWith('word/') && !part.endsWith('.rels') ? utf16be(utf16(String(data))) : data,
      ]),
    ),
  ),
  'lines that end as on Windows': changed('word/document.xml', (xml) =>
    xml.replaceAll('><', '>\r\n<'),
  ),
  'another prefix': zipOf(
    Object.fromEntries(
      Object.entries(numbered).map(([part, data]) => [
        part,
        String(data)
          .replaceAll('w:', 'ns0:')
          .replaceAll('r:id', 'ns1:id')
          .replace('xmlns:r=', 'xmlns:ns1=')
          .replace('xmlns:w=', 'xmlns:ns0='),
      ]),
    ),
  ),
  'no prefix for elements': changed(
    'word/footer1.xml',
    () =>
      `<ftr xmlns="${W}" xmlns:q="${W}"><p><pPr><jc q:val="center"/></pPr><r><t>1</t></r></p></ftr>`,
  ),
  'comments and instructions': changed('word/footer1.xml', (xml) =>
    xml.replace('<w:ftr', '<!-- <w:ftr> --><?x y?><w:ftr'),
  ),
  'single quotes': changed('word/document.xml', (xml) => xml.replaceAll('"', "'")),
  'a main part of another name': movedTo('word/', 'document2.xml', '/word/document2.xml'),
  'a main part at the root': movedTo('', 'main.xml', 'main.xml'),
  macros: ofType('application/vnd.ms-word.document.macroEnabled.main+xml'),
  'a template': ofType(
    'application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml',
  ),
  'protection that is only prepared': zipOf(
    wordParts({
      body: lines(3) + section(),
      settings: '<w:documentProtection w:edit="readOnly" w:enforcement="0"/>',
    }),
  ),
  'hardly any room below': body(margins(140, 851)),
  'full lines above a margin of ten points': body(
    margins(200, 720).replace(lines(120), paragraph('正文'.repeat(1500))),
  ),
  'little room below': body(margins(300, 720)),
  'a footer higher than the margin': body(margins(567, 992)),
  'margins in other units': body(margins('1.5cm', '0.8in')),
  'a margin that is not to grow': body(margins(-1000, 500)),
  'lines down to the very last': zipOf(
    wordParts({
      body: margins(1000, 992, 147).replace(
        '<w:sectPr>',
        `<w:sectPr>${reference('default', 'rId7')}`,
      ),
      footers: { rId7: centred },
    }),
  ),
  'text from top to bottom': body(lines(30) + section('', '<w:textDirection w:val="tbRl"/>')),
  'a border around the page': body(
    lines(60) +
      section('', '').replace(
        '</w:sectPr>',
        '<w:pgBorders w:offsetFrom="page"><w:bottom w:val="single" w:sz="12" w:space="24" w:color="auto"/></w:pgBorders></w:sectPr>',
      ),
  ),
  'a header and no footer': zipOf({
    ...wordParts({
      body: lines(60) + section('<w:headerReference w:type="default" r:id="rIdH"/>'),
    }),
    '[Content_Types].xml': typesXml({
      'word/document.xml':
        'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml',
      'word/header1.xml':
        'application/vnd.openxmlformats-officedocument.wordprocessingml.header+xml',
    }),
    'word/_rels/document.xml.rels': relationsXml(relation('rIdH', 'header', 'header1.xml')),
    'word/header1.xml': footerXml(paragraph('页眉')).replaceAll('w:ftr', 'w:hdr'),
  }),
  'sizes behind the data': zipBytes(entries.map((entry) => descriptor(entry))),
  'sizes behind the data, unmarked': zipBytes(entries.map((entry) => descriptor(entry, false))),
  'nothing packed': zipBytes(entries.map(({ name, data }) => ({ name, data }))),
  'sizes in zip64 fields': zipBytes(
    entries.map(({ name, data }) => {
      const bytes = Buffer.from(data);
      const sizes = { sizeBytes: 0xffffffff, packedBytes: 0xffffffff };
      return { name, data: bytes, extra: wide(bytes), local: sizes, central: sizes };
    }),
  ),
  'folders and a comment': zipBytes(
    [{ name: 'word/', attributes: 0x10 }, ...entries.map((entry) => ({ ...entry, flags: 0 }))],
    { comment: Buffer.from('made elsewhere') },
  ),
  'types last': zipBytes(entries.toReversed()),
};
