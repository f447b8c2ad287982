/** `{ rule: deduct, cap: 10 }`: “以上各项扣分合起来不超过 10 分”. */
import { describe, expect, test } from 'vitest';
import { formatDecimal } from '../../src/core/system/decimal.js';
import { messagesIn } from '../../src/messages/index.js';
import { scoringWords } from '../../src/report/system/words.js';
import { at, decimal, scoreOf, shown, type Given } from '../helpers/score-of.js';
import { systemWith } from '../helpers/system-of.js';

const system = (lines: string) => systemWith(lines).system;

/** 30 points, of which three children take off 2 for each missing piece, 5 for each case, and nothing. */
const family = (rules: string) =>
  system(`indicators:
  - code: "1"
    name: 组织领导
    points: 30
    scoring: ${rules}
    children:
      - { code: "1.1", name: 会议, points: 12, scoring: { rule: deduct, each: 2, per: missing }, evidence: [{ id: a, title: 通知 }, { id: b, title: 方案 }, { id: c, title: 纪要 }] }
      - { code: "1.2", name: 通报, points: 12, files: false, scoring: { rule: deduct, when: 通报, each: 5, per: occurrence } }
      - { code: "1.3", name: 制度, points: 6, evidence: [{ id: d, title: 制度 }] }
`);

const limited = family('{ rule: deduct, cap: 8 }');
const reported = (times: number) => [{ indicator: '1/1.2', times }];
const shownAt = (id: string, of: typeof limited, given: Given) => shown(at(scoreOf(of, given), id));

describe('deductions of several indicators', () => {
  test('take off no more than the limit over them', () => {
    const given: Given = { covered: { a: 'met', b: 'met', d: 'met' }, said: reported(2) };
    expect(shownAt('1', limited, given)).toBe('22/30');
    expect(shownAt('1', family('{ rule: sum }'), given)).toBe('18/30');
  });

  test('are told by each of them as before', () => {
    const given: Given = { covered: { a: 'met', b: 'met', d: 'met' }, said: reported(2) };
    expect(shownAt('1/1.2', limited, given)).toBe('2/12');
  });

  test('below the limit are all taken off', () => {
    expect(shownAt('1', limited, { covered: { a: 'met', d: 'met' }, said: reported(0) })).toBe(
      '26/30',
    );
  });

  test('leave other losses as they are', () => {
    expect(shownAt('1', limited, { covered: { a: 'met', b: 'met' }, said: reported(2) })).toBe(
      '16/30',
    );
  });

  test('that nobody has told of yet are open as far as the limit goes', () => {
    expect(shownAt('1', limited, { covered: { a: 'met', b: 'met', d: 'met' } })).toBe('22/30 (6)');
  });

  test('beyond the limit are said to be', () => {
    const score = scoreOf(limited, { covered: { a: 'met', b: 'met' }, said: reported(2) });
    const told = at(score, '1').losses.map(({ why, points }) => [why, formatDecimal(points)]);
    expect(told).toEqual([[{ is: 'limited', cap: decimal('8'), sum: decimal('12') }, '8']]);
  });

  test('are limited once more above', () => {
    const outer = system(`indicators:
  - code: 甲
    name: 甲
    points: 20
    scoring: { rule: deduct, cap: 3 }
    children:
      - code: 乙
        name: 乙
        points: 12
        scoring: { rule: deduct, cap: 5 }
        children: [{ code: 丙, name: 丙, points: 12, files: false, scoring: { rule: deduct, each: 4, per: 每次 } }]
      - { code: 丁, name: 丁, points: 8, files: false, scoring: { rule: deduct, each: 1, per: 每次 } }
`);
    const said = [
      { indicator: '甲/乙/丙', times: 2 },
      { indicator: '甲/丁', times: 1 },
    ];
    expect(shownAt('甲/乙', outer, { said })).toBe('7/12');
    expect(shownAt('甲', outer, { said })).toBe('17/20');
  });

  test('of a price above are limited where the limit stands beside it', () => {
    const priced = system(`indicators:
  - code: "1"
    name: 组织领导
    points: 20
    scoring: [{ rule: deduct, each: 3, per: missing }, { rule: deduct, cap: 4 }]
    children:
      - { code: "1.1", name: 会议, points: 10, evidence: [{ id: a, title: 通知 }, { id: b, title: 方案 }] }
      - { code: "1.2", name: 通报, points: 10, evidence: [{ id: c, title: 通报 }, { id: d, title: 制度 }] }
`);
    expect(shownAt('1', priced, { covered: { a: 'met', c: 'met' } })).toBe('16/20');
  });

  test('and its own take off no more than the limit together', () => {
    const own = family(
      '[{ rule: deduct, cap: 8 }, { rule: deduct, when: 处分, each: 3, per: 每人 }]',
    );
    const covered = { a: 'met', b: 'met', d: 'met' } as const;
    const punished = (times: number) => ({ indicator: '1', rule: 2, times });
    // 2 for a paper and 3 for a person; then 2, 5 and 6, of which 8 count.
    expect(shownAt('1', own, { covered, said: [punished(1), ...reported(0)] })).toBe('25/30');
    expect(shownAt('1', own, { covered, said: [punished(2), ...reported(1)] })).toBe('22/30');
  });

  test('of its own that are told are lost, whatever those below come to', () => {
    const own = family(
      '[{ rule: deduct, cap: 8 }, { rule: deduct, when: 处分, each: 3, per: 每人 }]',
    );
    const given: Given = {
      covered: { a: 'met', b: 'met', c: 'met', d: 'met' },
      said: [{ indicator: '1', rule: 2, times: 1 }],
    };
    // Of 30 points 3 are gone for good, and 5 more may be taken off within the limit.
    expect(shownAt('1', own, given)).toBe('22/30 (5)');
  });

  test('take nothing from what a veto makes zero', () => {
    const zero = {
      ...limited,
      vetoes: system('vetoes: [{ code: 否, text: 甲, effect: zero, indicator: "1.2" }]').vetoes,
    };
    const given: Given = {
      covered: { a: 'met', b: 'met', c: 'met', d: 'met' },
      said: reported(2),
      vetoes: [{ occurred: true }],
    };
    expect(shownAt('1', zero, given)).toBe('18/30');
  });
});

