import { expect, test } from 'vitest';
import { archiveOf } from '../../../test/helpers/archive-of.js';
import { matchFolders } from './match.js';
import { DEFAULT_SETTINGS } from './settings.js';
import type { Archive } from './types.js';

/** How the folders `there` stand for those that `system` asks for: `to ← from (how)`, then missing, then unknown. */
function match(there: readonly string[], system: readonly string[], evidence = true) {
  const files = evidence ? ['01：通知.docx'] : [];
  return matched(archiveOf(Object.fromEntries(there.map((path) => [path, files])), { system }));
}

/** The same where each year has a folder on top. */
function yearly(there: readonly string[], system: readonly string[], since = 2024) {
  const folders = Object.fromEntries(there.map((path) => [path, ['01：通知.docx']]));
  const window = { from: `${since}-01-01`, to: '2025-12-31' } as const;
  const settings = { folders: { ...DEFAULT_SETTINGS.folders, years: 'top' as const }, window };
  return matched(archiveOf(folders, { system, settings }));
}

function matched(archive: Archive) {
  const { byExpected, missing, unknown, homeOf } = matchFolders(archive);
  const place = (path: string) => path.slice('档案/'.length);
  return [
    ...[...byExpected.values()]
      .filter(({ how }) => how !== 'exact')
      .map((each) => `${place(homeOf(each.expected))} ← ${place(each.folder.path)} (${each.how})`),
    ...missing.map((each) => `missing ${place(homeOf(each))}`),
    ...unknown.map(({ path }) => `unknown ${place(path)}`),
  ];
}

test.each([
  ['no separator', '1.1领导机构'],
  ['another separator', '1.1-领导机构'],
  ['an enumeration comma', '1.1、领导机构'],
  ['full-width digits', '１．１ 领导机构'],
  ['too many spaces', '1.1   领导 机构 '],
  ['no code', '领导机构'],
  ['no name', '1.1'],
  ['another code', '1.7 领导机构'],
  ['a name that is much alike', '1.1 领导机构和工作制度'],
])('a folder with %s is renamed', (_, name) => {
  expect(match([name], ['1.1 领导机构'])).toEqual([`1.1 领导机构 ← ${name} (renamed)`]);
});

test('a group that got another code and another wording is known by the folders in it', () => {
  const children = ['1.1 领导机构', '1.2 工作制度', '1.3 经费保障'];
  const under = (group: string) => children.map((child) => `${group}/${child}`);
  expect(match(under('1 组织领导'), under('一 组织与领导'))).toEqual([
    '一 组织与领导 ← 1 组织领导 (renamed)',
  ]);
  expect(match(under('1 组织领导'), under('甲 党的建设'))).toEqual([
    '甲 党的建设 ← 1 组织领导 (renamed)',
  ]);
});

test('a group of another year is not taken for this year’s, though all folders in it are called the same', () => {
  const under = (group: string) => [`${group}/甲项`, `${group}/乙项`];
  const found = match(under('A 2020年工作'), [...under('B 2021年工作'), ...under('C 2022年工作')]);
  expect(found).not.toContain('B 2021年工作 ← A 2020年工作 (renamed)');
});

test('of two groups with the same folders neither is guessed', () => {
  const under = (group: string) => [`${group}/甲项`, `${group}/乙项`];
  const found = match(under('旧组'), [...under('东组'), ...under('西组')]);
  expect(found.filter((line) => line.endsWith('组 ← 旧组 (renamed)'))).toEqual([]);
});

test('an indicator that is put into a new group of its old code is found in the same quarter, and in the same year', () => {
  const quarters = (of: readonly string[]) =>
    ['一季度', '二季度'].flatMap((quarter) => of.map((path) => `${quarter}/${path}`));
  const before = quarters(['1.1 工作制度', '1.2 值班']);
  expect(match(before, quarters(['1.1 组织/1.1.1 工作制度', '1.2 值班']))).toEqual([
    '一季度/1.1 组织/1.1.1 工作制度 ← 一季度/1.1 工作制度 (moved)',
    '二季度/1.1 组织/1.1.1 工作制度 ← 二季度/1.1 工作制度 (moved)',
    'missing 一季度/1.1 组织',
    'missing 二季度/1.1 组织',
  ]);
  expect(
    yearly(['2024年/1.1 工作制度', '2025年/1.1 工作制度'], ['1.1 组织/1.1.1 工作制度']),
  ).toEqual([
    '2024年/1.1 组织/1.1.1 工作制度 ← 2024年/1.1 工作制度 (moved)',
    '2025年/1.1 组织/1.1.1 工作制度 ← 2025年/1.1 工作制度 (moved)',
    'missing 2024年/1.1 组织',
    'missing 2025年/1.1 组织',
  ]);
});

