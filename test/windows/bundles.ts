import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { SMALL_SYSTEM, temporaryFolder, treeOf, writeTree } from '../helpers/archive-on-disk.js';
import { bagOf } from '../helpers/bags.js';
import { dangan } from '../helpers/cli.js';
import { zipBytes } from '../helpers/zip-bytes.js';
import { zPath, type Windows } from '../helpers/windows.js';

/** Four folders of which each is no longer than Windows lets it be, and all of them together are. */
const DEEP = Array.from({ length: 4 }, () => '子'.repeat(60)).join('/');

export function bundles(windows: () => Windows): void {
  let desk = { here: '', there: '' };
  beforeAll(() => void (desk = windows().folder('收到 的包')));
  const at = (...words: string[]) => windows().dangan(words, { cwd: desk.here });

  test('names that Linux has and Windows has not are packed so that both have them', () => {
    const root = temporaryFolder();
    const folder = '档案/1 组织领导/1.1 领导机构';
    writeTree(root, {
      'dangan.yaml': 'unit: { name: 县水利局 }\nsystem: criteria.yaml\n',
      'criteria.yaml': SMALL_SYSTEM,
      [`${folder}/01:通知 “甲”.txt`]: '1',
      [`${folder}/02：100%完成?.txt`]: '2',
      [`${folder}/CON.txt`]: '3',
      [`${folder}/03：尾点.`]: '4',
      [`${folder}/04：尾空格 `]: '5',
      [`${folder}/${DEEP}/01：${'长'.repeat(70)}.txt`]: '6',
      '档案/2 志愿服务/01：反\\斜.txt': '7',
    });
    const bundle = join(temporaryFolder(), '迎检包.zip');
    dangan(['pack', '--allow-errors', '-o', bundle], { cwd: root });
    expect(at('verify', zPath(bundle)).code).toBe(0);
    expect(at('unpack', zPath(bundle), '--to', '解开').code).toBe(0);
    expect(treeOf(join(desk.here, '解开/data'))).toEqual([
      '1 组织领导/1.1 领导机构/01：通知 “甲”.txt',
      '1 组织领导/1.1 领导机构/02：100％完成？.txt',
      '1 组织领导/1.1 领导机构/03：尾点',
      '1 组织领导/1.1 领导机构/04：尾空格',
      '1 组织领导/1.1 领导机构/CON_.txt',
      `1 组织领导/1.1 领导机构/${DEEP}/01：${'长'.repeat(70)}.txt`,
      '2 志愿服务/01：反＼斜.txt',
    ]);
    expect(at('verify', '解开').code).toBe(0);
  });

  test.each([
    ['a colon', ['data/01:通知.txt'], '里有 1 个 Windows 不能用的名称'],
    ['names of devices', ['data/CON', 'data/aux.txt'], '里有 2 个 Windows 不能用的名称'],
    ['dots and spaces at the end', ['data/甲.', 'data/乙 '], '里有 2 个 Windows 不能用的名称'],
    ['names that differ in their capitals', ['data/A.txt', 'data/a.txt'], '不完好'],
    ['a path of Windows', ['data/C:\\甲.txt'], '不完好'],
  ])('a bag with %s is not unpacked, and told why', (what, paths, words) => {
    const bag = join(desk.here, `${what}.zip`);
    writeFileSync(bag, bagWith(paths));
    const { code, note } = at('unpack', bag.split('/').at(-1) ?? '', '--to', `解开 ${what}`);
    expect([code, note.split('\n')[0]]).toEqual([1, expect.stringContaining(words)]);
    expect(existsSync(join(desk.here, `解开 ${what}`))).toBe(false);
  });

  test('a folder that has something in it is left alone, whatever the slashes', () => {
    mkdirSync(join(desk.here, '有 东西'));
    writeFileSync(join(desk.here, '有 东西/要紧.txt'), 'mine');
    writeFileSync(join(desk.here, 'bag.zip'), bagWith(['data/甲.txt']));
    const codes = ['有 东西', '.\\有 东西\\', `${desk.there}/有 东西`].map(
      (to) => at('unpack', 'bag.zip', '--to', to).code,
    );
    expect([codes, treeOf(join(desk.here, '有 东西'))]).toEqual([[2, 2, 2], ['要紧.txt']]);
  });
}

/** A bag of somebody else's with these files in it. */
function bagWith(paths: readonly string[]): Buffer {
  const bag = bagOf(Object.fromEntries(paths.map((path) => [path, path])));
  return zipBytes(Object.entries(bag).map(([path, data]) => ({ name: `bag/${path}`, data })));
}
