/** `diff`: what is told of two bundles, and how far it may be relied on. */
import fc from 'fast-check';
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { compareFiles } from '../../src/core/bundle/diff/compare.js';
import { diffSides, type BundleDiff } from '../../src/core/bundle/diff/diff.js';
import { bundleSide, type SideFile } from '../../src/core/bundle/diff/sides.js';
import { SIGNED_FILE } from '../../src/core/signature/of-bundle.js';
import { verifyBundle } from '../../src/io/bundle/reading/verify.js';
import {
  bagOf,
  declaration,
  folderWith,
  lacking,
  manifestOf,
  temporary,
  zipOf,
  zipWith,
  type BagContents,
} from '../helpers/bags.js';
import { dangan } from '../helpers/cli.js';
import { HOSTILE } from '../helpers/hostile-zips.js';
import { ourBundle, retold, type BundleJson } from '../helpers/our-bundle.js';
import { faultsBy } from '../helpers/published-schemas.js';
import { smallArchive } from '../helpers/small-archive.js';

const lead = 'data/1 组织领导/1.1 领导机构';
const acts = 'data/2 活动';
const base: BagContents = {
  [`${lead}/01：创建领导小组文件.txt`]: 'notice',
  [`${lead}/02：工作计划.txt`]: 'plan',
  [`${acts}/01：方案.txt`]: 'scheme',
  [`${acts}/02：照片.jpg`]: 'photo',
  [`${acts}/03：总结.txt`]: 'summary',
};

async function diffOf(old: BagContents, now: BagContents): Promise<BundleDiff> {
  const alone = { threads: { count: 1, worker: new URL('file:///none') } };
  const [a, b] = await Promise.all(
    [old, now].map((files) => verifyBundle(folderWith(files), alone)),
  );
  if (!a?.facts || !b?.facts) return expect.fail();
  return diffSides(bundleSide(a.facts), bundleSide(b.facts)) ?? expect.fail();
}

/** Each change as `kind from > to`, without `data/`. */
async function changesOf(old: BagContents, now: BagContents): Promise<string[]> {
  const { groups } = await diffOf(old, now);
  const plain = (path = '') => path.replace('data/', '').replace('1 组织领导/1.1 领导机构', '1.1');
  return groups.flatMap(({ changes }) =>
    changes.map(({ kind, from, to }) => `${kind} ${plain(from?.path)} > ${plain(to?.path)}`),
  );
}

const without = (...paths: string[]) => paths.reduce(lacking, base);

test.each([
  ['nothing', base, []],
  [
    'a new file',
    { ...base, [`${acts}/04：简报.txt`]: 'bulletin' },
    ['added  > 2 活动/04：简报.txt'],
  ],
  ['a file that is gone', without(`${acts}/03：总结.txt`), ['removed 2 活动/03：总结.txt > ']],
  [
    'other contents',
    { ...base, [`${acts}/01：方案.txt`]: 'second scheme' },
    ['changed 2 活动/01：方案.txt > 2 活动/01：方案.txt'],
  ],
  [
    'another ordinal',
    { ...without(`${acts}/03：总结.txt`), [`${acts}/07：总结.txt`]: 'summary' },
    ['renumbered 2 活动/03：总结.txt > 2 活动/07：总结.txt'],
  ],
  [
    'another title',
    { ...without(`${acts}/03：总结.txt`), [`${acts}/03：年度总结.txt`]: 'summary' },
    ['renamed 2 活动/03：总结.txt > 2 活动/03：年度总结.txt'],
  ],
  [
    'another indicator',
    { ...without(`${acts}/02：照片.jpg`), [`${lead}/03：照片.jpg`]: 'photo' },
    ['moved 2 活动/02：照片.jpg > 1.1/03：照片.jpg'],
  ],
  [
    'another ordinal and other contents at once',
    { ...without(`${acts}/03：总结.txt`), [`${acts}/04：总结.txt`]: 'second summary' },
    ['changed 2 活动/03：总结.txt > 2 活动/04：总结.txt'],
  ],
])('%s', async (_what, now, expected) => {
  expect(await changesOf(ourBundle(base), ourBundle(now))).toEqual(expected);
});

test('a file put in between: those behind it are renumbered, none of them is removed and added', async () => {
  const now = {
    ...without(`${acts}/02：照片.jpg`, `${acts}/03：总结.txt`),
    [`${acts}/02：通知.txt`]: 'inserted',
    [`${acts}/03：照片.jpg`]: 'photo',
    [`${acts}/04：总结.txt`]: 'summary',
  };
  const { counts } = await diffOf(ourBundle(base), ourBundle(now));
  expect(counts).toMatchObject({ added: 1, renumbered: 2, removed: 0, changed: 0 });
});

