/** Indicators whose codes are the same below others: 一/1 and 二/1, as offices number them. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { temporaryFolder, writeTree } from '../helpers/archive-on-disk.js';
import { dangan } from '../helpers/cli.js';

const SYSTEM = `format: dangan/scoring-system@1
title: 县级文明单位测评体系
total: 20
owners: { office: 办公室 }
indicators:
  - code: 一
    name: 组织领导
    points: 10
    owner: office
    children:
      - { code: "1", name: 领导机构, points: 5, evidence: [{ title: 创建领导小组文件 }] }
      - { code: "2", name: 年度计划, points: 5, evidence: [{ title: 工作计划 }] }
  - code: 二
    name: 思想教育
    points: 10
    owner: office
    children:
      - { code: "1", name: 中心组学习, points: 10, evidence: [{ title: 学习签到表 }] }
`;

const archive = () => {
  const root = temporaryFolder();
  writeTree(root, {
    'dangan.yaml': 'unit: { name: 县水利局 }\nsystem: criteria.yaml\n',
    'criteria.yaml': SYSTEM,
    '档案/一 组织领导/1 领导机构/01：成立通知.docx': 'x',
    '档案/一 组织领导/2 年度计划/01：工作计划.docx': 'y',
    '档案/二 思想教育/1 中心组学习/01：签到表.docx': 'z',
  });
  return root;
};

const WHO = ['--reason', '原件借出', '--owner', '办公室', '--until', '2027-01-01'];
const COMMANDS: readonly (readonly string[])[] = [
  ['status', '--indicator'],
  ['score', '--indicator'],
  ['catalogue', '-o', '目录.csv', '--indicator'],
  ['bind', '-o', '合订.pdf', '--indicator'],
  ['waive', 'name', ...WHO, '--indicator'],
  ['verify', '迎检包.zip', '--indicator'],
];

const packed = () => {
  const root = archive();
  dangan(['pack', '-o', join(root, '迎检包.zip'), '--allow-errors'], { cwd: root });
  return root;
};

test.each(COMMANDS)('%s: which 1 is meant is asked for', (...words) => {
  const { code, note } = dangan([...words, '1'], { cwd: packed() });
  expect([code, note]).toEqual([
    2,
    '错误：有 2 项指标的编号都是“1”，分不清是哪一项\n  → 请写其中一项的编号：\n      一/1  领导机构\n      二/1  中心组学习\n',
  ]);
});

test('what is written of the self score is refused alike', () => {
  const { code, note } = dangan(['score', 'set', '1', '3分', '--by', '小周', '--why', '核对'], {
    cwd: archive(),
  });
  expect([code, note.includes('二/1  中心组学习')]).toEqual([2, true]);
});

test('lists and tables tell them apart by their paths of codes', () => {
  const root = archive();
  dangan(['catalogue', '-o', '目录.csv'], { cwd: root });
  const titles = readFileSync(join(root, '目录.csv'), 'utf8')
    .trim()
    .split(/\r?\n/)
    .slice(1)
    .map((line) => line.split(',')[0]);
  expect(titles).toEqual(['一/1 领导机构', '2 年度计划', '二/1 中心组学习']);
});

test('to the name of what is asked for it is said who asks for it', () => {
  const { code, note } = dangan(['add', '通知.docx', '--to', '领导小组'], { cwd: archive() });
  expect([code, note]).toEqual([
    2,
    '错误：没有编号或名称是“领导小组”的指标\n  → 这些指标要的材料里有这几个字，请写指标的编号：\n      一/1  创建领导小组文件\n',
  ]);
});
