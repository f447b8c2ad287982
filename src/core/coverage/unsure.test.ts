import { describe, expect, test } from 'vitest';
import { requirementIn, type LeafGiven } from '../../../test/helpers/one-leaf.js';

const given: LeafGiven = { system: 'window: 2024', today: '2025-02-01' };
const stateOf = (asked: string, files: readonly string[], how: LeafGiven = given) => {
  const { state, lacks } = requirementIn(asked, files, how);
  return [state, ...lacks.flatMap((lack) => (lack.is === 'unsure' ? lack.because : []))];
};

describe('where a plan of the year is asked for', () => {
  const plan = '[{ title: 年度学法计划, kind: plan, every: year }]';

  test.each([
    '01：2024年第一季度学习计划.doc',
    '01：2024年上半年学法计划.doc',
    '01：2024年3月学法计划.doc',
    '01：2024年学法计划（一季度）.doc',
  ])('one of a part of it is for a person to judge: %s', (file) => {
    expect(stateOf(plan, [file])).toEqual(['person', 'part']);
  });

  test.each([
    '01：2024年学法计划.doc',
    '01：2024年度学法计划（2024年3月）.doc',
    '01：2024年3月5日学法计划.doc',
    '01：2024.3学法计划.doc',
    '01：2024年12月年度学法计划.doc',
  ])('one that is only signed on a day counts: %s', (file) => {
    expect(stateOf(plan, [file])).toEqual(['met']);
  });

  test('those of all four quarters together are of the year', () => {
    const quarters = ['一', '二', '三', '四'].map(
      (quarter, at) => `0${at + 1}：2024年第${quarter}季度学法计划.doc`,
    );
    expect(stateOf(plan, quarters)).toEqual(['met']);
    expect(stateOf(plan, quarters.slice(1))[0]).toBe('person');
  });

  test('beside the one of the year, those of its quarters are no matter', () => {
    const files = ['01：2024年学法计划.doc', '02：2024年第一季度学法计划.doc'];
    expect(stateOf(plan, files)).toEqual(['met']);
  });

  test('one that somebody said is the one counts', () => {
    const file = '01：2024年第一季度学习计划.doc';
    const ledger = `entries: [{ file: ${file}, requirements: 年度学法计划 }]`;
    expect(stateOf(plan, [file], { ...given, ledger })).toEqual(['met']);
  });
});

test.each([
  ['[{ title: 工作小结, kind: summary, every: half-year }]', '2024年第四季度工作小结', 'late'],
  ['[{ title: 工作小结, kind: summary, every: year, count: 4 }]', '2024年第四季度工作小结', 'late'],
  ['[{ title: 督查通报, kind: notice, every: year }]', '2024年第四季度督查通报', 'met'],
  ['[{ title: 活动方案, kind: plan, every: year }]', '2024年3月学雷锋活动方案', 'met'],
  ['[{ title: 半年小结, kind: summary, every: year }]', '2024年上半年半年小结', 'met'],
  ['[{ title: 志愿者名单, kind: list, every: year }]', '2024年3月志愿者名单', 'met'],
])('what may be of a part of the year is in no doubt for it: %s', (asked, title, state) => {
  expect(stateOf(asked, [`01：${title}.docx`])).toEqual([state]);
});

test.each([
  ['[{ title: 门禁图片, kind: photo }]', 'short'],
  ['[{ title: 门禁照片 }]', 'short'],
  ['[{ title: 门禁照片, kind: other }]', 'met'],
])('a packed archive of files counts for nothing but what may be anything: %s', (asked, state) => {
  expect(stateOf(asked, ['01：2024年门禁照片.zip'])[0]).toBe(state);
});

describe('photos that are called what a telephone calls them', () => {
  const photos = '[{ title: 志愿服务图片, kind: photo, count: 2.. }]';
  const files = ['01：微信图片_20240303100000.jpg', '02：IMG_20240304.jpg'];

  test('are for a person to judge, also where nothing else can take them', () => {
    expect(stateOf(photos, files)).toEqual(['person', 'title', 'title']);
  });

  test('count once somebody has said of all of them what they are of', () => {
    const ledger = `entries: [${files.map((file) => `{ file: ${file}, requirements: 志愿服务图片 }`).join(', ')}]`;
    expect(stateOf(photos, files, { ...given, ledger })).toEqual(['met']);
  });

  test('count with a caption, and in a folder that is called what they are of', () => {
    const ledger = `entries: [${files.map((file) => `{ file: ${file}, caption: { 主题: 义务植树 } }`).join(', ')}]`;
    expect(stateOf(photos, files, { ...given, ledger })).toEqual(['met']);
    expect(
      stateOf(
        photos,
        files.map((file) => `义务植树/${file}`),
      ),
    ).toEqual(['met']);
  });

  test('count where the photos that are asked for may be of anything', () => {
    expect(stateOf('[{ title: 活动图片, kind: photo, count: 2.. }]', files)).toEqual(['met']);
  });
});
