/** Points of criteria and children together: sums, caps on caps, choices, means, exemptions, vetoes, bands. */
import { describe, expect, test } from 'vitest';
import { mostOfAll } from '../../src/core/scoring/most.js';
import { formatDecimal } from '../../src/core/system/decimal.js';
import type { ScoringSystem } from '../../src/core/system/types.js';
import { at, decimal, scoreOf, shown, type Given } from '../helpers/score-of.js';
import { systemWith } from '../helpers/system-of.js';

const system = (lines: string): ScoringSystem => systemWith(lines).system;

type Row = readonly [fact: string, given: Given, score: string];

const earns = (of: ScoringSystem, id: string, rows: readonly Row[]) => {
  test.each(rows)('%s', (_, given, score) => {
    expect(shown(at(scoreOf(of, given), id))).toBe(score);
  });
};

/** An indicator of 20 points with three children of 10, 6 and 4, for each of which one paper is asked. */
const family = (rule: string, points = 'points: 20') =>
  system(`indicators:
  - code: "1"
    name: 组织领导
    ${points}
    ${rule}
    children:
      - { code: "1.1", name: 机构, points: 10, evidence: [{ id: a, title: 通知 }] }
      - { code: "1.2", name: 制度, points: 6, evidence: [{ id: b, title: 方案 }] }
      - { code: "1.3", name: 会议, points: 4, evidence: [{ id: c, title: 纪要 }] }
`);

describe('marks of several people', () => {
  const marks = (take: string, given: readonly string[]) => {
    const people = ['甲', '乙', '丙', '丁', '戊'];
    const criteria = people.map((code) => `{ code: ${code}, text: 评委${code}, points: 10 }`);
    const of = system(
      `indicators: [{ code: "1", name: 评议, points: 10, files: false, scoring: { rule: average${take} }, criteria: [${criteria.join(', ')}] }]\n`,
    );
    const said = given.map((points, nth) => {
      return { criterion: people[nth], points: decimal(points) };
    });
    return shown(at(scoreOf(of, { said }), '1'));
  };
  const FIVE = ['9.5', '8', '9', '7', '10'];

  test.each([
    // 43.5 of 50.
    ['the mean of all', '', FIVE, '8.7/10'],
    // 9.5, 9 and 8: 26.5 of 30.
    ['without the highest and the lowest', ', take: middle', FIVE, '8.83/10'],
    ['in the words of the standard', ', take: 去掉一个最高分和一个最低分', FIVE, '8.83/10'],
    // 9 and 8: 17 of 20.
    ['without the two highest', ', take: 去掉两个最高分、1个最低分', FIVE, '8.5/10'],
    ['without the lowest', ', take: 去掉一个最低分', FIVE, '9.12/10'],
    // Of 9.5, 9, 8, 7 and 0 to 10 the middle ones are 24, or 26.5.
    ['while one is missing', ', take: middle', FIVE.slice(0, 4), '8/10 (0.83)'],
  ])('%s', (_, take, given, score) => {
    expect(marks(take, given)).toBe(score);
  });

  test('two are too few to leave any out', () => {
    const of = system(`indicators:
  - code: "1"
    name: 评议
    points: 10
    scoring: { rule: average, take: middle }
    children:
      - { code: a, name: 甲, points: 10, files: false }
      - { code: b, name: 乙, points: 10, files: false }
`);
    const said = [
      { indicator: '1/a', points: decimal('9') },
      { indicator: '1/b', points: decimal('8') },
    ];
    expect(shown(at(scoreOf(of, { said }), '1'))).toBe('8.5/10');
  });
});

test('years that weigh 5 : 3 : 2, each with indicators of a hundred points', () => {
  const of = system(`total: 100
indicators:
  - code: Y3
    name: 2024年度
    weight: 50%
    period: "2024"
    scoring: { rule: average }
    children: &year
      - { code: "1", name: 组织, points: 60, files: false }
      - { code: "2", name: 会议, points: 40, files: false }
  - { code: Y2, name: 2023年度, weight: 30%, period: "2023", scoring: { rule: average }, children: *year }
  - { code: Y1, name: 2022年度, weight: 20%, files: false, scoring: { rule: external, from: 上年度考核 } }
`);
  const said = [
    { indicator: 'Y3/1', points: decimal('55') },
    { indicator: 'Y3/2', points: decimal('36') },
    { indicator: 'Y2/1', points: decimal('50.5') },
    { indicator: 'Y2/2', points: decimal('32') },
    { indicator: 'Y1', share: '88.5%' },
  ];
  const score = scoreOf(of, { said });
  // 91 × 50% + 82.5 × 30% + 88.5 × 20% = 45.5 + 24.75 + 17.7.
  expect(['Y3', 'Y2', 'Y1'].map((id) => shown(at(score, id)))).toEqual([
    '45.5/50',
    '24.75/30',
    '17.7/20',
  ]);
  expect(shown(score.total)).toBe('87.95/100');
});

