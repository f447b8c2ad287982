/** Evidence that was filed in the wrong place, under the wrong name, twice, or in the wrong order. */
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { beforeEach, describe, expect, test } from 'vitest';
import { temporaryFolder, treeOf, writeTree } from '../helpers/archive-on-disk.js';
import { dangan } from '../helpers/cli.js';
import { faultsBy } from '../helpers/published-schemas.js';
import { snapshot, type Snapshot } from '../helpers/disk/snapshot.js';

const SYSTEM = `format: dangan/scoring-system@1
title: 平安单位
window: { from: 2024-01-01, to: 2026-12-31 }
indicators:
  - code: "1"
    name: 组织领导
    children:
      - code: "1.1"
        name: 领导机构
        evidence:
          - { id: plan, title: 年度计划, kind: plan, every: year }
          - { title: 工作制度, kind: rule }
      - code: "1.2"
        name: 反恐防范
        evidence:
          - { id: plan, title: 反恐预案, kind: plan }
          - { title: 工作制度, kind: rule }
  - code: "2"
    name: 日常工作
    children:
      - { code: "2.1", name: 排查台账 }
      - code: "2.2"
        name: 集中学法
        evidence:
          - { title: 集中学法, activity: true, every: quarter, of: [{ kind: photo }] }
      - { code: "2.3", name: 宣传照片 }
`;

const ONE = '1 组织领导/1.1 领导机构';
const TWO = '1 组织领导/1.2 反恐防范';
const LAW = '2 日常工作/2.2 集中学法';
const PHOTOS = '2 日常工作/2.3 宣传照片';

let root = '';
let before: Snapshot = {};

beforeEach(() => {
  root = temporaryFolder();
  writeTree(root, {
    'dangan.yaml': 'unit: { name: 县水利局 }\nsystem: criteria.yaml\n',
    'criteria.yaml': SYSTEM,
    [`档案/${ONE}/01：年度计划.docx`]: 'plan',
    [`档案/${ONE}/02：工作制度.docx`]: 'rule',
    [`档案/${ONE}/03：通知.docx`]: 'notice',
    [`档案/${ONE}/ledger.yaml`]: `entries:
  - { file: 01：年度计划.docx, requirements: [plan], references: [1.2#工作制度], pages: 3 }
  - { file: 02：工作制度.docx, requirements: [工作制度], number: 〔2024〕3号 }
  - { file: 03：通知.docx, date: 2024-03-05 }
`,
    [`档案/${TWO}/01：通知.docx`]: 'another',
    [`档案/${LAW}/2024年第一季度/01：照片.jpg`]: 'spring',
    [`档案/${LAW}/2024年第一季度/ledger.yaml`]:
      'entries:\n  - { file: 01：照片.jpg, caption: { 地点: 会议室 } }\n',
    [`档案/${LAW}/2024年第二季度/01：照片.jpg`]: 'summer',
    [`档案/${PHOTOS}/`]: '',
  });
  before = evidence();
});

const move = (...words: string[]) => dangan(['move', ...words], { cwd: root });
const files = () => treeOf(join(root, '档案')).filter((path) => !path.endsWith('ledger.yaml'));
const ledger = (folder: string): unknown => {
  const { entries } = parse(readFileSync(join(root, '档案', folder, 'ledger.yaml'), 'utf8')) as {
    entries: readonly Record<string, unknown>[] | null;
  };
  const known = (key: string) => key !== 'bytes' && key !== 'sha256';
  return entries?.map((entry) =>
    Object.fromEntries(Object.entries(entry).filter(([key]) => known(key))),
  );
};

/** What undo gives back: everything but the journal. */
function evidence(): Snapshot {
  const all = Object.entries(snapshot(root));
  return Object.fromEntries(all.filter(([path]) => !path.startsWith('.dangan')));
}

test('without --write nothing moves', () => {
  const { code, out } = move('1.1/03', '--to', '1.2');
  expect([code, out]).toEqual([0, expect.stringContaining(`→ 档案/${TWO}/02：通知.docx`)]);
  expect(evidence()).toEqual(before);
});

