import fc from 'fast-check';
import { expect, test } from 'vitest';
import { countText } from './text-counter.js';
import { countWordText } from './word-text.js';

const W = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const MC = 'http://schemas.openxmlformats.org/markup-compatibility/2006';

const countOf = (body: string) =>
  countWordText(
    `<?xml version="1.0"?><w:document xmlns:w="${W}" xmlns:mc="${MC}">${body}</w:document>`,
  );
const run = (text: string) => `<w:r><w:t>${text}</w:t></w:r>`;

test('punctuation counts, blanks of any width do not', () => {
  expect(countOf(run('第一、 创建\u3000工作。\u00a0\t\n'))).toBe(8);
});

test('a reference is one character, and none when it is a blank', () => {
  expect(countOf(run('&lt;&#x4e2d;&#20013;&#160;&#xA0;&amp;'))).toBe(4);
});

test('a character of two units is one', () => {
  expect(countOf(run('𠮷野家'))).toBe(3);
});

test('text between the tags of other elements is not counted', () => {
  expect(countOf(`${run('一')}<w:p> 二 </w:p><w:instrText>PAGE</w:instrText>`)).toBe(1);
});

test('what was deleted or moved away is not counted, what came instead is', () => {
  const changes =
    `<w:del><w:r><w:delText>旧的</w:delText></w:r></w:del><w:ins>${run('新')}</w:ins>` +
    `<w:moveFrom>${run('移走')}</w:moveFrom><w:moveTo>${run('移来')}</w:moveTo>`;
  expect(countOf(changes)).toBe(3);
});

test('what a field shows is counted, its instruction is not', () => {
  const field = `<w:r><w:instrText> DATE </w:instrText></w:r>${run('2020年')}`;
  expect(countOf(field)).toBe(5);
});

test('a text box is counted once', () => {
  const box = (inside: string) => `<w:txbxContent><w:p>${run(inside)}</w:p></w:txbxContent>`;
  const twice = `<mc:AlternateContent><mc:Choice>${box('方框')}</mc:Choice><mc:Fallback>${box('方框')}</mc:Fallback></mc:AlternateContent>`;
  expect(countOf(`<w:p><w:r>${twice}</w:r></w:p>`)).toBe(2);
});

test('hidden text is not counted', () => {
  const hidden = (vanish: string) =>
    `<w:r><w:rPr>${vanish}</w:rPr><w:t>隐藏</w:t></w:r>${run('可见的')}`;
  expect(countOf(hidden('<w:vanish/>'))).toBe(3);
  expect(countOf(hidden('<w:vanish w:val="0"/>'))).toBe(5);
});

test('the pinyin above a character is not counted', () => {
  const ruby = `<w:ruby><w:rt>${run('hàn')}</w:rt><w:rubyBase>${run('汉')}</w:rubyBase></w:ruby>`;
  expect(countOf(ruby)).toBe(1);
});

test('a prefix is what the document declares', () => {
  const strict = 'http://purl.oclc.org/ooxml/wordprocessingml/main';
  expect(
    countWordText(`<x:document xmlns:x="${strict}"><x:r><x:t>严格</x:t></x:r></x:document>`),
  ).toBe(2);
  expect(countWordText(`<document xmlns='${W}'><r><t>缺省</t></r></document>`)).toBe(2);
});

test('comments, instructions and CDATA are read as XML has them', () => {
  expect(
    countOf('<!-- <w:t>注</w:t> --><w:r><w:t><![CDATA[<甲&乙>]]></w:t></w:r><?x <w:t>丙</w:t> ?>'),
  ).toBe(5);
});

test('a sign in quotes does not end a tag', () => {
  expect(countOf(`<w:p w:x="a>b" w:y='c>"d'>${run('段')}</w:p>`)).toBe(1);
});

test.each([
  '<w:document',
  '<a><!-- ',
  '<a><![CDATA[',
  '<!DOCTYPE a [<!ENTITY b "c">]><a/>',
  '<a b="',
])('what is cut off, or has a document type, is refused: %s', (xml) => {
  expect(() => countWordText(xml)).toThrow();
});

test('as many are counted as were written', () => {
  const escaped = (text: string) =>
    text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
  fc.assert(
    fc.property(fc.array(fc.string({ unit: 'grapheme' })), (texts) => {
      expect(countOf(texts.map((text) => run(escaped(text))).join(''))).toBe(
        texts.reduce((sum, text) => sum + countText(text), 0),
      );
    }),
  );
});

test('long documents take as long as they are long', () => {
  const began = performance.now();
  expect(countOf(`<w:p ${'a'.repeat(5e6)}>${run('字 '.repeat(2e6))}</w:p>`)).toBe(2e6);
  expect(performance.now() - began).toBeLessThan(5000);
});
