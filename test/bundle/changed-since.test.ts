/** What is said of bundles that somebody changed after packing, and made the lists anew: nothing that is not known. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { formatPublicKey, keyFromSeed } from '../../src/core/signature/keys.js';
import { SIGNATURE_FILE, signerOf } from '../../src/core/signature/of-bundle.js';
import { messageOf } from '../../src/core/signature/signature.js';
import {
  bagOf,
  folderWith,
  lacking,
  notices,
  reportOn,
  sealed,
  temporary,
  zipOf,
  type BagContents,
} from '../helpers/bags.js';
import { profileWith } from '../helpers/bag-profiles.js';
import { dangan } from '../helpers/cli.js';
import { ourBundle } from '../helpers/our-bundle.js';
import { key, otherKey, signed } from '../helpers/signing.js';
import { verdictWords } from '../../src/report/bundle/head.js';
import { messagesIn } from '../../src/messages/index.js';

const bundle = ourBundle(notices);
const nobody = keyFromSeed(Buffer.from('1111111111111111', 'hex'), Buffer.alloc(32, 9));
const photo = 'data/2 活动/01：活动照片.jpg';

/** 改一份材料，再把清单全部重做。 */
const remade = (files: BagContents): BagContents => {
  const payload = Object.fromEntries(
    Object.entries(files).filter(([path]) => path.startsWith('data/')),
  );
  const lists = bagOf({ ...payload, [photo]: 'another' });
  return sealed({ ...files, ...lists, 'bag-info.txt': files['bag-info.txt'] ?? '' });
};

function publicKey(of = key): string {
  const path = join(temporary(), '某局.pub');
  writeFileSync(path, formatPublicKey(of.publicKey));
  return path;
}

const todo = (out: string) => /怎么办\n([\s\S]*?)\n\n/.exec(out)?.[1]?.replace(/\n\s*/g, '') ?? '';
const flat = (out: string) => out.replace(/\n\s+/g, '');

test('改了材料、重做了清单的包，不说没有变过，要先打电话核对', () => {
  const { code, out } = dangan(['verify', folderWith(remade(bundle))]);
  expect(code).toBe(1);
  expect(out).toContain('✓ 与清单相符');
  expect(out).not.toMatch(/没有变过|内容未变|unchanged/);
  expect(todo(out)).toContain('可能是打包以后改过，清单也重做了');
  expect(todo(out)).toContain('核对清楚之前不要使用这个包');
});

test('签名对不上时，怎么办只说签名的事', () => {
  const files = { ...remade(bundle), [SIGNATURE_FILE]: signed(bundle)[SIGNATURE_FILE] ?? '' };
  const { code, out } = dangan(['verify', folderWith(files), '--key', publicKey()]);
  expect(code).toBe(1);
  expect(todo(out).trim()).toMatch(/^签名对不上：[^]*核对清楚之前不要使用这个包。$/);
});

test('签名有效而索引不符的包，说对方签名时就是这样', () => {
  const { out } = dangan(['verify', folderWith(signed(remade(bundle))), '--key', publicKey()]);
  expect(todo(out)).toContain('签名有效，对方签名的时候就是这样');
});

test('没有索引的包，不说与索引相符', () => {
  const { code, out } = dangan(['verify', folderWith(sealed(lacking(bundle, 'index.json')))]);
  expect(code).toBe(1);
  expect(out).toMatch(/✗ 没有索引可比 {2}1 处错误\n/);
  const json = dangan([
    'verify',
    folderWith(lacking(bundle, 'index.json')),
    '--format',
    'json',
  ]).out;
  expect(JSON.parse(json)).toMatchObject({ parts: { contents: false } });
});

test('材料完好，只差签名或者上级的约定，标题就这样说', async () => {
  const { code, out } = dangan(['verify', folderWith(bundle), '--key', publicKey()]);
  expect({ code, out }).toMatchObject({
    code: 1,
    out: expect.stringMatching(/^✗ 内容完好，但没有签名 {2}/) as string,
  });
  const profile = profileWith({ 'Bag-Info': { 'Contact-Name': { required: true } } });
  const report = await reportOn(folderWith(bundle), profile);
  expect(verdictWords(report, messagesIn('zh-CN'))).toBe('内容完好，但不合约定');
  expect(verdictWords(report, messagesIn('en'))).toBe('Whole, but not as its profile asks');
});

test('改了文件名，说是移动或改名，内容没变', () => {
  const { [photo]: data = '', ...others } = bundle;
  const { out } = dangan(['verify', folderWith({ ...others, 'data/2 活动/01：照片.jpg': data })]);
  expect(flat(out)).toContain('✗ 与清单不符  移动或改名 1 个（内容没变）；');
});

