/** What is told to do next must be right, and work when it is typed. */
import { cpSync, existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { parseProfile } from '../../src/core/bundle/bag-profile/parse-profile.js';
import { formatProfile } from '../../src/core/bundle/packing/profile.js';
import { formatPublicKey } from '../../src/core/signature/keys.js';
import { bagOf, folderWith, notices, temporary, zipOf, type BagContents } from '../helpers/bags.js';
import { dangan } from '../helpers/cli.js';
import { ourBundle } from '../helpers/our-bundle.js';
import { key } from '../helpers/signing.js';

const bundle = ourBundle(notices);
const example = new URL('../../examples/yuhang-tax-archive/criteria.yaml', import.meta.url)
  .pathname;

function publicKey(): string {
  const path = join(temporary(), '某局 2026.pub');
  writeFileSync(path, formatPublicKey(key.publicKey));
  return path;
}

function carriedProfile() {
  const system = { title: '标准', edition: undefined, issuer: undefined, digest: 'a'.repeat(64) };
  const parsed = parseProfile(Buffer.from(formatProfile(system, ['criteria.yaml'])));
  return 'profile' in parsed ? parsed.profile : expect.fail();
}

/** The words of the command that stands in a hint, without quotes. */
const typed = (hint: string) =>
  [...(/`dangan ([^`]*)`/.exec(hint)?.[1] ?? '').matchAll(/"([^"]*)"|(\S+)/g)].map(
    ([, inQuotes, plain]) => inQuotes ?? plain ?? '',
  );
const todo = (out: string) => /怎么办\n([\s\S]*?)\n\n/.exec(out)?.[1]?.replace(/\n\s*/g, '') ?? '';

/** The file of the first folder, in the second one. */
function moved(): BagContents {
  const from = 'data/1 组织领导/1.1 领导机构/01：创建领导小组文件.txt';
  const to = 'data/2 活动/02：创建领导小组文件.txt';
  return Object.fromEntries(
    Object.entries(bundle).map(([path, data]) => [path === from ? to : path, data]),
  );
}

test('where a signature keeps a bundle from being unpacked, the hint shows that it does', () => {
  const words = ['unpack', zipOf(bundle), '--to', join(temporary(), 'to'), '--key', publicKey()];
  const { code, note } = dangan(words);
  expect(code).toBe(1);
  const verified = dangan(typed(note));
  expect(verified.code).toBe(1);
  expect(verified.out).toContain('没有签名（1）');
});

test('nobody is told to compare keys where there is no signature', () => {
  const { out } = dangan(['verify', zipOf(bundle), '--key', publicKey()]);
  expect(todo(out)).toContain('请对方用 `dangan pack --sign` 重新打包');
});

test('nobody is told to score by a scoring system that is not there', () => {
  const { out } = dangan(['verify', zipOf(bagOf(notices)), '--system', example]);
  expect(todo(out)).toContain('包里没有测评体系');
});

test('a sample of an indicator is drawn again with the words that are told', () => {
  const path = folderWith(bundle);
  const first = dangan(['verify', path, '--indicator', '1', '--sample', '1', '--seed', '5']).out;
  const words = /重做同一次抽查：(.*)/.exec(first)?.[1]?.split(' ') ?? [];
  expect(words).toEqual(['--sample', '1', '--seed', '5', '--indicator', '1']);
  expect(dangan(['verify', path, ...words]).out).toBe(first);
});

test('a file that was moved is told once, under the indicator where it is now', () => {
  const { out } = dangan(['verify', folderWith(moved())]);
  expect(out).toContain(
    '✗ 文件换了位置（1）\n    [2] data/2 活动/02：创建领导小组文件.txt\n      内容没变，位置或名称变了：',
  );
  expect(out).not.toContain('索引与文件不一致');
});

test('a report in a folder that is not there is refused before anything is read', () => {
  const folder = join(temporary(), '没有');
  const { code, out, note } = dangan([
    'verify',
    zipOf(bundle),
    '--report',
    `四性=${folder}/r.html`,
  ]);
  expect({ code, out }).toEqual({ code: 2, out: '' });
  expect(note).toContain(`找不到 ${folder}\n`);
});

test('it is told where a report is, unless nothing is to be said', () => {
  const file = join(temporary(), 'r.html');
  const words = ['verify', zipOf(bundle), '--report', `四性=${file}`];
  expect(dangan(words).note).toContain(`四性检测报告已写到 ${file}`);
  expect(dangan([...words, '--quiet']).note).toBe('');
  expect(existsSync(file)).toBe(true);
});

test('a form for a hand-over in a folder that is not there is refused by the folder', () => {
  const folder = join(temporary(), '没有');
  const { code, note } = dangan(['receipt', zipOf(bundle), '-o', join(folder, 'a.html')]);
  expect({ code, note }).toMatchObject({
    code: 2,
    note: expect.stringContaining(`找不到 ${folder}\n`) as string,
  });
});

test.each([
  ['a file that is empty', '', '是空文件（0 字节）'],
  ['a file of zeros', '\0'.repeat(2000), '里全是空白'],
  ['a RAR', 'Rar!\x1a\x07\x01\0', '是 rar 压缩包'],
  ['a 7z', Buffer.from([0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c, 0]), '是 7z 压缩包'],
  ['a tar.xz', Buffer.from([0xfd, 0x37, 0x7a, 0x58, 0x5a, 0, 0]), '是 xz 压缩包'],
  ['a tar.bz2', Buffer.from('BZh91AY'), '是 bz2 压缩包'],
  ['a tar.zst', Buffer.from([0x28, 0xb5, 0x2f, 0xfd, 4]), '是 zst 压缩包'],
  ['anything else', 'hello', '不是 zip、tar 或 tar.gz'],
])('%s is called what it is', (_what, data, said) => {
  const path = join(temporary(), '迎检包.zip');
  writeFileSync(path, data);
  const { code, note } = dangan(['verify', path]);
  expect({ code, note }).toEqual({ code: 3, note: expect.stringContaining(said) as string });
});

test('who names a file of a bundle is sent to its folder', () => {
  const { note } = dangan(['verify', join(folderWith(bundle), 'bagit.txt')]);
  expect(note).toContain('请写它所在的文件夹');
});

test('who names an indicator that is not there is told how they are written', () => {
  const none = (path: string) => dangan(['verify', path, '--indicator', '九']).note;
  expect(none(zipOf(bundle))).toContain('如 1/1.1。');
  expect(none(zipOf(bagOf(notices)))).toContain('请改用 --sample 抽查');
});

test('a tar of the folder of a bundle is as its own profile asks', () => {
  const { bagVersions, formats } = carriedProfile();
  expect({ bagVersions, formats }).toEqual({
    bagVersions: ['1.0'],
    formats: ['application/zip', 'application/x-tar', 'application/gzip'],
  });
});

test('who names a stick with bundles on it is told of them, and the hint verifies one', () => {
  const stick = temporary();
  cpSync(zipOf(bundle), join(stick, '甲局 2026.zip'));
  cpSync(zipOf(bundle), join(stick, '乙局.zip'));
  const { code, note } = dangan(['verify', stick]);
  expect(code).toBe(3);
  expect(note).toContain('这里有 2 个可能是迎检包的');
  expect(dangan(typed(note)).code).toBe(0);
});

test('a key of which a part is missing is no key, not a file that is missing', () => {
  const { code, note } = dangan(['verify', zipOf(bundle), '--key', 'RWRxvScmHk3mqsJdP6hEa6']);
  expect(code).toBe(2);
  expect(note).toContain('RWRxvScmHk3mqsJdP6hEa6 不是公钥');
});