describe('to another indicator', () => {
  test('it gets the next ordinal there, and its ledger entry goes along', () => {
    move('1.1/02', '--to', '1.2', '--write');
    expect(files()).toContain(`${TWO}/02：工作制度.docx`);
    expect(ledger(TWO)).toEqual([
      { file: '02：工作制度.docx', requirements: ['工作制度'], number: '〔2024〕3号' },
    ]);
    expect(ledger(ONE)).toMatchObject([{ file: '01：年度计划.docx' }, { file: '03：通知.docx' }]);
  });

  test('a requirement that only has the same id there is not taken for it', () => {
    const { note } = move('1.1/01', '--to', '1.2', '--write');
    expect(note).toContain('“对应要求：plan”在那里没有意义，已去掉');
    expect(ledger(TWO)).toEqual([
      { file: '02：年度计划.docx', requirements: ['工作制度'], pages: 3 },
    ]);
  });

  test.each([
    [['1.1/03', '--to', '1.2']],
    [['1.1/01', '1.1/02', '1.1/03', '--to', '2.3']],
    [['1.1/03', '--title', '学习通知']],
    [['1.1/01', '--trash']],
    [['1.1/01', '--trash', '--renumber']],
    [[`档案/${LAW}/2024年第一季度`, '--to', '2.3']],
    [[`档案/${LAW}/2024年第一季度`, '--trash']],
  ])('undo gives everything back after %j', (words) => {
    expect(move(...words, '--write').code).toBe(0);
    expect(evidence()).not.toEqual(before);
    expect(dangan(['undo'], { cwd: root }).code).toBe(0);
    expect(evidence()).toEqual(before);
  });

  test('ordinals behind it stay, which is told; --renumber closes the gap', () => {
    const { note } = move('1.1/01', '--to', '2.3', '--write');
    expect(note).toContain(`空出了 01 号`);
    expect(note).toContain(`dangan move "档案/${ONE}" --renumber`);
    move('1.1', '--renumber', '--write');
    expect(files()).toEqual(
      expect.arrayContaining([`${ONE}/01：工作制度.docx`, `${ONE}/02：通知.docx`]),
    );
    expect(ledger(ONE)).toMatchObject([{ file: '01：工作制度.docx' }, { file: '02：通知.docx' }]);
  });

  test('the name alone of a folder of an activity names it; two of that name are listed', () => {
    const { out } = move('1.1/03', '--to', '2024年第二季度');
    expect(out).toContain(`→ 档案/${LAW}/2024年第二季度/02：通知.docx`);
    writeTree(root, { [`档案/${PHOTOS}/2024年第二季度/01：展板.jpg`]: 'board' });
    const { code, note } = move('1.1/03', '--to', '2024年第二季度');
    expect([code, note]).toEqual([2, expect.stringContaining(`档案/${PHOTOS}/2024年第二季度`)]);
    expect(note).toContain('请写其中一个的路径');
    expect(move('1.1/03', '--to', `档案/${PHOTOS}/2024年第二季度`).code).toBe(0);
  });

  test('gaps are told in as many digits as the archive has', () => {
    const settings = 'unit: { name: 县水利局 }\nsystem: criteria.yaml\nnaming: { digits: 3 }\n';
    writeTree(root, { 'dangan.yaml': settings });
    expect(move('1.1/01', '--to', '2.3').note).toContain('会空出 001 号');
  });

  test('what an activity was called goes into the title where activities are not kept', () => {
    const { note } = move(`档案/${LAW}/2024年第一季度`, '--to', '2.3', '--write');
    expect(note).toContain('空文件夹已移到废件箱');
    expect(files()).toContain(`${PHOTOS}/01：照片（2024年第一季度）.jpg`);
    expect(files()).not.toContain(`${LAW}/2024年第一季度/`);
    expect(ledger(PHOTOS)).toMatchObject([{ caption: { 地点: '会议室' } }]);
  });

  test('a photo of another activity goes into its folder', () => {
    move(
      `档案/${LAW}/2024年第一季度/01：照片.jpg`,
      '--to',
      `档案/${LAW}/2024年第二季度`,
      '--write',
    );
    expect(files().filter((path) => path.startsWith(LAW))).toEqual([
      `${LAW}/2024年第二季度/01：照片.jpg`,
      `${LAW}/2024年第二季度/02：照片.jpg`,
    ]);
  });

  test('what is there already stays, and is told with what to do', () => {
    writeTree(root, { [`档案/${TWO}/02：旧通知.docx`]: 'notice' });
    const { out, note } = move('1.1/03', '--to', '1.2', '--write');
    expect(out).toContain('没有要挪的');
    expect(note).toContain(`与 档案/${TWO}/02：旧通知.docx 内容相同`);
  });

  test('a waiver that knows it by its old place is told', () => {
    writeTree(root, {
      'waivers.yaml': `waivers:
  - { rule: name-title-vague, indicator: "1.1", title: 通知, reason: 就叫这个, owner: 办公室, until: 2030-01-01 }
`,
    });
    expect(move('1.1/03', '--to', '1.2').note).toContain('有 1 条豁免');
    expect(move('1.1/02', '--to', '1.2').note).not.toContain('豁免');
  });

  test('the proof that something does not apply is missed where that is said', () => {
    writeTree(root, {
      [`档案/${TWO}/ledger.yaml`]: 'notApplicable:\n  - { reason: 没有, proof: 01：通知.docx }\n',
    });
    expect(move('1.2/01', '--to', '1.1').note).toContain('的证明，请另补一份');
  });
});

