import { expect, test } from 'vitest';
import { stampXlsx } from '../../src/io/stamp/office/stamp-xlsx.js';
import { changedParts, partOf, stampBytes } from '../helpers/documents/stamped.js';
import { sheetXml, workbook, workbookParts } from '../helpers/documents/office.js';
import { zipOf } from '../helpers/documents/word.js';

const NAME = '01：志愿服务台账 & 总表';
const CODE = '&amp;K0A0B0C&amp;9&amp;&quot;宋体,常规&quot;01：志愿服务台账 &amp;&amp; 总表';
const HEIGHT = '&amp;14&amp;K0A0B0C';
const SHEET = 'xl/worksheets/sheet1.xml';
const stamped = async (bytes: Buffer, text = NAME) =>
  (await stampBytes(stampXlsx, bytes, text)).bytes;
/** The sheet, with nothing but what stands behind the rows. */
const behind = async (...sheet: Parameters<typeof sheetXml>) => {
  const xml = await partOf(await stamped(workbook([sheetXml(...sheet)])), SHEET);
  return xml.slice(xml.indexOf('</sheetData>') + 12, -'</worksheet>'.length);
};
const left = async (bytes: Buffer) => (await stampBytes(stampXlsx, bytes, NAME)).stamped;

test('every sheet bears the name, and nothing else is changed', async () => {
  const two = workbook([sheetXml(''), sheetXml('')]);
  expect(await changedParts(two, await stamped(two))).toEqual([
    'xl/worksheets/sheet1.xml',
    'xl/worksheets/sheet2.xml',
  ]);
});

test('it stands behind the page and before the pictures', async () => {
  expect(await behind('<pageSetup/><rowBreaks/><drawing/><extLst/>')).toBe(
    `<pageSetup/><headerFooter><oddFooter>&amp;R${CODE}${HEIGHT}</oddFooter></headerFooter><rowBreaks/><drawing/><extLst/>`,
  );
});

test('how large a long name is, is a matter of the page', async () => {
  const long = '05：关于印发《2020年度创建工作实施方案》的通知';
  const margins = '<pageMargins left="1" right="1" top="1" bottom="1" header="0.3" footer="0.3"/>';
  const size = async (setup: string) => {
    const footer = '<headerFooter><oddFooter>&amp;C第 &amp;P 页</oddFooter></headerFooter>';
    const sheet = workbook([sheetXml(`${margins}<pageSetup ${setup}/>${footer}`)]);
    const { stamped: result, bytes } = await stampBytes(stampXlsx, sheet, long);
    if (result.did === 'left') return result.because;
    return /0A0B0C&amp;(\d)/.exec(await partOf(bytes, SHEET))?.[1];
  };
  const pages = ['', 'orientation="landscape"', 'paperSize="11"', 'scale="130"', 'scale="x"'];
  expect(await Promise.all(pages.map(size))).toEqual(['8', '9', 'no-room', '6', '8']);
});

test('footers of the first page and of even pages get it where they are shown', async () => {
  const footers =
    '<headerFooter differentOddEven="1" differentFirst="1"><oddHeader>题</oddHeader><evenFooter>&amp;L左</evenFooter></headerFooter>';
  expect(await behind(footers)).toBe(
    `<headerFooter differentOddEven="1" differentFirst="1"><oddHeader>题</oddHeader><oddFooter>&amp;R${CODE}${HEIGHT}</oddFooter>` +
      `<evenFooter>&amp;L左&amp;R${CODE}</evenFooter><firstFooter>&amp;R${CODE}${HEIGHT}</firstFooter></headerFooter>`,
  );
});

test('a footer that is not shown stays as it is', async () => {
  expect(await behind('<headerFooter><firstFooter>首</firstFooter></headerFooter>')).toContain(
    '<firstFooter>首</firstFooter>',
  );
});

test('a footer of a view of somebody’s own is none of the sheet', async () => {
  const view =
    '<customSheetViews><customSheetView><headerFooter/></customSheetView></customSheetViews>';
  expect(await behind(view)).toContain(`${view}<headerFooter>`);
});

test('the footer comes nearer to the edge where the rows leave no room for it', async () => {
  const margins = (footer: string) =>
    `<pageMargins left="0.7" right="0.7" top="0.75" bottom="0.4" header="0.3" footer="${footer}"/>`;
  expect(await behind(margins('0.3'))).toContain(margins('0.15'));
});

test('elements with a prefix get one with it', async () => {
  const xml = sheetXml('')
    .replaceAll(/<(\/?)(?=\w)/g, '<$1x:')
    .replace('xmlns=', 'xmlns:x=');
  expect(await partOf(await stamped(workbook([xml])), SHEET)).toContain(
    '</x:sheetData><x:headerFooter><x:oddFooter>',
  );
});

test('a second time nothing is written, and another name replaces it wholly', async () => {
  const two = workbook([
    sheetXml(''),
    sheetXml('<headerFooter><oddFooter>&amp;R右</oddFooter></headerFooter>'),
  ]);
  const once = await stamped(two);
  expect(await left(once)).toEqual({ did: 'same' });
  expect((await stamped(once, '02')).equals(await stamped(two, '02'))).toBe(true);
});

test('a protected workbook is left alone', async () => {
  const sheet = sheetXml('');
  const because = { did: 'left', because: 'protected' };
  expect(await left(workbook([sheet], '<fileSharing readOnlyRecommended="1"/>'))).toMatchObject(
    because,
  );
  expect(await left(workbook([sheet], '<workbookProtection lockStructure="1"/>'))).toMatchObject(
    because,
  );
  expect(await left(workbook([sheetXml('<sheetProtection sheet="1"/>')]))).toMatchObject(because);
  expect(await left(workbook([sheetXml('<sheetProtection sheet="0"/>')]))).toMatchObject({
    did: 'stamped',
  });
});

test('a workbook in the binary form is none of ours', async () => {
  const parts = workbookParts([sheetXml('')]);
  const types = String(parts['[Content_Types].xml']).replace(
    /ContentType="[^"]*sheet\.main\+xml"/,
    'ContentType="application/vnd.ms-excel.sheet.binary.macroEnabled.main"',
  );
  expect(await left(zipOf({ ...parts, '[Content_Types].xml': types }))).toMatchObject({
    because: 'unsupported',
  });
});
