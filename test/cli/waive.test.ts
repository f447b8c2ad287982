/** `dangan waive` and `dangan baseline`: what is let pass, written through the journal. */
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { dangan } from '../helpers/cli.js';
import { SMALL_SYSTEM, temporaryFolder, writeTree } from '../helpers/archive-on-disk.js';
import { faultsBy } from '../helpers/published-schemas.js';

const FOLDER = '档案/1 组织领导/1.1 领导机构';
const TODAY = ['--today', '2020-08-15'];
const WHO = ['--reason', '原件借出', '--owner', '办公室', '--until', '2020-12-31'];

const archive = () => {
  const root = temporaryFolder();
  writeTree(root, {
    'dangan.yaml': 'unit: { name: 县水利局 }\nsystem: criteria.yaml\n',
    'criteria.yaml': SMALL_SYSTEM,
    [`${FOLDER}/01：通知.docx`]: 'x',
    [`${FOLDER}/03：纪要.docx`]: 'y',
    [`${FOLDER}/5.方案.docx`]: 'z',
    '档案/1 组织领导/1.2 工作制度/': '',
    '档案/2 志愿服务/': '',
  });
  return root;
};
const run = (root: string, ...words: string[]) => dangan([...words, ...TODAY], { cwd: root });
const waive = (root: string, ...words: string[]) => run(root, 'waive', ...words, ...WHO);
const text = (root: string, name = 'waivers.yaml') => readFileSync(join(root, name), 'utf8');
const json = (root: string, ...words: string[]): unknown =>
  JSON.parse(run(root, ...words, '--format', 'json').out);
const findings = (root: string) =>
  (json(root, 'check', '--rule', 'name') as { findings: { rule: string; title: string }[] })
    .findings;

