/** `dangan status` as its users see it, on the examples with their evidence. */
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import stringWidth from 'string-width';
import { afterAll, expect, test } from 'vitest';
import { dangan } from '../helpers/cli.js';
import { faultsBy } from '../helpers/published-schemas.js';

const examples = fileURLToPath(new URL('../../examples/', import.meta.url));
const FILLED = readdirSync(examples).filter((name) => {
  return !name.endsWith('.md') && readdirSync(join(examples, name)).includes('filled.yaml');
});

const home = mkdtempSync(join(tmpdir(), 'dangan-status-'));
afterAll(() => rmSync(home, { recursive: true }));

/** The archive of an example with its evidence, and the day that it was made for. */
const filled = new Map<string, { readonly root: string; readonly today: string }>();
function filledOf(example: string) {
  const known = filled.get(example);
  if (known) return known;
  const root = join(home, example);
  dangan(['init', root, '--system', example, '--filled']);
  const page = readFileSync(join(examples, example, 'filled.yaml'), 'utf8');
  const made = { root, today: /^today: (\S+)$/m.exec(page)?.[1] ?? '' };
  filled.set(example, made);
  return made;
}

function status(example: string, words: readonly string[] = [], language = 'zh-CN') {
  const { root, today } = filledOf(example);
  const environment = { DANGAN_LANG: language };
  return dangan(['status', '--today', today, ...words], { cwd: root, environment });
}

const QUARTERLY = 'quarterly-dynamic-2020';

test('what is to be done is told by indicator', () => {
  expect(status(QUARTERLY).out).toBe(`\
1 党建
  待核对  党员教育活动图片或党建经验稿件截图  1/1样
          03：党员教育活动图片、05：创建工作专题会议图片：要核对有没有单位名称
          04：县电视台党建经验稿件截图：已退回
2 思想重视
  欠缺    领导签批件                 1/2份
          02：领导签批件（一季度报送安排）：还是草稿
3 机制健全
  欠缺    相关工作制度               0/1份
          03：创建工作考核办法：日期是 2019-11-20，不在2020年内
4 “我们的节日”
  待核对  “我们的节日”活动           2/2个
          02：元宵节猜灯谜实景图片：要核对有没有节日氛围、单位名称
5 学雷锋志愿服务
  待核对  志愿服务工作机制文件       0/1份  02：志愿服务工作机制文件：看不出日期
  欠缺    志愿服务现场实景图片       1/2份
          04：学雷锋日慰问环卫工人图片：说明里没有主办单位
          05：学雷锋日节水宣传图片：日期是 2019-03-05，不在2020年内
  欠缺    本季度志愿服务文字说明     0/1份
          06：一季度志愿服务情况说明：150 字，要 200 字以上

截至 2020-04-15，应有材料 15 条，已齐 8 条
  材料要求 16 条：欠缺 4，待核对 3，已齐 8，不适用 1
  末级指标 5 项：欠缺 3，待核对 2
  齐了的也列出：\`dangan status --all\`
`);
});

test('one indicator, in English', () => {
  expect(status(QUARTERLY, ['--indicator', '2', '--all'], 'en').out).toBe(`\
2 思想重视
  short     领导签批件                1/2
            02：领导签批件（一季度报送安排）: still a draft
  met       专题会议                  1/1 activities
  exempt    班子参与创建活动实景图片

On 2020-04-15: 1 of 2 requirements met
  3 requirements: 1 short, 1 met, 1 exempt
  1 leaf indicator: 1 short
`);
});

test('what is owed is no fault of the run', () => {
  expect(status(QUARTERLY).code).toBe(0);
});

test.each(FILLED)('%s: the document keeps to its schema', (example) => {
  const { out } = status(example, ['--format', 'json']);
  expect(faultsBy('status', JSON.parse(out))).toEqual([]);
});

test.each(FILLED.flatMap((name) => ['zh-CN', 'en'].map((language) => [name, language] as const)))(
  '%s: no line is wider than the terminal (%s), but for what is to be typed',
  (example, language) => {
    const lines = status(example, ['--all'], language).out.split('\n');
    const wide = lines.filter((line) => stringWidth(line) > 80);
    expect(wide.filter((line) => !line.startsWith('    dangan '))).toEqual([]);
  },
);

test.each(FILLED)('%s: two runs give equal bytes', (example) => {
  const run = () => status(example, ['--format', 'json']).out;
  expect(run()).toBe(run());
});

test('states are asked for by their words, and the document lists just those', () => {
  const { out } = status(QUARTERLY, ['--state', '欠缺', '--format', 'json']);
  const { indicators } = JSON.parse(out) as {
    indicators: { requirements: { state: string }[] }[];
  };
  const states = indicators.flatMap(({ requirements }) => requirements.map(({ state }) => state));
  expect([states.length, new Set(states)]).toEqual([4, new Set(['short'])]);
});

test.each([
  [['--state', '缺'], '--state 里的“缺”不是一种状态'],
  [['--indicator', '九十九'], '没有编号或名称是“九十九”的指标'],
  [['--owner', '办公厅'], '测评体系里没有叫“办公厅”的责任科室'],
  [['--today', '2020-02-30'], '2020-02-30'],
])('%j cannot be asked', (words, said) => {
  const { code, note } = status('hubei-justice-2017', words);
  expect([code, note.includes(said)]).toEqual([2, true]);
});

test('the document of a question that cannot be asked keeps to the schema', () => {
  const { out } = status(QUARTERLY, ['--indicator', '九十九', '--format', 'json']);
  expect(faultsBy('status', JSON.parse(out))).toEqual([]);
});

test('a department is told only what it owes', () => {
  const { out } = status('hubei-justice-2017', ['--owner', '妇委会']);
  expect(out).toContain('巾帼建功活动');
  expect(out).not.toContain('大型活动');
});

/** What an archive of one requirement says of these files. */
const PLAN = '[{ id: plan, title: 工作计划, kind: plan }]';

function saidOf(names: readonly string[], asked = PLAN): string {
  const root = mkdtempSync(join(home, 'spare-'));
  const folder = join(root, '档案/1 组织领导');
  mkdirSync(folder, { recursive: true });
  for (const name of names) writeFileSync(join(folder, name), '');
  writeFileSync(join(root, 'dangan.yaml'), 'unit: { name: 甲 }\n');
  writeFileSync(
    join(root, 'criteria.yaml'),
    [
      'format: dangan/scoring-system@1',
      'title: 甲',
      'indicators:',
      '  - code: "1"',
      '    name: 组织领导',
      `    evidence: ${asked}`,
      '',
    ].join('\n'),
  );
  return dangan(['status', '--today', '2020-04-15'], { cwd: root }).out;
}

test('for what counts for nothing there is something to type', () => {
  const said = saidOf(['01：厂歌.docx', '02：校歌.docx']);
  expect(said).toContain('  没用上  01：厂歌、02：校歌\n');
  expect(said).toContain(
    '\n    dangan ledger set "档案/1 组织领导/01：厂歌.docx" requirements=plan\n',
  );
});

test('of several that are missing the one that is called most like it is offered', () => {
  const asked =
    '[{ title: 法律顾问聘用合同, kind: document }, { title: 法律顾问意见书, kind: opinion }]';
  expect(saidOf(['01：法律意见书汇报.docx'], asked)).toContain('requirements=法律顾问意见书\n');
});

test('nothing is offered for typing that a shell would take for a command', () => {
  const said = saidOf(['01：$(rm -rf x).docx', "02：a';b.docx"]);
  expect(said).not.toContain('ledger set');
});
