/** What files are by their bytes: those of programs that wrote them, and those that were cut, locked or left empty. */
import { expect, test } from 'vitest';
import { HEAD_BYTES, identify } from '../../src/core/documents/identify/identify.js';
import type { Identified } from '../../src/core/documents/types.js';
import { jpegOf } from '../../src/io/samples/jpeg.js';
import { mp4 } from '../../src/io/samples/media.js';
import { pdfOf } from '../../src/io/samples/pdf.js';
import { compoundOf, wordStreams } from '../helpers/documents/compound.js';
import { heicWith, pngWith, webpWith } from '../helpers/documents/made.js';
import { packageOf } from '../helpers/packages.js';
import { zipBytes } from '../helpers/zip-bytes.js';

function identified(bytes: Buffer | string): Identified {
  const all = Buffer.from(bytes);
  const read = (offset: number, length: number) => all.subarray(offset, offset + length);
  return identify({ sizeBytes: all.length, read });
}

/** Format and marks in one line. */
const told = (bytes: Buffer | string) => {
  const { format, marks } = identified(bytes);
  return [format ?? '–', ...marks].join(' ');
};

const formats = ['docx', 'docm', 'dotx', 'xlsx', 'xlsm', 'xlsb', 'pptx', 'pptm', 'ppsx'] as const;
test.each(formats)('a package whose main part has the type of %s', (format) => {
  expect(told(packageOf(format))).toBe(format);
});

test('a Strict document, which has other namespaces and the same types', () => {
  const strict = {
    'word/styles.xml': '<w:styles xmlns:w="http://purl.oclc.org/ooxml/wordprocessingml/main"/>',
  };
  expect(told(packageOf('docx', strict))).toBe('docx');
});

test('macros, and the signature of a package', () => {
  const parts = { 'word/vbaProject.bin': 'x', '_xmlsignatures/sig1.xml': '<Signature/>' };
  expect(told(packageOf('docm', parts))).toBe('docm macros signed');
});

test('a sheet inside a document does not make it one', () => {
  expect(told(packageOf('docx', { 'word/embeddings/one.xlsx': packageOf('xlsx') }))).toBe('docx');
});

test('a package that lost its end', () => {
  const bytes = packageOf(
    'xlsx',
    { 'xl/media/one.png': Buffer.alloc(9000, 7) },
    { deflate: false },
  );
  expect(told(bytes.subarray(0, bytes.length - 3000))).toBe('xlsx truncated');
});

test('a package whose list of types is damaged', () => {
  const bytes = packageOf('pptx', {}, { deflate: true });
  bytes.fill(0xff, 60, 90);
  expect(told(bytes)).toBe('pptx damaged');
});

test('a long comment does not hide what a zip is', () => {
  const files = [{ name: 'OFD.xml', data: '<ofd:OFD/>' }, { name: 'Doc_0/Signs/Signatures.xml' }];
  const around = { comment: Buffer.alloc(60_000, 32) };
  expect(told(zipBytes(files, around))).toBe('ofd signed');
});

const opendocument = (kind: string, more: readonly string[], manifest = '') =>
  zipBytes([
    { name: 'mimetype', data: `application/vnd.oasis.opendocument.${kind}` },
    ...more.map((name) => ({ name, data: 'x' })),
    { name: 'META-INF/manifest.xml', data: `<manifest:manifest>${manifest}</manifest:manifest>` },
  ]);

test.each([
  ['odt', opendocument('text', ['content.xml'])],
  ['ods macros', opendocument('spreadsheet', ['Basic/script-lc.xml'])],
  ['odp signed', opendocument('presentation', ['META-INF/documentsignatures.xml'])],
  ['odt encrypted', opendocument('text', [], '<manifest:encryption-data/>')],
  ['zip', zipBytes([{ name: '照片/1.jpg', data: 'x' }])],
  ['zip encrypted', zipBytes([{ name: '1.txt', data: 'x', flags: 0x801 }])],
  ['zip', zipBytes([])],
])('other zips: %s', (expected, bytes) => {
  expect(told(bytes)).toBe(expected);
});

const word = wordStreams([['通知', 'utf16le']]);
const book = (record: number) => {
  const bytes = Buffer.alloc(64);
  bytes.writeUInt16LE(0x809, 0);
  bytes.writeUInt16LE(16, 2);
  bytes.writeUInt16LE(record, 20);
  bytes.writeUInt16LE(54, 22);
  return bytes;
};
const user = (token: number) => {
  const bytes = Buffer.alloc(32);
  bytes.writeUInt32LE(token, 12);
  return bytes;
};

test.each([
  ['doc', compoundOf(word)],
  ['doc encrypted', compoundOf(wordStreams([['通知', 'utf16le']], 0x100))],
  ['doc macros', compoundOf({ ...word, Macros: Buffer.alloc(0) })],
  ['xls', compoundOf({ Workbook: book(0x42) })],
  ['xls', compoundOf({ WORKBOOK: book(0x42) })],
  ['xls encrypted', compoundOf({ Workbook: book(0x2f) })],
  ['ppt', compoundOf({ 'PowerPoint Document': Buffer.alloc(9), 'Current User': user(0xe391c05f) })],
  [
    'ppt encrypted',
    compoundOf({ 'PowerPoint Document': Buffer.alloc(9), 'Current User': user(0xf3d1c4df) }),
  ],
  ['ooxml encrypted', compoundOf({ EncryptedPackage: Buffer.alloc(99) })],
  // Word 2007 adds a document for older programs, which says that they cannot open it.
  ['ooxml encrypted', compoundOf({ ...word, EncryptedPackage: Buffer.alloc(99) })],
  ['msg', compoundOf({ '__properties_version1.0': Buffer.alloc(32) })],
  ['–', compoundOf({ Catalog: Buffer.alloc(9) })],
  ['doc truncated', compoundOf(word).subarray(0, -4096)],
  ['– truncated', compoundOf(word).subarray(0, 600)],
])('files of Office before 2007: %s', (expected, bytes) => {
  expect(told(bytes)).toBe(expected);
});

