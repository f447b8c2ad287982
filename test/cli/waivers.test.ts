/** What is let pass, as the commands take it: it does not count, is told apart, and is left as it is. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { dangan } from '../helpers/cli.js';
import { SMALL_SYSTEM, temporaryFolder, treeOf, writeTree } from '../helpers/archive-on-disk.js';
import { faultsBy } from '../helpers/published-schemas.js';

const WHO = 'reason: 原件借出, owner: 办公室';
const TODAY = ['--today', '2020-08-15'];
const FOLDER = '档案/1 组织领导/1.1 领导机构';

const archive = (waivers?: string, ...names: readonly string[]) => {
  const root = temporaryFolder();
  const files = names.length > 0 ? names : ['1.通知.docx', '03：纪要.docx'];
  writeTree(root, {
    'dangan.yaml': 'unit: { name: 县水利局 }\nsystem: criteria.yaml\n',
    'criteria.yaml': SMALL_SYSTEM,
    ...Object.fromEntries(files.map((name) => [`${FOLDER}/${name}`, 'x'])),
    '档案/1 组织领导/1.2 工作制度/': '',
    '档案/2 志愿服务/': '',
  });
  if (waivers !== undefined) writeFileSync(join(root, 'waivers.yaml'), waivers);
  return root;
};
const text = (root: string) => readFileSync(join(root, 'waivers.yaml'), 'utf8');
const json = (words: readonly string[], root: string) =>
  JSON.parse(dangan([...words, '--format', 'json'], { cwd: root }).out) as Record<string, unknown>;

const WAIVERS = `waivers:
  - { rule: name-sequence-gap, title: 纪要, ${WHO}, until: 2099-12-31 }
  # 没有用了
  - { rule: name-pattern, title: 无, ${WHO}, until: 2099-12-31 } # 这一条
  - { rule: content-empty, title: 无, ${WHO}, until: 2099-12-31 }
`;

describe('check', () => {
  test('what is let pass does not count, and comes with its reason', () => {
    const root = archive(WAIVERS);
    const { findings, waived, summary } = json(['check', '--rule', 'name', ...TODAY], root) as {
      findings: { rule: string }[];
      waived: object[];
      summary: object;
    };
    expect(findings.map(({ rule }) => rule)).toEqual(['name-separator', 'name-sequence-width']);
    expect(waived).toMatchObject([
      {
        rule: 'name-sequence-gap',
        title: '纪要',
        waivedBy: { kind: 'waiver', reason: '原件借出', owner: '办公室', until: '2099-12-31' },
      },
    ]);
    expect(summary).toMatchObject({ warning: 2, waived: 1 });
  });

  test('one rule about waivers is enough to have all of them judged', () => {
    const { findings } = json(['check', '--rule', 'waiver', ...TODAY], archive(WAIVERS)) as {
      findings: object[];
    };
    expect(findings).toMatchObject([
      { rule: 'waiver-unused', at: { line: 4 }, fix: { tier: 'safe' } },
      { rule: 'waiver-unused', at: { line: 5 }, fix: { tier: 'unsafe' } },
    ]);
  });

  test.each(['check', 'fix', 'pack'])('%s stops at a file that cannot be understood', (command) => {
    const { code, note } = dangan([command], { cwd: archive('waivers:\n  - { rule: name\n') });
    expect([code, note]).toEqual([2, expect.stringContaining('waivers.yaml 第 2 行：')]);
  });
});

describe('what is not said of an entry, or above it, is told in the words of waivers', () => {
  test.each([
    ['waivers:\n  - { rule: name', '这条豁免要写明对哪里：indicator、title 至少写一个'],
    ['- { rule: name, title: 纪要', 'waivers.yaml 第 1 行：上面少了“waivers:”一行'],
  ])('%j', (entry, words) => {
    const root = archive(`${entry}, ${WHO}, until: 2099-12-31 }\n`);
    const { out, note } = dangan(['check', '--rule', 'waiver'], { cwd: root });
    expect(out + note).toContain(words);
  });
});

describe('fix', () => {
  test('leaves in what has a file name for its title, though what it means is mended', () => {
    const root = archive(
      `waivers:\n  - { rule: name-separator, title: 1.通知.docx, ${WHO}, until: 2099-12-31 }\n`,
    );
    const before = text(root);
    dangan(['fix', '--write'], { cwd: root });
    expect(text(root)).toBe(before);
  });

  test('takes out what nothing needs, leaves what is let pass, and has nothing to do then', () => {
    const root = archive(WAIVERS);
    const before = text(root);
    expect(dangan(['fix', '--write'], { cwd: root }).code).toBe(0);
    expect(text(root)).toBe(before.replace(/ {2}# 没有用了\n.*name-pattern.*\n/, ''));
    expect(treeOf(root).filter((path) => path.startsWith(FOLDER))).toEqual([
      `${FOLDER}/01：通知.docx`,
      `${FOLDER}/03：纪要.docx`,
    ]);
    expect(json(['fix'], root)).toMatchObject({ changes: [], summary: { spared: 1 } });
    dangan(['undo'], { cwd: root });
    expect(text(root)).toBe(before);
  });

  test('with --unsafe also what contents show to be unneeded', () => {
    const root = archive(WAIVERS);
    dangan(['fix', '--unsafe', '--write'], { cwd: root });
    expect(text(root)).not.toContain('content-empty');
  });

  test('its plan agrees with the schema', () => {
    expect(faultsBy('plan', json(['fix'], archive(WAIVERS)))).toEqual([]);
  });
});

describe('pack', () => {
  const SYSTEM = SMALL_SYSTEM.replaceAll(
    /name: (领导机构|工作制度)/g,
    'name: $1, evidence: [{ title: 正式文件, kind: document }]',
  ).replace(
    'name: 志愿服务',
    'name: 志愿服务\n    evidence: [{ title: 正式文件, kind: document }]',
  );

  test('errors that are let pass do not stand in the way, and the bundle tells them apart', () => {
    const root = archive(undefined, '01：通知.docx');
    writeFileSync(join(root, 'criteria.yaml'), SYSTEM);
    const pack = () => dangan(['pack', '--folder', '-o', 'bundle', ...TODAY], { cwd: root });
    const stopped = pack();
    const rules = json(['check', ...TODAY], root) as {
      findings: { rule: string; severity: string }[];
    };
    const wrong = new Set(
      rules.findings.filter(({ severity }) => severity === 'error').map(({ rule }) => rule),
    );
    const entries = [...wrong].flatMap((rule) =>
      ['1', '2'].map(
        (code) => `  - { rule: ${rule}, indicator: "${code}", ${WHO}, until: 2020-12-31 }\n`,
      ),
    );
    expect([stopped.code, wrong.has('coverage-no-evidence')]).toEqual([1, true]);
    writeFileSync(join(root, 'waivers.yaml'), `waivers:\n${entries.join('')}`);
    const { code, note } = pack();
    expect([code, note]).toEqual([0, expect.stringContaining('连同理由记在包内')]);
    const checks = JSON.parse(readFileSync(join(root, 'bundle/checks.json'), 'utf8')) as {
      summary: { error: number; waived: number };
      waived: object[];
    };
    expect(checks.summary.error).toBe(0);
    expect(checks.waived).toHaveLength(checks.summary.waived);
    expect(checks.waived[0]).toMatchObject({ waivedBy: { kind: 'waiver', reason: '原件借出' } });
    expect(faultsBy('bundle-checks', checks)).toEqual([]);
    const count = checks.summary.waived;
    expect(readFileSync(join(root, 'bundle/说明文件.txt'), 'utf8')).toContain(
      `打包时有 ${count} 个问题经说明不计入`,
    );
    const verified = dangan(['verify', 'bundle'], { cwd: root });
    expect([verified.code, verified.out]).toEqual([
      0,
      expect.stringContaining(`打包时有 ${count} 个问题经说明不计入`),
    ]);
    expect(existsSync(join(root, 'bundle/waivers.yaml'))).toBe(false);
  });
});
