import { expect, test } from 'vitest';
import { gbkOf } from '../../src/io/samples/gbk.js';
import { docxOf, xlsxOf } from '../../src/io/samples/office.js';
import { pdfOf } from '../../src/io/samples/pdf.js';
import { officeOf, pdfWith, wordOf } from '../helpers/documents/made.js';
import { factsOf, KNOWN_NOTHING } from '../helpers/documents/facts-of.js';
import { zipBytes } from '../helpers/zip-bytes.js';

const CREATED = '2020-03-12T08:30:00Z';
const unread = (failed: string) => ({ ...KNOWN_NOTHING, failed });

test('the characters of a Word document are counted, heading and all', async () => {
  const bytes = await docxOf('会议纪要2020', ['第一季度 工作会议，', '共12人。']);
  expect(await factsOf('纪要.docx', bytes)).toMatchObject({ ...KNOWN_NOTHING, characters: 22 });
});

test('a Word document tells when it was begun', async () => {
  expect(await factsOf('纪要.docx', wordOf('纪要', CREATED))).toMatchObject({
    ...KNOWN_NOTHING,
    characters: 2,
    created: '2020-03-12',
  });
});

test('the main part of a Word document may have another name', async () => {
  const { characters } = await factsOf('纪要.docx', wordOf('纪要', CREATED, 'word/document2.xml'));
  expect(characters).toBe(2);
});

test('a document may be written in UTF-16', async () => {
  const xml =
    '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:t>纪要</w:t></w:document>';
  const main = Buffer.from(`\ufeff${xml}`, 'utf16le');
  const { characters } = await factsOf(
    '纪要.docx',
    officeOf({ 'word/document.xml': main }, 'word/document.xml'),
  );
  expect(characters).toBe(2);
});

test.each([
  ['表.xlsx', 'xl/workbook.xml'],
  ['演示.pptx', 'ppt/presentation.xml'],
])(
  '%s tells when it was begun, and nothing of its length when it has no text',
  async (name, main) => {
    expect(await factsOf(name, officeOf({ [main]: '<a/>' }, main, CREATED))).toMatchObject({
      ...KNOWN_NOTHING,
      created: '2020-03-12',
    });
  },
);

test('the texts in the cells of a workbook are counted, its numbers are not', async () => {
  const facts = await factsOf('表.xlsx', await xlsxOf('表', [['甲方 name', 1]]));
  expect(facts).toMatchObject({ ...KNOWN_NOTHING, characters: 6 });
});

test('of a workbook with nothing but numbers nobody knows the length', async () => {
  expect(await factsOf('表.xlsx', await xlsxOf('表', [[1, 2]]))).toMatchObject(KNOWN_NOTHING);
});

test('a date after the day of the check is none', async () => {
  const { created } = await factsOf('纪要.docx', wordOf('纪要', '2021-01-01T08:00:00Z'));
  expect(created).toBeUndefined();
});

test('the characters on all pages of a PDF are counted, though its font is not embedded', async () => {
  const bytes = pdfWith("/Info << /CreationDate (D:20200312083000+08'00') >>", [
    ['会议纪要 2020', '第一页'],
    ['第二页\u3000完'],
  ]);
  expect(await factsOf('纪要.pdf', bytes)).toMatchObject({
    ...KNOWN_NOTHING,
    characters: 15,
    created: '2020-03-12',
  });
});

test.each(['GBK-EUC-H', 'GB-EUC-H', 'GBKp-EUC-H', 'GBpc-EUC-H'])(
  'a PDF may number its characters as %s',
  async (encoding) => {
    const hex = (bytes: Buffer) => `<${bytes.toString('hex')}>`;
    const bytes = pdfOf([['会议纪要']])
      .toString('latin1')
      .replace('UniGB-UCS2-H', encoding.padEnd(12))
      .replace(/<[\da-f]{16}>/, hex(gbkOf('会议a　')).padEnd(18));
    expect(await factsOf('纪要.pdf', Buffer.from(bytes, 'latin1'))).toMatchObject({
      characters: 3,
    });
  },
);

test('of a scan nobody knows how many characters are on the paper', async () => {
  expect(await factsOf('扫描.pdf', pdfOf([[], []]))).toMatchObject(KNOWN_NOTHING);
  expect(await factsOf('封面.pdf', pdfOf([['封面'], [], []]))).toMatchObject(KNOWN_NOTHING);
});

test('a page without text among others is no scan', async () => {
  expect(await factsOf('报告.pdf', pdfOf([['正文'], []]))).toMatchObject({
    ...KNOWN_NOTHING,
    characters: 2,
  });
});

test('a PDF of many megabytes is read in pieces', async () => {
  const whole = pdfOf([['会议纪要'], ['第二页']]).toString('latin1');
  const [start = ''] = /startxref[^]*$/.exec(whole) ?? [];
  const bytes = Buffer.from(`${whole}${'% nothing\n'.repeat(1e6)}${start}`, 'latin1');
  expect(await factsOf('汇编.pdf', bytes)).toMatchObject({ characters: 7 });
});

