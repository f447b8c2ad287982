/** `verify --report 四性=FILE`: what passes, what fails, and what must not pass. */
import fc from 'fast-check';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { FOUR_PROPERTY_ITEMS } from '../../src/core/bundle/four-properties/items.js';
import { codeOf, judgeFourProperties } from '../../src/core/bundle/four-properties/judge.js';
import { BUNDLE_RULES } from '../../src/core/bundle/judge/rules.js';
import { verifyBundle, type SpotCheckOptions } from '../../src/io/bundle/reading/verify.js';
import { messagesIn } from '../../src/messages/index.js';
import {
  declaration,
  folderWith,
  lacking,
  manifestOf,
  notices,
  sealed,
  temporary,
  zipOf,
  zipWith,
} from '../helpers/bags.js';
import { declaring, profileWith } from '../helpers/bag-profiles.js';
import { dangan } from '../helpers/cli.js';
import { HOSTILE } from '../helpers/hostile-zips.js';
import { ourBundle } from '../helpers/our-bundle.js';
import { faultsBy } from '../helpers/published-schemas.js';
import { key, otherKey, signed } from '../helpers/signing.js';
import { smallArchive } from '../helpers/small-archive.js';

const alone = { threads: { count: 1, worker: new URL('file:///none') } };

/** State of every item, by its key. */
async function statesOf(
  path: string,
  options: Partial<SpotCheckOptions> = {},
): Promise<Readonly<Record<string, string>>> {
  const judged = await verifyBundle(path, { ...alone, ...options });
  const items = judgeFourProperties(judged);
  return Object.fromEntries(items.map(({ item, verdict }) => [item.key, verdict.state]));
}

const photo = 'data/2 活动/01：活动照片.jpg';
const second = 'data/1 组织领导/1.1 领导机构/02：2020年度工作计划.txt';
const bundle = ourBundle(notices);
const of = (path: string) => String(bundle[path] ?? '');
const info = 'bag-info.txt';
const refusedZip = () => zipWith(Object.values(HOSTILE.BUNDLE_ENCRYPTED)[0] ?? Buffer.alloc(0));

test.each([
  ['YJ-1-1/digest', { ...bundle, [photo]: 'other' }],
  ['YJ-1-6/names', ourBundle({ ...notices, 'data/2 活动/02：a?.txt': 'x' })],
  [
    'YJ-1-10',
    sealed({ ...bundle, 'index.json': of('index.json').replace('"bytes": 7', '"bytes": 8') }),
  ],
  ['YJ-1-11', sealed({ ...bundle, 'index.json': of('index.json').replace('照片', '相片') })],
  ['YJ-1-12', sealed({ ...bundle, [info]: `${of(info)}no label\n` })],
  ['YJ-1-13', { ...bundle, 'stray.txt': 'x' }],
  ['YJ-1-14', { ...bundle, [photo]: 'other' }],
  ['YJ-2-1', sealed({ ...bundle, [info]: of(info).replace('.3\n', '.4\n') })],
  ['YJ-2-2', sealed({ ...bundle, [info]: of(info).replace('1225.', '1226.') })],
  [
    'YJ-2-6',
    ourBundle(
      lacking(notices, second.replace('02', '01').replace(/[^/]*$/, '01：创建领导小组文件.txt')),
    ),
  ],
  ['YJ-2-7', lacking(bundle, photo)],
  ['YJ-2-10', lacking(bundle, 'criteria.yaml')],
  ['YJ-2-11', { ...bundle, 'data/多出.txt': 'x' }],
  ['YJ-3-1', sealed({ ...bundle, 'index.json': '{' })],
  ['YJ-4-3/package', { ...bundle, 'data/Thumbs.db': 'x' }],
])('%s fails where it must, and passes otherwise', async (key, broken) => {
  const passes = key === 'YJ-1-14' ? 'notChecked' : 'passed';
  expect([
    (await statesOf(folderWith(broken)))[key],
    (await statesOf(folderWith(bundle)))[key],
  ]).toEqual(['failed', passes]);
});