test('the first of several files with one title is taken out: it is gone, the others are renumbered', async () => {
  const photos = (...contents: string[]) =>
    Object.fromEntries(contents.map((data, at) => [`${acts}/0${at + 1}：照片.jpg`, data]));
  expect(await changesOf(ourBundle(photos('a', 'b', 'c')), ourBundle(photos('b', 'c')))).toEqual([
    'renumbered 2 活动/02：照片.jpg > 2 活动/01：照片.jpg',
    'removed 2 活动/01：照片.jpg > ',
    'renumbered 2 活动/03：照片.jpg > 2 活动/02：照片.jpg',
  ]);
});

test('an indicator whose folder is called otherwise: its files are where they were', async () => {
  const now = Object.fromEntries(
    Object.entries(base).map(([path, data]) => [path.replace('2 活动', '2 创建活动'), data]),
  );
  const { counts } = await diffOf(ourBundle(base), ourBundle(now));
  expect(counts).toMatchObject({ refoldered: 3, added: 0, removed: 0, moved: 0 });
});

test('the same name in another Unicode form is the same name', async () => {
  const name = (form: string) => ({ [`${acts}/01：café.txt`.normalize(form)]: 'x' });
  expect(await changesOf(bagOf(name('NFC')), bagOf(name('NFD')))).toEqual([]);
});

test('plain bags are compared by their folders', async () => {
  const old = bagOf({ 'data/a/one.txt': '1', 'data/b/two.txt': '2' });
  const now = bagOf({ 'data/b/one.txt': '1', 'data/b/two.txt': '3' });
  expect(await changesOf(old, now)).toEqual([
    'moved a/one.txt > b/one.txt',
    'changed b/two.txt > b/two.txt',
  ]);
});

test('of several algorithms the strongest that both have is taken', async () => {
  const twice = (algorithms: readonly string[]) => ({
    ...base,
    'bagit.txt': declaration(),
    ...Object.fromEntries(
      algorithms.map((each) => [`manifest-${each}.txt`, manifestOf(base, each)]),
    ),
  });
  const diff = await diffOf(twice(['md5', 'sha512', 'sha256']), twice(['sha256', 'md5']));
  expect(diff.algorithm).toBe('sha256');
});

const file = fc
  .record({
    folder: fc.constantFrom('data/1 甲', 'data/2 乙', 'data/2 乙/下'),
    ordinal: fc.integer({ min: 1, max: 6 }),
    title: fc.constantFrom('照片', '方案'),
    digest: fc.constantFrom('a', 'b', 'c', 'd'),
    bytes: fc.constantFrom(0, 5),
  })
  .map(({ folder, ordinal, title, digest, bytes }): SideFile => {
    const path = `${folder}/0${ordinal}：${title}.txt`;
    return { path, folder, indicator: undefined, place: folder, ordinal, title, digest, bytes };
  });
const side = fc.uniqueArray(file, { selector: ({ path }) => path, maxLength: 20 });

test('each file of either is told once, and no bytes are called the same that are not', () => {
  fc.assert(
    fc.property(side, side, (old, now) => {
      const { changes, unchanged } = compareFiles(old, now);
      const told = (which: 'from' | 'to') => changes.filter((change) => change[which]).length;
      expect([told('from') + unchanged, told('to') + unchanged]).toEqual([old.length, now.length]);
      for (const { kind, from, to } of changes) {
        if (from && to) expect(kind === 'changed').toBe(from.digest !== to.digest);
      }
    }),
  );
});

test('a bundle and itself do not differ, in whatever order they are listed', () => {
  fc.assert(
    fc.property(side, (files) => {
      expect(compareFiles(files, [...files].reverse())).toEqual({
        unchanged: files.length,
        changes: [],
      });
    }),
  );
});

test('the way back undoes it: what was added is removed, what came goes', () => {
  fc.assert(
    fc.property(side, side, (old, now) => {
      const count = (changes: ReturnType<typeof compareFiles>['changes'], kind: string) =>
        changes.filter((change) => change.kind === kind).length;
      const there = compareFiles(old, now);
      const back = compareFiles(now, old);
      expect(count(there.changes, 'added') - count(there.changes, 'removed')).toBe(
        count(back.changes, 'removed') - count(back.changes, 'added'),
      );
      expect(there.unchanged).toBe(back.unchanged);
    }),
  );
});

/** Our bundle with another scoring system in its index. */
const withSystem = (files: BagContents, change: (index: BundleJson) => void) =>
  retold(files, 'index.json', change);

