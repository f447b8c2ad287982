import { expect, test } from 'vitest';
import { pdfOf } from '../../src/io/samples/pdf.js';
import { jpegOf } from '../../src/io/samples/jpeg.js';
import {
  compoundOf,
  record,
  slideStreams,
  summaryOf,
  wordStreams,
} from '../helpers/documents/compound.js';
import { countedOf, officeOf, wordOf } from '../helpers/documents/made.js';
import { FACTS, factsOf, folderOf } from '../helpers/documents/facts-of.js';
import { zipBytes } from '../helpers/zip-bytes.js';
import { readFacts } from '../../src/io/facts/read-facts.js';

const CREATED = '2020-03-12T08:30:00Z';
const pagesOf = async (name: string, bytes: Buffer) => (await factsOf(name, bytes)).pages;
const wordWith = (text: string, counts: Readonly<Record<string, number>>) =>
  wordOf(text, CREATED, undefined, countedOf(counts));

test('a Word document has the pages that the program counted', async () => {
  expect(await pagesOf('a.docx', wordWith('会议纪要', { Pages: 3, Characters: 4 }))).toBe(3);
});

test.each([
  ['does not say', wordOf('会议纪要', CREATED)],
  ['counted no characters in its text', wordWith('会议纪要', { Pages: 1, Characters: 0 })],
  ['says 0', wordWith('会议纪要', { Pages: 0, Characters: 4 })],
  ['says more than there can be', wordWith('会议纪要', { Pages: 1e9, Characters: 4 })],
])('the pages of a Word document that %s are not known', async (_, bytes) => {
  expect(await pagesOf('a.docx', bytes)).toBeUndefined();
});

test('a page without text is one', async () => {
  expect(await pagesOf('a.docx', wordWith('', { Pages: 1, Characters: 0 }))).toBe(1);
});

test('a presentation has a page for each slide', async () => {
  const main = '<p:presentation><p:sldIdLst><p:sldId/><p:sldId/></p:sldIdLst></p:presentation>';
  const path = 'ppt/presentation.xml';
  expect(await pagesOf('a.pptx', officeOf({ [path]: main }, path))).toBe(2);
});

test('a workbook has no pages before it is printed', async () => {
  const path = 'xl/workbook.xml';
  const bytes = officeOf({ [path]: '<workbook/>', ...countedOf({ Pages: 2 }) }, path);
  expect(await pagesOf('a.xlsx', bytes)).toBeUndefined();
});

const TEXT = [['会议纪要\r', 'utf16le']] as const;
const [PAGES, CHARACTERS] = [0x0e, 0x10];

test.each(['a.doc', 'a.wps'])('%s has the pages that the program counted', async (name) => {
  const summary = summaryOf(CREATED, { [PAGES]: 5, [CHARACTERS]: 4 });
  const bytes = compoundOf({ ...wordStreams(TEXT), '\u0005SummaryInformation': summary });
  expect(await pagesOf(name, bytes)).toBe(5);
});

test('a document before 2007 whose program counted nothing has no pages that are known', async () => {
  const summary = summaryOf(CREATED, { [PAGES]: 1, [CHARACTERS]: 0 });
  const bytes = compoundOf({ ...wordStreams(TEXT), '\u0005SummaryInformation': summary });
  expect(await pagesOf('a.doc', bytes)).toBeUndefined();
});

test.each(['a.ppt', 'a.dps'])('%s has a page for each slide', async (name) => {
  const bytes = compoundOf({
    ...slideStreams([record(0x03f3), record(0x0f9f), record(0x03f3)]),
    '\u0005SummaryInformation': summaryOf(CREATED),
  });
  expect(await pagesOf(name, bytes)).toBe(2);
});

test('a presentation whose edits lead round in a circle has no slides that are known', async () => {
  const streams = slideStreams([record(0x03f3)], { document: 9 });
  const bytes = compoundOf({ ...streams, '\u0005SummaryInformation': summaryOf(CREATED) });
  expect(await pagesOf('a.ppt', bytes)).toBeUndefined();
});

test('a presentation with a password is told as such', async () => {
  const streams = slideStreams([record(0x03f3)], { token: 0xf3d1c4df });
  const bytes = compoundOf({ ...streams, '\u0005SummaryInformation': summaryOf(CREATED) });
  expect(await factsOf('a.ppt', bytes)).toMatchObject({ failed: 'encrypted' });
});

