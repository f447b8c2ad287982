/** The scoring systems in `examples` become folders that any system can hold. */
import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { eachExpected, expectedFolders } from '../src/core/archive/layout.js';
import type { ExpectedFolder } from '../src/core/archive/layout.js';
import { DEFAULT_SETTINGS } from '../src/core/archive/settings.js';
import { nameFlags } from '../src/core/naming/portable.js';
import { foldName } from '../src/core/text.js';
import { readUsableSystem } from '../src/io/system/read-system.js';

const root = fileURLToPath(new URL('../examples/', import.meta.url));

const names = readdirSync(root, { withFileTypes: true }).flatMap((entry) =>
  entry.isDirectory() ? [entry.name] : [],
);

/** The folders for a unit with this profile, parents first. */
async function foldersOf(
  name: string,
  profile: Readonly<Record<string, string>> = {},
): Promise<readonly ExpectedFolder[]> {
  const template = DEFAULT_SETTINGS.folders.template;
  const { system } = await readUsableSystem(`${root}${name}/criteria.yaml`, { template });
  const unit = { name: '某单位', profile };
  return [...eachExpected(expectedFolders(system, { ...DEFAULT_SETTINGS, unit }))];
}

const pathsOf = (folders: readonly ExpectedFolder[]) => folders.map(({ path }) => path);

test.each(names)('no two folders of %s meet, whatever the file system folds', async (name) => {
  const paths = pathsOf(await foldersOf(name));
  expect(new Set(paths.map(foldName)).size).toBe(paths.length);
});

test.each(names)(
  'every folder of %s has a name that Windows, macOS and Linux take',
  async (name) => {
    const folders = await foldersOf(name);
    expect(folders.filter((folder) => nameFlags(folder.name) !== 0)).toEqual([]);
  },
);

test.each(names)('no folder of %s is told apart by a number or shortened', async (name) => {
  const folders = await foldersOf(name);
  expect(folders.filter((folder) => /（\d+）$|~/.test(folder.name))).toEqual([]);
});

test('a department sees its own row of the county’s table only', async () => {
  const paths = pathsOf(await foldersOf('shicheng-river-chief-2018', { 部门: '县水利局' }));
  expect(paths.filter((path) => path.startsWith('档案/二 部门履职差异考核项目/'))).toEqual([
    '档案/二 部门履职差异考核项目/4 县水利局',
    '档案/二 部门履职差异考核项目/4 县水利局/1 排污口',
    '档案/二 部门履职差异考核项目/4 县水利局/2 岸线',
    '档案/二 部门履职差异考核项目/4 县水利局/3 采砂',
    '档案/二 部门履职差异考核项目/4 县水利局/4 水源地',
  ]);
});

test('both rows numbered 30 have a folder', async () => {
  const folders = await foldersOf('shicheng-river-chief-2018');
  expect(folders.map(({ name }) => name).filter((name) => name.startsWith('30 '))).toEqual([
    '30 工业园区',
    '30 能源办',
  ]);
});

test('a cadre who is no party member and was never disciplined has no folders for that', async () => {
  const profile = { 政治面貌: '群众', 受过处分: '否' };
  const names = (await foldersOf('cadre-file-audit', profile)).map(({ name }) => name);
  expect(names.filter((name) => /^(15|17) /.test(name))).toEqual([]);
});

test('what is judged by survey or site visit alone has no folder', async () => {
  const names = (await foldersOf('nankai-minors-2017')).map(({ name }) => name);
  expect(names.filter((name) => /熟知24字|社区文体场所/.test(name))).toEqual([]);
});

test('the campus of the college is for the college only', async () => {
  const paths = pathsOf(await foldersOf('hubei-justice-2017', { 单位: '某市司法局' }));
  expect(paths.filter((path) => path.includes('文明校园'))).toEqual([]);
});

test('a unit’s own indicator comes after those from above', async () => {
  const names = (await foldersOf('quarterly-dynamic-2020-unit')).map(({ name }) => name);
  expect(names).toEqual([
    '1 党建',
    '2 思想重视',
    '3 机制健全',
    '4 我们的节日',
    '5 学雷锋志愿服务',
    '6 文明科室评比',
  ]);
});