describe('waive', () => {
  test('without --write shows what would not count, and changes nothing', () => {
    const root = archive();
    const { code, out } = waive(root, 'name-sequence-gap', '--title', '03：纪要.docx');
    expect([code, out, existsSync(join(root, 'waivers.yaml'))]).toEqual([
      0,
      `豁免 name-sequence-gap，“纪要”
  原件借出；办公室负责，到 2020-12-31 为止
  现有 1 个问题不再计入：
    ${FOLDER}
      缺少序号为 2 的材料
以上只是方案，什么都没有动。要写进 waivers.yaml：dangan waive name-sequence-gap --title 03：纪要.docx --reason 原件借出 --owner 办公室 --until 2020-12-31 --today 2020-08-15 --write
`,
      false,
    ]);
  });

  test('with --write it holds, also after renumbering; undo takes it back', () => {
    const root = archive();
    const before = findings(root);
    expect(waive(root, 'name-sequence-gap', '--title', '纪要', '--write').code).toBe(0);
    expect(text(root).replace(/^#.*\n/gm, '')).toBe(
      'waivers:\n  - rule: name-sequence-gap\n    title: 纪要\n    reason: 原件借出\n    owner: 办公室\n    until: 2020-12-31\n    since: 2020-08-15\n',
    );
    expect(text(root)).toContain('$schema=./schemas/waivers.schema.json');
    renameSync(join(root, FOLDER, '03：纪要.docx'), join(root, FOLDER, '04：纪要.docx'));
    expect(findings(root).map(({ title }) => title)).not.toContain('纪要');
    renameSync(join(root, FOLDER, '04：纪要.docx'), join(root, FOLDER, '03：纪要.docx'));
    expect(dangan(['log'], { cwd: root }).out).toContain('name-sequence-gap 纪要 的豁免');
    dangan(['undo'], { cwd: root });
    expect([existsSync(join(root, 'waivers.yaml')), findings(root)]).toEqual([false, before]);
  });

  test('a second one about the same takes its place, and comments stay', () => {
    const root = archive();
    const entry =
      '{ rule: name-sequence-gap, title: 纪要, reason: 借出, owner: 党办, until: 2020-09-01 } # 王芳';
    writeFileSync(join(root, 'waivers.yaml'), `# 豁免\nwaivers:\n  - ${entry}\n`);
    const { out } = waive(root, 'name-sequence-gap', '--title', '纪要', '--write');
    expect([out.includes('原来是：借出；党办负责，到 2020-09-01 为止'), text(root)]).toEqual([
      true,
      '# 豁免\nwaivers:\n  - { rule: name-sequence-gap, title: 纪要, reason: 原件借出, owner: 办公室, until: 2020-12-31, since: 2020-08-15 } # 王芳\n',
    ]);
    expect(waive(root, 'name-sequence-gap', '--title', '纪要').out).toContain('已经是这样');
  });

  test('by the fingerprint of a finding, and an area for an indicator and what is below it', () => {
    const root = archive();
    const [first] = (
      json(root, 'check', '--rule', 'name') as { findings: { fingerprint: string }[] }
    ).findings;
    waive(root, first?.fingerprint ?? '', '--write');
    expect(text(root)).toContain('indicator: 1/1.1\n');
    expect(findings(root)).toHaveLength(3);
    waive(root, 'name', '--indicator', '1', '--write');
    expect(findings(root)).toEqual([]);
  });

  describe('what is refused, and changes nothing', () => {
    test.each([
      [['name-sequence-gap', '--title', '方按'], '没有题名是“方按”的'],
      [['name-gap', '--title', '纪要'], '没有“name-gap”这条规则，是不是想写“name-sequence-gap”'],
      [['waiver-unused', '--title', '纪要'], '不能再豁免'],
      [['scoring-sum-mismatch', '--title', '纪要'], '由 `dangan validate` 判断'],
      [['name', '--indicator', '1.3'], '没有编号或名称是“1.3”的指标'],
      [['name'], '请用 --indicator 或 --title'],
      [['0123456789abcdef'], '没有哪个问题的指纹是 0123456789abcdef'],
      [['name', '--title', '纪要', '--until', '2020-08-14'], '在 2020-08-15 之前'],
      [['name', '--title', '纪要', '--until', '明年'], '“--until”'],
      [['name', '--title', '纪要', '--reason', ' '], '请写明豁免什么'],
    ])('%j', (words, told) => {
      const root = archive();
      // A later option of the same name counts.
      const { code, note } = run(root, 'waive', ...WHO, ...words, '--write');
      expect([code, note.includes(told) ? told : note]).toEqual([2, told]);
      expect(existsSync(join(root, 'waivers.yaml'))).toBe(false);
    });
  });

  describe('--remove', () => {
    const entries = `# 豁免
waivers:
  - { rule: name-sequence-gap, title: 纪要, reason: 借出, owner: 党办, until: 2020-12-31 } # 王芳
  - { rule: name, indicator: "1", reason: 搬迁, owner: 办公室, until: 2020-12-31 }
  - { rule: name, title: 通知, reason: 搬迁, owner: 王芳, until: 2020-12-31 }
`;
    const waived = () => {
      const root = archive();
      writeFileSync(join(root, 'waivers.yaml'), entries);
      return root;
    };

    test('shows what counts again, writes on --write, and undo brings it back', () => {
      const root = waived();
      const words = ['waive', 'name', '--indicator', '1', '--remove'];
      const { code, out } = run(root, ...words);
      expect([code, out.split('\n').slice(0, 3), text(root)]).toEqual([
        0,
        [
          '撤销豁免 name，指标 1',
          '  原来是：搬迁；办公室负责，到 2020-12-31 为止',
          '  有 3 个问题重新计入：',
        ],
        entries,
      ]);
      expect(out).toContain('--remove --write\n');
      const written = json(root, ...words, '--write');
      expect(faultsBy('waive', written)).toEqual([]);
      expect(written).toMatchObject({ removed: true, covers: [{}, {}, {}] });
      expect(text(root)).toBe(entries.replace(/.*indicator.*\n/, ''));
      expect(findings(root)).toHaveLength(3);
      expect(dangan(['log'], { cwd: root }).out).toContain('name 1 的豁免（已撤销）');
      dangan(['undo'], { cwd: root });
      expect(text(root)).toBe(entries);
    });

    test('the rule alone will do where there is one of it, and so does a file or a fingerprint', () => {
      const first = (root: string) => run(root, 'waive', 'name-sequence-gap', '--remove').out;
      expect(first(waived()).split('\n')[0]).toBe('撤销豁免 name-sequence-gap，“纪要”');
      const root = archive();
      const { findings: found } = json(root, 'check', '--rule', 'name') as {
        findings: { fingerprint: string }[];
      };
      const fingerprint = found[0]?.fingerprint ?? '';
      waive(root, fingerprint, '--write');
      expect(run(root, 'waive', fingerprint, '--remove', '--write').code).toBe(0);
      expect(text(root)).toMatch(/^waivers:( \[\])?$/m);
    });

    test.each([
      [['name'], 2, '说的可能是其中任何一条：\n  name，指标 1\n  name，“通知”'],
      [['name-pattern'], 2, '没有这条豁免；有的是：\n  name-sequence-gap，“纪要”'],
      [['name', '--title', '方案', '--reason', '甲'], 2, '不写 --reason、--owner、--until'],
      [['0123456789abcdef'], 2, '没有哪个问题的指纹'],
    ])('of %j it is told what is meant or missing', (words, code, told) => {
      const root = waived();
      const result = run(root, 'waive', ...words, '--remove', '--write');
      expect([result.code, result.note]).toEqual([code, expect.stringContaining(told)]);
      expect(text(root)).toBe(entries);
    });
  });

  test('what has no title, and names that meet, stay waived under another number', () => {
    const root = temporaryFolder();
    const files = (ordinal: string) => ({
      [`${FOLDER}/${ordinal}：.jpg`]: 'x',
      '档案/2 志愿服务/01：计划.docx': 'x',
      [`档案/2 志愿服务/${ordinal}：A.docx`]: 'x',
      [`档案/2 志愿服务/${ordinal}：a.docx`]: 'x',
    });
    const who = 'reason: 借出, owner: 党办, until: 2020-12-31';
    writeTree(root, {
      'dangan.yaml': 'rules: { name-sequence-gap: off, name-sequence-duplicate: off }\n',
      'criteria.yaml': SMALL_SYSTEM,
      '档案/1 组织领导/1.2 工作制度/': '',
      'waivers.yaml': `waivers:\n  - { rule: port-name-collision, title: A, ${who} }\n`,
      ...files('02'),
    });
    waive(root, 'name-title-vague', '--title', '02：.jpg', '--write');
    expect(text(root)).toContain('title: "：.jpg"\n');
    const counted = () =>
      (
        json(root, 'check', '--rule', 'name-title-vague', '--rule', 'port-name-collision') as {
          findings: object[];
          summary: { waived?: number };
        }
      ).summary.waived;
    const before = counted();
    for (const [from, to] of Object.entries(files('02')).map(
      ([name], at) => [name, Object.keys(files('05'))[at] ?? ''] as const,
    )) {
      renameSync(join(root, from), join(root, to));
    }
    expect([before, counted()]).toEqual([2, 2]);
  });

  test('--list tells what holds, what is over, and what each is about', () => {
    const root = archive();
    const who = 'reason: 借出, owner: 党办';
    writeFileSync(
      join(root, 'waivers.yaml'),
      `waivers:
  - { rule: name-sequence-gap, indicator: "1.1", ${who}, until: 2020-08-14 }
  - { rule: name-separator, title: 方案, ${who}, until: 2020-08-25 }
  - { rule: name-separator, title: 方案 }
`,
    );
    expect(run(root, 'waive', '--list').out).toBe(`共 2 条豁免
  name-sequence-gap 1/1.1  2020-08-14  党办  已到期  2 个问题
    借出
  name-separator 方案      2020-08-25  党办  还有 10 天  1 个问题
    借出
有 1 处写得不对、不起作用，见 \`dangan check --rule waiver\`
`);
    expect(faultsBy('waive-list', json(root, 'waive', '--list'))).toEqual([]);
  });

  test('as one document it agrees with its schema', () => {
    const document = json(archive(), 'waive', 'name', '--title', '方案', ...WHO);
    expect(faultsBy('waive', document)).toEqual([]);
    expect(document).toMatchObject({ waiver: { rule: 'name', title: '方案' }, changed: true });
  });
});

describe('baseline', () => {
  const baseline = (root: string, verb: string, ...words: string[]) =>
    run(root, 'baseline', verb, ...words);

  test('what was there when it was made does not count, and what is new does', () => {
    const root = archive();
    expect(baseline(root, 'create').out).toContain('什么都没有动');
    expect(existsSync(join(root, 'baseline.yaml'))).toBe(false);
    expect(baseline(root, 'create', '--write').code).toBe(0);
    const { findings: none, summary } = json(root, 'check') as { findings: []; summary: object };
    expect([none, summary]).toMatchObject([[], { error: 0, warning: 0 }]);
    writeFileSync(join(root, FOLDER, '06.简报.docx'), 'new');
    expect(findings(root)).toMatchObject([{ rule: 'name-separator', title: '简报' }]);
    expect(baseline(root, 'create').code).toBe(2);
    dangan(['undo'], { cwd: root });
    expect(existsSync(join(root, 'baseline.yaml'))).toBe(false);
  });

  test('prune takes out what is gone and adds nothing; update does both', () => {
    const root = archive();
    expect(baseline(root, 'prune').code).toBe(2);
    baseline(root, 'create', '--write');
    const made = text(root, 'baseline.yaml');
    expect(baseline(root, 'update').out).toContain('没有改动');
    renameSync(join(root, FOLDER, '5.方案.docx'), join(root, FOLDER, '05：方案.docx'));
    writeFileSync(join(root, FOLDER, '06.简报.docx'), 'new');
    expect(json(root, 'check', '--rule', 'waiver')).toMatchObject({
      findings: [{ rule: 'waiver-unused', file: 'baseline.yaml' }],
    });
    baseline(root, 'prune', '--write');
    const pruned = text(root, 'baseline.yaml').split('\n');
    const lines = made.split('\n');
    expect(pruned).toEqual(lines.filter((line) => pruned.includes(line)));
    expect(lines.length - pruned.length).toBe(2);
    baseline(root, 'update', '--write');
    expect(findings(root)).toEqual([]);
    expect(text(root, 'baseline.yaml')).toContain('title: 简报');
  });

  test('a file that was not there before is said to be written, and not rewritten', () => {
    const root = archive();
    baseline(root, 'create', '--write');
    const { out } = dangan(['undo'], { cwd: root });
    expect(out).toContain('（baseline create：写入文件 1 个）');
    expect(out).toMatch(/baseline\.yaml +→ （写入）/);
  });

  test('what is waived stays out of it, and as one document it agrees with its schema', () => {
    const root = archive();
    waive(root, 'name', '--indicator', '1.1', '--write');
    const document = json(root, 'baseline', 'create');
    expect(faultsBy('baseline-change', document)).toEqual([]);
    const { added } = document as { added: { rule: string }[] };
    expect(added.filter(({ rule }) => rule.startsWith('name-'))).toEqual([]);
  });
});
