/** Whatever tree a clerk leaves, on a real disk with the real rules: mended once, it is mended, and nothing is lost. */
import fc from 'fast-check';
import { mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { planFix } from '../../src/core/change/plan-fix.js';
import { ARCHIVE_RULES } from '../../src/core/rules/index.js';
import { applyPlan } from '../../src/io/change/apply.js';
import { readArchive } from '../../src/io/archive/read-archive.js';
import { SMALL_SYSTEM, writeTree } from '../helpers/archive-on-disk.js';
import { sha256 } from '../helpers/contents.js';
import { quickFolder } from '../helpers/disk/quick-folder.js';

/** It has no such names. */
const WINDOWS = process.platform === 'win32';

const made: string[] = [];
afterEach(() => made.splice(0).forEach((root) => rmSync(root, { recursive: true, force: true })));

const group = fc.constantFrom(
  '1 组织领导',
  '1. 组织领导',
  '一、组织领导',
  '1组织领导',
  '其他',
  '志愿服务',
);
const leaf = fc.constantFrom(
  '1.1 领导机构',
  '1.1、领导机构',
  '1.2-工作制度',
  '2 志愿服务',
  '杂项',
  'CON',
);
const file = fc
  .tuple(
    fc.constantFrom('', '1', '01', '02', '2', '０３', '（4）', '第5号', '20200101', '100'),
    fc.constantFrom('：', ':', '.', '-', '_', ' ', ''),
    fc.constantFrom(
      '通知',
      '通知 ',
      '谁?',
      'A',
      'a',
      'e\u0301',
      'Thumbs.db',
      '~$x',
      '汉'.repeat(70),
    ),
    fc.constantFrom('.docx', '.DOCX', '.pdf', ''),
  )
  .map((parts) => parts.join(''))
  .filter((name) => name.trim() !== '');
const path = fc
  .tuple(fc.array(fc.oneof(group, leaf), { maxLength: 3 }), file)
  .map(([folders, name]) => [...folders, name].join('/'))
  .filter((each) => !WINDOWS || !each.split('/').some((name) => /[:?]|[ .]$|^CON$/.test(name)));
const paths = fc.uniqueArray(path, { minLength: 1, maxLength: 15 });

/** Every file by what is in it, the trash included. */
function digestsIn(root: string): string[] {
  return readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((each) => !each.includes(join('.dangan', 'journal')))
    .filter((each) => !each.endsWith(join('.dangan', '.gitignore')))
    .map((each) => sha256(readFileSync(each)))
    .sort();
}

/** The paths that a disk can hold together: none of them is a folder of another. */
function messyArchive(files: readonly string[]): string {
  const root = quickFolder('dangan-fix-');
  made.push(root);
  mkdirSync(join(root, '档案'));
  const tree = files.filter((each) => !files.some((other) => other.startsWith(`${each}/`)));
  writeTree(root, {
    'dangan.yaml': 'unit: { name: 县水利局 }\nsystem: criteria.yaml\n',
    'criteria.yaml': SMALL_SYSTEM,
    ...Object.fromEntries(tree.map((each, at) => [`档案/${each}`, `file ${at}`])),
  });
  return root;
}

test.each([false, true])(
  'unsafe %s: a second plan is empty, and every file is there',
  async (unsafe) => {
    await fc.assert(
      fc.asyncProperty(paths, async (files) => {
        const root = messyArchive(files);
        const before = digestsIn(root);
        const plan = async () =>
          planFix(await readArchive(root), ARCHIVE_RULES, { unsafe, only: [] });
        await applyPlan(root, await plan(), { verb: 'fix', today: '2020-11-22' });
        expect((await plan()).changes).toEqual([]);
        expect(digestsIn(root)).toEqual(before);
      }),
      { numRuns: 40 },
    );
  },
);