describe('children', () => {
  earns(family(''), '1', [
    ['add up', { covered: { a: 'met', c: 'met' } }, '14/20'],
    ['with what is undecided', { covered: { a: 'met', c: 'person' } }, '10/20 (4)'],
  ]);
  earns(family('', ''), '1', [['without points above', { covered: { a: 'met' } }, '10/20']]);
  earns(family('cap: 12'), '1', [
    ['are never worth more than the cap', { covered: { a: 'met', b: 'met' } }, '12/12'],
    ['and less below it', { covered: { a: 'met' } }, '10/12'],
  ]);
  earns(family('scoring: { rule: highest }', ''), '1', [
    ['the highest only', { covered: { b: 'met', c: 'met' } }, '6/10'],
    ['undecided where a better one is', { covered: { a: 'person', b: 'met' } }, '6/10 (4)'],
  ]);
  earns(family('scoring: { rule: choose, take: 2 }', ''), '1', [
    ['any two', { covered: { a: 'met', b: 'met', c: 'met' } }, '16/16'],
    ['the best two', { covered: { b: 'met', c: 'met' } }, '10/16'],
  ]);
  earns(family('scoring: { rule: average }', ''), '1', [
    ['their mean, cut', { covered: { a: 'met', b: 'met', c: 'met' } }, '6.66/6.66'],
    ['the mean of what is earned', { covered: { a: 'met' } }, '3.33/6.66'],
  ]);
  earns(family('scoring: { rule: average, take: 2 }', 'points: 10'), '1', [
    // (10 + 6) of (10 + 6), and 10 of them.
    ['the mean of the best two', { covered: { a: 'met', b: 'met' } }, '10/10'],
    ['as a share of the best that there is', { covered: { a: 'met' } }, '6.25/10'],
  ]);
  earns(family('', 'points: 25'), '1', [
    [
      'points that no child has are for a person',
      { covered: { a: 'met', b: 'met', c: 'met' } },
      '20/25 (5)',
    ],
  ]);
  earns(family('', 'points: 15'), '1', [
    ['children with too many points are capped', { covered: { a: 'met', b: 'met' } }, '15/15'],
  ]);
  earns(
    family('scoring: { rule: deduct, when: 弄虚作假, each: 5, per: occurrence, floor: 0 }'),
    '1',
    [
      [
        'deductions over all of them',
        { covered: { a: 'met', b: 'met' }, said: [{ times: 2 }] },
        '6/20',
      ],
      ['undecided while nobody counts', { covered: { a: 'met', b: 'met' } }, '0/20 (16)'],
    ],
  );
  earns(family('scoring: { rule: external, from: 主管部门 }'), '1', [
    ['somebody else’s score for all of them', { said: [{ points: decimal('18') }] }, '18/20'],
  ]);

  const pointless = system(`indicators:
  - code: "1"
    name: 组织领导
    points: 10
    scoring: { rule: deduct, each: 2, per: missing, floor: 0 }
    children:
      - { code: "1.1", name: 机构, evidence: [{ id: a, title: 通知 }, { id: b, title: 方案 }] }
      - { code: "1.2", name: 会议, evidence: [{ id: c, title: 纪要 }] }
`);
  earns(pointless, '1', [['without points are scored as one', { covered: { a: 'met' } }, '6/10']]);

  const penalties = system(`total: 30
indicators:
  - code: "1"
    name: 组织领导
    points: 20
    children:
      - code: "1.1"
        name: 机构
        scoring: { rule: deduct, each: 3, per: missing, floor: 0 }
        evidence: [{ id: a, title: 通知 }, { id: b, title: 方案 }]
      - { code: "1.2", name: 会议, evidence: [{ id: c, title: 纪要 }] }
      - code: "1.3"
        name: 纪律
        scoring: { rule: deduct, when: 弄虚作假, each: 30, per: occurrence }
  - { code: "2", name: 制度, points: 10, files: false }
`);
  const honest = { indicator: '1/1.3', times: 0 };
  const all = { a: 'met', b: 'met', c: 'met' } as const;
  earns(penalties, '1', [
    [
      'without points take off from what they are in',
      { covered: { ...all, b: 'short' }, said: [honest] },
      '17/20',
    ],
    ['take nothing off when all is there', { covered: all, said: [honest] }, '20/20'],
    ['take off no more than there is', { covered: all, said: [{ ...honest, times: 1 }] }, '0/20'],
    ['undecided while nobody has said', { covered: all }, '0/20 (20)'],
    [
      'leave the rest to what it asks for',
      { covered: { ...all, c: 'short' }, said: [honest] },
      '0/20',
    ],
  ]);
  earns(penalties, '1/1.1', [['are told where they stand', { covered: { a: 'met' } }, '-3/0']]);

  const fromAll = system(`total: 100
indicators:
  - code: "1"
    name: 机构
    scoring: { rule: deduct, each: 30, per: missing, floor: 0 }
    evidence: [{ id: a, title: 通知 }, { id: b, title: 方案, count: 3 }]
  - { code: "2", name: 会议, scoring: { rule: deduct, each: 2, per: occurrence } }
`);
  test.each<Row>([
    [
      'all is there',
      { covered: { a: 'met', b: 'met' }, said: [{ indicator: '2', times: 0 }] },
      '100/100',
    ],
    [
      'something is missing',
      { covered: { b: 'met' }, said: [{ indicator: '2', times: 3 }] },
      '64/100',
    ],
    ['no more than there is', { covered: {}, said: [{ indicator: '2', times: 3 }] }, '0/100'],
  ])('a total from which is only taken off: %s', (_, given, score) => {
    expect(shown(scoreOf(fromAll, given).base)).toBe(score);
  });

  const weights = system(`total: 200
indicators:
  - { code: "1", name: 机构, weight: 30%, evidence: [{ id: a, title: 通知 }] }
  - { code: "2", name: 制度, weight: 70%, evidence: [{ id: b, title: 方案 }] }
`);
  earns(weights, '1', [['shares of the total', { covered: { a: 'met' } }, '60/60']]);
  test('make the total', () => {
    expect(shown(scoreOf(weights, { covered: { b: 'met' } }).base)).toBe('140/200');
  });
});

