import fc from 'fast-check';
import { expect, test } from 'vitest';
import { countText, TextCounter } from './text-counter.js';

test.each([
  ['会议纪要', 4],
  ['会议，纪要。', 6],
  ['2020年work', 3],
  ['做好 2020 年 work。', 6],
  ['a,b c-d.', 2],
  ['don’t “quote” it', 3],
  ['他说：“好”……', 8],
  ['①通知 ②方案', 6],
  ['“标题”abc', 5],
  ['— …', 2],
  ['𠮷野家', 3],
  ['ＡＢ１２', 4],
  ['안녕하세요', 5],
  ['カタカナ', 4],
  ['soft\u00adhyphen zero\u200bwidth', 2],
  ['', 0],
  [' \u3000\n', 0],
])('as Word counts them, %j has %i words', (text, words) => {
  expect(countText(text).words).toBe(words);
});

test('however a text is cut, it is as long', () => {
  const piece = fc.oneof(
    fc.constantFrom('中', '，', 'a', '1', ' ', '“', '”', '—', '①', '\n'),
    fc.string({ unit: 'binary' }),
  );
  fc.assert(
    fc.property(fc.array(piece), (pieces) => {
      const counter = new TextCounter();
      for (const text of pieces) counter.add(text);
      expect(counter.total()).toEqual(countText(pieces.join('')));
    }),
  );
});

test('a text in XML is as long as the text that it stands for', () => {
  const escaped = (text: string) =>
    Array.from(text, (each) => `&#${each.codePointAt(0) ?? 0};`).join('');
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      const [counter, xml] = [new TextCounter(), escaped(text)];
      counter.addXml(xml, 0, xml.length);
      expect(counter.total()).toEqual(countText(text));
    }),
  );
});

test('there are never more words than characters', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const { characters, words } = countText(text);
      expect(words).toBeLessThanOrEqual(characters);
    }),
  );
});
