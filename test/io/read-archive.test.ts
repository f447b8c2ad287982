import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { eachFolder, type Folder } from '../../src/core/archive/types.js';
import { joinPath } from '../../src/core/archive/paths.js';
import { isDanganError } from '../../src/errors.js';
import { archiveAround, findArchive, readArchive } from '../../src/io/archive/read-archive.js';
import { diskLister, walk, type Listed } from '../../src/io/archive/walk.js';

const made: string[] = [];
afterEach(() => made.splice(0).forEach((path) => rmSync(path, { recursive: true })));

const SYSTEM = [
  'format: dangan/scoring-system@1',
  'title: 测评体系',
  'indicators:',
  '  - { code: "1", name: 组织领导, points: 1, evidence: [{ id: a, title: 通知, kind: notice }] }',
].join('\n');

/** An archive with these files and these lines in `dangan.yaml`. */
function archiveWith(files: readonly string[], settings: readonly string[] = []): string {
  const root = mkdtempSync(join(tmpdir(), 'dangan-'));
  made.push(root);
  writeFileSync(join(root, 'dangan.yaml'), settings.join('\n'));
  writeFileSync(join(root, 'criteria.yaml'), SYSTEM);
  for (const file of files) {
    mkdirSync(join(root, file, '..'), { recursive: true });
    writeFileSync(join(root, file), '');
  }
  return root;
}

async function errorOf(root: string): Promise<[string, object]> {
  try {
    await readArchive(root);
  } catch (error) {
    if (isDanganError(error)) return [error.code, error.data];
    throw error;
  }
  throw new Error('it was read');
}

test('the tree is read in the order of names, the ledger and git’s keepers left out', async () => {
  const root = archiveWith([
    '档案/b/2.docx',
    '档案/b/10.docx',
    '档案/a/.gitkeep',
    '档案/a/ledger.yaml',
  ]);
  const archive = await readArchive(root);
  const paths = [...eachFolder(archive.root)].flatMap(({ path, files }) => [
    path,
    ...files.map(({ name }) => joinPath(path, name)),
  ]);
  expect(paths).toEqual(['档案', '档案/a', '档案/b', '档案/b/10.docx', '档案/b/2.docx']);
});

test('the order in which a system lists names is of no matter', () => {
  const entry = (name: string, is: 'file' | 'folder' | 'link'): Listed => ({
    name,
    isFile: () => is === 'file',
    isDirectory: () => is === 'folder',
    isSymbolicLink: () => is === 'link',
  });
  const folder = ['01：甲.docx', '02：乙.docx', '03：丙.docx'].map((name) => entry(name, 'file'));
  const top = [
    // By code unit U+20000, which is two of them, is before U+FF21; in UTF-8 it is behind it.
    ...['B', '\u{20000}', 'Ａ'].map((name) => entry(name, 'folder')),
    ...['b', '\u{20001}', 'ａ', '\ud800'].map((name) => entry(name, 'file')),
    ...['x', '\u{20002}', 'ｘ'].map((name) => entry(name, 'link')),
  ];
  const listed = (turn: (entries: Listed[]) => Listed[]): Folder => {
    const list = (path: string) => ({ entries: turn(path === '档案' ? top : folder) });
    return walk(list, undefined, '档案', '档案');
  };
  const tree = listed((entries) => entries);
  expect(tree.folders.map(({ name }) => name)).toEqual(['B', '\u{20000}', 'Ａ']);
  expect(tree.files.map(({ name }) => name)).toEqual(['b', '\ud800', '\u{20001}', 'ａ']);
  expect(tree.oddities.map(({ name }) => name)).toEqual(['x', '\u{20002}', 'ｘ']);
  const turned = listed((entries) => entries.toReversed());
  const asListed = [...eachFolder(tree)].map(({ files }) => files);
  expect([...eachFolder(turned)].map(({ files }) => files)).toEqual(asListed);
});

test('an archive without its evidence folder is an empty one', async () => {
  expect((await readArchive(archiveWith([]))).root.folders).toEqual([]);
});

test('a link is told and not followed, even one that leads around', async () => {
  const root = archiveWith(['档案/1 组织领导/01：通知.docx']);
  symlinkSync('..', join(root, '档案/1 组织领导/回去'));
  const [, folder] = eachFolder((await readArchive(root)).root);
  expect(folder?.oddities).toEqual([{ name: '回去', kind: 'link' }]);
});

test(
  'a name that is not UTF-8 is shown and not opened',
  { skip: process.platform !== 'linux' },
  async () => {
    const root = archiveWith(['档案/1 组织领导/01：通知.docx']);
    const gbk = Buffer.from([0x30, 0x32, 0xa3, 0xba, 0xbc, 0xc6, 0xbb, 0xae]);
    writeFileSync(Buffer.concat([Buffer.from(`${root}/档案/1 组织领导/`), gbk]), '');
    mkdirSync(Buffer.concat([Buffer.from(`${root}/档案/1 组织领导/d`), gbk]));
    const [, folder] = eachFolder((await readArchive(root)).root);
    expect(folder?.oddities.map(({ kind }) => kind)).toEqual(['garbled', 'garbled']);
    expect(folder?.files).toHaveLength(1);
  },
);

test('the archive is found from any place in it', () => {
  const root = archiveWith(['档案/1 组织领导/01：通知.docx']);
  expect(findArchive(join(root, '档案/1 组织领导/01：通知.docx'))).toBe(root);
});

test('of two archives one inside the other it is the inner one', () => {
  const outer = archiveWith(['档案/1 组织领导/分局/dangan.yaml']);
  const inner = join(outer, '档案/1 组织领导/分局');
  expect(findArchive(inner)).toBe(inner);
  expect(archiveAround(inner)).toBe(outer);
  expect(archiveAround(outer)).toBeUndefined();
});

test('every slip in the settings is told with its line', async () => {
  const root = archiveWith(
    [],
    ['unit: { nmae: 市水务局 }', 'window: 2020..2018', 'rules:', '  tree-lnk: off'],
  );
  expect(await errorOf(root)).toEqual([
    'SETTINGS_INVALID',
    {
      path: join(root, 'dangan.yaml'),
      problems: [
        {
          at: { line: 1, column: 9 },
          messageId: 'unknown-key',
          data: { key: 'unit.nmae', nearest: 'name' },
        },
        {
          at: { line: 2, column: 9 },
          messageId: 'window',
          data: { value: '2020..2018', wrong: 'order', meant: '2018..2020' },
        },
        {
          at: { line: 4, column: 3 },
          messageId: 'unknown-rule',
          data: { rule: 'tree-lnk', nearest: 'tree-link' },
        },
      ],
    },
  ]);
});

test('years as a level need to know the years', async () => {
  const root = archiveWith([], ['folders: { years: leaf }']);
  expect((await errorOf(root))[0]).toBe('SETTINGS_INVALID');
});

test('a tree that is too deep to be an archive is refused', async () => {
  const root = archiveWith([`档案/${'深/'.repeat(70)}01：通知.docx`]);
  expect((await errorOf(root))[0]).toBe('ARCHIVE_TOO_DEEP');
});

test('a folder that cannot be listed is not passed over', () => {
  const list = diskLister(join(tmpdir(), 'dangan-is-not-here'));
  expect(() => walk(list, undefined, '档案', '档案')).toThrow('ARCHIVE_UNREADABLE');
});
