/** `dangan score set`: what a person decides, written into scores.yaml through the journal. */
import { existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { writeTree } from '../helpers/archive-on-disk.js';
import { dangan } from '../helpers/cli.js';
import { faultsBy } from '../helpers/published-schemas.js';

const SYSTEM = `format: dangan/scoring-system@1
title: 测评标准
grades: { A: 100%, B: 66% }
indicators:
  - code: "1"
    name: 组织领导
    points: 20
    children:
      - { code: "1.1", name: 现场, points: 8, files: false, scoring: { rule: judgement } }
      - code: "1.2"
        name: 纪律
        points: 6
        files: false
        scoring:
          - { rule: deduct, each: 2, per: occurrence, when: 通报 }
          - { rule: deduct, each: 1, per: occurrence, when: 投诉 }
        criteria: [{ code: 1), text: 无投诉 }]
      - { code: "1.3", name: 表彰, points: 6, files: false, scoring: { rule: tiers, tiers: [{ when: 省级, points: 6 }, { when: 市级, points: 3 }] } }
      - { code: "1.4", name: 满意度, points: 5, files: false, scoring: { rule: tiers, of: 群众满意度, tiers: [{ when: 优, from: 90, points: 5 }, { when: 良, from: 80, points: 3 }] } }
      - { code: "1.5", name: 献血, points: 5, files: false, scoring: { rule: add, each: 0.5, per: 每10人次, cap: 5 } }
      - { code: "1.8", name: 外借量, points: 5, files: false, scoring: { rule: tiers, of: 年外借量, tiers: [{ when: 12万册次, from: 12万册次, points: 5 }, { when: 8万册次, from: 8万册次, points: 2 }] } }
      - { code: "1.9", name: 抽检, points: 5, files: false, scoring: { rule: tiers, of: 检验量, tiers: [{ when: 达标, from: 4批次/千人, points: 5 }] } }
      - code: "1.6"
        name: 志愿服务
        points: 6
        files: false
        criteria:
          - { code: (1), text: 注册率, points: 3, scoring: { rule: deduct, of: 注册率, full: 30%, each: 0.5, per: 1% } }
          - { code: (2), text: 活动, points: 3, scoring: { rule: deduct, each: 0.5, per: 每次 } }
      - code: "1.7"
        name: 满意
        points: 6
        files: false
        criteria:
          - { code: (1), text: 群众满意率, points: 3, scoring: { rule: proportional, of: 群众满意率 } }
          - { code: (2), text: 职工满意率, points: 3, scoring: { rule: proportional, of: 职工满意率 } }
  - code: "2"
    name: 办结
    points: 10
    files: false
    scoring:
      - { rule: deduct, of: 天数, full: 30天以内, each: 1, per: 5天 }
      - { rule: deduct, of: 天数, full: 20天, each: 0.5, per: 不足1天按1天计 }
vetoes:
  - { code: "1", text: 发生安全事故, effect: disqualify }
`;

const archive = (scores?: string) => {
  const root = mkdtempSync(join(tmpdir(), 'dangan-score-set-'));
  writeTree(root, { 'dangan.yaml': 'system: criteria.yaml\nunit: { name: 水利局 }\n' });
  writeFileSync(join(root, 'criteria.yaml'), SYSTEM);
  if (scores !== undefined) writeFileSync(join(root, 'scores.yaml'), scores);
  return root;
};
const BY = ['--by', '张三', '--why', '现场核查', '--date', '2020-12-01'];
const set = (root: string, ...words: string[]) =>
  dangan(['score', 'set', ...words, ...BY], { cwd: root });
const scores = (root: string) => readFileSync(join(root, 'scores.yaml'), 'utf8');

test('without --write only the plan is shown, with what to type', () => {
  const root = archive();
  const { code, out } = set(root, '1.1', '7.5');
  expect([code, out, existsSync(join(root, 'scores.yaml'))]).toEqual([
    0,
    '1/1.1 现场：得分 7.5\n  张三，2020-12-01：现场核查\n以上只是方案，什么都没有动。要写进 scores.yaml：dangan score set 1.1 7.5 --by 张三 --why 现场核查 --date 2020-12-01 --write\n',
    false,
  ]);
});

test('a share below zero is no part of the points', () => {
  const { code, note } = set(archive(), '1.1', '-3%');
  expect([code, note]).toEqual([2, expect.stringContaining('“share”写的是“-3%”')]);
});

test('points of a rule that takes off are told as what is taken off', () => {
  const { out } = set(archive(), '1.2', '0', '--rule', '2');
  expect(out).toContain('1/1.2 纪律，第 2 条计分办法：扣分 0\n');
});

test('with --write it is written, counted, told in the log, and undone', () => {
  const root = archive();
  expect(set(root, '1.1', '7.5', '--write').code).toBe(0);
  expect(scores(root).replace(/^#.*\n/gm, '')).toBe(
    'scores:\n  - indicator: 1/1.1\n    name: 现场\n    points: 7.5\n    by: 张三\n    on: 2020-12-01\n    because: 现场核查\n',
  );
  expect(dangan(['score', '--indicator', '1.1'], { cwd: root }).out).toMatch(
    /1\.1 现场 +8 +7\.5 +0\.5/,
  );
  expect(dangan(['log'], { cwd: root }).out).toContain('    1.1 的得分\n');
  dangan(['undo'], { cwd: root });
  expect(existsSync(join(root, 'scores.yaml'))).toBe(false);
});

describe('what a value is', () => {
  test.each([
    [['1.1', 'B'], 'grade: B'],
    [['1.1', '85%'], 'share: "85%"'],
    [['1.1', '８分'], 'points: 8'],
    [['1.1', '得分=8'], 'points: 8'],
    [['1.2', '2次', '--rule', '1'], 'rule: 1\n    times: 2'],
    [['1.2', '不符合', '--criterion', '1)'], 'criterion: 1)\n    text: 无投诉\n    met: false'],
    [['1.3', '市级'], 'tier: 市级'],
    [['1.4', '93%'], 'share: "93%"'],
    [['1.4', '-3%'], 'share: "-3%"'],
    [['1.4', '比例=-3%'], 'share: "-3%"'],
    [['1.4', '85'], 'times: 85'],
    [['1.4', '3'], 'points: 3'],
    [['1.5', '23人次'], 'times: 2'],
    [['1.5', '23次'], 'times: 23'],
    [['1.5', '次数=39人次'], 'times: 3'],
    [['1.8', '11万册次'], 'times: 11'],
    [['1.8', '110000册次'], 'times: 11'],
    [['1.8', '数值=8.5万册次'], 'times: 8.5'],
    [['1.9', '3.6批次/千人'], 'times: 3.6'],
    [['1.6', '27.6%'], 'criterion: "(1)"\n    text: 注册率\n    share: "27.6%"'],
    [['1.6', '2次'], 'criterion: "(2)"\n    text: 活动\n    times: 2'],
    [['2', '42.5天'], 'indicator: "2"\n    name: 办结\n    times: 42.5'],
    [['2', '数值=18'], 'times: 18'],
    [
      ['1', '没有发生', '--veto'],
      'vetoes:\n  - veto: "1"\n    text: 发生安全事故\n    occurred: false',
    ],
  ])('%j', (words, line) => {
    const root = archive();
    const { code, note } = set(root, ...words, '--write');
    expect([code, note, scores(root)]).toEqual([0, '', expect.stringContaining(line)]);
    expect(dangan(['score'], { cwd: root }).note).not.toContain('有误');
  });
});

describe('what takes points off', () => {
  const SAFETY = `format: dangan/scoring-system@1
title: 测评标准
indicators:
  - code: "3"
    name: 安全检查
    points: 6
    scoring:
      - { rule: deduct, each: 0.5, per: missing }
      - { rule: tiers, take: all, tiers: [{ when: 一般事故, points: -3 }, { when: 较大事故, points: -6 }] }
    evidence: [{ title: 检查记录 }]
  - { code: "4", name: 信访, points: 6, files: false, scoring: { rule: deduct, each: 1, per: 每人次 } }
`;
  const safety = () => {
    const root = archive();
    writeFileSync(join(root, 'criteria.yaml'), SAFETY);
    writeTree(root, { '档案/3 安全检查/01：检查记录.docx': '' });
    return root;
  };
  const earned = (root: string) => {
    const { out } = dangan(['score', '--format', 'json'], { cwd: root });
    const { indicators } = JSON.parse(out) as {
      indicators: { earned: string; undecided: string }[];
    };
    return indicators.map((each) => [each.earned, each.undecided]);
  };

  test.each(['没有', '否', '无', '0次', '未发生', '没有发生'])(
    'that has not happened, as %s says, takes nothing off',
    (none) => {
      const root = safety();
      expect(earned(root)[0]).toEqual(['0', '6']);
      set(root, '3', none, '--write');
      set(root, '4', none, '--write');
      expect(earned(root)).toEqual([
        ['6', '0'],
        ['6', '0'],
      ]);
      expect(dangan(['check', '--rule', 'score'], { cwd: root }).code).toBe(0);
    },
  );

  test('and has happened after all is said in the place of none, and none in the place of it', () => {
    const root = safety();
    set(root, '3', '没有', '--write');
    set(root, '3', '一般事故', '--write');
    expect(earned(root)[0]).toEqual(['3', '0']);
    set(root, '3', '没有', '--write');
    expect(earned(root)[0]).toEqual(['6', '0']);
    expect(scores(root).match(/tier/g)).toHaveLength(1);
  });

  test('is asked for with both: that it has not happened, or which of them has', () => {
    const { out } = dangan(['score', '--indicator', '3'], { cwd: safety() });
    expect(out).toContain('`dangan score set 3 没有或档次 --by 谁 --why 依据`');
  });

  test.each(['有', '重大', '发生'])(
    '%s tells of none that there is: what there is is told',
    (word) => {
      const { code, note } = set(safety(), '3', word);
      expect(code).toBe(2);
      expect(note).toContain('一般事故、较大事故');
      expect(note).toContain('一样也没有发生的写“没有”');
    },
  );

  test('met: false may be either, and is refused', () => {
    const root = safety();
    writeFileSync(
      join(root, 'scores.yaml'),
      'scores:\n  - { indicator: "3", met: false, by: 张三, on: 2020-12-01, because: 无事故 }\n',
    );
    const { code, out } = dangan(['check', '--rule', 'score'], { cwd: root });
    expect(code).toBe(1);
    expect(out).toContain('tier');
    expect(earned(root)[0]).toEqual(['0', '6']);
  });
});

test('what is measured once answers every rule about it, and again in its place', () => {
  const root = archive();
  const pointsFor = (value: string) => {
    set(root, '2', value, '--write');
    const { out } = dangan(['score', '--format', 'json'], { cwd: root });
    const { indicators } = JSON.parse(out) as { indicators: { earned: string }[] };
    return indicators[1]?.earned;
  };
  // 42.5 days are two steps of five above thirty; 18.5 are two begun days below twenty.
  expect([pointsFor('42.5天'), pointsFor('18.5天')]).toEqual(['8', '9']);
  expect(scores(root).match(/times/g)).toHaveLength(1);
});

test('a rate written without its criterion is what the one that measures it asks for', () => {
  const root = archive(
    'scores:\n  - { indicator: "1.6", share: 27.6%, by: 张三, on: 2020-12-01, because: 截图 }\n',
  );
  const { out } = dangan(['score', '--indicator', '1/1.6', '--lang', 'zh-CN'], { cwd: root });
  expect(out).toMatch(/1\.6 志愿服务 +6 +2 +1 +3\n/);
  set(root, '1.6', '28%', '--write');
  expect(scores(root).match(/share/g)).toHaveLength(1);
});

test('what answers a rule takes the place of points for the whole, which would go before it', () => {
  const root = archive();
  set(root, '1.2', '0', '--write');
  const { out } = set(root, '1.2', '0次', '--rule', '2', '--write');
  expect(out).toContain('第 2 条计分办法：得分 0 → 次数 0\n');
  expect(scores(root).match(/points|times|rule: .*/g)).toEqual(['rule: 2', 'times']);
});

const entry = (...said: string[]) =>
  `scores:\n  - { ${said.join(', ')}, by: 李四, on: 2020-11-01, because: 预查 }\n`;
const earned = (root: string, id: string) => {
  const { out } = dangan(['score', '--indicator', id, '--format', 'json'], { cwd: root });
  const { indicators } = JSON.parse(out) as { indicators: { earned: string }[] };
  return indicators[0]?.earned;
};

describe('points for the whole and answers to its parts are told of each other', () => {
  test.each([
    ['1.2', entry('indicator: "1.2"', 'rule: 1', 'times: 1'), ['3'], '3'],
    ['1.2', entry('indicator: "1.2"', 'rule: 1', 'times: 1'), ['5'], '4'],
    ['1.6', entry('indicator: "1.6"', 'criterion: (1)', 'share: 28%'), ['4'], '4'],
    ['1.7', entry('indicator: "1.7"', 'criterion: (1)', 'points: 2'), ['5'], '5'],
  ])(
    '%s: the whole goes before its parts, up to what they come to',
    (code, before, words, points) => {
      const root = archive(before);
      const { code: exit, note } = set(root, code, ...words, '--write', '--lang', 'zh-CN');
      expect([exit, note]).toEqual([
        0,
        expect.stringMatching(/第 2 行已经逐条答过.*照整项定的分算/),
      ]);
      expect(earned(root, code)).toBe(points);
    },
  );

  test.each([
    ['1.6', ['28%'], '4'],
    ['1.7', ['2', '--criterion', '(1)'], '4'],
  ])('%s: an answer to a part after points for the whole', (code, words, points) => {
    const root = archive(entry(`indicator: "${code}"`, 'points: 4'));
    const { note } = set(root, code, ...words, '--write', '--lang', 'zh-CN');
    expect(note).toMatch(/第 2 行给整项定了分，照它算.*请删去那一条/);
    expect(earned(root, code)).toBe(points);
  });

  test.each([
    ['1.2', entry('indicator: "1.2"', 'criterion: 1)', 'met: true'), ['5']],
    ['1.7', entry('indicator: "1.7"', 'criterion: (2)', 'points: 2'), ['2', '--criterion', '(1)']],
    ['1.2', entry('indicator: "1.2"', 'rule: 1', 'times: 1'), ['1次', '--rule', '2']],
    ['1.3', entry('indicator: "1.2"', 'rule: 1', 'times: 1'), ['6']],
    ['1.2', entry('indicator: "1.2"', 'points: 4'), ['5']],
  ])('%s: what stands beside it is no part of it', (code, before, words) => {
    expect(set(archive(before), code, ...words, '--write').note).toBe('');
  });
});

test('a later decision takes the place of the earlier one, and all else stays as it is written', () => {
  const root = archive(
    '# 张三的本子\nscores:\n  - indicator: "1.1"  # 现场\n    points: 6\n    by: 李四\n    on: 2020-11-01\n    because: 预查\n    note: 待复核\n  - {indicator: "1.3", tier: 省级, by: 李四, on: 2020-11-01, because: 文件}\n',
  );
  set(root, '1.1', 'A', '--write');
  set(root, '1.3', '市级', '--write');
  expect(scores(root)).toBe(
    '# 张三的本子\nscores:\n  - indicator: "1.1"  # 现场\n    by: 张三\n    on: 2020-12-01\n    because: 现场核查\n    note: 待复核\n    name: 现场\n    grade: A\n  - {indicator: "1.3", tier: 市级, by: 张三, on: 2020-12-01, because: 现场核查, name: 表彰}\n',
  );
  expect(set(root, '1.1', 'A', '--write').out).toContain('已经是这样');
});

test.each(['highest', 'between', '1'])(
  'where one tier counts, as take: %s says, another takes its place',
  (take) => {
    const root = archive();
    const rule = '{ rule: tiers, tiers: [{ when: 省级';
    const taking = rule.replace('tiers,', `tiers, take: ${take},`);
    writeFileSync(join(root, 'criteria.yaml'), SYSTEM.replace(rule, taking));
    set(root, '1.3', '省级', '--write');
    expect(scores(root)).toContain('省级');
    set(root, '1.3', '市级', '--write');
    expect(scores(root)).not.toContain('省级');
  },
);

describe('what is refused, and changes nothing', () => {
  test.each([
    [['1.1', '9'], '“points”写的是 9，应当在 0 到 8 之间\n'],
    [['1.7', '85', '--criterion', '(1)'], '在 0 到 3 之间；写的若是比例，请写 85%'],
    [['1.2', '9', '--rule', '3'], '没有“3”这条计分办法'],
    [['1.2', '2.5次', '--rule', '1'], '“times”写的是“2.5”'],
    [['1.2', '2次'], '第 1、2 条计分办法都要“times”'],
    [['2', '85%'], '那里没有计分办法要“share”；请写 points 或 times'],
    [['1.5', '23只'], '“23只”在这里不是得分'],
    [['1.7', '80%'], '是其中一条：(1) 群众满意率、(2) 职工满意率'],
    [['1', '80%'], '量比例的是下面的指标，请答在那一项上：1/1.4、1/1.6、1/1.7'],
    [['11', '3'], '没有编号或名称是“11”的指标'],
    [['1.3', '国家级'], '没有“国家级”'],
    [['1.1', '好'], '“好”在这里不是得分'],
    [['9', '是', '--veto'], '没有“9”'],
    [['1', '大概', '--veto'], '“大概”没有说'],
  ])('%j', (words, told) => {
    const root = archive();
    const { code, note } = set(root, ...words, '--write');
    expect([code, note.includes(told) ? told : note]).toEqual([2, told]);
    expect(existsSync(join(root, 'scores.yaml'))).toBe(false);
  });

  test('a file that may be misread is not written into', () => {
    const text = 'scores:\n  - indicator: "1.1\n    points: 3\n';
    const root = archive(text);
    const { code, note } = set(root, '1.1', '5', '--write');
    expect([code, note]).toEqual([2, expect.stringContaining('scores.yaml 第 2 行：引号没有配对')]);
    expect(scores(root)).toBe(text);
  });
});

test('what was decided of another indicator that had the code is not overwritten', () => {
  const other =
    '  - { indicator: "1.1", name: 实地, points: 6, by: 李四, on: 2020-11-01, because: 预查 }\n';
  const root = archive(`scores:\n${other}`);
  set(root, '1.1', '5', '--write');
  expect(scores(root)).toContain(other);
  expect(dangan(['score', '--indicator', '1.1'], { cwd: root }).out).toMatch(/1\.1 现场 +8 +5 +3/);
});

test('as one document it agrees with its schema', () => {
  const { out } = set(archive(), '1.1', '5', '--format', 'json');
  expect(faultsBy('score-set', JSON.parse(out))).toEqual([]);
  expect(JSON.parse(out)).toMatchObject({
    of: '1/1.1',
    set: { from: null, to: '5' },
    changed: true,
  });
});

test('what does not apply is no value, and it is told where that is written', () => {
  const { code, note } = set(archive(), '1.1', '不适用', '--lang', 'zh-CN');
  expect([code, note.replace(/\s/g, '')]).toEqual([
    2,
    expect.stringContaining('请用`danganledgerexempt编号'),
  ]);
});

describe('score clear', () => {
  const clear = (root: string, ...words: string[]) =>
    dangan(['score', 'clear', ...words], { cwd: root });

  test('takes out what was decided of an indicator, and nothing else; undo brings it back', () => {
    const kept =
      '  # 王主任看过\n  - { indicator: "1.3", tier: 市级, by: 李四, on: 2020-11-01, because: 证书 }\n';
    const root = archive(
      `scores:\n${kept}  - { indicator: "1.1", points: 5, by: 张三, on: 2020-12-01, because: 核查 }\n`,
    );
    const before = scores(root);
    const plan = clear(root, '1.1');
    expect([plan.code, plan.out]).toEqual([
      0,
      '1/1.1 现场：将删去 1 条\n  得分 5\n    张三，2020-12-01：核查\n以上只是方案，什么都没有动。要写进 scores.yaml：dangan score clear 1.1 --write\n',
    ]);
    expect(scores(root)).toBe(before);
    expect(clear(root, '1.1', '--write').out).toContain('已删去 1 条');
    expect(scores(root)).toBe(`scores:\n${kept}`);
    expect(dangan(['undo'], { cwd: root }).code).toBe(0);
    expect(scores(root)).toBe(before);
  });

  test('of one rule, of one criterion, of a veto', () => {
    const root = archive();
    set(root, '1.2', '2次', '--rule', '1', '--write');
    set(root, '1.2', '1次', '--rule', '2', '--write');
    set(root, '1.7', '80%', '--criterion', '(1)', '--write');
    set(root, '1.7', '90%', '--criterion', '(2)', '--write');
    set(root, '1', '否', '--veto', '--write');
    expect(clear(root, '1.2', '--rule', '2', '--write').out).toContain('第 2 条计分办法，次数 1');
    expect(clear(root, '1.7', '--criterion', '(1)', '--write').out).toContain('评分点 (1)');
    expect(clear(root, '1', '--veto', '--write').out).toContain('发生 否');
    const left = scores(root);
    expect([left.includes('times: 2'), left.includes('times: 1')]).toEqual([true, false]);
    expect([left.includes('90%'), left.includes('80%')]).toEqual([true, false]);
    expect(left).not.toContain('occurred');
  });

  test('where nothing was decided it says so, and what is misspelt is told', () => {
    const root = archive();
    expect(clear(root, '1.1', '--write').out).toContain('没有可以删的');
    expect(clear(root, '1.77').code).toBe(2);
    expect(clear(root, '9', '--veto').code).toBe(2);
    expect(existsSync(join(root, 'scores.yaml'))).toBe(false);
  });

  test('as one document it agrees with its schema', () => {
    const root = archive();
    set(root, '1.1', '5', '--write');
    const { out } = clear(root, '1.1', '--format', 'json');
    expect(faultsBy('score-clear', JSON.parse(out))).toEqual([]);
    expect(JSON.parse(out)).toMatchObject({
      of: '1/1.1',
      cleared: [{ key: 'points', value: '5' }],
    });
  });
});
