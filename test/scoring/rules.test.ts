/** Each scoring rule: what is earned, of what is at stake, and what is undecided, for what is covered and said. */
import { describe, expect, test } from 'vitest';
import { messagesIn } from '../../src/messages/index.js';
import { lossWords } from '../../src/report/score/words.js';
import { formatDecimal } from '../../src/core/system/decimal.js';
import { NO_SCORES } from '../../src/core/scoring/scores.js';
import type { Loss } from '../../src/core/scoring/types.js';
import type { Indicator, ScoringSystem } from '../../src/core/system/types.js';
import { at, coverageGiven, decimal, scoreOf, shown, type Given } from '../helpers/score-of.js';
import { systemWith } from '../helpers/system-of.js';

const HEAD = 'grades: { A: 100%, B: 66%, C: 33%, D: 0% }\n';

/** A system whose one indicator has these lines. */
function leaf(lines: string): ScoringSystem {
  const indented = lines.replace(/^/gm, '    ').trimStart();
  const { system } = systemWith(
    `${HEAD}indicators:\n  - code: "1"\n    name: 组织领导\n    ${indented}\n`,
  );
  return system;
}

type Row = readonly [fact: string, given: Given, score: string];

const words = (loss: Loss, of?: Indicator) => lossWords(loss, of, messagesIn('zh-CN'));

type PeriodState = 'met' | 'late' | 'open' | 'person';

/** Of one requirement, the periods one after the other. */
const periods = (id: string, ...states: readonly PeriodState[]) => ({
  covered: {
    [id]: {
      state: 'late' as const,
      counts: 'periods' as const,
      periods: states.map((state, index) => ({
        period: { label: `2020-0${index + 1}`, from: '2020-01-01', to: '2020-01-31' },
        state,
        found: state === 'met' ? 1 : 0,
        evidence: [],
      })),
    },
  },
});

const earns = (system: ScoringSystem, rows: readonly Row[]) => {
  test.each(rows)('%s', (_, given, score) => {
    expect(shown(at(scoreOf(system, given), '1'))).toBe(score);
  });
};

describe('what only a person can answer is asked', () => {
  const visits = leaf(
    'points: 6\nscoring: [{ rule: deduct, when: 个访, each: 1, per: 每人次 }, { rule: deduct, when: 集访, each: 3, per: 每批次 }]\nevidence: [{ id: report, title: 办理报告, every: year }]',
  );
  const asked = (given: Given) =>
    at(scoreOf(visits, given), '1').losses.map(
      ({ points, why }) =>
        `${formatDecimal(points)} ${why.is === 'unsaid' ? why.rule.when : why.is}`,
    );

  test('while the evidence is not due', () => {
    expect(asked({ covered: { report: 'open' } })).toEqual(['6 evidence', '0 个访', '0 集访']);
  });

  test('rule by rule', () => {
    expect(asked({ covered: { report: 'open' }, said: [{ times: 0, rule: 1 }] })).toEqual([
      '6 evidence',
      '0 集访',
    ]);
    expect(asked({ covered: { report: 'met' }, said: [{ times: 0, rule: 1 }] })).toEqual([
      '6 集访',
    ]);
  });

  test('and not where nothing is left to lose', () => {
    expect(asked({ said: [] })).toEqual(['6 nothing']);
  });
});

test('of activities of which none is there, that one is not due yet is told as that', () => {
  const drill = leaf(
    'points: 3\nscoring: { rule: deduct, each: 1, per: missing }\nevidence: [{ id: drill, title: 演练, every: half-year }]',
  );
  const score = at(scoreOf(drill, periods('drill', 'late', 'late', 'open')), '1');
  expect(score.losses.map((loss) => words(loss, score.indicator))).toEqual([
    '“演练”缺 2 份，每份扣 1 分；请补齐',
    '“演练”1 份，每份 1 分，还没有到期',
  ]);
});

describe('tiers of a share that are written without a percent sign', () => {
  const satisfied = leaf(
    'points: 5\nfiles: false\nscoring: { rule: tiers, of: 群众满意度, tiers: [{ when: 优, from: 90, points: 5 }, { when: 良, from: 80, points: 3 }, { when: 中, from: 70, points: 1 }] }',
  );
  earns(satisfied, [
    ['93% is in the tier that begins at 90', { said: [{ share: '93%' }] }, '5/5'],
    ['85% is in the tier that begins at 80', { said: [{ share: '85%' }] }, '3/5'],
    ['so is 85', { said: [{ times: 85 }] }, '3/5'],
    ['60% is in none', { said: [{ share: '60%' }] }, '0/5'],
  ]);
});

test('a deduction in the words of the standard says how what is missing is counted', () => {
  const monthly = leaf(
    'points: 9\nscoring: { rule: deduct, each: 0.5, per: 每缺一次 }\nevidence: [{ title: 投诉登记表 }]',
  );
  const { losses, indicator } = at(scoreOf(monthly, { covered: { 投诉登记表: 'met' } }), '1');
  expect(losses.map((loss) => words(loss, indicator))).toEqual([
    expect.stringContaining('per: missing'),
  ]);
});

