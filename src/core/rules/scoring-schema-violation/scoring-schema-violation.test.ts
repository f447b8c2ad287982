import { describe, expect, test } from 'vitest';
import { systemOf, systemWith } from '../../../../test/helpers/system-of.js';
import { scoringSchemaViolation } from './index.js';

const faultsOf = (source: ReturnType<typeof systemOf>) =>
  [...scoringSchemaViolation.check(source)].map(({ data }) => data);
const inIndicator = (lines: string) =>
  faultsOf(
    systemWith(
      `owners: { office: 办公室 }\nwindows: { 近三年: { years: 3 } }\nindicators:\n  - code: "1"\n    name: 甲\n${lines}`,
    ),
  );

const nearestOf = (lines: string) =>
  inIndicator(lines).map((fault) => {
    const { wrong, nearest } = fault as { wrong: string; nearest?: string };
    return [wrong, nearest] as const;
  });

const ONE = 'indicators: [{ code: "1", name: 甲 }]\n';

test.each([
  ['levels: 【测评项目、测评指标】', 'names', '[测评项目, 测评指标]'],
  ['levels: 测评项目、测评指标', 'names', '[测评项目, 测评指标]'],
  ['levels: [测评项目，测评指标]', 'names', '[测评项目, 测评指标]'],
  ['bands: [{ name: 优秀, from: 八成 }]', 'no-share', undefined],
  ['bands: [{ name: 优秀, from: 80% }]', 'no-share', undefined],
  ['profile: { 性质: 机关 }', 'values', undefined],
])('%s is told as what it should be', (line, form, meant) => {
  expect(faultsOf(systemWith(`${line}\n${ONE}`))).toMatchObject([{ wrong: 'form', form }]);
  expect(
    faultsOf(systemWith(`${line}\n${ONE}`)).map((fault) => 'meant' in fault && fault.meant),
  ).toEqual([meant ?? false]);
});

test.each([
  'levels: [测评项目]',
  'levels: 测评项目',
  'levels: [项目、内容, 指标]',
  'profile: { 性质: [机关, 学校], 人数: [], 级别: }',
])('%s is in order', (line) => {
  expect(faultsOf(systemWith(`${line}\n${ONE}`))).toEqual([]);
});

test.each([
  ['    分值: 8\n', 'points'],
  ['    责任科室: office\n', 'owner'],
  ['    ｐｏｉｎｔｓ: 8\n', 'points'],
  ['    \u200bpoints: 8\n', 'points'],
  ['    evidence: [{ 题名: 甲 }]\n', 'title'],
])('%j is told once, with the key that is meant', (lines, key) => {
  expect(nearestOf(lines)).toEqual([['unknown-key', key]]);
});

test.each([
  ['    evidence: [{ title: 甲, kind: 正式文件、照片 }]\n', '[document, photo]'],
  ['    window: 2025年-2027年\n', '2025..2027'],
])('%j is told with what is meant', (lines, meant) => {
  expect(nearestOf(lines).map(([, near]) => near)).toEqual([meant]);
});

test.each([
  ['    scoring: { rule: deduct, each: 2分 }\n', '2'],
  ['    window: { from: 2025年1月1日 }\n', '2025-01-01'],
])('%j is told as it is to be written', (lines, meant) => {
  expect(inIndicator(lines)).toMatchObject([{ wrong: 'form', meant }]);
});

test.each([
  ['mising', 'missing'],
  ['Missing', 'missing'],
  ['Late', 'late'],
  ['lates', 'late'],
  ['occurence', 'occurrence'],
  ['missing', undefined],
  ['date', undefined],
  ['article', undefined],
  ['每次', undefined],
])('per: %s is told where it is a slip in a word of the language', (found, meant) => {
  const lines = `    scoring: { rule: deduct, each: 1, per: ${found} }\n`;
  expect(inIndicator(lines)).toEqual(meant ? [{ wrong: 'per-word', found, meant }] : []);
});

