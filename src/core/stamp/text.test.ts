import { expect, test } from 'vitest';
import { DEFAULT_SETTINGS } from '../archive/settings.js';
import { stampText } from './text.js';

const here = { code: '1.1', indicator: '领导机构', unit: '县水利局' };
const nowhere = { code: '', indicator: '', unit: '' };
const { naming } = DEFAULT_SETTINGS;
const text = (file: string, template = '{name}', surroundings = here) =>
  stampText(template, file, surroundings, naming);

test('it is the name without its extension', () => {
  expect(text('01：创建领导小组文件.docx')).toBe('01：创建领导小组文件');
});

test.each([
  ['1.创建领导小组文件.docx', '01：创建领导小组文件'],
  ['01:创建领导小组文件.docx', '01：创建领导小组文件'],
  ['3、  年度计划 .pdf', '03：年度计划'],
  ['02：方案v1.2', '02：方案v1.2'],
  ['02：通知.正文.docx', '02：通知.正文'],
])('%s is called by its canonical name', (file, expected) => {
  expect(text(file)).toBe(expected);
});

test('without an ordinal it is the title', () => {
  expect(text('创建领导小组文件.docx')).toBe('创建领导小组文件');
  expect(text('00：通知.docx')).toBe('通知');
});

test('the colon on paper is full-width, also where that on the disk is not', () => {
  const ascii = { ...naming, separator: 'ascii' } as const;
  expect(stampText('{name}', '01:通知.docx', here, ascii)).toBe('01：通知');
});

test('three digits where names have them', () => {
  expect(stampText('{name}', '7：通知.docx', here, { ...naming, digits: 3 })).toBe('007：通知');
});

test('a template has the indicator and the unit', () => {
  expect(text('01：通知.docx', '{unit} {code} {indicator} {ordinal}-{title}')).toBe(
    '县水利局 1.1 领导机构 01-通知',
  );
});

test('what is empty leaves no blanks', () => {
  expect(text('01：通知.docx', '{unit}  {code} {name}', nowhere)).toBe('01：通知');
  expect(text('01：通知.docx', '{name} {code}', nowhere)).toBe('01：通知');
});

test('blanks of a title stay', () => {
  expect(text('01：A  B.docx', '{code} {name}')).toBe('1.1 01：A  B');
});

test('it is one line, in NFC', () => {
  expect(text('01：cafe\u0301\n计划.docx')).toBe('01：caf\u00e9 计划');
});

test('what a title has in braces is no field', () => {
  expect(text('01：{unit}.docx')).toBe('01：{unit}');
});
