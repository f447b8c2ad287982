import fc from 'fast-check';
import { expect, test } from 'vitest';
import { countText, TextCounter } from './text-counter.js';

test.each([
  ['会议，纪要。', 6],
  ['做好 2020 年 work。', 12],
  ['don’t “quote” it', 14],
  ['— …①', 3],
  ['𠮷野家', 3],
  ['ＡＢ１２', 4],
  ['안녕하세요', 5],
  ['soft\u00adhyphen zero\u200bwidth', 19],
  ['', 0],
  [' \u3000\n', 0],
])('as Word counts them without blanks, %j has %i characters', (text, characters) => {
  expect(countText(text)).toBe(characters);
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
      expect(counter.characters).toBe(countText(pieces.join('')));
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
      expect(counter.characters).toBe(countText(text));
    }),
  );
});
