/** An archive that was copied for a department, and comes back on a stick. */
import { cpSync, readFileSync, renameSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, expect, test } from 'vitest';
import { parse } from 'yaml';
import { smallArchive, temporaryFolder, treeOf, writeTree } from '../helpers/archive-on-disk.js';
import { dangan } from '../helpers/cli.js';
import { faultsBy } from '../helpers/published-schemas.js';
import { snapshot, type Snapshot } from '../helpers/disk/snapshot.js';

const HOME = '档案/1 组织领导/1.1 领导机构';
const OTHER = '档案/2 志愿服务';

let here = '';
let there = '';

beforeEach(() => {
  here = smallArchive();
  writeTree(here, {
    [`${HOME}/01：通知.docx`]: 'notice',
    [`${HOME}/02：名单.xlsx`]: 'list',
    [`${HOME}/ledger.yaml`]: 'entries:\n  - { file: 01：通知.docx, pages: 3 }\n',
  });
  there = join(temporaryFolder(), '带回');
  cpSync(here, there, { recursive: true, preserveTimestamps: true });
});

const merge = (...words: string[]) => dangan(['merge', there, ...words], { cwd: here });
const set = (root: string, ...words: string[]) => {
  expect(dangan(['ledger', 'set', ...words], { cwd: root }).code).toBe(0);
};
const entries = () =>
  (parse(readFileSync(join(here, HOME, 'ledger.yaml'), 'utf8')) as { entries: unknown }).entries;

function kept(root: string): Snapshot {
  const all = Object.entries(snapshot(root));
  return Object.fromEntries(all.filter(([path]) => !path.startsWith('.dangan')));
}

test('a copy in which nobody did anything brings nothing', () => {
  const { code, out } = merge('--write');
  expect([code, out]).toEqual([0, expect.stringContaining('没有要并过来的')]);
});

test('new evidence comes with its ledger entry, and undo takes it out again', () => {
  writeTree(there, { [`${OTHER}/01：方案.docx`]: 'plan', [`${OTHER}/ledger.yaml`]: '' });
  set(there, `${HOME}/02：名单.xlsx`, '页数=7');
  writeTree(there, { [`${HOME}/03：值班表.xlsx`]: 'duty' });
  set(there, `${HOME}/03：值班表.xlsx`, 'date=2024-05-01', '责任者=保卫科');
  const [before, copy] = [kept(here), snapshot(there)];
  expect(merge().out).toContain('03：值班表.xlsx  → 03：值班表.xlsx');
  expect(kept(here)).toEqual(before);
  expect(merge('--write').code).toBe(0);
  expect(treeOf(join(here, '档案'))).toEqual(
    expect.arrayContaining(['2 志愿服务/01：方案.docx', '1 组织领导/1.1 领导机构/03：值班表.xlsx']),
  );
  expect(entries()).toMatchObject([
    { file: '01：通知.docx', pages: 3 },
    { file: '02：名单.xlsx', pages: 7 },
    { file: '03：值班表.xlsx', date: '2024-05-01', issuer: '保卫科', bytes: 4 },
  ]);
  expect(snapshot(there)).toEqual(copy);
  expect(merge().out).toContain('没有要并过来的');
  dangan(['undo'], { cwd: here });
  expect(kept(here)).toEqual(before);
});

test('the log and undo tell what was filed beside what was set', () => {
  writeTree(there, { [`${OTHER}/01：方案.docx`]: 'plan' });
  set(there, `${HOME}/02：名单.xlsx`, '页数=7');
  merge('--write');
  const log = dangan(['log'], { cwd: here }).out;
  expect(log).toContain('    02：名单.xlsx 的页数\n    2 个文件：');
  const { out } = dangan(['undo'], { cwd: here });
  expect(out).toContain('    02：名单.xlsx 的页数\n档案/2 志愿服务\n');
  expect(out).toContain('01：方案.docx');
  expect(out).not.toContain('还有');
});

test('both have filed something since: neither is lost', () => {
  writeTree(here, { [`${HOME}/03：甲.docx`]: 'a' });
  writeTree(there, { [`${HOME}/03：乙.docx`]: 'b' });
  merge('--write');
  expect(treeOf(join(here, HOME)).slice(-3, -1)).toEqual(['03：甲.docx', '04：乙.docx']);
});

