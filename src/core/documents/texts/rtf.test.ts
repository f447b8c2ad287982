import { expect, test } from 'vitest';
import { gbkOf } from '../../../io/samples/gbk.js';
import { readRtf } from './rtf.js';

const read = (rtf: string) => readRtf(Buffer.from(rtf, 'latin1'));
const lengthOf = (rtf: string) => read(`{\\rtf1\\ansi ${rtf}}`).length;
const hexOf = (text: string) =>
  Array.from(gbkOf(text), (byte) => `\\'${byte.toString(16).padStart(2, '0')}`).join('');

test('text in Unicode is counted, what stands there for old programs is not', () => {
  expect(lengthOf("\\u20250\\'3f\\u-29254? ok")).toEqual({ characters: 4, words: 3 });
  expect(lengthOf('\\uc0\\u20250\\u35758 a')).toEqual({ characters: 3, words: 3 });
  expect(lengthOf("\\uc2\\u20250\\'bb\\'e1\\u35758\\'d2\\'e9")).toEqual({
    characters: 2,
    words: 2,
  });
});

test('text in the encoding of the document or of its font is counted', () => {
  const font = "{\\fonttbl{\\f0\\fnil\\fcharset0 Arial;}{\\f1\\fnil\\fcharset134 \\'cb\\'ce;}}";
  expect(lengthOf(`\\ansicpg936 ${hexOf('会议')}\\par ok`)).toEqual({ characters: 4, words: 3 });
  expect(lengthOf(`${font}\\f1 ${hexOf('会议')}\\f0 ok`)).toEqual({ characters: 4, words: 3 });
});

test('a word may be in several groups, and ends with its paragraph, line or cell', () => {
  expect(lengthOf('{\\b me}{\\i eting}\\par two\\line three\\tab four\\cell five')).toMatchObject({
    words: 5,
  });
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
  expect(lengthOf(`a${rtf}\\par b`)).toEqual({ characters: 2, words: 2 });
});

test('what a field shows is counted, and the text of a text box', () => {
  expect(lengthOf('{\\field{\\*\\fldinst PAGE}{\\fldrslt 12}}')).toMatchObject({ characters: 2 });
  const box = '{\\shp{\\*\\shpinst{\\sp{\\sn a}{\\sv 1}}{\\shptxt box}}}';
  expect(lengthOf(box)).toMatchObject({ characters: 3, words: 1 });
});

test('signs written as words or with a backslash are counted', () => {
  expect(lengthOf('\\{a\\}\\emdash\\~\\_\\\\')).toMatchObject({ characters: 6 });
});

test('a document says what it is', () => {
  const rtf = `{\\rtf1\\ansi\\ansicpg936{\\info{\\title ${hexOf('会议纪要')}}{\\author Li}{\\creatim\\yr2020\\mo3\\dy12\\hr8\\min30}{\\revtim\\yr2020\\mo4\\dy1}{\\nofpages3}{\\nofchars9}}{\\*\\generator Word;}text}`;
  expect(read(rtf)).toEqual({
    length: { characters: 4, words: 1 },
    pages: 3,
    title: '会议纪要',
    author: 'Li',
    application: 'Word',
    created: '2020-03-12',
    modified: '2020-04-01',
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
  expect(read(rtf).length.characters).toBeLessThan(2);
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