test.each([
  ['YJ-3-8/package', HOSTILE.BUNDLE_ENCRYPTED],
  ['YJ-4-7/package', HOSTILE.BUNDLE_LINK],
  ['YJ-2-11', HOSTILE.BUNDLE_TRUNCATED],
])('%s fails for a zip that is refused for it, and passes for one in order', async (key, zips) => {
  const [refused = Buffer.alloc(0)] = Object.values(zips);
  expect([(await statesOf(zipWith(refused)))[key], (await statesOf(zipOf(bundle)))[key]]).toEqual([
    'failed',
    'passed',
  ]);
});

test.each(['YJ-2-3', 'YJ-2-4'])('%s is judged by a profile of the receiver only', async (key) => {
  const bag = declaring(sealed(bundle));
  const asks = (label: string) => profileWith({ 'Bag-Info': { [label]: { required: true } } });
  const state = async (options: Partial<SpotCheckOptions>) =>
    (await statesOf(folderWith(bag), options))[key];
  expect([
    await state({}),
    await state({ profile: asks('Payload-Oxum') }),
    await state({ profile: asks('Contact-Name') }),
  ]).toEqual(['notChecked', 'passed', 'failed']);
});

test('a signature passes only for the key that was given', async () => {
  const path = folderWith(signed(bundle));
  const states = await Promise.all([
    statesOf(path),
    statesOf(path, { key: key.publicKey }),
    statesOf(path, { key: otherKey.publicKey }),
    statesOf(folderWith(bundle), { key: key.publicKey }),
  ]);
  expect(states.map((each) => each['YJ-1-1/signature'])).toEqual([
    'notChecked',
    'passed',
    'failed',
    'failed',
  ]);
  expect(states.map((each) => each['YJ-1-14'])).toEqual([
    'notChecked',
    'passed',
    'failed',
    'failed',
  ]);
});

test('a signature does not make up for a file that was changed since', async () => {
  const path = folderWith({ ...signed(bundle), [photo]: 'other' });
  expect(await statesOf(path, { key: key.publicKey })).toMatchObject({
    'YJ-1-1/signature': 'passed',
    'YJ-1-1/digest': 'failed',
    'YJ-1-14': 'failed',
  });
});

test('of a zip that was refused nothing passes', async () => {
  for (const zips of Object.values(HOSTILE)) {
    for (const bytes of Object.values(zips)) {
      const judged = await verifyBundle(zipWith(bytes), alone);
      if (judged.report.read) continue;
      const states = judgeFourProperties(judged).map(({ verdict }) => verdict.state);
      expect(states).not.toContain('passed');
    }
  }
});

/** What needs every file to have been read. */
const ofDigests = FOUR_PROPERTY_ITEMS.filter(({ needs }) => needs.includes('digests'));

test('nothing that needs every file to be read passes after a sample', async () => {
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 1, max: 2 }), fc.string(), async (count, seed) => {
      const only = { indicators: [], sample: { count, seed } };
      const states = await statesOf(folderWith(bundle), { only });
      for (const { key } of ofDigests) expect(states[key]).not.toBe('passed');
    }),
    { numRuns: 20 },
  );
});

test.each(['1.1', '2'])('nor when only indicator %s is read', async (code) => {
  const states = await statesOf(folderWith(bundle), {
    only: { indicators: [code], sample: undefined },
  });
  for (const { key } of ofDigests) expect(states[key]).not.toBe('passed');
});

const parts: readonly string[] = [
  'index.json',
  'bag-info.txt',
  'bagit.txt',
  'manifest-sha256.txt',
  'tagmanifest-sha256.txt',
];
const needing = (...checks: readonly string[]) =>
  FOUR_PROPERTY_ITEMS.filter(({ needs }) => needs.some((need) => checks.includes(need)));
const NEEDED: Readonly<Record<string, readonly string[]>> = {
  'index.json': ['index', 'presence'],
  'bag-info.txt': ['oxum', 'texts'],
  'bagit.txt': ['texts'],
  'manifest-sha256.txt': ['list'],
  'tagmanifest-sha256.txt': ['tagList'],
};