test.each([
  ['rule: proportional, of: 培训率, full: 95', '95%'],
  ['rule: proportional, of: 培训率, full: 95, from: 60%', '95%'],
  ['rule: deduct, of: 群众满意度, full: 90, each: 0.5, per: 1', '90%'],
  ['rule: deduct, of: 合格比例, full: ≤10, each: 0.5, per: 1', '≤10%'],
  ['rule: proportional, of: 培训率, full: 95%', undefined],
  ['rule: proportional, of: 容积率, full: 2.5', undefined],
  ['rule: proportional, of: 学时, full: 32', undefined],
  ['rule: proportional, of: 培训率, full: 32学时', undefined],
  ['rule: proportional, of: 会议频率, full: 12', undefined],
])('{ %s } is told where a rate has no percent sign', (rule, found) => {
  const told = inIndicator(`    scoring: { ${rule} }\n`);
  expect(told).toMatchObject(found === undefined ? [] : [{ wrong: 'full-share', found }]);
});

const LATE = '{ rule: deduct, each: 1, per: late }';

test.each([
  ['every: month, closes: 另行通知', '另行通知', LATE],
  ['every: month, closes: 12-31', '12-31', LATE],
  ['every: half-year, closes: 7月10日', '7月10日', LATE],
  ['closes: 年底', '年底', LATE],
  ['every: month, closes: 次月5日', undefined, LATE],
  ['every: month, closes: 每月30日前', undefined, LATE],
  ['every: year, closes: 12-31', undefined, LATE],
  ['closes: 2024-12-31', undefined, LATE],
  ['every: month', undefined, LATE],
  ['every: month, closes: 另行通知', undefined, '{ rule: deduct, each: 1, per: missing }'],
])('{ %s } is told where nobody can read it and lateness costs points', (words, found, rule) => {
  const lines = `submissions: [{ name: 报送, ${words} }]\nindicators: [{ code: "1", name: 甲, scoring: ${rule} }]\n`;
  const told = [...scoringSchemaViolation.check(systemWith(lines))];
  expect(told.map(({ data, severity }) => ({ data, severity }))).toMatchObject(
    found === undefined ? [] : [{ data: { wrong: 'closing', found }, severity: 'warning' }],
  );
});

test('a system without an indicator is told', () => {
  expect(faultsOf(systemWith('indicators: []\n'))).toEqual([
    { wrong: 'too-few', key: 'indicators' },
  ]);
});

test.each([
  ['    evidnce: []\n', { wrong: 'unknown-key', key: 'evidnce', nearest: 'evidence' }],
  [
    '    evidence: [{ titel: 甲, kind: plan }]\n',
    { wrong: 'unknown-key', key: 'titel', nearest: 'title' },
  ],
  [
    '    scoring: { rule: deduct, ech: 1 }\n',
    { wrong: 'unknown-key', key: 'ech', nearest: 'each' },
  ],
  [
    '    evidence: [{ title: 甲, window: { yeas: 3 } }]\n',
    { wrong: 'unknown-key', key: 'yeas', nearest: 'years' },
  ],
  [
    '    window: { from: 2020, years: 3 }\n',
    { wrong: 'one-of', key: 'window', keys: ['from', 'years', 'months', 'term'] },
  ],
  [
    '    window: { from: 2020-02-30 }\n',
    { wrong: 'form', key: 'from', found: '2020-02-30', form: 'day' },
  ],
  [
    '    window: 近五年\n',
    { wrong: 'no-such', thing: 'window', name: '近五年', nearest: '近三年' },
  ],
  ['    owner: ofice\n', { wrong: 'no-such', thing: 'owner', name: 'ofice', nearest: 'office' }],
  [
    '    evidence: [{ title: 甲, count: 两份 }]\n',
    { wrong: 'form', key: 'count', found: '两份', form: 'range' },
  ],
  [
    '    evidence: [{ title: 甲, count: -1 }]\n',
    { wrong: 'form', key: 'count', found: '-1', form: 'range' },
  ],
  [
    '    evidence: [{ count: 2 }]\n',
    { wrong: 'one-of', keys: ['title', 'kind', 'of', 'either', 'see', 'form'] },
  ],
  [
    '    evidence: [{ title: 甲, for: "1)" }]\n',
    { wrong: 'no-such', thing: 'criterion', name: '1)' },
  ],
  ['    evidence: [{ see: 9#plan }]\n', { wrong: 'no-such', thing: 'indicator', name: '9' }],
  ['    evidence: [{ see: 1#plan }]\n', { wrong: 'no-such', thing: 'evidence', name: 'plan' }],
  [
    '    evidence: [{ id: a, title: 甲 }, { id: a, title: 乙 }]\n',
    { wrong: 'twice', thing: 'evidence', name: 'a' },
  ],
  ['    evidence: 照片\n', { wrong: 'type', key: 'evidence', expected: ['list'] }],
  ['    owner: { office: 1 }\n', { wrong: 'type', key: 'owner', expected: ['text', 'list'] }],
  [
    '    scoring: { rule: deduct, each: 1e3 }\n',
    { wrong: 'form', key: 'each', found: '1e3', form: 'decimal' },
  ],
  ['    scoring: { each: 1 }\n', { wrong: 'missing-key', key: 'rule' }],
  ['    applies: { unit: { a: b }, text: c }\n', { wrong: 'one-of', key: 'applies' }],
  ['    files: 不要\n', { wrong: 'type', key: 'files', expected: ['truth'] }],
  ['    period: 2020-Q5\n', { wrong: 'form', key: 'period', form: 'period' }],
  ['    weight: 三成\n', { wrong: 'form', key: 'weight', form: 'percent' }],
])('%j', (lines, expected) => {
  expect(inIndicator(lines)).toMatchObject([expected]);
});

