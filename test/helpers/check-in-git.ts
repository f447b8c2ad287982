/** `dangan check` where git is asked, with what it tells as a document. */
import { SMALL_SYSTEM } from './archive-on-disk.js';
import type { Run } from './cli.js';
import { danganHere } from './cli-here.js';
import { NOTHING_OWED } from './nothing-owed.js';
import { GIT_ENVIRONMENT } from './repository.js';

export const LEAF = '档案/1 组织领导/1.1 领导机构';
export const SETTINGS = `unit: { name: 县水利局 }\nsystem: criteria.yaml\n${NOTHING_OWED}`;
/** An archive in order: three files. */
export const IN_ORDER = {
  'dangan.yaml': SETTINGS,
  'criteria.yaml': SMALL_SYSTEM,
  [`${LEAF}/01：创建领导小组文件.docx`]: '文件',
  '档案/1 组织领导/1.2 工作制度/01：学习制度.docx': '制度',
  '档案/2 志愿服务/01：活动方案.docx': '方案',
};

export interface Told {
  readonly judged?: {
    readonly from: string;
    readonly commit?: string;
    readonly since?: Readonly<Record<string, unknown>>;
  };
  readonly findings: readonly { readonly rule: string; readonly file?: string }[];
  readonly error?: { readonly code: string };
  readonly summary: { readonly files: number };
}

export async function check(
  cwd: string,
  words: readonly string[],
  environment: Readonly<Record<string, string>> = {},
): Promise<Run & { readonly told: Told }> {
  const all = { PATH: process.env['PATH'], ...GIT_ENVIRONMENT, ...environment };
  const run = await danganHere(['check', ...words, '--format', 'json'], cwd, all);
  return { ...run, told: JSON.parse(run.out) as Told };
}

export const found = ({ findings }: Told) =>
  findings.map(({ rule, file }) => `${rule} ${file ?? ''}`);
