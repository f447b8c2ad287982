/** Papers that are there and have no date, where some others are missing for sure. */
import { expect, test } from 'vitest';
import { scoreOf } from '../../src/core/scoring/score.js';
import { leafArchive } from '../helpers/one-leaf.js';
import { at, shown } from '../helpers/score-of.js';

const scored = (asked: string, files: readonly string[], scoring: string) => {
  const indicator = `points: 15, scoring: ${scoring}`;
  const given = { system: 'window: 2024', today: '2025-02-01', indicator };
  return shown(at(scoreOf(leafArchive(asked, files, given)), '1'));
};
const DEDUCT = '{ rule: deduct, each: 3, per: missing }';

const festivals = '[{ title: 节日活动照片, kind: photo, occasions: [清明, 端午], count: 2.. }]';
const photos = (year: string) => [
  `01：${year}清明扫墓照片.jpg`,
  `02：${year}清明诗会照片.jpg`,
  `03：${year}端午包粽子照片.jpg`,
];

test('of two festivals the one that is short costs points', () => {
  expect(scored(festivals, photos('2024年'), DEDUCT)).toBe('12/15');
});

test('the other is for a person where nobody knows the date of its photos', () => {
  expect(scored(festivals, photos(''), DEDUCT)).toBe('9/15 (3)');
});

const three = '[{ title: 宣传活动照片, kind: photo, count: 3 }]';
const two = ['01：宣传活动照片一.jpg', '02：宣传活动照片二.jpg'];

test.each([
  [DEDUCT, '6/15 (6)'],
  ['{ rule: proportional }', '0/15 (10)'],
])('of three with two that have no date one is missing: %s', (scoring, score) => {
  expect(scored(three, two, scoring)).toBe(score);
});

test('of two in each quarter the one that is called by the year stands for one of them, perhaps', () => {
  const asked = '[{ title: 工作信息, kind: bulletin, every: quarter, count: 2.. }]';
  const news = (...named: readonly string[]) =>
    named.map((name, at) => `0${at + 1}：${name}工作信息.docx`);
  const sure = ['2024年1月', '2024年2月', '2024年4月', '2024年5月', '2024年7月', '2024年8月'];
  const each = '{ rule: deduct, each: 1, per: missing }';
  expect(scored(asked, news(...sure), each)).toBe('13/15');
  expect(scored(asked, news(...sure, '2024年'), each)).toBe('13/15 (1)');
});
