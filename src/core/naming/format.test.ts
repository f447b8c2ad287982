import { expect, test } from 'vitest';
import { canonicalName, formatName, type Naming } from './format.js';

const annualPlan = { ordinal: 3, title: '年度工作计划', extension: '.pdf' };
const threeDigits: Naming = { digits: 3, separator: 'fullwidth' };
const ascii: Naming = { digits: 2, separator: 'ascii' };

test('the canonical form is the documented one', () => {
  expect(formatName(annualPlan)).toBe('03：年度工作计划.pdf');
});

test('three digits and an ASCII colon are written when the settings ask for them', () => {
  expect(formatName(annualPlan, threeDigits)).toBe('003：年度工作计划.pdf');
  expect(formatName(annualPlan, ascii)).toBe('03:年度工作计划.pdf');
});

test.each([
  ['1.标题.docx', '01：标题.docx'],
  ['01:标题.docx', '01：标题.docx'],
  ['（12）标题 .docx', '12：标题.docx'],
  ['100：标题.docx', '100：标题.docx'],
  ['01：谁? "他"：答/问.docx', '01：谁？ ＂他＂：答／问.docx'],
  ['01：cafe\u0301.PDF', '01：café.PDF'],
  ['01：零\u200b宽\t标题.docx', '01：零宽 标题.docx'],
  ['01：a .do\u200bcx', '01：a.docx'],
])('%j is written %j', (name, canonical) => {
  expect(canonicalName(name)).toBe(canonical);
});

test.each(['年度计划.docx', '01.docx', '01：.docx', '00：标题.docx', '01：...'])(
  '%j has no written form: ordinal or title is missing',
  (name) => {
    expect(canonicalName(name)).toBeUndefined();
  },
);