const edition2020 = withSystem(ourBundle(base), (index) => {
  index.system.edition = '2020年版';
  Object.assign(index.indicators[1] ?? {}, { name: '活动', points: '5' });
});
const edition2021 = withSystem(ourBundle(base), (index) => {
  index.system.edition = '2021年版';
  Object.assign(index.indicators[1] ?? {}, { name: '创建活动', points: '8' });
  index.indicators.push({
    id: '3',
    code: '3',
    name: '宣传',
    points: '2',
    folders: [],
    children: [],
  });
});

test('what became of the scoring system is told', () => {
  const { out } = dangan(['diff', folderWith(edition2020), folderWith(edition2021)]);
  expect(out).toContain(`测评体系
  版本  2020年版 → 2021年版
  新增  3 宣传  2 分
  修改  2 活动 → 创建活动  5 → 8 分
`);
});

const inserted = ourBundle({
  ...without(`${acts}/02：照片.jpg`, `${acts}/03：总结.txt`),
  [`${lead}/02：工作计划.txt`]: 'second plan',
  [`${acts}/02：通知.txt`]: 'inserted',
  [`${acts}/03：照片.jpg`]: 'photo',
  [`${acts}/04：总结.txt`]: 'summary',
});

test('changes go by indicator, and renumbered files are one line', () => {
  const { code, out } = dangan(['diff', zipOf(ourBundle(base)), folderWith(inserted)]);
  expect(code).toBe(0);
  expect(out).toBe(`bag.zip → bag
  有变化的文件 4 个，未变 2 个（连台账）
  新增 1 个 · 内容有改 1 个 · 重新编号 2 个
  按清单比较。两个包的结构、清单和索引都已核对，没有问题；文件内容没有读（要读请
  加 --paranoid）。

1/1.1
  修改    02：工作计划.txt  4 B → 11 B

2
  新增    02：通知.txt  8 B
  编号    02–03 → 03–04（2 个，内容未变）
`);
});

const spoilt = { ...ourBundle(base), [`${acts}/01：方案.txt`]: 'SCHEME' };

test('files are not read, which is said; with --paranoid they are', () => {
  const paths = [folderWith(ourBundle(base)), folderWith(spoilt)];
  const quick = dangan(['diff', ...paths, '--lang', 'en']);
  const paranoid = dangan(['diff', ...paths, '--lang', 'en', '--paranoid']);
  expect([quick.code, paranoid.code]).toEqual([0, 1]);
  expect(quick.out).toContain('the contents of the files were not read');
  expect(paranoid.out).toMatch(/bag does not hold/);
});

test.each([
  ['zh-CN', /\n {2}\S+bag 不完好[^]*dangan verify[^]*\n {2}只看清单：没有变化\n$/],
  ['en', /\n {2}\S+bag does not hold[^]*\n {2}By the lists: no difference\n$/],
])('damage is told before what could be compared (%s)', (language, told) => {
  const sides = [folderWith(ourBundle(base)), folderWith(spoilt)];
  const words = ['diff', ...sides, '--lang', language, '--paranoid'];
  const { code, out } = dangan(words);
  expect([code, out]).toEqual([1, expect.stringMatching(told)]);
});

test('two that hold and were read are said to', () => {
  const { out } = dangan(['diff', zipOf(ourBundle(base)), zipOf(ourBundle(base)), '--paranoid']);
  expect(out).toContain('没有变化\n  两个包都已逐个文件核验，均完好。');
});

test('a file that its manifest lists and that is not there is noticed without reading any', () => {
  const gone = lacking(ourBundle(base), `${acts}/01：方案.txt`);
  const { code, out } = dangan(['diff', folderWith(ourBundle(base)), folderWith(gone)]);
  expect([code, out.includes('不完好')]).toEqual([1, true]);
});

test.each([
  ['differences', 0, inserted, []],
  ['differences with --exit-code', 1, inserted, ['--exit-code']],
  ['no difference with --exit-code', 0, ourBundle(base), ['--exit-code']],
])('%s: exit %i', (_what, code, now, words) => {
  const run = dangan(['diff', folderWith(ourBundle(base)), folderWith(now), ...words]);
  expect(run.code).toBe(code);
});

test.each([
  ['a zip that is refused', 1, () => zipWith(HOSTILE.BUNDLE_LINK['symbolic'] ?? expect.fail())],
  ['no such file', 2, () => join(temporary(), 'none')],
  [
    'a bag whose manifest is in another algorithm',
    3,
    () =>
      folderWith({
        ...base,
        'bagit.txt': declaration(),
        'manifest-md5.txt': manifestOf(base, 'md5'),
      }),
  ],
])('%s: exit %i', (_what, code, made) => {
  expect(dangan(['diff', folderWith(ourBundle(base)), made()]).code).toBe(code);
});

