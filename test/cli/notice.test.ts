/** `dangan notice`: what each department still owes, on sheets to be printed or sent. */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { expect, test } from 'vitest';
import { smallArchive, temporaryFolder, treeOf, writeTree } from '../helpers/archive-on-disk.js';
import { dangan } from '../helpers/cli.js';
import { faultsBy } from '../helpers/published-schemas.js';

/** A paper is there, the minutes of one meeting of two are not, nor is anything of the volunteers. */
const SYSTEM = `name: 文明单位测评体系
version: "2020"
owners: { office: 办公室, party: 机关党委, union: "工会/妇委会" }
indicators:
  - code: "1"
    name: 组织领导
    points: 5
    owner: office
    evidence:
      - { title: 创建领导小组文件 }
      - { title: 会议记录, count: 2 }
  - code: "2"
    name: 志愿服务
    points: 3
    owner: union
    evidence: [{ title: 活动照片, owner: [union, office] }]
  - { code: "3", name: 环境, points: 2 }
  - { code: "4", name: 党建, points: 1, owner: party, evidence: [{ title: 党建计划, optional: true }] }
`;

function archive(): string {
  const root = smallArchive();
  writeFileSync(join(root, 'criteria.yaml'), SYSTEM);
  writeTree(root, {
    '档案/1 组织领导/01：创建领导小组文件.docx': '甲',
    '档案/1 组织领导/02：会议记录.docx': '乙',
  });
  return root;
}

const DAY = ['--today', '2021-01-05'];

/** The lines of the sheets as CSV, those of all departments in one table. */
function listed(root: string, ...words: readonly string[]) {
  const path = join(temporaryFolder(), '待办单.csv');
  const run = dangan(['notice', '-o', path, ...DAY, ...words], { cwd: root });
  expect(run.code).toBe(0);
  return { ...run, lines: readFileSync(path, 'utf8').slice(1).trimEnd().split('\r\n') };
}

test('each department has a sheet, and what no department is named for has one', () => {
  const { lines, out } = listed(archive());
  expect(lines).toEqual([
    '责任科室,序号,指标,分值,要交的材料,状态,已有,还差什么、要核对什么,签收',
    '办公室,1,1 组织领导,5,会议记录,欠缺,1/2份,还差 1 份,',
    '办公室,2,2 志愿服务,3,活动照片,欠缺,0/1份,还没有材料；责任科室：工会/妇委会、办公室,',
    '工会/妇委会,1,2 志愿服务,3,活动照片,欠缺,0/1份,还没有材料；责任科室：工会/妇委会、办公室,',
    '未写明责任科室,1,3 环境,2,佐证材料（体系没有写明要哪些）,待核对,0,,',
  ]);
  expect(out).toContain('3 个科室，要办 3 条\n');
  expect(out).toContain('其中 1 条由几个科室共同负责，各家的单子里都有，合计只算一次\n');
  expect(out).toContain('没有要办的：机关党委\n');
});

test('a folder gets a file for each, called so that every system takes it', () => {
  const [root, folder] = [archive(), join(temporaryFolder(), '待办单')];
  dangan(['notice', '-o', folder, '--type', 'html', '--due', '2021-01-20', ...DAY], { cwd: root });
  expect(readdirSync(folder).sort()).toEqual([
    '办公室待办单.html',
    '工会 妇委会待办单.html',
    '未写明责任科室待办单.html',
  ]);
  const page = readFileSync(join(folder, '办公室待办单.html'), 'utf8');
  for (const line of [
    '责任科室：办公室',
    '截至 2021-01-05，要办 2 条，涉及的指标共 8 分',
    '请于 2021-01-20 前交齐',
  ]) {
    expect(page).toContain(`<p>${line}</p>`);
  }
});

test('several departments are asked for with commas between them', () => {
  expect(listed(archive(), '--owner', '工会/妇委会、机关党委').lines).toHaveLength(2);
  const { code, note } = dangan(['notice', '-o', 'a.csv', '--owner', '办公室,工汇'], {
    cwd: archive(),
  });
  expect([code, note]).toEqual([2, expect.stringContaining('工汇')]);
});

test('where nothing is to be done no file is written', () => {
  const root = archive();
  const { code, out } = dangan(['notice', '-o', 'a.docx', '--owner', '机关党委'], { cwd: root });
  expect([code, out, existsSync(join(root, 'a.docx'))]).toEqual([
    0,
    '所问的科室没有要办的，没有写文件。\n',
    false,
  ]);
});

test.each([
  [['-o', 'a.doc'], '写不了“a.doc”'],
  [[], '请用 -o 写明'],
  [['-o', 'a.pdf', '--type', 'docx'], '--type 用于文件夹'],
  [['-o', '档案/单'], '会变成佐证材料'],
  [['-o', '档案/a.docx'], '会变成佐证材料'],
  [['-o', '没有/单'], '请先建好这个文件夹'],
  [['-o', 'criteria.yaml/'], 'criteria.yaml'],
  [['-o', 'a.docx', '--due', '1月20日'], '1月20日'],
])('%j is refused before anything is written', (words, told) => {
  const root = archive();
  const before = treeOf(root);
  const { code, note } = dangan(['notice', ...words, ...DAY], { cwd: root });
  expect([code, note]).toEqual([2, expect.stringContaining(told)]);
  expect(treeOf(root)).toEqual(before);
});

test('a sheet that is there may have been filled in: none is replaced unless asked, and none is written then', () => {
  const [root, folder] = [archive(), temporaryFolder()];
  const filled = join(folder, '未写明责任科室待办单.docx');
  writeFileSync(filled, '填好的');
  const words = ['notice', '-o', folder, ...DAY];
  const { code, note } = dangan(words, { cwd: root });
  expect([code, note]).toEqual([2, expect.stringContaining(basename(filled))]);
  expect(readdirSync(folder)).toEqual([basename(filled)]);
  expect(dangan([...words, '--force'], { cwd: root }).code).toBe(0);
  expect(readFileSync(filled).subarray(0, 2).toString()).toBe('PK');
});

test.each(['xlsx', 'docx', 'pdf', 'html', 'csv'])('the same archive gives the same .%s', (type) => {
  const [root, folder] = [archive(), temporaryFolder()];
  const [a, b] = ['a', 'b'].map((name) => {
    const path = join(folder, `${name}.${type}`);
    dangan(['notice', '-o', path, ...DAY], { cwd: root });
    return readFileSync(path);
  });
  expect(a?.equals(b ?? Buffer.alloc(0))).toBe(true);
});

test('a program is told by a schema', () => {
  const document: unknown = JSON.parse(listed(archive(), '--format', 'json').out);
  expect(faultsBy('notice', document)).toEqual([]);
  expect(document).toMatchObject({
    owners: [{ owner: '办公室', requirements: 2, points: '8' }, {}, {}],
    quiet: ['机关党委'],
  });
});
