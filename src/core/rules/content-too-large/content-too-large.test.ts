import { expect, test } from 'vitest';
import { archiveFromTree } from '../../../../test/helpers/archive-of.js';
import { contentTooLarge } from './index.js';

const found = (tree: string) =>
  [...contentTooLarge.check(archiveFromTree(tree))].map(({ data }) => data);

test('without a limit nothing is too large', () => {
  expect(found('1 甲/\n  01：录像.mp4 = mp4 900GB\n')).toEqual([]);
});

test('the limit itself is allowed', () => {
  const tree =
    '# settings: contents.largest = 2000\n1 甲/\n  01：一.pdf = pdf 2000\n  02：二.pdf = pdf 2001\n';
  expect(found(tree)).toEqual([{ bytes: 2001, largest: 2000 }]);
});
