/** A scoring system that has changed, and the codes that people wrote down under the old one. */
import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fingerprintOf } from '../../src/core/rules/findings.js';
import { readArchive } from '../../src/io/archive/read-archive.js';
import { scaffold } from '../../src/io/archive/scaffold.js';
import { finishEarlier } from '../../src/io/change/apply.js';
import { parseScores } from '../../src/io/scoring/read-scores.js';
import { undo } from '../../src/io/change/undo.js';
import { temporaryFolder, treeOf, writeTree } from '../helpers/archive-on-disk.js';
import { dangan } from '../helpers/cli.js';
import { dyingDisk, Killed } from '../helpers/disk/dying-disk.js';
import { snapshot, textsOf } from '../helpers/disk/snapshot.js';

/** `1 领导机构`; one with a `-` after its name has no folder. */
function system(...indicators: readonly string[]): string {
  const rows = indicators.map((each) => {
    const [code = '', name = '', isBare] = each.split(' ');
    const files = isBare ? ', files: false' : '';
    return `  - { code: "${code}", name: ${name}, points: 10, owner: o${files} }`;
  });
  const head = [
    'format: dangan/scoring-system@1',
    'title: 测评',
    'owners: { o: 工会 }',
    'indicators:',
  ];
  return `${[...head, ...rows].join('\n')}\n`;
}

const mark = (code: string) =>
  `  - indicator: ${code}\n    points: 5\n    by: 王敏\n    on: 2026-11-24\n    because: 实地看过\n`;
const scores = (...codes: readonly string[]) => `# 人定的\nscores:\n${codes.map(mark).join('')}`;

/** Marks with the name that `score set` keeps beside the code, as `2 投诉处理`. */
const kept = (...indicators: readonly string[]) =>
  `scores:\n${indicators.map((each) => mark(`"${each.replace(' ', '"\n    name: ')}`)).join('')}`;

/** An archive made for `before`, in whose folders there is evidence, with the system `after`. */
function changed(
  before: readonly string[],
  after: readonly string[],
  files: Readonly<Record<string, string>>,
  settings = '',
): string {
  const root = temporaryFolder();
  mkdirSync(join(root, '档案'));
  writeTree(root, {
    'dangan.yaml': `unit: { name: 县医院 }\nsystem: criteria.yaml\n${settings}`,
    'criteria.yaml': system(...after),
    ...Object.fromEntries(before.map((each) => [`档案/${each}/01：材料.docx`, each])),
    ...files,
  });
  return root;
}

const INSERTED = [
  ['1 领导机构', '2 投诉处理', '3 满意度', '4 控烟'],
  ['1 领导机构', '2 新项目', '3 投诉处理', '4 满意度', '5 控烟'],
] as const;

const read = (root: string, file: string) => readFileSync(join(root, file), 'utf8');
const write = (root: string) => dangan(['scaffold', '--write'], { cwd: root });
const planned = (root: string) =>
  JSON.parse(dangan(['scaffold', '--format', 'json'], { cwd: root }).out) as {
    codes: { file: string; from: string; to: string }[];
    unsure: { name: string; because: string; now?: string }[];
  };
const doubts = (root: string) =>
  planned(root).unsure.map(({ name, because, now }) => [name, because, now]);

test('after an indicator was put in, each mark stays with its indicator', () => {
  const root = changed(...INSERTED, { 'scores.yaml': scores('"2"', "'3'", '"4"', '"1"') });
  expect(write(root).out).toContain('scores.yaml\n    2 → 3，3 → 4，4 → 5\n');
  expect(read(root, 'scores.yaml')).toBe(scores('"3"', "'4'", '"5"', '"1"'));
});

test('without --write the codes are shown, and nothing is changed', () => {
  const root = changed(...INSERTED, { 'scores.yaml': scores('"2"') });
  expect(planned(root).codes).toEqual([{ file: 'scores.yaml', from: '2', to: '3' }]);
  expect(read(root, 'scores.yaml')).toBe(scores('"2"'));
});

test('a second run changes no code again', () => {
  const root = changed(...INSERTED, { 'scores.yaml': scores('"2"', '"3"') });
  write(root);
  write(root);
  expect(read(root, 'scores.yaml')).toBe(scores('"3"', '"4"'));
});

test('also when the folder of the new indicator was made by an earlier run', () => {
  const root = changed(...INSERTED, { 'scores.yaml': scores('"2"') });
  dangan(['scaffold'], { cwd: root });
  write(root);
  expect(read(root, 'scores.yaml')).toBe(scores('"3"'));
});

