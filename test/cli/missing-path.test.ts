/** Paths that are not there, and what was meant by them. */
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
  ['check --rule tree,name', '请分开写：--rule tree --rule name'],
])('%s', (line, told) => {
  const { code, note } = dangan(line.split(' '), { cwd: archive() });
  expect([code, note]).toEqual([2, expect.stringContaining(told)]);
});

test('outside an archive a path that is not there is told as such', () => {
  const { code, note } = dangan(['check', '1.1'], { cwd: temporaryFolder() });
  expect([code, note]).toEqual([2, expect.stringContaining('请核对路径')]);
});

test('a program is told the same code', () => {
  const { out } = dangan(['check', '1.1', '--format', 'json'], { cwd: join(archive(), '档案') });
  expect(JSON.parse(out)).toMatchObject({ error: { code: 'FILE_NOT_FOUND' } });
});
