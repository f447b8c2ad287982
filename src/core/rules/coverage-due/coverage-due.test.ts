import { expect, test } from 'vitest';
import { leafArchive } from '../../../../test/helpers/one-leaf.js';
import { coverageOf } from '../../coverage/cover.js';
import { STATES, statusOf } from '../../status/status.js';
import { runArchiveRules } from '../run.js';
import { ARCHIVE_RULES } from '../index.js';
import { coverageDue } from './index.js';

type Given = Parameters<typeof leafArchive>;

const told = (...given: Given) =>
  [...coverageDue.check(leafArchive(...given))].map(({ messageId, severity, data }) => [
    messageId.slice(13),
    severity ?? coverageDue.severity,
    'days' in data ? data.days : undefined,
  ]);
const often = (every: string) => `[{ title: 简报, kind: bulletin, every: ${every} }]`;
const on = (today: string, system = 'window: 2020..2020') => ({ today, system });

test.each([
  ['quarter', '2020-09-10', 20],
  ['quarter', '2020-09-30', 0],
  ['month', '2020-08-25', 6],
  ['half-year', '2020-12-11', 20],
  ['year', '2020-12-31', 0],
])('what is due every %s is told on %s: %d days are left', (every, today, days) => {
  expect(told(often(every), ['01：别的.zip'], on(today))).toEqual([['period', 'warning', days]]);
});

test.each([
  ['quarter', '2020-09-08'],
  ['month', '2020-08-20'],
  ['year', '2020-10-01'],
  ['quarter', '2021-01-05'],
  ['quarter', '2019-12-25'],
])('nothing is due soon every %s on %s', (every, today) => {
  expect(told(often(every), ['01：2020年1月5日简报.docx'], on(today))).toEqual([]);
});

test('of an indicator without any evidence that alone is told, unless nothing else is due', () => {
  expect(told(often('quarter'), [], on('2020-09-20'))).toEqual([]);
  expect(told(often('quarter'), [], on('2020-03-20'))).toEqual([['period', 'warning', 11]]);
});

test('what is there is not told, nor what nobody owes', () => {
  const files = ['01：2020年8月3日简报.docx'];
  expect(told(often('month'), files, on('2020-08-30'))).toEqual([]);
  const welcome = '[{ title: 简报, kind: bulletin, every: month, optional: true }]';
  expect(told(welcome, [], on('2020-08-30'))).toEqual([]);
});

test('a bonus that is due soon is told, too', () => {
  const given = { ...on('2020-09-29'), bonus: true };
  expect(told(often('quarter'), ['01：2020年2月3日简报.docx'], given)).toEqual([
    ['period', 'warning', 1],
  ]);
});

const asked = '[{ title: 计划, kind: plan }, { title: 总结, kind: summary }]';
const closes = (today: string, files: readonly string[] = ['01：计划.docx']) =>
  told(asked, files, on(today, 'submissions: [{ name: 年报, closes: 2020-09-01 }]'));

test('handing in is told from three weeks before it closes, and once it has closed', () => {
  expect([closes('2020-08-10'), closes('2020-08-11'), closes('2020-09-02')]).toEqual([
    [],
    [['closing', 'warning', 21]],
    [['closed', 'error', undefined]],
  ]);
  expect(closes('2020-09-02', ['01：计划.docx', '02：总结.docx'])).toEqual([]);
});

test.each(['2020-03-20', '2020-06-30', '2020-08-15', '2020-09-20', '2021-02-01'])(
  'on %s as many are late as the status counts, and no other rule tells of a period that this one tells',
  (today) => {
    const evidence = `[{ title: 简报, kind: bulletin, every: quarter }, { title: 总结, kind: summary }]`;
    const given = on(
      today,
      'window: 2020..2020\nsubmissions: [{ name: 年报, closes: 2020-07-31 }]',
    );
    const archive = leafArchive(evidence, ['01：2020年2月3日简报.docx'], given);
    const found = runArchiveRules(archive, ARCHIVE_RULES);
    const { requirements } = statusOf(archive.system, coverageOf(archive), {
      states: new Set(STATES),
    });
    const closed = found.find(({ messageId }) => messageId === 'coverage-due/closed');
    const late = closed ? (closed.params as { count: number }).count : 0;
    expect(late).toBe(today > '2020-07-31' ? requirements.late : 0);
    const periods = found.flatMap(({ params }) => ('period' in params ? [params.period] : []));
    expect(new Set(periods).size).toBe(periods.length);
  },
);
