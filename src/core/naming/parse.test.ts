import { expect, test } from 'vitest';
import { parseName } from './parse.js';

const read = (name: string) => {
  const { ordinal, title } = parseName(name);
  return [ordinal, title];
};

test.each([
  ['01：标题.docx', 1, '标题'],
  ['01:标题.docx', 1, '标题'],
  ['1.标题.docx', 1, '标题'],
  ['01. 标题.docx', 1, '标题'],
  ['１．标题.docx', 1, '标题'],
  ['01-标题.docx', 1, '标题'],
  ['01——标题.docx', 1, '标题'],
  ['01_标题.docx', 1, '标题'],
  ['01、标题.docx', 1, '标题'],
  ['01 标题.docx', 1, '标题'],
  ['01\u3000标题.docx', 1, '标题'],
  ['01标题.docx', 1, '标题'],
  ['01｜标题.docx', 1, '标题'],
  ['（1）标题.docx', 1, '标题'],
  ['(1)标题.docx', 1, '标题'],
  ['(1)、标题.docx', 1, '标题'],
  ['1）标题.docx', 1, '标题'],
  ['【1】标题.docx', 1, '标题'],
  ['［1］标题.docx', undefined, '［1］标题'],
  ['第1号 标题.docx', 1, '标题'],
  ['第12号：标题.docx', 12, '标题'],
  ['０１：标题.docx', 1, '标题'],
  ['①标题.docx', 1, '标题'],
  ['⑫ 标题.docx', 12, '标题'],
  ['㉑标题.docx', 21, '标题'],
  ['一、标题.docx', 1, '标题'],
  ['二十一、标题.docx', 21, '标题'],
  ['（十）标题.docx', 10, '标题'],
  ['  01 ： 标题.docx', 1, '标题'],
  ['01：3.15活动', 1, '3.15活动'],
  ['1.2020年工作计划.docx', 1, '2020年工作计划'],
  ['01-20240501活动.jpg', 1, '20240501活动'],
  ['1. 3月计划.docx', 1, '3月计划'],
  ['3 年度工作计划.docx', 3, '年度工作计划'],
  ['20240501：年度工作计划.pdf', 20240501, '年度工作计划'],
  ['100：标题.docx', 100, '标题'],
  ['00：标题.docx', 0, '标题'],
  ['01.docx', 1, ''],
  ['（3）.pdf', 3, ''],
])('%j is number %j, %j', (name, ordinal, title) => {
  expect(read(name)).toEqual([ordinal, title]);
});

test.each([
  '2020年度工作计划.docx',
  '20240501活动.jpg',
  '20240501-活动.jpg',
  '2020-工作计划.docx',
  '2020.5.4活动.jpg',
  '3.15活动.jpg',
  '1-3月总结.docx',
  '1、2月简报.docx',
  '一、二季度总结.docx',
  '七.一活动.jpg',
  '1+1结对.docx',
  '12个一.docx',
  '24小时.pdf',
  '24 小时值班表.docx',
  '5 月 4 日活动.jpg',
  '5·12防灾减灾.docx',
  '05年工作总结.docx',
  '00后青年座谈.docx',
  '119消防宣传.docx',
  '（3）班家长会.docx',
  '(2020)36号文件.pdf',
  '〔2020〕36号文件.pdf',
  '第1号文件.pdf',
  '第3期简报.pdf',
  '附件1：名单.xlsx',
  '三十六计、标题.docx',
  '1234567890123456：标题.docx',
  '年度计划.docx',
])('%j has no ordinal: its digits belong to the title', (name) => {
  expect(parseName(name)).toMatchObject({ ordinal: undefined, digits: '', separator: '' });
});

test.each([
  ['01：a.docx', '.docx'],
  ['01：a.DOCX', '.DOCX'],
  ['01：a.tar.gz', '.tar.gz'],
  ['01：a.7z', '.7z'],
  ['01：a.mp4', '.mp4'],
  ['01：a.docx ', '.docx'],
  ['01：a.docx.', '.docx'],
  ['01：3.15活动', ''],
  ['01：方案v1.2', ''],
  ['01：活动。', ''],
  ['.gitkeep', ''],
  ['01：.docx', '.docx'],
  ['01：a.verylongextension', ''],
])('the extension of %j is %j', (name, extension) => {
  expect(parseName(name).extension).toBe(extension);
});

test.each([
  ['01：2020年度工作计划.docx', 2020],
  ['01：文明委〔2020〕36号.pdf', 2020],
  ['01：通知[2019].pdf', 2019],
  ['01：总结(2018).pdf', 2018],
  ['20240501活动.jpg', 2024],
  ['2020.5.4活动.jpg', 2020],
  ['2020工作计划.docx', 2020],
  ['01：2018-2020年创建资料.docx', 2018],
  ['2020人参加活动.jpg', undefined],
  ['01：投入2000元.docx', undefined],
  ['01：IMG_20209999.jpg', undefined],
  ['01：电话12020年.docx', undefined],
])('the year code of %j is %j', (name, year) => {
  expect(parseName(name).year).toBe(year);
});

test('the parts are as they were written', () => {
  expect(parseName('０１． 2020年度计划.PDF')).toEqual({
    ordinal: 1,
    digits: '０１',
    separator: '． ',
    title: '2020年度计划',
    extension: '.PDF',
    year: 2020,
  });
});

test('a name with 200 dots, and one of a million characters, are read', () => {
  expect(parseName(`01：${'.'.repeat(200)}标题${'.a'.repeat(200)}.pdf`).extension).toBe('.pdf');
  for (const unit of ['1', '：', ' ', '.', '（', '-', '一', '2020', '1.'])
    expect(parseName(unit.repeat(1_000_000)).extension).toBe('');
});
