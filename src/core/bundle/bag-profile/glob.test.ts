import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { fitsAny } from './glob.js';

test.each([
  ['*', 'a/b.txt', true],
  ['*.xml', '目录.xml', true],
  ['*.xml', '目录.xml.exe', false],
  ['DPN/*', 'DPN/a/b', true],
  ['DPN/*', 'DPN', false],
  ['目录?.xml', '目录𠮷.xml', true],
  ['第[0-9]号', '第3号', true],
  ['第[!0-9]号', '第3号', false],
  ['[]a]', ']', true],
  ['a[b', 'a[b', true],
  ['a[b].txt', 'a[b].txt', true],
  ['data/', 'data/', true],
])('%s and %s: %s', (pattern, path, fits) => {
  expect(fitsAny([pattern])(path)).toBe(fits);
});

test('stars and questions are those of a regular expression', () => {
  const pattern = fc.string({ unit: fc.constantFrom('a', 'b', '/', '*', '?'), maxLength: 8 });
  const path = fc.string({ unit: fc.constantFrom('a', 'b', '/'), maxLength: 10 });
  fc.assert(
    fc.property(pattern, path, (glob, text) => {
      const source = glob.replaceAll('*', '.*').replaceAll('?', '.');
      expect(fitsAny([glob])(text)).toBe(new RegExp(`^${source}$`).test(text));
    }),
    { numRuns: 2000 },
  );
});

test('a pattern made to be slow is not', () => {
  const start = performance.now();
  fitsAny([`${'*a'.repeat(200)}b`])('a'.repeat(5000));
  expect(performance.now() - start).toBeLessThan(2000);
});
