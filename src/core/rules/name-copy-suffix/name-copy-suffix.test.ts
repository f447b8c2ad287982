import { expect, test } from 'vitest';
import { archiveOf } from '../../../../test/helpers/archive-of.js';
import { DEFAULT_SETTINGS } from '../../archive/settings.js';
import { nameCopySuffix } from './index.js';

const seen = (...names: string[]) =>
  [...nameCopySuffix.check(archiveOf({ A1: names }))].map(({ messageId, data }) =>
    messageId === 'name-copy-suffix/mark'
      ? [data.marks.join(), data.suggested]
      : messageId === 'name-copy-suffix/beside'
        ? [data.marks.join(), `beside ${data.beside}`]
        : [],
  );

test.each([
  ['01：工作计划(1).docx', '(1)'],
  ['01：工作计划 - 副本.docx', '副本'],
  ['01：工作计划最终版2.docx', '最终版2'],
  ['01：副本-工作计划.docx', '副本'],
  ['01：工作计划_final.docx', 'final'],
])('%j has %s, and could be without', (name, mark) => {
  expect(seen(name)).toEqual([[mark, '01：工作计划.docx']]);
});

test('beside the paper itself, that is told instead', () => {
  expect(seen('01：工作计划.docx', '02：工作计划(1).docx')).toEqual([
    ['(1)', 'beside 01：工作计划.docx'],
  ]);
});

test('the numbers of a set are no marks of copies; one alone is, and so is any beside a file without', () => {
  expect(seen('01：植树（1）.jpg', '02：植树（2）.jpg', '03：植树（10）.jpg')).toEqual([]);
  expect(seen('01：植树（2）.jpg')).toHaveLength(1);
  expect(seen('01：植树.jpg', '02：植树（1）.jpg', '03：植树（2）.jpg')).toHaveLength(2);
  expect(seen('01：植树(1).jpg', '02：植树(1).jpg')).toHaveLength(2);
});

test.each([
  '01：营业执照副本.pdf',
  '01：考勤制度（修订版）.docx',
  '01：2020年度工作计划 .docx',
  '01：会议记录（2020）.docx',
  '01：最终评审意见.docx',
  '01：图片1 - 副本.jpg',
])('%j is in order, or another rule tells of it', (name) => {
  expect(seen(name)).toEqual([]);
});

test('a proposal keeps ordinal and colon as the settings have them', () => {
  const naming = { ...DEFAULT_SETTINGS.naming, separator: 'ascii' as const };
  const archive = archiveOf(
    { A1: ['01:计划(1).docx', '计划 - 副本.docx'] },
    { settings: { ...DEFAULT_SETTINGS, naming } },
  );
  const names = [...nameCopySuffix.check(archive)].map(({ data }) =>
    'suggested' in data ? data.suggested : '',
  );
  expect(names).toEqual(['01:计划.docx', undefined]);
});

test('a folder of ten thousand copies is told in linear time', () => {
  const names = Array.from({ length: 10_000 }, (_, at) => `${at + 1}：计划${at}最终版(1).docx`);
  expect(seen(...names)).toHaveLength(10_000);
});
