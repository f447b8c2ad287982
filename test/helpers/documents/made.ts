/** Documents with what the sample makers leave out: properties, pictures' EXIF, pages without text. */
import { pdfOf } from '../../../src/io/samples/pdf.js';
import { zipBytes } from '../zip-bytes.js';

const RELATIONS = 'http://schemas.openxmlformats.org';
const W = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';

/** @param created - As `docProps/core.xml` has it. */
export function officeOf(
  parts: Readonly<Record<string, string | Buffer>>,
  main: string,
  created?: string,
): Buffer {
  const relations = [
    `<Relationship Id="rId1" Type="${RELATIONS}/officeDocument/2006/relationships/officeDocument" Target="/${main}"/>`,
    `<Relationship Id="rId2" Type="${RELATIONS}/package/2006/relationships/metadata/core-properties" Target="docProps/core.xml"/>`,
  ];
  if (COUNTED in parts) {
    relations.push(
      `<Relationship Id="rId3" Type="${RELATIONS}/officeDocument/2006/relationships/extended-properties" Target="${COUNTED}"/>`,
    );
  }
  const properties =
    created === undefined
      ? {}
      : {
          'docProps/core.xml': `<cp:coreProperties><dcterms:created xsi:type="dcterms:W3CDTF">${created}</dcterms:created></cp:coreProperties>`,
        };
  const all = {
    '_rels/.rels': `<Relationships>${relations.join('')}</Relationships>`,
    ...parts,
    ...properties,
  };
  return zipBytes(Object.entries(all).map(([name, data]) => ({ name, data, deflate: true })));
}

/** A Word document with one paragraph. */
export function wordOf(
  text: string,
  created?: string,
  main = 'word/document.xml',
  others: Readonly<Record<string, string>> = {},
): Buffer {
  const body = `<w:document xmlns:w="${W}"><w:body><w:p><w:r><w:t>${text}</w:t></w:r></w:p></w:body></w:document>`;
  return officeOf({ [main]: body, ...others }, main, created);
}

/** What a program says that it counted in a document, as `docProps/app.xml` has it. */
export function countedOf(
  counts: Readonly<Record<string, number>>,
): Readonly<Record<string, string>> {
  const told = Object.entries(counts).map(([name, count]) => `<${name}>${count}</${name}>`);
  return { [COUNTED]: `<Properties>${told.join('')}</Properties>` };
}

const COUNTED = 'docProps/app.xml';

/** A PDF with this in its trailer. */
export function pdfWith(trailer: string, pages: readonly (readonly string[])[]): Buffer {
  const text = pdfOf(pages).toString('latin1');
  return Buffer.from(text.replace('trailer\n<< ', `trailer\n<< ${trailer} `), 'latin1');
}

/** A TIFF file with nothing but the moment when a photo was taken. */
export function exifOf(taken: string, order: 'II' | 'MM' = 'II'): Buffer {
  const bytes = Buffer.alloc(64 + 20);
  const u16 = (at: number, value: number) =>
    order === 'II' ? bytes.writeUInt16LE(value, at) : bytes.writeUInt16BE(value, at);
  const u32 = (at: number, value: number) =>
    order === 'II' ? bytes.writeUInt32LE(value, at) : bytes.writeUInt32BE(value, at);
  const directory = (at: number, tag: number, type: number, count: number, value: number) => {
    u16(at, 1);
    u16(at + 2, tag);
    u16(at + 4, type);
    u32(at + 6, count);
    u32(at + 10, value);
  };
  bytes.write(order, 0, 'latin1');
  u16(2, 42);
  u32(4, 8);
  directory(8, 0x8769, 4, 1, 32);
  directory(32, 0x9003, 2, 20, 64);
  bytes.write(taken, 64, 'latin1');
  return bytes;
}

const PREFIX = Buffer.from('Exif\0\0');

/** @param jpeg - A picture without EXIF, which gets it before everything else. */
export function jpegWith(exif: Buffer, jpeg: Buffer): Buffer {
  const length = Buffer.alloc(2);
  length.writeUInt16BE(2 + PREFIX.length + exif.length);
  return Buffer.concat([
    jpeg.subarray(0, 2),
    Buffer.from([0xff, 0xe1]),
    length,
    PREFIX,
    exif,
    jpeg.subarray(2),
  ]);
}

/** Chunks of a PNG; their checksums are not looked at. */
export function pngWith(exif: Buffer): Buffer {
  const chunk = (type: string, data: Buffer) =>
    Buffer.concat([u32be(data.length), Buffer.from(type), data, u32be(0)]);
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    chunk('IHDR', Buffer.alloc(13)),
    chunk('IDAT', Buffer.alloc(50)),
    chunk('eXIf', exif),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

export function webpWith(exif: Buffer): Buffer {
  const chunk = (type: string, data: Buffer) => {
    const length = Buffer.alloc(4);
    length.writeUInt32LE(data.length);
    return Buffer.concat([Buffer.from(type), length, data, Buffer.alloc(data.length % 2)]);
  };
  const chunks = Buffer.concat([
    chunk('VP8X', Buffer.alloc(10)),
    chunk('VP8 ', Buffer.alloc(33)),
    chunk('EXIF', exif),
  ]);
  return chunk('RIFF', Buffer.concat([Buffer.from('WEBP'), chunks]));
}

/** ISO/IEC 14496-12: a picture, then an item of type `Exif` placed by `iloc`. */
export function heicWith(exif: Buffer): Buffer {
  const box = (type: string, ...content: readonly Buffer[]) => {
    const data = Buffer.concat(content);
    return Buffer.concat([u32be(8 + data.length), Buffer.from(type), data]);
  };
  const entry = (item: number, type: string) =>
    box('infe', Buffer.from([2, 0, 0, 0, 0, item, 0, 0]), Buffer.from(`${type}\0`));
  const head = box('ftyp', Buffer.from('heic\0\0\0\0mif1heic'));
  const names = box('iinf', Buffer.from([0, 0, 0, 0, 0, 2]), entry(1, 'hvc1'), entry(2, 'Exif'));
  const placed = (at: number) =>
    Buffer.concat([
      Buffer.from([0, 2, 0, 0, 0, 1]),
      u32be(at),
      u32be(exif.length + 4 + PREFIX.length),
    ]);
  const places = (at: number) =>
    box(
      'iloc',
      Buffer.from([0, 0, 0, 0, 0x44, 0, 0, 2]),
      Buffer.concat([Buffer.from([0, 1, 0, 0, 0, 1]), u32be(0), u32be(9)]),
      placed(at),
    );
  const meta = (at: number) =>
    box('meta', Buffer.alloc(4), box('hdlr', Buffer.alloc(20)), names, places(at));
  const dataAt = head.length + meta(0).length + 8;
  return Buffer.concat([head, meta(dataAt), box('mdat', u32be(PREFIX.length), PREFIX, exif)]);
}

function u32be(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(value);
  return bytes;
}
