import { expect, test } from 'vitest';
import { diffTags } from './tags.js';

const packed = { 'index.html': 'a', 'checks.json': 'b', 'bag-info.txt': 'c', 'index.json': 'd' };
const tags = (more: object = {}) => new Map<string, string>(Object.entries({ ...packed, ...more }));

test('of what is beside the evidence it is told what differs, without the lists that follow', () => {
  const now = tags({ 'index.html': 'x', 'checks.json': 'y', 'index.json': 'z', '说明.txt': 'w' });
  expect(diffTags(tags(), now)).toEqual({
    paths: ['checks.json', 'index.html', '说明.txt'],
    isPageAlone: false,
  });
});

test('a page that differs alone was not made so by packing', () => {
  expect(diffTags(tags(), tags({ 'index.html': 'x' }))?.isPageAlone).toBe(true);
  // Another day or program makes another page.
  expect(diffTags(tags(), tags({ 'index.html': 'x', 'bag-info.txt': 'y' }))?.isPageAlone).toBe(
    false,
  );
});

test('nothing is told of bundles that are alike, nor of an archive, which has none of it', () => {
  expect([diffTags(tags(), tags()), diffTags(tags(), undefined)]).toEqual([undefined, undefined]);
});
