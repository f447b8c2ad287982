/** Rules that a unit declares in dangan.yaml are rules among the others. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { SMALL_SYSTEM, writeTree } from '../helpers/archive-on-disk.js';
import { rules } from '../../src/index.js';
import { dangan } from '../helpers/cli.js';

let root = '';
beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'dangan-own-'));
  writeTree(root, {
    'criteria.yaml': SMALL_SYSTEM,
    '档案/1 组织领导/1.1 领导机构/01：2020年工作总结.docx': 'x',
    '档案/1 组织领导/1.1 领导机构/02：工作总结.docx': 'x'.repeat(2000),
    '档案/1 组织领导/1.2 工作制度/': '',
    '档案/2 志愿服务/': '',
    'dangan.yaml': settingsWith('"1"'),
  });
});
afterAll(() => rmSync(root, { recursive: true }));

const settingsWith = (indicator: string) => `rules:
  own-年度总结:
    title: 总结要写明年份
    severity: error
    why: 测评组按年翻看。
    do: 在题名前加年份。
    where: { indicator: ${indicator}, kind: 总结 }
    name: { matches: "{year}年*" }
    size: ..1KB
`;

test('they are found by area, counted and told as the others', () => {
  const { out, code } = dangan(['check', root, '--rule', 'own', '--format', 'json']);
  const { findings, summary } = JSON.parse(out) as { findings: object[]; summary: object };
  expect(findings).toMatchObject([
    {
      rule: 'own-年度总结',
      severity: 'error',
      message: '总结要写明年份：题名“工作总结”应写成“{year}年*”的样子',
      file: '档案/1 组织领导/1.1 领导机构/02：工作总结.docx',
      indicator: { code: '1.1' },
    },
    { rule: 'own-年度总结', message: '总结要写明年份：文件有 2 KB，应不超过 1 KB' },
  ]);
  expect(summary).toMatchObject({ error: 2 });
  expect(code).toBe(1);
});

test('explain makes a page of the declaration', () => {
  const { out } = dangan(['explain', 'own-年度总结'], { cwd: root });
  expect(out).toBe(`总结要写明年份  own-年度总结
级别：错误 · 改正：由人处理 · 判断看：材料本身

对指标 1（含下级）的种类是总结的材料，要求：

- 题名写成“{year}年*”的样子
- 每个文件至多 1 KB

为什么：测评组按年翻看。

怎么办：在题名前加年份。

这是本单位自己的规则，写在 dangan.yaml 的 rules 里。

`);
});

test('rules lists them in their archive, and nowhere else', () => {
  const ids = (cwd: string) => {
    const { out } = dangan(['rules', '--format', 'json'], { cwd });
    return (JSON.parse(out) as { rules: { id: string; title: string }[] }).rules.at(-1);
  };
  expect(ids(root)).toMatchObject({ id: 'own-年度总结', title: '总结要写明年份' });
  expect(ids(tmpdir())?.id).not.toContain('own-');
});

test('reports that are read elsewhere have what it declares', () => {
  const sarif = dangan(['check', root, '--rule', 'own', '--report', 'sarif=-']).out;
  const { runs } = JSON.parse(sarif) as { runs: { tool: { driver: { rules: object[] } } }[] };
  expect(runs[0]?.tool.driver.rules).toMatchObject([
    {
      id: 'own-年度总结',
      shortDescription: { text: '总结要写明年份' },
      defaultConfiguration: { level: 'error' },
      help: { text: expect.stringContaining('怎么办：在题名前加年份。') as string },
    },
  ]);
});

test('the library lists them when it is told the archive', async () => {
  const lastOf = async (options: Parameters<typeof rules>[0]) =>
    (await rules(options)).rules.at(-1)?.id;
  expect(await lastOf({ archive: join(root, '档案') })).toBe('own-年度总结');
  expect(await lastOf({})).not.toContain('own-');
  await expect(rules({ archive: tmpdir() })).rejects.toMatchObject({ code: 'ARCHIVE_NOT_FOUND' });
});

test('an indicator that there is none of is told with the line and the nearest', () => {
  writeFileSync(join(root, 'dangan.yaml'), settingsWith('["1.11"]'));
  const { code, note } = dangan(['check', root]);
  writeFileSync(join(root, 'dangan.yaml'), settingsWith('"1"'));
  expect(code).toBe(2);
  expect(note).toContain('第 7 行');
  expect(note).toContain(
    '“rules.own-年度总结.where.indicator”里的指标“1.11”，测评体系里没有，是不是想写“1.1”？',
  );
});

const DEMANDS = `rules:
  own-只收文件:
    title: 只收通知和总结
    where: { indicator: "1.1" }
    kind: [通知, 总结]
  own-配套:
    title: 有总结有图片
    where: { indicator: "1.1" }
    of: [总结, 图片]
  own-总数:
    title: 组织领导至少三份
    where: { indicator: "1" }
    count: 3..
    per: indicator
  own-简报:
    title: 全年简报十二期
    where: { kind: 简报 }
    count: 12
    per: archive
`;

test('kinds are asked for, and counts are made of an indicator and of the archive', () => {
  const other = mkdtempSync(join(tmpdir(), 'dangan-own-'));
  writeTree(other, {
    'dangan.yaml': DEMANDS,
    'criteria.yaml': SMALL_SYSTEM,
    '档案/1 组织领导/1.1 领导机构/01：工作总结.docx': 'x',
    '档案/1 组织领导/1.1 领导机构/02：工作方案.docx': 'x',
    '档案/1 组织领导/1.2 工作制度/': '',
    '档案/2 志愿服务/01：工作简报.docx': 'x',
  });
  const said = (language: string) => {
    const { out } = dangan(['check', other, '--rule', 'own', '--format', 'json'], {
      environment: { DANGAN_LANG: language },
    });
    const { findings } = JSON.parse(out) as { findings: { file: string; message: string }[] };
    return findings.map(({ file, message }) => [file, message]);
  };
  expect(said('zh-CN')).toEqual([
    ['档案', '全年简报十二期：有 1 份，应正好 12 份'],
    ['档案/1 组织领导', '组织领导至少三份：有 2 份，应至少 3 份'],
    ['档案/1 组织领导/1.1 领导机构', '有总结有图片：缺图片'],
    [
      '档案/1 组织领导/1.1 领导机构/02：工作方案.docx',
      '只收通知和总结：“工作方案”是方案，应是通知或总结',
    ],
  ]);
  expect(said('en').map(([, message]) => message?.replace(/^.*?: /, ''))).toEqual([
    'there is 1, and there are to be exactly 12',
    'there are 2, and there are to be at least 3',
    'missing: photo',
    '“工作方案” is of kind plan, and is to be of kind notice or summary',
  ]);
  const pageOf = (rule: string) => dangan(['explain', rule], { cwd: other }).out.split('\n')[5];
  expect(['own-只收文件', 'own-配套', 'own-总数', 'own-简报'].map(pageOf)).toEqual([
    '- 种类是通知或总结',
    '- 每个末级指标下要有总结、图片',
    '- 其中每个指标连同下级一共至少 3 份',
    '- 整个档案里正好 12 份',
  ]);
  rmSync(other, { recursive: true });
});
