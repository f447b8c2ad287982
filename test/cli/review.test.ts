/** `dangan review`: score sheets go out with a bundle, scores come back, and what is to be mended is listed. */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readXlsx, writeXlsx } from 'hucre/xlsx';
import { expect, test } from 'vitest';
import { smallArchive, temporaryFolder, treeOf, writeTree } from '../helpers/archive-on-disk.js';
import { dangan } from '../helpers/cli.js';
import { faultsBy } from '../helpers/published-schemas.js';

/** Three items of 10 points, a bonus and a veto. */
const SYSTEM = `format: dangan/scoring-system@1
title: 文明单位测评体系
owners: { office: 办公室, party: 机关党委 }
bands: [{ name: 优秀, from: 9 }, { name: 合格, from: 6 }]
total: 10
indicators:
  - code: "1"
    name: 组织领导
    points: 6
    owner: office
    children:
      - { code: "1.1", name: 领导机构, points: 4, methods: [材料审核], evidence: [{ title: 创建领导小组文件 }] }
      - { code: "1.2", name: 环境面貌, points: 2, methods: [实地考察], files: false, owner: party }
  - { code: "2", name: 志愿服务, points: 4, owner: party, scoring: { rule: deduct, each: 0.5, per: missing }, evidence: [{ title: 活动照片 }] }
bonus:
  - { code: "加1", name: 创新经验, cap: 2, scoring: { rule: add, each: 1, cap: 2 } }
vetoes:
  - { code: "否1", text: 发生重大安全责任事故, effect: disqualify }
`;

function archive(system = SYSTEM): string {
  const root = smallArchive();
  writeFileSync(join(root, 'criteria.yaml'), system);
  writeTree(root, { '档案/1 组织领导/1.1 领导机构/01：创建领导小组文件.docx': '甲' });
  return root;
}

function bundleOf(root: string): string {
  const path = join(temporaryFolder(), '迎检包.zip');
  expect(
    dangan(['pack', '-o', path, '--allow-errors', '--today', '2026-11-24'], { cwd: root }).code,
  ).toBe(0);
  return path;
}

/** What an inspector writes in: cells by the code of the row, and who it is. */
interface Filled {
  readonly by?: string;
  readonly lead?: string;
  readonly cells: Readonly<
    Record<string, readonly [given: string | number, remark?: string, rectify?: string]>
  >;
}

/** A sheet for a bundle, filled in and saved again by another program. */
async function filled(
  place: string,
  root: string,
  { by = '', lead = '', cells }: Filled,
): Promise<string> {
  const path = join(temporaryFolder(), `打分表${by}.xlsx`);
  const run = dangan(['review', 'sheet', place, '-o', path], { cwd: root });
  expect(run.code).toBe(0);
  const { sheets } = await readXlsx(readFileSync(path));
  const written = sheets.map((sheet) => {
    const rows = sheet.rows.map((row) => [...row]);
    if (sheet.name === '打分表')
      for (const row of rows) {
        const said = cells[String(row[1])] ?? [];
        for (const [at, value] of said.entries()) row[7 + at] = value ?? null;
      }
    if (sheet.name === '测评人')
      for (const row of rows) {
        if (row[0] === '测评人') row[1] = by;
        if (row[0] === '日期') row[1] = '2026-11-25';
        if (row[0] === '组长') row[1] = lead;
      }
    return { name: sheet.name, rows };
  });
  writeFileSync(path, await writeXlsx({ sheets: written }));
  return path;
}

function taken(root: string, ...files: readonly string[]) {
  return dangan(['review', 'add', ...files, '--write'], { cwd: root });
}

function shown(root: string) {
  return dangan(['review', 'show'], { cwd: root });
}

const ZHANG = {
  by: '张三',
  cells: {
    '1.1': [3, '没有分工', '补分工文件'],
    '1.2': ['２．０分'],
    '2': [4],
    否1: ['没有发生'],
  },
} as const;

