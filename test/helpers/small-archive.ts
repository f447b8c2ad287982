import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { NOTHING_OWED } from './nothing-owed.js';

const SYSTEM = `format: dangan/scoring-system@1
title: 市级文明单位测评标准
issuer: 市文明办
edition: 2020年版
window: { from: 2018-01-01, to: 2020-12-31 }
owners: { office: 办公室 }
indicators:
  - code: "1"
    name: 组织领导
    points: 6
    owner: office
    children:
      - code: "1.1"
        name: 领导机构
        points: 4
        standard: 有领导小组 & 年度计划
        evidence: [{ title: 创建领导小组文件, kind: document }]
      - code: "1.2"
        name: 工作制度
        points: 2
        evidence: [{ title: 各项制度, kind: rule }]
`;

/** An archive in order but for what `files` bring in; paths are below the evidence root. */
export function smallArchive(files: Readonly<Record<string, string | Buffer>> = {}): string {
  const root = mkdtempSync(join(tmpdir(), 'dangan-pack-'));
  const all = {
    'dangan.yaml': `unit: { name: 县水利局 }\nsystem: criteria.yaml\n${NOTHING_OWED}`,
    'criteria.yaml': SYSTEM,
    '档案/1 组织领导/1.1 领导机构/01：创建领导小组文件.docx': 'docx',
    ...Object.fromEntries(Object.entries(files).map(([path, data]) => [`档案/${path}`, data])),
  };
  for (const [path, data] of Object.entries(all)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), data);
  }
  mkdirSync(join(root, '档案/1 组织领导/1.2 工作制度'), { recursive: true });
  return root;
}
