import fc from 'fast-check';
import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { readSimple } from './yaml-simple.js';
import { parseAny, parseYaml } from './yaml.js';

const NO_KEYS = { all: new Set<string>(), maps: new Set<string>(), lists: new Set<string>() };
const KEYS = { all: new Set(['a', '甲']), maps: new Set(['甲']), lists: new Set(['a']) };

const told = ({ root, value, problems, broken, edits }: ReturnType<typeof parseYaml>) => ({
  root,
  value,
  problems,
  broken,
  edits,
});

/** Pieces of which simple files are made, and some that a slip of the hand makes. */
const pieces = fc.array(
  fc.constantFrom(
    ...['a', '甲', 'bc', '1.10', '"x"', "'y z'", 'a: ', 'b: ', '甲: ', '"k": ', 'a:', 'c:d', '：'],
    ...['\n', '\n', '\n', '\n  ', '\n  ', '\n    ', '\n- ', '\n- ', '\n  - ', '\n  - ', '\n\n'],
    ...['- ', '-', '{ ', ' }', '{', '}', '[', ']', ', ', ',', ' #x', '#', ' ', '\n# c\n', '""'],
    ...['|', '>', '&a ', '*a', '!', '?', '~', "''", '"', '\\', '<<: ', '---', '...', '\t', '\r\n'],
  ),
  { maxLength: 24 },
);

test('what it reads is what the parser reads', () => {
  fc.assert(
    fc.property(pieces, fc.constantFrom(NO_KEYS, KEYS), (words, known) => {
      const text = `a: 1\n${words.join('')}`;
      expect(told(parseYaml(text, known))).toEqual(told(parseAny(text, known)));
    }),
    { numRuns: 3000 },
  );
});

test('of several lines of entries, too', () => {
  const scalar = fc.constantFrom(
    'x',
    '甲：乙',
    '1.5',
    '"1.1"',
    "'s'",
    'a b',
    '10:30',
    'v #c',
    'v#c',
  );
  const flow = fc.oneof(
    fc.array(scalar, { maxLength: 3 }).map((items) => `[${items.join(', ')}]`),
    fc
      .array(scalar, { maxLength: 3 })
      .map((all) => `{ ${all.map((v, i) => `k${i}: ${v}`).join(', ')} }`),
    fc
      .array(scalar, { maxLength: 3 })
      .map((all) => `{ ${all.map((v, i) => `k${i}: ${v}`).join(',\n      ')} }`),
  );
  const line = fc.tuple(
    fc.constantFrom('', '', '  ', '  ', '    ', '      '),
    fc.constantFrom('', '', '', '- ', '-   '),
    fc.constantFrom('a: ', 'b: ', 'c: ', 'd: >-', 'e: |', 'g: >', '"f": ', ''),
    fc.oneof(scalar, flow, fc.constant('')),
  );
  fc.assert(
    fc.property(fc.array(line, { maxLength: 8 }), fc.constantFrom('\n', '\r\n'), (lines, end) => {
      const texts = ['top:', ...lines.map((each) => each.join('').replace(/\n.*$/s, '')), ''];
      const text = texts.join(end);
      expect(told(parseYaml(text, KEYS))).toEqual(told(parseAny(text, KEYS)));
    }),
    { numRuns: 3000 },
  );
});

const examples = readdirSync('examples').filter((name) => !name.includes('.'));

test.each(examples)('%s is simple, and read as the parser reads it', (name) => {
  const text = readFileSync(`examples/${name}/criteria.yaml`, 'utf8');
  expect(readSimple(text)).toBeDefined();
  expect(told(parseYaml(text))).toEqual(told(parseAny(text, NO_KEYS)));
});

test('so are the line ends of Windows', () => {
  const text = 'a:  # x\r\n  - b: 1\r\n    c: { d: 2,\r\n        e: [] }\r\n\r\n  - "f"\r\n';
  expect(readSimple(text)).toBeDefined();
  expect(told(parseYaml(text))).toEqual(told(parseAny(text, NO_KEYS)));
});

test.each([
  ['an anchor', 'a: &x 1\n'],
  ['an alias', 'a: *x\n'],
  ['block text with a blank line', 'a: |\n  one\n\n  two\n'],
  ['text that goes on', 'a: one\n  two\n'],
  ['an empty value', 'a:\nb: 1\n'],
  ['a full-width colon after a key', 'a： 1\n'],
  ['a colon in an item', '- a:b\n'],
  ['a tab', 'a:\t1\n'],
  ['a key given twice', 'a: 1\na: 2\n'],
  ['a second document', 'a: 1\n---\nb: 1\n'],
])('%s is left to the parser', (_, text) => {
  expect(readSimple(text)).toBeUndefined();
});
