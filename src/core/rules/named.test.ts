import { expect, test } from 'vitest';
import { rulesNamed } from './named.js';

const IDS = ['name-pattern', 'name-separator', 'tree-link'] as const;

test.each([
  ['name-pattern', ['name-pattern']],
  ['name', ['name-pattern', 'name-separator']],
  ['name-*', ['name-pattern', 'name-separator']],
  ['nam', []],
  ['name-', []],
  ['', []],
  ['*', []],
])('%s names %j', (word, ids) => {
  expect(rulesNamed(word, IDS)).toEqual(ids);
});
