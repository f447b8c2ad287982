import { createHash } from 'node:crypto';
import { closeSync, ftruncateSync, openSync } from 'node:fs';
import { join } from 'node:path';
import { deflateSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { docxOf } from '../../src/io/samples/office.js';
import { pdfOf } from '../../src/io/samples/pdf.js';
import { readFacts } from '../../src/io/facts/read-facts.js';
import { SUMMARY } from '../../src/core/documents/summary.js';
import { randomOf } from '../../src/core/bundle/judge/random.js';
import { jpegOf } from '../../src/io/samples/jpeg.js';
import { compoundOf, summaryOf, wordStreams } from '../helpers/documents/compound.js';
import {
  exifOf,
  heicWith,
  jpegWith,
  officeOf,
  pdfWith,
  pngWith,
  webpWith,
  wordOf,
} from '../helpers/documents/made.js';
import { changedBytes, changedZip } from '../helpers/mutations.js';
import {
  FACTS,
  factsOf,
  factsOfParts,
  folderOf,
  KNOWN_NOTHING,
} from '../helpers/documents/facts-of.js';
import { zipBytes } from '../helpers/zip-bytes.js';

const unread = (failed: string) => ({ ...KNOWN_NOTHING, failed });
const UNREADABLE = unread('unreadable');
const DAMAGED = unread('damaged');

test('a Word document that is cut off is unreadable', async () => {
  const whole = await docxOf('会议纪要', ['内容']);
  for (const facts of await factsOfParts([whole.subarray(0, -1)], 'docx'))
    expect(facts).toEqual(UNREADABLE);
});

test('a PDF that is cut off is damaged, or read as far as it goes', async () => {
  const whole = pdfOf([['会议纪要'], ['内容']]);
  for (const { characters, failed } of await factsOfParts([whole], 'pdf')) {
    expect([undefined, 4, 6]).toContain(characters);
    expect([undefined, 'damaged', 'unsupported']).toContain(failed);
  }
});

test('a PDF of which nothing is left between its beginning and its end is damaged', async () => {
  const bytes = pdfOf([['会议纪要'], ['内容']]);
  expect(await factsOf('a.pdf', bytes.fill(0, 64, bytes.length - 64))).toEqual(DAMAGED);
});

test('a Word document of which a byte is wrong is damaged', async () => {
  const bytes = wordOf('会议纪要会议纪要会议纪要');
  const at = bytes.indexOf('word/document.xml') + 'word/document.xml'.length + 20;
  bytes[at] = (bytes[at] ?? 0) ^ 0xff;
  expect(await factsOf('a.docx', bytes)).toEqual(DAMAGED);
});

test.each([
  ['unpacks to more than it may', 'unreadable', { data: Buffer.alloc(65 * 2 ** 20, ' ') }],
  [
    'says that it is shorter than it is',
    'damaged',
    { data: Buffer.alloc(2 ** 20, ' '), central: { sizeBytes: 9 } },
  ],
])('a document whose text %s is %s', async (_, failed, text) => {
  const relations = { name: '_rels/.rels', data: officeRelations() };
  const bytes = zipBytes([relations, { name: 'word/document.xml', deflate: true, ...text }]);
  expect(await factsOf('a.docx', bytes)).toEqual(unread(failed));
});

function officeRelations(): string {
  return '<Relationships><Relationship Type="x/officeDocument" Target="word/document.xml"/></Relationships>';
}

test('a picture in a document may be as large as it likes', async () => {
  const image = Buffer.alloc(80 * 2 ** 20);
  const document =
    '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:t>图</w:t></w:document>';
  const bytes = officeOf(
    { 'word/document.xml': document, 'word/media/a.bmp': image },
    'word/document.xml',
  );
  expect(await factsOf('a.docx', bytes)).toMatchObject({ characters: 1 });
});

test.each([
  ['its relations lead out of it', officeOf({ 'word/document.xml': '<a/>' }, '../../etc/passwd')],
  ['its text is not there', officeOf({}, 'word/document.xml')],
  ['its text is no XML', officeOf({ 'word/document.xml': '<w:t' }, 'word/document.xml')],
])('a document that is odd does no harm: %s', async (_, bytes) => {
  expect((await factsOf('a.docx', bytes)).characters).toBeUndefined();
});

test('a PDF with a password is told as such', async () => {
  const id = '00112233445566778899aabbccddeeff';
  const key = createHash('md5').update('dangan').digest('hex').padEnd(64, '0');
  const encrypt = `/Encrypt << /Filter /Standard /V 1 /R 2 /Length 40 /P -4 /O <${key}> /U <${key}> >> /ID [<${id}> <${id}>]`;
  expect(await factsOf('a.pdf', pdfWith(encrypt, [['内容']]))).toEqual(unread('encrypted'));
});

test('a PDF for the holders of certificates is told as one with a password', async () => {
  const encrypt =
    '/Encrypt << /Filter /Adobe.PubSec /SubFilter /adbe.pkcs7.s4 /V 4 >> /ID [<00> <00>]';
  expect(await factsOf('a.pdf', pdfWith(encrypt, [['内容']]))).toEqual(unread('encrypted'));
});

test('a text that is longer than any report is not read', async () => {
  const root = folderOf({ 'a.txt': '' });
  const file = openSync(join(root, 'a.txt'), 'r+');
  ftruncateSync(file, 200 * 2 ** 20);
  closeSync(file);
  const facts = await readFacts(root, ['a.txt'], FACTS);
  expect(facts.get('a.txt')).toEqual(unread('unsupported'));
});

test('documents changed by chance are read or told as what they are', async () => {
  const random = randomOf('facts');
  const jpeg = jpegOf({ columns: 1, rows: 1, color: () => [0, 0, 0] });
  const exif = exifOf('2020:03:12 08:30:00');
  const zips = [wordOf('会议纪要', '2020-03-12T08:30:00Z'), await docxOf('会议纪要', ['内容'])];
  const others = [
    jpegWith(exif, jpeg),
    pngWith(exif),
    webpWith(exif),
    heicWith(exif),
    compoundOf({
      ...wordStreams([['会议纪要', 'utf16le']]),
      [SUMMARY]: summaryOf('2020-03-12T08:30:00Z'),
    }),
    pdfOf([['会议纪要']]),
  ];
  const changed = Array.from({ length: 50 }, () => [
    ...zips.map((bytes) => changedZip(bytes, random)),
    ...others.map((bytes) => changedBytes(bytes, random)),
  ]).flat();
  const files = Object.fromEntries(changed.map((bytes, at) => [`${at}.docx`, bytes]));
  const facts = await readFacts(folderOf(files), Object.keys(files), FACTS);
  for (const { characters = 0, created = '', taken = '' } of facts.values()) {
    expect(characters).toBeLessThan(1e6);
    expect(created + taken).toMatch(/^(\d{4}-\d\d-\d\d)?$/);
  }
});

/** Each page shows the same long text. */
function endlessPdf(): Buffer {
  const pages = Array.from({ length: 900 }, (_, at) => at + 5);
  const content = deflateSync(Buffer.from('BT /F1 9 Tf (text) Tj ET\n'.repeat(40_000)));
  const kids = pages.map((page) => `${page} 0 R`).join(' ');
  const objects = [
    '1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n',
    `2 0 obj\n<< /Type /Pages /Count ${pages.length} /Kids [${kids}] >>\nendobj\n`,
    '3 0 obj\n<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>\nendobj\n',
    `4 0 obj\n<< /Length ${content.length} /Filter /FlateDecode >>\nstream\n${content.toString('latin1')}\nendstream\nendobj\n`,
    ...pages.map(
      (page) =>
        `${page} 0 obj\n<< /Type /Page /Parent 2 0 R /Contents 4 0 R /Resources << /Font << /F1 3 0 R >> >> >>\nendobj\n`,
    ),
    'trailer\n<< /Root 1 0 R >>\n',
  ];
  return Buffer.from(`%PDF-1.4\n${objects.join('')}`, 'latin1');
}

const OTHERS = Object.fromEntries(
  Array.from({ length: 40 }, (_, at) => [`${at}.docx`, wordOf('内容')]),
);

test('a file that takes too long is given up, and the others are read', async () => {
  const root = folderOf({ 'a.pdf': endlessPdf(), ...OTHERS });
  const limits = { ms: 3000, megabytes: 700 };
  const facts = await readFacts(root, ['a.pdf', ...Object.keys(OTHERS)], { ...FACTS, limits });
  expect(facts.get('a.pdf')).toEqual(UNREADABLE);
  expect(Object.keys(OTHERS).map((name) => facts.get(name)?.characters)).toEqual(
    Object.keys(OTHERS).map(() => 2),
  );
});

test('a file that takes too much memory is given up, and the others are read', async () => {
  const xml = Buffer.from(
    `<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">${'<w:p/>'.repeat(10_000_000)}</w:document>`,
  );
  const root = folderOf({
    'a.docx': officeOf({ 'word/document.xml': xml }, 'word/document.xml'),
    ...OTHERS,
  });
  const limits = { ms: 60_000, megabytes: 110 };
  const facts = await readFacts(root, ['a.docx', ...Object.keys(OTHERS)], { ...FACTS, limits });
  expect(facts.get('a.docx')).toEqual(UNREADABLE);
  expect(Object.keys(OTHERS).map((name) => facts.get(name)?.characters)).toEqual(
    Object.keys(OTHERS).map(() => 2),
  );
  // Held until here: to give it back meanwhile would make room for what is read.
  expect(xml.length).toBeGreaterThan(60_000_000);
});

test('what was given up is tried again the next time', async () => {
  const root = folderOf({ 'a.pdf': endlessPdf() });
  const limits = { ms: 1, megabytes: 700 };
  await readFacts(root, ['a.pdf'], { ...FACTS, cache: true, limits });
  let read = 0;
  await readFacts(root, ['a.pdf'], {
    ...FACTS,
    cache: true,
    limits,
    onFile: () => void (read += 1),
  });
  expect(read).toBe(1);
});

test('reading ends as soon as it is told to', async () => {
  const root = folderOf({ 'a.pdf': endlessPdf() });
  const control = new AbortController();
  const reading = readFacts(root, ['a.pdf'], { ...FACTS, signal: control.signal });
  const began = performance.now();
  setTimeout(() => control.abort(new Error('Ctrl-C')), 500);
  await expect(reading).rejects.toThrow('Ctrl-C');
  expect(performance.now() - began).toBeLessThan(10_000);
});

test('one that was told to end before begins nothing', async () => {
  const signal = AbortSignal.abort(new Error('Ctrl-C'));
  await expect(
    readFacts(folderOf(OTHERS), Object.keys(OTHERS), { ...FACTS, signal }),
  ).rejects.toThrow('Ctrl-C');
});
