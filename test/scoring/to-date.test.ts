/** What an indicator comes to when what is not due yet does not count. */
import { describe, expect, test } from 'vitest';
import { scoreOf } from '../../src/core/scoring/score.js';
import { scoreToDate } from '../../src/core/scoring/to-date.js';
import { scoresById } from '../../src/core/scoring/walk.js';
import { zhCn } from '../../src/messages/zh-cn/index.js';
import { scoreText } from '../../src/report/score/text.js';
import { lossWords } from '../../src/report/score/words.js';
import { leafArchive } from '../helpers/one-leaf.js';
import { at, shown } from '../helpers/score-of.js';

const monthly = '[{ title: 卫生检查记录, kind: form, every: month }]';
const months = ['1', '2', '3'].map((month) => `0${month}：2024年${month}月卫生检查记录.xlsx`);
const archive = (indicator: string, files = months, asked = monthly, today = '2024-04-15') =>
  leafArchive(asked, files, { system: 'window: 2024', today, indicator: `points: 10${indicator}` });

/** The whole score, and that of what is due. */
const both = (...given: Parameters<typeof archive>) => {
  const all = archive(...given);
  const toDate = scoreToDate(all);
  const due = toDate && scoresById(toDate).get('1');
  return [shown(at(scoreOf(all), '1')), due && shown(due)];
};

const DEDUCT = ', scoring: { rule: deduct, each: 1, per: missing }';

describe('three of twelve months, and no more of them due', () => {
  test.each([
    [', scoring: { rule: deduct, each: 1, per: missing }', '1/10 (9)'],
    [', scoring: { rule: proportional }', '2.5/10 (7.5)'],
    [', scoring: { rule: all }', '0/10 (10)'],
    ['', '0/10 (10)'],
  ])('%s has all of the points so far', (scoring, whole) => {
    expect(both(scoring)).toEqual([whole, '10/10']);
  });

  test('lose what a month costs that is missing', () => {
    expect(both(DEDUCT, [months[0] ?? '', months[2] ?? ''])).toEqual(['0/10 (9)', '9/10']);
  });
});

test('of what has too much in one month, the months that are not due are open all the same', () => {
  const asked = '[{ title: 卫生检查记录, kind: form, every: month, count: 1..1 }]';
  const twice = [...months, '04：2024年3月卫生检查记录（补）.xlsx'];
  expect(both(DEDUCT, twice, asked)).toEqual(['1/10 (9)', '10/10']);
  expect(both(DEDUCT, twice, asked.replace('every: month, ', ''))[0]).toBe('10/10');
});

test('a band says by which number it is reached', () => {
  const told = (today: string) => {
    const bands = 'bands: [{ name: 优秀, from: 9.5 }, { name: 合格, from: 8 }]';
    const all = leafArchive(monthly, [months[0] ?? '', months[1] ?? ''], {
      system: `total: 10\nwindow: 2024\n${bands}`,
      today,
      indicator: `points: 10${DEDUCT}`,
    });
    const report = { score: scoreOf(all), toDate: scoreToDate(all), system: all.system };
    const plain = (text: string) => text;
    const paint = { bold: plain, dim: plain, red: plain, yellow: plain, cyan: plain, green: plain };
    return scoreText({ ...report, today, only: undefined, byOwner: false }, false, {
      ...{ say: zhCn, paint, columns: 100 },
    });
  };
  expect(told('2024-04-15')).toMatch(/优秀（9.5 分起）：达不到（按合计、按到今天为止都一样）/);
  expect(told('2024-04-15')).toMatch(
    /合格（8 分起）：按合计，待定的都得到才能达到；按到今天为止，自评分已经达到/,
  );
  expect(told('2025-01-05')).toMatch(/合格（8 分起）：达不到\n/);
});

test('when all is due there is nothing to tell', () => {
  expect(both(DEDUCT, months, monthly, '2025-01-05')).toEqual(['1/10', undefined]);
});

const YEARLY = '[{ title: 年度工作总结, kind: summary, every: year }]';

test('of what nothing is due yet no points are at stake', () => {
  const toDate = scoreToDate(archive('', [], YEARLY));
  expect([toDate && shown(toDate.total), both('', [], YEARLY)]).toEqual([
    '0/0',
    ['0/10 (10)', undefined],
  ]);
});

test('a criterion of which nothing is due yet does not count', () => {
  const asked =
    '[{ title: 卫生检查记录, kind: form, every: month, for: ① }, { title: 年度工作总结, kind: summary, every: year, for: ② }]';
  const criteria =
    ', criteria: [{ code: ①, text: 每月检查, points: 4 }, { code: ②, text: 年度总结, points: 6 }]';
  expect(both(criteria, months, asked)).toEqual(['0/10 (10)', '4/4']);
});

test('what is not due yet is told apart from what a person has to look at', () => {
  const undated = [...months.slice(0, 2), '03：卫生检查记录.xlsx'];
  const [loss] = at(scoreOf(archive(DEDUCT, undated)), '1').losses;
  expect(loss && lossWords(loss, undefined, zhCn)).toBe(
    '“卫生检查记录”10 份，每份 1 分，9 份还没有到期，1 份要由人核对；请在台账里写上核对结果，或日期',
  );
});

describe('a grade of which a criterion is not due yet', () => {
  const asked =
    '[{ title: 年度计划, kind: plan, for: ① }, { title: 年度工作总结, kind: summary, every: year, for: ② }]';
  const graded = (by: string) =>
    `, criteria: [{ code: ①, text: 有计划 }, { code: ②, text: 有总结 }], scoring: { rule: grade, by: ${by} }`;
  const withGrades = (by: string, files: readonly string[]) =>
    scoreToDate(
      leafArchive(asked, [...files], {
        system: 'window: 2024\ngrades: { A: 100%, C: 50%, D: 0% }',
        today: '2024-04-15',
        indicator: `points: 10${graded(by)}`,
      }),
    );
  const plan = ['01：2024年年度计划.pdf'];

  test.each([
    ['named, grades: { A: ①②, C: ① }', plan, '10/10'],
    ['met, grades: { A: 全部, C: "1", D: 其余 }', plan, '10/10'],
    ['named, grades: { A: ①②, C: ①, D: 其余 }', [], '0/10'],
  ])('by %s is that of what is due', (by, files, expected) => {
    const toDate = withGrades(by, files);
    expect(toDate && shown(toDate.total)).toBe(expected);
  });
});

test('what counts by its share is not told to be all or nothing', () => {
  const asked = '[{ title: 卫生检查记录, kind: form, count: 3.. }]';
  const [loss] = at(
    scoreOf(archive(', scoring: { rule: proportional }', months.slice(1), asked)),
    '1',
  ).losses;
  expect(loss && lossWords(loss, undefined, zhCn)).toBe(
    '按齐的比例得分，还缺“卫生检查记录”；请补齐',
  );
});
