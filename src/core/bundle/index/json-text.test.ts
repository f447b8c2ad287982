import fc from 'fast-check';
import { expect, test } from 'vitest';
import { evidenceJson } from './index-json.js';
import { jsonText } from './json-text.js';

const text = fc.oneof(fc.string({ unit: 'binary' }), fc.string());
/** Any sixteen bits, lone halves of pairs among them. */
const units = fc
  .array(fc.integer({ min: 0, max: 0xffff }))
  .map((codes) => String.fromCharCode(...codes));

test('a text is written as JSON.stringify writes it', () => {
  fc.assert(
    fc.property(fc.oneof(text, units), (each) => {
      expect(jsonText(each)).toBe(JSON.stringify(each));
    }),
  );
});

test('a row of the index is written as JSON.stringify writes it', () => {
  const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined });
  const row = fc.record({
    path: text,
    indicator: maybe(text),
    ordinal: maybe(fc.nat()),
    title: maybe(text),
    ledger: maybe(fc.constant(true as const)),
    bytes: fc.nat(),
    sha256: text,
    original: maybe(text),
    created: maybe(text),
    taken: maybe(text),
    characters: maybe(fc.nat()),
  });
  fc.assert(
    fc.property(row, (each) => {
      expect(evidenceJson(each)).toBe(JSON.stringify(each));
    }),
  );
});