test('a sheet goes out with the bundle, comes back filled in, and its points come together', async () => {
  const root = archive();
  const bundle = bundleOf(root);
  const sheet = await filled(bundle, root, ZHANG);
  const before = treeOf(root);
  const preview = dangan(['review', 'add', sheet], { cwd: root });
  expect(preview.code).toBe(0);
  expect(preview.out).toContain('张三  2026-11-25');
  expect(preview.out).toContain('打了 3/4 项，各项相加 9 分；意见 1 条');
  expect(treeOf(root)).toEqual(before);
  expect(taken(root, sheet).code).toBe(0);
  const text = readFileSync(join(root, 'reviews/2026-11-25 张三.yaml'), 'utf8');
  expect(text).toMatch(/^# yaml-language-server: \$schema=\.\.\/schemas\/review\.schema\.json\n/);
  expect(text).toContain(
    '- { indicator: 1/1.1, name: 领导机构, points: 3, remark: 没有分工, rectify: 补分工文件 }',
  );
  const { out, code } = shown(root);
  expect(code).toBe(0);
  expect(out).toMatch(/1 组织领导\s+6\s+\S+\s+5\n/);
  expect(out).toMatch(/合计\s+10\s+\S+\s+9\n/);
  expect(out).toContain('档次：优秀');
  expect(out).toContain('1.1 领导机构  3/4\n    没有分工；整改：补分工文件\n');
  expect(dangan(['undo'], { cwd: root }).code).toBe(0);
  expect(shown(root).out).toContain('还没有测评意见');
});

test('where two give different points, both are shown, until the lead has given his', async () => {
  const root = archive();
  const bundle = bundleOf(root);
  const li = { by: '李四', cells: { '1.1': [4], '1.2': [2], '2': [3.5] } } as const;
  expect(taken(root, await filled(bundle, root, ZHANG), await filled(bundle, root, li)).code).toBe(
    0,
  );
  const { out } = shown(root);
  expect(out).toContain('打得不一致的 2 项');
  expect(out).toContain('1.1 领导机构  张三 3；李四 4');
  expect(out).toMatch(/合计\s+10\s+\S+\s+8\.5～10\n/);
  expect(out).not.toContain('档次');
  const lead = { by: '王五', lead: '是', cells: { '1.1': [3.5], '2': [4] } } as const;
  expect(taken(root, await filled(bundle, root, lead)).code).toBe(0);
  const after = shown(root);
  expect(after.out).not.toContain('打得不一致');
  expect(after.out).toMatch(/合计\s+10\s+\S+\s+9\.5\n/);
});

test('a sum that an inspector has written below is not taken for a mark, and told', async () => {
  const root = archive();
  const path = await filled(bundleOf(root), root, ZHANG);
  const { sheets } = await readXlsx(readFileSync(path));
  const summed = sheets.map(({ name, rows }) => ({
    name,
    rows: name === '打分表' ? [...rows, [null, null, null, '合计', 10, null, null, 9]] : rows,
  }));
  writeFileSync(path, await writeXlsx({ sheets: summed }));
  const run = taken(root, path);
  expect(run.code).toBe(0);
  expect(run.out).toContain('没有编号的行（如合计）没有读：A7');
  expect(run.out).toContain('打了 3/4 项，各项相加 9 分');
});

test('cells that say nothing usable are told by their names, and nothing is written', async () => {
  const root = archive();
  const cells = { '1.1': [5], '1.2': ['很好'], 否1: ['不清楚'] } as const;
  const sheet = await filled(bundleOf(root), root, { by: '张三', cells });
  const run = taken(root, sheet);
  expect(run.code).toBe(1);
  expect(run.out).toContain('有 3 处不明白，什么都没有写');
  expect(run.out).toContain('H2 5 不在 0 到 4 之间');
  expect(run.out).toContain('H3 “很好”不是分数');
  expect(run.out).toContain('H6 “不清楚”看不出有没有发生');
  expect(readdirSync(root)).not.toContain('reviews');
});

test('what was taken in before is not taken in twice; a later word of the same inspector counts', async () => {
  const root = archive();
  const bundle = bundleOf(root);
  const sheet = await filled(bundle, root, ZHANG);
  taken(root, sheet);
  expect(taken(root, sheet).out).toContain('已经收过：reviews/2026-11-25 张三.yaml');
  const again = await filled(bundle, root, { by: '张三', cells: { '1.1': [4] } });
  expect(taken(root, again).code).toBe(0);
  expect(readdirSync(join(root, 'reviews'))).toEqual([
    '2026-11-25 张三 2.yaml',
    '2026-11-25 张三.yaml',
  ]);
  expect(shown(root).out).toMatch(/合计\s+10\s+\S+\s+10\n/);
});

test('marks follow the names of indicators when codes have shifted since', async () => {
  const root = archive();
  const sheet = await filled(bundleOf(root), root, ZHANG);
  const inserted = SYSTEM.replace('code: "2"', 'code: "3"').replace(
    '  - { code: "3"',
    '  - { code: "2", name: 阵地建设, points: 4 }\n  - { code: "3"',
  );
  writeFileSync(join(root, 'criteria.yaml'), inserted.replace('total: 10', 'total: 14'));
  expect(taken(root, sheet).code).toBe(0);
  const result = JSON.parse(dangan(['review', 'show', '--format', 'json'], { cwd: root }).out) as {
    items: { indicator: string; agreement: string }[];
  };
  expect(result.items.map(({ indicator, agreement }) => [indicator, agreement])).toEqual([
    ['1/1.1', 'one'],
    ['1/1.2', 'one'],
    ['2', 'open'],
    ['3', 'one'],
    ['加1', 'open'],
  ]);
});

test('a sheet is judged by the points that stand on it, whatever has the code now', async () => {
  const root = archive();
  const sheet = await filled(bundleOf(root), root, { by: '张三', cells: { '2': ['满'] } });
  const inserted = SYSTEM.replace('code: "2"', 'code: "3"').replace(
    '  - { code: "3"',
    '  - { code: "2", name: 阵地建设, points: 1 }\n  - { code: "3"',
  );
  writeFileSync(join(root, 'criteria.yaml'), inserted.replace('total: 10', 'total: 11'));
  const run = taken(root, sheet);
  expect(run.code).toBe(0);
  expect(readFileSync(join(root, 'reviews/2026-11-25 张三.yaml'), 'utf8')).toContain('points: 4 }');
});

const SAVED = {
  format: 'dangan/review@1',
  unit: '县水利局',
  system: { title: '文明单位测评体系' },
  bundle: { name: '县水利局-2026-0', manifest: 'a'.repeat(64) },
  by: '张三',
  on: '2026-11-25',
  marks: [{ indicator: '1/1.1', name: '领导机构', points: 4 }],
};

function saved(values: object): string {
  const path = join(temporaryFolder(), '测评意见.json');
  writeFileSync(path, JSON.stringify({ ...SAVED, ...values }, null, 2));
  return path;
}

test('a file saved from the page of the bundle is taken in as it is', () => {
  const root = archive();
  expect(taken(root, saved({})).code).toBe(0);
  expect(shown(root).out).toContain('县水利局-2026-0');
});

test('a review by another edition of the system counts where code and name fit, and says so', () => {
  const root = archive();
  const run = taken(root, saved({ system: { title: '旧版体系' } }));
  expect(run.code).toBe(0);
  expect(run.out).toContain('按“旧版体系”打的，这里是“文明单位测评体系”');
});

test('a day that is none is told, and nothing is written', () => {
  const root = archive();
  const run = taken(root, saved({ on: '上周' }));
  expect(run.code).toBe(1);
  expect(run.out).toContain('上周');
  expect(readdirSync(root)).not.toContain('reviews');
});

test('a veto of which nobody has said takes nothing away, and is told; one in dispute spans both', async () => {
  const root = archive(SYSTEM.replace('effect: disqualify', 'effect: zero, indicator: "1"'));
  const cells = { '1.1': [4], '1.2': [2], '2': [4] } as const;
  const bundle = bundleOf(root);
  taken(root, await filled(bundle, root, { by: '张三', cells }));
  const { out } = shown(root);
  expect(out).toMatch(/合计\s+10\s+\S+\s+10\n/);
  expect(out).toContain('一票否决 否1 还没有人说明有没有发生');
  expect(out).not.toContain('档次');
  const [no, yes] = [{ 否1: ['没有发生'] }, { 否1: ['发生'] }] as const;
  taken(root, await filled(bundle, root, { by: '李四', cells: no }));
  taken(root, await filled(bundle, root, { by: '王五', cells: yes }));
  const after = shown(root).out;
  expect(after).toMatch(/合计\s+10\s+\S+\s+4～10\n/);
  expect(after).toContain('否1 发生重大安全责任事故  李四 没有发生；王五 发生');
  expect(after).not.toContain('发生的一票否决');
});

test('who leads may be ticked; what cannot be read beside the name is told by its cell', async () => {
  const root = archive();
  const bundle = bundleOf(root);
  const cells = { '1.1': [4] } as const;
  const ticked = taken(root, await filled(bundle, root, { by: '张三', lead: '√', cells }));
  expect(ticked.out).toContain('张三（组长）');
  const run = taken(root, await filled(bundle, root, { by: '李四', lead: '也许', cells }));
  expect(run.code).toBe(1);
  expect(run.out).toContain('B3 “也许”看不出是不是组长');
});

test('a sheet with nothing in it is not taken in', async () => {
  const root = archive();
  const run = taken(root, await filled(bundleOf(root), root, { by: '张三', cells: {} }));
  expect(run.code).toBe(1);
  expect(run.out).toContain('里面没有打分，也没有意见，不收');
  expect(readdirSync(root)).not.toContain('reviews');
});

test('grades below the top are to be mended, and remarks on items with full points are shown', () => {
  const root = archive(
    `format: dangan/scoring-system@1
title: 分等
grades: { A: 100%, B: 60% }
indicators: [{ code: "1", name: 甲 }, { code: "2", name: 乙 }]
`,
  );
  const marks = [
    { indicator: '1', grade: 'Ｂ' },
    { indicator: '2', grade: 'A', remark: '做得细' },
  ];
  taken(root, saved({ system: { title: '分等' }, marks, note: '总体好' }));
  const { out } = shown(root);
  expect(out).toContain('1 甲  B\n');
  const path = join(temporaryFolder(), '整改.csv');
  expect(dangan(['review', 'rectify', '-o', path], { cwd: root }).out).toContain('1 项');
  expect(out).toContain('总体好');
});

test('with --all every item is listed', () => {
  const root = archive();
  const marks = [{ indicator: '1/1.1', points: 4, remark: '做得细' }];
  taken(root, saved({ marks, note: '总体好' }));
  expect(shown(root).out).toContain('其他意见：\n  1.1 领导机构  做得细\n  张三：总体好\n');
  expect(shown(root).out).not.toContain('其余');
  const all = dangan(['review', 'show', '--all'], { cwd: root }).out;
  expect(all).toContain('  1.1 领导机构  4/4\n  1.2 环境面貌  —/2\n');
});

test('of a system without points what inspectors say is listed', () => {
  const root = archive(
    'format: dangan/scoring-system@1\ntitle: 归档范围\nindicators: [{ code: "1", name: 甲 }, { code: "2", name: 乙 }]\n',
  );
  const marks = [{ indicator: '1', remark: '缺总结' }];
  taken(root, saved({ system: { title: '归档范围' }, marks }));
  const { out } = shown(root);
  expect(out).not.toContain('合计');
  expect(out).toContain('1 甲\n    缺总结\n');
});

test.each([
  ['another unit', { unit: '县教育局' }, 2, '打的是别的单位'],
  ['nobody', { by: '' }, 2, '没有写是谁打的分'],
  ['another format', { format: 'dangan/review@9' }, 2, '不是测评意见'],
  ['a key mistyped', { mark: [] }, 2, '不是测评意见'],
])('a review of %s is refused', (_, values, code, words) => {
  const root = archive();
  const run = taken(root, saved(values));
  expect(run.code).toBe(code);
  expect(run.note).toContain(words);
  expect(readdirSync(root)).not.toContain('reviews');
});

test.each([
  ['beyond what it is worth', [{ indicator: '1/1.1', points: 5 }], '应当在 0 到 4 之间'],
  ['below nothing', [{ indicator: '1/1.1', points: -1 }], '应当在 0 到 4 之间'],
  ['of a group', [{ indicator: '1', points: 6 }], '请打在 1/1.1、1/1.2'],
  ['of nothing', [{ indicator: '9', points: 6 }], '没有“9”这项指标'],
  [
    'given twice',
    [
      { indicator: '2', points: 1 },
      { indicator: '2', points: 2 },
    ],
    '已经打过',
  ],
  ['of another name', [{ indicator: '2', name: '全然不同的事', points: 1 }], '现在是“志愿服务”'],
])('a mark %s is kept, told, and does not count', (_, marks, words) => {
  const root = archive();
  const run = taken(root, saved({ marks }));
  expect(run.code).toBe(1);
  expect(run.out).toContain(words);
  const after = shown(root);
  expect(after.code).toBe(1);
  expect(after.note).toContain(words);
});

test('with the bundle named, a review of other evidence is refused', async () => {
  const root = archive();
  const bundle = bundleOf(root);
  const good = await filled(bundle, root, ZHANG);
  const words = ['review', 'add', '--bundle', bundle];
  expect(dangan([...words, good], { cwd: root }).code).toBe(0);
  const run = dangan([...words, saved({})], { cwd: root });
  expect(run.code).toBe(1);
  expect(run.note).toContain('是看别的材料打的');
});

test('each department gets what it has to mend, with what it lost', async () => {
  const root = archive();
  const cells = {
    '1.1': [3, '没有分工', '补分工文件'],
    '1.2': [1, '院内杂物'],
    '2': [3, '没有照片', '补照片'],
    否1: ['发生', '见通报'],
  } as const;
  taken(root, await filled(bundleOf(root), root, { by: '张三', cells }));
  const path = join(temporaryFolder(), '整改.csv');
  const run = dangan(['review', 'rectify', '-o', path, '--due', '2026-12-31'], { cwd: root });
  expect(run.code).toBe(0);
  expect(run.out).toContain('3 个科室，4 项，扣 3 分');
  expect(readFileSync(path, 'utf8').slice(1).trimEnd().split('\r\n')).toEqual([
    '责任科室,序号,指标,分值,测评得分,扣分,测评意见,整改要求,现在的材料,整改情况（措施、责任人、日期）',
    '办公室,1,1.1 领导机构,4,3,1,没有分工,补分工文件,已齐,',
    '机关党委,1,1.2 环境面貌,2,1,1,院内杂物,,,',
    '机关党委,2,2 志愿服务,4,3,1,没有照片,补照片,欠缺：活动照片 0/1份,',
    '未写明责任科室,1,否1 发生重大安全责任事故,一票否决,发生,,见通报,,,',
  ]);
  expect(shown(root).out).toContain('发生了一票否决');
});

test('what several departments owe is on the list of each with the others named, and lost once', async () => {
  const root = archive(SYSTEM.replace('    owner: office\n', '    owner: [office, party]\n'));
  const cells = { '1.1': [3, '没有分工'], '2': [3, '没有照片'] } as const;
  taken(root, await filled(bundleOf(root), root, { by: '张三', cells }));
  const path = join(temporaryFolder(), '整改.csv');
  const run = dangan(['review', 'rectify', '-o', path], { cwd: root });
  expect(run.out).toContain('2 个科室，2 项，扣 2 分');
  expect(run.out).toContain('其中 1 项由几个科室共同负责，各家的清单里都有，合计只算一次');
  const lines = readFileSync(path, 'utf8').slice(1).trimEnd().split('\r\n').slice(1);
  expect(lines.map((line) => line.split(',').slice(0, 3).join(' '))).toEqual([
    '办公室 1 1.1 领导机构（与机关党委共同负责）',
    '机关党委 1 1.1 领导机构（与办公室共同负责）',
    '机关党委 2 2 志愿服务',
  ]);
  const only = dangan(['review', 'rectify', '-o', path, '--force', '--owner', '办公室'], {
    cwd: root,
  });
  expect(only.out).not.toContain('各家的清单');
});

test('sheets for paper have every item; a part of them can be asked for', () => {
  const root = archive();
  const path = join(temporaryFolder(), '打分表.csv');
  const lines = (...words: readonly string[]) => {
    expect(dangan(['review', 'sheet', '-o', path, '--force', ...words], { cwd: root }).code).toBe(
      0,
    );
    return readFileSync(path, 'utf8').trimEnd().split('\r\n').slice(1);
  };
  expect(lines().map((line) => line.split(',').slice(0, 3).join(' '))).toEqual([
    '"\t1.1" 领导机构 4',
    '"\t1.2" 环境面貌 2',
    '2 志愿服务 4',
    '加1 创新经验 2',
    '否1 发生重大安全责任事故 一票否决',
  ]);
  expect(lines('--method', '实地考察')[0]).toContain(',环境面貌,');
  expect(lines('--indicator', '2')[0]).toContain(',志愿服务,');
  const run = dangan(['review', 'sheet', '-o', path, '--method', '问卷'], { cwd: root });
  expect(run.code).toBe(2);
});

test('every answer for programs agrees with its schema', async () => {
  const root = archive();
  const bundle = bundleOf(root);
  const sheet = await filled(bundle, root, ZHANG);
  const out = join(temporaryFolder(), '表.xlsx');
  const runs = [
    ['review-sheet', ['review', 'sheet', bundle, '-o', out]],
    ['review-add', ['review', 'add', sheet, '--write']],
    ['review-show', ['review', 'show']],
    ['review-rectify', ['review', 'rectify', '-o', join(temporaryFolder(), '整改.html')]],
  ] as const;
  for (const [schema, words] of runs) {
    const run = dangan([...words, '--format', 'json'], { cwd: root });
    expect(faultsBy(schema, JSON.parse(run.out))).toEqual([]);
  }
});

test('points that were given before the scoring system was changed are told as such', async () => {
  const root = archive();
  const only = { by: '张三', cells: { '1.1': [3] } } as const;
  expect(taken(root, await filled(bundleOf(root), root, only)).code).toBe(0);
  const told = '打分以后测评体系改过：编号和名称对得上的才计入';
  expect(shown(root).out).not.toContain(told);
  writeFileSync(join(root, 'criteria.yaml'), SYSTEM.replace('each: 0.5', 'each: 0.4'));
  const { out } = shown(root);
  expect(out).toContain(told);
  // What nobody has scored yet has earned nothing, and lost nothing.
  expect(out).toMatch(/2 志愿服务\s+4\s+\S+\s+—\n/);
});

test.each([
  ['迎检包.zip', '是压缩包，不是表格', '打分表是 `dangan review sheet` 出的'],
  ['打分表.docx', '不是 Excel 表格', '打分表是 `dangan review sheet` 出的'],
  ['意见.json', '不是测评意见', '在 index.html 上打分存下的文件'],
])('%s handed over for a review is told what it is', (name, what, next) => {
  const root = archive();
  const path = join(temporaryFolder(), name);
  if (name.endsWith('.zip'))
    dangan(['pack', '-o', path, '--allow-errors', '--today', '2026-11-24'], { cwd: root });
  else writeFileSync(path, '不是测评意见');
  const { code, note } = dangan(['review', 'add', path], { cwd: root });
  expect(code).toBe(2);
  expect(note).toContain(what);
  expect(note).toContain(next);
});

test('a day that does not exist is told by the option that names it', () => {
  const words = ['review', 'rectify', '-o', '整改.docx', '--due', '2026-02-30'];
  const { code, note } = dangan(words, { cwd: archive() });
  expect(code).toBe(2);
  expect(note).toContain('--due 不能是“2026-02-30”');
});