test.each([
  ['our bundles', edition2020, withSystem(inserted, () => undefined)],
  ['plain bags', bagOf(base), bagOf(without(`${acts}/01：方案.txt`))],
])('the JSON of %s follows its schema', (_what, old, now) => {
  const { out } = dangan(['diff', folderWith(old), folderWith(now), '--format', 'json']);
  expect(faultsBy('diff', JSON.parse(out))).toEqual([]);
});

test('of many changes the first twenty of an indicator are listed, and all on demand', () => {
  const many = Object.fromEntries(
    Array.from({ length: 30 }, (_, at) => [`${acts}/${at}.txt`, `${at}`]),
  );
  const paths = [folderWith(ourBundle(base)), folderWith(ourBundle({ ...base, ...many }))];
  const listed = (...words: string[]) =>
    dangan(['diff', ...paths, ...words]).out.match(/^ {2}新增 {4}/gm)?.length;
  expect([listed(), listed('--all')]).toEqual([20, 30]);
});

const filed = '档案/1 组织领导/1.1 领导机构';
const packed = (files: Record<string, string> = {}) => {
  const root = smallArchive({ '1 组织领导/1.2 工作制度/01：考勤制度.docx': 'rule', ...files });
  const bundle = join(temporary(), '报送.zip');
  expect(dangan(['pack', '--allow-errors', '-o', bundle], { cwd: root }).code).toBe(0);
  return { root, bundle };
};

test('an archive does not differ from the bundle that was just made of it', () => {
  const { root, bundle } = packed({ '1 组织领导/1.1 领导机构/02:带冒号.txt': 'colon' });
  const { code, out } = dangan(['diff', bundle, root, '--exit-code']);
  expect([code, out.includes('没有变化'), out.includes('测评体系')]).toEqual([0, true, false]);
});

test('what changed in an archive since it was packed is told, with the bytes that are there now', () => {
  const { root, bundle } = packed();
  writeFileSync(join(root, filed, '01：创建领导小组文件.docx'), 'DOCX');
  writeFileSync(join(root, filed, '02：年度计划.docx'), 'plan');
  const { out } = dangan(['diff', bundle, '.', '--lang', 'en'], { cwd: root });
  expect(out).toContain('2 files differ, 1 unchanged');
  expect(out).toContain('The new one is an archive: its files were read as they are now.');
  expect(out).toContain(`1/1.1 领导机构
  added       02：年度计划.docx  4 B
  changed     01：创建领导小组文件.docx  4 B → 4 B
`);
});

test('the JSON with an archive follows the schema too', () => {
  const { root, bundle } = packed();
  const { out } = dangan(['diff', bundle, root, '--format', 'json']);
  expect(faultsBy('diff', JSON.parse(out))).toEqual([]);
});

/** A bundle of ours as a folder, with other text in one of its tag files and the list of them made anew. */
function repacked(day: string, name?: string): string {
  const folder = join(temporary(), 'bundle');
  dangan(['pack', smallArchive(), '--folder', '--allow-errors', '--today', day, '-o', folder]);
  if (name === undefined) return folder;
  const [path, list] = [join(folder, name), join(folder, SIGNED_FILE)];
  const digest = () => createHash('sha256').update(readFileSync(path)).digest('hex');
  const before = digest();
  writeFileSync(path, readFileSync(path, 'utf8').replace('工作制度', '工作规程'));
  writeFileSync(list, readFileSync(list, 'utf8').replace(before, digest()));
  return folder;
}

test('a page that was changed after packing, with its list, differs from that of the same evidence', () => {
  const [one, other] = [repacked('2020-12-01'), repacked('2020-12-01', 'index.html')];
  expect(dangan(['diff', one, repacked('2020-12-01')]).out).toContain('  没有变化\n');
  const { code, out } = dangan(['diff', one, other]);
  expect(code).toBe(0);
  expect(out).toContain('  材料没有变化\n  材料以外只有 index.html 不同');
  const json = JSON.parse(dangan(['diff', one, other, '--format', 'json']).out) as object;
  expect(json).toMatchObject({ same: true, tags: { paths: ['index.html'], pageAlone: true } });
  expect(faultsBy('diff', json)).toEqual([]);
});

test('of a bundle that was packed on another day it is told what differs besides the evidence', () => {
  const { out } = dangan(['diff', repacked('2020-12-01'), repacked('2020-12-02')]);
  expect(out).toContain(
    '  材料没有变化\n  材料以外还有不同：checks.json、index.html、说明文件.txt\n',
  );
});
