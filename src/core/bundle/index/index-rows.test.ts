import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseIndexParts } from './index-rows.js';

const parts = (text: string) => parseIndexParts(Buffer.from(text), (row) => row);

/** As `formatIndex` lays it out. */
const laidOut = (head: object, rows: readonly unknown[]) =>
  `${JSON.stringify(head, undefined, 2).slice(0, -2)},\n  "evidence": [\n    ${rows
    .map((row) => JSON.stringify(row))
    .join(',\n    ')}\n  ]\n}\n`;

const row = fc.record({ path: fc.string(), bytes: fc.nat() });

test('rows are the same in whichever layout they are written', () => {
  fc.assert(
    fc.property(fc.array(row), fc.record({ unit: fc.string() }), (rows, head) => {
      const whole = JSON.stringify({ ...head, evidence: rows });
      expect(parts(laidOut(head, rows))?.rows).toEqual(rows);
      expect(parts(whole)?.rows).toEqual(rows);
    }),
  );
});

test('a list of many pieces is read to its end', () => {
  const rows = Array.from({ length: 9000 }, (_, at) => ({ path: `data/${at} },\n`, bytes: at }));
  expect(parts(laidOut({ unit: '某局' }, rows))).toMatchObject({ head: { unit: '某局' }, rows });
});

test('a text whose characters are changed is never read other than as a whole', () => {
  const text = laidOut({ unit: 'a' }, [{ path: 'b' }, { path: 'c' }]);
  const mark = fc.constantFrom('{', '}', '[', ']', ',', ':', '"', '\\', '\n', ' ', 'a');
  fc.assert(
    fc.property(fc.nat(text.length - 1), mark, fc.boolean(), (at, by, more) => {
      const changed = text.slice(0, at) + by + text.slice(more ? at : at + 1);
      let whole: { evidence?: unknown } | undefined;
      try {
        whole = JSON.parse(changed) as { evidence?: unknown };
      } catch {
        whole = undefined;
      }
      const evidence = Array.isArray(whole?.evidence) ? whole.evidence : undefined;
      expect(parts(changed)?.rows).toEqual(evidence);
    }),
    { numRuns: 3000 },
  );
});

test('bytes that are no UTF-8 are no index', () => {
  expect(parseIndexParts(Buffer.from([0x7b, 0xff, 0x7d]), (each) => each)).toBeUndefined();
});