test('deductions beside the total are limited together', () => {
  const minus = system(`total: 10
indicators: [{ code: "1", name: 甲, points: 10, evidence: [{ id: a, title: 通知 }] }]
bonus:
  - code: 减
    name: 减分项
    files: false
    scoring: { rule: deduct, cap: 8 }
    children:
      - { code: 减1, name: 信访, files: false, scoring: { rule: deduct, each: 1, per: 每起, cap: 3 } }
      - { code: 减2, name: 舆情, files: false, scoring: { rule: deduct, each: 2, per: 每起 } }
`);
  const score = scoreOf(minus, {
    covered: { a: 'met' },
    said: [
      { indicator: '减/减1', times: 5 },
      { indicator: '减/减2', times: 4 },
    ],
  });
  expect(shown(score.bonus)).toBe('-8/0');
  expect(formatDecimal(score.total.earned)).toBe('2');
});

test('a tier that takes points off is told as what somebody said, and not as one below a better one', () => {
  const minus = system(`total: 10
indicators: [{ code: "1", name: 甲, points: 10, evidence: [{ id: a, title: 通知 }] }]
bonus:
  - { code: 减, name: 处分, files: false, scoring: { rule: tiers, take: all, tiers: [{ when: 警告, points: -1 }, { when: 撤职, points: -5 }] } }
`);
  const score = scoreOf(minus, {
    covered: { a: 'met' },
    said: [{ indicator: '减', tier: '警告' }],
  });
  expect(shown(score.bonus)).toBe('-1/0');
  expect(at(score, '减').losses.map(({ why }) => why.is)).toEqual(['given']);
});

test('all deductions of a system are limited by its own scoring', () => {
  const whole = system(`total: 20
scoring: { rule: deduct, cap: 5 }
indicators:
  - { code: "1", name: 甲, points: 12, files: false, scoring: { rule: deduct, each: 2, per: 每次 } }
  - { code: "2", name: 乙, points: 8, files: false, scoring: { rule: deduct, each: 3, per: 每次 } }
`);
  const said = [
    { indicator: '1', times: 2 },
    { indicator: '2', times: 1 },
  ];
  expect(shown(scoreOf(whole, { said }).base)).toBe('15/20');
});

test('a limit is told as one', () => {
  const [rule] = at(scoreOf(limited), '1').indicator.scoring;
  const words = messagesIn('zh-CN').validate.show;
  expect(rule && scoringWords(rule, words)).toBe('扣分：这里和下面的合起来最多 8 分');
});

describe('several deductions of one indicator', () => {
  const one = (rules: string) =>
    system(`indicators:
  - code: "1"
    name: 纪律
    points: 20
    files: false
    scoring: ${rules}
`);
  const rules =
    '[{ rule: deduct, when: 通报, each: 2, per: 每次 }, { rule: deduct, when: 处分, each: 5, per: 每人 }, { rule: deduct, cap: 9 }]';
  const said = [
    { indicator: '1', rule: 1, times: 3 },
    { indicator: '1', rule: 2, times: 1 },
  ];

  test('take off no more than the limit together', () => {
    expect(shownAt('1', one(rules), { said })).toBe('11/20');
  });

  test('of criteria as well', () => {
    const criteria = system(`indicators:
  - code: "1"
    name: 纪律
    points: 20
    files: false
    scoring: { rule: deduct, cap: 6 }
    criteria:
      - { code: ①, text: 会议, points: 10, scoring: { rule: deduct, each: 4, per: 每次 } }
      - { code: ②, text: 报送, points: 10, scoring: { rule: deduct, each: 3, per: 每次 } }
`);
    const entries = [
      { indicator: '1', criterion: '①', times: 1 },
      { indicator: '1', criterion: '②', times: 2 },
    ];
    expect(shownAt('1', criteria, { said: entries })).toBe('14/20');
  });
});
