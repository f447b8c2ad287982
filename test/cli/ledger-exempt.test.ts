/** `dangan ledger exempt`: what does not apply to a unit is said in the ledger of its folder. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { smallArchive, writeTree } from '../helpers/archive-on-disk.js';
import { dangan } from '../helpers/cli.js';
import { faultsBy } from '../helpers/published-schemas.js';

const SYSTEM = `format: dangan/scoring-system@1
title: 文明单位测评体系
total: 14
indicators:
  - code: "1"
    name: 群团工作
    points: 4
    evidence: [{ id: union, title: 工会文件 }, { title: 共青团文件 }]
  - code: "2"
    name: 下属单位
    points: 6
    evidence: [{ title: 下属单位考核 }]
    exempt: { score: full, proof: [{ title: 情况说明 }] }
  - code: "3"
    name: 环境
    children:
      - { code: "3.1", name: 公示栏, points: 2, evidence: [{ title: 公示栏照片 }] }
      - { code: "3.2", name: 环境面貌, points: 2, methods: [实地考察], files: false }
`;
const LEDGER = '档案/2 下属单位/ledger.yaml';

function archive(): string {
  const root = smallArchive();
  writeFileSync(join(root, 'criteria.yaml'), SYSTEM);
  writeTree(root, { '档案/1 群团工作/': '', '档案/2 下属单位/': '' });
  return root;
}

function exempt(root: string, ...words: readonly string[]) {
  return dangan(['ledger', 'exempt', ...words], { cwd: root });
}

const WHY = ['--why', '没有下属单位', '--by', '张三', '--date', '2020-12-01'];

test('an indicator does not apply once its proof is in the folder; undo brings back what was there', () => {
  const root = archive();
  const first = exempt(root, '2', ...WHY);
  expect(first.code).toBe(0);
  expect(first.out).toContain('证明到了才算不适用，还缺：情况说明。归进来：dangan add 文件 --to 2');
  writeTree(root, { '档案/2 下属单位/01：情况说明.pdf': '没有下属单位' });
  const second = exempt(root, '下属', ...WHY, '--proof', '情况说明');
  expect(second.out).toContain('已写明不适用：2 下属单位');
  expect(second.out).toContain('现在：不适用');
  const text = readFileSync(join(root, LEDGER), 'utf8');
  expect(text).toMatch(
    /reason: 没有下属单位\n +by: 张三\n +on: 2020-12-01\n +proof: 01：情况说明\.pdf\n/,
  );
  expect(text.match(/reason/g)).toHaveLength(1);
  expect(exempt(root, '2', ...WHY, '--proof', '01：情况说明.pdf').out).toContain('没有改动');
  expect(dangan(['undo'], { cwd: root }).code).toBe(0);
  expect(dangan(['undo'], { cwd: root }).code).toBe(0);
  expect(existsSync(join(root, LEDGER))).toBe(false);
});

test('a requirement alone, by its id or title; taken back it is owed again', () => {
  const root = archive();
  const union = exempt(root, '1', '--requirement', '工会文件', '--why', '没有工会', '--by', '李四');
  expect(union.out).toContain('已写明不适用：1 群团工作；工会文件');
  expect(union.out).toContain('现在：不适用');
  const league = ['--requirement', '共青团文件', '--why', '没有团员', '--by', '李四'];
  expect(exempt(root, '1', ...league).code).toBe(0);
  expect(exempt(root, '1', '--requirement', 'union', '--remove').out).toContain('已撤回不适用');
  const text = readFileSync(join(root, '档案/1 群团工作/ledger.yaml'), 'utf8');
  expect([text.includes('没有工会'), text.includes('没有团员')]).toEqual([false, true]);
  expect(exempt(root, '1', '--remove').out).toContain('台账里没有写过不适用：1 群团工作');
});

test.each([
  [['1'], '请写明为什么、谁写的'],
  [['1', '--why', '没有'], '请写明为什么、谁写的'],
  [['1', '--remove', ...WHY], '--remove 是撤回'],
  [['3', ...WHY], '3 环境下面还有指标，不适用要逐项写明'],
  [['3.2', ...WHY], '3.2 环境面貌不收材料（实地考察），没有文件夹'],
  [['9', ...WHY], '没有编号或名称是“9”的指标'],
  [['1', ...WHY, '--requirement', '工会文'], '是不是“工会文件”？'],
  [['2', ...WHY, '--proof', '证明.pdf'], '2 的文件夹里没有“证明.pdf”'],
  [['2', ...WHY, '--date', '2020-13-01'], '--date 不能是“2020-13-01”'],
])('%j is refused, and nothing is written', (words, told) => {
  const root = archive();
  const { code, note } = exempt(root, ...words);
  expect([code, note.includes(told) ? told : note]).toEqual([2, told]);
  expect(existsSync(join(root, LEDGER))).toBe(false);
});

test('what else stands in a ledger stays, comments too; one that may be misread is left alone', () => {
  const root = archive();
  const before = '# 我写的\nentries:\n  - { link: https://example.com/1, title: 报道 } # 看过\n';
  writeFileSync(join(root, LEDGER), before);
  expect(exempt(root, '2', ...WHY).code).toBe(0);
  expect(readFileSync(join(root, LEDGER), 'utf8').startsWith(before)).toBe(true);
  writeFileSync(join(root, LEDGER), 'entries: [\n');
  const { code, note } = exempt(root, '2', ...WHY);
  expect([code, note]).toEqual([2, expect.stringContaining('请先改好这一处')]);
  expect(readFileSync(join(root, LEDGER), 'utf8')).toBe('entries: [\n');
});

test('as one document it agrees with its schema', () => {
  const { out } = exempt(archive(), '2', ...WHY, '--format', 'json');
  expect(faultsBy('ledger-exempt', JSON.parse(out))).toEqual([]);
  expect(JSON.parse(out)).toMatchObject({ indicator: '2', proofs: ['情况说明'] });
});
