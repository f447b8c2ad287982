import { expect, test } from 'vitest';
import { ignoresOf, isFaulty } from './ignore.js';

const leavesOut = (lines: readonly string[], path: string, isFolder = false) => {
  const at = path.lastIndexOf('/');
  return ignoresOf(lines)?.(path.slice(0, Math.max(0, at)), path.slice(at + 1), isFolder) ?? false;
};

test.each([
  ['*.bak', '档案/1 组织领导/01：通知.bak'],
  ['/档案/*/草稿', '档案/1 组织领导/草稿'],
  ['档案/**/草稿*', '档案/1 组织领导/1.1 机构/草稿二.docx'],
  ['会议?.docx', '档案/会议纪.docx'],
  ['[一-龥]?.docx', '档案/纪要.docx'],
  ['*.BAK', '档案/通知.bak'],
  ['*.bak', '档案/通知.BAK'],
  ['cafe\u0301.docx', '档案/caf\u00e9.docx'],
  ['\\#1.docx', '档案/#1.docx'],
  ['\\!1.docx', '档案/!1.docx'],
  ['两个空格\\ ', '档案/两个空格 '],
  ['通知.docx   ', '档案/通知.docx'],
  ['通知.docx\r', '档案/通知.docx'],
  ['[[:digit:]]*', '档案/01.docx'],
])('%j leaves out %j', (line, path) => {
  expect(leavesOut([line], path)).toBe(true);
});

test.each([
  ['/*.bak', '档案/通知.bak'],
  ['草稿/', '档案/草稿'],
  ['# 草稿', '档案/# 草稿'],
  ['档案/*.docx', '档案/1 组织领导/通知.docx'],
  ['01:通知.docx', '档案/01：通知.docx'],
  ['', '档案/通知.docx'],
  ['/', '档案/通知.docx'],
])('%j does not leave out %j', (line, path) => {
  expect(leavesOut([line], path)).toBe(false);
});

test('a line with / at its end is about folders', () => {
  expect(leavesOut(['草稿/'], '档案/草稿', true)).toBe(true);
});

test('the last line that fits decides', () => {
  const lines = ['*.bak', '!重要*.bak', '*旧.bak'];
  const left = ['通知.bak', '重要.bak', '重要旧.bak'].map((path) => leavesOut(lines, path));
  expect(left).toEqual([true, false, true]);
});

test('lines that leave nothing out cost nothing', () => {
  expect(ignoresOf(['# 说明', '', '!*.bak'])).toBeUndefined();
});

test.each(['[甲乙', '通知\\', '[[:没有:]]'])('%j is faulty', (line) => {
  expect(isFaulty(line)).toBe(true);
});

test('a pattern made to be slow is not', () => {
  const line = `${'*a'.repeat(100)}*b`;
  const path = 'a'.repeat(5000);
  expect(leavesOut([line], path)).toBe(false);
});
