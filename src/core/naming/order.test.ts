import { expect, test } from 'vitest';
import { orderOf } from './order.js';

test('a folder in order is told by its number of names, its digits and its longest name', () => {
  expect(orderOf(['01：方案.docx', '02：会议纪要 2.pdf', '03：IP地址.xlsx'])).toEqual({
    text: '01：方案.docx\0' + '02：会议纪要 2.pdf\0' + '03：IP地址.xlsx',
    count: 3,
    digits: 2,
    longest: 13,
  });
  expect(orderOf(['001：方案.docx'])).toMatchObject({ digits: 3 });
});

test.each([
  ['nothing', []],
  ['a gap', ['01：甲方案.docx', '03：乙方案.docx']],
  ['a start other than 1', ['02：甲方案.docx']],
  ['one ordinal twice', ['01：甲方案.docx', '01：乙方案.docx']],
  ['another order', ['02：乙方案.docx', '01：甲方案.docx']],
  ['one digit', ['1：甲方案.docx']],
  ['four digits', ['0001：甲方案.docx']],
  ['digits of another length', ['01：甲方案.docx', '002：乙方案.docx']],
  ['another separator', ['01:甲方案.docx']],
  ['two colons', ['01：：甲方案.docx']],
  ['one title twice', ['01：Plan 甲.docx', '02：PLAN 甲.pdf']],
  ['no title', ['01：.docx']],
  ['a title that says nothing', ['01：IMG_0001.jpg']],
  ['what another code page makes of a title', ['01：方案锟斤拷.docx']],
  ['a mark of copying', ['01：方案 - 副本.docx']],
  ['a blank before the title', ['01： 方案.docx']],
  ['no extension', ['01：方案']],
  ['a dot in the title', ['01：3.15活动.docx']],
  ['what a program left behind', ['01：方案.tmp']],
  ['a shortcut', ['01：方案.Lnk']],
  ['a character that is put together of two', ['01：Ange\u0301.docx']],
  ['a character that Windows refuses', ['01：方案?.docx']],
  ['a character outside the common Han', ['01：\u{20000}方案.docx']],
  ['too long a name', [`01：${'方'.repeat(80)}.docx`]],
])('%s needs a closer look', (_, names) => {
  expect(orderOf(names)).toBeUndefined();
});
