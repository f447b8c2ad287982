import { mkdirSync, mkdtempSync, readdirSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative, sep } from 'node:path';
import { onTestFinished } from 'vitest';

/** A temporary folder of the running test, gone when that is over. */
export function temporaryFolder(): string {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'dangan-test-')));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** Write files below `root`; a path that ends with `/` is an empty folder. */
export function writeTree(root: string, tree: Readonly<Record<string, string | Buffer>>): void {
  for (const [path, content] of Object.entries(tree)) {
    const file = join(root, path);
    mkdirSync(path.endsWith('/') ? file : dirname(file), { recursive: true });
    if (!path.endsWith('/')) writeFileSync(file, content);
  }
}

/** Every file and every empty folder below `root`, sorted, `/` between the parts and after an empty folder. */
export function treeOf(root: string): readonly string[] {
  const entries = readdirSync(root, { recursive: true, withFileTypes: true });
  const paths = entries.flatMap((entry) => {
    const path = join(entry.parentPath, entry.name);
    const shown = relative(root, path).split(sep).join('/');
    if (!entry.isDirectory()) return [shown];
    return readdirSync(path).length === 0 ? [`${shown}/`] : [];
  });
  return paths.sort();
}

/** A scoring system of two groups, small enough to see through. */
export const SMALL_SYSTEM = `format: dangan/scoring-system@1
title: 测评标准
owners: { office: 办公室 }
indicators:
  - code: "1"
    name: 组织领导
    owner: office
    children:
      - { code: "1.1", name: 领导机构 }
      - { code: "1.2", name: 工作制度 }
  - code: "2"
    name: 志愿服务
    owner: office
`;

/** A folder with the archive of `SMALL_SYSTEM`, as `init` would make it. */
export function smallArchive(settings = ''): string {
  const root = temporaryFolder();
  writeTree(root, {
    'dangan.yaml': `unit: { name: 县水利局 }\nsystem: criteria.yaml\n${settings}`,
    'criteria.yaml': SMALL_SYSTEM,
    '档案/1 组织领导/1.1 领导机构/': '',
    '档案/1 组织领导/1.2 工作制度/': '',
    '档案/2 志愿服务/': '',
  });
  return root;
}