test('whatever tag files a bag lacks, no item that needs one of them passes', async () => {
  await fc.assert(
    fc.asyncProperty(fc.subarray([...parts], { minLength: 1, maxLength: 4 }), async (gone) => {
      const rest = gone.reduce((files, name) => lacking(files, name), bundle);
      const states = await statesOf(folderWith(rest));
      const checks = gone.flatMap((name) => NEEDED[name] ?? []);
      for (const { key } of needing(...checks)) expect(states[key]).not.toBe('passed');
    }),
    { numRuns: 31 },
  );
});

test('a line of the manifest that cannot be read leaves open whether all files are there', async () => {
  const manifest = `${of('manifest-sha256.txt')}what is this\n`;
  const states = await statesOf(folderWith(sealed({ ...bundle, 'manifest-sha256.txt': manifest })));
  expect(states).toMatchObject({ 'YJ-2-7': 'notChecked', 'YJ-1-1/digest': 'failed' });
});

test('a plain bag is not judged by what only a bundle of ours has', async () => {
  const plain = {
    ...notices,
    'bagit.txt': declaration(),
    'manifest-sha256.txt': manifestOf(notices),
  };
  expect(await statesOf(folderWith(plain))).toMatchObject({
    'YJ-1-1/digest': 'passed',
    'YJ-1-7': 'notChecked',
    'YJ-1-11': 'notChecked',
    'YJ-1-13': 'notChecked',
    'YJ-2-1': 'notChecked',
    'YJ-2-8': 'notChecked',
    'YJ-2-11': 'passed',
  });
});

test('evidence without an ordinal leaves open whether numbers are missing', async () => {
  const states = await statesOf(folderWith(ourBundle({ ...notices, 'data/2 活动/方案.txt': 'x' })));
  expect(states['YJ-2-6']).toBe('notChecked');
});

test('never passed: what only people, other programs or nobody here can tell', async () => {
  const states = await statesOf(zipOf(bundle));
  const never = FOUR_PROPERTY_ITEMS.filter(({ needs }) => needs.length === 0);
  expect(never.map(({ key }) => states[key]).filter((state) => state === 'passed')).toEqual([]);
  expect(states).toMatchObject({
    'YJ-1-1/signature': 'notChecked',
    'YJ-1-1/seal': 'notChecked',
    'YJ-1-1/timestamp': 'notChecked',
    'YJ-1-14': 'notChecked',
    'YJ-3-4': 'notChecked',
    'YJ-4-1': 'notChecked',
    'YJ-4-2': 'notChecked',
  });
});

test('every rule for bundles answers items that there are', () => {
  const codes = new Set(FOUR_PROPERTY_ITEMS.map(codeOf));
  for (const { properties } of Object.values(BUNDLE_RULES)) {
    expect(properties.length).toBeGreaterThan(0);
    for (const code of properties) expect(codes).toContain(code);
  }
});

test.each(['zh-CN', 'en'] as const)('every item has its words in %s', (language) => {
  const { items, passed } = messagesIn(language).fourProperties;
  expect(Object.keys(items)).toEqual(FOUR_PROPERTY_ITEMS.map(({ key }) => key));
  const passing = FOUR_PROPERTY_ITEMS.filter(({ needs, without }) => needs.length > 0 && !without);
  expect(Object.keys(passed)).toEqual(passing.map(({ key }) => key));
});

/** A bundle of an archive with an empty indicator, but for `files` below the evidence root. */
const packed = (files: Readonly<Record<string, string>> = {}) => {
  const to = join(temporary(), 'out');
  expect(dangan(['pack', smallArchive(files), '--folder', '-o', to]).code).toBe(0);
  return to;
};

test('an indicator without any file fails what is to be filed, though the bundle holds', () => {
  const path = packed();
  expect(dangan(['verify', path]).code).toBe(0);
  expect(report(path, 'r.md').text).toMatch(
    /\| YJ-2-9 \| 归档范围：每个指标都有文件 \| 不通过 \| 1\/1\.2 工作制度：一个文件也没有/,
  );
});

