import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cleanTitle } from './clean-title.js';

test.each([
  ['工作计划(1)', '工作计划'],
  ['工作计划（2）', '工作计划'],
  ['工作计划 (1) (1)', '工作计划'],
  ['工作计划 - 副本', '工作计划'],
  ['工作计划 - 副本 (2)', '工作计划'],
  ['工作计划副本', '工作计划'],
  ['副本-工作计划', '工作计划'],
  ['复件 工作计划', '工作计划'],
  ['Copy of plan', 'plan'],
  ['plan - Copy', 'plan'],
  ['plan - Copy (3)', 'plan'],
  ['工作计划最终版', '工作计划'],
  ['2023年创建总结终稿最新', '2023年创建总结'],
  ['工作计划定稿修改', '工作计划'],
  ['工作计划最终版2', '工作计划'],
  ['工作计划_最终版_v3', '工作计划'],
  ['工作计划定稿V2', '工作计划'],
  ['工作计划（定稿）', '工作计划'],
  ['工作计划_终稿', '工作计划'],
  ['工作计划修改版最终版(1)', '工作计划'],
  ['工作计划_final', '工作计划'],
  ['  工作计划  ', '工作计划'],
  ['工作计划（定稿）（最终）改3', '工作计划'],
  ['工作计划改3', '工作计划'],
  ['工作计划（改）', '工作计划'],
  ['工作计划（已修改）最终', '工作计划'],
  ['工作计划-修改', '工作计划'],
  ['工作计划_改2_最终版', '工作计划'],
  ['工作计划最最终版', '工作计划'],
  ['工作计划最终最终版', '工作计划'],
  ['工作计划（最终确认版）', '工作计划'],
  ['工作计划第二稿', '工作计划'],
  ['工作计划（三稿）（定）改', '工作计划（三稿）（定）改'],
  ['工作计划（第3次修改）', '工作计划'],
  ['工作计划v2.1', '工作计划'],
  ['工作计划（Ｖ２）', '工作计划'],
  ['工作计划_v2', '工作计划'],
  ['工作计划 FINAL version', '工作计划'],
  ['工作计划final2', '工作计划'],
  ['【终稿】工作计划', '工作计划'],
  ['（最终版）工作计划（1）', '工作计划'],
  ['最终版-工作计划', '工作计划'],
  ['工作计划(已自动还原)', '工作计划'],
])('%j is %j', (title, clean) => {
  expect(cleanTitle(title)).toBe(clean);
});

test.each([
  '工作计划',
  '工作总结（2020）',
  '营业执照副本',
  '法人证书副本',
  '最终版',
  '副本',
  '(1)',
  '表3',
  '软件说明v3',
  'v3',
  '新闻3.15',
  'semifinal',
  '第二季度（6月）',
  '最终评审意见',
  '关于修改章程的决定',
  '工作制度修改',
  '章程修订',
  '问题整改',
  '问题整改3',
  '（整改）',
  '中心工作方案（征求意见稿）',
  '讲话草稿',
  '考勤制度（新）',
  '2020稿',
  '教材第二版',
  'OA系统 V2.0',
  '（1）工作计划',
])('%j stays', (title) => {
  expect(cleanTitle(title)).toBe(title);
});

const marks = fc.constantFrom(
  ...[
    '（定稿）',
    '（最终）',
    '(1)',
    '改3',
    '修改',
    '最终版',
    '_v2',
    ' - 副本',
    '终稿2',
    '【最终版】',
    '最',
    '_final',
  ],
);
const words = fc.constantFrom(
  '工作计划',
  '整改',
  '最终评审意见',
  '修改说明',
  'plan',
  '-',
  '（',
  '一',
  '',
);

const titles = fc
  .array(fc.oneof(marks, words, fc.string({ unit: 'grapheme', maxLength: 3 })), { maxLength: 8 })
  .map((parts) => parts.join(''));

test('what is clean stays as it is', () => {
  fc.assert(
    fc.property(titles, (title) => {
      const clean = cleanTitle(title);
      expect(cleanTitle(clean)).toBe(clean);
    }),
    { numRuns: 2000 },
  );
});

test('a title is never emptied, and what is left is a piece of it', () => {
  fc.assert(
    fc.property(titles, (title) => {
      const clean = cleanTitle(title);
      expect([clean === '', title.includes(clean)]).toEqual([title.trim() === '', true]);
    }),
  );
});

test('marks alone go; a title between them stays whole', () => {
  fc.assert(
    fc.property(
      fc.constantFrom('最终评审意见', '修改说明', '关于修改章程的决定', '整改'),
      fc.array(fc.constantFrom('（定稿）', '（最终）改3', ' - 副本', '最终版', '(2)', '_终稿'), {
        maxLength: 5,
      }),
      (title, after) => {
        expect(cleanTitle(title + after.join(''))).toBe(title);
      },
    ),
  );
});

test('marks without a title leave one of them', () => {
  expect(cleanTitle('（最终）（定稿）改3')).toBe('（定稿）');
});

test('many marks cost no more than their length', () => {
  expect(cleanTitle(`计划${'（定稿）改3'.repeat(20_000)}`)).toBe('计划');
});
