/** `verify --sample` and `--indicator`: what is read, what is judged all the same, and what is said of the rest. */
import fc from 'fast-check';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { chooseFiles, withCodes } from '../../src/core/bundle/judge/spot-check.js';
import { indicatorFinder } from '../../src/core/bundle/index/indicators.js';
import { verifyBundle } from '../../src/io/bundle/reading/verify.js';
import {
  bagOf,
  folderWith,
  lacking,
  notices,
  temporary,
  zipOf,
  type BagContents,
} from '../helpers/bags.js';
import { dangan } from '../helpers/cli.js';
import { ourBundle } from '../helpers/our-bundle.js';
import { faultsBy } from '../helpers/published-schemas.js';
import { splitArchive } from '../helpers/split-archive.js';

const bundle = ourBundle(notices);
const photo = 'data/2 活动/01：活动照片.jpg';
const alone = { threads: { count: 1, worker: new URL('file:///none') } };

const spot = async (path: string, sample: number | undefined, ...indicators: string[]) => {
  const chosen = sample === undefined ? undefined : { count: sample, seed: 'a' };
  const only = { indicators, sample: chosen };
  const { report } = await verifyBundle(path, { ...alone, only });
  const { holds, share, findings } = report;
  return { holds, files: share?.files, seen: findings.map(({ messageId }) => messageId) };
};

/** Every file with the bytes of another, of the same length. */
const spoilt = (files: BagContents, ...paths: string[]): BagContents => ({
  ...files,
  ...Object.fromEntries(
    paths.map((path) => [path, Buffer.alloc(Buffer.byteLength(files[path] ?? ''), 'x')]),
  ),
});

const names = fc.uniqueArray(
  fc
    .tuple(fc.constantFrom('1 甲', '2 乙', '3 丙/3.1 丁', '杂'), fc.nat(40))
    .map(([folder, number]) => `data/${folder}/${number}.txt`),
  { minLength: 1, maxLength: 60 },
);
const choose = (paths: readonly string[], count: number, seed: string) =>
  chooseFiles(paths, { indicators: [], sample: { count, seed } }, indicatorFinder(undefined), []);
const strataOf = (paths: Iterable<string>) =>
  new Set([...paths].map((path) => indicatorFinder(undefined)(path)?.path));

test('a sample has as many files as asked for, or all there are', () => {
  fc.assert(
    fc.property(names, fc.integer({ min: 1, max: 70 }), fc.string(), (paths, count, seed) => {
      expect(choose(paths, count, seed).size).toBe(Math.min(count, paths.length));
    }),
  );
});

test('every indicator has its turn before any has two', () => {
  fc.assert(
    fc.property(names, fc.integer({ min: 1, max: 70 }), fc.string(), (paths, count, seed) => {
      const drawn = strataOf(choose(paths, count, seed)).size;
      expect(drawn).toBe(Math.min(count, strataOf(paths).size));
    }),
  );
});

test('one seed chooses the same files, in whatever order they are listed', () => {
  fc.assert(
    fc.property(names, fc.integer({ min: 1, max: 70 }), fc.string(), (paths, count, seed) => {
      const reversed = choose([...paths].reverse(), count, seed);
      expect(reversed).toEqual(choose(paths, count, seed));
    }),
  );
});

test('the files that a seed chooses are the same in every release', () => {
  const paths = Array.from({ length: 1000 }, (_, at) => `data/${at}.txt`);
  expect([...choose(paths, 5, '12345')]).toMatchInlineSnapshot(`
    [
      "data/495.txt",
      "data/777.txt",
      "data/383.txt",
      "data/628.txt",
      "data/364.txt",
    ]
  `);
});

test('every file is as likely as any other', () => {
  const paths = ['data/a', 'data/b', 'data/c', 'data/d'];
  const times = new Map(paths.map((path) => [path, 0]));
  for (let seed = 0; seed < 2000; seed += 1) {
    for (const path of choose(paths, 2, String(seed))) times.set(path, (times.get(path) ?? 0) + 1);
  }
  for (const count of times.values()) expect(Math.abs(count - 1000)).toBeLessThan(100);
});

test.each([
  ['folder', folderWith],
  ['zip', zipOf],
])('a changed file that is not read is not told, in a %s', async (_kind, made) => {
  const path = made(spoilt(bundle, photo));
  expect(await spot(path, undefined, '1.1')).toEqual({ holds: true, files: 2, seen: [] });
});

test.each([
  ['folder', folderWith],
  ['zip', zipOf],
])('a changed file that is read is told, in a %s', async (_kind, made) => {
  const { holds, seen } = await spot(made(spoilt(bundle, photo)), undefined, '2');
  expect([holds, seen]).toEqual([false, ['bundle-file-changed/digest']]);
});

test('whatever is chosen, it does not hold if and only if a chosen file was changed', async () => {
  const all = Object.keys(notices);
  await fc.assert(
    fc.asyncProperty(
      fc.subarray(all, { minLength: 1 }),
      fc.integer({ min: 1, max: 3 }),
      fc.string(),
      async (changed, count, seed) => {
        const path = folderWith(spoilt(bundle, ...changed));
        const only = { indicators: [], sample: { count, seed } };
        const { report, facts } = await verifyBundle(path, { ...alone, only });
        const finder = indicatorFinder(facts?.index);
        const chosen = chooseFiles(all, only, finder, []);
        expect(report.holds).toBe(!changed.some((each) => chosen.has(each)));
      },
    ),
    { numRuns: 60 },
  );
});