test('没有给公钥的，说清楚哪些改动看不出来', () => {
  const { out } = dangan(['verify', folderWith(bundle)]);
  expect(flat(out)).toContain(
    '清单可以连同文件一起重做，index.html、checks.json 也没有别的可以对照。请打电话与对方核对上面的校验码',
  );
  const known = dangan(['verify', folderWith(signed(bundle)), '--key', publicKey()]).out;
  expect(known).not.toContain('清单可以连同文件一起重做');
});

test('包内签名有效、包外放着别人的签名：包完好，只提醒那一个不作数', () => {
  const zip = zipOf(signed(bundle));
  const { digest } = messageOf(readFileSync(zip));
  writeFileSync(`${zip}.minisig`, signerOf(otherKey, '别人', '2026-03-01')(digest, 'bag.zip'));
  const { code, out } = dangan(['verify', zip, '--key', publicKey()]);
  expect(code).toBe(0);
  expect(flat(out)).toContain(
    `签名所用密钥为 ${otherKey.id}，不作数；给出的公钥为 ${key.id}，用它核对，${SIGNATURE_FILE} 的签名有效`,
  );
  const none = dangan(['verify', zip, '--key', publicKey(nobody)]);
  expect(none.code).toBe(1);
});

test('移交登记表写明签名核对了没有；给了公钥而签名无效的，不生成', () => {
  const made = (files: BagContents, ...words: string[]) => {
    const form = join(temporary(), '登记表.html');
    const { code, note } = dangan(['receipt', folderWith(files), '-o', form, ...words]);
    return { code, note, form: existsSync(form) ? readFileSync(form, 'utf8') : '' };
  };
  const unchecked = made(signed(bundle));
  expect(unchecked.note).toContain('包里有签名，没有核对');
  expect(unchecked.form).toContain('有签名，没有核对');
  expect(made(bundle).form).toContain('没有签名');
  const known = made(signed(bundle), '--key', publicKey());
  expect(known.note).toBe('');
  expect(known.form).toContain(`签名有效（公钥 ${key.id}）`);
  expect(made(signed(bundle, 'x'), '--key', publicKey())).toMatchObject({ code: 1, form: '' });
});

test('材料归在另一项指标里的（see），不算一个文件也没有', () => {
  const home = temporary();
  const root = join(home, '档案');
  const words = ['init', root, '--system', 'cadre-file-audit', '--filled', '--unit', '某局张某'];
  expect(dangan(words).code).toBe(0);
  const to = join(home, '包');
  expect(dangan(['pack', root, '--folder', '--allow-errors', '-o', to]).code).toBe(0);
  const { out } = dangan(['verify', to, '--format', 'json']);
  const { coverage } = JSON.parse(out) as {
    coverage: { withoutFiles: { indicator: { code: string } }[] };
  };
  const codes = coverage.withoutFiles.map(({ indicator }) => indicator.code);
  expect(codes).toEqual(['7']);
});

/** 四性检测报告里这个条目的几行。 */
function fourLines(code: string, path: string, ...words: string[]): string {
  const file = join(temporary(), 'r.md');
  dangan(['verify', path, ...words, '--report', `四性=${file}`]);
  const lines = readFileSync(file, 'utf8').split('\n');
  return lines.filter((line) => line.startsWith(`| ${code} |`)).join('\n');
}

test('四性检测：签名对不上，信息包一致性就不通过', () => {
  const files = { ...remade(bundle), [SIGNATURE_FILE]: signed(bundle)[SIGNATURE_FILE] ?? '' };
  const line = fourLines('YJ-1-14', folderWith(files), '--key', publicKey());
  expect(line).toMatch(/不通过 \| .*与现有内容对不上/);
  expect(fourLines('YJ-1-14', folderWith(bundle), '--key', publicKey())).toContain('不通过');
  expect(fourLines('YJ-1-14', folderWith(bundle))).toContain('未检测 | 没有签名');
  expect(fourLines('YJ-1-14', folderWith(signed(bundle)))).toContain('没有给公钥');
});

test('四性检测：内容变了的包，不说没有发现损坏', () => {
  expect(fourLines('YJ-3-4', folderWith({ ...bundle, [photo]: '坏了' }))).toContain('可能已经损坏');
  expect(fourLines('YJ-3-4', folderWith(bundle))).toContain('没有发现损坏');
});

test('四性检测：少了文件，不说多余文件', () => {
  const path = folderWith(sealed(lacking(bundle, 'index.json')));
  expect(fourLines('YJ-4-3', path)).not.toContain('不通过');
  expect(fourLines('YJ-2-10', path)).toMatch(/不通过 \| .*index.json/);
});
