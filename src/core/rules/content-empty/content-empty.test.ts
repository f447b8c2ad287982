import { expect, test } from 'vitest';
import { archiveFromTree } from '../../../../test/helpers/archive-of.js';
import { contentEmpty } from './index.js';

const found = (tree: string) =>
  [...contentEmpty.check(archiveFromTree(tree))].map(({ path }) => path);

test('each empty file is told, also where no evidence belongs', () => {
  const tree = '01：错放.pdf = empty\n1 甲/\n  01：一.docx = empty\n  02：二.docx = docx\n';
  expect(found(tree)).toEqual(['档案/01：错放.pdf', '档案/1 甲/01：一.docx']);
});

test('the placeholder of a cloud is not told as empty', () => {
  expect(found('1 甲/\n  01：一.docx.cloud = empty\n')).toEqual([]);
});

test('what programs leave behind may be empty', () => {
  expect(found('1 甲/\n  Thumbs.db = empty\n')).toEqual([]);
});

test('nothing is said of files that nobody looked at', () => {
  expect(found('1 甲/\n  01：一.docx\n')).toEqual([]);
});
