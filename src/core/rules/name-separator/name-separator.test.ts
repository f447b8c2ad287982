import { expect, test } from 'vitest';
import { DEFAULT_SETTINGS } from '../../archive/settings.js';
import { archiveOf } from '../../../../test/helpers/archive-of.js';
import { nameSeparator } from './index.js';

const suggested = (...names: string[]) =>
  [...nameSeparator.check(archiveOf({ A1: names }))].map(({ data, fix }) =>
    'suggested' in data ? (data.suggested ?? fix) : undefined,
  );

test.each([
  '1.标题.docx',
  '01-标题.docx',
  '01_标题.docx',
  '01、标题.docx',
  '01 标题.docx',
  '01标题.docx',
])('%j is written 01：标题.docx', (name) => {
  expect(suggested(name)).toEqual(['01：标题.docx']);
});

test.each([
  '（1）标题.docx',
  '【1】标题.docx',
  '第1号 标题.docx',
  '一、标题.docx',
  '01： 标题.docx',
  ' 01：标题.docx',
])('%j is written 01：标题.docx too', (name) => {
  expect(suggested(name)).toEqual(['01：标题.docx']);
});

test('both colons conform, whatever the setting', () => {
  const naming = { ...DEFAULT_SETTINGS.naming, separator: 'ascii' } as const;
  const archive = archiveOf(
    { A1: ['01：标题.docx', '02:标题.docx'] },
    { settings: { ...DEFAULT_SETTINGS, naming } },
  );
  expect([...nameSeparator.check(archive)]).toEqual([]);
  expect(suggested('01：标题.docx', '02:标题.docx')).toEqual([]);
});

test('a name that is taken is not proposed', () => {
  expect(suggested('01：标题.docx', '1.标题.docx')).toEqual(['none']);
});

test('a name without a title is left to name-title-vague', () => {
  expect(suggested('01.docx', '01-.docx')).toEqual([]);
});
