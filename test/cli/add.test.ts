import {
  appendFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { smallArchive, temporaryFolder, treeOf, writeTree } from '../helpers/archive-on-disk.js';
import { docxOf } from '../../src/io/samples/office.js';
import { dangan } from '../helpers/cli.js';
import { faultsBy } from '../helpers/published-schemas.js';

const FOLDER = '档案/1 组织领导/1.1 领导机构';

/** An archive, and beside it a folder `inbox` with `files` in it; each file holds its own name. */
function desk(...files: readonly string[]) {
  const root = smallArchive();
  const inbox = temporaryFolder();
  writeTree(inbox, Object.fromEntries(files.map((path) => [path, path])));
  return {
    root,
    inbox,
    at: (name: string) => join(inbox, name),
    add: (...words: string[]) => dangan(['add', ...words], { cwd: root }),
    filed: () => evidenceOf(root),
  };
}

/** What is easily handed over by mistake. */
const OTHERS = {
  '旧档案/dangan.yaml': 'unit: { name: 局 }\nsystem: criteria.yaml\nevidence: 材料\n',
  '旧档案/材料/1/01：计划.docx': 'plan',
  '旧档案/材料/1/ledger.yaml': 'entries: []\n',
  '旧档案/材料/.dangan/cache/facts': 'x',
  '坏档案/dangan.yaml': '{',
  '迎检包/bagit.txt': 'BagIt-Version: 1.0\n',
  '迎检包/manifest-sha256.txt': 'x',
  '迎检包/data/1/01：总结.docx': 'report',
};

function evidenceOf(root: string): readonly string[] {
  return treeOf(join(root, '档案')).filter((path) => !path.endsWith('/'));
}

test('a file is copied, numbered and given a clean title', () => {
  const { add, at, filed, root } = desk('3-年度计划(1).docx');
  expect(add(at('3-年度计划(1).docx'), '--to', '1.1').code).toBe(0);
  expect(filed()).toEqual(['1 组织领导/1.1 领导机构/01：年度计划.docx']);
  expect(readFileSync(join(root, FOLDER, '01：年度计划.docx'), 'utf8')).toBe('3-年度计划(1).docx');
  expect(existsSync(at('3-年度计划(1).docx'))).toBe(true);
});

// Windows has no such names.
test.runIf(process.platform !== 'win32')(
  'names that would act on the terminal, or break the table, are written out',
  () => {
    const { add, at } = desk('乱\u001B[31m红.txt', '两\n行.txt');
    const empty = at('空\u001B[0m\n.txt');
    writeFileSync(empty, '');
    const { out, note } = add(
      at('乱\u001B[31m红.txt'),
      at('两\n行.txt'),
      empty,
      '--to',
      '1.1',
      '--dry-run',
    );
    expect(out.split('\n').slice(1, 3)).toEqual([
      expect.stringMatching(/^ {2}乱\\u\{1b\}\[31m红\.txt +→ 01：乱/),
      expect.stringMatching(/^ {2}两\\u\{a\}行\.txt +→ 02：两/),
    ]);
    expect(note).toContain('空\\u{1b}[0m\\u{a}.txt 是空文件');
  },
);

test('a folder is filed in natural order, what programs left in it is not', () => {
  const { add, inbox, filed } = desk(
    '10.总结.docx',
    '2.通知.docx',
    '附件/1.名单.xlsx',
    'Thumbs.db',
  );
  const { code, note } = add(inbox, '--to', '志愿');
  expect([code, note]).toEqual([0, expect.stringContaining('Thumbs.db 是系统或临时文件')]);
  expect(filed()).toEqual([
    '2 志愿服务/01：通知.docx',
    '2 志愿服务/02：总结.docx',
    '2 志愿服务/03：名单.xlsx',
  ]);
});

test('single papers out of another archive or bundle are filed, and none of what programs keep beside them', () => {
  const { root, inbox, filed } = desk();
  writeTree(inbox, OTHERS);
  const words = [
    'add',
    '旧档案/材料',
    '迎检包/data/1/01：总结.docx',
    '--archive',
    root,
    '--to',
    '2',
  ];
  const { code, note } = dangan(words, { cwd: inbox });
  expect(filed()).toEqual(['2 志愿服务/01：计划.docx', '2 志愿服务/02：总结.docx']);
  expect(code).toBe(1);
  expect(note).toContain('旧档案/材料/1/ledger.yaml 是程序自己用的，不是材料，没有归入');
  expect(note).toContain('旧档案/材料/.dangan 是程序自己用的');
});

test('numbering goes on after the highest ordinal', () => {
  const { add, at, filed, root } = desk('计划.docx');
  writeFileSync(join(root, FOLDER, '05：通知.docx'), 'x');
  add(at('计划.docx'), '--to', '1.1');
  expect(filed()).toContain('1 组织领导/1.1 领导机构/06：计划.docx');
});

test('a pattern that the shell left alone is expanded', () => {
  const { add, inbox, filed } = desk('计划.docx', '照片.jpg', '总结[定稿].docx');
  add(join(inbox, '*.docx'), '--to', '1.1');
  expect(filed()).toHaveLength(2);
});

test('a file whose name looks like a pattern is that file', () => {
  const { add, at, filed } = desk('总结[1].docx', '总结1.docx');
  add(at('总结[1].docx'), '--to', '1.1');
  expect(filed()).toEqual(['1 组织领导/1.1 领导机构/01：总结.docx']);
});

test('a title may be given for one file', () => {
  const { add, at, filed } = desk('IMG_2031.JPG');
  add(at('IMG_2031.JPG'), '--to', '1.1', '--title', '学雷锋志愿服务');
  expect(filed()).toEqual(['1 组织领导/1.1 领导机构/01：学雷锋志愿服务.JPG']);
});

test('with --move the file is gone where it was', () => {
  const { add, at } = desk('计划.docx');
  add(at('计划.docx'), '--to', '1.1', '--move');
  expect(existsSync(at('计划.docx'))).toBe(false);
});

test('undo takes it back, moved files too', () => {
  const { add, at, root, filed } = desk('计划.docx');
  add(at('计划.docx'), '--to', '1.1', '--move');
  expect(dangan(['undo'], { cwd: root }).code).toBe(0);
  expect([filed(), readFileSync(at('计划.docx'), 'utf8')]).toEqual([[], '计划.docx']);
});

test('evidence that is in the archive already is left to move, which takes its ledger along', () => {
  const { add, at, filed } = desk('计划.docx');
  add(at('计划.docx'), '--to', '1.1');
  const { code, note } = add(`${FOLDER}/01：计划.docx`, '--to', '2', '--move');
  expect([code, note]).toEqual([
    2,
    expect.stringContaining(`dangan move "${FOLDER}/01：计划.docx" --to 2`),
  ]);
  expect(filed()).toEqual(['1 组织领导/1.1 领导机构/01：计划.docx']);
});

test('what lies beside the evidence is moved in, and can be taken back', () => {
  const { add, filed, root } = desk();
  writeTree(root, { '收到/计划.docx': 'x' });
  add('收到/计划.docx', '--to', '2', '--move');
  expect([filed(), existsSync(join(root, '收到/计划.docx'))]).toEqual([
    ['2 志愿服务/01：计划.docx'],
    false,
  ]);
  dangan(['undo'], { cwd: root });
  expect([filed(), existsSync(join(root, '收到/计划.docx'))]).toEqual([[], true]);
});

test('titles that say little are filed, and told', () => {
  const { add, at } = desk('IMG_2031.JPG', '扫描件0001.pdf', '计划.docx');
  expect(add(at('IMG_2031.JPG'), '--to', '1.1').note).toContain(
    '01：IMG_2031.JPG 的题名看不出内容',
  );
  const { note } = add(at('扫描件0001.pdf'), at('计划.docx'), '--to', '1.2');
  expect(note).toContain('扫描件0001.pdf 的题名看不出内容');
});

test('what is packed is filed, and told to be unpacked', () => {
  const { add, at } = desk('12月材料.zip');
  const { code, note } = add(at('12月材料.zip'), '--to', '1.1');
  expect([code, note.includes('01：12月材料.zip 是压缩包，里面的材料看不到')]).toEqual([0, true]);
});

test('a title for what is filed already is no second copy: the name it has is to be changed', () => {
  const { add, at, filed } = desk('计划.docx');
  add(at('计划.docx'), '--to', '1.1');
  const { note } = add(at('计划.docx'), '--to', '1.1', '--title', '年度计划');
  expect(note).toContain('→ 要换题名，请直接把 01：计划.docx 改名');
  expect(filed()).toHaveLength(1);
});

test('--dry-run changes nothing', () => {
  const { add, at, root } = desk('计划.docx');
  const { out } = add(at('计划.docx'), '--to', '1.1', '--dry-run');
  expect(out).toContain('01：计划.docx');
  expect([evidenceOf(root), existsSync(join(root, '.dangan'))]).toEqual([[], false]);
});

test('the same bytes are not filed twice', () => {
  const { add, at, filed } = desk('计划.docx');
  writeFileSync(at('计划 - 副本.docx'), '计划.docx');
  const { note } = add(at('计划.docx'), at('计划 - 副本.docx'), '--to', '1.1');
  expect(note).toContain('内容相同，没有重复归入');
  expect(add(at('计划.docx'), '--to', '1.1').code).toBe(0);
  expect(filed()).toEqual(['1 组织领导/1.1 领导机构/01：计划.docx']);
});

test('what has had its footer stamped since is not filed a second time, whatever it is called by now', async () => {
  const { root, add, at, filed } = desk();
  writeFileSync(at('计划.docx'), await docxOf('计划', ['年度计划。']));
  writeFileSync(at('方案.docx'), await docxOf('方案', ['实施方案。']));
  add(at('计划.docx'), at('方案.docx'), '--to', '1.1');
  dangan(['stamp', '--write'], { cwd: root });
  renameSync(join(root, FOLDER, '01：计划.docx'), join(root, FOLDER, '03：年度工作计划.docx'));
  dangan(['stamp', '--write'], { cwd: root });
  const { note } = add(at('计划.docx'), at('方案.docx'), '--to', '1.1');
  expect(note).toContain('与 03：年度工作计划.docx 内容相同，没有重复归入');
  expect(note).toContain('与 02：方案.docx 内容相同，没有重复归入');
  expect(filed()).toHaveLength(2);
});

test('the same in a copy of the archive, in which files have other times', async () => {
  const { root, add, at } = desk();
  writeFileSync(at('计划.docx'), await docxOf('计划', ['年度计划。']));
  add(at('计划.docx'), '--to', '1.1');
  dangan(['stamp', '--write'], { cwd: root });
  const copy = at('拷贝');
  cpSync(root, copy, { recursive: true, preserveTimestamps: false });
  const { note } = dangan(['add', at('计划.docx'), '--to', '1.1'], { cwd: copy });
  expect(note).toContain('与 01：计划.docx 内容相同，没有重复归入');
});

test('a paper of a title that another has there is filed, and told', () => {
  const { add, at, filed } = desk('总结.docx', '新/总结.docx');
  add(at('总结.docx'), '--to', '1.1');
  const { code, note } = add(at('新/总结.docx'), '--to', '1.1');
  expect([code, note]).toEqual([
    0,
    '02：总结.docx 与 01：总结.docx 题名相同，内容不同：请看是不是同一份材料的两稿；不是的，请在题名里写出区别。\n',
  ]);
  expect(filed()).toHaveLength(2);
});

test('two pictures handed in together under one title are told', () => {
  const { add, inbox } = desk('微信图片_20240512.jpg', '微信图片_20240512 (1).jpg');
  expect(add(inbox, '--to', '1.1', '--dry-run').note).toContain('题名相同，内容不同');
});

test('what another indicator has already is filed, and told with how to keep it once', () => {
  const { root, add, at } = desk('照片.jpg');
  add(at('照片.jpg'), '--to', '1.1', '--title', '学雷锋活动照片');
  const { note } = add(at('照片.jpg'), '--to', '2', '--title', '学雷锋活动照片');
  const [, command = ''] = /`dangan (ledger set .*)`/.exec(note) ?? [];
  expect(note).toContain(`别的指标里已经有了，就是 ${FOLDER}/01：学雷锋活动照片.jpg`);
  expect(command).toBe(`ledger set "${FOLDER}/01：学雷锋活动照片.jpg" references=2`);
  const words = ['ledger', 'set', `${FOLDER}/01：学雷锋活动照片.jpg`, 'references=2'];
  expect(dangan(words, { cwd: root }).code).toBe(0);
});

test('a paper that is of another format than its extension tells is told', () => {
  const { add, at, inbox } = desk('计划.pdf');
  writeFileSync(join(inbox, '名单.xls'), '%PDF-1.4\n%%EOF\n');
  const told = '名单.xls 的扩展名与实际格式（pdf）不符';
  expect(add(at('名单.xls'), '--to', '1.1', '--dry-run').note).toContain(told);
  expect(add(at('名单.xls'), '--to', '1.1', '--move').note).toContain(told);
  expect(add(at('计划.pdf'), '--to', '1.1').note).not.toContain('扩展名');
});

test('programs are told of both', () => {
  const { add, at } = desk('总结.docx', '新/总结.docx');
  add(at('总结.docx'), '--to', '1.1');
  add(at('新/总结.docx'), '--to', '2');
  const { out } = add(at('新/总结.docx'), '--to', '1.1', '--dry-run', '--format', 'json');
  const told = JSON.parse(out) as { filed: object[] };
  expect(faultsBy('add', told)).toEqual([]);
  expect(told.filed).toEqual([
    expect.objectContaining({
      sameTitleAs: '01：总结.docx',
      sameBytesAs: '档案/2 志愿服务/01：总结.docx',
    }),
  ]);
});

test('one name that is too long is told with how to file it alone, and the others after it', () => {
  const long = `${'长'.repeat(82)}.docx`;
  const { add, at, inbox, filed } = desk(long, '总结.docx');
  const { code, note } = add(inbox, '--to', '1.1');
  expect([code, note]).toEqual([2, expect.stringContaining(`dangan add ${at(long)} --to 1.1`)]);
  add(at(long), '--to', '1.1', '--title', '短题名');
  add(inbox, '--to', '1.1');
  expect(filed().map((path) => path.slice(-9))).toEqual(
    ['01：短题名.docx', '02：总结.docx'].map((name) => name.slice(-9)),
  );
});

test('files that were named in an order of their own keep it', () => {
  const { add, at, filed } = desk('方案.docx', '总结.docx', '照片.jpg');
  add(at('照片.jpg'), at('方案.docx'), at('总结.docx'), '--to', '1.1');
  expect(filed()).toEqual([
    '1 组织领导/1.1 领导机构/01：照片.jpg',
    '1 组织领导/1.1 领导机构/02：方案.docx',
    '1 组织领导/1.1 领导机构/03：总结.docx',
  ]);
});

test('a year without folders is named as the reason', () => {
  const { add, at } = desk('计划.docx');
  expect(add(at('计划.docx'), '--to', '1.1', '--year', '2019').note).toContain('用不上 --year');
});

test('a list on standard input is filed in its own order', () => {
  const { at, root, filed } = desk('总结.docx', '计划.docx');
  const input = `${at('总结.docx')}\r\n"${at('计划.docx')}"\r\n`;
  dangan(['add', '-', '--to', '1.1'], { cwd: root, input });
  expect(filed()).toEqual([
    '1 组织领导/1.1 领导机构/01：总结.docx',
    '1 组织领导/1.1 领导机构/02：计划.docx',
  ]);
});

test.each([
  ['UTF-8', Buffer.from('总结.docx\r\n')],
  ['UTF-8 with its mark', Buffer.from('\ufeff总结.docx\r\n')],
  ['UTF-16 as PowerShell writes it', Buffer.from('\ufeff总结.docx\r\n', 'utf16le')],
  ['UTF-16, the other way round', Buffer.from('\ufeff总结.docx\r\n', 'utf16le').swap16()],
  ['GBK as dir /b writes it', Buffer.from('d7dcbde12e646f63780d0a', 'hex')],
])('a list in %s', (_, input) => {
  const { inbox, root, filed } = desk('总结.docx');
  dangan(['add', '-', '--to', '1.1', '--archive', root], { cwd: inbox, input });
  expect(filed()).toEqual(['1 组织领导/1.1 领导机构/01：总结.docx']);
});

test('a list may have NUL between its paths', () => {
  const { at, root, filed } = desk('总 结\n.docx', '计划.docx');
  dangan(['add', '--to', '1.1'], {
    cwd: root,
    input: `${at('总 结\n.docx')}\0${at('计划.docx')}\0`,
  });
  expect(filed()).toHaveLength(2);
});

test('evidence of one indicator may be copied to another', () => {
  const { add, at, filed } = desk('计划.docx');
  add(at('计划.docx'), '--to', '1.1');
  add(`${FOLDER}/01：计划.docx`, '--to', '2');
  expect(filed()).toEqual(['1 组织领导/1.1 领导机构/01：计划.docx', '2 志愿服务/01：计划.docx']);
});

test('a folder that git did not keep is made', () => {
  const { at, filed } = desk('计划.docx');
  const root = temporaryFolder();
  writeTree(root, {
    'dangan.yaml': 'unit: 县水利局\n',
    'criteria.yaml': readFileSync(join(smallArchive(), 'criteria.yaml')),
  });
  dangan(['add', at('计划.docx'), '--to', '1.2'], { cwd: root });
  expect([filed(), evidenceOf(root)]).toEqual([[], ['1 组织领导/1.2 工作制度/01：计划.docx']]);
});

test('a folder under an older name is where the evidence goes', () => {
  const { add, at, root } = desk('计划.docx');
  renameSync(join(root, FOLDER), join(root, '档案/1 组织领导/1.1 领导小组机构'));
  add(at('计划.docx'), '--to', '1.1');
  expect(evidenceOf(root)).toEqual(['1 组织领导/1.1 领导小组机构/01：计划.docx']);
});

test('years are told apart by --year', () => {
  const { at } = desk('计划.docx');
  const root = smallArchive('window: 2019-01-01..2020-12-31\nfolders: { years: leaf }\n');
  const without = dangan(['add', at('计划.docx'), '--to', '1.1'], { cwd: root });
  expect([without.code, without.note]).toEqual([2, expect.stringContaining('--year')]);
  dangan(['add', at('计划.docx'), '--to', '1.1', '--year', '2020'], { cwd: root });
  expect(evidenceOf(root)).toEqual(['1 组织领导/1.1 领导机构/2020年/01：计划.docx']);
});

const YEARLY = 'window: 2019-01-01..2020-12-31\nfolders: { years: leaf }\n';

test('files of several years go each to the folder of its own, by their names or folders', () => {
  const { inbox } = desk(
    '2019年工作总结.docx',
    '2020年工作计划.docx',
    '会议/2020年/3月例会.docx',
    '照片/IMG_20190504_101112.jpg',
  );
  const root = smallArchive(YEARLY);
  const { code, out } = dangan(['add', inbox, '--to', '1.1'], { cwd: root });
  expect([code, evidenceOf(root)]).toEqual([
    0,
    [
      '1 组织领导/1.1 领导机构/2019年/01：2019年工作总结.docx',
      '1 组织领导/1.1 领导机构/2019年/02：IMG_20190504_101112.jpg',
      '1 组织领导/1.1 领导机构/2020年/01：2020年工作计划.docx',
      '1 组织领导/1.1 领导机构/2020年/02：3月例会.docx',
    ],
  ]);
  expect(out).toContain('已复制 4 份到 档案/1 组织领导/1.1 领导机构\n');
  expect(out).toContain('→ 2019年/01：2019年工作总结.docx');
  dangan(['undo'], { cwd: root });
  expect(evidenceOf(root)).toEqual([]);
});

test('where years are the outermost folders, too', () => {
  const { inbox } = desk('2019年工作总结.docx', '2020年工作总结.docx');
  const root = smallArchive('window: 2019-01-01..2020-12-31\nfolders: { years: top }\n');
  const { out } = dangan(['add', inbox, '--to', '1.1'], { cwd: root });
  expect(out).toContain('已复制 2 份到 档案\n');
  expect(evidenceOf(root)).toEqual([
    '2019年/1 组织领导/1.1 领导机构/01：2019年工作总结.docx',
    '2020年/1 组织领导/1.1 领导机构/01：2020年工作总结.docx',
  ]);
});

test('where some tell no year, or one without a folder, they are named and nothing is filed', () => {
  const { at } = desk('2019年总结.docx', '2018年总结.docx', '总结.docx');
  const root = smallArchive(YEARLY);
  const files = ['2019年总结.docx', '2018年总结.docx', '总结.docx'].map(at);
  const { code, note } = dangan(['add', ...files, '--to', '1.1'], { cwd: root });
  expect([code, evidenceOf(root)]).toEqual([2, []]);
  expect(note).toContain('有 2 份看不出该归到哪一年，一份也没有动');
  expect(note).toContain('2018年总结.docx（2018 年，没有这一年的文件夹）');
  expect(note).toContain('有文件夹的年度：2019、2020');
});

test('the result as JSON is one document', () => {
  const { add, at } = desk('计划.docx', 'Thumbs.db');
  const { out } = add(at('计划.docx'), at('Thumbs.db'), '--to', '1.1', '--format', 'json');
  expect(JSON.parse(out)).toMatchObject({
    schema: 'dangan/add@1',
    ok: true,
    indicator: { code: '1.1', path: '1/1.1' },
    folder: FOLDER,
    filed: [{ from: at('计划.docx'), to: `${FOLDER}/01：计划.docx` }],
    skipped: [{ from: at('Thumbs.db'), because: 'junk' }],
  });
});

describe('nothing is filed', () => {
  /** Run `add` in an archive beside `计划.docx`; whatever it says, the archive must be as it was. */
  function refused(words: readonly string[]) {
    const { root, at } = desk('计划.docx', '总结.docx');
    const all = words.map((word) => word.replace('@', `${at('')}/`));
    const before = treeOf(root);
    const run = dangan(['add', ...all], { cwd: root });
    expect(treeOf(root)).toEqual(before);
    return [run.code, run.note];
  }

  test.each([
    ['no indicator named', ['@计划.docx'], '--to'],
    ['no such indicator', ['@计划.docx', '--to', '9.9'], '没有编号或名称是“9.9”'],
    ['a slip of the pen', ['@计划.docx', '--to', '志源服务'], '是不是“志愿服务”'],
    ['a group of indicators', ['@计划.docx', '--to', '1'], '1/1.2  1 组织领导/1.2 工作制度'],
    ['a missing file', ['@计划.docx', '@无.docx', '--to', '1.1'], '无.docx'],
    ['a pattern without a match', ['@*.pdf', '--to', '1.1'], '*.pdf'],
    ['the archive itself', ['.', '--to', '1.1'], '是档案本身'],
    ['a folder above the archive', ['..', '--to', '1.1'], '是档案本身'],
    ['the evidence root', ['档案', '--to', '1.1'], '是档案本身'],
    ['the settings', ['dangan.yaml', '--to', '1.1'], '是档案本身'],
    ['no files', ['--to', '1.1'], '没有可以归入的文件'],
    ['a year that is none', ['@计划.docx', '--to', '1.1', '--year', '二〇'], '--year'],
    ['no archive', ['@计划.docx', '--to', '1.1', '--archive', '@'], '没有创建档案'],
  ])('%s', (_, words, says) => {
    expect(refused(words)).toEqual([2, expect.stringContaining(says)]);
  });

  test('a veto has no folder: where its proof goes is told', () => {
    const { root, at } = desk('证明.docx');
    const vetoes =
      'vetoes: [{ code: 否1, text: 事故, effect: disqualify, evidence: [{ title: 无事故证明 }] }]\n';
    appendFileSync(join(root, 'criteria.yaml'), vetoes);
    const { code, note } = dangan(['add', at('证明.docx'), '--to', '否1'], { cwd: root });
    expect([code, note]).toEqual([2, expect.stringContaining('“否1”是否决项，没有自己的文件夹')]);
    expect(note.replaceAll(/\s+/g, '')).toContain('证明材料“无事故证明”归到相关的指标下面');
  });

  test.each([
    ['the archive, by way of a link', ''],
    ['its settings, by way of a link', 'dangan.yaml'],
  ])('%s', (_, below) => {
    const { root, add, at } = desk();
    symlinkSync(root, at('link'));
    const before = treeOf(root);
    const { code, note } = add(join(at('link'), below), '--to', '1.1', '--move');
    expect([code, note]).toEqual([2, expect.stringContaining('是档案本身')]);
    expect(treeOf(root)).toEqual(before);
  });

  test.each([
    ['another archive', '旧档案', '旧档案 是另一个创建档案'],
    ['a folder that others are in', '.', '不能整个当材料'],
    ['all that is in another archive, by a pattern', '旧档案/*', '里面的材料在 旧档案/材料'],
    ['its settings alone', '旧档案/dangan.yaml', '`dangan add 旧档案/材料/文件夹/材料.pdf --to'],
    ['an archive whose settings cannot be read', '坏档案', '里面的材料在 坏档案/档案'],
    ['an unpacked bundle', '迎检包', '迎检包 是一个迎检包（里面有 bagit.txt）'],
    ['all that is in an unpacked bundle', '迎检包/*', '里面的材料在 迎检包/data'],
  ])('%s', (_, word, says) => {
    const { root, inbox } = desk();
    writeTree(inbox, OTHERS);
    const run = dangan(['add', word, '--archive', root, '--to', '1.1'], { cwd: inbox });
    expect([run.code, run.note]).toEqual([2, expect.stringContaining(says)]);
    expect([evidenceOf(root), existsSync(join(root, '.dangan'))]).toEqual([[], false]);
  });

  test('a folder is full at 99', () => {
    const { add, at, root } = desk('计划.docx', '总结.docx');
    writeFileSync(join(root, FOLDER, '98：通知.docx'), 'x');
    const { code, note } = add(at('计划.docx'), at('总结.docx'), '--to', '1.1');
    expect([code, note]).toEqual([2, expect.stringContaining('naming: { digits: 3 }')]);
    expect(evidenceOf(root)).toHaveLength(1);
  });

  test('of many that are left out for one reason the first few are named', () => {
    const { add, inbox, at, filed } = desk('计划.docx');
    for (let count = 1; count <= 40; count += 1) writeFileSync(at(`空${count}.docx`), '');
    const { code, note } = add(inbox, '--to', '1.1');
    const lines = note.split('\n').filter((line) => line.includes('空文件'));
    expect([code, lines.length, filed().length]).toEqual([1, 5, 1]);
    expect(note).toContain('……同样原因的还有 35 个');
  });

  test('more than any folder holds is not sent to ordinals of three digits', () => {
    const names = Array.from({ length: 1000 }, (_, at) => `走访记录${at}.txt`);
    const { add, inbox, root } = desk(...names);
    const { code, note } = add(inbox, '--to', '1.1');
    expect([code, note]).toEqual([2, expect.stringContaining('folders: { years: leaf }')]);
    expect(note).not.toContain('digits: 3');
    expect(evidenceOf(root)).toHaveLength(0);
  });

  test('an empty file says so', () => {
    const { add, at, filed } = desk();
    writeFileSync(at('计划.docx'), '');
    expect(add(at('计划.docx'), '--to', '1.1').code).toBe(2);
    expect(filed()).toEqual([]);
  });

  test('settings with a slip name the line', () => {
    const { at } = desk('计划.docx');
    const root = smallArchive('namimg: { digits: 3 }\n');
    const { code, note } = dangan(['add', at('计划.docx'), '--to', '1.1'], { cwd: root });
    expect([code, note]).toEqual([2, expect.stringMatching(/第 3 行.*naming/s)]);
  });
});

test('an empty file among others is left out, and the run says 1', () => {
  const { add, at, filed, inbox } = desk('计划.docx');
  writeFileSync(at('空.docx'), '');
  expect(add(inbox, '--to', '1.1').code).toBe(1);
  expect(filed()).toEqual(['1 组织领导/1.1 领导机构/01：计划.docx']);
});

test.skipIf(process.platform === 'win32')('links in a folder are not followed', () => {
  const { add, at, inbox, filed } = desk('计划.docx');
  mkdirSync(at('子'));
  symlinkSync(inbox, at('子/圈'));
  const { code, note } = add(inbox, '--to', '1.1');
  expect([code, note, filed()]).toEqual([
    1,
    expect.stringContaining('是文件夹里的链接'),
    ['1 组织领导/1.1 领导机构/01：计划.docx'],
  ]);
});

test.skipIf(process.platform === 'win32')('nobody is sent to the target of a broken link', () => {
  const { add, at, inbox } = desk('计划.docx');
  symlinkSync('Z:/共享/总结.docx', at('总结.docx'));
  const { code, note } = add(inbox, '--to', '1.1');
  expect([code, note]).toEqual([1, expect.stringContaining('总结.docx 是断了的链接')]);
  expect(note).not.toContain('请直接写它指向的文件');
});

test.runIf(process.platform === 'linux')('a name that is no text is left out', () => {
  const { add, inbox, filed } = desk('计划.docx');
  writeFileSync(
    Buffer.concat([Buffer.from(`${inbox}/`), Buffer.from('d7dcbdb12e646f6378', 'hex')]),
    'x',
  );
  const { code, note } = add(inbox, '--to', '1.1');
  expect([code, note, filed()]).toEqual([
    1,
    expect.stringContaining('文件名有乱码'),
    ['1 组织领导/1.1 领导机构/01：计划.docx'],
  ]);
});

test.runIf(process.platform === 'linux')(
  'where all names are no text, it is told how to rename',
  () => {
    const { add, inbox } = desk();
    writeFileSync(Buffer.concat([Buffer.from(`${inbox}/`), Buffer.from('d7dcbdb1', 'hex')]), 'x');
    expect(add(inbox, '--to', '1.1').note).toContain('→ 请先把文件改名，再归');
  },
);

test('the inner of two nested archives is the one', () => {
  const { at, root } = desk('计划.docx');
  const inner = join(root, '档案/2 志愿服务');
  writeFileSync(join(inner, 'dangan.yaml'), 'system: nowhere.yaml\n');
  const { code, note } = dangan(['add', at('计划.docx'), '--to', '1.1'], { cwd: inner });
  expect([code, note]).toEqual([2, expect.stringContaining('nowhere.yaml')]);
});
