import { describe, expect, test } from 'vitest';
import { systemWith } from '../../../test/helpers/system-of.js';
import { parseReview } from '../../io/review/read-reviews.js';
import { formatDecimal } from '../system/decimal.js';
import { reviewForm } from './form.js';
import { outcomeOf } from './settle.js';

function formOf(lines: string, profile: Readonly<Record<string, string>> = {}) {
  return reviewForm(systemWith(lines).system, profile);
}

/** What an inspector gives: `1/1.1: 3`, a line each, after the head. */
function said(form: ReturnType<typeof formOf>, head: string, ...marks: readonly string[]) {
  const list = marks.map((mark) => {
    const [indicator = '', given = ''] = mark.split(': ');
    const key = /^-?[\d.]+$/.test(given) ? 'points' : 'grade';
    return `  - { indicator: "${indicator}", ${key}: ${given} }`;
  });
  const lines = ['format: dangan/review@1', head, 'marks:', ...list];
  const { review, problems } = parseReview(`reviews/${head}.yaml`, lines.join('\n'), form);
  expect(problems).toEqual([]);
  if (!review) throw new Error('nobody’s word');
  return review;
}

const ZHANG = 'by: 张三\non: 2026-11-24';

function totalOf(lines: string, ...marks: readonly string[]): string {
  const form = formOf(lines);
  return formatDecimal(outcomeOf(form, [said(form, ZHANG, ...marks)]).low.total.earned);
}

describe('items that are scored', () => {
  const itemsIn = (lines: string, profile = {}) =>
    formOf(lines, profile).items.map(({ indicator, full }) => [
      indicator.id,
      full && formatDecimal(full),
    ]);

  test('are the lowest that have points', () => {
    expect(
      itemsIn(
        'indicators: [{ code: "1", name: 甲, points: 6, children: [{ code: a, name: 乙, points: 4 }, { code: b, name: 丙, points: 2 }] }]',
      ),
    ).toEqual([
      ['1/a', '4'],
      ['1/b', '2'],
    ]);
  });

  test('are groups where what is below them has no points', () => {
    expect(
      itemsIn(
        'indicators: [{ code: "1", name: 甲, points: 6, children: [{ code: a, name: 乙, points: 4 }, { code: b, name: 丙 }] }]',
      ),
    ).toEqual([['1', '6']]);
  });

  test('have shares of what is above them in points', () => {
    expect(
      itemsIn(
        'total: 200\nindicators: [{ code: "1", name: 甲, weight: 40% }, { code: "2", name: 乙, weight: 60% }]',
      ),
    ).toEqual([
      ['1', '80'],
      ['2', '120'],
    ]);
  });

  test('are all that applies to the unit', () => {
    const lines =
      'profile: { 窗口单位: [是, 否] }\nindicators: [{ code: "1", name: 甲, points: 6 }, { code: "2", name: 乙, points: 4, applies: { unit: { 窗口单位: 是 } } }]';
    expect(itemsIn(lines, { 窗口单位: '否' })).toEqual([['1', '6']]);
    expect(itemsIn(lines, { 窗口单位: '是' })).toHaveLength(2);
  });
});

describe('marks come together as the system says', () => {
  test.each([
    [
      'added up',
      'indicators: [{ code: "1", name: 甲, points: 6 }, { code: "2", name: 乙, points: 4 }]',
      ['1: 5', '2: 3.5'],
      '8.5',
    ],
    [
      'the best of them',
      'indicators: [{ code: "1", name: 甲, points: 6, scoring: { rule: highest }, children: [{ code: a, name: 乙, points: 6 }, { code: b, name: 丙, points: 6 }] }]',
      ['1/a: 2', '1/b: 5'],
      '5',
    ],
    [
      'with a limit of the bonus',
      'indicators: [{ code: "1", name: 甲, points: 6 }]\nbonus: [{ code: 加, name: 加分, cap: 2, children: [{ code: a, name: 乙, points: 2 }, { code: b, name: 丙, points: 2 }] }]',
      ['1: 6', '加/a: 2', '加/b: 1'],
      '8',
    ],
    [
      'by grades',
      'grades: { A: 100%, B: 66%, C: 33% }\nindicators: [{ code: "1", name: 甲, points: 5 }, { code: "2", name: 乙, points: 3 }]',
      ['1: B', '2: A'],
      '6.3',
    ],
    [
      'whatever the evidence and its rules would come to',
      'indicators: [{ code: "1", name: 甲, points: 6, scoring: { rule: deduct, each: 1, per: missing }, evidence: [{ title: 通知, count: 5 }] }]',
      ['1: 5.5'],
      '5.5',
    ],
  ])('%s', (_, lines, marks, total) => {
    expect(totalOf(lines, ...marks)).toBe(total);
  });
});

describe('of several inspectors', () => {
  const form = formOf('indicators: [{ code: "1", name: 甲, points: 6 }]');
  const [item] = form.items;
  const settled = (...reviews: readonly ReturnType<typeof said>[]) => {
    const found = item && outcomeOf(form, reviews).items.get(item.indicator);
    return [
      found?.agreement,
      ...(found?.given ?? []).map(({ points }) => points && formatDecimal(points)),
    ];
  };
  const at = (by: string, on: string, points: string, more = '') =>
    said(form, `by: ${by}\non: ${on}${more}`, `1: ${points}`);

  test('two who give the same agree, whatever digits they write', () => {
    expect(settled(at('甲', '2026-11-24', '5'), at('乙', '2026-11-24', '5.0'))).toEqual([
      'one',
      '5',
    ]);
  });

  test('two who differ are in dispute, the lowest first', () => {
    expect(settled(at('甲', '2026-11-24', '1'), at('乙', '2026-11-24', '0.5'))).toEqual([
      'disputed',
      '0.5',
      '1',
    ]);
  });

  test('the lead decides', () => {
    const lead = at('丙', '2026-11-23', '3', '\nlead: true');
    expect(settled(lead, at('甲', '2026-11-24', '5'), at('乙', '2026-11-24', '4'))).toEqual([
      'lead',
      '3',
    ]);
  });

  test('the last word of each counts, in whatever order the files are', () => {
    expect(settled(at('甲', '2026-11-25', '4'), at('甲', '2026-11-24', '5'))).toEqual(['one', '4']);
  });

  test('what was given for a later bundle counts, whoever led before', () => {
    const first = '\nlead: true\nbundle: { name: 一, date: 2026-10-01 }';
    const again = '\nbundle: { name: 二, date: 2026-12-01 }';
    expect(settled(at('甲', '2026-12-02', '6', again), at('丙', '2026-10-02', '3', first))).toEqual(
      ['one', '6'],
    );
  });
});