describe('without a rule', () => {
  const two = leaf(
    'points: 6\nevidence:\n  - { id: notice, title: 通知 }\n  - { id: plan, title: 方案 }\n  - { id: more, title: 简报, optional: true }',
  );
  earns(two, [
    ['all that is asked for earns everything', { covered: { notice: 'met', plan: 'met' } }, '6/6'],
    ['a part of it is for a person', { covered: { notice: 'met' } }, '0/6 (6)'],
    [
      'what a person has to look at is undecided',
      { covered: { notice: 'met', plan: 'person' } },
      '0/6 (6)',
    ],
    ['what is not due yet is undecided', { covered: { notice: 'met', plan: 'open' } }, '0/6 (6)'],
    ['too much of it is for a person', { covered: { notice: 'met', plan: 'over' } }, '0/6 (6)'],
    ['nothing loses everything', {}, '0/6'],
    ['what does not apply is not asked for', { covered: { notice: 'met', plan: 'exempt' } }, '6/6'],
    ['optional evidence alone earns nothing', { covered: { more: 'met' } }, '0/6'],
    [
      'a person decides where something is there',
      { covered: { notice: 'met' }, said: [{ points: decimal('4') }] },
      '4/6',
    ],
    [
      'a person’s points without evidence count for nothing',
      { said: [{ points: decimal('4') }] },
      '0/6',
    ],
    [
      'a person may give less than the evidence bears',
      { covered: { notice: 'met', plan: 'met' }, said: [{ points: decimal('5') }] },
      '5/6',
    ],
    [
      'no person gives more than there is',
      { covered: { notice: 'met', plan: 'met' }, said: [{ points: decimal('9') }] },
      '6/6',
    ],
  ]);

  earns(leaf('points: 6\nfiles: false'), [
    ['what files do not decide is undecided', {}, '0/6 (6)'],
    ['and what a person says of it counts', { said: [{ points: decimal('4.5') }] }, '4.5/6'],
    ['as a grade', { said: [{ grade: 'B' }] }, '3.96/6'],
    ['or as a share', { said: [{ share: '50%' }] }, '3/6'],
    ['or as yes or no', { said: [{ met: false }] }, '0/6'],
  ]);

  earns(
    leaf(
      'points: 5\nthresholds: [{ name: 覆盖率, is: ≥90% }]\nevidence: [{ id: report, title: 说明报告 }]',
    ),
    [
      ['a number in the standard is for a person', { covered: { report: 'met' } }, '0/5 (5)'],
      ['who may say that it holds', { covered: { report: 'met' }, said: [{ met: true }] }, '5/5'],
    ],
  );
});

describe('deduct', () => {
  const meetings = leaf(
    'points: 3\nscoring: { rule: deduct, each: 1, per: missing, floor: 0 }\nevidence: [{ id: meeting, title: 会议, kind: minutes, count: 3.. }]',
  );
  const found = (number: number, state: 'short' | 'person' | 'met' | 'open' = 'short') => ({
    covered: { meeting: { state, found: number } },
  });
  earns(meetings, [
    ['each missing piece costs', found(2), '2/3'],
    ['all missing cost everything', found(0), '0/3'],
    ['none missing cost nothing', found(3, 'met'), '3/3'],
    ['pieces that a person has to look at are undecided', found(2, 'person'), '2/3 (1)'],
    ['so are those that are not due yet', found(1, 'open'), '1/3 (2)'],
    [
      'a person may count more missing than the files show',
      { ...found(2), said: [{ times: 2 }] },
      '1/3',
    ],
    ['and never fewer', { ...found(2), said: [{ times: 0 }] }, '2/3'],
  ]);

  earns(
    leaf(
      'points: 2\nscoring: { rule: deduct, each: 3, per: missing, floor: 0 }\nevidence: [{ id: a, title: 方案 }]',
    ),
    [['a deduction is never more than the indicator is worth', {}, '0/2']],
  );
  earns(
    leaf(
      'points: 5\nscoring: { rule: deduct, each: 2, per: missing, floor: 3 }\nevidence:\n  - { id: a, title: 方案 }\n  - { id: b, title: 总结 }',
    ),
    [['nothing goes below the floor', {}, '3/5']],
  );
  earns(
    leaf(
      'points: 5\nscoring: { rule: deduct, each: 2, per: missing, cap: 3 }\nevidence:\n  - { id: a, title: 方案 }\n  - { id: b, title: 总结 }\n  - { id: c, title: 通知 }',
    ),
    [
      ['a rule takes off no more than its cap', { covered: { a: 'met' } }, '2/5'],
      [
        'what is missing for sure comes out of the cap before what may be',
        { covered: { a: 'open', b: 'short', c: 'met' } },
        '2/5 (1)',
      ],
      ['what deductions leave rests on nothing where nothing is there', {}, '0/5 (2)'],
    ],
  );

  const forms = leaf(
    'points: 5\nscoring:\n  - { rule: deduct, when: 缺1999年表, each: 5, per: missing, floor: 0 }\n  - { rule: deduct, when: 缺1988年表, each: 3, per: missing, floor: 0 }\nevidence:\n  - { id: resume-1988, title: 1988年《干部履历表》 }\n  - { id: resume-1999, title: 1999年《干部履历表》 }',
  );
  earns(forms, [
    [
      'the rule whose words are about it counts the piece',
      { covered: { 'resume-1999': 'met' } },
      '2/5',
    ],
    ['and another the other', { covered: { 'resume-1988': 'met' } }, '0/5'],
  ]);

  const others = leaf(
    'points: 8\nscoring:\n  - { rule: deduct, when: 缺《中国共产党入党志愿书》或加入民主党派材料, each: 8, per: missing, floor: 0 }\n  - { rule: deduct, when: 其他材料, each: 2, per: missing, floor: 0 }\nevidence:\n  - { id: application, title: 《中国共产党入党志愿书》 }\n  - { id: register, title: 1985年《中国共产党党员登记表》 }',
  );
  earns(others, [
    ['the other pieces have the rule for others', { covered: { application: 'met' } }, '6/8'],
    ['the named one its own', { covered: { register: 'met' } }, '0/8'],
  ]);

  const unclear = leaf(
    'points: 8\nscoring:\n  - { rule: deduct, when: 1997年以来提拔任职的, each: 3, per: missing, floor: 0 }\n  - { rule: deduct, when: 其他材料, each: 1, per: missing, floor: 0 }\nevidence: [{ id: a, title: 干部任前考察材料, count: 2 }]',
  );
  earns(unclear, [
    [
      'which of two rules counts a piece is for a person',
      { covered: { a: { found: 1 } } },
      '5/8 (2)',
    ],
    ['who may say so', { covered: { a: { found: 1 } }, said: [{ rule: 2, times: 1 }] }, '7/8'],
  ]);

  const words = leaf(
    'points: 3\nfiles: false\nscoring: { rule: deduct, each: 1, per: 不符合要求的每项, floor: 0 }',
  );
  earns(words, [
    ['what nobody has counted is undecided', {}, '0/3 (3)'],
    ['what a person counts is taken off', { said: [{ times: 2 }] }, '1/3'],
    ['none is a number too', { said: [{ times: 0 }] }, '3/3'],
    ['the floor holds', { said: [{ times: 9 }] }, '0/3'],
    [
      'points taken off may be given instead',
      { said: [{ rule: 1, points: decimal('1.5') }] },
      '1.5/3',
    ],
  ]);

  const late = leaf(
    'points: 3\nscoring: { rule: deduct, each: 3, per: late, floor: 0 }\nevidence: [{ id: receipt, title: 报送回执, optional: true }]',
  );
  earns(late, [
    ['lateness that nothing tells is undecided', {}, '0/3 (3)'],
    ['not late, as a person says', { said: [{ times: 0 }] }, '3/3'],
  ]);

  const counted = leaf(
    'points: 4\nscoring: { rule: deduct, each: 1, per: 每份材料, floor: 0 }\nevidence: [{ id: a, title: 审批表 }]',
  );
  const [piece] = coverageGiven(counted, { covered: { a: 'met' } }).leaves[0]?.evidence ?? [];
  if (!piece) throw new Error('no evidence');
  const unseen = {
    state: 'person',
    lacks: [{ is: 'shows', evidence: piece, what: ['组织印章'] }],
  } as const;
  const undated = { state: 'person', lacks: [{ is: 'date', evidence: piece }] } as const;
  earns(counted, [
    ['evidence that is not there loses what no deduction counts', { said: [{ times: 0 }] }, '0/4'],
    [
      'evidence that is there loses what a person counts',
      { covered: { a: 'met' }, said: [{ times: 1 }] },
      '3/4',
    ],
    ['what a person has to look at is undecided', { covered: { a: unseen } }, '0/4 (4)'],
    [
      'a person who counts what is wrong on it has looked',
      { covered: { a: unseen }, said: [{ times: 1 }] },
      '3/4',
    ],
    [
      'and still cannot tell of which year it is',
      { covered: { a: undated }, said: [{ times: 1 }] },
      '0/4 (3)',
    ],
  ]);
});