test.each([
  ['    evidence:\n', ['evidence']],
  ['    scoring:\n', ['scoring']],
  ['    children:\n', ['children']],
  ['    owner:\n    window: ~\n', ['owner', 'window']],
  ['    evidence: [{ title: 甲, every: }]\n', ['every']],
  ['    note:\n    standard:\n', []],
])(
  '%j: that nothing stands after a key is told where it says more than a remark',
  (lines, keys) => {
    expect(inIndicator(lines)).toEqual(keys.map((key) => ({ wrong: 'empty-key', key })));
  },
);

test('a key with nothing after it is a warning, where the key stands', () => {
  const source = systemWith('indicators:\n  - code: "1"\n    name: 甲\n    evidence:\n');
  expect([...scoringSchemaViolation.check(source)]).toMatchObject([
    { severity: 'warning', at: { line: 6, column: 5 } },
  ]);
});

test('a value out of a list is told with the nearest and all that there are', () => {
  const [fault] = inIndicator('    evidence: [{ kind: phto }]\n');
  expect(fault).toMatchObject({ wrong: 'value', found: 'phto', nearest: 'photo' });
});

test('a required key with nothing after it is missing', () => {
  expect(
    faultsOf(systemOf('format: dangan/scoring-system@1\ntitle:\nindicators:\n')),
  ).toMatchObject([
    { wrong: 'missing-key', key: 'title' },
    { wrong: 'missing-key', key: 'indicators' },
  ]);
});

test('without a list of owners, departments are called by their names', () => {
  expect(
    faultsOf(systemWith('indicators: [{ code: "1", name: 甲, owner: [办公室, 团委] }]\n')),
  ).toEqual([]);
});

test('a department that is written by its name is told its key', () => {
  const faults = inIndicator('    owner: 办公室\n');
  expect(faults).toMatchObject([{ thing: 'owner', name: '办公室', nearest: 'office' }]);
});

test('fields and values of the profile are known when the system lists them', () => {
  const source = systemWith(
    'profile: { 部门: [水利局, 环保局], 人数: [] }\nindicators:\n  - { code: "1", name: 甲, applies: { all: [{ unit: { 部门: 水利厅 } }, { unit: { 人数: ">=50" } }, { not: { unit: { 级别: 县 } } }] } }\n',
  );
  expect(faultsOf(source)).toMatchObject([
    { thing: 'profile-value', name: '水利厅', nearest: '水利局' },
    { thing: 'profile-field', name: '级别' },
  ]);
});

test('what an adjustment names must be in the extended file, and be one thing', () => {
  const base =
    'format: dangan/scoring-system@1\ntitle: 上级\nindicators:\n  - { code: 一, name: 甲, children: [{ code: "1", name: 乙, evidence: [{ id: plan, kind: plan }] }] }\n  - { code: 二, name: 丙, children: [{ code: "1", name: 丁 }] }\n';
  const own = `format: dangan/scoring-system@1\nextends: base.yaml\nadjust: [{ at: "1" }, { at: 一/2 }, { at: 一/1, remove: [plna] }]\n`;
  expect(faultsOf(systemOf(own, base))).toMatchObject([
    { wrong: 'ambiguous', name: '1', count: 2 },
    { wrong: 'no-such', thing: 'indicator', name: '一/2' },
    { wrong: 'no-such', thing: 'evidence', name: 'plna', nearest: 'plan' },
  ]);
});

