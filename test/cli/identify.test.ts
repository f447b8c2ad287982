import { symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { temporaryFolder, writeTree } from '../helpers/archive-on-disk.js';
import { dangan } from '../helpers/cli.js';
import { packageOf } from '../helpers/packages.js';
import { faultsBy } from '../helpers/published-schemas.js';

function folder(): string {
  const root = temporaryFolder();
  writeTree(root, {
    '下级/01：通知.doc': packageOf('docx'),
    '02：名单.txt': '张三',
    '03：空.pdf': '',
    '.git/config': 'x',
  });
  return root;
}

test('files in a folder and below, outside any archive', () => {
  const { code, out } = dangan(['identify'], { cwd: folder() });
  expect([code, out]).toEqual([
    0,
    `文件               实际格式           说明
02：名单.txt       纯文本（txt）
03：空.pdf                            空文件
下级/01：通知.doc  Word 文档（docx）  扩展名却是 .doc

共 3 个文件：txt 1，看不出 1，docx 1
其中 1 个的扩展名与实际格式不符
`,
  ]);
});

test('JSON keeps to its schema', () => {
  const { out } = dangan(['identify', '--format', 'json'], { cwd: folder() });
  expect(faultsBy('identify', JSON.parse(out))).toEqual([]);
});

test.runIf(process.platform === 'linux')('a name that is no UTF-8 is told, not passed over', () => {
  const root = folder();
  writeFileSync(Buffer.concat([Buffer.from(`${root}/`), Buffer.from('d7dcbdb1', 'hex')]), 'x');
  const { code, out, note } = dangan(['identify'], { cwd: root });
  expect([code, out]).toEqual([0, expect.stringContaining('共 3 个文件')]);
  expect(note).toContain('另有 1 个的文件名是乱码');
  const json = dangan(['identify', '--format', 'json'], { cwd: root }).out;
  const told = JSON.parse(json) as { garbled: string[] };
  expect([faultsBy('identify', told), told.garbled]).toEqual([
    [],
    [expect.stringContaining('\uFFFD')],
  ]);
});

test('one file, also through a link', () => {
  const root = folder();
  symlinkSync(join(root, '02：名单.txt'), join(root, '链接'));
  const { out } = dangan(['identify', '链接', '--format', 'json'], { cwd: root });
  expect(out).toContain('"format": "txt"');
});

test('what is not there is told', () => {
  expect(dangan(['identify', '没有'], { cwd: folder() }).code).toBe(2);
});
