import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import stringWidth from 'string-width';
import { expect, test } from 'vitest';
import { formatSecretKey, keyFromSeed } from '../../src/core/signature/keys.js';
import { temporaryFolder } from '../helpers/archive-on-disk.js';
import { dangan } from '../helpers/cli.js';
import { smallArchive } from '../helpers/small-archive.js';
import { splitArchive } from '../helpers/split-archive.js';

const DAY = ['--today', '2020-12-01'];
const LANGUAGES = ['zh-CN', 'en'];
/** A secret key that needs no password. */
const secretKey = () => {
  const path = join(temporaryFolder(), '本局.key');
  const key = keyFromSeed(Buffer.from('0123456789abcdef', 'hex'), Buffer.alloc(32, 7));
  writeFileSync(path, formatSecretKey(key, undefined));
  return path;
};
const wide = (columns: number, language: string) => ({
  environment: { COLUMNS: String(columns), DANGAN_LANG: language },
});
/** Lines that are too wide for a terminal, but for those with a path that is to be typed. */
const tooWide = (out: string, columns: number, root: string) =>
  out.split('\n').filter((line) => stringWidth(line) > columns && !line.includes(root));

test.each(LANGUAGES)('what pack says of a signed bundle fits 80 columns (%s)', (language) => {
  const root = splitArchive(1000);
  const { code, out } = dangan(['pack', root, ...DAY, '--sign', secretKey()], wide(80, language));
  expect({ code, wide: tooWide(out, 80, root) }).toEqual({ code: 0, wide: [] });
});

test.each(LANGUAGES)('what pack says of signed parts fits 80 columns (%s)', (language) => {
  const root = splitArchive(200_000);
  const words = ['pack', root, ...DAY, '--max-size', '1M', '--sign', secretKey()];
  const { code, out } = dangan(words, wide(80, language));
  expect({ code, wide: tooWide(out, 80, root) }).toEqual({ code: 0, wide: [] });
});

test.each([
  [80, /校验码 {4}((?:[0-9a-f]{4} ){7}[0-9a-f]{4})\n {12}((?:[0-9a-f]{4} ){7}[0-9a-f]{4})\n/],
  [120, /校验码 {4}((?:[0-9a-f]{4} ){15}[0-9a-f]{4})\n/],
])(
  'in %i columns the digest is told in groups of four, on as few lines as fit',
  (columns, form) => {
    expect(dangan(['pack', splitArchive(10), ...DAY], wide(columns, 'zh-CN')).out).toMatch(form);
  },
);

test('a packing that stops names each folder once, with how much is wrong there', () => {
  const root = smallArchive();
  const leaf =
    '{ code: "1.1", name: 领导机构, evidence: [{ title: 通知, count: 2 }, { title: 名单 }] }';
  const system = `format: dangan/scoring-system@1\ntitle: 标准\nindicators: [{ code: "1", name: 组织领导, children: [${leaf}] }]\n`;
  writeFileSync(join(root, 'criteria.yaml'), system);
  writeFileSync(join(root, 'dangan.yaml'), 'unit: { name: 县水利局 }\nsystem: criteria.yaml\n');
  const { code, out } = dangan(['pack', root, ...DAY]);
  expect(code).toBe(1);
  expect(out).toMatch(/coverage-count\n {4}\S+ \S+ 领导机构（2 处）\n(?! {4})/);
});

test('pack and verify show one digest in one form', () => {
  const root = splitArchive(10);
  const of = (out: string) => /校验码\s+([0-9a-f]{4}[0-9a-f\s]*[0-9a-f]{4})\n/.exec(out)?.[1];
  const packed = dangan(['pack', root, ...DAY, '-o', 'a.zip'], { cwd: root }).out;
  const verified = dangan(['verify', join(root, 'a.zip')]).out;
  expect(of(packed)?.split(/\s+/)).toEqual(of(verified)?.split(/\s+/));
});

test('after a packing in parts the first of them is named as the next to verify', () => {
  const root = splitArchive(200_000);
  const { out } = dangan(['pack', root, ...DAY, '--max-size', '1M']);
  const first = readdirSync(root).find((name) => name.endsWith('-第1包共3包.zip'));
  expect(out).toContain(`下一步  dangan verify ${join(root, first ?? '')}\n`);
});
