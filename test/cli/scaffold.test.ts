import { mkdirSync, readFileSync, renameSync, rmdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { SMALL_SYSTEM, smallArchive, treeOf, writeTree } from '../helpers/archive-on-disk.js';
import { dangan } from '../helpers/cli.js';

/** The evidence tree after `dangan scaffold`. */
function scaffolded(root: string, ...words: string[]) {
  const run = dangan(['scaffold', ...words], { cwd: root });
  return { ...run, tree: treeOf(join(root, '档案')) };
}

/** An archive whose system was changed by `edit`; `1.1` holds a notice. */
function changed(edit: (system: string) => string): string {
  const root = smallArchive();
  writeFileSync(join(root, '档案/1 组织领导/1.1 领导机构/01：通知.docx'), '通知');
  writeFileSync(join(root, 'criteria.yaml'), edit(SMALL_SYSTEM));
  return root;
}

test('what is missing is made at once', () => {
  const root = smallArchive();
  rmdirSync(join(root, '档案/1 组织领导/1.2 工作制度'));
  expect(scaffolded(root).tree).toEqual([
    '1 组织领导/1.1 领导机构/',
    '1 组织领导/1.2 工作制度/',
    '2 志愿服务/',
  ]);
});

test('a second run changes nothing, not even the journal', () => {
  const root = smallArchive();
  scaffolded(root);
  const before = treeOf(root);
  expect(scaffolded(root).out).toContain('文件夹共 4 个，已经齐全');
  expect(treeOf(root)).toEqual(before);
});

test('undo takes new folders back', () => {
  const root = smallArchive();
  rmdirSync(join(root, '档案/2 志愿服务'));
  scaffolded(root);
  expect(dangan(['undo'], { cwd: root }).code).toBe(0);
  expect(treeOf(join(root, '档案'))).not.toContain('2 志愿服务/');
});

test('a renamed indicator is shown and waits for --write', () => {
  const root = changed((system) => system.replace('领导机构', '领导小组机构'));
  const { out, tree } = scaffolded(root);
  expect(out).toContain('加上 --write 就改过来');
  expect(tree).toContain('1 组织领导/1.1 领导机构/01：通知.docx');
});

test('a folder that may hold the evidence of another indicator is left to a person', () => {
  const root = changed((system) =>
    system.replace(
      '{ code: "1.1", name: 领导机构 }',
      '{ code: "1.1", name: 廉政建设 }\n      - { code: "1.3", name: 领导小组机构 }',
    ),
  );
  const { out, tree } = scaffolded(root, '--write');
  expect(tree).toEqual([
    '1 组织领导/1.1 廉政建设/',
    '1 组织领导/1.1 领导机构/01：通知.docx',
    '1 组织领导/1.2 工作制度/',
    '2 志愿服务/',
  ]);
  expect(out).toContain('有 1 个文件夹说不准是哪项指标的，没有动');
  expect(out).toMatch(/1\.1 领导机构 +→ 档案\/1 组织领导\/1\.3 领导小组机构\n/);
  const { out: checked } = dangan(['check', '--rule', 'tree-folder-misnamed'], { cwd: root });
  expect(checked).toContain('与指标“1.3 领导小组机构”名称相近、编号不同');
  const mend = ['fix', '--rule', 'tree-folder-misnamed', '--unsafe', '--write'];
  dangan(mend, { cwd: root });
  expect(treeOf(join(root, '档案'))).toContain('1 组织领导/1.3 领导小组机构/01：通知.docx');
});

test('one that has the code alone is left to a person, too', () => {
  const root = changed((system) => system.replace('领导机构', '廉政建设'));
  const { out, tree } = scaffolded(root, '--write');
  expect(tree).toContain('1 组织领导/1.1 领导机构/01：通知.docx');
  expect(out).toContain('没有动，请打开看看里面的材料');
});

test('a folder that is sure once those in it are renamed is not told to be left alone', () => {
  const root = changed((system) =>
    system
      .replace('组织领导', '精神风貌')
      .replace('领导机构', '领导小组机构')
      .replace('工作制度', '各项工作制度'),
  );
  const { out } = scaffolded(root);
  expect(out).toMatch(/1 组织领导 +→ 档案\/1 精神风貌\n/);
  expect(out).not.toContain('说不准是哪项指标的');
  expect(scaffolded(root, '--write').tree).toContain('1 精神风貌/1.1 领导小组机构/01：通知.docx');
});

test('until then the tree has the names that are on the disk, with the new ones beside them', () => {
  const root = changed((system) => system.replace('领导机构', '领导小组机构'));
  expect(scaffolded(root).out).toContain('├─ 1.1 领导机构 → 1.1 领导小组机构  1 份\n');
  expect(scaffolded(root, '--write').out).toContain('├─ 1.1 领导小组机构  1 份\n');
});

test('a folder under another group is shown with its place', () => {
  const root = changed((system) =>
    system
      .replace('      - { code: "1.1", name: 领导机构 }\n', '')
      .concat('    children:\n      - { code: "2.1", name: 领导机构 }\n'),
  );
  expect(scaffolded(root).out).toContain('└─ 档案/1 组织领导/1.1 领导机构 → 2.1 领导机构  1 份\n');
});

test('files in folders of the clerk’s own are counted, litter and ledgers are not', () => {
  const root = smallArchive();
  writeTree(join(root, '档案/2 志愿服务'), {
    '01：计划.docx': '',
    '照片/01：开幕.jpg': '',
    '照片/02：闭幕.jpg': '',
    '照片/Thumbs.db': '',
    'ledger.yaml': '',
  });
  expect(scaffolded(root).out).toContain('└─ 2 志愿服务  3 份\n');
});

test('a profile that does not fit the scoring system is said, as it decides on the folders', () => {
  const root = smallArchive();
  const conditional = SMALL_SYSTEM.replace('1.2", name', '1.2", applies: { 性质: 机关 }, name');
  writeFileSync(join(root, 'criteria.yaml'), `${conditional}profile: { 性质: [机关, 企业] }\n`);
  expect(scaffolded(root).note).toContain('哪些指标适用要看性质');
  const settings = 'unit: { name: 县水利局, profile: { 性质: 学校 } }\nsystem: criteria.yaml\n';
  writeFileSync(join(root, 'dangan.yaml'), settings);
  expect(scaffolded(root).note).toContain('单位情况与测评体系对不上');
  expect(dangan(['pack', '--allow-errors'], { cwd: root }).note).toContain(
    '单位情况与测评体系对不上',
  );
});

test('with --write the folder follows, and its evidence with it', () => {
  const root = changed((system) => system.replace('领导机构', '领导小组机构'));
  const { tree } = scaffolded(root, '--write');
  expect(tree).toEqual([
    '1 组织领导/1.1 领导小组机构/01：通知.docx',
    '1 组织领导/1.2 工作制度/',
    '2 志愿服务/',
  ]);
});

test('an indicator that moved to another group takes its folder along', () => {
  const root = changed((system) =>
    system
      .replace('      - { code: "1.1", name: 领导机构 }\n', '')
      .concat('    children:\n      - { code: "2.1", name: 领导机构 }\n'),
  );
  const { tree } = scaffolded(root, '--write');
  expect(tree).toEqual(['1 组织领导/1.2 工作制度/', '2 志愿服务/2.1 领导机构/01：通知.docx']);
});

test('an indicator that was dropped keeps its folder and its evidence', () => {
  const root = changed((system) => system.replace('      - { code: "1.1", name: 领导机构 }\n', ''));
  const { code, out, tree } = scaffolded(root, '--write');
  expect([code, out]).toEqual([0, expect.stringContaining('不在测评体系里，没有动')]);
  expect(tree).toContain('1 组织领导/1.1 领导机构/01：通知.docx');
});

test('two indicators that change places swap their folders', () => {
  const root = changed((system) =>
    system
      .replace('"1.1", name: 领导机构', '"1.1", name: 工作制度')
      .replace('"1.2", name: 工作制度', '"1.2", name: 领导机构'),
  );
  expect(scaffolded(root, '--write').tree).toEqual([
    '1 组织领导/1.1 工作制度/',
    '1 组织领导/1.2 领导机构/01：通知.docx',
    '2 志愿服务/',
  ]);
});

test('years may be a level of their own', () => {
  const root = smallArchive('window: 2019-01-01..2020-12-31\nfolders: { years: leaf }\n');
  expect(scaffolded(root).tree).toContain('2 志愿服务/2020年/');
});

test('the result as JSON is one document', () => {
  const root = changed((system) => system.replace('领导机构', '领导小组机构'));
  rmdirSync(join(root, '档案/2 志愿服务'));
  expect(JSON.parse(scaffolded(root, '--format', 'json').out)).toMatchObject({
    schema: 'dangan/scaffold@1',
    ok: true,
    made: ['档案/2 志愿服务'],
    renames: [{ from: '档案/1 组织领导/1.1 领导机构', to: '档案/1 组织领导/1.1 领导小组机构' }],
    written: false,
    unknown: [],
  });
});

test('a scoring system that cannot be read is said, and nothing is made', () => {
  const root = smallArchive();
  rmdirSync(join(root, '档案/2 志愿服务'));
  writeFileSync(join(root, 'criteria.yaml'), 'indicators: [');
  const before = treeOf(root);
  const { code, note } = scaffolded(root);
  expect([code, note]).toEqual([2, expect.stringContaining('criteria.yaml')]);
  expect(treeOf(root)).toEqual(before);
});

test('a file where the evidence root should be is said', () => {
  const root = smallArchive();
  renameSync(join(root, '档案'), join(root, '旧档案'));
  writeFileSync(join(root, '档案'), '');
  const { code } = dangan(['scaffold'], { cwd: root });
  expect([code, readFileSync(join(root, '档案'), 'utf8')]).toEqual([2, '']);
});

test('a file in the place of a folder is left alone', () => {
  const root = smallArchive();
  rmdirSync(join(root, '档案/2 志愿服务'));
  writeFileSync(join(root, '档案/2 志愿服务'), '材料');
  const { code, note } = dangan(['scaffold'], { cwd: root });
  expect([code, note]).toEqual([2, expect.stringContaining('2 志愿服务')]);
  expect(readFileSync(join(root, '档案/2 志愿服务'), 'utf8')).toBe('材料');
});

test('a folder given on the command line is the archive, or is in it', () => {
  const root = smallArchive();
  mkdirSync(join(root, '其它'));
  expect(dangan(['scaffold', join(root, '其它')], { cwd: '/' }).code).toBe(0);
});

test('undo tells what it took back, and how to have it again', () => {
  const root = changed((system) => system.replace('领导机构', '领导小组机构'));
  scaffolded(root, '--write');
  const { out } = dangan(['undo'], { cwd: root });
  expect(out.replaceAll(/\d{4}-\d\d-\d\d/g, 'DAY')).toBe(
    [
      '已撤销 DAY-002（scaffold：改名 1 个）',
      '档案/1 组织领导',
      '  1.1 领导机构 → 1.1 领导小组机构',
      '想恢复，用 `dangan undo DAY-003`',
      '',
    ].join('\n'),
  );
});

test('with --dry-run nothing is made, and what would be is told', () => {
  const root = smallArchive();
  rmSync(join(root, '档案/2 志愿服务'), { recursive: true });
  const run = (...words: string[]) => dangan(['scaffold', '--dry-run', ...words], { cwd: root });
  const before = treeOf(root);
  const { code, out } = run();
  expect([code, out]).toEqual([0, expect.stringContaining('要新建 1 个（现在什么都没有动）')]);
  expect(out).toMatch(/2 志愿服务 +新建/);
  expect(JSON.parse(run('--write', '--format', 'json').out)).toMatchObject({
    made: ['档案/2 志愿服务'],
    dryRun: true,
    written: false,
    entries: [],
  });
  expect(treeOf(root)).toEqual(before);
});
