import { randomBytes } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { temporaryFolder } from './archive-on-disk.js';
import { NOTHING_OWED } from './nothing-owed.js';

const SYSTEM = `format: dangan/scoring-system@1
title: 市级文明单位测评标准
edition: 2020年版
owners: { office: 办公室 }
indicators:
  - code: "1"
    name: 组织领导
    owner: office
    children:
      - { code: "1.1", name: 领导机构, points: 4, evidence: [{ title: 文件, kind: document }] }
      - { code: "1.2", name: 工作制度, points: 2, evidence: [{ title: 各项制度, kind: rule }] }
  - code: "2"
    name: 思想道德
    owner: office
    children:
      - { code: "2.1", name: 道德讲堂, points: 4, evidence: [{ title: 照片, kind: photo }] }
      - { code: "2.2", name: 志愿服务, points: 2, evidence: [{ title: 照片, kind: photo }] }
  - { code: "10", name: 创建成效, points: 5, owner: office, evidence: [{ title: 录像, kind: video }] }
`;

export const SPLIT_LEAVES = [
  '1 组织领导/1.1 领导机构',
  '1 组织领导/1.2 工作制度',
  '2 思想道德/2.1 道德讲堂',
  '2 思想道德/2.2 志愿服务',
  '10 创建成效',
];

/** An archive with two photos of `bytes` under each of five leaf indicators, and more files; paths are below the evidence root. */
export function splitArchive(
  bytes: number,
  more: Readonly<Record<string, string | Buffer>> = {},
): string {
  const root = temporaryFolder();
  const photos = SPLIT_LEAVES.flatMap((leaf) =>
    ['01：活动照片.jpg', '02：活动合影.jpg'].map((name) => [`${leaf}/${name}`, randomBytes(bytes)]),
  );
  const files = { ...Object.fromEntries(photos), ...more } as Record<string, string | Buffer>;
  writeFileSync(
    join(root, 'dangan.yaml'),
    `unit: { name: 县水利局 }\nsystem: criteria.yaml\n${NOTHING_OWED}`,
  );
  writeFileSync(join(root, 'criteria.yaml'), SYSTEM);
  for (const [path, data] of Object.entries(files)) {
    const file = join(root, '档案', path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, data);
  }
  return root;
}