describe('shares of points with more places than the points', () => {
  const thirds = system(`indicators:
  - code: "1"
    name: 三率
    points: 15
    children:
      - { code: "1.1", name: 知晓率, weight: 33.3%, files: false, scoring: { rule: proportional, of: 知晓率, full: 90% } }
      - { code: "1.2", name: 满意率, weight: 66.7%, files: false, scoring: { rule: external, from: 第三方 } }
`);
  earns(thirds, '1/1.1', [
    ['are full where all is done', { said: [{ indicator: '1/1.1', share: '95%' }] }, '4.995/4.995'],
    [
      'and cut to their own places',
      { said: [{ indicator: '1/1.1', share: '85%' }] },
      '4.717/4.995',
    ],
  ]);
  earns(thirds, '1/1.2', [
    ['as a share too', { said: [{ indicator: '1/1.2', share: '100%' }] }, '10.005/10.005'],
  ]);
});

describe('caps on caps', () => {
  const nested = system(`indicators:
  - code: "1"
    name: 创建活动
    cap: 8
    children:
      - code: "1.1"
        name: 宣传
        cap: 5
        children:
          - { code: "1", name: 报刊, points: 4, files: false }
          - { code: "2", name: 网络, points: 4, files: false }
      - { code: "1.2", name: 活动, points: 6, files: false }
`);
  const all = (points: string) => ({
    said: ['1/1.1/1', '1/1.1/2', '1/1.2'].map((indicator) => ({
      indicator,
      points: decimal(points),
    })),
  });
  earns(nested, '1/1.1', [['the inner one', all('4'), '5/5']]);
  earns(nested, '1', [
    ['the outer one over it', all('4'), '8/8'],
    ['neither reached', all('2'), '6/8'],
  ]);
});

describe('criteria that only take off', () => {
  const strict = system(`indicators:
  - code: "1"
    name: 日常工作
    points: 10
    criteria:
      - { code: 1), text: 缺一次会议扣2分, scoring: { rule: deduct, each: 2, per: missing, floor: 0 } }
      - { code: 2), text: 迟到一次扣1分, scoring: { rule: deduct, each: 1, per: occurrence } }
    evidence: [{ id: a, title: 纪要, count: 4, for: 1) }]
`);
  const late = (times: number) => [{ indicator: '1', criterion: '2)', times }];
  earns(strict, '1', [
    ['leave all', { covered: { a: 'met' }, said: late(0) }, '10/10'],
    ['take off from the indicator', { covered: { a: { found: 3 } }, said: late(3) }, '5/10'],
    ['may take all while nobody has said', { covered: { a: { found: 3 } } }, '0/10 (8)'],
  ]);
});