test('codes that change places are changed at once', () => {
  const root = changed(['3 投诉处理', '4 满意度'], ['3 满意度', '4 投诉处理'], {
    'scores.yaml': scores('"3"', '"4"'),
  });
  write(root);
  expect(read(root, 'scores.yaml')).toBe(scores('"4"', '"3"'));
});

test('waivers, own rules and references follow, and what stands beside the codes stays', () => {
  const waiver = (code: string) =>
    `waivers:\n  - { rule: name, indicator: ${code}, reason: 原件借出, owner: 工会, until: 2030-01-01 } # 说定的\n`;
  const own = (code: string) =>
    `rules:\n  own-总结: { title: 有总结, count: 1.., where: { indicator: [${code}] } }\n`;
  const ledger = (codes: string) =>
    `\uFEFFentries:\r\n  - file: 01：材料.docx\r\n    references: ${codes} # 通用\r\n`;
  const path = '档案/1 领导机构/ledger.yaml';
  const files = { 'waivers.yaml': waiver('"3"'), [path]: ledger('["2#plan", "1"]') };
  const root = changed(...INSERTED, files, own('"4"'));
  write(root);
  expect(read(root, 'waivers.yaml')).toBe(waiver('"4"'));
  expect(read(root, 'dangan.yaml')).toContain(own('"5"'));
  expect(read(root, path)).toBe(ledger('["3#plan", "1"]'));
});

test('a finding of the baseline has its fingerprint by the new code', () => {
  const row = (code: string) => {
    const fingerprint = fingerprintOf('name-title-vague', code, '材料');
    return `  - { rule: name-title-vague, indicator: "${code}", title: 材料, fingerprint: "${fingerprint}" }\n`;
  };
  const root = changed(...INSERTED, { 'baseline.yaml': `findings:\n${row('2')}` });
  write(root);
  expect(read(root, 'baseline.yaml')).toBe(`findings:\n${row('3')}`);
  expect(dangan(['check', '--rule', 'waiver'], { cwd: root }).out).not.toContain('指纹');
});

test('a code in another form is the same code', () => {
  const root = changed(['Ⅱ-1 投诉处理', '３ 满意度'], ['Ⅱ-2 投诉处理', '4 满意度'], {
    'scores.yaml': scores('Ⅱ-1', '"３"', 'II-1'),
  });
  write(root);
  expect(read(root, 'scores.yaml')).toBe(scores('Ⅱ-2', '"4"', 'Ⅱ-2'));
});

test('codes of bonus follow', () => {
  const root = changed(['加1 献血'], ['加1 荣誉', '加2 献血'], { 'scores.yaml': scores('加1') });
  write(root);
  expect(read(root, 'scores.yaml')).toBe(scores('加2'));
});

test('where codes are repeated, the path tells which is meant', () => {
  const root = temporaryFolder();
  const group = (code: string, name: string, ...leaves: readonly string[]) =>
    [
      `  - code: ${code}`,
      `    name: ${name}`,
      '    children:',
      ...leaves.map((each, at) => `      - { code: "${at + 1}", name: ${each}, owner: o }`),
    ].join('\n');
  const head = 'format: dangan/scoring-system@1\ntitle: 测评\nowners: { o: 工会 }\nindicators:\n';
  writeTree(root, {
    'dangan.yaml': 'unit: { name: 县医院 }\nsystem: criteria.yaml\n',
    'criteria.yaml': `${head}${group('一', '组织领导', '领导机构')}\n${group('二', '新的一组', '宣传阵地')}\n${group('三', '思想教育', '新项目', '学习')}\n`,
    '档案/一 组织领导/1 领导机构/01：材料.docx': '1',
    '档案/二 思想教育/1 学习/01：材料.docx': '2',
    'scores.yaml': scores('二/1', '一/1', '二'),
  });
  write(root);
  expect(read(root, 'scores.yaml')).toBe(scores('三/2', '一/1', '三'));
});

test('undo takes folders and codes back together', () => {
  const root = changed(...INSERTED, { 'scores.yaml': scores('"2"', '"3"') });
  dangan(['scaffold'], { cwd: root });
  const before = textsOf(snapshot(root));
  write(root);
  dangan(['undo'], { cwd: root });
  expect(textsOf(snapshot(root))).toEqual(before);
});

