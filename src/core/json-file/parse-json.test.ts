import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { linesOf } from '../yaml-file/lines.js';
import { valueOf } from '../yaml-file/node.js';
import { parseJson } from './parse-json.js';

const faultIn = (text: string) => {
  const parsed = parseJson(text);
  if ('root' in parsed) return undefined;
  const { line, column } = linesOf(text)(parsed.offset);
  return `${line}:${column} ${'expected' in parsed.fault ? parsed.fault.expected : parsed.fault.fault}`;
};

test('what JSON.parse reads is read alike', () => {
  // An object of ours has no prototype, so that it is compared as text; `-0` has no other text than `0`.
  fc.assert(
    fc.property(fc.json({ noUnicodeString: false }), fc.nat(3), (text, indent) => {
      const value: unknown = JSON.parse(text);
      const parsed = parseJson(JSON.stringify(value, undefined, indent));
      expect('root' in parsed && JSON.stringify(valueOf(parsed.root))).toBe(JSON.stringify(value));
    }),
  );
});

test('what JSON.parse refuses is refused, and the other way round', () => {
  const broken = fc
    .tuple(fc.json(), fc.nat(), fc.constantFrom('', ',', '"', '}', ']', ':', '\\', 'x', '\n', '0'))
    .map(([text, at, mark]) => {
      const place = at % (text.length + 1);
      return text.slice(0, place) + mark + text.slice(place + 1);
    });
  const reads = (text: string) => {
    try {
      JSON.parse(text);
      return true;
    } catch {
      return false;
    }
  };
  fc.assert(
    fc.property(broken, (text) => {
      const fault = faultIn(text);
      // A key that is given twice is what JSON.parse lets pass.
      fc.pre(fault?.endsWith('twice') !== true);
      expect(fault === undefined).toBe(reads(text));
    }),
    { numRuns: 2000 },
  );
});

test.each([
  ['', '1:1 value'],
  ['{\n  "a": 1,\n}', '3:1 key'],
  ['{"a": 1 "b": 2}', '1:9 comma-or-brace'],
  ['[1 2]', '1:4 comma-or-bracket'],
  ['{“a”: 1}', '1:2 key'],
  ['{"a"：1}', '1:5 colon'],
  ['{"a": "x\n}', '1:7 text'],
  ['{"a": "\\x"}', '1:7 escape'],
  ['{"a": 1,\n "a": 2}', '2:2 twice'],
  ['{} // note', '1:4 end'],
  ['// note\n{}', '1:1 value'],
  ['01', '1:2 end'],
  ['['.repeat(5000), '1:102 deep'],
])('%j: %s', (text, told) => {
  expect(faultIn(text)).toBe(told);
});

test('a text of a megabyte is no trouble', () => {
  expect(faultIn(JSON.stringify('甲'.repeat(1 << 20)))).toBeUndefined();
});