describe('criteria with points', () => {
  const daily = system(`indicators:
  - code: "1"
    name: 日常工作
    points: 7
    criteria:
      - { code: 1①, text: 成立领导小组, points: 1 }
      - { code: 1②, text: 联络员, points: 3 }
      - { code: "2", text: 部署, points: 3, scoring: { rule: deduct, each: 1, per: missing, floor: 0 } }
    evidence:
      - { id: group, title: 成立领导小组文件, for: 1① }
      - { id: contacts, title: 联络员名单, for: 1② }
      - { id: meeting, title: 会议记录, count: 3.., for: "2" }
`);
  earns(daily, '1', [
    ['each by its own evidence', { covered: { group: 'met', meeting: { found: 2 } } }, '3/7'],
    [
      'a person’s word on one',
      { covered: { contacts: 'person' }, said: [{ criterion: '1②', points: decimal('2') }] },
      '2/7',
    ],
  ]);

  const mixed = system(`indicators:
  - code: "1"
    name: 我们的节日
    points: 15
    scoring: { rule: deduct, each: 3, per: missing, floor: 0 }
    criteria:
      - { code: ①, text: 图片 }
      - { code: ⑤, text: 方案和总结, points: 5 }
    evidence:
      - { id: photos, title: 图片, count: 2, for: ① }
      - { id: plan, title: 方案, count: 2, for: ⑤ }
`);
  earns(mixed, '1', [
    ['one costs no more than it has', { covered: { photos: 'met' } }, '10/15'],
    ['the others share the rest', { covered: { plan: 'met', photos: { found: 1 } } }, '12/15'],
  ]);

  const contradicting = system(`indicators:
  - code: "1"
    name: 县矿管局
    points: 60
    files: false
    criteria:
      - { code: "1", text: 恢复治理, points: 20 }
      - { code: "2", text: 审批, points: 30 }
`);
  earns(contradicting, '1', [
    [
      'points that none of them has are for a person',
      { said: ['1', '2'].map((criterion) => ({ criterion, met: true })) },
      '50/60 (10)',
    ],
    ['who may give them', { said: [{ points: decimal('60') }] }, '60/60'],
  ]);

  const foreign = system(`profile: { 层级: [市, 县] }
indicators:
  - code: "1"
    name: 机构
    points: 6
    criteria:
      - { code: "1", text: 文件, points: 4 }
      - { code: "2", text: 县里的, points: 2, applies: { unit: { 层级: [县] } } }
    evidence:
      - { id: a, title: 文件, for: "1" }
`);
  earns(foreign, '1', [
    [
      'one that does not apply is out of it',
      { covered: { a: 'met' }, profile: { 层级: '市' } },
      '4/4',
    ],
    ['one that may apply is undecided', { covered: { a: 'met' } }, '4/6 (2)'],
  ]);
});

describe('what does not apply', () => {
  const exempt = (score: string) =>
    system(`total: 10
profile: { 有校外场所: [是, 否] }
indicators:
  - code: "1"
    name: 校外
    points: 4
    applies: { unit: { 有校外场所: [是] } }
    ${score === '' ? '' : `exempt: { score: ${score} }`}
    evidence: [{ id: a, title: 报告 }]
  - { code: "2", name: 机构, points: 6, evidence: [{ id: b, title: 通知 }, { id: c, title: 方案 }], scoring: { rule: deduct, each: 2, per: missing } }
`);
  const no = { profile: { 有校外场所: '否' }, covered: { b: 'met' as const } };
  const whole = (kind: string) => shown(scoreOf(exempt(kind), no).base);

  test.each([
    ['full', '8/10'],
    ['zero', '4/10'],
    ['average', '6.66/10'],
    ['exclude', '4/6'],
    ['', '4/6'],
  ])('%s', (kind, score) => {
    expect(whole(kind)).toBe(score);
  });

  test('what is left out is brought to the total for the bands', () => {
    const { converted } = scoreOf(exempt('exclude'), no);
    expect(converted && formatDecimal(converted)).toBe('6.66');
  });

  const part = (rule: string, exemption = '') =>
    system(`total: 20
profile: { 食堂: [有, 无] }
indicators:
  - { code: "1", name: 机构, points: 10, evidence: [{ id: a, title: 通知 }] }
  - code: "2"
    name: 后勤
    points: 10
    scoring: ${rule}
    children:
      - { code: "2.1", name: 食堂, points: 6, applies: { unit: { 食堂: 有 } }${exemption}, evidence: [{ id: b, title: 许可证 }] }
      - { code: "2.2", name: 宿舍, points: 4, evidence: [{ id: c, title: 制度 }] }
`);
  const canteen = { profile: { 食堂: '无' }, covered: { a: 'met', c: 'met' } as const };

  test('of a sum, the rest is what there is to earn', () => {
    expect(shown(at(scoreOf(part('{ rule: sum }'), canteen), '2'))).toBe('4/4');
  });

  test.each(['', ', exempt: { score: exclude }'])(
    'of a mean, what is left has all of its points%s',
    (exemption) => {
      const score = scoreOf(part('{ rule: average }', exemption), canteen);
      expect([shown(at(score, '2')), shown(score.base)]).toEqual(['10/10', '20/20']);
    },
  );

  test('a group of which nothing applies is out of it', () => {
    const none = system(`total: 20
profile: { 食堂: [有, 无] }
indicators:
  - { code: "1", name: 机构, points: 10, evidence: [{ id: a, title: 通知 }] }
  - code: "2"
    name: 食堂管理
    points: 10
    children:
      - { code: "2.1", name: 许可, points: 6, applies: { unit: { 食堂: 有 } }, evidence: [{ id: b, title: 许可证 }] }
      - { code: "2.2", name: 留样, points: 4, applies: { unit: { 食堂: 有 } }, evidence: [{ id: c, title: 留样记录 }] }
`);
    const score = scoreOf(none, { profile: { 食堂: '无' } });
    expect([shown(at(score, '2')), shown(score.base)]).toEqual(['0/0', '0/10']);
  });

  test('an indicator of which no criterion applies is out of it', () => {
    const none = system(`total: 20
profile: { 食堂: [有, 无] }
indicators:
  - { code: "1", name: 机构, points: 10, evidence: [{ id: a, title: 通知 }] }
  - code: "2"
    name: 食堂管理
    points: 10
    criteria:
      - { code: ①, text: 有许可, points: 6, applies: { unit: { 食堂: 有 } } }
      - { code: ②, text: 有留样, points: 4, applies: { unit: { 食堂: 有 } } }
    evidence: [{ id: b, title: 许可证, for: ① }, { id: c, title: 留样记录, for: ② }]
`);
    const score = scoreOf(none, { profile: { 食堂: '无' }, covered: { a: 'met' } });
    expect([shown(at(score, '2')), shown(score.base)]).toEqual(['0/0', '10/10']);
  });

  test('a group without points of its own counts full with those of its children', () => {
    const group = system(`total: 20
profile: { 食堂: [有, 无] }
indicators:
  - { code: "1", name: 机构, points: 10, evidence: [{ id: a, title: 通知 }] }
  - code: "2"
    name: 食堂管理
    applies: { unit: { 食堂: 有 } }
    exempt: { when: 无食堂的, score: full }
    children:
      - { code: "2.1", name: 许可, points: 6, evidence: [{ id: b, title: 许可证 }] }
      - { code: "2.2", name: 留样, points: 4, evidence: [{ id: c, title: 留样记录 }] }
`);
    const score = scoreOf(group, { profile: { 食堂: '无' } });
    expect([shown(at(score, '2')), shown(score.base)]).toEqual(['10/10', '10/20']);
  });

  test('whether it applies is undecided while the profile does not say', () => {
    const covered = { a: 'met', b: 'met', c: 'met' } as const;
    expect(shown(at(scoreOf(exempt('full'), { covered }), '1'))).toBe('0/4 (4)');
  });

  test('declared, and the system does not say how that counts', () => {
    const leaves = {
      '2': {
        state: 'exempt' as const,
        exemption: {
          at: { line: 1, column: 1, file: 'ledger.yaml' },
          nth: 1,
          requirement: undefined,
          reason: '不属本单位职责',
          proof: undefined,
          by: undefined,
          on: undefined,
        },
      },
    };
    expect(shown(at(scoreOf(exempt('full'), { leaves }), '2'))).toBe('0/6 (6)');
  });
});

