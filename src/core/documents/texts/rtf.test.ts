import { expect, test } from 'vitest';
import { gbkOf } from '../../../io/samples/gbk.js';
import { readRtf } from './rtf.js';

const read = (rtf: string) => readRtf(Buffer.from(rtf, 'latin1'));
const charactersOf = (rtf: string) => read(`{\\rtf1\\ansi ${rtf}}`).characters;
const hexOf = (text: string) =>
  Array.from(gbkOf(text), (byte) => `\\'${byte.toString(16).padStart(2, '0')}`).join('');

test('text in Unicode is counted, what stands there for old programs is not', () => {
  expect(charactersOf("\\u20250\\'3f\\u-29254? ok")).toBe(4);
  expect(charactersOf('\\uc0\\u20250\\u35758 a')).toBe(3);
  expect(charactersOf("\\uc2\\u20250\\'bb\\'e1\\u35758\\'d2\\'e9")).toBe(2);
});

test('text in the encoding of the document or of its font is counted', () => {
  const font = "{\\fonttbl{\\f0\\fnil\\fcharset0 Arial;}{\\f1\\fnil\\fcharset134 \\'cb\\'ce;}}";
  expect(charactersOf(`\\ansicpg936 ${hexOf('会议')}\\par ok`)).toBe(4);
  expect(charactersOf(`${font}\\f1 ${hexOf('会议')}\\f0 ok`)).toBe(4);
});

test.each([
  ['a header', '{\\header {\\par 页眉}}'],
  ['a style', '{\\stylesheet{\\s0 Normal;}}'],
  ['a picture', '{\\pict\\pngblip 89504e47}'],
  ['bytes', '{\\pict\\bin7 {}\\{\\}}}'],
  ['an instruction', '{\\field{\\*\\fldinst PAGE}}'],
  ['a note', '{\\footnote note}'],
  ['hidden text', '{\\v hidden}'],
  ['deleted text', '{\\deleted old}'],
  ['a number that Word made', '{\\listtext 1.\\tab}'],
  ['what only newer programs know', '{\\*\\unknown text{inside}}'],
])('%s is not counted', (_, rtf) => {
  expect(charactersOf(`a${rtf}\\par b`)).toBe(2);
});

test('what a field shows is counted, and the text of a text box', () => {
  expect(charactersOf('{\\field{\\*\\fldinst PAGE}{\\fldrslt 12}}')).toBe(2);
  const box = '{\\shp{\\*\\shpinst{\\sp{\\sn a}{\\sv 1}}{\\shptxt box}}}';
  expect(charactersOf(box)).toBe(3);
});

test('signs written as words or with a backslash are counted', () => {
  expect(charactersOf('\\{a\\}\\emdash\\~\\_\\\\')).toBe(6);
});

test('a document tells its pages and when it was begun; its title and its author are no text', () => {
  const rtf = `{\\rtf1\\ansi\\ansicpg936{\\info{\\title ${hexOf('会议纪要')}}{\\author Li}{\\creatim\\yr2020\\mo3\\dy12\\hr8\\min30}{\\revtim\\yr2020\\mo4\\dy1}{\\nofpages3}{\\nofchars9}}{\\*\\generator Word;}text}`;
  expect(read(rtf)).toEqual({
    characters: 4,
    pages: 3,
    created: '2020-03-12',
  });
});

test('pages of a program that counted no characters are not known', () => {
  expect(read('{\\rtf1{\\info{\\nofpages1}{\\nofchars0}}text}').pages).toBeUndefined();
});

test.each([
  '{\\rtf1',
  '{\\rtf1 \\',
  "{\\rtf1 \\'",
  '{\\rtf1 \\u',
  '}}}}',
  '{\\rtf1 \\bin999999999 a',
])('what is cut off or does not fit is read as far as it goes: %s', (rtf) => {
  expect(read(rtf).characters).toBeLessThan(2);
});

test.each(['{', '}', '\\', '\\u1', "\\'b3", '{\\*\\a', '{\\fonttbl{\\f1\\fcharset134', '\\f1 a'])(
  'a long run of %s takes as long as it is long',
  (piece) => {
    const bytes = Buffer.from(`{\\rtf1 ${piece.repeat(2_000_000 / piece.length)}`, 'latin1');
    const began = performance.now();
    readRtf(bytes);
    expect(performance.now() - began).toBeLessThan(30_000);
  },
);
