/** Folders as departments hand them in: nothing that their names tell is lost on the way into the archive. */
import { readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { temporaryFolder, treeOf, writeTree } from '../helpers/archive-on-disk.js';
import { dangan } from '../helpers/cli.js';

const SYSTEM = `format: dangan/scoring-system@1
title: 测评标准
window: 2025-01-01..2025-06-30
indicators:
  - code: "1"
    name: 中心组学习
    evidence:
      - title: 中心组学习
        activity: true
        every: quarter
        of:
          - { title: 学习计划, kind: plan }
          - { title: 学习签到表, kind: form }
          - { title: 学习照片, kind: photo, count: 2.. }
  - code: "2"
    name: 卫生检查
    evidence: [{ title: 卫生检查记录, kind: form, every: month }]
`;
const STUDY = '档案/1 中心组学习';

/** An archive that asks for a study in each quarter and for a form each month, and what came in beside it. */
function desk(...files: readonly string[]) {
  const root = temporaryFolder();
  const inbox = join(temporaryFolder(), '收到');
  writeTree(root, {
    'dangan.yaml': 'unit: 县水利局\nsystem: criteria.yaml\n',
    'criteria.yaml': SYSTEM,
    [`${STUDY}/`]: '',
    '档案/2 卫生检查/': '',
  });
  writeTree(inbox, { './': '', ...Object.fromEntries(files.map((path) => [path, path])) });
  const run = (...words: string[]) => dangan(words, { cwd: root });
  return {
    root,
    inbox,
    at: (path: string) => join(inbox, path),
    run,
    add: (...words: string[]) => run('add', ...words),
    filed: (folder: string) => treeOf(join(root, folder)),
  };
}

const QUARTERS = ['2025年1季度', '2025年2季度'].flatMap((quarter) =>
  ['计划.docx', '签到表.xlsx', 'IMG_0011.jpg', 'IMG_0012.jpg'].map(
    (name) => `中心组/${quarter}/${name}`,
  ),
);

test('a folder with a sub-folder for each quarter is filed at once, and the status asks for no more', () => {
  const { add, at, run, filed } = desk(...QUARTERS);
  const { code, out } = add(at('中心组'), '--to', '1');
  expect([code, out.split('\n')[0]]).toEqual([0, `已复制 8 份到 ${STUDY}，保留 2 个活动子文件夹`]);
  expect(filed(STUDY)).toEqual([
    '2025年1季度/01：IMG_0011.jpg',
    '2025年1季度/02：IMG_0012.jpg',
    '2025年1季度/03：签到表.xlsx',
    '2025年1季度/04：计划.docx',
    '2025年2季度/01：IMG_0011.jpg',
    '2025年2季度/02：IMG_0012.jpg',
    '2025年2季度/03：签到表.xlsx',
    '2025年2季度/04：计划.docx',
  ]);
  const status = run('status', '--all', '--today', '2025-07-10').out;
  expect(status).toMatch(/已齐 +中心组学习 +2\/2期/);
  const check = run('check', '--all', '--rule', 'coverage', '--rule', 'meta-date-unknown').out;
  expect(check).not.toContain('中心组学习');
});

test('a folder for each month gives titles their month, and the status asks for no more', () => {
  const months = [1, 2, 3, 4, 5, 6].map((month) => `卫生/2025年${month}月/检查记录表.xlsx`);
  const { add, at, run, filed } = desk(...months);
  add(at('卫生'), '--to', '2');
  expect(filed('档案/2 卫生检查')).toHaveLength(6);
  expect(filed('档案/2 卫生检查')[0]).toBe('01：检查记录表（2025年1月）.xlsx');
  const status = run('status', '--all', '--today', '2025-07-10').out;
  expect(status).toMatch(/已齐 +卫生检查记录 +6\/6期/);
});

test('photos get one title, and their days can still be seen', () => {
  const { add, at, filed } = desk('IMG_20250315_093012.jpg', '微信图片_20250316093012.jpg');
  add(at('*.jpg'), '--to', '2', '--title', '检查照片');
  expect(filed('档案/2 卫生检查')).toEqual([
    '01：检查照片（2025年3月15日）.jpg',
    '02：检查照片（2025年3月16日）.jpg',
  ]);
});

test('what would be done is shown, and the same is done', () => {
  const { add, at, filed } = desk(...QUARTERS);
  const planned = add(at('中心组'), '--to', '1', '--dry-run', '--format', 'json');
  const shown = add(at('中心组'), '--to', '1', '--dry-run');
  expect(shown.out).toContain('2025年2季度/签到表.xlsx   → 2025年2季度/03：签到表.xlsx');
  expect(filed(STUDY)).toEqual([]);
  const done = add(at('中心组'), '--to', '1', '--format', 'json');
  const places = (out: string) => (JSON.parse(out) as { filed: { to: string }[] }).filed;
  expect(places(done.out)).toEqual(places(planned.out));
  expect(
    places(done.out)
      .map(({ to }) => to.slice(STUDY.length + 1))
      .sort(),
  ).toEqual(filed(STUDY));
});

test('the same folder a second time files nothing; a new quarter in it is filed', () => {
  const { add, at, inbox, filed } = desk(...QUARTERS);
  add(at('中心组'), '--to', '1');
  const { out, note } = add(at('中心组'), '--to', '1');
  expect([out, note]).toEqual([
    `没有新的材料可归，${STUDY} 没有变化\n`,
    expect.stringContaining('与 2025年1季度/01：IMG_0011.jpg 内容相同，没有重复归入'),
  ]);
  writeTree(inbox, { '中心组/2025年1季度/简报.docx': '新', '中心组/2025年3季度/计划.docx': '新' });
  add(at('中心组'), '--to', '1');
  expect(filed(STUDY)).toHaveLength(10);
  expect(filed(STUDY)).toContain('2025年1季度/05：简报.docx');
  expect(filed(STUDY)).toContain('2025年3季度/01：计划.docx');
});

test('forms that are alike are filed for each activity', () => {
  const { add, at, filed } = desk();
  writeTree(at(''), { '一季度/签到表.xlsx': '空表', '二季度/签到表.xlsx': '空表' });
  add(at('一季度'), at('二季度'), '--to', '1');
  expect(filed(STUDY)).toEqual(['一季度/01：签到表.xlsx', '二季度/01：签到表.xlsx']);
});

/** As it comes out of two archives packed into each other, from telephones and from Windows. */
const MESS = [
  '中心组(1)/中心组/2025年1季度/签到表.xlsx',
  '中心组(1)/中心组/2025年1季度/照片/mmexport1742000000000.jpg',
  '中心组(1)/中心组/2025年1季度/照片/微信图片_20250315093012.jpg',
  '中心组(1)/中心组/2025年1季度/新建文件夹/扫描0001.pdf',
  '中心组(1)/中心组/２０２５年第２季度．/扫描0001.pdf',
  '中心组(1)/中心组/２０２５年第２季度．/6月15日 学习/签到表.xlsx',
  '中心组(1)/中心组/2025.4-6月/v1.2 计划.docx',
  '中心组(1)/中心组/2025年度计划.docx',
  '中心组(1)/中心组/2025年1季度/Thumbs.db',
  '中心组(1)/__MACOSX/中心组/._签到表.xlsx',
  '中心组(1)/空/',
];

test.each(['1', '2'])('undo brings back every name and every byte of a messy tree: %s', (to) => {
  const { root, inbox, add, at, run } = desk(...MESS.filter((path) => !path.endsWith('/')));
  writeTree(inbox, { '中心组(1)/空/': '' });
  const before = [treeOf(join(root, '档案')), contentsOf(inbox)];
  const { code, out } = add(at('中心组(1)'), '--to', to, '--move', '--format', 'json');
  expect([code, (JSON.parse(out) as { filed: unknown[] }).filed.length]).toEqual([0, 8]);
  expect(run('undo').code).toBe(0);
  expect([treeOf(join(root, '档案')), contentsOf(inbox)]).toEqual(before);
});

function contentsOf(folder: string): readonly (readonly string[])[] {
  return treeOf(folder).map((path) =>
    path.endsWith('/') ? [path] : [path, readFileSync(join(folder, path), 'utf8')],
  );
}

test.each([[], ['--dry-run']])('a file in the way of a folder stops everything %j', (...more) => {
  const { root, add, at, filed } = desk(...QUARTERS);
  writeFileSync(join(root, STUDY, '2025年2季度'), '别的东西');
  const { code, note } = add(at('中心组'), '--to', '1', ...more);
  expect([code, note]).toEqual([2, expect.stringContaining(`${STUDY}/2025年2季度 已经存在`)]);
  expect(filed(STUDY)).toEqual(['2025年2季度']);
});

test.skipIf(process.platform === 'win32')('nothing is filed through a link', () => {
  const { root, add, at } = desk(...QUARTERS);
  const outside = temporaryFolder();
  symlinkSync(outside, join(root, STUDY, '2025年1季度'));
  const { code, note } = add(at('中心组'), '--to', '1');
  expect([code, note]).toEqual([2, expect.stringContaining(`${STUDY}/2025年1季度 已经存在`)]);
  expect(treeOf(outside)).toEqual([]);
});

test('photos of one quarter, named one by one, go where their folder would', () => {
  const { add, at, filed } = desk(...QUARTERS);
  add(at('中心组/2025年1季度/IMG_0011.jpg'), '--to', '1');
  expect(filed(STUDY)).toEqual(['2025年1季度/01：IMG_0011.jpg']);
});

test('what comes later goes into the folder of its activity, by path or by name', () => {
  const { root, add, at, filed } = desk('签到表.xlsx', '一科/发言.docx', '二科/发言.docx');
  writeTree(root, {
    [`${STUDY}/2025年1季度/01：计划.docx`]: 'plan',
    [`${STUDY}/2025年2季度/01：计划.docx`]: 'next plan',
  });
  const { out } = add(at('签到表.xlsx'), '--to', `${STUDY}/2025年1季度/`);
  expect(out.split('\n')[0]).toBe(`已复制 1 份到 ${STUDY}/2025年1季度`);
  expect(add(at('一科'), at('二科'), '--to', '2025年2季度').code).toBe(0);
  expect(filed(STUDY).filter((path) => !path.endsWith('/'))).toEqual([
    '2025年1季度/01：计划.docx',
    '2025年1季度/02：签到表.xlsx',
    '2025年2季度/01：计划.docx',
    '2025年2季度/02：发言（一科）.docx',
    '2025年2季度/03：发言（二科）.docx',
  ]);
});

test('a name that folders of several activities have is not guessed', () => {
  const { root, add, at, filed } = desk('签到表.xlsx');
  writeTree(root, {
    [`${STUDY}/2025年1季度/照片/01：合影.jpg`]: 'one',
    [`${STUDY}/2025年2季度/照片/01：合影.jpg`]: 'two',
  });
  const before = filed(STUDY);
  const { code, note } = add(at('签到表.xlsx'), '--to', '照片');
  expect([code, filed(STUDY)]).toEqual([2, before]);
  expect(note).toContain(`${STUDY}/2025年2季度/照片`);
});
