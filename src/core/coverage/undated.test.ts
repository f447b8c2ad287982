/** Papers that no date tells the period of: what they may be for, and that they hide nothing that is missing. */
import { expect, test } from 'vitest';
import { requirementIn } from '../../../test/helpers/one-leaf.js';
import { effectiveDate } from '../evidence/effective-date.js';
import { spanLabel } from '../dates/label.js';

const monthly = '[{ title: 卫生检查记录, kind: form, every: month }]';
const given = { system: 'window: 2025..2026', today: '2026-02-10' };
/** One for each month of 2025 and January 2026, but for those that are left out. */
const months = (...without: readonly string[]) =>
  Array.from(
    { length: 13 },
    (_, at) => `${at < 12 ? 2025 : 2026}-${String(1 + (at % 12)).padStart(2, '0')}`,
  )
    .filter((month) => !without.includes(month))
    .map((month, at) => `${at + 1}：${month.replace('-', '')}卫生检查记录.xlsx`);

const said = (files: readonly string[], asked = monthly, how = given) => {
  const { state, lacks } = requirementIn(asked, files, how);
  const missing = lacks.flatMap((lack) => (lack.is === 'period' ? lack.period.label : []));
  const open = lacks.flatMap((lack) =>
    lack.is === 'date'
      ? [[lack.evidence.title, (lack.periods ?? []).map(({ label }) => label)]]
      : [],
  );
  return { state, missing, open };
};

test('what is called 11月 stands for no June', () => {
  expect(said([...months('2025-06', '2025-11'), '20：11月卫生检查记录表.xlsx'])).toEqual({
    state: 'late',
    missing: ['2025-06'],
    open: [['11月卫生检查记录表', ['2025-11']]],
  });
});

test('of 11月 the one November without a paper is meant', () => {
  const files = [...months('2025-11'), '20：11月卫生检查记录表.xlsx'];
  expect(said(files)).toEqual({
    state: 'person',
    missing: [],
    open: [['11月卫生检查记录表', ['2025-11']]],
  });
});

test('11月 beside a paper for each November is nothing but a paper without a year', () => {
  const files = [...months('2025-06'), '20：11月卫生检查记录表.xlsx'];
  expect(said(files)).toEqual({
    state: 'late',
    missing: ['2025-06'],
    open: [['11月卫生检查记录表', []]],
  });
});

test('a month without a year may be that of any year that has begun', () => {
  const files = [...months('2025-01', '2026-01'), '20：1月卫生检查记录表.xlsx'];
  expect(said(files)).toEqual({
    state: 'late',
    missing: ['2025-01', '2026-01'],
    open: [['1月卫生检查记录表', ['2025-01', '2026-01']]],
  });
});

test('a paper without any date hides none of the months that are missing', () => {
  const files = [...months('2025-06', '2025-09'), '20：卫生检查记录.xlsx'];
  expect(said(files)).toEqual({
    state: 'late',
    missing: ['2025-06', '2025-09'],
    open: [['卫生检查记录', ['2025-06', '2025-09', '2026-02']]],
  });
});

test('where it may make up for all that is missing a person has to say, and of which month', () => {
  const files = [...months('2025-06'), '20：卫生检查记录.xlsx'];
  expect(said(files)).toEqual({
    state: 'person',
    missing: [],
    open: [['卫生检查记录', ['2025-06', '2026-02']]],
  });
});

test('a paper of several months stands for one of them, and all of them are named', () => {
  const files = [...months('2025-07', '2025-08', '2025-09'), '20：2025年7-9月卫生检查记录.xlsx'];
  expect(said(files)).toEqual({
    state: 'late',
    missing: ['2025-07', '2025-08', '2025-09'],
    open: [['2025年7-9月卫生检查记录', ['2025-07', '2025-08', '2025-09']]],
  });
});

test('what has no date is of no month that has not begun', () => {
  const files = [...months(), '20：202602卫生检查记录.xlsx', '21：卫生检查记录.xlsx'];
  expect(said(files)).toEqual({ state: 'open', missing: [], open: [['卫生检查记录', []]] });
});

test('a folder may be called by a month without a year as well', () => {
  const files = [...months('2025-06', '2025-11'), '11月/01：检查.xlsx'];
  expect(said(files)).toMatchObject({ missing: ['2025-06'], open: [['检查', ['2025-11']]] });
});

const meetings =
  '[{ title: 例会, activity: true, every: quarter, of: [{ title: 纪要, kind: minutes }] }]';

test('a meeting without a date hides none of the quarters without one', () => {
  const files = ['一/01：2025年2月3日例会纪要.docx', '二/01：例会纪要.docx'];
  expect(said(files, meetings, { ...given, system: 'window: 2025' })).toEqual({
    state: 'late',
    missing: ['2025-Q2', '2025-Q3', '2025-Q4'],
    open: [['例会纪要', ['2025-Q2', '2025-Q3', '2025-Q4']]],
  });
});

test('loose minutes without a date hide none of the quarters either', () => {
  const files = ['01：2025年2月3日例会纪要.docx', '02：例会纪要.docx'];
  expect(said(files, meetings, { ...given, system: 'window: 2025' }).missing).toEqual([
    '2025-Q2',
    '2025-Q3',
    '2025-Q4',
  ]);
});

const dateOf = (title: string, created: string) => {
  const folder = { date: undefined, years: undefined };
  const { date } = effectiveDate(title, {
    ledger: undefined,
    folder,
    facts: { characters: undefined, created, taken: undefined },
  });
  return date && spanLabel(date);
};

test('the day on which a paper was typed tells its year only within the month that it is called by', () => {
  expect(dateOf('11月卫生检查记录表', '2025-11-28')).toBe('2025-11-28');
  expect(dateOf('11月卫生检查记录表', '2025-06-03')).toBeUndefined();
});

const twice =
  '[{ title: 会议, activity: true, count: 2, every: year, of: [{ title: 会议纪要, kind: minutes }, { title: 会议照片, kind: photo }] }]';
const in2025 = { system: 'window: 2025..2026', today: '2026-02-10' };
const first = ['01：2025年3月5日会议纪要.docx', '02：2025年3月5日会议照片.jpg'];
const lacksOf = (files: readonly string[]) =>
  requirementIn(twice, files, in2025).lacks.map((lack) => {
    if (lack.is === 'kind') return [lack.activity, lack.title];
    if (lack.is === 'period') return [lack.period.label, `${lack.found}/${lack.wanted.min}`];
    return [lack.is];
  });

test('of a photo without a date it is told which meeting is without photos, not that its minutes are missing', () => {
  const files = [...first, '03：2025年9月5日会议纪要.docx', '04：会议照片.jpg'];
  expect(lacksOf(files)).toEqual([['date'], ['2025-09-05', '会议照片']]);
});

test('a photo without a date begins no second meeting', () => {
  expect(lacksOf([...first, '03：会议照片.jpg'])).toEqual([['date'], ['2025', '1/2']]);
});