describe('a condition in words', () => {
  const applies = [{ is: 'condition', text: '有党校学历' }] as const;
  const single = leaf(
    'points: 6\nscoring: { rule: deduct, each: 2, per: missing, floor: 0 }\nevidence: [{ id: form, title: 呈报表 }]',
  );
  earns(single, [
    [
      'loses nothing where what it asks for is there',
      { covered: { form: { state: 'person', found: 1, lacks: applies } } },
      '6/6',
    ],
    [
      'leaves undecided what is not',
      { covered: { form: { state: 'person', found: 0, lacks: applies } } },
      '4/6 (2)',
    ],
  ]);
  const three = leaf(
    'points: 6\nscoring: { rule: deduct, each: 2, per: missing, floor: 0 }\nevidence:\n  - id: degree\n    title: 学历学位\n    of: [{ title: 成绩表 }, { title: 毕业生登记表 }, { title: 授予学位的材料 }]',
  );
  const degree = {
    state: 'person',
    found: 2,
    wanted: { min: 3, max: undefined },
    counts: 'parts',
    lacks: applies,
  } as const;
  earns(three, [
    [
      'leaves undecided no more than the part that is missing',
      { covered: { degree, 成绩表: 'met', 毕业生登记表: 'met' } },
      '4/6 (2)',
    ],
  ]);
  earns(leaf('points: 6\nevidence: [{ id: form, title: 呈报表 }]'), [
    [
      'is of no account without a rule either, where what it asks for is there',
      { covered: { form: { state: 'person', found: 1, lacks: applies } } },
      '6/6',
    ],
  ]);
});

describe('several periods', () => {
  const monthly = leaf(
    'points: 5\nscoring: { rule: deduct, each: 0.5, per: missing, floor: 0 }\nevidence: [{ id: monthly, title: 每月上报情况, every: month }]',
  );
  const months = (...states: readonly PeriodState[]) => periods('monthly', ...states);
  earns(monthly, [
    ['each one over and missing costs', months('met', 'late', 'late', 'met'), '4/5'],
    ['one to come is undecided', months('met', 'late', 'open'), '4/5 (0.5)'],
    ['so is one that a person has to look at', months('met', 'person'), '4.5/5 (0.5)'],
  ]);
  test('those lost and those undecided are counted apart', () => {
    const { losses } = at(scoreOf(monthly, months('met', 'late', 'open', 'open')), '1');
    expect(losses.map((loss) => [formatDecimal(loss.points), words(loss)])).toEqual([
      ['0.5', '“每月上报情况”缺 1 份，每份扣 0.5 分；请补齐'],
      ['1', '“每月上报情况”2 份，每份 0.5 分，还没有到期'],
    ]);
  });
});

describe('add', () => {
  earns(leaf('points: 6\nfiles: false\nscoring: { rule: add, each: 2, per: 每次 }'), [
    ['as often as a person says', { said: [{ times: 2 }] }, '4/6'],
    ['up to what the indicator is worth', { said: [{ times: 7 }] }, '6/6'],
    ['undecided while nobody does', {}, '0/6 (6)'],
  ]);
  earns(
    leaf(
      'points: 6\nscoring: { rule: add, each: 2, per: 每次, cap: 4 }\nevidence: [{ id: a, title: 简报 }]',
    ),
    [
      [
        'as often as there is evidence',
        { covered: { a: { state: 'met', found: 1 } }, said: [{ times: 2 }] },
        '2/6',
      ],
      [
        'not above its own cap',
        { covered: { a: { state: 'met', found: 5 } }, said: [{ times: 5 }] },
        '4/6',
      ],
    ],
  );
});

