/** What is handed in each quarter: when it is due, and what it costs to be late. */
import { describe, expect, test } from 'vitest';
import { scoreOf } from '../../src/core/scoring/score.js';
import { leafArchive, requirementIn, type LeafGiven } from '../helpers/one-leaf.js';
import { at, shown } from '../helpers/score-of.js';

const QUARTERLY = 'window: 2024\nsubmissions: [{ name: 季报, every: quarter, closes: 次月5日 }]';
const YEARLY = 'window: 2024\nsubmissions: [{ name: 年报, closes: 2024-12-31 }]';

const asked = '[{ title: 工作小结, kind: summary, every: quarter }]';
const files = ['01：2024年一季度工作小结.docx', '02：2024年二季度工作小结.docx'];
const handedIn = (...days: readonly string[]) =>
  `entries: [${days.map((day, nth) => `{ file: ${files[nth]}, submitted: ${day} }`).join(', ')}]`;

describe('what is due each quarter', () => {
  const statesOn = (today: string) =>
    requirementIn(asked, files, { system: QUARTERLY, today }).periods.map(({ state }) => state);

  test('is late only when handing in for it has closed', () => {
    expect(statesOn('2024-10-05')).toEqual(['met', 'met', 'open', 'open']);
    expect(statesOn('2024-10-06')).toEqual(['met', 'met', 'late', 'open']);
    expect(statesOn('2025-01-05')).toEqual(['met', 'met', 'late', 'open']);
  });

  test('counts as handed in late by the closing day of its own quarter', () => {
    const ledger = handedIn('2024-04-05', '2024-07-09');
    const { lacks } = requirementIn(asked, files, {
      system: QUARTERLY,
      today: '2024-08-01',
      ledger,
    });
    expect(lacks).toMatchObject([{ is: 'submitted', closed: '2024-07-05' }]);
  });
});

test('what is due each month is late after the quarter, where handing in closes then', () => {
  const system = 'window: 2024\nsubmissions: [{ name: 月报, every: month, closes: 季后10日内 }]';
  const on = (today: string) =>
    requirementIn('[{ title: 月报, kind: bulletin, every: month }]', ['01：2024年1月月报.docx'], {
      system,
      today,
    }).periods.map(({ state }) => state);
  expect(on('2024-04-10').slice(0, 4)).toEqual(['met', 'open', 'open', 'open']);
  expect(on('2024-04-11').slice(0, 4)).toEqual(['met', 'late', 'late', 'open']);
});

describe('of several pieces in one period', () => {
  const scored = (count: number, filed: readonly string[]) => {
    const system = 'window: 2024\nsubmissions: [{ name: 年报, every: year, closes: 次年1月10日 }]';
    const indicator = 'points: 10, scoring: { rule: deduct, each: 1, per: late }';
    const wanted = `[{ title: 工作小结, kind: summary, every: year, count: ${count}.. }]`;
    const given = { system, indicator, today: '2025-02-01' };
    return shown(at(scoreOf(leafArchive(wanted, filed, given)), '1'));
  };

  test('each may be late', () => {
    expect(scored(2, files)).toBe('8/10 (2)');
  });

  test('each that is not there is late', () => {
    expect(scored(3, files.slice(0, 1))).toBe('0/10 (8)');
  });
});

describe('a price for being late', () => {
  const PRICES = '[{ rule: deduct, each: 2, per: missing }, { rule: deduct, each: 1, per: late }]';
  const scored = (wanted: string, given: LeafGiven, scoring = PRICES) => {
    const indicator = `points: 10, scoring: ${scoring}`;
    return shown(at(scoreOf(leafArchive(wanted, files, { ...given, indicator })), '1'));
  };
  const ledger = handedIn('2024-04-05', '2024-07-09');

  test('is all that a paper costs that is there, and was late', () => {
    expect(scored(asked, { system: QUARTERLY, today: '2024-09-01', ledger })).toBe('5/10 (4)');
    expect(scored(asked, { system: QUARTERLY, today: '2025-02-01', ledger })).toBe('5/10');
  });

  test('holds without quarters as well', () => {
    const one = '[{ title: 一季度工作小结, kind: summary }]';
    const late = handedIn('2025-01-05');
    expect(scored(one, { system: YEARLY, today: '2025-02-01', ledger: late })).toBe('9/10');
  });

  test('is the only price: without one a late paper costs nothing', () => {
    const given = { system: QUARTERLY, today: '2024-09-01', ledger };
    expect(scored(asked, given, '{ rule: deduct, each: 2, per: missing }')).toBe('6/10 (4)');
  });

  test('is taken for a late part of a set', () => {
    const parts =
      '[{ title: 一季度材料, of: [{ title: 一季度工作小结 }, { title: 二季度工作小结 }] }]';
    const given = {
      system: YEARLY,
      today: '2025-02-01',
      ledger: handedIn('2025-01-05', '2024-07-01'),
    };
    expect(scored(parts, given)).toBe('9/10');
  });

  test('is not asked of a quarter that may still be handed in', () => {
    const given = { system: QUARTERLY, today: '2024-10-03', ledger };
    expect(scored(asked, given, '{ rule: deduct, each: 1, per: late, cap: 3 }')).toMatch(/^0\/10/);
    const whole = scoreOf(
      leafArchive(asked, files, {
        ...given,
        indicator: 'points: 10, scoring: { rule: deduct, each: 1, per: late }',
      }),
    );
    const late = at(whole, '1').losses.find(
      ({ why, undecided }) => why.is === 'late' && !undecided,
    );
    expect(late?.why).toMatchObject({ pieces: { sure: 1 } });
  });

  test('is for a person where the system does not say by when', () => {
    const handed = { system: 'window: 2024', today: '2025-02-01', ledger };
    expect(scored(asked, handed)).toBe('0/10 (6)');
  });
});
