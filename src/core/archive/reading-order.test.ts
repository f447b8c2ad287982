import { expect, test } from 'vitest';
import { parseName } from '../naming/parse.js';
import { nameOf } from './paths.js';
import { compareFiles, compareFolders } from './reading-order.js';

const folders = (...paths: string[]) => paths.sort(compareFolders);
const files = (...paths: string[]) =>
  paths
    .map((path) => ({ path, parts: parseName(nameOf(path)) }))
    .sort(compareFiles)
    .map(({ path }) => path);

test.each([
  [['第一季度学习', '第二季度学习', '第三季度学习', '第四季度学习']],
  [['一月', '二月', '三月', '九月', '十月', '十一月', '十二月']],
  [['第一次会议', '第二次会议', '第十次会议', '第十一次会议']],
  [['2024年2月', '2024年10月', '2025年1月']],
])('people count folders: %j', (inOrder) => {
  expect(folders(...inOrder.toReversed())).toEqual(inOrder);
});

test('a folder comes with all that is in it', () => {
  const inOrder = ['第01次', '第01次/2', '第01次/10', '第1次', '第1次/1', '第1次 补充'];
  expect(folders(...inOrder.toReversed())).toEqual(inOrder);
});

test('files go by ordinals, after them those without; then those of the folders', () => {
  const inOrder = ['2：方案.docx', '10：总结.docx', '图2.jpg', '图10.jpg', '第一次/1：纪要.docx'];
  expect(files(...inOrder.toReversed())).toEqual(inOrder);
});
