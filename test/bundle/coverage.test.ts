/** Whether the evidence in a bundle is enough, judged by what the bundle holds; apart from the verdict. */
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import stringWidth from 'string-width';
import { describe, expect, test } from 'vitest';
import { heldArchive } from '../../src/core/bundle/coverage/held-archive.js';
import { randomOf } from '../../src/core/bundle/judge/random.js';
import { messagesIn } from '../../src/messages/index.js';
import { bundleJson } from '../../src/report/bundle/json.js';
import { bundleText } from '../../src/report/bundle/text.js';
import { changedBytes, oneOf } from '../helpers/mutations.js';
import { parseIndex } from '../../src/core/bundle/index/parse-index.js';
import { readFilled } from '../../src/io/samples/filled.js';
import { verifyBundle } from '../../src/io/bundle/reading/verify.js';
import { folderWith, sealed, temporary, zipOf, type BagContents } from '../helpers/bags.js';
import { dangan } from '../helpers/cli.js';
import { faultsBy } from '../helpers/published-schemas.js';
import { splitArchive } from '../helpers/split-archive.js';
import { systemOf } from '../helpers/system-of.js';
import { tarGzOf } from '../helpers/tar-bytes.js';

interface Told {
  readonly today: string;
  readonly reliable: boolean;
  readonly summary: {
    readonly requirements: Record<string, number>;
    readonly indicators: Record<string, number>;
  };
  readonly short: readonly {
    readonly indicator: { readonly path: string };
    readonly state: string;
    readonly requirements: readonly { readonly title: string; readonly state: string }[];
  }[];
}

const threads = { count: 1, worker: new URL('file:///none') };
const same = (text: string) => text;
const PLAIN_STYLES = {
  ...{ bold: same, dim: same, red: same },
  ...{ yellow: same, cyan: same, green: same },
};

/** What `verify` tells of requirements, and its exit code. */
function told(bundle: string, ...words: readonly string[]): { code: number | null; told: Told } {
  const { code, out } = dangan(['verify', bundle, '--format', 'json', ...words]);
  const { coverage } = JSON.parse(out) as { coverage: { requirements: Told } };
  return { code, told: coverage.requirements };
}

/** States with anything in them. */
const counted = (counts: Record<string, number>) =>
  Object.fromEntries(Object.entries(counts).filter(([, count]) => count > 0));
const requirementsIn = (bundle: string, ...words: readonly string[]) =>
  counted(told(bundle, ...words).told.summary.requirements);

const SYSTEM = `format: dangan/scoring-system@1
title: 标准
window: { from: 2020-01-01, to: 2020-12-31 }
owners: { o: 办公室 }
indicators:
  - code: "1"
    name: 组织领导
    owner: o
    points: 4
    evidence:
      - { title: 领导小组文件, kind: document }
      - { title: 会议纪要, kind: minutes, every: half-year }
  - code: "2"
    name: 道德讲堂
    owner: o
    points: 2
    exempt: { proof: 不设讲堂的证明 }
    evidence: [{ title: 讲堂照片, kind: photo }]
`;

const COMPLETE = {
  '1 组织领导/01：2020年领导小组文件.docx': '甲',
  '1 组织领导/02：2020年3月会议纪要.docx': '乙',
  '1 组织领导/03：2020年9月会议纪要.docx': '丙',
  '2 道德讲堂/01：2020年讲堂照片.jpg': '丁',
} as const;

/** @param files - Below the evidence root. */
function archiveWith(files: BagContents, settings = 'unit: { name: 县水利局 }\n'): string {
  const root = temporary();
  const all = {
    'dangan.yaml': settings,
    'criteria.yaml': SYSTEM,
    ...Object.fromEntries(Object.entries(files).map(([path, data]) => [`档案/${path}`, data])),
  };
  for (const [path, data] of Object.entries(all)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), data);
  }
  return root;
}

function packed(root: string, today: string, ...words: readonly string[]): string {
  const to = join(temporary(), 'b');
  const { code, note } = dangan([
    'pack',
    root,
    '--folder',
    '-o',
    to,
    '--today',
    today,
    '--allow-errors',
    ...words,
  ]);
  expect(code, note).toBe(0);
  return to;
}
const bundleOf = (files: BagContents) => packed(archiveWith(files), '2021-03-01');
const without = (name: keyof typeof COMPLETE): BagContents =>
  Object.fromEntries(Object.entries(COMPLETE).filter(([path]) => path !== name));

