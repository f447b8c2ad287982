import { execFileSync } from 'node:child_process';
import { cpSync } from 'node:fs';
import { quickFolder } from './disk/quick-folder.js';
import { plant, type Snapshot } from './disk/snapshot.js';

const settings = 'unit: { name: 测试局 }\nsystem: criteria.yaml\n';
const system = `format: dangan/scoring-system@1
title: 市级文明单位测评标准
issuer: 市文明办
edition: 2020年版
total: 10
indicators:
  - code: "1"
    name: 组织领导
    points: 10
    owner: office
    children:
      - code: "1.1"
        name: 领导机构
        points: 6
        evidence: [{ id: notice, title: 通知, kind: document }]
      - code: "1.2"
        name: 工作制度
        points: 4
        evidence: [{ id: rules, title: 制度, kind: rule }]
`;

/** An archive as clerks leave it: folders and names written in many ways. */
export const MESSY: Snapshot = {
  'dangan.yaml': settings,
  'criteria.yaml': system,
  '档案/1. 组织领导/1.1领导机构/01-创建领导小组文件.docx': 'one',
  '档案/1. 组织领导/1.1领导机构/2.年度计划.pdf': 'two',
  '档案/1. 组织领导/1.1领导机构/（3）总结.docx': 'three',
  '档案/1. 组织领导/1.1领导机构/04：会议纪要.doc': 'four',
};

/** A new folder with the messy archive in it, and more files if any are given. */
export function messyArchive(more: Snapshot = {}): string {
  const root = quickFolder('dangan-messy-');
  plant(root, { ...MESSY, ...more });
  return root;
}

/** The same archive in another place, times and journal included. */
export function copyOf(root: string): string {
  const copy = quickFolder('dangan-copy-');
  // Two names of one file stay two names of one file: a rename that is killed may leave it so.
  if (process.platform === 'win32') {
    cpSync(root, copy, { recursive: true, preserveTimestamps: true });
  } else execFileSync('cp', ['-a', `${root}/.`, copy]);
  return copy;
}
