import { expect, test } from 'vitest';
import { compareHandedIn, inFilingOrder } from './order.js';

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

const filed = (...names: string[]) => inFilingOrder(names, (name) => `月报/${name}`);

test('months come by their dates, however they are written', () => {
  const names = [
    '2024年1月台账.xlsx',
    '02.2024年2月台账.xlsx',
    '202403台账.xlsx',
    '台账（2024年11月）.xlsx',
  ];
  expect(filed(...names.toReversed())).toEqual(names);
});

test('quarters come by their ends', () => {
  const quarters = ['2024年第1季度检查.docx', '2024年4-6月检查.docx', '2024年第3季度检查.docx'];
  expect(filed(...quarters.toReversed())).toEqual(quarters);
});

test('a plan comes before what it is for, and a report behind it', () => {
  const names = ['2024年工作计划.docx', '2024年5月台账.xlsx', '2024年工作总结.docx'];
  expect(filed(...names.toReversed())).toEqual(names);
});

test('one paper without a date leaves the order to the names', () => {
  const names = ['02.2024年1月台账.xlsx', '2024年3月台账.xlsx', '说明.docx'];
  expect(filed('2024年3月台账.xlsx', '说明.docx', '02.2024年1月台账.xlsx')).toEqual(names);
});

test('numbers that all have are the order that somebody chose', () => {
  const names = ['1.2024年5月台账.xlsx', '2.2024年3月台账.xlsx'];
  expect(filed(...names)).toEqual(names);
});

test('months without a year come by the month, and stay where some have one', () => {
  expect(filed('12月台账.xlsx', '二月台账.xlsx', '3月台账.xlsx')).toEqual([
    '二月台账.xlsx',
    '3月台账.xlsx',
    '12月台账.xlsx',
  ]);
  expect(filed('2024年5月台账.xlsx', '3月台账.xlsx')).toEqual([
    '3月台账.xlsx',
    '2024年5月台账.xlsx',
  ]);
});

test('folders stay apart', () => {
  const names = ['b/2024年1月.docx', 'a/2024年5月.docx', 'a/2024年3月.docx'];
  expect(filed(...names)).toEqual(['a/2024年3月.docx', 'a/2024年5月.docx', 'b/2024年1月.docx']);
});
