/** `dangan score` as its users see it, on an example that comes filled. */
import { appendFileSync, mkdirSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import stringWidth from 'string-width';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { smallArchive, writeTree } from '../helpers/archive-on-disk.js';
import { dangan } from '../helpers/cli.js';
import { faultsBy } from '../helpers/published-schemas.js';
import { quickFolder } from '../helpers/disk/quick-folder.js';

const EXAMPLES: Readonly<Record<string, string>> = {
  'cadre-file-audit': '2020-06-30',
  'quarterly-dynamic-2020-unit': '2020-07-10',
  'shicheng-river-chief-2018': '2018-10-20',
};
const folder = quickFolder('dangan-score-');
afterAll(() => {
  rmSync(folder, { recursive: true });
});

beforeAll(() => {
  for (const name of Object.keys(EXAMPLES)) {
    expect(dangan(['init', name, '--system', name, '--filled'], { cwd: folder }).code).toBe(0);
  }
});

const score = (name: string, words: readonly string[] = [], columns = '80') =>
  dangan(['score', name, '--today', EXAMPLES[name] ?? '', ...words], {
    cwd: folder,
    environment: { COLUMNS: columns },
  });

describe.each(Object.keys(EXAMPLES))('%s', (name) => {
  test('exits with 0, whatever is lost', () => {
    expect(score(name).code).toBe(0);
  });

  test.each(['80', '120'])('fits %s columns', (columns) => {
    for (const language of ['zh-CN', 'en']) {
      const { out } = score(name, ['--all', '--lang', language], columns);
      const widest = Math.max(...out.split('\n').map((line) => stringWidth(line)));
      expect(widest).toBeLessThanOrEqual(Number(columns));
    }
  });

  test('has its points in columns', () => {
    const rows = score(name, ['--lang', 'zh-CN'])
      .out.split('\n')
      .filter((line) => /(?: +-?[\d.]+){4}$/.test(line));
    expect(new Set(rows.map((line) => stringWidth(line))).size).toBe(1);
  });

  test('as JSON keeps to its schema', () => {
    const { out } = score(name, ['--format', 'json', '--by-owner']);
    expect(faultsBy('score', JSON.parse(out))).toEqual([]);
  });

  test('is the same in two runs', () => {
    expect(score(name, ['--format', 'json'])).toEqual(score(name, ['--format', 'json']));
  });

  test('says that it is not the verdict', () => {
    expect(score(name, ['--lang', 'zh-CN']).out).toContain('不是测评组的结论');
  });

  test('says nothing of owners unless it is asked', () => {
    expect(score(name, ['--lang', 'zh-CN']).out).not.toContain('责任科室');
  });

  test('writes nothing', () => {
    const before = listing(join(folder, name));
    score(name);
    expect(listing(join(folder, name))).toEqual(before);
  });
});

function listing(root: string): string[] {
  return readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter((path) => !path.startsWith('.dangan'))
    .map((path) => `${path} ${statSync(join(root, path)).mtimeMs}`)
    .sort();
}

test('one indicator, with what is behind its points', () => {
  const { out } = score('quarterly-dynamic-2020-unit', ['--indicator', '4', '--lang', 'zh-CN']);
  expect(out.split('\n').slice(3)).toEqual([
    '                          应得  自评  失分  待定',
    '4 “我们的节日”              15    12     3     0',
    expect.stringMatching(/^ {2}得 2 {2}评分点 ⑤：04：春节活动方案\.docx/),
    expect.anything(),
    expect.stringMatching(/^ {2}得 10 /),
    expect.anything(),
    '  失 3  评分点 ⑤：“节日活动总结”缺 1 份，每份扣 3 分；请补齐',
    '',
  ]);
});

/** What is told of the points of eight papers in the indicator's folder, and of photos in that of an activity. */
function gained(...words: readonly string[]): string {
  const root = smallArchive();
  const folder = '档案/1 志愿服务';
  const papers = [1, 2, 3, 4, 5, 6, 7, 8].map(
    (n) => [`${folder}/0${n}：简报${n}.docx`, '甲'] as const,
  );
  const activity = `${folder}/2020年3月志愿服务活动`;
  writeTree(root, {
    'criteria.yaml': `title: 测评标准
total: 9
indicators:
  - code: "1"
    name: 志愿服务
    points: 9
    scoring: { rule: deduct, each: 1, per: missing, floor: 0 }
    evidence: [{ title: 简报, count: 8 }, { title: 志愿服务活动照片 }]
`,
    [`${activity}/01：志愿服务活动照片.jpg`]: '甲',
    [`${activity}/02：志愿服务活动照片2.jpg`]: '乙',
    ...Object.fromEntries(papers),
  });
  const run = dangan(['score', '--indicator', '1', '--lang', 'zh-CN', ...words], {
    cwd: root,
    environment: { COLUMNS: '400' },
  });
  return run.out.split('\n').find((line) => line.startsWith('  得')) ?? run.out + run.note;
}

test('of much evidence a few are named and the rest is counted; all are named when all is asked for', () => {
  expect(gained()).toMatch(/01：简报1\.docx、.*06：简报6\.docx，另有 \d 份$/);
  expect(gained('--all')).toMatch(/07：简报7\.docx、08：简报8\.docx/);
});

test('what is missing and what is not due yet are counted apart', () => {
  const { out } = score('quarterly-dynamic-2020-unit', ['--indicator', '5', '--lang', 'zh-CN']);
  expect(out.split('\n').slice(-4)).toEqual([
    '  失 5     “注册志愿者名单”缺 1 份，每份扣 5 分；请补齐',
    '  待定 10  “注册志愿者名单”2 份，每份 5 分，还没有到期',
    '  到今天为止  应得 20，自评 15，失 5',
    '',
  ]);
});

test('bonus that nothing is behind does not count, and is nothing lost', () => {
  const { out } = score('shicheng-river-chief-2018', ['--lang', 'zh-CN']);
  expect(out).toMatch(/\n {2}1 奖分 +5 +0 +0\n {4}不计 5 {2}陈志定的高于材料能支持的 5 分/);
  expect(out).toMatch(/\n合计 +100 +52\.75 +16\.75 +35\.5\n/);
});

test('what lies between two tiers is told as that, and what is at one as reached', () => {
  const root = smallArchive();
  const tiers = '[{ when: 10平方米, from: 10, points: 10 }, { when: 8平方米, from: 8, points: 6 }]';
  writeFileSync(
    join(root, 'criteria.yaml'),
    `format: dangan/scoring-system@1\ntitle: 绿化\nindicators:\n  - { code: "1", name: 人均绿地, points: 10, files: false, scoring: { rule: tiers, take: between, tiers: ${tiers} } }\n`,
  );
  const told = (value: string) => {
    dangan(['score', 'set', '1', value, '--by', '王芳', '--why', '实测', '--write'], { cwd: root });
    return dangan(['score'], { cwd: root }).out;
  };
  expect(told('9平方米')).toContain('失 2  在“8平方米”与“10平方米”两档之间，按比例计');
  expect(told('8平方米')).toContain('失 4  够得上“8平方米”这一档，再高一档分更多');
});

test('by owner when it is asked', () => {
  const { out } = score('quarterly-dynamic-2020-unit', ['--by-owner', '--lang', 'zh-CN']);
  expect(out).toMatch(/\n机关党委 +20 +15 +5 +0\n办公室 /);
});

test('bonus adds to what an owner has earned, not to what is at stake', () => {
  const root = join(folder, 'bonus');
  mkdirSync(root);
  writeFileSync(join(root, 'dangan.yaml'), 'system: criteria.yaml\n');
  writeFileSync(
    join(root, 'criteria.yaml'),
    'format: dangan/scoring-system@1\ntitle: 标准\nowners: { office: 办公室 }\n' +
      'indicators: [{ code: "1", name: 问卷, points: 8, owner: office, files: false, scoring: { rule: judgement } }]\n' +
      'bonus: [{ code: 加1, name: 表彰, owner: office, files: false, scoring: { rule: add, each: 2, per: 次, cap: 4 } }]\n',
  );
  writeFileSync(
    join(root, 'scores.yaml'),
    'scores:\n' +
      '  - { indicator: "1", points: 7, by: 王芳, on: 2020-01-01, because: 问卷 }\n' +
      '  - { indicator: 加1, times: 2, by: 王芳, on: 2020-01-01, because: 通报 }\n',
  );
  const { out } = dangan(['score', '--by-owner', '--lang', 'zh-CN'], { cwd: root });
  expect(out).toMatch(/\n合计 +8 +11 +1 +0\n/);
  expect(out).toMatch(/\n办公室 +8 +11 +1 +0\n/);
});

test.each([
  [['--indicator', '999'], 'TARGET_UNKNOWN'],
  [['--indicator', '9'], 'SCORE_INDICATOR_UNKNOWN'],
  [['--indicator', '二/1'], 'SCORE_INDICATOR_UNKNOWN'],
  [['--indicator', '30'], 'INDICATOR_AMBIGUOUS'],
])('%j is a question that cannot be asked', (words, code) => {
  const { code: exit, out } = score('shicheng-river-chief-2018', [...words, '--format', 'json']);
  const { error } = JSON.parse(out) as { error: { code: string } };
  expect([exit, error.code]).toEqual([2, code]);
});

test.each(['score', 'status'])('%s of a bundle says that it is one', (command) => {
  const zip = join(folder, '迎检包.zip');
  const bag = join(folder, '迎检包');
  mkdirSync(join(bag, 'data'), { recursive: true });
  for (const file of [zip, join(bag, 'bagit.txt')]) writeFileSync(file, '');
  const told = [zip, bag, join(bag, 'data')].map((place) => {
    const { code, note } = dangan([command, place, '--lang', 'zh-CN'], { cwd: folder });
    return [code, /是打好的包，不是创建档案\n {2}→ 请用 `dangan verify "(.*?)"`/.exec(note)?.[1]];
  });
  expect(told).toEqual([
    [2, zip],
    [2, bag],
    [2, bag],
  ]);
});

test('points above the evidence are told on stderr', () => {
  const { note } = score('shicheng-river-chief-2018', ['--lang', 'zh-CN']);
  expect(note).toContain('高于材料能支持的分值');
});

test('an error in scores.yaml is told on stderr, with its line by check', () => {
  const root = smallArchive();
  appendFileSync(
    join(root, 'scores.yaml'),
    'scores:\n  - { indicator: "9.9", points: 1, by: 甲, on: 2020-01-01, because: 乙 }\n',
  );
  const { code, note } = dangan(['score', '--lang', 'zh-CN'], { cwd: root });
  const check = dangan(['check', '--rule', 'score-entry-invalid', '--lang', 'zh-CN'], {
    cwd: root,
  });
  expect([code, note, check.code, check.out]).toEqual([
    0,
    expect.stringContaining('scores.yaml 有 1 处有误'),
    1,
    expect.stringContaining('没有“9.9”这个指标'),
  ]);
});