test.each([
  ['text', '<meta:document-statistic meta:page-count="4"/>', '', 4],
  ['text', '', '', undefined],
  ['spreadsheet', '<meta:document-statistic meta:page-count="4"/>', '', undefined],
  ['presentation', '', '<draw:page draw:name="1"><draw:page-thumbnail/></draw:page>', 1],
])('ODF, %s, %s', async (kind, meta, content, pages) => {
  const parts = {
    mimetype: `application/vnd.oasis.opendocument.${kind}`,
    'content.xml': `<office:body>${content}</office:body>`,
    'meta.xml': `<office:meta>${meta}</office:meta>`,
  };
  const bytes = zipBytes(Object.entries(parts).map(([name, data]) => ({ name, data })));
  expect(await pagesOf('a.odf', bytes)).toBe(pages);
});

test('a PDF has its pages, also where one of them cannot be read', async () => {
  const whole = pdfOf([['一'], ['二']]).toString('latin1');
  expect(whole).toContain('/Kids [6 0 R 8 0 R]');
  const bytes = Buffer.from(whole.replace('8 0 R]', '0 0 R]'), 'latin1');
  expect(await pagesOf('a.pdf', bytes)).toBe(2);
});

test('a PDF has its pages, also one that is longer than any report', async () => {
  expect(await pagesOf('a.pdf', pdfOf([[], ['二'], []]))).toBe(3);
  expect(await pagesOf('b.pdf', pdfOf(Array.from({ length: 1001 }, () => [])))).toBe(1001);
});

test('a PDF that says it has more pages than it has is counted', async () => {
  const bytes = pdfOf([['一'], ['二']])
    .toString('latin1')
    .replace('/Count 2', '/Count 9');
  expect(await pagesOf('a.pdf', Buffer.from(bytes, 'latin1'))).toBe(2);
});

/** A TIFF with a directory for each picture, each of which has nothing but its kind. */
function tiffOf(kinds: readonly number[], last = 0): Buffer {
  const directories = kinds.map((kind, number) => {
    const bytes = Buffer.alloc(18);
    bytes.writeUInt16LE(1);
    bytes.writeUInt16LE(0xfe, 2);
    bytes.writeUInt16LE(4, 4);
    bytes.writeUInt32LE(1, 6);
    bytes.writeUInt32LE(kind, 10);
    bytes.writeUInt32LE(number + 1 < kinds.length ? 8 + 18 * (number + 1) : last, 14);
    return bytes;
  });
  return Buffer.concat([Buffer.from('II*\0\x08\0\0\0', 'latin1'), ...directories]);
}

test('a scan in TIFF has a page for each picture, but not for smaller copies of one', async () => {
  expect(await pagesOf('a.tif', tiffOf([0, 1, 2, 4, 2]))).toBe(3);
});

test('a scan whose pictures lead round in a circle has none that are known', async () => {
  expect(await pagesOf('a.tif', tiffOf([0, 0], 8))).toBeUndefined();
});

test.each([
  ['a.jpg', jpegOf({ columns: 1, rows: 1, color: () => [0, 0, 0] })],
  ['a.gif', Buffer.from('GIF89a\x01\0\x01\0\0\0\0;', 'latin1')],
  [
    'a.bmp',
    Buffer.concat([Buffer.from('BM'), Buffer.alloc(12), Buffer.from([40]), Buffer.alloc(60)]),
  ],
])('%s is a page', async (name, bytes) => {
  expect(await pagesOf(name, bytes)).toBe(1);
});

test('who asks for pages has them without the text being read, who asks for the text later has both', async () => {
  const root = folderOf({ 'a.docx': wordWith('会议纪要', { Pages: 3, Characters: 4 }) });
  const options = { ...FACTS, cache: true };
  const ask = async (wanted: 'pages' | 'text') => {
    let read = 0;
    const facts = await readFacts(root, ['a.docx'], {
      ...options,
      wanted,
      onFile: () => void (read += 1),
    });
    const { pages, characters } = facts.get('a.docx') ?? {};
    return { pages, characters, read };
  };
  expect(await ask('pages')).toEqual({ pages: 3, characters: undefined, read: 1 });
  expect(await ask('pages')).toEqual({ pages: 3, characters: undefined, read: 0 });
  expect(await ask('text')).toEqual({ pages: 3, characters: 4, read: 1 });
  expect(await ask('pages')).toEqual({ pages: 3, characters: 4, read: 0 });
});