test('what was renamed or moved here is known by its contents', () => {
  renameSync(join(here, HOME, '02：名单.xlsx'), join(here, OTHER, '01：成员名单.xlsx'));
  set(there, `${HOME}/02：名单.xlsx`, '页数=7');
  const { out } = merge();
  expect(out).not.toContain('这里还没有的材料');
  expect(out).toContain(`${OTHER}\n  01：成员名单.xlsx\n    页数 7`);
});

test('what both say differently stays, unless the other side is taken', () => {
  set(there, `${HOME}/01：通知.docx`, '页数=9');
  expect(merge('--write').out).toContain('页数：这边 3，那边 9');
  expect(entries()).toMatchObject([{ pages: 3 }]);
  const { out } = merge('--take', 'theirs', '--write');
  expect(entries()).toMatchObject([{ pages: 9 }]);
  expect(out).toContain('照那边的改');
  expect(out).not.toContain('只有那边登记了的');
});

test('what ledgers say is told in the words of the ledger, each fact of a caption by itself', () => {
  writeTree(here, { [`${HOME}/03：合影.jpg`]: 'photo', [`${HOME}/04：合影.jpg`]: 'other' });
  writeTree(there, { [`${HOME}/03：合影.jpg`]: 'photo', [`${HOME}/04：合影.jpg`]: 'other' });
  set(here, `${HOME}/03：合影.jpg`, '说明.地点=广场');
  set(there, `${HOME}/03：合影.jpg`, '说明.地点=礼堂');
  set(
    there,
    `${HOME}/04：合影.jpg`,
    '种类=图片',
    '责任科室=办公室',
    '说明.时间=五月',
    '说明.地点=礼堂',
  );
  const { out } = merge();
  expect(out).toContain('  03：合影.jpg\n    说明.地点：这边 广场，那边 礼堂\n');
  expect(out).toContain(
    '  04：合影.jpg\n    种类 图片\n    责任科室 办公室\n    说明.时间 五月\n    说明.地点 礼堂\n',
  );
});

test('another version under the same name is told and left alone', () => {
  writeFileSync(join(there, HOME, '01：通知.docx'), 'notice, revised');
  const { out } = merge('--write');
  expect(out).toContain('名称一样、内容不同的 1 份，都没有动');
  expect(readFileSync(join(here, HOME, '01：通知.docx'), 'utf8')).toBe('notice');
});

const others = {
  [`${HOME}/03：照片.jpg`]: 'photo',
  [`${HOME}/04：纪要.docx`]: 'minutes',
};

test('after one was taken out there and the rest renumbered, no entry lands on other evidence', () => {
  for (const root of [here, there]) {
    writeTree(root, { ...others, [`${HOME}/02：照片.jpg`]: 'thing' });
    renameSync(join(root, HOME, '02：名单.xlsx'), join(root, HOME, '05：名单.xlsx'));
    set(root, `${HOME}/02：照片.jpg`, '页数=2');
    set(root, `${HOME}/03：照片.jpg`, '页数=33');
    set(root, `${HOME}/04：纪要.docx`, '页数=444');
  }
  const { code } = dangan(['move', '1.1/02', '--trash', '--renumber', '--write'], { cwd: there });
  expect([code, treeOf(join(there, HOME))]).toEqual([0, expect.arrayContaining(['02：照片.jpg'])]);
  const before = kept(here);
  const { out } = merge('--take', 'theirs', '--write');
  expect(out).toBe(`${there} 里没有要并过来的。\n`);
  expect(kept(here)).toEqual(before);
  set(there, `${HOME}/02：照片.jpg`, '页数=34');
  merge('--take', 'theirs', '--write');
  expect(entries()).toEqual(
    expect.arrayContaining([
      expect.objectContaining({ file: '02：照片.jpg', pages: 2 }),
      expect.objectContaining({ file: '03：照片.jpg', pages: 34 }),
      expect.objectContaining({ file: '04：纪要.docx', pages: 444 }),
    ]),
  );
});

test('of equal name, size and time, only the bytes say whether it is the same', () => {
  const at = new Date('2024-05-01T08:00:00Z');
  for (const [root, text] of [
    [here, 'list'],
    [there, 'LIST'],
  ] as const) {
    writeFileSync(join(root, HOME, '02：名单.xlsx'), text);
    utimesSync(join(root, HOME, '02：名单.xlsx'), at, at);
  }
  set(there, `${HOME}/02：名单.xlsx`, '页数=7');
  const before = kept(here);
  const { out } = merge('--take', 'theirs', '--write');
  expect(out).toContain(`名称一样、内容不同的 1 份，都没有动\n${HOME}\n  02：名单.xlsx`);
  expect(out).toContain('上面列出的都没有动');
  expect(kept(here)).toEqual(before);
});

