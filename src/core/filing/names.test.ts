import fc from 'fast-check';
import { expect, test } from 'vitest';
import { DEFAULT_SETTINGS } from '../archive/settings.js';
import { parseName } from '../naming/parse.js';
import { nameIncoming } from './names.js';

const { naming } = DEFAULT_SETTINGS;

/** What `incoming` are called in a folder that holds `there`. */
function filed(incoming: readonly string[], there: readonly string[] = []) {
  return nameIncoming(incoming.map(loose), there.map(parseName), naming).names;
}

function loose(name: string) {
  return { name, folders: [], isKept: false };
}

test('files are numbered from 01', () => {
  expect(filed(['计划.docx', '总结.pdf'])).toEqual(['01：计划.docx', '02：总结.pdf']);
});

test('numbering goes on from the highest ordinal and leaves gaps open', () => {
  expect(filed(['计划.docx'], ['01：通知.docx', '05：纪要.docx'])).toEqual(['06：计划.docx']);
});

test('a date that reads as an ordinal is no ordinal to go on from', () => {
  expect(filed(['计划.docx'], ['01：通知.docx', '20200512：照片.jpg'])).toEqual(['02：计划.docx']);
});

test('the own ordinal and the marks of copies go', () => {
  expect(
    filed(['1.创建领导小组文件.docx', '01-2020年度工作计划(1).docx', '（3）会议纪要 最终版.docx']),
  ).toEqual(['01：创建领导小组文件.docx', '02：2020年度工作计划.docx', '03：会议纪要.docx']);
});

test('drafts of one paper keep what tells them apart', () => {
  expect(filed(['方案第1稿.docx', '方案第2稿.docx', '方案.pdf', '总结定稿.docx'])).toEqual([
    '01：方案第1稿.docx',
    '02：方案第2稿.docx',
    '03：方案.pdf',
    '04：总结.docx',
  ]);
  expect(filed(['方案-副本.docx'], ['01：方案.docx'])).toEqual(['02：方案-副本.docx']);
});

test('numbers of copies go, however many there are', () => {
  expect(filed(['照片 (1).jpg', '照片 (2).jpg', '照片.jpg'])).toEqual([
    '01：照片.jpg',
    '02：照片.jpg',
    '03：照片.jpg',
  ]);
});

test('what no system can hold is replaced', () => {
  expect(filed(['04:志愿服务?照片.jpg'])).toEqual(['01：志愿服务？照片.jpg']);
});

test('a name that is only a number keeps it as its title', () => {
  expect(filed(['01.docx'])).toEqual(['01：01.docx']);
});

test('the hundredth file does not fit into two digits', () => {
  const there = ['98：通知.docx'].map(parseName);
  expect(
    [1, 2].map((count) => nameIncoming(Array(count).fill(loose('a.pdf')), there, naming).overflows),
  ).toEqual([false, true]);
});

test('whatever it was called, a filed name reads back with its ordinal and a title', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', minLength: 1 }), (name) => {
      const [written = ''] = filed([name]);
      const { ordinal, title, separator } = parseName(written);
      expect([ordinal, separator, title !== '']).toEqual([1, '：', true]);
    }),
  );
});
