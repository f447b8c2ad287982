import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bashWord, parseBashLine } from './bash-line.js';
import { fishText } from './fish.js';
import { powerShellText, powerShellWord } from './power-shell.js';

const BREAKS = ` \t\n"'><=;|&(:`;

/** What shells read in their own way, and what archives are full of. */
const word = fc
  .array(fc.constantFrom(...Array.from(` "'\`\\$&|;()<>*?[]{}!#~^=:@：（）Ⅱ一办-a.1`)), {
    minLength: 1,
  })
  .map((characters) => characters.join(''));

describe('bash', () => {
  test.each(['', '"', "'"])('a word that is written after %s is read back as it was', (quote) => {
    fc.assert(
      fc.property(word, (text) => {
        const line = `dangan add ${quote}`;
        const { current } = parseBashLine(line, BREAKS);
        const written = line + bashWord(text, current) + quote;
        expect(parseBashLine(`${written} `, BREAKS).words).toEqual(['dangan', 'add', text]);
      }),
    );
  });

  test.each([
    ['dangan ch', ['dangan'], 'ch', 0],
    ['dangan  check ', ['dangan', 'check'], '', 0],
    ['dangan a\\ b', ['dangan'], 'a b', 0],
    ['dangan "a b" c', ['dangan', 'a b'], 'c', 0],
    ['dangan --format=j', ['dangan'], '--format=j', 9],
    ['dangan 3.2:甲', ['dangan'], '3.2:甲', 4],
    ['dangan 3.2\\:甲', ['dangan'], '3.2:甲', 0],
    ['dangan --to="3:', ['dangan'], '--to=3:', 5],
    ['dangan "" x', ['dangan', ''], 'x', 0],
    ['dangan "\\a"x', ['dangan'], '\\ax', 0],
  ])('%s', (line, words, text, kept) => {
    expect(parseBashLine(line, BREAKS)).toMatchObject({ words, current: { text, kept } });
  });
});

test('a word of PowerShell is read back as it was', () => {
  fc.assert(
    fc.property(word, (text) => {
      expect(powerShellText(powerShellWord(text))).toBe(text);
    }),
  );
});

test.each([
  ['机关\\ 党', '机关 党'],
  ["'机关 党", '机关 党'],
  ['"a\\"b', 'a"b'],
  ["'a\\b", 'a\\b'],
  ["a'b c'd", 'ab cd'],
])('of fish, %s is %s', (typed, text) => {
  expect(fishText(typed)).toBe(text);
});
