import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import {
  declaration,
  digestOf,
  folderWith,
  lacking,
  manifestOf,
  notices,
  temporary,
  zipOf,
  zipWith,
} from '../helpers/bags.js';
import { verifyBundle } from '../../src/io/bundle/reading/verify.js';
import { dangan } from '../helpers/cli.js';
import { ourBundle } from '../helpers/our-bundle.js';
import { smallArchive } from '../helpers/small-archive.js';
import { HOSTILE } from '../helpers/hostile-zips.js';
import { faultsBy } from '../helpers/published-schemas.js';

const bundle = ourBundle(notices);
const photo = 'data/2 活动/01：活动照片.jpg';
const broken = { ...lacking(bundle, photo), 'data/1 组织领导/多出.txt': 'x' };
const groups = digestOf('sha256', bundle['tagmanifest-sha256.txt'] ?? '').replace(
  /.{4}(?=.)/g,
  '$& ',
);
/** On two lines of 80 columns, the second one under the first. */
const digest = `${groups.slice(0, 39)}\n          ${groups.slice(40)}`;
const link = HOSTILE.BUNDLE_LINK['symbolic'] ?? expect.fail();

const fileWith = (text: string) => {
  const path = join(temporary(), 'file.zip');
  writeFileSync(path, text);
  return path;
};
const emptyFolder = () => {
  const path = join(temporary(), 'empty');
  mkdirSync(path);
  return path;
};

test.each([
  ['a bundle that holds', 0, () => zipOf(bundle)],
  ['a bundle with a missing file', 1, () => folderWith(broken)],
  ['a hostile zip', 1, () => zipWith(link)],
  ['a zip that is cut off', 1, () => zipWith(readFileSync(zipOf(bundle)).subarray(0, 300))],
  ['no such path', 2, () => join(temporary(), 'none')],
  ['a file that is no zip', 3, () => fileWith('hello')],
  ['an empty file', 3, () => fileWith('')],
  ['a folder that is no bundle', 3, emptyFolder],
])('%s: exit %i', (_what, code, made) => {
  expect(dangan(['verify', made()]).code).toBe(code);
});

test('the verdict is the first line, then each part of it, every finding with its indicator, and what to do', () => {
  const { out } = dangan(['verify', folderWith(broken)]);
  expect(out).toBe(`✗ 不完好  bag
  某局

是否原样
  ✗ 与清单不符  缺 1 个、多 1 个；文件 3 个，1.2 KB，按摘要（sha256）核对
  ✓ 格式合规    BagIt 1.0，由 dangan 打包，说明类文件 6 个
  ✗ 与索引不符  因文件有变
  校验码  ${digest}

✗ 清单所列文件缺失（1）
    [2] ${photo}
      清单有，包内无

✗ 清单之外的文件（1）
    [1] data/1 组织领导/多出.txt
      包内有，清单无

✗ 总件数或总字节数不符（1）
    bag-info.txt 写 data 内有 3 个文件、1225 字节，实有 3 个文件、1219 字节

怎么办
  请重新复制或下载一次再核验；仍不完好，请把这份清单发给对方，请对方重新打包。

没有核对
  · 材料本身：能不能打开，是否真实，是否符合测评标准。
`);
});

test('of a bundle that holds it is told why, and what that does not mean', () => {
  const { out } = dangan(['verify', zipOf(bundle), '--lang', 'en']);
  expect(out).toBe(`✓ Holds  bag.zip
  某局

Unchanged?
  ✓ as listed              3 files, 1.2 KB, by digests (sha256)
  ✓ in proper form         BagIt 1.0, made by dangan, 6 tag files
  ✓ agrees with its index  files, index and scoring system against each other
  Digest  ${digest}

Not checked
  · Who made it, and whether it was changed since: the lists can be made anew
    together with the files, and index.html and checks.json are held against
    nothing else. Compare the digest above with the one that the sender was
    shown, by telephone, or ask the sender for the public key and check the
    signature with --key.
  · The evidence itself: whether it opens, is genuine, and meets the standard.
`);
});

test.each([
  ['holds', () => zipOf(bundle)],
  ['does not hold', () => folderWith(broken)],
  ['was refused', () => zipWith(link)],
])('the JSON of a bundle that %s follows its schema', (_what, made) => {
  const { out } = dangan(['verify', made(), '--format', 'json']);
  expect(faultsBy('verify', JSON.parse(out))).toEqual([]);
});

