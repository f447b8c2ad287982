import { expect, test } from 'vitest';
import { compareHandedIn } from './order.js';

const inOrder = (...names: string[]) => names.sort(compareHandedIn);

test('numbers are compared as numbers', () => {
  expect(inOrder('10.总结.docx', '9.方案.docx', '照片10.jpg', '照片9.jpg')).toEqual([
    '9.方案.docx',
    '10.总结.docx',
    '照片9.jpg',
    '照片10.jpg',
  ]);
});

test('numerals are compared as numbers', () => {
  const names = ['十一月.docx', '三月.docx', '二十日.docx', '一月.docx', '七月.docx', '二日.docx'];
  const sorted = ['一月', '二日', '三月', '七月', '十一月', '二十日'];
  expect(inOrder(...names)).toEqual(sorted.map((name) => `${name}.docx`));
});

test('an ordinal is its number, however it is written', () => {
  expect(inOrder('０３、照片.jpg', '（2）纪要.docx', '01-计划.docx', '附件.pdf')).toEqual([
    '01-计划.docx',
    '（2）纪要.docx',
    '０３、照片.jpg',
    '附件.pdf',
  ]);
});

test('a number before a title keeps its place among those that are numbers only', () => {
  const names = ['1方案.docx', '2总结.docx', '3.jpg', '4.jpg', '5.jpg'];
  expect(inOrder(...names.toReversed())).toEqual(names);
});

test('months are no ordinals', () => {
  expect(inOrder('2月台账.xlsx', '12月台账.xlsx', '3.jpg')).toEqual([
    '3.jpg',
    '2月台账.xlsx',
    '12月台账.xlsx',
  ]);
});

test('a folder stays together', () => {
  expect(inOrder('2020/2.docx', '2019/10.docx', '2019/9.docx', '2020/1.docx')).toEqual([
    '2019/9.docx',
    '2019/10.docx',
    '2020/1.docx',
    '2020/2.docx',
  ]);
});
