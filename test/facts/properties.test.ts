import { expect, test } from 'vitest';
import { gbkOf } from '../../src/io/samples/gbk.js';
import { compoundOf, summaryOf, wordStreams } from '../helpers/compound.js';
import { countedOf, officeOf, pdfWith } from '../helpers/documents.js';
import { factsOf } from '../helpers/facts-of.js';
import { zipBytes } from '../helpers/zip-bytes.js';

const propertiesOf = async (name: string, bytes: Buffer | string) =>
  (await factsOf(name, bytes)).properties;
const zipOf = (parts: Readonly<Record<string, string>>) =>
  zipBytes(Object.entries(parts).map(([name, data]) => ({ name, data })));

const ALL = { title: '会议纪要', author: '办公室', application: 'WPS', modified: '2020-03-13' };

test('a document of Office', async () => {
  const path = 'word/document.xml';
  const core =
    '2020-03-12T08:30:00Z</dcterms:created><dc:title>会议&#32;纪要</dc:title><dc:creator>办公室</dc:creator>' +
    '<dcterms:modified>2020-03-13T08:30:00Z</dcterms:modified><dcterms:created>';
  const counted = { 'docProps/app.xml': '<Properties><Application>WPS</Application></Properties>' };
  const bytes = officeOf({ [path]: '<w:document/>', ...counted }, path, core);
  expect(await propertiesOf('a.docx', bytes)).toEqual({ ...ALL, title: '会议 纪要' });
});

test.each([
  ['GBK', 936, gbkOf('会议纪要')],
  ['UTF-8', 65001, Buffer.from('会议纪要')],
])('a document before 2007 with its title in %s', async (_, codePage, title) => {
  const summary = summaryOf('2020-03-12T08:30:00Z', {}, { codePage, texts: { 2: title } });
  const streams = { ...wordStreams([['一', 'utf16le']]), '\u0005SummaryInformation': summary };
  expect(await propertiesOf('a.doc', compoundOf(streams))).toEqual({ title: '会议纪要' });
});

test('a PDF', async () => {
  const title = Buffer.from('\ufeff会议纪要', 'utf16le').swap16().toString('hex');
  const info = `/Info << /Title <${title}> /Author (Li) /Creator (WPS) /ModDate (D:20200313) >>`;
  const expected = { ...ALL, author: 'Li' };
  expect(await propertiesOf('a.pdf', pdfWith(info, [['一']]))).toEqual(expected);
});

test('a document in ODF', async () => {
  const meta =
    '<dc:title>会议纪要</dc:title><meta:initial-creator>办公室</meta:initial-creator><meta:generator>WPS</meta:generator><dc:date>2020-03-13T08:30:00</dc:date>';
  const mimetype = 'application/vnd.oasis.opendocument.text';
  const bytes = zipOf({ mimetype, 'meta.xml': `<m>${meta}</m>`, 'content.xml': '<c/>' });
  expect(await propertiesOf('a.odt', bytes)).toEqual(ALL);
});

test('an OFD', async () => {
  const told =
    '<ofd:Title>会议纪要</ofd:Title><ofd:Author>办公室</ofd:Author><ofd:Creator>WPS</ofd:Creator><ofd:ModDate>2020-03-13</ofd:ModDate>';
  const bytes = zipOf({
    'OFD.xml': `<ofd:OFD>${told}<ofd:DocRoot>Doc.xml</ofd:DocRoot></ofd:OFD>`,
    'Doc.xml': '<ofd:Document/>',
  });
  expect(await propertiesOf('a.ofd', bytes)).toEqual(ALL);
});

test('a web page, a mail and an RTF', async () => {
  expect(await propertiesOf('a.html', '<title>会议纪要</title>')).toEqual({ title: '会议纪要' });
  const mail = 'Subject: =?utf-8?B?5Lya6K6u?=\nFrom: Li\n\n';
  expect(await propertiesOf('a.eml', mail)).toEqual({ title: '会议', author: 'Li' });
  expect(await propertiesOf('a.txt', '{\\rtf1{\\info{\\author Li}}}')).toEqual({ author: 'Li' });
});

test('what a terminal would take for a command, and more than a line, is not kept', async () => {
  const title = ` a\u001b[31m\n\u202eb\u0007${'长'.repeat(500)}`;
  const properties = await propertiesOf('a.html', `<title>${title}</title>`);
  expect(properties?.title).toMatch(/^a \[31m b 长{190,200}$/);
});

test('a document that was saved after the day of the check was saved by a wrong clock', async () => {
  const path = 'word/document.xml';
  const core =
    '2020-03-12T08:30:00Z</dcterms:created><dcterms:modified>2021-01-01T08:00:00Z</dcterms:modified><dcterms:created>';
  const bytes = officeOf({ [path]: '<w:document/>', ...countedOf({}) }, path, core);
  expect(await propertiesOf('a.docx', bytes)).toBeUndefined();
});
