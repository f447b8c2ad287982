import { expect, test } from 'vitest';
import { leafArchive, saidBy } from '../../../../test/helpers/one-leaf.js';
import { coverageCount } from './index.js';

const NONE_OPEN = { unsettled: 0, unfit: 0, undated: 0 };

const said = (...given: Parameters<typeof leafArchive>) => saidBy(coverageCount, ...given);
const two = '[{ title: 签批件, kind: approval, count: 2.. }]';

test('fewer than are asked for are told with how many there are', () => {
  expect(said(two, ['01：经费签批件.pdf'])).toEqual([
    ['files', { title: '签批件', found: 1, min: 2, max: undefined, ...NONE_OPEN }],
  ]);
});

test('drafts do not count, and are told', () => {
  const ledger = 'entries: [{ file: 02：方案签批件.pdf, state: returned, reason: 缺公章 }]';
  const files = ['01：经费签批件.pdf', '02：方案签批件.pdf'];
  expect(said(two, files, { ledger })).toMatchObject([['files', { found: 1, unsettled: 1 }]]);
});

test('it points to the requirement’s line, the folder, and the indicator', () => {
  const [seen] = coverageCount.check(leafArchive(two, ['01：经费签批件.pdf']));
  expect(seen).toMatchObject({
    path: '档案/1 甲',
    at: { line: 5 },
    title: '签批件',
    indicator: { code: '1' },
  });
});

test('findings about two requirements of one indicator are two', () => {
  const asked = '[{ title: 签批件, kind: approval }, { title: 通知, kind: notice }]';
  const seen = [...coverageCount.check(leafArchive(asked, ['01：现场.jpg']))];
  expect(seen.map(({ title }) => title)).toEqual(['签批件', '通知']);
});

test('activities are counted as such', () => {
  const asked = '[{ title: 座谈会, activity: true, count: 2.., of: [{ kind: minutes }] }]';
  const files = ['2020年3月座谈会/01：纪要.docx'];
  expect(said(asked, files)).toMatchObject([['activities', { found: 1, min: 2 }]]);
});

test('of alternatives all are named', () => {
  const asked =
    '[{ title: 安排, either: [{ title: 方案, kind: plan }, { title: 分工, kind: list }] }]';
  expect(said(asked, ['01：现场.jpg'])).toEqual([
    ['either', { title: '安排', ways: ['方案', '分工'] }],
  ]);
});

test('too much is a warning', () => {
  const asked = '[{ title: 图片, kind: photo, count: 1 }]';
  const [seen] = coverageCount.check(leafArchive(asked, ['01：一.jpg', '02：二.jpg']));
  expect(seen).toMatchObject({ messageId: 'coverage-count/over', severity: 'warning' });
});

test('a total over all activities is told as such', () => {
  const asked =
    '[{ title: 图片, activity: true, total: 3.., of: [{ title: 活动图片, kind: photo }] }]';
  expect(said(asked, ['01：一.jpg'])).toMatchObject([['total', { found: 1, min: 3 }]]);
});

test('what does not apply without its proof is told once', () => {
  const ledger = 'notApplicable: [{ requirement: 签批件, reason: 本年没有, proof: 09：说明.docx }]';
  expect(said(two, ['01：现场.jpg'], { ledger })).toEqual([
    ['proof', { name: '签批件', proof: '09：说明.docx' }],
  ]);
});

test('a whole indicator that does not apply without its proof is told', () => {
  const ledger = 'notApplicable: [{ reason: 本年没有, proof: 09：说明.docx }]';
  expect(said('[]', ['01：现场.jpg'], { ledger })).toEqual([
    ['proof', { name: '甲', proof: '09：说明.docx' }],
  ]);
});

