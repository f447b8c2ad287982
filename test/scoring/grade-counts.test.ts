/** Bands that count indicators: “甲等：C 级 90%，B 级 60%，A 级 20%；核心条款 C 级 100%”, as hospitals are reviewed. */
import { describe, expect, test } from 'vitest';
import { messagesIn } from '../../src/messages/index.js';
import { bandAsks } from '../../src/report/system/words.js';
import { scoreOf, type Given } from '../helpers/score-of.js';
import { systemWith } from '../helpers/system-of.js';

const review = systemWith(`grades: { A: 100%, B: 75%, C: 50%, D: 0% }
bands:
  - { name: 甲等, grades: [{ C: 80%, B: 60%, A: 2 }, { of: ★, C: 100%, B: 50% }] }
  - { name: 乙等, grades: { C: 60% } }
indicators:
  - code: 第一章
    name: 功能任务
    marks: ★
    children:
      - { code: 1.1, name: 规模, points: 1, files: false, scoring: { rule: grade, by: judgement } }
      - { code: 1.2, name: 科室, points: 1, files: false, scoring: { rule: grade, by: judgement } }
  - code: 第二章
    name: 服务
    children:
      - { code: 2.1, name: 预约, points: 1, files: false, scoring: { rule: grade, by: judgement } }
      - { code: 2.2, name: 门诊, points: 1, files: false, scoring: { rule: grade, by: judgement } }
      - { code: 2.3, name: 急诊, points: 1, files: false, scoring: { rule: grade, by: judgement }, exempt: { score: full } }
`).system;

/** Grades of 1.1, 1.2, 2.1, 2.2 and 2.3: a letter each, a dot where nobody has said. */
const rated = (letters: string, given: Given = {}) =>
  scoreOf(review, {
    said: Array.from(letters).flatMap((grade, at) =>
      grade === '.' ? [] : [{ indicator: PLACES[at] ?? '', grade }],
    ),
    ...given,
  });
const PLACES = ['第一章/1.1', '第一章/1.2', '第二章/2.1', '第二章/2.2', '第二章/2.3'];

const held = (letters: string, given?: Given) =>
  rated(letters, given).bands.map(({ reached, reachable }) =>
    reached ? 'yes' : reachable ? 'perhaps' : 'no',
  );

describe('a band by shares of grades', () => {
  test.each([
    // C 5/5, B 3/5, A 2; ★ C 2/2, B 1/2
    ['just as many as it asks', 'ACABC', ['yes', 'yes']],
    ['one too few at B: 2 of 5', 'ACACC', ['no', 'yes']],
    ['one too few at A', 'BCABC', ['no', 'yes']],
    ['a core clause at D', 'ADABC', ['no', 'yes']],
    ['no core clause at B', 'CCAAB', ['no', 'yes']],
    ['C 4/5 is 80%', 'ACABD', ['yes', 'yes']],
    ['C 3/5 is 60%', 'ADABD', ['no', 'yes']],
    ['C 2/5 is 40%', 'DDABD', ['no', 'no']],
  ])('%s', (_, letters, bands) => {
    expect(held(letters)).toEqual(bands);
  });

  test('is within reach while enough are undecided', () => {
    expect([held('A.A.C'), held('D....'), held('..DDD')]).toEqual([
      ['perhaps', 'yes'],
      ['no', 'perhaps'],
      ['no', 'no'],
    ]);
  });

  test('leaves out what does not apply, whatever it is worth', () => {
    const exempt: Given = {
      leaves: {
        '第二章/2.3': { state: 'exempt', exemption: { reason: '无急诊' } as never },
      },
    };
    // C 3/4 is 75%, then B 2/4 is 50%.
    expect([held('ACAB', exempt), held('ADAB', exempt), held('ACAC', exempt)]).toEqual([
      ['yes', 'yes'],
      ['no', 'yes'],
      ['no', 'yes'],
    ]);
  });

  test('tells how many reach each grade, and how many may', () => {
    const counts = rated('A.ABD').bands.flatMap(({ grades }) =>
      grades.map(({ asked, all, sure, most }) => [...asked.of, asked.grade, sure, most, all]),
    );
    expect(counts).toEqual([
      ['C', 3, 4, 5],
      ['B', 3, 4, 5],
      ['A', 2, 3, 5],
      ['★', 'C', 1, 2, 2],
      ['★', 'B', 1, 2, 2],
      ['C', 3, 4, 5],
    ]);
  });

  test('counts what a veto makes zero as below every grade', () => {
    const vetoed = {
      ...review,
      vetoes: systemWith('vetoes: [{ code: 否, text: 甲, effect: zero, indicator: 第一章 }]').system
        .vetoes,
    };
    const said = PLACES.map((indicator) => ({ indicator, grade: 'A' }));
    const [first] = scoreOf(vetoed, { said, vetoes: [{ occurred: true }] }).bands;
    expect(first?.grades.map(({ sure }) => sure)).toEqual([3, 3, 3, 0, 0]);
  });

  test('counts shares of points where the points are no grades', () => {
    const mixed = systemWith(`total: 10
grades: { 优秀: 90%, 合格: 60% }
bands: [{ name: 先进, from: 5, grades: { of: 业务, 优秀: 50% } }]
indicators:
  - { code: 业务, name: 业务, points: 6, files: false, scoring: { rule: external } }
  - { code: 党建, name: 党建, points: 4, files: false, scoring: { rule: external } }
`).system;
    const reached = (share: string) =>
      scoreOf(mixed, { said: [{ indicator: '业务', share }] }).bands.map((band) => band.reached);
    expect([reached('90%'), reached('89%')]).toEqual([[true], [false]]);
  });
});

test('what a band asks is told by marks', () => {
  const [first] = review.bands;
  expect(first && messagesIn('zh-CN').validate.show.band({ ...first, asks: bandAsks(first) })).toBe(
    '甲等：C 及以上 80%、B 及以上 60%、A 及以上 2 项，★ 的 C 及以上 100%、B 及以上 50%',
  );
});

test('how many reach a grade is told in words', () => {
  const words = {
    of: ['核心条款'],
    all: 9,
    counts: [{ grade: 'C', sure: 8, share: '88.8%', open: 1 }],
  };
  expect(messagesIn('zh-CN').score.gradeCounts(words)).toBe(
    '核心条款 9 项里：C 及以上 8 项（88.8%），另有 1 项待定',
  );
  expect(messagesIn('en').score.gradeCounts(words)).toBe(
    'Of 9 indicators of 核心条款: 8 at C or better (88.8%), 1 more undecided',
  );
});