test('fix changes the codes with the folders, too', () => {
  const waiver = (code: string) =>
    `waivers:\n  - { rule: name-title-vague, indicator: "${code}", reason: x, owner: 工会, until: 2030-01-01 }\n`;
  const files = { 'scores.yaml': scores('"2"'), 'waivers.yaml': waiver('2') };
  const root = changed(...INSERTED, files);
  const run = dangan(['fix', '--write', '--unsafe'], { cwd: root });
  expect(run.note).toContain('scores.yaml\n    2 → 3\n');
  expect(read(root, 'scores.yaml')).toBe(scores('"3"'));
  expect(read(root, 'waivers.yaml')).toBe(waiver('3'));
});

test('an indicator without a folder is left to a person, with what has its code now', () => {
  const root = changed(
    ['1 领导机构', '2 投诉处理'],
    ['1 领导机构', '2 新项目', '3 投诉处理', '4 满意度 -'],
    { 'scores.yaml': scores('"3"', '"4"', '"7"') },
  );
  expect(doubts(root)).toEqual([
    ['3', 'no-folder', '投诉处理'],
    ['4', 'no-folder', '满意度'],
    ['7', 'nowhere', undefined],
  ]);
  expect(write(root).out).toContain('scores.yaml 第 3 行：3（现在是“投诉处理”）\n');
  expect(read(root, 'scores.yaml')).toBe(scores('"3"', '"4"', '"7"'));
});

test('a mark of an indicator that is no more is told before another gets its code', () => {
  const root = changed(['1 领导机构', '2 投诉处理', '3 控烟'], ['1 领导机构', '2 控烟'], {
    'scores.yaml': scores('"2"', '"3"'),
  });
  expect(doubts(root)).toEqual([['2', 'gone', '控烟']]);
});

test('a code whose indicator is called quite otherwise is left to a person', () => {
  const root = changed(['1 领导机构', '2 投诉处理'], ['1 领导机构', '2 志愿服务'], {
    'scores.yaml': scores('"2"'),
  });
  expect(doubts(root)).toEqual([['2', 'other-name', '志愿服务']]);
});

test('where both an old and a new folder with evidence have the code, nobody but a person knows', () => {
  const root = changed(...INSERTED, { 'scores.yaml': scores('"2"') });
  writeTree(root, { '档案/2 新项目/01：新材料.docx': '新' });
  expect(doubts(root)).toEqual([['2', 'several', '新项目']]);
});

const NO_FOLDERS = [[], INSERTED[1].map((each) => `${each} -`)] as const;

test('where nothing has a folder, the names that were kept tell which code each mark has now', () => {
  const root = changed(...NO_FOLDERS, {
    'scores.yaml': kept('1 领导机构', '2 投诉处理', '3 满意度'),
  });
  expect(planned(root).codes).toEqual([
    { file: 'scores.yaml', from: '2', to: '3' },
    { file: 'scores.yaml', from: '3', to: '4' },
  ]);
  write(root);
  expect(read(root, 'scores.yaml')).toBe(kept('1 领导机构', '3 投诉处理', '4 满意度'));
  expect(planned(root).codes).toEqual([]);
});

test('until then it counts nowhere, and check tells what to type', () => {
  const root = changed(...NO_FOLDERS, { 'scores.yaml': kept('2 投诉处理') });
  for (const command of ['score', 'status']) {
    expect(dangan([command], { cwd: root }).note).toContain('scores.yaml 有 1 处有误');
  }
  const { out } = dangan(['check', '--rule', 'score-entry-invalid'], { cwd: root });
  const told =
    '“投诉处理”，编号 2 现在是“新项目”，先不计入；“投诉处理”现在是 3，`dangan scaffold --write`';
  expect(out.replace(/\s/g, '')).toContain(told.replace(/\s/g, ''));
});

test('folders without codes tell none, and the names that were kept do', () => {
  const settings = 'folders: { template: "{name}" }\n';
  const root = changed([], INSERTED[1], { 'scores.yaml': kept('2 投诉处理') }, settings);
  for (const each of INSERTED[0]) {
    writeTree(root, { [`档案/${each.split(' ')[1] ?? ''}/01：材料.docx`]: each });
  }
  write(root);
  expect(read(root, 'scores.yaml')).toBe(kept('3 投诉处理'));
});

test('a mark that was written under the new code before scaffold stays there', () => {
  const root = changed(...INSERTED, { 'scores.yaml': kept('2 新项目', '3 满意度') });
  write(root);
  expect(read(root, 'scores.yaml')).toBe(kept('2 新项目', '4 满意度'));
});