test.each([
  ['evidence: [{ kind: 会议纪要 }]', 'minutes'],
  ['evidence: [{ kind: [photo, 新闻报道] }]', 'news'],
  ['evidence: [{ title: 甲, every: 每季度 }]', 'quarter'],
  ['evidence: [{ title: 甲, every: 每学期 }]', 'semester'],
  ['scoring: { rule: 扣分 }', 'deduct'],
  ['exempt: { score: 不计入 }', 'exclude'],
])('in %s the word of the language is told', (line, nearest) => {
  expect(inIndicator(`    ${line}\n`)).toMatchObject([{ wrong: 'value', nearest }]);
});

test.each([
  ['3张以上', '3..'],
  ['至少3', '3..'],
  ['≥３', '3..'],
  ['2-3张', '2..3'],
  ['2至3份', '2..3'],
  ['不超过12', '..12'],
  ['3份', '3'],
  ['若干', undefined],
  ['1份2张3页', undefined],
])('a count written %s is told to be %s', (count, meant) => {
  const [fault] = inIndicator(`    evidence: [{ title: 甲, count: "${count}" }]\n`);
  expect(fault).toMatchObject({ wrong: 'form', form: 'range', ...(meant && { meant }) });
  expect(fault && 'meant' in fault).toBe(meant !== undefined);
});

test('a fact about the unit is told to stand below unit', () => {
  expect(inIndicator('    applies: { 性质: 机关 }\n')).toMatchObject([
    { wrong: 'fact', key: '性质' },
  ]);
});

test('a name of one letter is no guess at another', () => {
  expect(
    faultsOf(
      systemWith(
        'total: 1\ngrades: { A: 100% }\nindicators: [{ code: "1", name: 甲, points: 1, scoring: { rule: grade, grades: { 好: 全部 } } }]\n',
      ),
    ),
  ).toEqual([{ wrong: 'no-such', thing: 'grade', name: '好', nearest: undefined, known: ['A'] }]);
});

