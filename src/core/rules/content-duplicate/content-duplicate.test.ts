import { expect, test } from 'vitest';
import { archiveFromTree } from '../../../../test/helpers/archive-of.js';
import { contentDuplicate } from './index.js';

const found = (tree: string) =>
  [...contentDuplicate.check(archiveFromTree(tree))].map(({ path, data }) => [path, data]);

test('every copy but the first is told, with where the first is', () => {
  const tree =
    '1 甲/\n  01：一.docx = docx #a\n2 乙/\n  01：一.docx = docx #a\n  02：二.docx = docx #a\n';
  const first = { first: '档案/1 甲/01：一.docx' };
  expect(found(tree)).toEqual([
    ['档案/2 乙/01：一.docx', first],
    ['档案/2 乙/02：二.docx', first],
  ]);
});

test('what a ledger shares is meant', () => {
  const tree =
    '1 甲/\n  01：一.docx = docx #a\n2 乙/\n  01：一.docx = docx #a\n  ledger.yaml\n    | entries: [{ file: 01：一.docx, source: shared }]\n';
  expect(found(tree)).toEqual([]);
});