describe('what is not in play, below a group,', () => {
  const inside = (exempt: string) =>
    system(`total: 20
indicators:
  - code: "1"
    name: 环境
    points: 12
    children:
      - { code: "1.1", name: 卫生, points: 8, evidence: [{ id: a, title: 图片 }] }
      - { code: "1.2", name: 食堂, points: 4, applies: { unit: { 食堂: 有 } }, ${exempt} evidence: [{ id: b, title: 许可证 }] }
  - { code: "2", name: 机构, points: 8, evidence: [{ id: c, title: 通知 }] }
`);

  test.each([
    ['excluded', 'exempt: { score: exclude },'],
    ['without a word on exemption', ''],
  ])('%s, is left out of the total, which is converted', (_, exempt) => {
    const covered = { a: 'met' } as const;
    const score = scoreOf(inside(exempt), { covered, profile: { 食堂: '无' } });
    const { converted } = score;
    expect([shown(score.total), converted && formatDecimal(converted)]).toEqual(['8/16', '10']);
  });
});

describe('a price for what is missing, named above,', () => {
  const priced = (rule: string) =>
    system(`indicators:
  - code: "1"
    name: 组织领导
    points: 10
    scoring: { rule: deduct, each: 1, per: missing${rule} }
    children:
      - { code: "1.1", name: 机构, points: 6, evidence: [{ id: a, title: 纪要, count: 4 }] }
      - { code: "1.2", name: 制度, points: 4, evidence: [{ id: b, title: 制度 }], scoring: { rule: all } }
`);
  const covered = { a: { state: 'short', found: 2 }, b: 'met' } as const;
  earns(priced(''), '1/1.1', [['holds below, where no rule is', { covered }, '4/6']]);
  earns(priced(''), '1', [['and the rest adds up', { covered }, '8/10']]);
  earns(priced(', cap: 3'), '1/1.1', [
    ['not with a cap, which is over all of them', { covered }, '0/6 (6)'],
  ]);
});