describe('a rule that would be passed over without a word', () => {
  const scored = (lines: string, head = '') =>
    faultsOf(
      systemWith(
        `total: 10\n${head}indicators:\n  - code: "1"\n    name: 甲\n    points: 10\n${lines}`,
      ),
    );
  const children = (points: string) =>
    `    children: [{ code: "1.1", name: 乙${points} }, { code: "1.2", name: 丙 }]\n`;

  test.each([
    ['scoring: { rule: tiers }', { wrong: 'rule-lacks', rule: 'tiers', key: 'tiers' }],
    [
      'scoring: { rule: choose }\n    children: [{ code: a, name: 乙, points: 10 }]',
      { wrong: 'rule-lacks', rule: 'choose', key: 'take' },
    ],
    ['scoring: { rule: average }', { wrong: 'rule-alone', rule: 'average' }],
    [
      'scoring: { rule: grade, by: met, grades: { A: 全部, B: 其余 } }',
      { wrong: 'grades-unvalued', grades: ['A', 'B'] },
    ],
    ['scoring: { rule: grade }', { wrong: 'rule-lacks', rule: 'grade', key: 'grades' }],
    [
      'scoring: { rule: deduct, full: 90%, per: 1% }',
      { wrong: 'rule-lacks', rule: 'deduct', key: 'each' },
    ],
    [
      'scoring: { rule: add, full: 90%, each: 1 }',
      { wrong: 'rule-lacks', rule: 'add', key: 'per' },
    ],
    [
      'scoring: { rule: deduct, full: 全部, each: 1, per: 1% }',
      { wrong: 'measure', key: 'full', found: '全部' },
    ],
    [
      'scoring: { rule: deduct, full: 90%, each: 1, per: 每项 }',
      { wrong: 'measure', key: 'per', found: '每项', full: '90%' },
    ],
    [
      'scoring: { rule: deduct, full: 30天, each: 1, per: 1% }',
      { wrong: 'measure', key: 'per', full: '30天' },
    ],
    ['scoring: { rule: deduct, full: 90%, each: 1, per: 0% }', { wrong: 'measure', key: 'per' }],
    [
      'scoring: { rule: proportional, full: 90%, from: 统计局 }',
      { wrong: 'measure', key: 'from', found: '统计局' },
    ],
    [
      'scoring: { rule: tiers, take: 最高, tiers: [{ when: 好, points: 1 }] }',
      { wrong: 'take', rule: 'tiers', found: '最高' },
    ],
    [
      'scoring: { rule: deduct, each: -2, per: 每次 }',
      { wrong: 'form', key: 'each', found: '-2', form: 'points', meant: '2' },
    ],
    [
      'scoring: { rule: tiers, take: between, tiers: [{ when: 好, points: 1 }] }',
      { wrong: 'rule-lacks', rule: 'tiers', key: 'from' },
    ],
    [
      'scoring: { rule: average, take: 中间 }\n    children: [{ code: a, name: 乙, points: 10 }]',
      { wrong: 'take', rule: 'average', found: '中间' },
    ],
    [
      'criteria: [{ code: a, text: 乙, scoring: { rule: rank } }]',
      { wrong: 'rule-lacks', rule: 'rank', key: 'tiers' },
    ],
  ])('%s is told', (line, fault) => {
    expect(scored(`    ${line}\n`)).toMatchObject([fault]);
  });

  test('exempt above other indicators without a condition is told', () => {
    const fault = { wrong: 'exempt-idle' };
    const all = children(', points: 5');
    expect(scored(`    exempt: { score: full }\n${all}`)).toContainEqual(fault);
    expect(scored('    exempt: { score: full }\n')).toEqual([]);
    expect(
      scored(`    exempt: { score: full }\n    applies: { unit: { 食堂: 有 } }\n${all}`),
    ).not.toContainEqual(fault);
  });

  const capped = '    scoring: { rule: deduct, each: 1, per: missing, cap: 3 }\n';

  test('a cap over indicators that have points is told', () => {
    const all = children(', points: 5').replace('丙', '丙, points: 5');
    expect(scored(capped + all)).toMatchObject([{ wrong: 'cap-above' }]);
  });

  test('a limit over no deduction is told, and one over those below or above is not', () => {
    const limit = '    scoring: { rule: deduct, cap: 3 }\n';
    const priced =
      '    scoring: [{ rule: deduct, cap: 3 }, { rule: deduct, each: 1, per: missing }]\n';
    expect(scored(limit)).toMatchObject([{ wrong: 'limit-idle', cap: '3' }]);
    expect(scored(limit + children(', points: 5'))).toMatchObject([{ wrong: 'limit-idle' }]);
    expect(scored(priced + children(', points: 5'))).toEqual([]);
  });

  test('not where some have none', () => {
    expect(scored(capped + children(''))).toEqual([]);
  });

  test('nor grades that have a share, or of a system without points', () => {
    const line = '    scoring: { rule: grade, grades: { A: 全部 } }\n';
    expect([...scored(line, 'grades: { A: 100% }\n'), ...inIndicator(line)]).toEqual([]);
  });
});

test.each(['2020', '2020-03', '2020-Q1', '2020年第一季度', '2018..2020'])(
  '%s is a window without being named',
  (window) => {
    expect(inIndicator(`    window: ${window}\n`)).toEqual([]);
  },
);

test('adjusting needs something to adjust', () => {
  expect(faultsOf(systemWith('indicators: []\nadjust: []\n'))).toEqual([
    { wrong: 'not-here', key: 'adjust' },
  ]);
});

test('a band that asks something of an indicator which is not there', () => {
  const system =
    'bands: [{ name: 甲等, from: 9, each: { 第三部份: 90% } }]\nindicators: [{ code: 第三部分, name: 甲 }]\n';
  const [found] = [...scoringSchemaViolation.check(systemWith(system))];
  expect([found?.data, found?.at]).toEqual([
    { wrong: 'no-such', thing: 'indicator', name: '第三部份', nearest: '第三部分' },
    { line: 3, column: 44 },
  ]);
});