test('a folder in one year’s is not taken for what another year lacks; one beside them is taken for the only year’s', () => {
  const twice = ['2025年/1.1 工作制度', '2025年/1.7 工作制度'];
  expect(yearly([...twice, '2024年/1.2 值班'], ['1.1 工作制度', '1.2 值班'])).toEqual([
    'missing 2024年/1.1 工作制度',
    'missing 2025年/1.2 值班',
    'unknown 2025年/1.7 工作制度',
  ]);
  expect(yearly(['1.1 工作制度'], ['1.1 工作制度'], 2025)).toEqual([
    '2025年/1.1 工作制度 ← 1.1 工作制度 (moved)',
    'missing 2025年',
  ]);
});

test('an indicator that got another code keeps its folder, and the new one with its old code gets a new one', () => {
  expect(match(['1.1 甲项', '1.2 工作制度'], ['1.1 甲项', '1.2 年度计划', '1.3 工作制度'])).toEqual(
    ['1.3 工作制度 ← 1.2 工作制度 (renamed)', 'missing 1.2 年度计划'],
  );
});

test('swapped codes are two renames', () => {
  expect(match(['1.1 领导机构', '1.2 工作制度'], ['1.1 工作制度', '1.2 领导机构'])).toEqual([
    '1.2 领导机构 ← 1.1 领导机构 (renamed)',
    '1.1 工作制度 ← 1.2 工作制度 (renamed)',
  ]);
});

test('evidence of an indicator that is no more does not slide into the one with its code', () => {
  expect(match(['1.2 志愿服务'], ['1.2 诚信建设'])).toEqual([
    '1.2 诚信建设 ← 1.2 志愿服务 (doubtful)',
  ]);
});

test('an empty folder may as well be renamed', () => {
  expect(match(['1.2 志愿服务'], ['1.2 诚信建设'], false)).toEqual([
    '1.2 诚信建设 ← 1.2 志愿服务 (renamed)',
  ]);
});

test('a name much alike under another code is a likelier guess than the code alone', () => {
  expect(
    match(
      ['3.3 值班巡查', '3.4 网络安全', '3.5 安全检查'],
      ['3.3 值班巡查', '3.4 反恐防范', '3.5 网络与数据安全', '3.6 安全检查'],
    ),
  ).toEqual([
    '3.6 安全检查 ← 3.5 安全检查 (renamed)',
    '3.5 网络与数据安全 ← 3.4 网络安全 (doubtful)',
    'missing 3.4 反恐防范',
  ]);
});

test.each([
  ['two that are alike', ['3.1 网络安全'], ['3.2 网络安全工作', '3.3 网络安全教育']],
  ['two quarters', ['3.1 一季度简报'], ['3.2 二季度简报']],
])('%s are not guessed', (_, before, now) => {
  expect(match(before, now).filter((line) => line.includes('←'))).toEqual([]);
});

test('an indicator that moved to another parent takes its folder along', () => {
  expect(
    match(['1 组织/1.1 甲项', '1 组织/1.2 志愿服务'], ['1 组织/1.1 甲项', '2 活动/2.1 志愿服务']),
  ).toEqual(['2 活动/2.1 志愿服务 ← 1 组织/1.2 志愿服务 (moved)', 'missing 2 活动']);
});

test('a name that several indicators have is not guessed', () => {
  const system = ['1 组织/1.1 工作制度', '2 活动/2.1 工作制度'];
  expect(match(['3 其他/工作制度'], system)).toEqual([
    'missing 1 组织',
    'missing 2 活动',
    'unknown 3 其他',
  ]);
});

test('a group whose name changed is known by what is in it', () => {
  expect(match(['1 组织领导/1.1 领导机构'], ['1 政治建设/1.1 领导机构'])).toEqual([
    '1 政治建设 ← 1 组织领导 (renamed)',
  ]);
});

test('an indicator moves before a new one that is named like it takes its folder', () => {
  const system = ['2 活动/2.1 志愿者服务', '3 长效/3.4 志愿服务'];
  expect(match(['2 活动/2.1 志愿服务', '3 长效/3.1 其他'], system).slice(0, 2)).toContain(
    '3 长效/3.4 志愿服务 ← 2 活动/2.1 志愿服务 (moved)',
  );
});

test('folders inside a leaf indicator’s are the clerk’s own', () => {
  expect(match(['1.1 领导机构/20200315 春季活动'], ['1.1 领导机构'])).toEqual([]);
});

test('an indicator’s folder inside another leaf indicator’s is found', () => {
  expect(match(['1.1 领导机构/1.2 工作制度'], ['1.1 领导机构', '1.2 工作制度'])).toEqual([
    '1.2 工作制度 ← 1.1 领导机构/1.2 工作制度 (moved)',
  ]);
});