describe('bonus', () => {
  const bonus = system(`total: 1
indicators:
  - { code: "1", name: 机构, points: 1, evidence: [{ id: a, title: 通知 }] }
bonus:
  - code: 加
    name: 综合奖扣分
    cap: 12
    children:
      - code: "1"
        name: 奖分
        scoring:
          - { rule: rank, when: 省考核, tiers: [{ when: 第1名, points: 10 }, { when: 第2名, points: 5 }] }
          - { rule: add, when: 省表扬, each: 4, per: occurrence }
      - code: "2"
        name: 扣分
        scoring:
          - { rule: deduct, when: 折算, per: 按比例折算 }
          - { rule: deduct, when: 省批评, each: 5, per: occurrence }
`);
  const filed = (count: number) => {
    const covers = at(scoreOf(bonus, { covered: { a: { state: 'met', found: count } } }), '1');
    return { '加/1': { evidence: covers.gains.flatMap(({ evidence }) => evidence) } };
  };
  const rank = { indicator: '加/1', rule: 1, tier: '第1名' };
  const praise = { indicator: '加/1', rule: 2, times: 1 };
  earns(bonus, '加/1', [
    ['nothing is at stake before somebody claims it', {}, '0/0'],
    ['a claim without evidence does not count, and loses nothing', { said: [rank] }, '0/0'],
    ['a claim with evidence is earned', { said: [rank], leaves: filed(1) }, '10/10'],
    ['each claim by itself', { said: [rank, praise], leaves: filed(1) }, '14/14'],
    [
      'as many times as there is evidence',
      { said: [{ ...praise, times: 3 }], leaves: filed(2) },
      '8/8',
    ],
  ]);
  earns(bonus, '加/2', [
    ['no deduction that nobody reports', {}, '0/0'],
    ['deductions may go below zero', { said: [{ indicator: '加/2', rule: 2, times: 2 }] }, '-10/0'],
    [
      'points taken off',
      { said: [{ indicator: '加/2', rule: 1, points: decimal('2.5') }] },
      '-2.5/0',
    ],
  ]);
  test('takes points off, whatever points it is given', () => {
    const of = system(`indicators: [{ code: "1", name: 机构, points: 10, files: false }]
bonus: [{ code: 减, name: 曝光, points: 0, files: false, scoring: { rule: deduct, each: 2, per: occurrence, cap: 5 } }]
`);
    const score = scoreOf(of, { said: [{ indicator: '减', times: 3 }] });
    expect([shown(score.bonus), shown(score.total)]).toEqual(['-5/0', '-5/10 (10)']);
  });

  earns(bonus, '加', [['capped above', { said: [rank, praise], leaves: filed(1) }, '12/12']]);

  describe('of two rules that count papers', () => {
    const praised = system(`total: 1
indicators:
  - { code: "1", name: 机构, points: 1, evidence: [{ id: a, title: 通知 }] }
bonus:
  - code: 加
    name: 表彰
    points: 10
    scoring:
      - { rule: add, when: 省级表彰, each: 5, per: 每项 }
      - { rule: add, when: 市级表彰, each: 2, per: 每项, cap: 3 }
`);
    const papers = (count: number) => ({ 加: Object.values(filed(count))[0] ?? {} });
    const times = (rule: number, count: number) => ({ indicator: '加', rule, times: count });
    earns(praised, '加', [
      [
        'each paper counts once, where it gives most',
        { said: [times(1, 1), times(2, 2)], leaves: papers(2) },
        '7/7',
      ],
      [
        'with a paper for each both count',
        { said: [times(1, 1), times(2, 2)], leaves: papers(3) },
        '8/8',
      ],
      [
        'a value for the whole is no more than all papers can give',
        { said: [{ indicator: '加', points: decimal('9') }], leaves: papers(1) },
        '5/5',
      ],
    ]);
    test('there is as much to earn as its cap says, whatever is claimed', () => {
      const score = scoreOf(praised, { said: [times(1, 1)], leaves: papers(1) });
      expect(mostOfAll(score.bonusIndicators)).toEqual(decimal('10'));
    });
  });

  test.each([
    ['{ rule: add, each: 5, per: 每项 }', undefined],
    ['[{ rule: add, each: 5, cap: 6 }, { rule: add, each: 2, cap: 3 }]', '9'],
    ['{ rule: tiers, tiers: [{ when: 表扬, points: 4 }, { when: 通报批评, points: -6 }] }', '4'],
    ['{ rule: deduct, each: 5, per: occurrence }', '0'],
  ])('of %s there is no more than %s', (scoring, most) => {
    const of = system(`indicators: [{ code: "1", name: 机构, points: 10, files: false }]
bonus: [{ code: 加, name: 奖惩, scoring: ${scoring} }]
`);
    expect(mostOfAll(scoreOf(of, {}).bonusIndicators)).toEqual(
      most === undefined ? undefined : decimal(most),
    );
  });

  test('counts on top of the total', () => {
    const covered = { a: 'met' } as const;
    expect(shown(scoreOf(bonus, { covered, said: [rank], leaves: filed(1) }).total)).toBe('11/1');
  });

  test('a penalty that a person names needs no evidence, and claims nothing', () => {
    const tiers = 'tiers: [{ when: 表扬, points: 4 }, { when: 通报批评, points: -6 }]';
    const of = system(`indicators: [{ code: "1", name: 机构, points: 10, files: false }]
bonus: [{ code: 加, name: 奖惩, evidence: [{ id: a, title: 文件 }], scoring: { rule: tiers, ${tiers} } }]
`);
    const score = scoreOf(of, { said: [{ indicator: '加', tier: '通报批评' }] });
    expect([shown(score.bonus), score.overclaims]).toEqual(['-6/0', []]);
  });

  test('a claim above the evidence is told', () => {
    const { overclaims } = scoreOf(bonus, { said: [rank] });
    expect(
      overclaims.map(({ claimed, supported }) => [
        formatDecimal(claimed),
        formatDecimal(supported),
      ]),
    ).toEqual([['10', '0']]);
  });
});