describe('grade', () => {
  const criteria =
    'criteria:\n  - { code: 1), text: 一 }\n  - { code: 2), text: 二 }\n  - { code: 3), text: 三 }\n  - { code: 4), text: 四 }\nevidence:\n  - { id: a, title: 一, for: 1) }\n  - { id: b, title: 二, for: 2) }\n  - { id: c, title: 三, for: 3) }\n  - { id: d, title: 四, for: 4) }';
  const named = leaf(
    `points: 10\nscoring: { rule: grade, by: named, grades: { A: 符合1)2)3)4), B: "符合2)3)4)", C: 符合3)4) } }\n${criteria}`,
  );
  earns(named, [
    ['all of them: A', { covered: { a: 'met', b: 'met', c: 'met', d: 'met' } }, '10/10'],
    ['符合 2)3)4) 为 B', { covered: { b: 'met', c: 'met', d: 'met' } }, '6.6/10'],
    [
      'an open one leaves the better grade undecided',
      { covered: { a: 'person', b: 'met', c: 'met', d: 'met' } },
      '6.6/10 (3.4)',
    ],
    ['no grade, no points', { covered: { a: 'met', b: 'met', c: 'met' } }, '0/10'],
    [
      'a person says that a criterion holds',
      {
        covered: { a: 'person', b: 'met', c: 'met', d: 'met' },
        said: [{ criterion: '1)', met: true }],
      },
      '10/10',
    ],
    [
      'not where nothing is there',
      { covered: { b: 'met', c: 'met', d: 'met' }, said: [{ criterion: '1)', met: true }] },
      '6.6/10',
    ],
    [
      'a grade that a person gives, as far as the evidence bears it',
      { covered: { b: 'met', c: 'met', d: 'met' }, said: [{ grade: 'A' }] },
      '6.6/10',
    ],
    [
      'a lower one counts',
      { covered: { b: 'met', c: 'met', d: 'met' }, said: [{ grade: 'C' }] },
      '3.3/10',
    ],
  ]);
  const met = leaf(
    `points: 10\nscoring: { rule: grade, by: met, grades: { A: "4", B: 3条以上, C: "1..2" } }\n${criteria}`,
  );
  earns(met, [
    ['by how many hold', { covered: { a: 'met', c: 'met', d: 'met' } }, '6.6/10'],
    ['a few', { covered: { a: 'met' } }, '3.3/10'],
    ['none', {}, '0/10'],
  ]);
  const gaps = leaf(
    `points: 10\nscoring: { rule: grade, by: met, grades: { A: 全部, D: 其余 } }\n${criteria}`,
  );
  earns(gaps, [
    ['grades with gaps: A', { covered: { a: 'met', b: 'met', c: 'met', d: 'met' } }, '10/10'],
    ['grades with gaps: D', { covered: { a: 'met', b: 'met', c: 'met' } }, '0/10'],
  ]);
  const violations = leaf(
    'points: 10\nfiles: false\nscoring: { rule: grade, by: violations, grades: { A: "0", B: 1..2, C: 3处以上 } }',
  );
  earns(violations, [
    ['undecided until they are counted', {}, '0/10 (10)'],
    ['none found', { said: [{ times: 0 }] }, '10/10'],
    ['two found', { said: [{ times: 2 }] }, '6.6/10'],
    ['five found', { said: [{ times: 5 }] }, '3.3/10'],
  ]);
  const judged = leaf('points: 10\nfiles: false\nscoring: { rule: grade, by: judgement }');
  earns(judged, [
    ['undecided until a person judges', {}, '0/10 (10)'],
    ['as a person judges', { said: [{ grade: 'B' }] }, '6.6/10'],
  ]);
});