test('an indicator with a long name is told within the width of the terminal', () => {
  const root = archiveWith(without('1 组织领导/03：2020年9月会议纪要.docx'));
  const path = join(root, 'criteria.yaml');
  const name =
    '组织领导，主要负责人任组长，明确分管领导、责任科室和具体联络人员，并根据人员变动及时调整';
  const system = readFileSync(path, 'utf8');
  writeFileSync(path, system.replace('name: 组织领导', `name: ${name}\n    folder: 组织领导`));
  const bundle = packed(root, '2021-03-01');
  const { out } = dangan(['verify', bundle], { environment: { COLUMNS: '80' } });
  expect(out.replace(/\s+/g, '')).toContain(`[1]${name}4分`);
  expect(out.split('\n').filter((line) => stringWidth(line) > 80)).toEqual([]);
});

const examples = fileURLToPath(new URL('../../examples/', import.meta.url));
const filled = readdirSync(examples).filter((name) =>
  existsSync(join(examples, name, 'filled.yaml')),
);

describe.each(filled)('%s, filled', (name) => {
  test('is told of its bundle as of the archive that was packed', async () => {
    const cwd = temporary();
    expect(dangan(['init', 'a', '--system', name, '--filled'], { cwd }).code).toBe(0);
    const today = (await readFilled(join(examples, name, 'criteria.yaml')))?.today ?? '';
    const status = JSON.parse(
      dangan(['status', 'a', '--today', today, '--format', 'json'], { cwd }).out,
    ) as Pick<Told, 'summary'>;
    const { requirements, indicators } = status.summary;
    expect(told(packed(join(cwd, 'a'), today)).told).toMatchObject({
      today,
      reliable: true,
      summary: { requirements, indicators },
    });
  });
});

test('all that is asked for is there', () => {
  const { told: found, code } = told(bundleOf(COMPLETE));
  expect({ code, ...found }).toEqual({
    code: 0,
    today: '2021-03-01',
    reliable: true,
    summary: {
      requirements: expect.objectContaining({ met: 3 }) as object,
      indicators: expect.objectContaining({ met: 2 }) as object,
    },
    vetoes: [],
    proofs: [],
    short: [],
  });
});

test('a period without its evidence is told, and changes neither verdict nor exit code', () => {
  const { code, told: found } = told(bundleOf(without('1 组织领导/03：2020年9月会议纪要.docx')));
  expect({ code, short: found.short }).toMatchObject({
    code: 0,
    short: [{ indicator: { path: '1' }, state: 'late', requirements: [{ title: '会议纪要' }] }],
  });
});

test('of what is due later nothing is owed on an earlier day', () => {
  const bundle = bundleOf(without('1 组织领导/03：2020年9月会议纪要.docx'));
  expect(requirementsIn(bundle, '--today', '2020-08-01')).toEqual({ met: 2, open: 1 });
});

test('undated evidence is for a person to judge', () => {
  const dated = '1 组织领导/03：2020年9月会议纪要.docx';
  const files = { ...without(dated), '1 组织领导/03：会议纪要.docx': '丙' };
  expect(requirementsIn(bundleOf(files))).toEqual({ met: 2, person: 1 });
});

test('a date in the ledger counts, whatever colon the name had', () => {
  const ledger = `entries:\n  - { file: "03:会议纪要.docx", date: 2020-09-01 }\n`;
  const files = {
    ...without('1 组织领导/03：2020年9月会议纪要.docx'),
    '1 组织领导/03:会议纪要.docx': '丙',
    '1 组织领导/ledger.yaml': ledger,
  };
  expect(requirementsIn(bundleOf(files))).toEqual({ met: 3 });
});