const picture = jpegOf({ columns: 2, rows: 2, color: () => [255, 0, 0] });
test.each([
  ['jpg', picture],
  ['jpg truncated', picture.subarray(0, -40)],
  ['jpg', Buffer.concat([picture, Buffer.alloc(64)])],
  ['png', pngWith(Buffer.alloc(8))],
  ['png truncated', pngWith(Buffer.alloc(8)).subarray(0, -20)],
  ['webp', webpWith(Buffer.alloc(8))],
  ['webp truncated', webpWith(Buffer.alloc(8)).subarray(0, -20)],
  ['heic', heicWith(Buffer.alloc(8))],
  ['heic truncated', heicWith(Buffer.alloc(8)).subarray(0, -8)],
  ['mp4', mp4()],
  ['mp4 truncated', mp4().subarray(0, -8)],
  ['gif', 'GIF89a\x01\0\x01\0\0\0\0,\0\0\0\0\x01\0\x01\0\0\x02\x02D\x01\0;'],
])('pictures and videos: %s', (expected, bytes) => {
  expect(told(bytes)).toBe(expected);
});

const pdf = pdfOf([['通知', '各科室']]).toString('latin1');
const latin = (text: string) => Buffer.from(text, 'latin1');
test.each([
  ['pdf', latin(pdf)],
  ['pdf', latin(`\n\n${pdf}`)],
  ['pdf truncated', latin(pdf.slice(0, -200))],
  ['pdf truncated', latin(`${pdf}9 0 obj\n<< /Length 99 >>\nstream`)],
  ['pdf damaged', latin('%PDF-1.4\nnot a document\n%%EOF\n')],
  ['pdf signed', latin(pdf.replace('%%EOF', '9 0 obj << /ByteRange [0 1 2 3] >> endobj\n%%EOF'))],
  ['pdf encrypted', latin(pdf.replace('/Root', '/Encrypt << /Filter /Adobe.PubSec >> /Root'))],
])('PDF: %s', (expected, bytes) => {
  expect(told(bytes)).toBe(expected);
});

const text = (content: string) => Buffer.from(content);
test.each([
  ['txt', text('关于召开会议的通知\n各科室：')],
  ['txt', Buffer.from('\ufeff关于召开会议的通知', 'utf16le')],
  ['txt', Buffer.from('d6d0b9fab9d8d3dad5d9bfaabbe1d2e9b5c4cda8d6aa', 'hex')],
  ['txt', text('字'.repeat(HEAD_BYTES))],
  ['csv', text('序号,名称\n1,"甲,乙"\n2,丙\n')],
  ['html', text('<!-- saved --><HTML xmlns:o="x"><table>')],
  ['html', text('  <!DOCTYPE html>')],
  ['html', text('<!-- from: a -> b --> <!-- saved -->\n<!DOCTYPE html>')],
  ['html', Buffer.from('<html><head><title>Espa\xf1a \xff</title>', 'latin1')],
  ['–', Buffer.from('Espa\xf1a \xff', 'latin1')],
  ['xml', text('<?xml version="1.0"?><a/>')],
  ['xml', text('<!--\n  by > hand\n-->\n<svg xmlns="http://www.w3.org/2000/svg"/>')],
  ['eml', text('From: a@b.cn\r\nTo: c@d.cn\r\nSubject: x\r\n\r\nbody')],
  [
    'mht',
    text('From: <Saved by WPS>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related\r\n\r\n'),
  ],
  ['txt', text('时间: 2020\n地点: 会议室\n')],
  ['url', text('[InternetShortcut]\r\nURL=https://example.com/')],
  ['rtf', text('{\\rtf1\\ansi }\r\n\0')],
  ['rtf truncated', text('{\\rtf1\\ansi ')],
  ['– pointer', text('version https://git-lfs.github.com/spec/v1\noid sha256:4d7a\nsize 12345\n')],
  ['– pointer', text('/annex/objects/SHA256E-s1--2.pdf\n')],
  ['– placeholder', Buffer.concat([text('bplist00\xd3'), text('NSURLFileResourceTypeKey')])],
  ['– placeholder', text('{"url": "https://docs.google.com/open?id=1", "doc_id": "1"}')],
])('texts: %s', (expected, bytes) => {
  expect(told(bytes)).toBe(expected);
});

const rar4 = (archive: number, file: number) => {
  const bytes = Buffer.from('526172211a070000007300000d000000000000000000740000', 'hex');
  const whole = Buffer.concat([bytes, Buffer.alloc(40)]);
  whole.writeUInt16LE(archive, 10);
  whole.writeUInt16LE(file, 23);
  return whole;
};

test.each([
  ['rar', rar4(0, 0)],
  ['rar encrypted', rar4(0x80, 0)],
  ['rar encrypted', rar4(0, 4)],
  ['rar encrypted', Buffer.from('526172211a070100 00000000 21 04 00'.replaceAll(' ', ''), 'hex')],
  ['– empty', ''],
  ['– damaged', Buffer.alloc(5000)],
  ['–', Buffer.from('00010203040506070809', 'hex')],
  ['exe', Buffer.concat([text('MZ'), Buffer.alloc(58), Buffer.from('80000000', 'hex')])],
])('others: %s', (expected, bytes) => {
  expect(told(bytes)).toBe(expected);
});
