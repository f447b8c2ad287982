import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { smallArchive, writeTree } from './helpers/archive-on-disk.js';
import { dangan } from './helpers/cli.js';
import { sha256 } from './helpers/contents.js';
import { snapshot } from './helpers/disk/snapshot.js';

const HOME = '档案/1 组织领导/1.1 领导机构';
const ELSEWHERE = '档案/1 组织领导/1.2 工作制度';

/** An archive with names that `fix` mends; each file holds its note. */
function archive(files: Readonly<Record<string, string>>): string {
  const root = smallArchive();
  const ledgers: Record<string, string> = {};
  for (const [path, note] of Object.entries(files)) {
    const folder = path.slice(0, path.lastIndexOf('/'));
    const file = path.slice(folder.length + 1);
    ledgers[`${folder}/ledger.yaml`] =
      `${ledgers[`${folder}/ledger.yaml`] ?? 'entries:\n'}  # ${note}\n  - file: ${file}\n    note: ${note}\n`;
  }
  writeTree(root, { ...files, ...ledgers });
  return root;
}
const ledger = (root: string, folder: string) =>
  readFileSync(join(root, folder, 'ledger.yaml'), 'utf8');
const fix = (root: string, ...words: string[]) => dangan(['fix', ...words], { cwd: root });

test('fix writes the new names into the ledger, in the same change as it renames', () => {
  const root = archive({ [`${HOME}/1.通知.docx`]: '甲', [`${HOME}/2.方案.docx`]: '乙' });
  const before = snapshot(root);
  expect(fix(root).out).toContain('ledger.yaml');
  expect(snapshot(root)).toEqual(before);
  const evidence = snapshot(join(root, HOME));
  fix(root, '--write');
  expect(ledger(root, HOME)).toBe(
    'entries:\n  # 甲\n  - file: 01：通知.docx\n    note: 甲\n  # 乙\n  - file: 02：方案.docx\n    note: 乙\n',
  );
  dangan(['undo'], { cwd: root });
  expect(snapshot(join(root, HOME))).toEqual(evidence);
});

test('names that change places', () => {
  const root = archive({
    [`${HOME}/02：通知.docx`]: '甲',
    [`${HOME}/02：方案.docx`]: '乙',
    [`${HOME}/03：总结.docx`]: '丙',
  });
  fix(root, '--unsafe', '--write');
  const entries = ledger(root, HOME).match(/file: .*\n.*/g);
  expect(entries?.map((entry) => entry.replace(/file: \d\d：|\n {4}/g, ' ').trim())).toEqual([
    '通知.docx note: 甲',
    '方案.docx note: 乙',
    '总结.docx note: 丙',
  ]);
});

test('a ledger goes with its folder, and its entries with their files', () => {
  const root = archive({ '档案/2志愿服务/1.活动方案.docx': '甲' });
  renameSync(join(root, '档案/2 志愿服务'), join(root, '2 空'));
  fix(root, '--write');
  expect(ledger(root, '档案/2 志愿服务')).toContain('file: 01：活动方案.docx');
});

test('what a saved plan has of a ledger is worked out anew when it is carried out', () => {
  const root = archive({ [`${HOME}/1.通知.docx`]: '甲' });
  fix(root, '-o', 'plan.json');
  writeFileSync(join(root, HOME, 'ledger.yaml'), 'entries:\n  - file: 1.通知.docx\n    note: 丁\n');
  fix(root, '--plan', 'plan.json', '--write');
  expect(ledger(root, HOME)).toBe('entries:\n  - file: 01：通知.docx\n    note: 丁\n');
});

test('a ledger that cannot be read keeps nothing from being mended', () => {
  const root = archive({ [`${HOME}/1.通知.docx`]: '甲' });
  writeFileSync(join(root, HOME, 'ledger.yaml'), 'entries: [');
  fix(root, '--write');
  expect(snapshot(join(root, HOME))).toHaveProperty('01：通知.docx');
});

test('files that were moved by hand before are followed too, where they went', () => {
  const root = archive({ [`${HOME}/1.通知.docx`]: '甲', [`${HOME}/02：方案.docx`]: '乙' });
  const text = `entries:\n  - file: 02：方案.docx\n    sha256: ${sha256('乙')}\n    bytes: 3\n    note: 乙\n`;
  writeFileSync(join(root, HOME, 'ledger.yaml'), text);
  mkdirSync(join(root, ELSEWHERE), { recursive: true });
  renameSync(join(root, HOME, '02：方案.docx'), join(root, ELSEWHERE, '1.年度方案.docx'));
  fix(root, '--write');
  expect(ledger(root, HOME)).toBe('entries:\n');
  expect(ledger(root, ELSEWHERE)).toContain('file: 01：年度方案.docx\n    sha256');
});