describe('an indicator that does not apply', () => {
  const said = 'notApplicable:\n  - { reason: 本单位不设讲堂, proof: 01：不设讲堂的证明.docx }\n';
  const files = {
    ...without('2 道德讲堂/01：2020年讲堂照片.jpg'),
    '2 道德讲堂/ledger.yaml': said,
  };

  test('is exempt with its proof', () => {
    const proven = { ...files, '2 道德讲堂/01：不设讲堂的证明.docx': '证明' };
    expect(requirementsIn(bundleOf(proven))).toEqual({ met: 2, exempt: 1 });
  });

  test('is short without it', () => {
    expect(requirementsIn(bundleOf(files))).toEqual({ met: 2, short: 1 });
  });

  test('is so by the profile of the unit, which the index tells', () => {
    const root = archiveWith(
      without('2 道德讲堂/01：2020年讲堂照片.jpg'),
      'unit: { name: 县水利局, profile: { type: 机关 } }\n',
    );
    const system = SYSTEM.replace(
      'exempt: { proof: 不设讲堂的证明 }',
      'applies: { unit: { type: 学校 } }',
    );
    writeFileSync(join(root, 'criteria.yaml'), system);
    expect(requirementsIn(packed(root, '2021-03-01'))).toEqual({ met: 2, exempt: 1 });
  });
});

test('a group that does not apply has the folder of its proof, and nothing below it', () => {
  const group = `  - code: "2"
    name: 道德讲堂
    owner: o
    applies: { unit: { type: 学校 } }
    exempt: { proof: [{ title: 不设讲堂的证明 }] }
    children:
      - { code: "2.1", name: 讲堂, points: 2, evidence: [{ title: 讲堂照片, kind: photo }] }
`;
  const root = archiveWith(
    {
      ...without('2 道德讲堂/01：2020年讲堂照片.jpg'),
      '2 道德讲堂/01：2020年不设讲堂的证明.docx': '证明',
    },
    'unit: { name: 县水利局, profile: { type: 机关 } }\n',
  );
  const before = SYSTEM.slice(0, SYSTEM.indexOf('  - code: "2"'));
  writeFileSync(join(root, 'criteria.yaml'), before + group);
  const { told: found, code } = told(packed(root, '2021-03-01'));
  expect([code, found.reliable, counted(found.summary.requirements)]).toEqual([
    0,
    true,
    { met: 3 },
  ]);
});

test('a window and year folders of the archive are in the index', () => {
  const settings =
    'unit: { name: 县水利局 }\nwindow: 2019-01-01..2020-12-31\nfolders: { years: leaf }\n';
  const root = archiveWith(
    {
      '1 组织领导/2019年/01：领导小组文件.docx': '甲',
      '1 组织领导/2019年/02：3月会议纪要.docx': '乙',
      '1 组织领导/2020年/01：9月会议纪要.docx': '丙',
      '2 道德讲堂/2020年/01：讲堂照片.jpg': '丁',
    },
    settings,
  );
  const { told: found } = told(packed(root, '2021-03-01'));
  const status = dangan(['status', root, '--today', '2021-03-01', '--format', 'json']).out;
  expect(found.reliable).toBe(true);
  expect(found.summary).toMatchObject({
    indicators: (JSON.parse(status) as Told).summary.indicators,
    requirements: (JSON.parse(status) as Told).summary.requirements,
  });
});

