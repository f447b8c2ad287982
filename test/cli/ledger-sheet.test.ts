/** `dangan ledger export` and `import`: from the ledgers to a sheet, through a clerk's hands, and back. */
import { cpSync, existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { smallArchive, temporaryFolder, writeTree } from '../helpers/archive-on-disk.js';
import { dangan } from '../helpers/cli.js';
import { deleteRows, fillIn } from '../helpers/clerk.js';
import { faultsBy } from '../helpers/published-schemas.js';

const FOLDER = '档案/1 组织领导/1.1 领导机构';
const LEDGER = `# 第一行
entries:
  - file: 01：创建领导小组文件.docx   # 原件在档案室
    color: 红
    date: 2020-03
    owner: office
`;

/** An archive with three files, of which the first has an entry. */
function archive(): string {
  const root = smallArchive();
  writeTree(root, {
    [`${FOLDER}/01：创建领导小组文件.docx`]: '甲',
    [`${FOLDER}/02：会议记录.docx`]: '乙',
    '档案/2 志愿服务/01：活动照片.jpg': '丙',
    [`${FOLDER}/ledger.yaml`]: LEDGER,
  });
  return root;
}

function exported(root: string): string {
  const path = join(temporaryFolder(), '台账.xlsx');
  expect(dangan(['ledger', 'export', path], { cwd: root }).code).toBe(0);
  return path;
}

const ledgerIn = (root: string) => readFileSync(join(root, FOLDER, 'ledger.yaml'), 'utf8');

test('a sheet that nobody has touched changes nothing', () => {
  const root = archive();
  const { code, out } = dangan(['ledger', 'import', exported(root), '--write'], { cwd: root });
  expect([code, out.includes('没有要改的'), ledgerIn(root)]).toEqual([0, true, LEDGER]);
});

test('without --write the changes are shown, with their cells, and nothing is changed', async () => {
  const root = archive();
  const path = exported(root);
  await fillIn(path, { 2: { 形成日期: '2020-03-12' } });
  const { code, out } = dangan(['ledger', 'import', path], { cwd: root });
  expect([code, ledgerIn(root)]).toEqual([0, LEDGER]);
  expect(out).toContain('形成日期  “2020-03” → “2020-03-12”  G2\n');
});

test('with --write they are made, comments and unknown keys stay, and undo takes them back', async () => {
  const root = archive();
  const path = exported(root);
  await fillIn(path, {
    2: { 形成日期: '2020年3月12日', 责任科室: null, 页数: 3 },
    4: { 种类: '图片', 状态: '已通过' },
  });
  expect(dangan(['ledger', 'import', path, '--write'], { cwd: root }).code).toBe(0);
  expect(ledgerIn(root)).toContain(
    LEDGER.replace('2020-03', '2020-03-12').replace('owner: office', 'pages: 3'),
  );
  const photos = join(root, '档案/2 志愿服务/ledger.yaml');
  expect(readFileSync(photos, 'utf8')).toMatch(
    /- file: 01：活动照片\.jpg\n[^]* kind: photo\n[^]* state: approved\n/,
  );
  expect(dangan(['undo'], { cwd: root }).code).toBe(0);
  expect([ledgerIn(root), existsSync(photos)]).toEqual([LEDGER, false]);
});

test('an indicator that something serves besides may be called by its code, or its path of codes', async () => {
  const root = archive();
  const path = exported(root);
  await fillIn(path, { 3: { 同时用于: '1.2' }, 4: { 同时用于: '1/1.1' } });
  const { code, out } = dangan(['ledger', 'import', path, '--write'], { cwd: root });
  expect([code, out]).toEqual([0, expect.stringContaining('已改 2 份材料的 2 处')]);
  expect(ledgerIn(root)).toContain('references: ["1.2"]');
});

test('a cell that says nothing usable is named, and nothing is written', async () => {
  const root = archive();
  const path = exported(root);
  await fillIn(path, { 2: { 形成日期: '2020-02-30' }, 3: { 状态: '通过', 备注: '已核' } });
  const { code, out } = dangan(['ledger', 'import', path, '--write'], { cwd: root });
  expect([code, ledgerIn(root)]).toEqual([1, LEDGER]);
  expect(out.split('\n').filter((line) => line.startsWith('  '))).toEqual([
    '  G2 形成日期  “2020-02-30”不是日期。请写成 2020-03-12、2020年3月、2020-Q1 或',
    '               2020',
    '  Q3 状态      没有“通过”这个状态，是不是“已通过”？请从下拉列表里选',
  ]);
});

test('a row whose ledger was changed since is left alone and told; the others are written', async () => {
  const root = archive();
  const path = exported(root);
  await fillIn(path, { 2: { 形成日期: '2020-03-12' }, 3: { 备注: '已核' } });
  const since = LEDGER.replace('2020-03', '2020-05');
  writeFileSync(join(root, FOLDER, 'ledger.yaml'), since);
  const { code, out } = dangan(['ledger', 'import', path, '--write'], { cwd: root });
  expect([code, ledgerIn(root).startsWith(since), ledgerIn(root).includes('note: 已核')]).toEqual([
    1,
    true,
    true,
  ]);
  expect(out).toMatch(/导出时 +“2020-03”\n +表里 +“2020-03-12”\n +台账现在 +“2020-05”\n/);
});

/** A copy of the archive in which a department has noted something, and has one file more. */
function copied(root: string): string {
  const copy = join(temporaryFolder(), '拷贝');
  cpSync(root, copy, { recursive: true });
  writeTree(copy, { [`${FOLDER}/03：值班表.docx`]: '丁' });
  dangan(['ledger', 'set', `${FOLDER}/02：会议记录.docx`, 'pages=7'], { cwd: copy });
  return copy;
}

test('of a sheet from a copy of the archive it is told what is not taken over, and what is not here', () => {
  const root = archive();
  const path = exported(copied(root));
  const { code, out, note } = dangan(['ledger', 'import', path, '--write'], { cwd: root });
  expect([code, ledgerIn(root)]).toEqual([0, LEDGER]);
  expect(out).toContain('表里有 1 处与台账现在的不同，导出以后表里没有改过，没有采用');
  expect(out).toMatch(/02：会议记录\.docx\n {4}页数 {2}表里 “7”，台账现在 （空） {2}[A-Z]+3\n/);
  expect(note).toContain(`表里有 1 行的材料本档案没有（如 ${FOLDER}/03：值班表.docx）`);
});

test('with --from-copy that is shown as what would change, and written with --write', () => {
  const root = archive();
  const path = exported(copied(root));
  const plan = dangan(['ledger', 'import', path, '--from-copy'], { cwd: root });
  expect([plan.code, plan.out.includes('（空） → “7”'), ledgerIn(root)]).toEqual([0, true, LEDGER]);
  expect(plan.out).toContain(`dangan ledger import ${path} --from-copy --write`);
  dangan(['ledger', 'import', path, '--from-copy', '--write'], { cwd: root });
  expect(ledgerIn(root)).toContain('pages: 7');
});

test('what a copy was silent of stays as the ledger has it', () => {
  const root = archive();
  const path = exported(copied(root));
  dangan(['ledger', 'set', `${FOLDER}/02：会议记录.docx`, 'note=已核'], { cwd: root });
  dangan(['ledger', 'import', path, '--from-copy', '--write'], { cwd: root });
  expect(ledgerIn(root)).toMatch(/note: 已核[^]*pages: 7|pages: 7[^]*note: 已核/);
});

test('evidence that was renamed since is found', async () => {
  const root = archive();
  const path = exported(root);
  await fillIn(path, { 4: { 备注: '已核' } });
  const folder = join(root, '档案/2 志愿服务');
  renameSync(join(folder, '01：活动照片.jpg'), join(folder, '07：活动照片.jpg'));
  const { code, note } = dangan(['ledger', 'import', path, '--write'], { cwd: root });
  expect([
    code,
    readFileSync(join(folder, 'ledger.yaml'), 'utf8').includes('07：活动照片'),
  ]).toEqual([0, true]);
  expect(note).toContain('有 1 份材料导出以后改了名或换了地方');
});

test('rows that were deleted are told, and their entries stay', async () => {
  const root = archive();
  const path = exported(root);
  await deleteRows(path, 2);
  const { code, note } = dangan(['ledger', 'import', path, '--write'], { cwd: root });
  expect([code, ledgerIn(root)]).toEqual([0, LEDGER]);
  expect(note).toContain('表里少了 1 行（如 01：创建领导小组文件.docx）');
});

test('the sheet of another archive is refused', () => {
  const root = archive();
  const path = exported(root);
  writeFileSync(join(root, 'dangan.yaml'), 'unit: { name: 县财政局 }\nsystem: criteria.yaml\n');
  const { code, note } = dangan(['ledger', 'import', path], { cwd: root });
  expect([code, note.includes('县水利局 · 测评标准；这里是 县财政局 · 测评标准')]).toEqual([
    2,
    true,
  ]);
});

test('a file that is there is replaced with --force only, and none is put among the evidence', () => {
  const root = archive();
  const path = exported(root);
  const codes = [
    ['ledger', 'export', path],
    ['ledger', 'export', path, '--force'],
    ['ledger', 'export', join(root, FOLDER, '台账.xlsx')],
    ['ledger', 'export', join(root, 'no', '台账')],
  ].map((words) => dangan(words, { cwd: root }).code);
  expect(codes).toEqual([2, 0, 2, 2]);
});

test('an archive without evidence has a sheet, too', () => {
  const root = smallArchive();
  const { code, out } = dangan(['ledger', 'import', exported(root)], { cwd: root });
  expect([code, out.includes('0 行')]).toEqual([0, true]);
});

/** What is wrong in the output of a command, by its schema. */
function faultsOf(words: readonly string[], cwd: string): unknown {
  const { out } = dangan([...words, '--format', 'json'], { cwd });
  return faultsBy(`ledger-${words[1] ?? ''}`, JSON.parse(out));
}

test('what programs get follows the schemas', async () => {
  const root = archive();
  const path = join(temporaryFolder(), '台账.xlsx');
  expect(faultsOf(['ledger', 'export', path], root)).toEqual([]);
  await fillIn(path, { 2: { 形成日期: '2020-03-12' }, 3: { 备注: '已核' } });
  writeFileSync(join(root, FOLDER, 'ledger.yaml'), LEDGER.replace('2020-03', '2020-05'));
  expect(faultsOf(['ledger', 'import', path], root)).toEqual([]);
  await fillIn(path, { 2: { 种类: '照相' } });
  expect(faultsOf(['ledger', 'import', path], root)).toEqual([]);
});