test('where only some indicators were asked for, of the rest it is not said that they have files', () => {
  const path = packed({ '1 组织领导/1.2 工作制度/01：各项制度.docx': 'x' });
  const { text } = report(path, 'r.txt', '四性', '--indicator', '1.1');
  expect(text).toContain(
    '  YJ-2-9  归档范围：每个指标都有文件：未检测\n      只抽查了 1 个文件 / 2 个\n',
  );
});

test('a report that ends in .txt has no marks of Markdown', () => {
  const { text } = report(packed(), 'r.txt');
  expect(text).not.toMatch(/\*\*|^#|[|\\]/m);
  expect(text).toContain(
    '  YJ-2-9  归档范围：每个指标都有文件：不通过\n      1/1.2 工作制度：一个文件也没有',
  );
});

test('files for every indicator pass, and of kind, number and date nothing is said', async () => {
  const states = await statesOf(packed({ '1 组织领导/1.2 工作制度/01：各项制度.docx': 'x' }));
  expect(states).toMatchObject({ 'YJ-2-9/presence': 'passed', 'YJ-2-9/rest': 'notChecked' });
});

test('an index that asks for nothing leaves open what is to be filed', async () => {
  expect((await statesOf(folderWith(bundle)))['YJ-2-9/presence']).toBe('notChecked');
});

const report = (path: string, name: string, ...words: string[]) => {
  const file = join(temporary(), name);
  const kind = words.shift() ?? '四性';
  const run = dangan(['verify', path, '--report', `${kind}=${file}`, ...words]);
  return { ...run, text: existsSync(file) ? readFileSync(file, 'utf8') : '' };
};

test.each([
  ['holds', () => zipOf(bundle), []],
  ['does not hold', () => folderWith({ ...lacking(bundle, photo), 'x.exe': 'x' }), []],
  ['was refused', refusedZip, []],
  ['was read in part', () => folderWith(bundle), ['--sample', '1']],
  ['has an empty indicator', () => packed(), []],
])('the JSON of a bundle that %s follows its schema', (_what, made, words) => {
  const { text } = report(made(), 'r.json', '四性', ...words);
  expect(faultsBy('four-properties', JSON.parse(text))).toEqual([]);
});

test('the report does not change what verify prints or how it exits', () => {
  const broken = folderWith(lacking(bundle, photo));
  const { code, out } = report(broken, 'r.html');
  expect(dangan(['verify', broken])).toMatchObject({ code, out });
});

test.each(['四性', 'four', 'properties', 'FOUR'])('it is asked for as %s', (kind) => {
  expect(report(folderWith(bundle), 'r.md', kind).text).toMatch(/^# 四性检测报告\n/);
});

test.each(['r.pdf', 'r', 'r.zip'])('a report in %s is wrong usage, and is not written', (name) => {
  const { code, text } = report(folderWith(bundle), name);
  expect([code, text]).toEqual([2, '']);
});

test('no report is written into the bundle, which it would spoil', () => {
  const folder = folderWith(bundle);
  const file = join(folder, 'data', 'r.html');
  expect(dangan(['verify', folder, '--report', `四性=${file}`]).code).toBe(2);
  expect(existsSync(file)).toBe(false);
});

test('a finding is told with its file and its rule', () => {
  const { text } = report(folderWith({ ...bundle, [photo]: 'other' }), 'r.md');
  expect(text).toMatch(
    /\| YJ-1-1 \| 固化信息有效性：数字摘要 \| 不通过 \| .*活动照片\.jpg：.*（bundle-file-changed）/,
  );
});

test('names in the bundle cannot become tags of the page', () => {
  const name = 'data/2 活动/02：<img src=x onerror=alert(1)>.txt';
  const { text } = report(folderWith({ ...bundle, [name]: 'x' }), 'r.html');
  expect(text).toContain('&lt;img src=x');
  expect(text).not.toContain('<img');
});

test('the page says where its items come from', () => {
  const { text } = report(folderWith(bundle), 'r.html');
  expect(text).toContain('没有与标准原文逐字核对；带 * 的凭记忆');
});
