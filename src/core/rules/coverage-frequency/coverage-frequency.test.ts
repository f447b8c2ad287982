import { expect, test } from 'vitest';
import { leafArchive, saidBy } from '../../../../test/helpers/one-leaf.js';
import { coverageFrequency } from './index.js';

const system = 'window: 2020..2020';
const said = (asked: string, files: readonly string[]) =>
  saidBy(coverageFrequency, asked, files, { system });
const quarterly = '[{ title: 会议纪要, kind: minutes, every: quarter }]';

test('each period that is over and has none is told', () => {
  expect(said(quarterly, ['01：2020年5月4日会议纪要.docx'])).toEqual([
    [
      'period',
      {
        ...{ title: '会议纪要', period: '2020-Q1', found: 0, min: 1 },
        ...{ isActivity: false, unfit: 0, undated: 0 },
      },
    ],
  ]);
});

test('minutes without a date hide neither of two quarters that are without', () => {
  expect(said(quarterly, ['01：2020年8月4日会议纪要.docx', '02：会议纪要.docx'])).toMatchObject([
    ['period', { period: '2020-Q1', found: 0, undated: 1 }],
    ['period', { period: '2020-Q2', found: 0, undated: 1 }],
  ]);
});

test('of none at all it is told once, from when to when', () => {
  expect(said(quarterly, ['01：现场.jpg'])).toEqual([
    ['never', { title: '会议纪要', every: 'quarter', count: 2, first: '2020-Q1', last: '2020-Q2' }],
  ]);
});

test('two periods are two findings', () => {
  const asked = '[{ title: 简报, kind: bulletin, every: month, window: 2020-01..2020-03 }]';
  const archive = leafArchive(asked, ['01：2020年2月简报.docx'], { system });
  expect([...coverageFrequency.check(archive)].map(({ title }) => title)).toEqual([
    '简报 2020-01',
    '简报 2020-03',
  ]);
});

test('too few in a year are told, none in it is another rule’s', () => {
  const asked = '[{ title: 讲堂, kind: photo, every: year, count: 4.., window: 2018..2019 }]';
  expect(said(asked, ['01：2018年讲堂.jpg'])).toMatchObject([
    ['period', { period: '2018', found: 1, min: 4 }],
  ]);
});

test('each occasion without any is told', () => {
  const asked = '[{ title: 节日活动方案, kind: plan, occasions: [春节, 清明] }]';
  expect(said(asked, ['01：2020年春节活动方案.docx'])).toEqual([
    ['occasion', { title: '节日活动方案', occasion: '清明', found: 0, min: 1 }],
  ]);
});

test('what may be of the period is told by meta-date-unknown first', () => {
  expect(said(quarterly, ['01：会议纪要.docx', '02：会议纪要二.docx'])).toEqual([]);
});

test('what does not count for its caption is not counted in its period', () => {
  const asked =
    '[{ title: 现场, kind: photo, every: quarter, count: 3.., caption: [地点], window: 2020-01..2020-03 }]';
  expect(said(asked, ['01：2020年2月1日现场.jpg', '02：2020年2月2日现场.jpg'])).toMatchObject([
    ['period', { period: '2020-Q1', found: 0, min: 3, unfit: 2 }],
  ]);
});
