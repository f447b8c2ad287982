/** What is asked for each month of a window that does not begin with a month: papers are called by the calendar. */
import { expect, test } from 'vitest';
import { requirementIn } from '../../../test/helpers/one-leaf.js';

const said = (evidence: string, files: readonly string[], today = '2024-02-01') => {
  const { state, found, wanted, lacks } = requirementIn(evidence, files, {
    system: 'window: { months: 12 }',
    today,
  });
  const missing = lacks.flatMap((lack) => (lack.is === 'period' ? lack.period.label : []));
  return { state, found, of: wanted.min, missing };
};

const ledger = '[{ title: 安全费用台账, kind: list, every: month }]';
const months = (...all: readonly string[]) =>
  all.map((month, at) => `${String(at + 1).padStart(2, '0')}：${month}安全费用台账.xlsx`);

test('twelve months back from 1 February are twelve months of the calendar', () => {
  const eleven = [2, 3, 4, 5, 6, 7, 8, 9, 10, 11].map((month) => `2023年${month}月`);
  expect(said(ledger, months(...eleven, '2024年1月'))).toEqual({
    state: 'late',
    found: 11,
    of: 12,
    missing: ['2023-12'],
  });
});

test('a quarter and a half-year are those of the calendar too', () => {
  const files = ['2023年一季度', '2023年二季度', '2023年第三季度', '2023年10-12月'];
  expect(
    said(
      '[{ title: 考核记录, kind: form, every: quarter }]',
      files.map((each, at) => `0${at + 1}：${each}考核记录.xlsx`),
    ),
  ).toEqual({ state: 'met', found: 4, of: 4, missing: [] });
  expect(
    said('[{ title: 评估报告, kind: report, every: half-year }]', ['01：2023年上半年评估报告.pdf']),
  ).toEqual({ state: 'late', found: 1, of: 2, missing: ['2023-H2'] });
});

test('the month that is not over is not missing yet', () => {
  const all = [3, 4, 5, 6, 7, 8, 9, 10, 11, 12].map((month) => `2023年${month}月`);
  const { state, missing } = said(ledger, months(...all, '2024年1月'), '2024-02-20');
  expect([state, missing]).toEqual(['open', []]);
});

test('a day before the window is none of it', () => {
  const { found } = said(ledger, ['01：2023年2月1日安全费用台账.xlsx']);
  expect(found).toBe(0);
});

test('in a school the season is the semester', () => {
  const given = { system: 'window: 2023', today: '2024-02-01' };
  const asked = '[{ title: 教研计划, kind: plan, every: semester }]';
  const files = ['01：2023春季教研计划.docx', '02：2023年秋季教研计划.docx'];
  expect(requirementIn(asked, files, given).state).toBe('met');
  expect(requirementIn(asked, ['01：2023-2024学年第一学期教研计划.docx'], given).found).toBe(1);
});
