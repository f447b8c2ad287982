import { expect, test } from 'vitest';
import { leafArchive, saidBy } from '../../../../test/helpers/one-leaf.js';
import { metaDateUnknown } from './index.js';

const system = 'window: 2020..2020';
const rule = '[{ title: 工作制度, kind: rule }]';
const said = (...given: Parameters<typeof leafArchive>) => saidBy(metaDateUnknown, ...given);

test('no date where the window decides', () => {
  expect(said(rule, ['01：工作制度.docx'], { system })).toEqual([
    ['none', { title: '工作制度', periods: [] }],
  ]);
});

test('no date is asked for where nothing depends on it', () => {
  expect(said(rule, ['01：工作制度.docx'])).toEqual([]);
});

test('nor where there is enough without it', () => {
  expect(said(rule, ['01：2020年工作制度.docx', '02：工作制度.docx'], { system })).toEqual([]);
});

test('a date that is too rough', () => {
  const asked = '[{ title: 会议纪要, kind: minutes, every: quarter }]';
  expect(said(asked, ['01：2020年会议纪要.docx'], { system })).toEqual([
    [
      'rough',
      { title: '会议纪要', date: '2020', periods: ['2020-Q1', '2020-Q2', '2020-Q3', '2020-Q4'] },
    ],
  ]);
});

test('a quarter of nobody knows which year, and the one that it may be', () => {
  const asked = '[{ title: 会议纪要, kind: minutes, every: quarter, window: 2019..2020 }]';
  const files = ['01：2019年1月7日会议纪要.docx', '02：一季度会议纪要.docx'];
  expect(said(asked, files, { system })).toEqual([
    ['year', { title: '会议纪要', periods: ['2020-Q1'] }],
  ]);
});

test('evidence that fits several requirements is told once, at its file', () => {
  const asked = '[{ title: 甲制度, kind: rule }, { title: 乙制度, kind: rule }]';
  const seen = [...metaDateUnknown.check(leafArchive(asked, ['01：考核办法.docx'], { system }))];
  expect(seen.map(({ path }) => path)).toEqual(['档案/1 甲/01：考核办法.docx']);
});

test('ledger and name that contradict each other', () => {
  const ledger = 'entries: [{ file: 01：2019年工作制度.docx, date: 2020-03-12 }]';
  expect(said(rule, ['01：2019年工作制度.docx'], { system, ledger })).toEqual([
    ['conflict', { date: '2020-03-12', source: 'ledger', other: '2019', otherSource: 'name' }],
  ]);
});