describe('another title', () => {
  test('the ordinal stays, and the ledger follows', () => {
    move('1.1/03', '--title', '学习通知', '--write');
    expect(files()).toContain(`${ONE}/03：学习通知.docx`);
    expect(ledger(ONE)).toContainEqual({ file: '03：学习通知.docx', date: '2024-03-05' });
  });

  test('of several photos each is told apart, and keeps its date', () => {
    for (const name of ['01：IMG_20240305_093012.jpg', '02：IMG_20240305_093047.jpg', '03：3.jpg'])
      writeTree(root, { [`档案/${PHOTOS}/${name}`]: name });
    move(`档案/${PHOTOS}/0?：*.jpg`, '--title', '学雷锋', '--write');
    expect(files().filter((path) => path.startsWith(PHOTOS))).toEqual([
      `${PHOTOS}/01：学雷锋1（2024年3月5日）.jpg`,
      `${PHOTOS}/02：学雷锋2（2024年3月5日）.jpg`,
      `${PHOTOS}/03：学雷锋.jpg`,
    ]);
  });
});

test('what is taken out is in the trash folder, and its entry in the journal', () => {
  move('1.1/02', '--trash', '--write');
  expect(ledger(ONE)).toMatchObject([{ file: '01：年度计划.docx' }, { file: '03：通知.docx' }]);
  const trash = treeOf(join(root, '.dangan/trash'));
  expect(trash).toEqual([expect.stringMatching(/02：工作制度\.docx$/)]);
  expect(dangan(['check', '--rule', 'meta-orphan'], { cwd: root }).code).toBe(0);
});

describe('in order of date', () => {
  const MONTHS = '档案/2 日常工作/2.1 排查台账';
  const months = () => files().filter((path) => path.includes('2.1 排查台账/'));

  beforeEach(() => {
    writeTree(root, {
      [`${MONTHS}/01：说明.docx`]: '0',
      [`${MONTHS}/02：2024年3月台账.xlsx`]: '3',
      [`${MONTHS}/03：2024年第一季度小结.docx`]: 'Q1',
      [`${MONTHS}/04：2024年12月台账.xlsx`]: '12',
      [`${MONTHS}/05：台账.xlsx`]: '2',
      [`${MONTHS}/06：附件.xlsx`]: '1',
      [`${MONTHS}/07：2024年工作计划.docx`]: 'plan',
      [`${MONTHS}/ledger.yaml`]: 'entries:\n  - { file: 05：台账.xlsx, date: 2024-02 }\n',
    });
    before = evidence();
  });

  test('papers come by the end of their days, plans by the first, what has no date last as it was', () => {
    expect(move('2.1', '--by-date', '--write').code).toBe(0);
    expect(months().map((path) => path.split('/').at(-1))).toEqual([
      '01：2024年工作计划.docx',
      '02：台账.xlsx',
      '03：2024年3月台账.xlsx',
      '04：2024年第一季度小结.docx',
      '05：2024年12月台账.xlsx',
      '06：说明.docx',
      '07：附件.xlsx',
    ]);
    expect(ledger('2 日常工作/2.1 排查台账')).toEqual([{ file: '02：台账.xlsx', date: '2024-02' }]);
  });

  test('a second time there is nothing to do', () => {
    move('2.1', '--by-date', '--write');
    expect(move(MONTHS, '--by-date').out).toContain('次序已经对了');
  });

  test('undo gives the old ordinals back', () => {
    move(MONTHS, '--by-date', '--write');
    dangan(['undo'], { cwd: root });
    expect(evidence()).toEqual(before);
  });
});