test('of a book nobody counts the characters', async () => {
  const pages = Array.from({ length: 1001 }, () => ['页']);
  const bytes = pdfWith('/Info << /CreationDate (D:20200312) >>', pages);
  expect(await factsOf('书.pdf', bytes)).toMatchObject({ ...KNOWN_NOTHING, created: '2020-03-12' });
});

const MANIFEST = { 'META-INF/manifest.xml': '<manifest:manifest/>' };
const odfOf = (kind: string, content: string, manifest = MANIFEST) =>
  zipBytes(
    Object.entries({
      mimetype: `application/vnd.oasis.opendocument.${kind}`,
      'content.xml': `<office:document-content><office:body>${content}</office:body></office:document-content>`,
      'meta.xml': `<office:document-meta><office:meta><meta:creation-date>2020-03-12T23:30:00.123456789</meta:creation-date></office:meta></office:document-meta>`,
      ...manifest,
    }).map(([name, data]) => ({ name, data })),
  );

test('a text document in ODF tells its length, without what was deleted and without notes', async () => {
  const text =
    '<office:text><text:tracked-changes><text:p>删去</text:p></text:tracked-changes>' +
    '<text:p>会议<text:s/>纪要<text:note><text:p>注</text:p></text:note></text:p></office:text>';
  expect(await factsOf('纪要.odt', odfOf('text', text))).toMatchObject({
    ...KNOWN_NOTHING,
    characters: 4,
    created: '2020-03-12',
  });
});

test('a workbook in ODF tells when it was begun', async () => {
  const cells = '<office:spreadsheet><text:p>甲</text:p></office:spreadsheet>';
  expect(await factsOf('表.ods', odfOf('spreadsheet', cells))).toMatchObject({
    ...KNOWN_NOTHING,
    created: '2020-03-12',
  });
});

test('an ODF document with a password is told as such', async () => {
  const manifest = { 'META-INF/manifest.xml': '<manifest:encryption-data/>' };
  expect(await factsOf('纪要.odt', odfOf('text', '', manifest))).toEqual(unread('encrypted'));
});

const ofdOf = (...pages: readonly string[]) =>
  zipBytes(
    Object.entries({
      'OFD.xml':
        '<ofd:OFD><ofd:DocBody><ofd:DocInfo><ofd:CreationDate>2020-03-12</ofd:CreationDate></ofd:DocInfo>' +
        '<ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot></ofd:DocBody></ofd:OFD>',
      'Doc_0/Document.xml': `<ofd:Document><ofd:Pages>${pages
        .map((_, at) => `<ofd:Page ID="${at}" BaseLoc="Pages/Page_${at}/Content.xml"/>`)
        .join('')}</ofd:Pages></ofd:Document>`,
      ...Object.fromEntries(
        pages.map((text, at) => [
          `Doc_0/Pages/Page_${at}/Content.xml`,
          `<ofd:Page><ofd:TextObject><ofd:TextCode X="0" Y="0">${text}</ofd:TextCode></ofd:TextObject></ofd:Page>`,
        ]),
      ),
    }).map(([name, data]) => ({ name, data })),
  );

test('an OFD tells the characters on its pages and when it was made', async () => {
  expect(await factsOf('文件.ofd', ofdOf('会议 纪要', '第2页'))).toMatchObject({
    ...KNOWN_NOTHING,
    characters: 7,
    created: '2020-03-12',
  });
});

test('of a scan in OFD nobody knows how many characters are on the paper', async () => {
  expect(await factsOf('扫描.ofd', ofdOf('', ''))).toMatchObject({ characters: undefined });
});

test.each([
  ['UTF-8', Buffer.from('第一行\r\n 第 2 行')],
  ['UTF-8 with its mark', Buffer.from('\ufeff第一行\n第2行')],
  ['UTF-16', Buffer.from('\ufeff第一行\n第2行', 'utf16le')],
  ['UTF-16, the other way round', Buffer.from('\ufeff第一行\n第2行', 'utf16le').swap16()],
  ['GBK', gbkOf('第一行\n第2行')],
])('a text in %s is counted', async (_, bytes) => {
  expect(await factsOf('说明.txt', bytes)).toMatchObject({ ...KNOWN_NOTHING, characters: 6 });
});

test('the marks of Markdown are counted as the rest', async () => {
  expect(await factsOf('说明.MD', '# 标题\n\n- 内容')).toMatchObject({
    ...KNOWN_NOTHING,
    characters: 6,
  });
});

test('an empty text has no characters', async () => {
  expect(await factsOf('说明.txt', '')).toMatchObject({ ...KNOWN_NOTHING, characters: 0 });
});

test('what is no text in any encoding is not counted', async () => {
  expect(await factsOf('说明.txt', Buffer.from([0, 1, 2, 255]))).toEqual(unread('unreadable'));
});

test.each(['a.mp4', 'a.zip', 'a'])('%s is of a kind that is not read', async (name) => {
  expect(await factsOf(name, 'some bytes')).toEqual(unread('unsupported'));
});

test('what a file is tell its bytes, not its name', async () => {
  expect(await factsOf('纪要.txt', wordOf('纪要'))).toMatchObject({ characters: 2 });
});
