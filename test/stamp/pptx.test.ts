import { expect, test } from 'vitest';
import { readOfficeStamp } from '../../src/io/stamp/office/read-office-stamp.js';
import { stampPptx } from '../../src/io/stamp/office/stamp-pptx.js';
import { A, presentation, slideXml } from '../helpers/documents/office.js';
import { changedParts, onDisk, partOf, stampBytes } from '../helpers/documents/stamped.js';

const NAME = '01：汇报材料';
const SLIDE = 'ppt/slides/slide1.xml';
const stamped = async (bytes: Buffer, text = NAME) =>
  (await stampBytes(stampPptx, bytes, text)).bytes;
const left = async (bytes: Buffer) => (await stampBytes(stampPptx, bytes, NAME)).stamped;

test('every slide bears the name, and nothing else is changed', async () => {
  const two = presentation([slideXml(), slideXml()]);
  expect(await changedParts(two, await stamped(two))).toEqual([
    'ppt/slides/slide1.xml',
    'ppt/slides/slide2.xml',
  ]);
});

test('it is the last shape, with a number of its own', async () => {
  const picture = '<p:pic><p:nvPicPr><p:cNvPr id="41" name="图"/></p:nvPicPr></p:pic>';
  const xml = await partOf(await stamped(presentation([slideXml(picture, '<p:extLst/>')])), SLIDE);
  expect(xml).toMatch(/<\/p:pic><p:sp>.*id="42".*<\/p:sp><p:extLst\/>/);
});

test('it is at the lower right corner, whatever the size of the slide', async () => {
  const xml = await partOf(await stamped(presentation([slideXml()])), SLIDE);
  expect(xml).toContain('<a:off x="228600" y="6718300"/><a:ext cx="11734800" cy="127000"/>');
});

test('where text is written from right to left, the name is not', async () => {
  const xml = await partOf(await stamped(presentation([slideXml()])), SLIDE);
  expect(xml).toContain('algn="r" rtl="0"');
});

test('prefixes that are not declared are declared', async () => {
  const xml = slideXml().replace(` xmlns:a="${A}"`, '');
  expect(await partOf(await stamped(presentation([xml])), SLIDE)).toContain(
    `<p:sp xmlns:a="${A}">`,
  );
});

test('a second time nothing is written, and another name replaces it wholly', async () => {
  const two = presentation([slideXml(), slideXml()]);
  const once = await stamped(two);
  expect(await left(once)).toEqual({ did: 'same' });
  expect((await stamped(once, '02')).equals(await stamped(two, '02'))).toBe(true);
});

test('our line stays where its owner moved it', async () => {
  const once = await stamped(presentation([slideXml()]));
  const xml = (await partOf(once, SLIDE)).replace('y="6718300"', 'y="100"');
  const again = await partOf(await stamped(presentation([xml]), '02'), SLIDE);
  expect(again).toBe(xml.replace(NAME, '02'));
});

test('a presentation is left alone that is protected, or has no slide', async () => {
  expect(await left(presentation([slideXml()], '<p:modifyVerifier/>'))).toMatchObject({
    because: 'protected',
  });
  expect(await left(presentation([]))).toMatchObject({ because: 'no-pages' });
});

test('what slides bear is read', async () => {
  const first = await partOf(await stamped(presentation([slideXml()])), SLIDE);
  const read = (slides: readonly string[]) => onDisk(presentation(slides), readOfficeStamp);
  expect(await read([first, first])).toEqual({ names: [NAME], everywhere: true });
  expect(await read([first, slideXml()])).toEqual({ names: [NAME], everywhere: false });
});
