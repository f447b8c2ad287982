import { expect, test } from 'vitest';
import { stampDocx } from '../../src/io/stamp/office/stamp-docx.js';
import { changedParts, partOf, stampBytes } from '../helpers/documents/stamped.js';
import { paragraph, reference, section, sectionEnd, wordFile } from '../helpers/documents/word.js';

const NAME = '01：创建领导小组文件';
const stamped = async (bytes: Buffer, text = NAME) =>
  (await stampBytes(stampDocx, bytes, text)).bytes;
const numbered = wordFile({
  body: paragraph('正文') + section(reference('default', 'rId7')),
  footers: { rId7: paragraph('第 1 页') },
});

test('a document without a footer gets one, and all that makes it part of the document', async () => {
  const plain = wordFile();
  expect(await changedParts(plain, await stamped(plain))).toEqual([
    '[Content_Types].xml',
    'word/_rels/document.xml.rels',
    'word/document.xml',
    'word/footer1.xml',
  ]);
});

test('a footer that is there keeps what it holds and bears the name besides', async () => {
  const footer = await partOf(await stamped(numbered), 'word/footer1.xml');
  expect(footer.replace(/<w:p><w:pPr>(?:(?!<w:p>).)*<w:framePr.*?<\/w:p>/, '')).toBe(
    await partOf(numbered, 'word/footer1.xml'),
  );
  expect(footer).toContain(NAME);
});

test('nothing but the footer is changed when there is one', async () => {
  expect(await changedParts(numbered, await stamped(numbered))).toEqual(['word/footer1.xml']);
});

test('a second time nothing is written', async () => {
  expect(await stampBytes(stampDocx, await stamped(numbered), NAME)).toMatchObject({
    stamped: { did: 'same' },
  });
});

test('under another name it is as if it had never had the first', async () => {
  for (const document of [numbered, wordFile()]) {
    const other = '02：2020年度工作计划 & 总结';
    expect(
      (await stamped(await stamped(document), other)).equals(await stamped(document, other)),
    ).toBe(true);
  }
});

test('the name that is replaced is told', async () => {
  expect(await stampBytes(stampDocx, await stamped(numbered), '02：总结')).toMatchObject({
    stamped: { did: 'stamped', before: [NAME] },
  });
});

test('every first page has a footer of its own: not all programs inherit it over a section without', async () => {
  const title = '<w:titlePg/>';
  const body = [
    ...[paragraph('一'), sectionEnd('', title)],
    ...[paragraph('二'), sectionEnd()],
    ...[paragraph('三'), section('', title)],
  ];
  const document = wordFile({ body: body.join('') });
  const xml = await partOf(await stamped(document), 'word/document.xml');
  expect(xml.match(/<w:sectPr.*?<\/w:sectPr>/g)?.map((each) => /type="first"/.test(each))).toEqual([
    true,
    false,
    true,
  ]);
});

/** LibreOffice prints a footer once for each section of a page that has it. */
test('a new footer is inherited by sections that go on on the same page', async () => {
  const goesOn = '<w:type w:val="continuous"/>';
  const body = [paragraph('一'), sectionEnd('', goesOn), paragraph('二'), section('', goesOn)];
  const document = wordFile({ body: body.join('') });
  const xml = await partOf(await stamped(document), 'word/document.xml');
  expect(xml.match(/type="default"/g)).toHaveLength(1);
});

test('whatever ordinary text is said to be, the name says of itself that it is not', async () => {
  const footer = await partOf(await stamped(wordFile()), 'word/footer1.xml');
  const [, block = '', letters = ''] =
    /<w:pPr>(.*?)<\/w:pPr>.*?<w:rPr>(.*?)<\/w:rPr><w:t/.exec(footer) ?? [];
  const named = (xml: string) => new Set([...xml.matchAll(/<w:(\w+)/g)].map(([, name]) => name));
  expect(
    [
      ...'numPr suppressLineNumbers pBdr shd bidi spacing ind jc outlineLvl vanish'.split(' '),
    ].filter((each) => !named(block).has(each)),
  ).toEqual([]);
  expect(
    'b i caps smallCaps strike dstrike outline shadow emboss imprint vanish webHidden color spacing w kern position sz highlight u effect bdr shd vertAlign rtl cs em lang eastAsianLayout specVanish'
      .split(' ')
      .filter((each) => !named(letters).has(each)),
  ).toEqual([]);
});

test('who writes beside the name in a footer of ours sees what is written', async () => {
  const footer = await partOf(await stamped(wordFile()), 'word/footer1.xml');
  expect(footer.slice(footer.indexOf('</w:p>'))).not.toContain('FFFFFF');
});

/** As a download leaves it. */
test('a document with something behind the end of its zip becomes one without', async () => {
  const document = Buffer.concat([numbered, Buffer.from('\r\n')]);
  expect(await changedParts(numbered, await stamped(document))).toEqual(['word/footer1.xml']);
});
