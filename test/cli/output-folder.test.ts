/** A place that nothing can be written to is told at once, before anything is judged or read for it. */
import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { smallArchive, temporaryFolder, treeOf, writeTree } from '../helpers/archive-on-disk.js';
import { dangan, danganAsNobody } from '../helpers/cli.js';
import { hasPermissions } from '../helpers/disk/without-permission.js';

/** Each of them has much to say of an archive in which everything is missing, or of a file that is no bundle. */
const COMMANDS = [
  'pack -o X/a.zip',
  'pack --folder -o X/a',
  'pack --max-size 1MB --allow-errors -o X/a.zip',
  'catalogue -o X/a.xlsx',
  'notice -o X/a.docx',
  'notice -o X/a',
  'bind --indicator 1.1 -o X/a.pdf',
  'boxes --faces X/a.pdf',
  'ledger export X/a.xlsx',
  'fix --rule name -o X/a.json',
  'check --report html=X/a.html',
  'receipt b.zip -o X/a.docx',
  'verify b.zip --report 四性=X/a.html',
];

function archive(): string {
  const root = smallArchive();
  writeTree(root, { '档案/1 组织领导/1.1 领导机构/5.通知.docx': 'x' });
  writeFileSync(join(root, 'b.zip'), 'no bundle');
  return root;
}

function words(line: string, folder: string): string[] {
  return line.split(' ').map((word) => word.replace('X', folder));
}

describe('told before anything else', () => {
  test.each(COMMANDS)('%s: a folder that is not there', (line) => {
    const { code, out, note } = dangan(words(line, '无此文件夹'), { cwd: archive() });
    expect([code, out]).toEqual([2, '']);
    expect(note).toMatch(/找不到 .*无此文件夹\n.*请先建好这个文件夹/);
  });

  test.each([...COMMANDS, 'unpack b.zip --to X/a/b'])('%s: a file for a folder', (line) => {
    const { code, out } = dangan(words(line, 'dangan.yaml'), { cwd: archive() });
    expect([code, out]).toEqual([2, '']);
  });

  test.runIf(hasPermissions).each([...COMMANDS, 'unpack b.zip --to X/a/b', 'unpack b.zip --to X'])(
    '%s: a folder that may only be read',
    (line) => {
      const [root, place] = [archive(), temporaryFolder()];
      const folder = join(place, '只读');
      mkdirSync(folder);
      spawnSync('chmod', ['-R', 'a+rX', root, place]);
      chmodSync(folder, 0o555);
      const { code, out, note } = danganAsNobody(words(line, folder), { cwd: root });
      expect([code, out]).toEqual([3, '']);
      expect(note).toContain(`没有权限读取或改动 ${folder}\n`);
      expect(treeOf(folder)).toEqual([]);
    },
  );

  test('pack: a name that is taken', () => {
    const { code, out, note } = dangan(['pack', '-o', 'b.zip'], { cwd: archive() });
    expect([code, out, note.includes('b.zip 已经存在')]).toEqual([2, '', true]);
  });

  test('pack: among the evidence', () => {
    const { code, out, note } = dangan(['pack', '-o', '档案/a.zip'], { cwd: archive() });
    expect([code, out, note.includes('材料文件夹')]).toEqual([2, '', true]);
  });
});
