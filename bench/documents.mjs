// Documents that programs open, as large as they are asked to be: most of each is noise, as of pictures that do not compress.
import { writeFileSync } from 'node:fs';
import { crc32 } from 'node:zlib';

/**
 * @param bytes - How large it is to be; it has some hundred bytes at least.
 * @param noise - Gives a buffer of so many bytes.
 * @param pages - Of a PDF.
 */
export function writeDocument(path, extension, bytes, noise, pages = 1) {
  writeFileSync(path, MAKERS[extension](bytes, noise, pages));
}

const MAKERS = {
  docx: (bytes, noise) => officeOf('word/document.xml', WORD, DOCUMENT, bytes, noise),
  xlsx: (bytes, noise) => officeOf('xl/workbook.xml', SHEET, WORKBOOK, bytes, noise),
  pdf: pdfOf,
  jpg: (bytes, noise) =>
    Buffer.concat([JPEG, noise(Math.max(16, bytes - 22)), Buffer.from('ffd9', 'hex')]),
  mp4: (bytes, noise) =>
    Buffer.concat([
      box('ftyp', Buffer.from('isom\0\0\0\0isom')),
      box('moov', Buffer.alloc(8)),
      box('mdat', noise(Math.max(16, bytes - 44))),
    ]),
};

const JPEG = Buffer.from('ffd8ffe000104a46494600010100000100010000', 'hex');

function box(type, content) {
  const head = Buffer.alloc(8);
  head.writeUInt32BE(8 + content.length);
  head.write(type, 4, 'latin1');
  return Buffer.concat([head, content]);
}

const OFFICE = 'application/vnd.openxmlformats-officedocument';
const WORD = `${OFFICE}.wordprocessingml.document.main+xml`;
const SHEET = `${OFFICE}.spreadsheetml.sheet.main+xml`;
const DOCUMENT =
  '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:r><w:t>关于召开会议的通知</w:t></w:r></w:p></w:body></w:document>';
const WORKBOOK =
  '<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheets/></workbook>';

function officeOf(main, type, content, bytes, noise) {
  const types = `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="jpg" ContentType="image/jpeg"/><Override PartName="/${main}" ContentType="${type}"/></Types>`;
  const relations = `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="${main}"/></Relationships>`;
  const parts = [
    ['[Content_Types].xml', Buffer.from(types)],
    ['_rels/.rels', Buffer.from(relations)],
    [main, Buffer.from(content)],
  ];
  const head = zipOf(parts).length + 200;
  return zipOf([...parts, ['media/image1.jpg', noise(Math.max(16, bytes - head))]]);
}

/** Nothing in it is packed. */
function zipOf(parts) {
  const bodies = [];
  const records = [];
  let offset = 0;
  for (const [name, data] of parts) {
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    common.writeUInt32LE(crc32(data), 10);
    common.writeUInt32LE(data.length, 14);
    common.writeUInt32LE(data.length, 18);
    common.writeUInt16LE(name.length, 22);
    const body = Buffer.concat([Buffer.from('PK\x03\x04'), common, Buffer.from(name), data]);
    const rest = Buffer.alloc(14);
    rest.writeUInt32LE(offset, 10);
    records.push(Buffer.from('PK\x01\x02\x14\0'), common, rest, Buffer.from(name));
    bodies.push(body);
    offset += body.length;
  }
  const directory = Buffer.concat(records);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 'latin1');
  end.writeUInt16LE(parts.length, 8);
  end.writeUInt16LE(parts.length, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...bodies, directory, end]);
}

/** Its first page has a picture, which nothing shows. */
function pdfOf(bytes, noise, pages) {
  const kids = Array.from({ length: pages }, (_, at) => `${at + 4} 0 R`).join(' ');
  const picture = noise(Math.max(16, bytes - 600 - pages * 100));
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Count ${pages} /Kids [${kids}] >>`,
    `<< /Length ${picture.length} >>\nstream\n${picture.toString('latin1')}\nendstream`,
    ...Array.from(
      { length: pages },
      () => '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >>',
    ),
  ];
  const chunks = ['%PDF-1.4\n'];
  const places = [];
  let length = chunks[0].length;
  for (const [at, object] of objects.entries()) {
    const text = `${at + 1} 0 obj\n${object}\nendobj\n`;
    places.push(length);
    length += text.length;
    chunks.push(text);
  }
  const rows = places.map((place) => `${String(place).padStart(10, '0')} 00000 n \n`).join('');
  const size = objects.length + 1;
  chunks.push(
    `xref\n0 ${size}\n0000000000 65535 f \n${rows}`,
    `trailer\n<< /Size ${size} /Root 1 0 R >>\nstartxref\n${length}\n%%EOF\n`,
  );
  return Buffer.from(chunks.join(''), 'latin1');
}