describe('what was read in files at packing', () => {
  const cwd = temporary();
  const root = join(cwd, 'a');
  const name = 'quarterly-dynamic-2020-unit';
  const make = () => {
    if (!existsSync(root)) dangan(['init', 'a', '--system', name, '--filled'], { cwd });
    return packed(root, '2020-07-10');
  };

  const toldIn = (path: string) =>
    (
      JSON.parse(readFileSync(join(path, 'index.json'), 'utf8')) as {
        evidence: { path: string; taken?: string; characters?: number; created?: string }[];
      }
    ).evidence.filter(({ path }) => /学雷锋日清理|情况说明/.test(path));

  test('is told in the index, where it decides something', () => {
    expect(toldIn(make())).toMatchObject([{}, { created: '2020-03-31', characters: 260 }]);
  });

  test('a camera’s day is, where no caption has the time', () => {
    expect(toldIn(make())[0]).not.toHaveProperty('taken');
    const ledger = join(root, '档案/5 学雷锋志愿服务/ledger.yaml');
    const text = readFileSync(ledger, 'utf8');
    writeFileSync(
      ledger,
      text.replace('      时间: 2020-03-05\n      地点: 清水河', '      地点: 清水河'),
    );
    expect(toldIn(make())[0]).toMatchObject({ taken: '2020-03-05' });
    writeFileSync(ledger, text);
  });

  test('is the same in each bundle of the same files', () => {
    const [first, second] = [make(), make()].map((path) => readFileSync(join(path, 'index.json')));
    expect(first).toEqual(second);
  });

  test('is left to a person where an index tells nothing of it', () => {
    const path = make();
    const index = readFileSync(join(path, 'index.json'), 'utf8');
    const older = index.replaceAll(/,"(?:created|taken|characters)":(?:"[^"]*"|\d+)/g, '');
    const before = requirementsIn(path);
    writeFileSync(join(path, 'index.json'), older);
    const after = requirementsIn(path);
    expect([before['met'], (after['met'] ?? 0) < (before['met'] ?? 0)]).toEqual([15, true]);
  });
});

describe('only what holds is relied on', () => {
  const ledger = `entries:\n  - { file: 02：2020年3月会议纪要.docx, owner: o }\n`;
  const files = { ...COMPLETE, '1 组织领导/ledger.yaml': ledger };
  const path = 'data/1 组织领导/ledger.yaml';

  test('a ledger that was changed after packing is not', () => {
    const bundle = bundleOf(files);
    const before = told(bundle);
    writeFileSync(join(bundle, path), ledger.replace('owner: o', 'state: draft'));
    const after = told(bundle);
    expect([before, after].map(({ code, told: { reliable } }) => [code, reliable])).toEqual([
      [0, true],
      [1, false],
    ]);
  });

  test('nor is one that cannot be read', () => {
    const { told: found } = told(bundleOf({ ...files, '1 组织领导/ledger.yaml': 'entries: 甲\n' }));
    expect(found.reliable).toBe(false);
  });

  test('nor one that is longer than any', () => {
    const long = `${ledger}#${'长'.repeat(2 ** 21)}\n`;
    const { told: found } = told(bundleOf({ ...files, '1 组织领导/ledger.yaml': long }));
    expect(found.reliable).toBe(false);
  });

  test('nor evidence that is missing', () => {
    const bundle = bundleOf(files);
    const all = Object.keys(contentsOf(bundle)).filter((each) => !each.includes('讲堂照片'));
    const kept = contentsOf(bundle);
    const { told: found } = told(
      folderWith(Object.fromEntries(all.map((each) => [each, kept[each] ?? '']))),
    );
    expect([found.reliable, found.short.map(({ indicator }) => indicator.path)]).toEqual([
      false,
      ['2'],
    ]);
  });

  test('nor folders that the index gives to other indicators', () => {
    const bundle = contentsOf(bundleOf(files));
    const index = JSON.parse(String(bundle['index.json'])) as {
      indicators: { folders: string[] }[];
      evidence: { indicator: string }[];
    };
    const [first, second] = index.indicators;
    if (first && second) [first.folders, second.folders] = [second.folders, first.folders];
    for (const row of index.evidence) row.indicator = row.indicator === '1' ? '2' : '1';
    const retold = sealed({ ...bundle, 'index.json': JSON.stringify(index) });
    expect(told(folderWith(retold)).told.reliable).toBe(false);
  });
});

/** Every file of a bundle that is a folder. */
function contentsOf(bundle: string): BagContents {
  const files = readdirSync(bundle, { recursive: true, withFileTypes: true }).filter((each) =>
    each.isFile(),
  );
  return Object.fromEntries(
    files.map(({ parentPath, name }) => {
      const path = join(parentPath, name);
      return [path.slice(bundle.length + 1).replaceAll('\\', '/'), readFileSync(path)];
    }),
  );
}

test('a tar.gz is judged with its ledgers, too', () => {
  const ledger = 'entries:\n  - { file: 03：会议纪要.docx, date: 2020-09-01 }\n';
  const bundle = bundleOf({
    ...without('1 组织领导/03：2020年9月会议纪要.docx'),
    '1 组织领导/03：会议纪要.docx': '丙',
    '1 组织领导/ledger.yaml': ledger,
  });
  const { told: found } = told(tarGzOf(contentsOf(bundle)));
  expect([found.reliable, counted(found.summary.requirements)]).toEqual([true, { met: 3 }]);
});

test('each of several bundles is judged by what it is to hold', () => {
  const root = splitArchive(200_000);
  const out = join(temporary(), 'b.zip');
  const words = ['pack', root, '-o', out, '--max-size', '1M', '--format', 'json', '--allow-errors'];
  const { bundles } = JSON.parse(dangan(words).out) as { bundles: { path: string }[] };
  expect(
    bundles.map(({ path }) => {
      const { reliable, short, summary } = told(path).told;
      return [reliable, counted(summary.indicators), short.map(({ indicator }) => indicator.path)];
    }),
  ).toEqual([
    [true, { short: 2 }, ['1/1.1', '1/1.2']],
    [true, { met: 2 }, []],
    [true, { short: 1 }, ['10']],
  ]);
});

test('of very many files requirements are judged when it is asked for', async () => {
  const coverage = { today: undefined, atMost: 3 };
  const { report } = await verifyBundle(bundleOf(COMPLETE), { threads, coverage });
  expect([report.coverage, report.holds]).toEqual(['left', true]);
});

test('a tree deeper than any archive is left out, and not relied on', () => {
  const path = `data/${'1/'.repeat(20_000)}01：甲.txt`;
  const evidence = [{ path, bytes: 1, sha256: '' }];
  const json = { schema: 'dangan/bundle-index@1', indicators: [], evidence };
  const index = parseIndex(Buffer.from(JSON.stringify(json)));
  const there = { rows: new Map([[path, 0]]), folders: new Set<string>() };
  const held = index && heldArchive(index, there, systemOf('indicators: []').system);
  expect(held).toMatchObject({ agrees: false, archive: { root: { files: [], folders: [] } } });
});

test('whatever is changed in what it is judged by, it never crashes', async () => {
  const ledger =
    'entries:\n  - { file: 02：2020年3月会议纪要.docx, date: 2020-03-12 }\nnotApplicable:\n  - { reason: 无 }\n';
  const bundle = contentsOf(bundleOf({ ...COMPLETE, '1 组织领导/ledger.yaml': ledger }));
  const random = randomOf('coverage');
  const judgedBy = ['index.json', 'criteria.yaml', 'data/1 组织领导/ledger.yaml'];
  const view = { say: messagesIn('zh-CN'), styles: PLAIN_STYLES, atMost: Infinity, columns: 80 };
  let judged = 0;
  for (let run = 0; run < 400; run += 1) {
    const name = oneOf(judgedBy, random);
    const changed = changedBytes(Buffer.from(bundle[name] ?? ''), random);
    const path = zipOf(sealed({ ...bundle, [name]: changed }));
    const coverage = { today: undefined, atMost: Infinity };
    const { report } = await verifyBundle(path, { threads, coverage });
    if (report.coverage) judged += 1;
    expect(bundleText(report, 'b.zip', view)).not.toBe('');
    expect(bundleJson(report, path, view.say)).not.toBe('');
    rmSync(path);
  }
  expect(judged).toBeGreaterThan(100);
});

describe('the report', () => {
  const short = bundleOf(without('1 组织领导/03：2020年9月会议纪要.docx'));

  test('names the indicator, its requirement, and what it lacks', () => {
    const { out } = dangan(['verify', short]);
    expect(out).toContain('末级指标 2 项：逾期 1，已齐 1');
    expect(out).toMatch(/\[1\] 组织领导 {2}4 分\n +逾期 +会议纪要 +1\/2期；缺 2020年下半年\n/);
  });

  test.each(['zh-CN', 'en'])('no line but a path is wider than the terminal (%s)', (lang) => {
    const { out } = dangan(['verify', short, '--lang', lang]);
    const wide = out.split('\n').filter((line) => line.replaceAll(/[^\0-\xff]/g, '##').length > 80);
    expect(wide).toEqual([]);
  });

  test('its JSON follows the schema, as does the index', () => {
    const root = archiveWith(
      COMPLETE,
      'unit: { name: 甲, profile: { type: 机关 } }\nwindow: 2019-01-01..2020-12-31\n',
    );
    const index = readFileSync(join(packed(root, '2021-03-01'), 'index.json'), 'utf8');
    const verified = dangan(['verify', short, '--format', 'json']).out;
    expect([
      faultsBy('verify', JSON.parse(verified)),
      faultsBy('bundle-index', JSON.parse(index)),
    ]).toEqual([[], []]);
  });
});

test('vetoes are for people to look into, in a bundle as well', () => {
  const root = archiveWith(COMPLETE);
  const vetoes = 'vetoes:\n  - { code: 一, text: 发生重大安全事故 }\n';
  writeFileSync(join(root, 'criteria.yaml'), SYSTEM + vetoes);
  const bundle = packed(root, '2021-03-01');
  expect(dangan(['verify', bundle, '--lang', 'zh-CN']).out).toContain(
    '一票否决 1 项：有没有发生，材料里看不出，请逐项核实',
  );
});
