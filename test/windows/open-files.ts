import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, expect, test } from 'vitest';
import { SMALL_SYSTEM } from '../helpers/archive-on-disk.js';
import { plant, snapshot } from '../helpers/disk/snapshot.js';
import type { Windows } from '../helpers/windows.js';

const LEADING = '档案/1 组织领导/1.1 领导机构';
const CLOSE_IT = '请在 WPS、Word、Excel 或看图软件里关掉它，再运行一次。';
let count = 0;

export function openFiles(windows: () => Windows): void {
  let root = '';
  let there = '';
  beforeEach(() => {
    count += 1;
    ({ here: root, there } = windows().folder(`打开 ${count}`));
    plant(root, {
      'dangan.yaml': 'unit: { name: 县水利局 }\nsystem: criteria.yaml\n',
      'criteria.yaml': SMALL_SYSTEM,
      [`${LEADING}/1.甲.txt`]: 'a',
      [`${LEADING}/2.乙.txt`]: 'b',
      '档案/1 组织领导/1.2 工作制度/': '',
      '档案/2 志愿服务/': '',
    });
  });
  const inArchive = (...words: string[]) => windows().dangan(words, { cwd: root });
  const shownAs = (path: string) => `${there}\\${path.replaceAll('/', '\\')}`;

  test('the first file to be renamed: it is named, and nothing has changed', async () => {
    const before = snapshot(root);
    const file = shownAs(`${LEADING}/1.甲.txt`);
    const close = await windows().hold(file, 'read');
    const { code, note } = inArchive('fix', '--write');
    await close();
    expect([code, note]).toEqual([3, `错误：${file} 正被其他程序打开\n  → ${CLOSE_IT}\n`]);
    expect(snapshot(root)).toEqual(before);
    expect(inArchive('log').out).toBe('dangan 还没有改动过这个档案。\n');
  });

  test('several are told at once, nothing has changed, and closed it goes on', async () => {
    const before = snapshot(root);
    const files = [`${LEADING}/1.甲.txt`, `${LEADING}/2.乙.txt`];
    const closing = [
      await windows().hold(shownAs(files[0] ?? ''), 'alone'),
      await windows().hold(shownAs(files[1] ?? ''), 'read'),
    ];
    const { code, note } = inArchive('fix', '--write');
    for (const close of closing) await close();
    expect([code, note]).toEqual([
      3,
      `错误：有 2 个文件正被其他程序打开，这次什么都没有动\n  ${files.join('\n  ')}\n  → ${CLOSE_IT.replace('它', '它们')}\n`,
    ]);
    expect(snapshot(root)).toEqual(before);
    expect(inArchive('fix', '--write').code).toBe(0);
    expect(existsSync(join(root, LEADING, '02：乙.txt'))).toBe(true);
    expect([inArchive('undo').code, snapshot(root)]).toEqual([0, before]);
  });

  test('what nobody else may read is told by check, and pack writes no bundle', async () => {
    const close = await windows().hold(shownAs(`${LEADING}/1.甲.txt`), 'alone');
    const packed = inArchive('pack', '--allow-errors', '-o', '..\\打开.zip');
    const checked = inArchive('check');
    await close();
    expect([packed.code, packed.note]).toEqual([
      3,
      `错误：${LEADING}/1.甲.txt 正被其他程序打开\n  → ${CLOSE_IT}\n`,
    ]);
    expect(existsSync(join(root, '../打开.zip'))).toBe(false);
    expect(checked.code).toBe(1);
  });

  test('a catalogue that is open in Excel stays as it is', async () => {
    const file = join(root, '目录.xlsx');
    const write = () => inArchive('catalogue', '-o', '目录.xlsx', '--force');
    expect(write().code).toBe(0);
    const before = readFileSync(file);
    const close = await windows().hold(shownAs('目录.xlsx'), 'read');
    const { code, note } = write();
    await close();
    expect([code, note]).toEqual([3, expect.stringContaining('打开')]);
    expect(readFileSync(file)).toEqual(before);
  });
}