describe('vetoes', () => {
  const vetoed = (effect: string, indicator = '') =>
    system(`total: 10
bands: [{ name: 优秀, from: 9 }, { name: 合格, from: 6 }]
indicators:
  - { code: "1", name: 机构, points: 6, evidence: [{ id: a, title: 通知 }] }
  - { code: "2", name: 制度, points: 4, evidence: [{ id: b, title: 方案 }] }
vetoes:
  - { code: 否1, text: 发生重大事故, effect: ${effect} ${indicator} }
`);
  const all = { covered: { a: 'met', b: 'met' } } as const;
  const said = (occurred: boolean) => ({
    ...all,
    vetoes: [{ occurred, state: occurred ? ('short' as const) : ('met' as const) }],
  });
  const bands = (given: Given, effect: string) =>
    scoreOf(vetoed(effect), given).bands.map(({ reached }) => reached);

  test.each([
    ['it occurred', said(true), '4/10'],
    ['it did not', said(false), '10/10'],
    ['nobody has said', all, '4/10 (6)'],
  ])('zero for an indicator: %s', (_, given, score) => {
    expect(shown(scoreOf(vetoed('zero', ', indicator: "1"'), given).base)).toBe(score);
  });

  test('zero for none named is zero for all', () => {
    expect(shown(scoreOf(vetoed('zero'), said(true)).base)).toBe('0/10');
  });

  test.each([
    ['it occurred', said(true), [false, true]],
    ['it did not', said(false), [true, true]],
  ])('the top band: %s', (_, given, reached) => {
    expect(bands(given, 'bar-top')).toEqual(reached);
  });

  test.each([
    ['it occurred', said(true), true],
    ['it did not', said(false), false],
    ['nobody has said', all, undefined],
  ])('out of the running: %s', (_, given, is) => {
    expect(scoreOf(vetoed('disqualify'), given).disqualified).toBe(is);
  });
});