test('an indicator whose folder is renamed keeps its mark, with its new name', () => {
  const root = changed(['1 领导机构', '2 投诉处理'], ['1 领导机构建设', '2 新项目', '3 投诉处理'], {
    'scores.yaml': kept('1 领导机构', '2 投诉处理'),
  });
  write(root);
  expect(read(root, 'scores.yaml')).toBe(kept('1 领导机构建设', '3 投诉处理'));
});

test('of two indicators that have the name of a mark now, a person says which', () => {
  const root = changed([], ['1 新项目 -', '2 制度 -', '3 制度 -'], {
    'scores.yaml': kept('1 制度'),
  });
  expect(doubts(root)).toEqual([['1', 'other-name', '新项目']]);
});

test('a name that another mark stands for already is not that of a second one', () => {
  const files = { 'scores.yaml': kept('1 制度', '2 制度') };
  const root = changed([], ['1 新项目 -', '2 制度 -'], files);
  expect([doubts(root), planned(root).codes]).toEqual([[['1', 'other-name', '新项目']], []]);
});

test('an indicator that is renamed and renumbered at once is left to a person, and counts nowhere', () => {
  const root = changed([], ['1 新项目 -', '2 志愿服务 -'], { 'scores.yaml': kept('1 投诉处理') });
  expect(doubts(root)).toEqual([['1', 'other-name', '新项目']]);
  expect(dangan(['score'], { cwd: root }).note).toContain('有 1 处有误');
});

const NAMES = ['领导机构', '投诉处理', '满意度', '控烟', '志愿服务', '道德讲堂', '节能', '献血'];
const numbered = (names: readonly string[]) => names.map((name, at) => `${at + 1} ${name}`);

test('however a system changes, no mark counts for what has another name, and scaffold finds all that are left', async () => {
  const names = fc.shuffledSubarray(NAMES, { minLength: 1 });
  await fc.assert(
    fc.asyncProperty(names, names, fc.boolean(), async (before, after, bare) => {
      const rows = numbered(after).map((each) => (bare ? `${each} -` : each));
      const files = { 'scores.yaml': kept(...numbered(before)) };
      const root = changed(bare ? [] : numbered(before), rows, files);
      const counted = async () => {
        const { system } = await readArchive(root);
        const { entries } = parseScores(read(root, 'scores.yaml'), system);
        return entries.map(({ indicator }) => after[Number(indicator) - 1]);
      };
      const same = before.filter((name, at) => name === after[at]);
      expect(await counted()).toEqual(same);
      await scaffold(root, { today: '2026-11-24', write: true });
      expect(await counted()).toEqual(before.filter((name) => after.includes(name)));
    }),
    { numRuns: 40 },
  );
});

test('a file that cannot be read keeps the folders as they are', () => {
  const root = changed(...INSERTED, {
    'scores.yaml': '<<<<<<< HEAD\nscores:\n=======\nscores: []\n>>>>>>> x\n',
  });
  expect(write(root)).toMatchObject({
    code: 2,
    note: expect.stringContaining('scores.yaml') as string,
  });
  expect(treeOf(join(root, '档案'))).toContain('2 投诉处理/01：材料.docx');
});

test('where anchors tie a code to others, nothing is changed', () => {
  const root = changed(...INSERTED, {
    'scores.yaml': `note: &code "2"\nscores:\n${mark('*code')}`,
  });
  expect(write(root).code).toBe(2);
  expect(treeOf(join(root, '档案'))).toContain('2 投诉处理/01：材料.docx');
});

test('killed at any call, folders and codes can be brought to the end and taken back', async () => {
  const today = '2026-11-24';
  const prepared = async () => {
    const root = changed(...INSERTED, { 'scores.yaml': scores('"2"', '"3"', '"4"') });
    await scaffold(root, { today, write: false });
    return root;
  };
  const whole = await prepared();
  const start = textsOf(snapshot(whole));
  const disk = dyingDisk();
  await scaffold(whole, { today, write: true, disk });
  const end = textsOf(snapshot(whole));
  expect(end['scores.yaml']).toBe(scores('"3"', '"4"', '"5"'));
  for (let lifetime = 0; lifetime < disk.calls; lifetime += 3) {
    const killed = await prepared();
    const run = scaffold(killed, { today, write: true, disk: dyingDisk(lifetime) });
    await expect(run).rejects.toThrow(Killed);
    if (!(await finishEarlier(killed, { today }))) await scaffold(killed, { today, write: true });
    expect(textsOf(snapshot(killed))).toEqual(end);
    await undo(killed, undefined, { today });
    expect(textsOf(snapshot(killed))).toEqual(start);
  }
});