test('all tag files are read, whatever is chosen', async () => {
  const changed = { ...bundle, 'criteria.yaml': 'other' };
  expect((await spot(folderWith(changed), 1)).seen).toContain('bundle-tag-changed/digest');
});

test('the list of files is judged in full: one that is missing, one too many', async () => {
  const rest = lacking(bundle, photo);
  const { seen } = await spot(folderWith({ ...rest, 'data/多出.txt': 'x' }), undefined, '1.1');
  expect(seen).toEqual(
    expect.arrayContaining(['bundle-file-missing/file', 'bundle-file-unexpected/file']),
  );
});

test('a file that is not read but has another size than the index tells is told', async () => {
  const cut = { ...bundle, [photo]: 'x' };
  expect((await spot(folderWith(cut), undefined, '1.1')).seen).toEqual(
    expect.arrayContaining(['bundle-index-mismatch/digest', 'bundle-oxum-mismatch/count']),
  );
});

test('an indicator stands for those below it', async () => {
  expect((await spot(folderWith(bundle), undefined, '1')).files).toBe(2);
});

test('an indicator is known by its whole path of codes, and by the folders of a bag without index', async () => {
  expect((await spot(folderWith(bundle), undefined, '1/1.1')).files).toBe(2);
  expect((await spot(folderWith(bagOf(notices)), undefined, '1.1')).files).toBe(2);
});

test.each([
  ['领导机构', ['1/1.1']],
  ['制度', ['1/1.2']],
  ['组织领导', ['1']],
  ['领导', ['1', '1/1.1']],
  ['１.１', ['１.１']],
  ['1.1', ['1.1']],
  ['没有的', ['没有的']],
  ['', ['']],
])('“%s” asks for %j', (word, codes) => {
  const known = [
    { id: '1', code: '1', name: '组织领导' },
    { id: '1/1.1', code: '1.1', name: '领导机构' },
    { id: '1/1.2', code: '1.2', name: '工作制度' },
    { id: '2', code: '2', name: undefined },
  ];
  expect(withCodes({ indicators: [word], sample: undefined }, known).indicators).toEqual(codes);
});

test('an indicator is known by a part of its name', () => {
  const root = splitArchive(10);
  dangan(['pack', root, '--today', '2020-12-01', '-o', join(root, 'a.zip')]);
  const { code, out } = dangan(['verify', join(root, 'a.zip'), '--indicator', '制度']);
  expect(code).toBe(0);
  expect(out).toContain('抽查 2 个文件 / 10 个');
  expect(out).toContain('只查指标 1/1.2\n');
});

test('a sample of everything is no sample', async () => {
  expect((await spot(folderWith(bundle), 3)).files).toBeUndefined();
});

test('a sample of an indicator takes no file of another', async () => {
  const path = folderWith(spoilt(bundle, photo));
  expect(await spot(path, 50, '1.1')).toEqual({ holds: true, files: 2, seen: [] });
});

test('the share that was read is told under a verdict that is no more than that', () => {
  const { code, out } = dangan(['verify', folderWith(bundle), '--sample', '2', '--seed', '7']);
  expect(code).toBe(0);
  expect(out.replace(/校验码.*\n.*/, '校验码')).toBe(`✓ 所查部分完好，其余没有读  bag
  某局

是否原样
  ✓ 所查文件与清单相符  抽查 2 个文件 / 3 个（66.6%），1.2 KB / 1.2 KB
  ✓ 格式合规            BagIt 1.0，由 dangan 打包，说明类文件 6 个
  ✓ 所查部分与索引相符  文件、索引、测评体系互相核对
  重做同一次抽查：--sample 2 --seed 7
  校验码

怎么办
  要核验整个包，请不带 --sample 和 --indicator 再运行一次。

没有核对
  · 其余文件：没有读，只按清单点了名。
  · 是谁打的包、打包以后改过没有：清单可以连同文件一起重做，index.html、
    checks.json 也没有别的可以对照。请打电话与对方核对上面的校验码（应与对方打包
    时显示的相同），或者向对方要公钥，用 --key 核对签名。
  · 材料本身：能不能打开，是否真实，是否符合测评标准。
`);
});

test('a seed is made and told when none is given', () => {
  const { out } = dangan(['verify', folderWith(bundle), '--sample', '1', '--lang', 'en']);
  expect(out).toMatch(/--sample 1 --seed \d{7,9}\n/);
});

test('the JSON has the numbers, and follows its schema', () => {
  const words = ['--sample', '1', '--seed', '7', '--indicator', '1', '--format', 'json'];
  const document = JSON.parse(dangan(['verify', zipOf(bundle), ...words]).out) as {
    checked: { bytes: number };
  };
  expect(faultsBy('verify', document)).toEqual([]);
  expect(document.checked).toMatchObject({
    all: false,
    files: 1,
    ofFiles: 3,
    ofBytes: 1225,
    indicators: ['1'],
    sample: { count: 1, seed: '7' },
  });
});

test.each([
  ['an indicator that is not there', ['--indicator', '9.9']],
  ['a sample of none', ['--sample', '0']],
  ['a sample of some', ['--sample', 'some']],
  ['a seed without a sample', ['--seed', '7']],
])('%s: exit 2', (_what, words) => {
  expect(dangan(['verify', folderWith(bundle), ...words]).code).toBe(2);
});

test('nothing is unpacked on the strength of a sample', () => {
  const to = join(temporary(), 'out');
  expect(dangan(['unpack', folderWith(bundle), '--to', to, '--sample', '1']).code).toBe(2);
});