describe('tiers and ranks', () => {
  const media = leaf(
    'points: 3\nscoring:\n  rule: tiers\n  tiers:\n    - { when: 省级媒体1篇, points: 3 }\n    - { when: 市级媒体2篇, points: 2 }\n    - { when: 县级媒体, points: 1 }\nevidence:\n  - id: media\n    title: 媒体报道\n    either:\n      - { id: province, title: 省级媒体报道 }\n      - { id: city, title: 市级媒体报道, count: 2.. }\n      - { id: county, title: 县级媒体报道 }',
  );
  earns(media, [
    ['the tier whose evidence is there', { covered: { media: 'met', city: 'met' } }, '2/3'],
    ['the best of them', { covered: { media: 'met', city: 'met', province: 'met' } }, '3/3'],
    [
      'a better one that a person has to look at',
      { covered: { media: 'met', city: 'met', province: 'person' } },
      '2/3 (1)',
    ],
    ['none', {}, '0/3'],
    [
      'one that a person names without evidence',
      { covered: { media: 'met', county: 'met' }, said: [{ tier: '省级媒体1篇' }] },
      '0/3',
    ],
  ]);
  const rank = leaf(
    'points: 10\nfiles: false\nscoring: { rule: rank, tiers: [{ when: 第1名, points: 10 }, { when: 第2名, points: 5 }] }',
  );
  earns(rank, [
    ['undecided until a person tells the place', {}, '0/10 (10)'],
    ['the place that a person tells', { said: [{ tier: '第2名' }] }, '5/10'],
  ]);
  const all = leaf(
    'points: 6\nfiles: false\nscoring: { rule: tiers, take: all, tiers: [{ when: 国家级, points: 3 }, { when: 省级, points: 2 }, { when: 通报批评, points: -1 }] }',
  );
  earns(all, [
    [
      'several that hold add up',
      { said: [{ tier: '国家级' }, { tier: '省级' }, { tier: '通报批评' }] },
      '4/6',
    ],
  ]);
  const off = leaf(
    'points: 50\nfiles: false\nscoring: { rule: tiers, take: all, tiers: [{ when: 一般事故, points: -10 }, { when: 较大事故, points: -60 }] }',
  );
  earns(off, [
    ['tiers that only take off: undecided until a person tells', {}, '0/50 (50)'],
    ['off what there is', { said: [{ tier: '一般事故' }] }, '40/50'],
    ['never below nothing', { said: [{ tier: '一般事故' }, { tier: '较大事故' }] }, '0/50'],
    ['nothing happened', { said: [{ points: decimal('50') }] }, '50/50'],
  ]);
  const survey = leaf(
    'points: 5\nfiles: false\nscoring: { rule: tiers, of: 支持率, tiers: [{ when: 八成以上, from: 80%, points: 3 }, { when: 九成以上, from: 90%, points: 5 }, { when: 其余, from: 0%, points: 1 }] }',
  );
  earns(survey, [
    ['by a share: undecided until it is told', {}, '0/5 (5)'],
    ['the tier that it comes up to', { said: [{ share: '85%' }] }, '3/5'],
    ['where it begins', { said: [{ share: '90%' }] }, '5/5'],
    ['below', { said: [{ share: '79.9%' }] }, '1/5'],
    ['its words will do', { said: [{ tier: '八成以上' }] }, '3/5'],
  ]);
  const held = leaf(
    'points: 6\nfiles: false\nscoring: { rule: tiers, tiers: [{ when: 4次以上, from: 4, points: 6 }, { when: 2至3次, from: 2, points: 4 }] }',
  );
  earns(held, [
    ['by a number', { said: [{ times: 3 }] }, '4/6'],
    ['too small a number', { said: [{ times: 1 }] }, '0/6'],
  ]);
  const units = leaf(
    'points: 6\nfiles: false\nscoring: { rule: tiers, of: 财政拨款, tiers: [{ when: 充足, from: ≥100万元, points: 6 }, { when: 有, from: 5000元, points: 2 }] }',
  );
  earns(units, [
    ['in the unit of the largest: 100万元', { said: [{ times: 100 }] }, '6/6'],
    ['5000元 are 0.5万元', { said: [{ times: 0.5 }] }, '2/6'],
    ['less than that', { said: [{ times: 0.4 }] }, '0/6'],
  ]);
  const days = leaf(
    'points: 6\nfiles: false\nscoring: { rule: tiers, of: 办结天数, tiers: [{ when: 快, from: 15天以内, points: 6 }, { when: 及时, from: 30天以内, points: 3 }] }',
  );
  earns(days, [
    ['no more than so many', { said: [{ times: 15 }] }, '6/6'],
    ['the lowest that it does not go beyond', { said: [{ times: 16 }] }, '3/6'],
    ['beyond all', { said: [{ times: 31 }] }, '0/6'],
  ]);
});

describe('all or nothing', () => {
  const system = leaf(
    'points: 5\nscoring: { rule: all }\nevidence:\n  - { id: a, title: 方案 }\n  - { id: b, title: 总结 }',
  );
  earns(system, [
    ['all', { covered: { a: 'met', b: 'met' } }, '5/5'],
    ['something short is nothing', { covered: { a: 'met' } }, '0/5'],
    ['open', { covered: { a: 'met', b: 'person' } }, '0/5 (5)'],
    ['decided by a person', { covered: { a: 'met', b: 'person' }, said: [{ met: true }] }, '5/5'],
  ]);
  earns(leaf('points: 5\nfiles: false\nscoring: { rule: all, when: 配合抽调 }'), [
    ['a condition in words is for a person', {}, '0/5 (5)'],
    ['who says yes', { said: [{ met: true }] }, '5/5'],
    ['or no', { said: [{ met: false }] }, '0/5'],
  ]);
});

describe('steps', () => {
  const off = (more: string) =>
    leaf(`points: 10\nfiles: false\nscoring: { rule: deduct, of: 覆盖率, full: 90%, ${more} }`);
  const share = (text: string) => ({ said: [{ share: text }] });

  // 90% - 82.4% is 7.6%.
  earns(off('each: 0.5, per: 1%'), [
    ['undecided until it is measured', {}, '0/10 (10)'],
    ['so much off for each whole step below', share('82.4%'), '6.5/10'],
    ['nothing off at the mark', share('90%'), '10/10'],
    ['nor above it', share('95%'), '10/10'],
    ['never more than there is', share('60%'), '0/10'],
  ]);
  earns(off('each: 0.5, per: 不足1%按1%计'), [
    ['a step that is only begun', share('82.4%'), '6/10'],
    ['and none that is not', share('82%'), '6/10'],
  ]);
  earns(off('each: 0.5, per: 1个百分点, cap: 3'), [['up to a cap', share('82.4%'), '7/10']]);
  earns(off('each: 0.5, per: 每百分点, from: 85%'), [
    ['what does not come up to where points begin earns none', share('84.9%'), '0/10'],
    ['and what does, by steps', share('85%'), '7.5/10'],
  ]);

  earns(
    leaf(
      'points: 10\nfiles: false\nscoring: { rule: deduct, of: 投诉率, full: ≤5%, each: 2, per: 1% }',
    ),
    [
      ['above what is allowed', share('7.5%'), '6/10'],
      ['and below it', share('4%'), '10/10'],
    ],
  );
  earns(
    leaf(
      'points: 10\nfiles: false\nscoring: { rule: deduct, of: 办结天数, full: 30天以内, each: 1, per: 5天, from: 不超过60天 }',
    ),
    [
      ['a number of something', { said: [{ times: 42 }] }, '8/10'],
      ['that is not exact', { said: [{ times: 39.9 }] }, '9/10'],
      ['and far too much of it', { said: [{ times: 61 }] }, '0/10'],
    ],
  );

  // 每高1%扣1分，每低1%扣0.5分.
  earns(
    leaf(
      'points: 30\nfiles: false\nscoring:\n  - { rule: deduct, of: 报价, full: ≤100%, each: 1, per: 1% }\n  - { rule: deduct, of: 报价, full: 100%, each: 0.5, per: 1% }',
    ),
    [
      ['one answer for all that measures the same, above', share('103.5%'), '27/30'],
      ['below', share('96%'), '28/30'],
      ['and right on it', share('100%'), '30/30'],
    ],
  );

  const bonus = systemWith(`total: 0
indicators: []
bonus:
  - { code: "1", name: 增长, points: 2, files: false, scoring: { rule: add, of: 增长率, full: 8%, each: 0.5, per: 1% } }
`).system;
  earns(bonus, [
    ['so much on for each step above', share('11.2%'), '1.5/1.5'],
    ['up to the points', share('20%'), '2/2'],
    ['none below', share('7%'), '0/0'],
  ]);
  earns(
    leaf(
      'points: 5\nfiles: false\nscoring: { rule: add, of: 报价, full: ≤100%, each: 0.5, per: 1%, cap: 5 }',
    ),
    [
      ['or below, where less is better', share('97%'), '1.5/5'],
      ['and not above', share('101%'), '0/5'],
    ],
  );

  test('what was measured is told with the steps that it comes to', () => {
    const { losses } = at(scoreOf(off('each: 0.5, per: 1%'), share('82.4%')), '1');
    expect(losses.map((loss) => words(loss))).toEqual([
      '扣分：每 1% 0.5 分，按覆盖率，90%为满分；现在是 82.4%，计 7 次（张三 2020-12-01：测评组反馈）',
    ]);
  });
});

