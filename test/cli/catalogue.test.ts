/** `dangan catalogue`: lists of what an archive holds, for the printer. */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { smallArchive, temporaryFolder, writeTree } from '../helpers/archive-on-disk.js';
import { dangan } from '../helpers/cli.js';
import { exifOf, jpegWith } from '../helpers/documents/made.js';
import { faultsBy } from '../helpers/published-schemas.js';

const FOLDER = '档案/1 组织领导/1.1 领导机构';
const LEDGER = `entries:
  - file: 01：创建领导小组文件.docx
    date: 2020-03-12
    number: 水发[2020]3号
    issuer: 县水利局
    pages: 2
    references: ["2"]
  - { link: https://example.org/a, title: 专栏 }
`;

function archive(settings = ''): string {
  const root = smallArchive(settings);
  writeTree(root, {
    [`${FOLDER}/01：创建领导小组文件.docx`]: '甲',
    [`${FOLDER}/02：会议记录.docx`]: '乙',
    '档案/2 志愿服务/01：活动照片.jpg': '丙',
    [`${FOLDER}/ledger.yaml`]: LEDGER,
  });
  return root;
}

/** The lines of a list as CSV, the mark at its start and guarding tabs away. */
function listed(root: string, ...words: readonly string[]) {
  const path = join(temporaryFolder(), '目录.csv');
  const run = dangan(['catalogue', '-o', path, ...words], { cwd: root });
  expect(run.code).toBe(0);
  return { ...run, lines: readFileSync(path, 'utf8').slice(1).trimEnd().split('\r\n') };
}

test('each leaf indicator has its volume', () => {
  expect(listed(archive()).lines).toEqual([
    '案卷题名,顺序号,文号,责任者,题名,日期,页号,备注',
    '1.1 领导机构,1,水发〔2020〕3号,县水利局,创建领导小组文件,20200312,1,',
    '1.1 领导机构,2,,,会议记录,,3,',
    '1.1 领导机构,3,,,专栏,,,https://example.org/a',
    '2 志愿服务,1,,,活动照片,,1,',
    '2 志愿服务,,水发〔2020〕3号,县水利局,创建领导小组文件,20200312,,存于 1.1，顺序号 1',
  ]);
});

test('what is filed has codes when the settings say of what they are made', () => {
  const settings = 'catalogue: { fonds: Z109, retention: 永久, organ: BGS }\n';
  const { lines, note } = listed(archive(settings), '--kind', '归档文件目录');
  expect(lines.slice(0, 3)).toEqual([
    '序号,档号,文号,责任者,题名,日期,密级,页数,备注',
    '1,Z109-WS·2020-Y-BGS-0001,水发〔2020〕3号,县水利局,创建领导小组文件,20200312,,2,',
    '2,,,,会议记录,,,,',
  ]);
  expect(note).toContain('有 2 份材料没有档号：看不出是哪一年的');
});

test('without them it is told how to set them', () => {
  expect(listed(archive(), '--kind', 'filed').note).toContain('catalogue: { fonds: Z109');
});

test('a slip in the settings is told with what was meant', () => {
  const root = archive('catalogue: { fond: Z109 }\n');
  const { code, note } = dangan(['catalogue', '-o', 'a.csv'], { cwd: root });
  expect([code, note.includes('“catalogue.fonds”') || note.includes('fonds')]).toEqual([2, true]);
});

test('what is not known is told, with what to do', () => {
  const { note } = listed(archive());
  expect(note).toContain('有 1 份材料不知道页数（02：会议记录.docx）');
  expect(note).toContain('有 2 份材料看不出日期');
  expect(note).toContain('dangan ledger set 文件 页数=3');
});

test('a date that only a camera tells is there, and to be looked at', () => {
  const root = archive();
  writeFileSync(
    join(root, '档案/2 志愿服务/01：活动照片.jpg'),
    jpegWith(exifOf('2020:05:06 10:00:00'), Buffer.from([0xff, 0xd8, 0xff, 0xd9])),
  );
  const { lines, note } = listed(root, '--kind', '照片');
  expect(lines).toEqual(['照片号,题名,参见号,日期,摄影者,文字说明', '1,活动照片,,20200506,,']);
  expect(note).toContain('有 1 份材料的日期取自文件属性或照相机');
});

test('only what is asked for is listed', () => {
  expect(listed(archive(), '--indicator', '志愿', '--kind', 'volume').lines).toHaveLength(3);
});

