import { expect, test } from 'vitest';
import { leafArchive, requirementIn, type LeafGiven } from '../../../test/helpers/one-leaf.js';
import { coverageOf } from '../../core/coverage/cover.js';
import { STATES, statusOf, TO_DO } from '../../core/status/status.js';
import { zhCn } from '../../messages/zh-cn/index.js';
import { ratioOf, statusText } from './text.js';

const given: LeafGiven = { system: 'window: 2025..2027', today: '2026-11-23' };
const meetings =
  '[{ title: 专题会议, activity: true, count: 2, every: year, of: [{ title: 纪要, kind: minutes }] }]';
const monthly = '[{ title: 检查记录, kind: form, every: month }]';

const ratio = (asked: string, files: readonly string[], how = given) =>
  ratioOf(requirementIn(asked, files, how), zhCn);

const plain = (text: string) => text;
const paint = { bold: plain, dim: plain, red: plain, yellow: plain, cyan: plain, green: plain };

/** All that is told of an archive of one leaf indicator, without the sums. */
const told = (asked: string, files: readonly string[], how = given) => {
  const archive = leafArchive(asked, files, how);
  const status = statusOf(archive.system, coverageOf(archive), { states: new Set(STATES) });
  const report = { status, today: how.today ?? '', all: true, spareExample: undefined };
  return statusText(report, { say: zhCn, paint, columns: 80 });
};

test('of two meetings each year those that took place are counted, not the years', () => {
  expect(ratio(meetings, [])).toBe('0/2次');
  expect(ratio(meetings, ['甲/01：2025年3月5日会议纪要.docx'])).toBe('1/2次');
});

test('a third meeting of one year makes up for none of the next', () => {
  const files = ['3月5日', '6月5日', '9月5日'].map((day) => `${day}/01：2025年${day}会议纪要.docx`);
  expect(ratio(meetings, files)).toBe('2/2次');
});

test('the words tell of meetings, where it is meetings that are asked for', () => {
  const files = ['甲/01：2025年3月5日会议纪要.docx'];
  expect(told(meetings, files)).toContain('2025年只有 1 次，要 2 次');
});

test('what is handed in ahead of its time makes up for nothing that is missing', () => {
  const yearly = '[{ title: 工作总结, kind: summary, every: year }]';
  expect(ratio(yearly, ['01：2026年工作总结.docx', '02：2027年工作总结.docx'])).toBe('1/2期');
});

test('where all that is due is there the next period is told', () => {
  const how: LeafGiven = { system: 'window: 2026', today: '2026-02-10' };
  expect(told(monthly, ['01：2026年1月检查记录.xlsx'], how)).toMatch(
    /未到期 +检查记录 +1\/1期 +下一期是2026年2月\n/,
  );
});

test('what is there, missing and still to come make up all that there is', () => {
  const how: LeafGiven = { system: 'window: 2026', today: '2026-11-23' };
  const files = [1, 2, 3, 5, 6, 7, 9, 10].map(
    (month, at) => `0${at + 1}：2026年${month}月检查记录.xlsx`,
  );
  expect(told(monthly, files, how)).toMatch(
    /逾期 +检查记录 +8\/10期 +缺 2026年4月、8月；另有 2 期还没有到期\n/,
  );
});

const quarterly = '[{ title: 排查台账, kind: list, every: quarter }]';
const ledgers = ['01：2026年一季度排查台账.xlsx', '02：2026年二季度排查台账.xlsx'];
const handedInLate: LeafGiven = {
  system: 'window: 2026\nsubmissions: [{ name: 季报, every: quarter, closes: 次月5日 }]',
  ledger: `entries: [{ file: ${ledgers[0]}, submitted: 2026-04-09 }]`,
};

test('what was handed in late is there, and nobody is asked for it any more', () => {
  const how = { ...handedInLate, today: '2026-06-30' };
  const archive = leafArchive(quarterly, ledgers, how);
  const status = statusOf(archive.system, coverageOf(archive), { states: TO_DO });
  const report = { status, today: '2026-06-30', all: false, spareExample: undefined };
  const said = statusText(report, { say: zhCn, paint, columns: 100 });
  expect(said).not.toContain('逾期');
  expect(said).toContain('有 1 条要求里有迟交的：算有，不用再办');
  expect(told(quarterly, ledgers, { ...how, today: '2027-02-01' })).toMatch(
    /逾期 +排查台账 +2\/4期/,
  );
});

test('with all that is there, what was handed in late is told as such', () => {
  const yearly = '[{ title: 排查台账, kind: list }]';
  const how: LeafGiven = {
    ...handedInLate,
    system: 'submissions: [{ name: 年报, closes: 2026-04-01 }]',
  };
  expect(told(yearly, [ledgers[0] ?? ''], how)).toMatch(
    /迟交 +排查台账 +1\/1份\s+01：2026年一季度排查台账：2026-04-01 截止以后才报送，算有\n/,
  );
});

test('what counts for nothing is counted also where nothing is to be done, and called by something', () => {
  const files = ['01：排查台账.xlsx', '5.docx'];
  const asked = '[{ title: 排查台账, kind: list }]';
  const archive = leafArchive(asked, files);
  const status = statusOf(archive.system, coverageOf(archive), { states: TO_DO });
  const report = { status, today: '2026-06-30', all: false, spareExample: undefined };
  const said = statusText(report, { say: zhCn, paint, columns: 100 });
  expect(said).toContain('齐了的指标里还有 1 份没用上');
  expect(said).toContain('`dangan status --all`');
  expect(told(asked, files)).toMatch(/没用上 +5：（没有题名）/);
});

test('the department that owes it stands behind the title, not in a line below', () => {
  const asked = '[{ title: 监控图片, kind: photo, owner: office, caption: [时间, 地点, 人物] }]';
  const how: LeafGiven = { system: 'owners: { office: 办公室 }' };
  expect(told(asked, ['01：办公楼门厅和后院的监控图片.jpg'], how)).toMatch(
    /监控图片 +\S+ +责任科室：办公室\n +01：办公楼门厅和后院的监控图片：说明里没有/,
  );
});

test('what is handed in before it is due, and will not do, is told while it can be mended', () => {
  const how: LeafGiven = { system: 'window: 2025..2026', today: '2026-11-23' };
  const photos = '[{ title: 监控图片, kind: photo, every: year, caption: [地点] }]';
  const ledger = 'entries: [{ file: 01：2025年监控图片.jpg, caption: { 地点: 门卫室 } }]';
  const files = ['01：2025年监控图片.jpg', '02：2026年监控图片.jpg'];
  const archive = leafArchive(photos, files, { ...how, ledger });
  const status = statusOf(archive.system, coverageOf(archive), { states: TO_DO });
  const report = { status, today: '2026-11-23', all: false, spareExample: undefined };
  const said = statusText(report, { say: zhCn, paint, columns: 100 });
  expect(said).toMatch(/未到期 +监控图片 .*02：2026年监控图片：.*地点/);
  expect(said).not.toContain('都齐了');
  expect(said).toContain('没到期的有 1 条已经交来材料，但不合要求');
});