describe('what a person claims above the evidence', () => {
  const claim = (given: Given, ...said: Given['said'] & object) => ({ ...given, said });
  const quarters = (rule: string) =>
    leaf(
      `points: 12\nscoring: { rule: proportional, ${rule} }\nevidence: [{ id: study, title: 中心组学习, activity: true, every: quarter, of: [{ title: 计划 }] }]`,
    );
  const named = quarters('of: 每季度学习完成比例, full: 100%');
  // Two of seven that are due; the eighth is not due yet. 12 × 2/7 = 3.428…
  const study = periods('study', 'met', 'met', 'late', 'late', 'late', 'late', 'late', 'open');
  earns(named, [
    [
      'a share of periods counts as far as they are there',
      claim(study, { share: '100%' }),
      '3.42/12',
    ],
    ['as points too', claim(study, { points: decimal('12') }), '3.42/12'],
    ['all that is there', claim(study, { share: '28.57%' }), '3.42/12'],
    ['or less', claim(study, { share: '20%' }), '2.4/12'],
    [
      'with what a person has to look at',
      claim(periods('study', 'met', 'person', 'late'), { share: '100%' }),
      '8/12',
    ],
    [
      'all of it, when all that is due is there',
      claim(periods('study', 'met', 'open'), { share: '100%' }),
      '12/12',
    ],
    ['unsaid, it is undecided', study, '0/12 (12)'],
  ]);
  earns(quarters('full: 50%'), [
    // Of eight, two are there and one may be: 12 × 2/8 ÷ 50% and 12 × 3/8 ÷ 50%.
    ['without words the program reckons it', study, '6/12 (3)'],
    // 12 × 2/7 ÷ 50% = 6.857…
    ['and a claim is held against what is due', claim(study, { share: '50%' }), '6.85/12'],
  ]);
  const overclaims = (system: ScoringSystem, given: Given) =>
    scoreOf(system, given).overclaims.map(({ claimed, supported }) =>
      [claimed, supported].map(formatDecimal),
    );
  test('is told', () => {
    expect([
      overclaims(named, claim(study, { share: '100%' })),
      overclaims(named, claim(study, { share: '28.57%' })),
    ]).toEqual([[['12', '3.42']], []]);
  });

  const told = (system: ScoringSystem, given: Given) => {
    const { indicator, losses } = at(scoreOf(system, given), '1');
    return losses.map((loss) => words(loss, indicator));
  };
  test('what the evidence bears is offered to who has to say', () => {
    expect(told(named, study)).toEqual([
      '按比例：按每季度学习完成比例，100%为满分：还没有人填；到期的做到 2/7，材料支持 28.57%；请填：`dangan score set 1 28.57% --by 谁 --why 依据`',
    ]);
  });
  const meetings = (points: string) =>
    leaf(
      `points: ${points}\nscoring: { rule: proportional, of: 活动完成率 }\nevidence: [{ id: talk, title: 道德讲堂, activity: true, count: 3.., of: [{ title: 照片 }] }]`,
    );
  const one = {
    covered: { talk: { state: 'short' as const, found: 1, counts: 'activities' as const } },
  };
  test('as a percentage that is worth as much', () => {
    // 9 × 33.33% would be 2.99.
    expect(told(meetings('9'), one)[0]).toContain(
      '材料支持 33.34%；请填：`dangan score set 1 33.34% ',
    );
    // 1000 × 1/3 = 333.33, and neither 333.3 nor 333.4.
    expect(told(meetings('1000'), one)[0]).toContain(
      '材料支持 333.33 分；请填：`dangan score set 1 333.33 ',
    );
  });
  test('what papers a rate rests on does not tell the rate', () => {
    const rate = leaf(
      'points: 10\nscoring: { rule: proportional, of: 培训率 }\nevidence: [{ id: photo, title: 图片, count: 5.. }]',
    );
    const photos = { covered: { photo: { state: 'short' as const, found: 3 } } };
    expect(shown(at(scoreOf(rate, claim(photos, { share: '90%' })), '1'))).toBe('9/10');
  });

  test('what waits for a person is not told as missing', () => {
    const adviser = leaf(
      'points: 4\nscoring: { rule: all }\nevidence:\n  - { id: a, title: 聘用合同 }\n  - { id: b, title: 意见书 }',
    );
    expect(told(adviser, { covered: { a: 'person' } })).toEqual([
      '要全有才得分，还缺“意见书”；请补齐',
    ]);
  });

  const talks = leaf('points: 8\nevidence: [{ id: talk, title: 道德讲堂, every: half-year }]');
  test('without a rule, what the evidence bears is offered too', () => {
    expect(told(talks, periods('talk', 'met', 'met', 'late', 'open'))).toEqual([
      '还不能全算数：“道德讲堂”；到期的做到 2/3，材料支持 5.33 分；请补齐，或在台账里记下日期、核对结果，或由人定分值：`dangan score set 1 5.33 --by 谁 --why 依据`',
    ]);
  });
  earns(talks, [
    // 8 × 2/3
    [
      'without a rule, alike pieces weigh alike',
      claim(periods('talk', 'met', 'met', 'late', 'open'), { points: decimal('8') }),
      '5.33/8',
    ],
    [
      'and less may be given',
      claim(periods('talk', 'met', 'met', 'late', 'open'), { points: decimal('4') }),
      '4/8',
    ],
  ]);
  const two = leaf(
    'points: 6\nevidence:\n  - { id: notice, title: 通知 }\n  - { id: plan, title: 方案 }',
  );
  earns(two, [
    [
      'all of it takes all papers',
      claim({ covered: { notice: 'met' } }, { points: decimal('6') }),
      '3/6',
    ],
    [
      'papers that differ a person may weigh',
      claim({ covered: { notice: 'met' } }, { points: decimal('5') }),
      '5/6',
    ],
    [
      'what is not due is not missing',
      claim({ covered: { notice: 'met', plan: 'open' } }, { points: decimal('6') }),
      '6/6',
    ],
  ]);
});