test('one line for each volume', () => {
  expect(listed(archive(), '--kind', '案卷').lines).toEqual([
    '序号,档号,案卷题名,起止日期,总页数,保管期限,备注',
    '1,,1.1 领导机构,20200312,,,',
    '2,,2 志愿服务,,1,,',
  ]);
});

test('a program is told by a schema', () => {
  const { out } = listed(archive(), '--format', 'json');
  const document: unknown = JSON.parse(out);
  expect(faultsBy('catalogue', document)).toEqual([]);
  expect(document).toMatchObject({
    kind: 'volume',
    per: 'indicator',
    lists: 2,
    files: 3,
    links: 1,
    unpaged: 1,
    unlisted: 0,
  });
});

test.each(['xlsx', 'docx', 'pdf', 'html', 'csv'])('the same archive gives the same .%s', (kind) => {
  const [root, folder] = [archive(), temporaryFolder()];
  const [a, b] = ['a', 'b'].map((name) => {
    const path = join(folder, `${name}.${kind}`);
    dangan(['catalogue', '-o', path], { cwd: root });
    return readFileSync(path).toString('base64');
  });
  expect(a).toBe(b);
});

test('a list that is there is not written over unless one says so', () => {
  const [root, path] = [archive(), join(temporaryFolder(), 'a.csv')];
  writeFileSync(path, '填过的');
  const refused = dangan(['catalogue', '-o', path], { cwd: root });
  expect([refused.code, readFileSync(path, 'utf8')]).toEqual([2, '填过的']);
  expect(dangan(['catalogue', '-o', path, '--force'], { cwd: root }).code).toBe(0);
  expect(readFileSync(path, 'utf8')).toContain('会议记录');
});

test('a list among the evidence would be evidence', () => {
  const root = archive();
  const path = join(root, FOLDER, '目录.xlsx');
  expect([dangan(['catalogue', '-o', path], { cwd: root }).code, existsSync(path)]).toEqual([
    2,
    false,
  ]);
});

test.each([
  [['-o', 'a.txt'], '.xlsx、.docx、.pdf、.html、.csv'],
  [[], '-o'],
  [['-o', 'a.csv', '--kind', '卷'], '卷内（volume）'],
  [['-o', 'a.csv', '--per', '科室'], '一级指标（part）'],
  [['-o', 'a.csv', '--indicator', '9'], '9'],
  [['-o', 'no/a.csv'], 'no'],
])('%j is refused with what can be written', (words, told) => {
  const root = archive();
  const { code, note } = dangan(['catalogue', ...words], { cwd: root });
  expect([code, note.includes(told), readdirSync(root).includes('a.csv')]).toEqual([
    2,
    true,
    false,
  ]);
});

test('an archive without evidence has a list with headers only', () => {
  const root = smallArchive();
  const { lines, out } = listed(root, '--indicator', '2');
  expect([lines.length, out.includes('没有可列的')]).toEqual([1, true]);
});

test('what is secret is said, in a column that is there for it', () => {
  const root = archive();
  const ledger = LEDGER.replace('pages: 2', 'pages: 2\n    secrecy: 内部');
  writeFileSync(join(root, FOLDER, 'ledger.yaml'), ledger);
  const { lines } = listed(root, '--indicator', '1.1');
  expect(lines.slice(0, 2)).toEqual([
    '顺序号,文号,责任者,题名,日期,页号,密级,备注',
    '1,水发〔2020〕3号,县水利局,创建领导小组文件,20200312,1,内部,',
  ]);
});

test('names that act on a terminal, or turn their letters around, do not', () => {
  const root = smallArchive();
  writeTree(root, { [`${FOLDER}/01：\u001b[31m\u202ecod.docx`]: '甲' });
  const { lines, note } = listed(root);
  expect([lines[1], note.includes('\u001b')]).toEqual(['1,,,[31m cod,,1,', false]);
});

test('in English, too', () => {
  const path = join(temporaryFolder(), 'a.csv');
  const { out } = dangan(['catalogue', '--kind', 'filed', '-o', path], {
    cwd: archive(),
    environment: { DANGAN_LANG: 'en' },
  });
  expect([
    out.includes('Catalogue of filed items written to'),
    readFileSync(path, 'utf8').slice(1, 14),
  ]).toEqual([true, 'No.,Archival ']);
});