describe('a band that counts indicators by grade', () => {
  const faults = (band: string, indicator: string) =>
    faultsOf(
      systemWith(
        `grades: { A: 100%, B: 66% }\nbands: [{ name: 甲等, grades: ${band} }]\nindicators: [${indicator}]\n`,
      ),
    );

  test('asks for grades, marks and indicators that are there', () => {
    const marked = '{ code: "1", name: 甲, points: 1, marks: ★ }';
    expect(faults('[{ B: 90% }, { of: ★, A: 2 }, { of: "1", A: 100% }]', marked)).toEqual([]);
    expect(faults('[{ C: 90% }, { of: 核心, A: 2 }]', marked)).toEqual([
      { wrong: 'no-such', thing: 'grade', name: 'C', nearest: undefined, known: ['A', 'B'] },
      { wrong: 'no-such', thing: 'mark', name: '核心', nearest: undefined, known: ['★'] },
    ]);
  });

  test('needs points that a grade is a share of', () => {
    expect(faults('{ A: 90% }', '{ code: "1", name: 甲 }')).toEqual([
      { wrong: 'band-unvalued', band: '甲等' },
    ]);
  });

  test('asks for a share or a number', () => {
    expect(faults('{ A: 大半 }', '{ code: "1", name: 甲, points: 1 }')).toMatchObject([
      { key: 'A', found: '大半' },
    ]);
  });
});

test('what an overlay says wrong stands in the overlay', () => {
  const base =
    'format: dangan/scoring-system@1\ntitle: 上级\nowners: { a: 甲 }\nindicators: [{ code: "1", name: 甲, owner: a }]\n';
  const own =
    'format: dangan/scoring-system@1\nextends: base.yaml\nadjust: [{ at: "1", owner: b }]\nremove: "2"\n';
  const places = [...scoringSchemaViolation.check(systemOf(own, base))].map(({ at }) => at);
  expect(places).toEqual([
    { line: 4, column: 9 },
    { line: 3, column: 28 },
  ]);
});

test.each([
  ['5%以下, from: 5%', '5%'],
  ['不超过10起, from: 10', '10'],
])('a tier of what is less has to say so: %s', (tier, found) => {
  const scoring = `    points: 5\n    scoring: { rule: tiers, of: 投诉率, tiers: [{ when: ${tier}, points: 5 }] }\n`;
  const when = tier.split(',')[0];
  expect(inIndicator(scoring)).toEqual([{ wrong: 'tier-at-most', when, found }]);
});

test.each(['八成', '1:3', '80-90', '不足3次'])('a tier cannot begin at %s', (found) => {
  const scoring = `    points: 5\n    scoring: { rule: tiers, tiers: [{ when: 好, from: "${found}", points: 5 }] }\n`;
  expect(inIndicator(scoring)).toEqual([{ wrong: 'form', key: 'from', found, form: 'measure' }]);
});

test.each([
  ['90%以上, from: 90', '90%'],
  ['80-90%, from: 80', '80%'],
  ['5%以下, from: ≤5', '≤5%'],
])('a tier of a share is written with its percent sign: %s', (tier, found) => {
  const scoring = `    points: 5\n    scoring: { rule: tiers, of: 满意度, tiers: [{ when: ${tier}, points: 5 }] }\n`;
  const when = tier.split(',')[0];
  expect(inIndicator(scoring)).toEqual([{ wrong: 'tier-share', when, found }]);
});

test.each([
  ['每缺一次', 1],
  ['每少1份', 1],
  ['缺一项', 1],
  ['每未开展一次', 1],
  ['missing', 0],
  ['每次', 0],
  ['每缺勤一次', 0],
  ['一例未查', 0],
])('what is missing is counted by per: missing, not by %s', (per, found) => {
  const scoring = `    points: 5\n    scoring: { rule: deduct, each: 1, per: ${per} }\n    evidence: [{ title: 登记表, kind: form }]\n`;
  expect(inIndicator(scoring)).toEqual(found ? [{ wrong: 'per-missing', found: per }] : []);
});

test('where nothing is asked for, a person counts what is missing', () => {
  const scoring =
    '    points: 5\n    files: false\n    scoring: { rule: deduct, each: 1, per: 每缺一次 }\n';
  expect(inIndicator(scoring)).toEqual([]);
});

test.each([
  '5%以下, from: ≤5%',
  '80%以上90%以下, from: 80%',
  '60%以下, from: 0%',
  '1至5起, from: 1',
])('a tier that says where it begins or ends: %s', (tier) => {
  const scoring = `    points: 5\n    scoring: { rule: tiers, of: 投诉率, tiers: [{ when: ${tier}, points: 5 }] }\n`;
  expect(inIndicator(scoring)).toEqual([]);
});