describe('deductions that are written with their sign', () => {
  earns(leaf('points: 10\nfiles: false\nscoring: { rule: deduct, each: -2, per: 每次, cap: -4 }'), [
    ['are taken off', { said: [{ times: 1 }] }, '8/10'],
    ['and limited', { said: [{ times: 3 }] }, '6/10'],
  ]);
});

describe('rates that may be negative', () => {
  const growth = (rule: string) => leaf(`points: 10\nfiles: false\nscoring: { ${rule} }`);
  earns(
    growth(
      'rule: tiers, of: 增速, tiers: [{ when: 增长, from: 0%, points: 10 }, { when: 下降不超过5%, from: -5%, points: 4 }]',
    ),
    [
      ['the tier that begins below zero', { said: [{ share: '-3%' }] }, '4/10'],
      ['where it begins', { said: [{ share: '-5%' }] }, '4/10'],
      ['below it', { said: [{ share: '-5.1%' }] }, '0/10'],
      ['no growth and no loss', { said: [{ share: '0%' }] }, '10/10'],
    ],
  );
  earns(growth('rule: deduct, of: 增速, full: 6%, each: 1, per: 1%'), [
    ['steps are counted across zero', { said: [{ share: '-2%' }] }, '2/10'],
  ]);
  earns(growth('rule: deduct, of: 增速, full: -1%, each: 1, per: 1%'), [
    ['from below zero on', { said: [{ share: '-3%' }] }, '8/10'],
  ]);
  earns(growth('rule: proportional, of: 增速, full: 6%'), [
    ['no part of what is full', { said: [{ share: '-2%' }] }, '0/10'],
  ]);
  earns(growth('rule: proportional, of: 增速, full: ≤5%'), [
    ['less than nothing, where less is better', { said: [{ share: '-2%' }] }, '10/10'],
  ]);
});

describe('tiers with points in proportion between two of them', () => {
  const more = leaf(
    'points: 10\nfiles: false\nscoring: { rule: tiers, of: 覆盖率, take: between, tiers: [{ when: 满分, from: 95%, points: 10 }, { when: 及格, from: 60%, points: 6 }, { when: 起步, from: 40%, points: 0 }] }',
  );
  const less = leaf(
    'points: 10\nfiles: false\nscoring: { rule: tiers, of: 差异系数, take: between, tiers: [{ when: 满分, from: ≤0.3, points: 10 }, { when: 及格, from: ≤0.5, points: 6 }] }',
  );
  earns(more, [
    ['undecided until a person tells', {}, '0/10 (10)'],
    ['where the best begins: all', { said: [{ share: '95%' }] }, '10/10'],
    ['beyond it: no more', { said: [{ share: '99%' }] }, '10/10'],
    ['where one begins: its points', { said: [{ share: '60%' }] }, '6/10'],
    ['half way between two', { said: [{ share: '50%' }] }, '3/10'],
    ['what does not come out even is cut', { said: [{ share: '80%' }] }, '8.28/10'],
    ['short of all: nothing', { said: [{ share: '39%' }] }, '0/10'],
    ['words name a tier as it is written', { said: [{ tier: '及格' }] }, '6/10'],
  ]);
  earns(less, [
    ['where less is better, half way', { said: [{ times: 0.4 }] }, '8/10'],
    ['less than the best: all', { said: [{ times: 0.1 }] }, '10/10'],
    ['more than all: nothing', { said: [{ times: 0.6 }] }, '0/10'],
  ]);
});

describe('tiers of what is the better the less', () => {
  const coefficient = leaf(
    'points: 10\nfiles: false\nscoring: { rule: tiers, of: 差异系数, tiers: [{ when: 0.3以下, from: ≤0.3, points: 10 }, { when: 0.5以下, from: ≤0.5, points: 6 }, { when: 其余, from: 0, points: 0 }] }',
  );
  earns(coefficient, [
    ['the lowest that it does not go beyond', { said: [{ times: 0.21 }] }, '10/10'],
    ['up to its end', { said: [{ times: 0.5 }] }, '6/10'],
    ['what goes beyond all of them is the rest', { said: [{ times: 0.51 }] }, '0/10'],
  ]);
});

