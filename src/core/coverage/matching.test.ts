import fc from 'fast-check';
import { expect, test } from 'vitest';
import { FLAWED, MAY, SURE } from './flaws.js';
import { Matching, type Demand } from './matching.js';

const sure = (...buckets: number[]) => buckets.map((bucket) => ({ bucket, level: SURE }));
const demand = (need: number, ...buckets: number[]): Demand => ({ need, edges: sure(...buckets) });
const filled = (sizes: number[], demands: Demand[]) => {
  const matching = new Matching(sizes, demands).fill(SURE);
  return demands.map((_, at) => matching.filled(at));
};

test('an earlier slot gives up what it has when it can have something else', () => {
  expect(filled([1, 1], [demand(1, 0, 1), demand(1, 0)])).toEqual([1, 1]);
});

test('an earlier slot keeps what it has when there is nothing else', () => {
  expect(filled([1], [demand(1, 0), demand(1, 0)])).toEqual([1, 0]);
});

test('a bucket serves as many slots as it has evidence', () => {
  expect(filled([5], [demand(2, 0), demand(4, 0)])).toEqual([2, 3]);
});

test('what only may count is left for the second round', () => {
  const demands = [{ need: 2, edges: [...sure(0), { bucket: 1, level: MAY }] }];
  const matching = new Matching([1, 1], demands);
  expect([matching.fill(SURE).filled(0), matching.fill(MAY).filled(0)]).toEqual([1, 2]);
});

test('two of one day count once', () => {
  const days = ['2020-03-01', '2020-03-01', '2020-04-01'];
  expect(filled([1, 1, 1], [{ ...demand(3, 0, 1, 2), days }])).toEqual([2]);
});

test('a day gives way within itself for another slot', () => {
  const days = ['2020-03-01', '2020-03-01'];
  expect(filled([1, 1], [{ ...demand(1, 0, 1), days }, demand(1, 0)])).toEqual([1, 1]);
});

test('what is left goes to the first that can have it, as long as the others keep what they need', () => {
  const matching = new Matching([5, 1], [demand(1, 0), demand(1, 0, 1)]).fill(SURE).extend();
  expect([matching.filled(0), matching.filled(1)]).toEqual([5, 1]);
});

test('what each edge carries adds up to what is filled', () => {
  expect(new Matching([1, 5], [demand(3, 0, 1)]).fill(SURE).carried(0)).toEqual([1, 2]);
});

const network = fc.record({
  sizes: fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 1, maxLength: 6 }),
  demands: fc.array(
    fc.record({
      need: fc.integer({ min: 0, max: 3 }),
      edges: fc.array(fc.nat(5), { maxLength: 6 }),
    }),
    { maxLength: 6 },
  ),
});
const demandsOf = ({ sizes, demands }: typeof network extends fc.Arbitrary<infer T> ? T : never) =>
  demands.map(({ need, edges }) =>
    demand(need, ...new Set(edges.filter((edge) => edge < sizes.length))),
  );

/** How many slots of the first demands can be filled at most, by trying every way. */
function most(sizes: readonly number[], demands: readonly Demand[]): number {
  const slots = demands.flatMap(({ need, edges }) => Array.from({ length: need }, () => edges));
  const best = (at: number, left: readonly number[]): number => {
    if (at === slots.length) return 0;
    let found = best(at + 1, left);
    for (const { bucket } of slots[at] ?? []) {
      if ((left[bucket] ?? 0) === 0) continue;
      const rest = left.map((size, each) => (each === bucket ? size - 1 : size));
      found = Math.max(found, 1 + best(at + 1, rest));
    }
    return found;
  };
  return best(0, sizes);
}

test('as many slots of the first demands are filled as there can be, however many follow', () => {
  const small = network.filter(
    ({ demands }) => demands.reduce((sum, { need }) => sum + need, 0) <= 6,
  );
  fc.assert(
    fc.property(small, (given) => {
      const demands = demandsOf(given);
      const got = filled(given.sizes, demands);
      for (const at of demands.keys()) {
        const sum = got.slice(0, at + 1).reduce((a, b) => a + b, 0);
        expect(sum).toBe(most(given.sizes, demands.slice(0, at + 1)));
      }
    }),
  );
});

test('the order in which evidence is tried does not change what is filled', () => {
  fc.assert(
    fc.property(network, (given) => {
      const demands = demandsOf(given);
      const turned = demands.map((each) => ({ ...each, edges: each.edges.toReversed() }));
      expect(filled(given.sizes, turned)).toEqual(filled(given.sizes, demands));
    }),
  );
});

test('more evidence empties no slot', () => {
  fc.assert(
    fc.property(network, fc.nat(5), (given, more) => {
      const demands = demandsOf(given);
      const sizes = given.sizes.map((size, at) => size + Number(at === more));
      const before = filled(given.sizes, demands);
      expect(filled(sizes, demands).every((count, at) => count >= (before[at] ?? 0))).toBe(true);
    }),
  );
});

test('fifty thousand buckets of one day each are filled in no time', () => {
  const sizes = Array.from({ length: 50_000 }, () => 1);
  const all = { need: 3, edges: sure(...sizes.keys()) };
  const matching = new Matching(sizes, [all, { ...all, need: 40_000 }, all]).fill(FLAWED).extend();
  expect(matching.filled(0) + matching.filled(1)).toBe(50_000 - 3);
});
