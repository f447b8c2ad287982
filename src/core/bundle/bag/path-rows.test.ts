import fc from 'fast-check';
import { expect, test } from 'vitest';
import { PathRows } from './path-rows.js';

const paths = fc.uniqueArray(fc.string({ maxLength: 3 }), { maxLength: 30 });

const rowsOf = (list: readonly string[]) => {
  const rows = new PathRows();
  for (const [row, path] of list.entries()) rows.set(path, row);
  return rows;
};

test('it answers like a map, in whichever order it is filled and asked', () => {
  fc.assert(
    fc.property(paths, fc.array(fc.string({ maxLength: 3 })), (list, asked) => {
      const [rows, map] = [rowsOf(list), new Map(list.map((path, row) => [path, row]))];
      const all = [...asked, ...list];
      expect(all.map((path) => rows.get(path))).toEqual(all.map((path) => map.get(path)));
      expect(new Map(rows)).toEqual(map);
    }),
  );
});

test('what is put in twice keeps its first row', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom('a', 'b', 'c', 'd', 'e')), (list) => {
      const rows = new PathRows();
      const before = list.map((path, row) => rows.put(path, row));
      const first = list.map((path) => list.indexOf(path));
      expect(before).toEqual(first.map((row, at) => (row === at ? undefined : row)));
    }),
  );
});

test('each path is given once, with its row', () => {
  fc.assert(
    fc.property(paths, (list) => {
      const rows = rowsOf(list);
      expect(rows.size).toBe(list.length);
      expect([...rows.keys()].sort()).toEqual([...list].sort());
      expect([...rows.values()].sort((a, b) => a - b)).toEqual(list.map((_, row) => row));
    }),
  );
});