test('unpack says where it put how much', () => {
  const to = join(temporary(), 'out');
  expect(dangan(['unpack', zipOf(bundle), '--to', to])).toEqual({
    code: 0,
    out: `核验无误，已将 3 个文件（1.2 KB）解到 ${to}\n`,
    note: '',
  });
});

test('unpack of a bundle that does not hold exits 1', () => {
  expect(dangan(['unpack', zipOf(broken), '--to', join(temporary(), 'out')]).code).toBe(1);
});

test('of many bad files the first twenty are listed, and all on demand', () => {
  const many = Object.fromEntries(Array.from({ length: 30 }, (_, at) => [`data/${at}.txt`, 'x']));
  const bag = folderWith({ ...bundle, ...many });
  const listed = (...words: string[]) =>
    dangan(['verify', bag, ...words]).out.match(/ data\/\d+\.txt$/gm)?.length;
  expect([listed(), listed('--all')]).toEqual([20, 30]);
  expect(dangan(['verify', bag]).out).toContain('还有 10 个，用 --all 全部列出');
});

test('the place of several findings in one file is told once', () => {
  const bad = `${String(bundle['bag-info.txt'])}one\ntwo\n`;
  const { out } = dangan(['verify', folderWith({ ...bundle, 'bag-info.txt': bad })]);
  expect(out).toMatch(
    /不合规范（2）\n {4}bag-info\.txt\n {6}第 \d+ 行不是.*\n {6}第 \d+ 行不是.*\n\n/,
  );
});

test('an indicator is told by its whole path of codes', () => {
  const nested = 'data/1 组织领导/1.1 领导机构/01：甲.txt';
  const packed = ourBundle({ ...notices, [nested]: '甲' });
  const { out } = dangan(['verify', folderWith({ ...packed, [nested]: '乙' })]);
  expect(out).toContain(`[1/1.1] ${nested}`);
});

test('an archive is no bundle, and the hint names the command for it', () => {
  const { code, note } = dangan(['verify', smallArchive()]);
  expect({ code, note }).toMatchObject({
    code: 3,
    note: expect.stringMatching(/是档案，不是迎检包[^]*dangan check/) as string,
  });
});

test('weak digests are remarked on', () => {
  const manifest = manifestOf(notices, 'md5');
  const bag = { ...notices, 'bagit.txt': declaration(), 'manifest-md5.txt': manifest };
  const { code, out } = dangan(['verify', folderWith(bag)]);
  expect({ code, out }).toMatchObject({
    code: 0,
    out: expect.stringContaining('摘要算法 md5 较弱') as string,
  });
});

test.each(['Thumbs.db', '.DS_Store', 'desktop.ini'])(
  'looking at a bundle, which leaves %s, does not break it',
  (name) => {
    const { code, out } = dangan(['verify', folderWith({ ...bundle, [`data/${name}`]: 'x' })]);
    expect({ code, out }).toMatchObject({
      code: 0,
      out: expect.stringContaining(`系统自动生成的文件（1）`) as string,
    });
  },
);

test('what only looks like it does', () => {
  expect(dangan(['verify', folderWith({ ...bundle, 'data/Thumbs.db.exe': 'x' })]).code).toBe(1);
});

test('a zip that was cut inside a document is cut off, and to be copied again first', () => {
  const document = readFileSync(zipOf({ 'word.xml': 'x' }));
  const large = Buffer.alloc(60_000, 1);
  const zip = readFileSync(zipOf(ourBundle({ 'data/a.docx': document, 'data/b.jpg': large })));
  const { out } = dangan(['verify', zipWith(zip.subarray(0, zip.length - 40_000))]);
  expect(out).toMatch(/末尾缺失[^]*请先再复制或下载一次/);
});

test('nothing is called a zip when the bundle is a folder', () => {
  const folder = folderWith({ ...broken, 'data/2 活动/01：活动方案.docx': 'y' });
  writeFileSync(join(folder, '..', '旁.txt'), 'x');
  expect(dangan(['verify', join(folder, '..')]).out).not.toContain('压缩包');
});

test('progress goes on inside one large file of a zip', async () => {
  const seen = new Set<number>();
  const zip = zipOf({ 'bagit.txt': declaration(), 'data/录像.mp4': Buffer.alloc(300_000_000) });
  let size = 0;
  await verifyBundle(zip, {
    threads: { count: 1, worker: new URL('file:///none') },
    onProgress: (done, total) => {
      seen.add(done);
      size = total;
    },
  });
  expect([...seen].some((bytes) => bytes > 1000 && bytes < size)).toBe(true);
});