test('of equal contents in one folder each keeps the entry of its name', () => {
  for (const root of [here, there]) writeTree(root, { [`${HOME}/03：名单.xlsx`]: 'list' });
  set(there, `${HOME}/03：名单.xlsx`, '页数=8');
  merge('--write');
  expect(entries()).toEqual([
    expect.objectContaining({ file: '01：通知.docx' }),
    expect.objectContaining({ file: '03：名单.xlsx', pages: 8 }),
  ]);
});

test('a paper that two indicators have there and one has here is brought to the other', () => {
  for (const root of [here, there]) writeTree(root, { [`${OTHER}/01：方案.docx`]: 'plan' });
  writeTree(there, { [`${HOME}/03：方案.docx`]: 'plan' });
  set(there, `${HOME}/03：方案.docx`, '页数=5');
  expect(merge('--write').out).toContain('03：方案.docx  → 03：方案.docx');
  expect(entries()).toMatchObject([{}, { file: '03：方案.docx', pages: 5 }]);
  expect(treeOf(join(here, OTHER))).toEqual(['01：方案.docx']);
});

test('a review that only the copy has is told', () => {
  writeTree(there, { 'reviews/王.yaml': 'reviewer: 王\n' });
  const { out } = merge();
  expect(out).toContain('没有合并的：reviews/王.yaml');
  expect(out).not.toContain('里没有要并过来的');
});

test('what was taken out here does not come back', () => {
  dangan(['move', '1.1/02', '--trash', '--write'], { cwd: here });
  const { out } = merge('--write');
  expect(out).toContain('这里拿出来过的 1 份');
  expect(treeOf(join(here, HOME))).not.toContain('02：名单.xlsx');
});

test('what was filed here and undone may still come', () => {
  const paper = join(temporaryFolder(), '值班表.xlsx');
  writeFileSync(paper, 'duty');
  for (const cwd of [here, there]) dangan(['add', paper, '--to', '1.1'], { cwd });
  dangan(['undo'], { cwd: here });
  expect(merge().out).toContain('03：值班表.xlsx  → 03：值班表.xlsx');
});

test('a code that is another indicator by now is not trusted', () => {
  const file = join(here, 'criteria.yaml');
  writeFileSync(file, readFileSync(file, 'utf8').replace('志愿服务', '反恐防范'));
  writeTree(there, { [`${OTHER}/01：志愿者名单.xlsx`]: 'x' });
  const { out } = merge();
  expect(out).toContain(`没有动\n${OTHER}\n  01：志愿者名单.xlsx`);
  expect(out).toContain('没有合并的：criteria.yaml');
});

test('addresses come over too', () => {
  set(there, HOME, 'link=https://example.com/1', 'title=报道');
  merge('--write');
  expect(entries()).toMatchObject([{}, { link: 'https://example.com/1', title: '报道' }]);
});

test('programs are told the same', () => {
  writeTree(there, { [`${HOME}/03：值班表.xlsx`]: 'duty' });
  set(there, `${HOME}/01：通知.docx`, '页数=9', '文号=3号');
  const result = JSON.parse(merge('--format', 'json').out) as object;
  expect(faultsBy('merge-copy', result)).toEqual([]);
  expect(result).toMatchObject({
    brought: [{ from: `${HOME}/03：值班表.xlsx`, to: `${HOME}/03：值班表.xlsx` }],
    registered: [{ set: { number: '3号' }, clashes: [{ key: 'pages', ours: '3', theirs: '9' }] }],
  });
});

test('add of the other archive tells of merge, and so it does of a folder with a ledger', () => {
  const whole = dangan(['add', there, '--to', '2'], { cwd: here });
  expect([whole.code, whole.note]).toEqual([2, expect.stringContaining(`dangan merge ${there}`)]);
  const folder = dangan(['add', join(there, HOME), '--to', '2', '--dry-run'], { cwd: here });
  expect(folder.note).toContain('`dangan merge 那一份` 把新材料连台账一起并进来');
});

test('where one stands in no archive, a path is the archive that git has merged', () => {
  const { out } = dangan(['merge', there], { cwd: temporaryFolder() });
  expect(out).toContain('没有合并留下的事');
});
