import { describe, expect, test } from 'vitest';
import { indicatorOf } from '../../../test/helpers/indicator-of.js';
import { contextOf, sheetArchive } from '../../../test/helpers/ledger-sheet.js';
import { readCell, showValue } from './cell-values.js';
import type { FieldKey } from './sheet-fields.js';
import type { Cell } from '../workbook/grid.js';

const archive = sheetArchive({ '1 组织领导': [], '2 活动': [] });
const context = contextOf(archive);
const leaf = archive.system.indicators[0] ?? indicatorOf();

const text = (value: string): Cell => ({ is: 'text', text: value });
const moment = (day: string, shows: 'day' | 'month' | 'year', time?: string): Cell => ({
  is: 'moment',
  day,
  time,
  shows,
});

/** What a cell says of a field that nothing was known of. */
function read(key: FieldKey, cell: Cell | string, before = ''): unknown {
  const result = readCell(key, typeof cell === 'string' ? text(cell) : cell, before, leaf, context);
  return result.fault ?? result.value;
}

describe('a date', () => {
  test.each<[string, Cell | string, string]>([
    ['as it is written in ledgers', '2020-03-12', '2020-03-12'],
    ['of a month', '2020年3月', '2020-03'],
    ['of a quarter', '2020年第一季度', '2020-Q1'],
    ['with slashes', '2020/3/12', '2020-03-12'],
    ['in full-width digits', '２０２０－０３－１２', '2020-03-12'],
    ['that is a year as a number', { is: 'number', value: 2020 }, '2020'],
    ['without marks, as a number', { is: 'number', value: 20200312 }, '2020-03-12'],
    ['that lost its format', { is: 'number', value: 43902 }, '2020-03-12'],
    ['that Excel made a date of', moment('2020-03-12', 'day'), '2020-03-12'],
    ['that is shown as a month', moment('2020-03-01', 'month'), '2020-03'],
    ['that is shown as a year', moment('2020-01-01', 'year'), '2020'],
    ['with the time of day', moment('2020-03-12', 'day', '09:30'), '2020-03-12'],
  ])('%s is read', (_, cell, value) => {
    expect(read('date', cell)).toBe(value);
  });

  test.each(['春天', '2020-02-30', '2020-13'])('%s is none', (found) => {
    expect(read('date', found)).toEqual({ wrong: 'date', found });
  });

  test('of handing in is a day', () => {
    expect(read('submitted', '2020-03')).toEqual({ wrong: 'day', found: '2020-03' });
    expect(read('submitted', '2020.3.12')).toBe('2020-03-12');
  });
});

test.each<[FieldKey, string, string]>([
  ['kind', '会议记录', 'minutes'],
  ['kind', 'minutes', 'minutes'],
  ['kind', 'news report', 'news'],
  ['state', '退回', 'returned'],
  ['source', '截图', 'screenshot'],
  ['owner', '办公室', 'office'],
  ['owner', 'office', 'office'],
  ['requirements', '年度工作计划；活动照片', 'plan\n活动照片'],
  ['requirements', 'plan', 'plan'],
  ['references', '2＃photo', '2#photo'],
  ['pages', '１２页', '12'],
  ['characters', '1,200', '1200'],
  ['seen', '单位名称； 公章;', '单位名称\n公章'],
  ['note', '  第一行\r\n第二行 ', '第一行\n第二行'],
  ['number', '〔2020〕３６号', '〔2020〕３６号'],
])('%s: %s is %s', (key, words, value) => {
  expect(read(key, words)).toBe(value);
});

test.each<[FieldKey, string, unknown]>([
  ['kind', '会议纪录', { wrong: 'kind', found: '会议纪录', nearest: '会议记录' }],
  ['kind', '图', { wrong: 'kind', found: '图', nearest: '图片' }],
  ['kind', '例会纪要', { wrong: 'kind', found: '例会纪要', nearest: '会议记录' }],
  ['kind', '甲乙丙丁', { wrong: 'kind', found: '甲乙丙丁', nearest: undefined }],
  ['state', '通过', { wrong: 'state', found: '通过', nearest: '已通过' }],
  ['owner', '机关党', { wrong: 'owner', found: '机关党', nearest: '机关党委' }],
  ['owner', '人事科', { wrong: 'owner', found: '人事科', nearest: undefined }],
  [
    'requirements',
    '工作计划',
    { wrong: 'requirement', found: '工作计划', nearest: '年度工作计划' },
  ],
  ['references', '9/9.1', { wrong: 'reference', found: '9/9.1', nearest: undefined }],
  ['pages', '十二', { wrong: 'count', found: '十二' }],
  ['pages', '-1', { wrong: 'count', found: '-1' }],
])('%s: %s is told, with the nearest', (key, words, fault) => {
  expect(read(key, words)).toEqual(fault);
});

test('where the system names no departments, any name will do', () => {
  const cell = readCell('owner', text('人事科'), '', leaf, { ...context, owners: {} });
  expect(cell).toEqual({ value: '人事科' });
});

test('a number in a text column is its digits', () => {
  expect(read('number', { is: 'number', value: 36 })).toBe('36');
});

test('a time of day in a caption stays one', () => {
  expect(read('caption.时间', { is: 'moment', day: undefined, time: '09:30', shows: 'day' })).toBe(
    '09:30',
  );
});

test('a formula and an error are told whatever the column', () => {
  expect(read('note', { is: 'formula' })).toEqual({ wrong: 'formula' });
  expect(read('note', { is: 'error', text: '#REF!' })).toEqual({ wrong: 'error', found: '#REF!' });
});

test('what was exported is not judged when it comes back as it was', () => {
  expect(read('owner', '已撤销的科室', '已撤销的科室')).toBe('已撤销的科室');
});

test('an empty cell says that there is nothing', () => {
  expect(readCell('owner', undefined, 'office', leaf, context)).toEqual({ value: '' });
});

test('a text that no cell can hold is shown by its beginning, and cannot be changed there', () => {
  const long = '长'.repeat(40_000);
  const shown = showValue('note', long, leaf, context);
  expect(shown.length).toBeLessThan(32_767);
  expect(read('note', shown, long)).toBe(long);
  expect(read('note', `${shown}。`, long)).toEqual({ wrong: 'too-long', longest: 32_000 });
});

test('values are shown in words', () => {
  const shown = (key: FieldKey, value: string) => showValue(key, value, leaf, context);
  expect([
    shown('kind', 'minutes'),
    shown('owner', 'office'),
    shown('requirements', 'plan\n活动照片'),
    shown('state', 'approved'),
    shown('source', 'shared'),
  ]).toEqual(['会议记录', '办公室', '年度工作计划；活动照片', '已通过', '外单位提供']);
});
