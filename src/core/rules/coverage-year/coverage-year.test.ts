import { expect, test } from 'vitest';
import { leafArchive, saidBy } from '../../../../test/helpers/one-leaf.js';
import { coverageYear } from './index.js';

const system = 'window: 2018..2020';
const said = (asked: string, files: readonly string[]) =>
  saidBy(coverageYear, asked, files, { system });
const yearly = '[{ title: 工作总结, kind: summary, every: year }]';

test('each year that is over and has none is told', () => {
  expect(said(yearly, ['01：2019年工作总结.docx'])).toEqual([
    ['missing', { title: '工作总结', year: '2018', undated: 0 }],
  ]);
});

test('the year that lasts is not owed yet', () => {
  expect(said(yearly, ['01：2018年工作总结.docx', '02：2019年工作总结.docx'])).toEqual([]);
});

test('evidence from outside is a warning at its file, also where there is enough', () => {
  const files = ['01：2016年工作制度.docx', '02：2019年工作制度.docx'];
  const [seen] = coverageYear.check(
    leafArchive('[{ title: 工作制度, kind: rule }]', files, { system }),
  );
  expect(seen).toMatchObject({
    path: '档案/1 甲/01：2016年工作制度.docx',
    severity: 'warning',
    data: { title: '工作制度', date: '2016', window: '2018..2020' },
  });
});

test('evidence that fits several requirements is told once', () => {
  const asked = '[{ title: 甲制度, kind: rule }, { title: 乙制度, kind: rule }]';
  expect(said(asked, ['01：2016年考核办法.docx', '02：现场.jpg'])).toHaveLength(1);
});

test('evidence from outside is told for the requirement that is missing it', () => {
  const asked = '[{ title: 安排, kind: document }, { title: 制度, kind: document }]';
  expect(said(asked, ['01：2020年安排.docx', '02：2016年考核办法.docx'])).toMatchObject([
    ['outside', { title: '制度', date: '2016' }],
  ]);
});

test('what counts for another requirement is not told to be from outside of this one', () => {
  const asked =
    '[{ title: 安排, kind: document }, { title: 制度, kind: document, window: 2016..2017 }]';
  expect(said(asked, ['01：2020年安排.docx', '02：2016年考核办法.docx'])).toEqual([]);
});