test('what was handed in late is told at its file, as a warning: nothing is left to be done', () => {
  const given = {
    system: 'submissions: [{ name: 年报, closes: 2020-07-31 }]',
    ledger: 'entries: [{ file: 01：签批件.pdf, submitted: 2020-08-02 }]',
  };
  const archive = leafArchive('[{ title: 签批件, kind: approval }]', ['01：签批件.pdf'], given);
  expect([...coverageCount.check(archive)]).toMatchObject([
    {
      messageId: 'coverage-count/submitted',
      data: { title: '签批件', submitted: '2020-08-02', closed: '2020-07-31' },
      severity: 'warning',
    },
  ]);
});

test('what must not be on it is told where somebody saw it, and not before', () => {
  const asked = '[{ title: 图片, kind: photo, avoids: [水印] }]';
  const ledger =
    'entries: [{ file: 01：一.jpg, seen: { what: [水印], by: 王芳, on: 2020-04-10 } }]';
  expect([said(asked, ['01：一.jpg'], { ledger }), said(asked, ['01：一.jpg'])]).toEqual([
    [['avoids', { title: '图片', what: ['水印'] }]],
    [],
  ]);
});

test('of a bonus that is claimed it is a warning', () => {
  const [seen] = coverageCount.check(leafArchive(two, ['01：签批件.pdf'], { bonus: true }));
  expect(seen?.severity).toBe('warning');
});

test('what is only welcome is not missed', () => {
  const asked =
    '[{ title: 签批件, kind: approval, optional: true }, { title: 通知, kind: notice }]';
  expect(said(asked, ['01：会议通知.docx'])).toEqual([]);
});

const photos = '[{ title: 图片, kind: photo, count: 2.., caption: [时间] }]';

test('photos that do not count for their captions are told beside those that do', () => {
  const ledger = 'entries: [{ file: 01：一.jpg, caption: { 时间: 3月5日 } }]';
  expect(said(photos, ['01：一.jpg', '02：二.jpg'], { ledger })).toMatchObject([
    ['files', { found: 1, min: 2, unfit: 1 }],
  ]);
});

test('fewer photos than are asked for, one of them without a caption, are told once', () => {
  expect(said(photos, ['01：一.jpg'])).toMatchObject([['files', { found: 0, min: 2, unfit: 1 }]]);
});

test('an activity that is whole but for a caption is told', () => {
  const asked =
    '[{ title: 座谈, activity: true, of: [{ title: 图片, kind: photo, caption: [时间] }] }]';
  expect(said(asked, ['01：座谈图片.jpg'])).toEqual([['unfit', { title: '座谈', unfit: 1 }]]);
});

test('of what comes back it is told in which period there is too much, each by itself', () => {
  const asked = '[{ title: 简报, kind: bulletin, every: quarter, count: 1..1 }]';
  const files = ['1月5日', '2月5日', '4月5日', '5月5日'].map(
    (day, at) => `0${at + 1}：2020年${day}简报.docx`,
  );
  expect(said(asked, files, { system: 'window: 2020-01..2020-06' })).toEqual([
    ['over', { title: '简报', found: 2, max: 1, activity: '2020-Q1', isOfActivities: false }],
    ['over', { title: '简报', found: 2, max: 1, activity: '2020-Q2', isOfActivities: false }],
  ]);
});

test('activities that are too many are counted as such', () => {
  const asked =
    '[{ title: 服务, activity: true, every: half-year, count: 2..2, of: [{ title: 记录, kind: minutes }] }]';
  const files = [1, 2, 3].map((month) => `0${month}：2020年${month}月5日服务记录.docx`);
  expect(said(asked, files, { system: 'window: 2020-H1' })).toMatchObject([
    ['over', { found: 3, max: 2, activity: '2020-H1', isOfActivities: true }],
  ]);
});

test('papers without a date where the date decides are told apart from those that count', () => {
  const asked = '[{ title: 票据, kind: document, count: 4, window: 2020 }]';
  const files = ['01：2020年3月票据.pdf', '02：票据一.pdf', '03：票据二.pdf'];
  expect(said(asked, files)).toMatchObject([['files', { found: 1, min: 4, undated: 2 }]]);
});