test.each([
  [['1.1/03'], '没有写怎么办'],
  [['1.1/03', '--to', '1.2', '--trash'], '一次只做一样'],
  [['1.1/03', '--title', ' '], '题名是空的'],
  [['1.1/03', '--title', '汉'.repeat(84)], '题名不会自动截断'],
  [['criteria.yaml', '--trash'], '不是这个档案的材料'],
  [['档案', '--trash'], '不是这个档案的材料'],
  [['1.1', '--trash'], '是指标的编号或名称'],
  [['1.1/09', '--trash'], '找不到 1.1/09'],
  [['1.1/03', '--to', '9.9'], '没有编号或名称是“9.9”的指标'],
])('%j is refused', (words, told) => {
  const { code, note } = move(...words, '--write');
  expect([code, note]).toEqual([2, expect.stringContaining(told)]);
  expect(evidence()).toEqual(before);
});

test('an ordinal that two papers have is not guessed', () => {
  writeTree(root, { [`档案/${ONE}/03：方案.docx`]: 'x' });
  expect(move('1.1/03', '--trash').note).toContain('03：方案.docx、03：通知.docx');
});

test('programs are told what moves, and what entries lose', () => {
  const { out } = move('1.1/01', '--to', '1.2', '--format', 'json');
  const result = JSON.parse(out) as object;
  expect(faultsBy('move', result)).toEqual([]);
  expect(result).toMatchObject({
    moved: [{ from: `档案/${ONE}/01：年度计划.docx`, to: `档案/${TWO}/02：年度计划.docx` }],
    dropped: [{ key: 'requirements', names: ['plan'] }],
    gaps: [{ folder: `档案/${ONE}`, ordinals: [1] }],
    entry: null,
  });
});

test('a folder that is gone is no reason to lose what moves to an indicator without one', () => {
  rmSync(join(root, '档案', PHOTOS), { recursive: true });
  expect(move('1.1/03', '--to', '2.3', '--write').code).toBe(0);
  expect(files()).toContain(`${PHOTOS}/01：通知.docx`);
});

test('where years have folders of their own, what is moved stays in its year', () => {
  root = temporaryFolder();
  writeTree(root, {
    'dangan.yaml': 'unit: { name: 县水利局 }\nsystem: criteria.yaml\nfolders: { years: leaf }\n',
    'criteria.yaml': SYSTEM,
    [`档案/${ONE}/2024年/01：反恐预案.docx`]: 'plan',
    [`档案/${ONE}/2025年/01：反恐预案.docx`]: 'next plan',
    '档案/反恐值班表2026年5月.xlsx': 'stray',
  });
  const { code } = move(
    `档案/${ONE}/2024年/01：反恐预案.docx`,
    `档案/${ONE}/2025年/01：反恐预案.docx`,
    '档案/反恐值班表2026年5月.xlsx',
    ...['--to', '1.2', '--write'],
  );
  expect([code, files().filter((path) => !path.endsWith('/'))]).toEqual([
    0,
    [
      `${TWO}/2024年/01：反恐预案.docx`,
      `${TWO}/2025年/01：反恐预案.docx`,
      `${TWO}/2026年/01：反恐值班表2026年5月.xlsx`,
    ],
  ]);
});
