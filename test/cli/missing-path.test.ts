/** Paths that are not there, and what was meant by them. */
import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { SMALL_SYSTEM, temporaryFolder, writeTree } from '../helpers/archive-on-disk.js';
import { dangan } from '../helpers/cli.js';

const HOME = '档案/1 组织领导/1.1 领导机构';

function archive(): string {
  const root = temporaryFolder();
  writeTree(root, {
    'dangan.yaml': 'unit: { name: 县水利局 }\nsystem: criteria.yaml\n',
    'criteria.yaml': SMALL_SYSTEM,
    [`${HOME}/01：通知.docx`]: 'x',
  });
  return root;
}

test.each([
  ['check 1.1', `“1.1”是指标的编号或名称；这里要写文件夹：\n      "${HOME}"`],
  ['stamp 领导机构', `这里要写文件夹：\n      "${HOME}"`],
  ['status 1.1', '请写 `dangan status --indicator 1.1`'],
  ['score 1/1.1', '请写 `dangan score --indicator 1.1`'],
  ['check 档按', '那里有 "档案"，是不是它？'],
  ['validate criteria.yml', '那里有 "criteria.yaml"，是不是它？'],
  ['check “档案”', '路径里有中文的引号，命令行不认'],
  ['check 没有的', '请核对路径。'],
  ['check 档案/1 组织领导', '路径里有空格，要放在双引号里："档案/1 组织领导"'],
  ['add *.heic --to 1.1', '没有名称合乎这个写法的文件'],
  ['pack 1.1', '用 `dangan bind --indicator 1.1 -o 材料.pdf`'],
  ['scaffold 领导机构', '这个命令管整个档案，不用写指标'],
  ['ledger set 1/1.1 页数=3', '“1/1.1”是指标的编号或名称；这里要写材料的文件'],
  ['catalogue -o 没有的/目录.xlsx', '请先建好这个文件夹'],
  ['move 1.1/07 --trash', '请核对路径'],
  ['notice -o 没有的/待办单.docx', '请先建好这个文件夹'],
  ['fix -o 没有的/plan.json', '请先建好这个文件夹'],
  ['explain name', '“name”是一类规则，一次只说明一条'],
  ['check --rule nmae', '是不是想写 name？'],
  ['check --rule tree,name', '请分开写：--rule tree --rule name'],
])('%s', (line, told) => {
  const { code, note } = dangan(line.split(' '), { cwd: archive() });
  expect([code, note]).toEqual([2, expect.stringContaining(told)]);
});

test.skipIf(process.platform === 'win32')(
  'a link that leads nowhere is not taken for itself',
  () => {
    const root = archive();
    symlinkSync('没有的.docx', join(root, '断.docx'));
    const { code, note } = dangan(['add', '断.docx', '--to', '1.1'], { cwd: root });
    expect([code, note]).toEqual([2, expect.stringContaining('它是一个断了的链接')]);
    expect(note).not.toContain('是不是它');
  },
);

test.skipIf(process.platform === 'win32')('strokes of Windows are told elsewhere', () => {
  const { code, note } = dangan(['check', '档案\\1 组织领导'], { cwd: archive() });
  expect([code, note]).toEqual([2, expect.stringContaining('用 / 分隔："档案/1 组织领导"')]);
});

test('a scoring system that is not there is told where it is named', () => {
  const root = archive();
  writeTree(root, { 'dangan.yaml': 'unit: { name: 县水利局 }\nsystem: “criteria.yaml”\n' });
  const { code, note } = dangan(['check'], { cwd: root });
  expect([code, note]).toEqual([
    2,
    expect.stringMatching(
      /dangan.yaml 里的 system 写的是 “criteria.yaml”；.*是不是 criteria.yaml？/,
    ),
  ]);
});

test.each([
  ['单位: { name: 县水利局 }', '是不是想写“unit”？'],
  ['unit: { name: 县水利局 }\nfailOn: 警告', '是不是想写 warning？'],
])('a word of the field in the settings is told with what is meant: %j', (lines, told) => {
  const root = archive();
  writeTree(root, { 'dangan.yaml': `${lines}\nsystem: criteria.yaml\n` });
  expect(dangan(['check'], { cwd: root }).note).toContain(told);
});

test('an owner in the place of a folder is told with its option', () => {
  const { note } = dangan(['status', '办公室'], { cwd: archive() });
  expect(note).toContain('`dangan status --owner 办公室`');
});

test('where only one place was asked about, what is wrong elsewhere is counted', () => {
  const root = archive();
  writeTree(root, { '档案/2 志愿服务/5.方案.docx': 'y' });
  const { out } = dangan(['check', HOME, '--rule', 'name'], { cwd: root });
  expect(out).toContain('写明的地方没有发现问题；档案里别处有 3 个，见 `dangan check`');
});

test('outside an archive a path that is not there is told as such', () => {
  const { code, note } = dangan(['check', '1.1'], { cwd: temporaryFolder() });
  expect([code, note]).toEqual([2, expect.stringContaining('请核对路径')]);
});

test('a program is told the same code', () => {
  const { out } = dangan(['check', '1.1', '--format', 'json'], { cwd: join(archive(), '档案') });
  expect(JSON.parse(out)).toMatchObject({ error: { code: 'FILE_NOT_FOUND' } });
});