describe('the total', () => {
  const methods = (shares: string) =>
    system(`total: 100
methods: { ${shares} }
indicators:
  - { code: "1", name: 机构, points: 50, methods: [材料审核], evidence: [{ id: a, title: 通知 }] }
  - { code: "2", name: 现场, points: 50, methods: [实地考察], files: false }
`);
  const given: Given = { covered: { a: 'met' }, said: [{ indicator: '2', points: decimal('25') }] };

  test('by the shares of its methods', () => {
    expect(shown(scoreOf(methods('材料审核: 40%, 实地考察: 60%'), given).base)).toBe('70/100');
  });

  test('shares that are no whole weigh nothing', () => {
    expect(shown(scoreOf(methods('材料审核: 40%, 实地考察: 70%'), given).base)).toBe('75/100');
  });

  test('the mean of three years', () => {
    const years = system(`total: 100
scoring: { rule: average }
indicators:
  - { code: "1", name: 2018年, points: 100, files: false }
  - { code: "2", name: 2019年, points: 100, files: false }
  - { code: "3", name: 2020年, points: 100, files: false }
`);
    const points = ['90', '80', '85'].map((each, index) => ({
      indicator: String(index + 1),
      points: decimal(each),
    }));
    expect(shown(scoreOf(years, { said: points }).base)).toBe('85/100');
  });

  test('bands of the total and of the self score', () => {
    const banded = system(`total: 10
bands: [{ name: 合格, from: 6 }, { name: 可申报, from: 9, on: self }, { name: 优秀, from: 9 }]
indicators:
  - { code: "1", name: 机构, points: 7, evidence: [{ id: a, title: 通知 }] }
  - { code: "2", name: 现场, points: 3, files: false }
`);
    const { bands } = scoreOf(banded, { covered: { a: 'met' } });
    expect(bands.map(({ band, reached, reachable }) => [band.name, reached, reachable])).toEqual([
      ['优秀', false, true],
      ['合格', true, true],
      ['可申报', false, true],
    ]);
  });

  test('a band that asks a share of each part besides', () => {
    const banded = system(`total: 10
bands: [{ name: 一级, from: 7, each: 60% }, { name: 二级, from: 7 }]
indicators:
  - { code: "1", name: 机构, points: 7, evidence: [{ id: a, title: 通知 }] }
  - { code: "2", name: 现场, points: 3, files: false }
`);
    const bands = (points: string) =>
      scoreOf(banded, {
        covered: { a: 'met' },
        said: [{ indicator: '2', points: decimal(points) }],
      }).bands.map(({ reached }) => reached);
    expect([bands('1.79'), bands('1.8')]).toEqual([
      [false, true],
      [true, true],
    ]);
  });

  test('a band that asks points or a share of some parts besides', () => {
    const banded = system(`total: 120
bands: [{ name: 5A, from: 0, each: { 一: 95, 二/景观: 90% } }, { name: 4A, from: 0, each: { 一: 85 } }]
profile: { 食堂: [有, 无] }
indicators:
  - { code: 一, name: 服务, points: 100, files: false }
  - code: 二
    name: 质量
    points: 20
    children:
      - { code: 景观, name: 景观, points: 10, files: false }
      - { code: 食堂, name: 食堂, points: 10, files: false, applies: { unit: { 食堂: 有 } } }
`);
    const bands = (...points: string[]) =>
      scoreOf(banded, {
        profile: { 食堂: '无' },
        said: ['一', '二/景观'].map((indicator, at) => ({
          indicator,
          points: decimal(points[at] ?? ''),
        })),
      }).bands.map(({ reached }) => reached);
    expect([bands('95', '9'), bands('94.9', '10'), bands('100', '8.9')]).toEqual([
      [true, true],
      [false, true],
      [false, true],
    ]);
  });

  test('points that a band asks of a part are brought to what applies of it', () => {
    const banded = system(`total: 20
bands: [{ name: 一级, from: 0, each: { 一: 16 } }]
profile: { 食堂: [有, 无] }
indicators:
  - code: 一
    name: 后勤
    points: 20
    children:
      - { code: "1", name: 宿舍, points: 10, files: false }
      - { code: "2", name: 食堂, points: 10, files: false, applies: { unit: { 食堂: 有 } } }
`);
    const bands = (points: string) =>
      scoreOf(banded, {
        profile: { 食堂: '无' },
        said: [{ indicator: '一/1', points: decimal(points) }],
      }).bands.map(({ reached }) => reached);
    expect([bands('8'), bands('7.9')]).toEqual([[true], [false]]);
  });

  test('a system without points scores nothing', () => {
    const none = system(
      'indicators: [{ code: "1", name: 机构, evidence: [{ id: a, title: 通知 }] }]',
    );
    expect(scoreOf(none, {}).scored).toBe(false);
  });
});

describe('the mean of three years, one of which has an indicator that does not apply', () => {
  const years = (points: string) =>
    system(`total: 100
profile: { 食堂: [有, 无] }
scoring: { rule: average }
indicators:
  - code: Y1
    name: 2022年度
    points: 100
    children:
      - { code: a, name: 党建, points: 60, files: false }
      - { code: b, name: 食堂, points: 40, files: false, applies: { unit: { 食堂: 有 } } }
  - { code: Y2, name: 2023年度, points: ${points}, files: false }
  - { code: Y3, name: 2024年度, points: ${points}, files: false }
`);
  const given = (a: string, b: string, c: string): Given => ({
    profile: { 食堂: '无' },
    said: [
      { indicator: 'Y1/a', points: decimal(a) },
      { indicator: 'Y2', points: decimal(b) },
      { indicator: 'Y3', points: decimal(c) },
    ],
  });

  test.each([
    // 2022 comes to 30/60 = 50 of 100; by points alone it would be (30 + 80 + 95) / 260.
    ['each year counts alike', given('30', '80', '95'), '75/100'],
    ['60/60 is a full year', given('60', '70', '70'), '80/100'],
    // (100/3 + 50 + 50) / 3 = 44.44…
    ['cut once', given('20', '50', '50'), '44.44/100'],
    // (66.66… + 66 + 67.33) / 3: 199.99666… / 3 = 66.6655…
    ['no part is cut before', given('40', '66', '67.33'), '66.66/100'],
    ['nothing in it', given('0', '90', '90'), '60/100'],
  ])('%s', (_, of, score) => {
    expect(shown(scoreOf(years('100'), of).base)).toBe(score);
  });

  test('what is undecided is so by the same measure', () => {
    const open: Given = {
      profile: { 食堂: '无' },
      said: [
        { indicator: 'Y2', points: decimal('90') },
        { indicator: 'Y3', points: decimal('60') },
      ],
    };
    expect(shown(scoreOf(years('100'), open).base)).toBe('50/100 (33.33)');
  });

  test('parts of other points count by what applies of them', () => {
    // 30 + 40 + 45 of 60 + 50 + 50.
    expect(shown(scoreOf(years('50'), given('30', '40', '45')).base)).toBe('71.87/100');
  });
});