describe('proportional', () => {
  earns(
    leaf(
      'points: 15\nfiles: false\nscoring: { rule: proportional, of: 查处非法捕捞例数, full: 10例 }',
    ),
    [
      ['undecided until it is told', {}, '0/15 (15)'],
      ['so many of so many', { said: [{ times: 7 }] }, '10.5/15'],
      ['never more than full', { said: [{ times: 12 }] }, '15/15'],
    ],
  );
  earns(
    leaf(
      'points: 10\nfiles: false\nscoring: { rule: proportional, of: 投诉率, full: ≤5%, from: 20% }',
    ),
    [
      ['of what is the better the less, so much is full', { said: [{ share: '4.9%' }] }, '10/10'],
      // 5 of 8.
      ['more of it is less, in proportion', { said: [{ share: '8%' }] }, '6.25/10'],
      ['and nothing beyond where points begin', { said: [{ share: '20.1%' }] }, '0/10'],
    ],
  );

  earns(
    leaf('points: 9\nfiles: false\nscoring: { rule: proportional, of: 办结天数, full: 30天以内 }'),
    [
      ['days that are the better the fewer', { said: [{ times: 45 }] }, '6/9'],
      ['no day at all', { said: [{ times: 0 }] }, '9/9'],
    ],
  );

  earns(leaf('points: 10\nfiles: false\nscoring: { rule: proportional, of: 覆盖率, full: 90% }'), [
    ['a share of the threshold', { said: [{ share: '30%' }] }, '3.33/10'],
    ['above the threshold', { said: [{ share: '95%' }] }, '10/10'],
  ]);
  earns(
    leaf(
      'points: 10\nfiles: false\nscoring: { rule: proportional, of: 覆盖率, full: 100%, from: 95% }',
    ),
    [
      ['nothing below where points begin', { said: [{ share: '94.99%' }] }, '0/10'],
      ['from there on in proportion', { said: [{ share: '95%' }] }, '9.5/10'],
      ['up to all of it', { said: [{ share: '100%' }] }, '10/10'],
    ],
  );
  earns(
    leaf(
      'points: 15\nfiles: false\nscoring: { rule: proportional, of: 件数, full: 10件, from: 5件 }',
    ),
    [
      ['a number that is too low', { said: [{ times: 4 }] }, '0/15'],
      ['and one that is enough', { said: [{ times: 5 }] }, '7.5/15'],
    ],
  );
  earns(
    leaf(
      'points: 10\nscoring: { rule: proportional, from: 60% }\nevidence:\n  - { id: a, title: 一 }\n  - { id: b, title: 二 }\n  - { id: c, title: 三 }',
    ),
    [
      ['too small a share of the evidence', { covered: { a: 'met' } }, '0/10'],
      ['undecided while it may be enough', { covered: { a: 'met', b: 'person' } }, '0/10 (6.66)'],
      ['two thirds of it', { covered: { a: 'met', b: 'met' } }, '6.66/10'],
    ],
  );
  earns(
    leaf(
      'points: 10\nscoring: { rule: proportional }\nevidence:\n  - { id: a, title: 一 }\n  - { id: b, title: 二 }\n  - { id: c, title: 三 }',
    ),
    [
      ['the share of the evidence, thirds cut', { covered: { a: 'met' } }, '3.33/10'],
      ['with what is open', { covered: { a: 'met', b: 'person' } }, '3.33/10 (3.33)'],
      ['all of it', { covered: { a: 'met', b: 'met', c: 'met' } }, '10/10'],
    ],
  );
});

describe('external and judgement', () => {
  earns(
    leaf(
      'points: 10\nscoring: { rule: external, from: 主管部门 }\nevidence: [{ id: a, title: 评价意见 }]',
    ),
    [
      ['somebody else’s score needs no evidence', { said: [{ points: decimal('8') }] }, '8/10'],
      ['undecided until it is known', {}, '0/10 (10)'],
    ],
  );
  earns(
    leaf(
      'points: 5\nscoring: { rule: judgement, range: 1..2 }\nevidence: [{ id: a, title: 总结 }]',
    ),
    [
      ['within the range', { covered: { a: 'met' }, said: [{ points: decimal('1.5') }] }, '1.5/5'],
      ['undecided up to its end', { covered: { a: 'met' } }, '0/5 (2)'],
      ['nothing where nothing is there', { said: [{ points: decimal('2') }] }, '0/5'],
    ],
  );
});

test('no scores are said of an archive that has no scores.yaml', () => {
  expect([NO_SCORES.entries, NO_SCORES.vetoes]).toEqual([[], []]);
});

describe('where nothing is filed at all', () => {
  const meetings = leaf(
    'points: 8\ncriteria:\n  - { code: ①, text: 成立领导小组 }\n  - { code: ②, text: 每年两次专题会议 }\nscoring: { rule: deduct, each: 2, per: missing, criteria: ②, floor: 0 }\nevidence:\n  - { id: a, title: 领导小组文件, for: ① }\n  - { id: b, title: 专题会议, for: ② }',
  );
  const missing = (given: Given) =>
    scoreOf(meetings, given).indicators[0]?.losses.map(({ why }) =>
      why.is === 'nothing' ? why.requirements.map(({ requirement }) => requirement.title) : why.is,
    );

  test('everything that is missing is named, also what a deduction counts', () => {
    expect(missing({})).toEqual([['领导小组文件', '专题会议']]);
  });

  test('else only what the points rest on', () => {
    expect(missing({ covered: { b: 'met' } })).toEqual([['领导小组文件']]);
  });
});
