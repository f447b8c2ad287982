import { expect, test } from 'vitest';
import { ACTIVITY, filedOf, PAPERS } from '../../../test/helpers/filed-of.js';

/** What files are called that are given a title, beside others. */
function titled(title: string, files: readonly string[], there: readonly string[] = []) {
  return filedOf(PAPERS, { files, there, title });
}

test('a title may be given', () => {
  expect(titled('学雷锋志愿服务活动', ['IMG_2031.JPG'])).toEqual(['01：学雷锋志愿服务活动.JPG']);
});

test.each([
  ['01：会议通知', '会议通知'],
  ['会议通知.docx', '会议通知'],
  ['３: 会议通知.DOCX', '会议通知'],
  ['2024：回顾', '2024：回顾'],
  ['3.15活动', '3.15活动'],
  ['会议通知.pdf', '会议通知.pdf'],
  ['01：', '01：'],
])('a title that is typed as the whole name, %s, is %s', (typed, title) => {
  expect(titled(typed, ['扫描件.docx'])).toEqual([`01：${title}.docx`]);
});

test('the only date there was stays in brackets', () => {
  expect(titled('专题会议照片', ['IMG_20250315_093012.jpg'])).toEqual([
    '01：专题会议照片（2025年3月15日）.jpg',
  ]);
});

test('a date in the title that was given counts; a coarser one is made finer', () => {
  expect(titled('2024年专题会议照片', ['IMG_20250315_093012.jpg'])).toEqual([
    '01：2024年专题会议照片.jpg',
  ]);
  expect(titled('3月专题会议照片', ['IMG_20250315_093012.jpg'])).toEqual([
    '01：3月专题会议照片（2025年3月15日）.jpg',
  ]);
});

test('a title without Chinese has its date in figures', () => {
  expect(titled('Volunteer day', ['IMG_20250315_093012.jpg'])).toEqual([
    '01：Volunteer day（2025-03-15）.jpg',
  ]);
});

test('dozens of photos get one title, told apart by day and number', () => {
  const files = ['IMG_20250315_093012.jpg', 'IMG_20250315_093044.jpg', 'IMG_20250402_101500.jpg'];
  expect(titled('专题会议照片', files)).toEqual([
    '01：专题会议照片1（2025年3月15日）.jpg',
    '02：专题会议照片2（2025年3月15日）.jpg',
    '03：专题会议照片（2025年4月2日）.jpg',
  ]);
});

test('numbers go on from those that are there', () => {
  expect(titled('合影', ['IMG_3.jpg', 'IMG_4.jpg'], ['01：合影1.jpg', '02：合影2.jpg'])).toEqual([
    '03：合影3.jpg',
    '04：合影4.jpg',
  ]);
});

test('what a person named keeps its name behind the title', () => {
  expect(titled('专题会议', ['签到表.docx', '专题会议计划.docx', '扫描0001.pdf'])).toEqual([
    '01：专题会议签到表.docx',
    '02：专题会议计划.docx',
    '03：专题会议.pdf',
  ]);
});

test('a year that begins its name is told once', () => {
  expect(titled('集中学法', ['2026学法计划（定稿）.docx', '签到表.docx'])).toEqual([
    '01：集中学法2026年学法计划.docx',
    '02：集中学法签到表.docx',
  ]);
});

test('what has no title but a number is called by its folder, without brackets', () => {
  expect(filedOf(PAPERS, { files: ['会议记录/5.docx', '制度/方案.docx'] })).toEqual([
    '01：会议记录.docx',
    '02：方案.docx',
  ]);
});

test('a number behind a number is set apart', () => {
  expect(titled('总结2', ['扫描0001.pdf', '扫描0002.pdf'])).toEqual([
    '01：总结2-1.pdf',
    '02：总结2-2.pdf',
  ]);
});

test('files from several folders are told apart by those', () => {
  expect(titled('志愿服务照片', ['学雷锋/IMG_1.jpg', '植树/IMG_2.jpg', '植树/IMG_3.jpg'])).toEqual([
    '01：志愿服务照片（学雷锋）.jpg',
    '02：志愿服务照片1（植树）.jpg',
    '03：志愿服务照片2（植树）.jpg',
  ]);
});

test('a folder of the year is left out where the day tells the year', () => {
  const files = ['2022/IMG_20220113_080000.jpg', '2023/IMG_1.jpg'];
  expect(titled('核心价值观宣传图片', files)).toEqual([
    '01：核心价值观宣传图片（2022年1月13日）.jpg',
    '02：核心价值观宣传图片（2023）.jpg',
  ]);
});

test('in folders of activities the title is enough', () => {
  const files = ['2025年1季度/IMG_1.jpg', '2025年1季度/IMG_2.jpg', '2025年2季度/IMG_1.jpg'];
  expect(filedOf(ACTIVITY, { files, title: '学习照片' })).toEqual([
    '2025年1季度/01：学习照片1.jpg',
    '2025年1季度/02：学习照片2.jpg',
    '2025年2季度/01：学习照片.jpg',
  ]);
});

test('full-width digits are written as others are', () => {
  expect(filedOf(PAPERS, { files: ['２０２６年总结.docx'] })).toEqual(['01：2026年总结.docx']);
  expect(titled('２０２６年总结', ['1.docx'])).toEqual(['01：2026年总结.docx']);
});
