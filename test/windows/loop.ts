import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { gbkOf } from '../../src/io/samples/gbk.js';
import { writeSamples } from '../../src/io/samples/index.js';
import { FROM_OFFICE, FROM_YOUTH, PUT_STRAIGHT_IN } from '../../src/io/samples/messy.js';
import { temporaryFolder, treeOf } from '../helpers/archive-on-disk.js';
import { dangan } from '../helpers/cli.js';
import { FILED_FROM_OFFICE } from '../helpers/documents/from-office.js';
import { zPath, type Windows } from '../helpers/windows.js';

const TODAY = ['--today', '2020-12-31'];

export function loop(windows: () => Windows): void {
  let desk = { here: '', there: '' };
  let root = '';
  let evidence = '';
  const inArchive = (...words: string[]) => windows().dangan(words, { cwd: root });
  const namesIn = (folder: string) => treeOf(join(evidence, folder));

  beforeAll(() => {
    desk = windows().folder('办公 桌');
    root = join(desk.here, '创建 档案');
    evidence = join(root, '档案');
  });

  test('init makes an archive where it is told to', () => {
    const words = ['init', '创建 档案', '--system', 'yuhang-tax-archive', '--unit', '余杭国税局'];
    const { code, out } = windows().dangan(words, { cwd: desk.here });
    expect([code, out.split('\n')[0]]).toEqual([0, '档案已建好：创建 档案']);
    expect(treeOf(evidence)).toHaveLength(26);
  });

  test('add files what is named as Windows names things', async () => {
    const elsewhere = join(temporaryFolder(), '团委');
    await writeSamples(join(desk.here, '办公室 报送'), FROM_OFFICE);
    await writeSamples(elsewhere, FROM_YOUTH);
    const photo = zPath(join(elsewhere, 'IMG_2031.JPG'));
    const words = ['..\\办公室 报送', photo, `${desk.there}\\办公室 报送\\报送说明.txt`];
    const { code, out } = inArchive('add', ...words, '--to', '一/2');
    expect([code, out]).toEqual([0, expect.stringContaining(photo)]);
    expect(namesIn('一 思想建设类/2 规划计划和总结')).toEqual([
      ...FILED_FROM_OFFICE,
      // A number says nothing: whose photo it is, its folder tells.
      '07：IMG_2031（团委）.JPG',
    ]);
  });

  test('add expands patterns itself, and reads a list as `dir /b` writes it', () => {
    const list = gbkOf(
      '..\\办公室 报送\\报送说明.txt\r\n"..\\办公室 报送\\4_2019年度工作总结.pdf"\r\n',
    );
    const words = ['add', '-', '--to', '一/3'];
    const listed = windows().dangan(words, { cwd: root, input: list });
    const pattern = `${desk.there}\\办公室 报送\\*.docx`;
    expect([listed.code, inArchive('add', pattern, '--to', '参与共建').code]).toEqual([0, 0]);
    expect(namesIn('一 思想建设类/3 组织机构建设')).toEqual([
      '01：报送说明.txt',
      '02：2019年度工作总结.pdf',
    ]);
    expect(namesIn('六 其它创建类/2 参与共建工作')).toHaveLength(3);
  });

  test('a folder that is written with a backslash before the closing quote is that folder', () => {
    // What arrives of `"C:\\办公 桌\\创建 档案\\"`.
    const { code, out } = windows().dangan(['scaffold', `${desk.there}\\创建 档案"`], {
      cwd: desk.here,
    });
    expect([code, out]).toEqual([0, expect.stringContaining('已经齐全')]);
  });

  test('what is not there is told as it was written, and exits 2', () => {
    const { code, note } = inArchive('add', 'X:\\无此 文件.docx', '--to', '一/3');
    expect([code, note.split('\n')[0]]).toEqual([2, '错误：找不到 X:\\无此 文件.docx']);
  });

  test('settings and systems saved by Notepad are read like any others', () => {
    const before = inArchive('check', '--format', 'json', ...TODAY);
    for (const name of ['dangan.yaml', 'criteria.yaml']) {
      const text = readFileSync(join(root, name), 'utf8').replaceAll('\n', '\r\n');
      writeFileSync(join(root, name), `\uFEFF${text}`);
    }
    expect(inArchive('check', '--format', 'json', ...TODAY)).toEqual(before);
    expect(before.code).toBe(1);
  });

  test('fix names what colleagues put straight in, and undo takes it back', async () => {
    const board = '一 思想建设类/4 班子建设';
    // What is left out are names that no Windows holds.
    const possible = PUT_STRAIGHT_IN.filter(({ path }) => !/[:?*"<>|]|[ .]$/.test(path));
    await writeSamples(join(evidence, board), possible);
    const messy = namesIn(board);
    expect(inArchive('fix', '--write', '--unsafe').code).toBe(0);
    const names = namesIn(board);
    expect(names.map((name) => name.slice(0, 3))).toEqual(names.map((_, at) => `0${at + 1}：`));
    expect([inArchive('undo').code, namesIn(board)]).toEqual([0, messy]);
    expect(inArchive('fix', '--write', '--unsafe').code).toBe(0);
  });

  test('stamp and catalogue write documents', () => {
    expect(inArchive('stamp', '--write').code).toBe(0);
    expect(inArchive('catalogue', '-o', `${desk.there}\\卷内 目录.xlsx`).code).toBe(0);
    expect(readFileSync(join(desk.here, '卷内 目录.xlsx')).toString('latin1', 0, 2)).toBe('PK');
  });

  test('the bundle is the same to the byte as one that Linux packs', () => {
    const words = ['pack', '--allow-errors', ...TODAY, '-o'];
    expect(inArchive(...words, `${desk.there}\\迎检 包.zip`).code).toBe(0);
    const copy = join(temporaryFolder(), '档案');
    cpSync(root, copy, { recursive: true, preserveTimestamps: true });
    rmSync(join(copy, '.dangan'), { recursive: true });
    dangan([...words, '../迎检包.zip'], { cwd: copy });
    expect(readFileSync(join(desk.here, '迎检 包.zip'))).toEqual(
      readFileSync(join(copy, '../迎检包.zip')),
    );
  });

  test('verify and unpack find it whole, and tell a byte that changed', () => {
    const at = (...words: string[]) => windows().dangan(words, { cwd: desk.here });
    expect(at('verify', '迎检 包.zip').code).toBe(0);
    const { code, out } = at('unpack', '.\\迎检 包.zip', '--to', `${desk.there}\\解 开`);
    expect([code, out]).toEqual([0, expect.stringContaining(`${desk.there}\\解 开`)]);
    const [first = ''] = treeOf(join(desk.here, '解 开/data')).filter(
      (path) => !path.endsWith('/'),
    );
    const file = join(desk.here, '解 开/data', first);
    const bytes = readFileSync(file);
    bytes.writeUInt8(bytes.readUInt8(0) ^ 1, 0);
    writeFileSync(file, bytes);
    const judged = at('verify', '解 开');
    expect([judged.code, judged.out]).toEqual([1, expect.stringContaining(`data/${first}`)]);
  });
}
