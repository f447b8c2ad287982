import { expect, test } from 'vitest';
import { leafArchive, saidBy } from '../../../../test/helpers/one-leaf.js';
import { coverageKindMissing } from './index.js';

const said = (...given: Parameters<typeof leafArchive>) => saidBy(coverageKindMissing, ...given);
const lecture =
  '[{ title: 道德讲堂, activity: true, of: [{ title: 方案, kind: plan }, { title: 图片, kind: photo, count: 2.. }] }]';

test('the part that an activity lacks is told with the activity', () => {
  expect(said(lecture, ['第一期/01：方案.docx'])).toEqual([
    ['part', { title: '道德讲堂', activity: '第一期', part: '图片', found: 0, min: 2 }],
  ]);
});

test('of a part that is there and not enough it is told how many', () => {
  const files = ['第一期/01：方案.docx', '第一期/02：现场.jpg'];
  expect(said(lecture, files)).toMatchObject([['part', { found: 1, min: 2 }]]);
});

test('as many activities as are asked for are told, the nearest to complete', () => {
  const files = [
    '第一期/01：方案.docx',
    '第二期/01：方案.docx',
    '第二期/02：现场.jpg',
    '第三期/01：现场.jpg',
  ];
  expect(said(lecture, files)).toMatchObject([['part', { activity: '第一期' }]]);
});

test('nothing is said where one is complete', () => {
  const files = [
    '第一期/01：方案.docx',
    '第二期/01：方案.docx',
    '第二期/02：一.jpg',
    '第二期/03：二.jpg',
  ];
  expect(said(lecture, files)).toEqual([]);
});

test('a part of a set that is not there is told without an activity', () => {
  const asked =
    '[{ title: 红黑榜, of: [{ title: 律师榜, kind: list }, { title: 公证榜, kind: list }] }]';
  expect(said(asked, ['01：律师榜.xlsx'])).toEqual([
    ['part', { title: '红黑榜', activity: undefined, part: '公证榜', found: 0, min: 1 }],
  ]);
});
