import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cleanTitle } from './clean-title.js';
import { copyMarks, isNumber } from './copy-marks.js';

test.each([
  ['工作计划(1)', ['(1)']],
  ['工作计划 - 副本', ['副本']],
  ['副本-工作计划_最终版2', ['副本', '最终版2']],
  ['  工作计划（定稿） ', ['（定稿）']],
  ['plan - Copy', ['Copy']],
])('%j has %j', (title, marks) => {
  expect(copyMarks(title)?.marks).toEqual(marks);
});

test.each(['工作计划', ' 工作计划 ', '创建领导小组文件', '照片12', '营业执照副本', '（2020）', ''])(
  '%j has none',
  (title) => {
    expect(copyMarks(title)).toBeUndefined();
  },
);

const piece = fc.constantFrom(
  ...[
    '(1)',
    '（2）',
    '[3]',
    '【4】',
    ' 2',
    '副本',
    ' - 副本',
    '拷贝',
    '复件',
    ' - Copy',
    'copy of ',
  ],
  ...[
    '最终版',
    '最终',
    '终稿2',
    '定稿',
    '（定稿）',
    '修改稿',
    '修改版_v3',
    '_final',
    'FINAL2',
    '【终稿】',
  ],
  ...[
    '改3',
    '修改',
    '第二稿',
    'v2.1',
    '_v2',
    'ver.3',
    '最新',
    '工作',
    '计划',
    '文件',
    'plan',
    ' ',
    '-',
  ],
);

test('no mark is passed over for its first or last character', () => {
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 5 }), (pieces) => {
      const title = pieces.join('');
      const without = (text: string) => text.replace(/[\s_-]/g, '');
      const isMarked = without(cleanTitle(title)) !== without(title);
      expect([title, copyMarks(title) !== undefined]).toEqual([title, isMarked]);
    }),
    { numRuns: 2000 },
  );
});

test.each(['(1)', '（12）', '1', '【３】'])('%j is a number', (mark) => {
  expect(isNumber(mark)).toBe(true);
});

test.each(['副本', '最终版2', '', '（2020）'])('%j is none', (mark) => {
  expect(isNumber(mark)).toBe(false);
});
