import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { formatPublicKey, formatSecretKey } from '../../src/core/signature/keys.js';
import { SIGNATURE_FILE, SIGNED_FILE } from '../../src/core/signature/of-bundle.js';
import { messageOf } from '../../src/core/signature/signature.js';
import { verifyBundle } from '../../src/io/bundle/reading/verify.js';
import {
  bagOf,
  folderWith,
  manifestOf,
  notices,
  seenIn,
  temporary,
  zipOf,
  type BagContents,
} from '../helpers/bags.js';
import { dangan } from '../helpers/cli.js';
import { ourBundle } from '../helpers/our-bundle.js';
import { key, otherKey, sign, signed, zipBeside, minisign } from '../helpers/signing.js';
import { runsHere } from '../helpers/programs.js';
import { faultsBy } from '../helpers/published-schemas.js';
import { smallArchive } from '../helpers/small-archive.js';
import { splitArchive } from '../helpers/split-archive.js';
import { danganInTerminal } from '../helpers/terminal.js';

const bundle = ourBundle(notices);
const changed = (from: string, to: string): BagContents => {
  const files = signed(bundle);
  return { ...files, [SIGNATURE_FILE]: String(files[SIGNATURE_FILE]).replace(from, to) };
};

/** What is found of signatures when the bundle is held against a key. */
async function found(path: string): Promise<string[]> {
  const threads = { count: 1, worker: new URL('file:///none') };
  const { report } = await verifyBundle(path, { threads, key: key.publicKey });
  return report.findings.map(({ messageId, file }) => `${messageId} ${file ?? ''}`.trim());
}

test('a signature in the bundle is no stray file, and is valid for its key', async () => {
  expect(await found(folderWith(signed(bundle)))).toEqual([]);
  expect(await found(zipOf(signed(bundle)))).toEqual([]);
});

test('without a key it is told that there is one', async () => {
  expect(await seenIn(zipOf(signed(bundle)))).toEqual([]);
  expect(dangan(['verify', zipOf(signed(bundle))])).toMatchObject({
    code: 0,
    out: expect.stringContaining(`自称由密钥 ${key.id} 签名`) as string,
  });
});

test.each([
  ['missing', bundle, 'bundle-signature-missing/file'],
  [
    'over something else',
    signed(bundle, 'x'),
    `bundle-signature-invalid/contents ${SIGNATURE_FILE}`,
  ],
  [
    'told another date',
    changed('2026-03', '2026-04'),
    `bundle-signature-invalid/comment ${SIGNATURE_FILE}`,
  ],
  [
    'no signature at all',
    changed('untrusted', 'trusted'),
    `bundle-signature-invalid/malformed ${SIGNATURE_FILE}`,
  ],
])('a signature that is %s is an error', async (_what, files, expected) => {
  expect(await found(folderWith(files))).toEqual([expected]);
});

test('no signature is not told as one that is not valid', () => {
  const pub = join(temporary(), 'k.pub');
  writeFileSync(pub, formatPublicKey(key.publicKey));
  expect(dangan(['verify', zipOf(bundle), '--key', pub]).out).toContain('✗ 没有签名  ');
});

describe('a signature by another key', () => {
  const pub = join(temporary(), 'other.pub');
  const own = join(temporary(), 'own.pub');
  writeFileSync(pub, formatPublicKey(otherKey.publicKey));
  writeFileSync(own, formatPublicKey(key.publicKey));
  const verified = (files: BagContents, by = pub) => dangan(['verify', zipOf(files), '--key', by]);

  test('is an error that names both; the headline tells that the contents are in order', () => {
    const { code, out } = verified(signed(bundle));
    expect([code, out.split('\n')[0]]).toEqual([1, '✗ 内容完好，但签名用的是另一把密钥  bag.zip']);
    expect(out).toMatch(
      new RegExp(
        `✗ 签名用的是另一把密钥 [^]*所用密钥为 ${key.id}，给出的公钥为 ${otherKey.id}[^]*等于没有签`,
      ),
    );
  });

  test('does not make a damaged bundle whole', () => {
    const { out } = verified({ ...signed(bundle), 'data/2 活动/01：活动照片.jpg': '另一张' });
    expect(out).toMatch(/^✗ 不完好 [^]*等于没有签[^]*请重新复制或下载/);
  });

  test('is not told as one that is not valid, which says that something was changed', () => {
    expect(verified(signed(bundle, 'x'), own).out).toMatch(/^✗ 不完好 [^]*签名无效/);
  });

  test.each([
    [['unpack', '--to', join(temporary(), 'out')]],
    [['receipt', '-o', join(temporary(), 'form.docx')]],
  ])('%j tells the same', ([command = '', ...rest]) => {
    const { code, note } = dangan([command, zipOf(signed(bundle)), '--key', pub, ...rest]);
    expect([code, note]).toEqual([
      1,
      expect.stringContaining('bag.zip 内容完好，但签名用的是另一把密钥，没有继续') as string,
    ]);
  });
});

test('what is no signature is told even without a key', async () => {
  expect(await seenIn(folderWith({ ...bundle, [SIGNATURE_FILE]: 'MZ' }))).toEqual([
    `bundle-signature-invalid/malformed ${SIGNATURE_FILE}`,
  ]);
});

test('files and lists that were exchanged together do not pass for signed', async () => {
  const exchanged = ourBundle({ ...notices, 'data/2 活动/01：活动照片.jpg': '另一张' });
  const files = { ...exchanged, [SIGNATURE_FILE]: signed(bundle)[SIGNATURE_FILE] ?? '' };
  expect(await found(zipOf(files))).toEqual([
    `bundle-signature-invalid/contents ${SIGNATURE_FILE}`,
  ]);
});

test('a signature over a list without the manifests proves nothing', async () => {
  const { [SIGNED_FILE]: list, ...bag } = bagOf({ 'data/a.txt': 'a' });
  const others = Object.fromEntries(
    Object.entries(bag).filter(([name]) => !name.includes('manifest')),
  );
  expect(list).toBeDefined();
  const files = signed({ ...bag, [SIGNED_FILE]: manifestOf(others, 'sha256', 'tags') });
  expect(await found(folderWith(files))).toContain(
    `bundle-signature-invalid/uncovered ${SIGNATURE_FILE}`,
  );
});

test('a signature beside the zip is enough', async () => {
  expect(await found(zipBeside(bagOf(notices)))).toEqual([]);
});

test('one beside it that is over another zip is an error, whatever the one within says', async () => {
  expect(await found(zipBeside(signed(bundle), Buffer.from('x')))).toEqual([
    'bundle-signature-invalid/contents bag.zip.minisig',
  ]);
});

test('a tar has its signature beside it too', async () => {
  const bag = folderWith(bagOf(notices));
  spawnSync('tar', ['-cf', `${bag}.tar`, '-C', join(bag, '..'), 'bag']);
  const { digest } = messageOf(readFileSync(`${bag}.tar`));
  expect(await found(`${bag}.tar`)).toEqual(['bundle-signature-missing/file']);
  writeFileSync(`${bag}.tar.minisig`, sign(digest, 'bag.tar'));
  expect(await found(`${bag}.tar`)).toEqual([]);
});

test.each([
  ['the key', key, 0],
  ['another key', otherKey, 1],
])('unpack with %s', (_what, by, code) => {
  const folder = temporary();
  writeFileSync(join(folder, 'k.pub'), formatPublicKey(by.publicKey));
  const words = ['unpack', zipOf(signed(bundle)), '--to', join(folder, 'out')];
  expect(dangan([...words, '--key', join(folder, 'k.pub')]).code).toBe(code);
  expect(readdirSync(folder).includes('out')).toBe(code === 0);
});

test('a spot check does not read the zip for it, and does not take it for valid', () => {
  const zip = zipBeside(bundle);
  const pub = join(temporary(), 'k.pub');
  writeFileSync(pub, formatPublicKey(key.publicKey));
  const { code, out } = dangan(['verify', zip, '--key', pub, '--sample', '1', '--seed', '1']);
  expect({ code, out }).toMatchObject({
    code: 1,
    out: expect.stringMatching(/✗ 签名没有核对 [^]*没有通读/) as string,
  });
});

/** `k.key` and `k.pub` in a folder. */
function keyFiles() {
  const folder = temporary();
  const [secret, open] = [join(folder, 'k.key'), join(folder, 'k.pub')];
  writeFileSync(secret, formatSecretKey(key, undefined));
  writeFileSync(open, formatPublicKey(key.publicKey));
  return { folder, secret, open };
}

describe('pack --sign', () => {
  const { folder, secret, open } = keyFiles();
  const archive = smallArchive();
  const pack = (name: string, ...words: string[]) => {
    const path = join(folder, name);
    const words2 = [
      'pack',
      archive,
      '-o',
      path,
      '--today',
      '2026-03-01',
      '--sign',
      secret,
      ...words,
    ];
    return { path, ...dangan(words2) };
  };

  test('signs the bundle and the zip, and verify finds both valid', () => {
    const { path, code, out } = pack('one.zip');
    expect({ code, out }).toMatchObject({
      code: 0,
      out: expect.stringContaining(`密钥 ${key.id}`) as string,
    });
    expect(dangan(['verify', path, '--key', open])).toMatchObject({
      code: 0,
      out: expect.stringMatching(
        /签名有效[^]*bundle:县水利局-2026-\w+\s+date:2026-03-01/,
      ) as string,
    });
  });

  test('gives the same bytes each time, whatever the file is called', () => {
    const [a, b] = [pack('same-a.zip').path, pack('same-b.zip').path];
    for (const end of ['', '.minisig']) {
      expect(readFileSync(a + end).equals(readFileSync(b + end))).toBe(true);
    }
  });

  test('a folder has the signature in it, and none beside it', () => {
    const { path } = pack('folder', '--folder');
    expect(readdirSync(path)).toContain(SIGNATURE_FILE);
    expect(readdirSync(folder)).not.toContain('folder.minisig');
    expect(dangan(['verify', path, '--key', open]).code).toBe(0);
  });

  test('the notice in it tells how to check, and with which key', () => {
    const { path } = pack('notice', '--folder');
    const notice = readFileSync(join(path, '说明文件.txt'), 'utf8');
    expect(notice).toMatch(new RegExp(`${key.id}[^]*minisign -Vm ${SIGNED_FILE} -P`));
  });

  test('its JSON follows the schema', () => {
    const { out, path } = pack('json.zip', '--format', 'json');
    expect(faultsBy('pack', JSON.parse(out))).toEqual([]);
    expect(JSON.parse(out)).toMatchObject({
      bundle: { signature: { key: key.id, file: `${path}.minisig` } },
    });
  });

  test('the JSON of verify tells whose signature it is', () => {
    const { path } = pack('verify-json.zip');
    const result = JSON.parse(
      dangan(['verify', path, '--key', open, '--format', 'json']).out,
    ) as object;
    expect(faultsBy('verify', result)).toEqual([]);
    expect(result).toMatchObject({
      parts: { signature: true },
      signatures: [
        { file: SIGNATURE_FILE, valid: true, key: key.id },
        { file: 'verify-json.zip.minisig', valid: true, key: key.id },
      ],
    });
  });

  test('a signature that is there already is left alone, and nothing is packed', () => {
    writeFileSync(join(folder, 'taken.zip.minisig'), 'mine');
    expect(pack('taken.zip').code).toBe(2);
    expect(readdirSync(folder)).not.toContain('taken.zip');
    expect(readFileSync(join(folder, 'taken.zip.minisig'), 'utf8')).toBe('mine');
  });

  test('packing once more names the bundle that is there, and not its signature', () => {
    pack('twice.zip');
    expect(pack('twice.zip').note).toContain('twice.zip 已经存在');
  });

  test('of parts the one that is there is named, though the signature of another is left over', () => {
    const root = splitArchive(200_000);
    const words = ['pack', root, '--max-size', '1M', '-o', join(folder, 'parts.zip')];
    const again = () => dangan([...words, '--sign', secret]);
    again();
    rmSync(join(folder, 'parts-第1包共3包.zip'));
    expect(again()).toMatchObject({
      code: 2,
      note: expect.stringContaining('parts-第2包共3包.zip 已经存在') as string,
    });
  });

  test.each(['k.pub', 'none.key'])('with %s for a key it stops before anything is read', (name) => {
    expect(dangan(['pack', archive, '--sign', join(folder, name)]).code).toBe(2);
  });

  test('a key in the archive is refused', () => {
    const own = smallArchive();
    writeFileSync(join(own, 'k.key'), formatSecretKey(key, undefined));
    expect(dangan(['pack', own, '--sign', join(own, 'k.key')])).toMatchObject({ code: 2 });
  });

  test.each([
    ['the right one', '口令', 0],
    ['a wrong one', '口', 2],
  ])('a key with a password is opened with %s', (_what, password, code) => {
    const lock = {
      password: '口令',
      salt: Buffer.alloc(32, 1),
      hardness: { operations: 32768, memoryBytes: 2 ** 20 },
    };
    const locked = join(temporary(), 'locked.key');
    writeFileSync(locked, formatSecretKey(key, lock));
    const words = ['pack', archive, '-o', `${locked}.zip`, '--sign', locked];
    const { code: got } = dangan(words, { environment: { DANGAN_KEY_PASSWORD: password } });
    expect(got).toBe(code);
  });
});

test.runIf(runsHere('python3', '--version'))('a terminal is asked for the password', () => {
  const hardness = { operations: 32768, memoryBytes: 2 ** 20 };
  const locked = join(temporary(), 'locked.key');
  const lock = { password: '口令', salt: Buffer.alloc(32, 1), hardness };
  writeFileSync(locked, formatSecretKey(key, lock));
  const words = ['pack', smallArchive(), '-o', `${locked}.zip`, '--sign', locked];
  const { code, out } = danganInTerminal(words, ['口令\r']);
  expect({ code, out }).toMatchObject({
    code: 0,
    out: expect.stringContaining(`密钥 ${key.id}`) as string,
  });
});

describe.runIf(runsHere('minisign', '-v'))('minisign', () => {
  const { folder, secret, open } = keyFiles();
  const packed = (name: string, ...words: string[]) => {
    const path = join(folder, name);
    dangan(['pack', smallArchive(), '-o', path, '--sign', secret, ...words]);
    return path;
  };

  test('verifies the zip with nothing but the zip, its signature and the public key', () => {
    const path = packed('a.zip');
    expect(minisign(['-V', '-m', path, '-p', open])).toMatchObject({
      status: 0,
      text: expect.stringContaining('Trusted comment: bundle:县水利局-') as string,
    });
  });

  test('verifies the bundle once it is unpacked', () => {
    const path = packed('b', '--folder');
    expect(minisign(['-V', '-m', SIGNED_FILE, '-p', open], { cwd: path }).status).toBe(0);
  });

  test('sees the same as we do when a byte of the zip or of the comment is changed', async () => {
    const path = packed('c.zip');
    const signature = readFileSync(`${path}.minisig`, 'utf8');
    writeFileSync(`${path}.minisig`, signature.replace('date:2', 'date:3'));
    expect(minisign(['-V', '-m', path, '-p', open]).status).toBe(1);
    expect(await found(path)).toEqual(['bundle-signature-invalid/comment c.zip.minisig']);
    renameSync(packed('d.zip', '--today', '2020-01-01'), path);
    writeFileSync(`${path}.minisig`, signature);
    expect(minisign(['-V', '-m', path, '-p', open]).status).toBe(1);
    expect(await found(path)).toEqual(['bundle-signature-invalid/contents c.zip.minisig']);
  });

  test.each([
    ['as it does now', []],
    ['as it did of old', ['-l']],
  ])('signs a bundle afterwards %s, and we find it valid', async (_what, words) => {
    const zip = zipOf(bundle);
    minisign(['-S', ...words, '-s', secret, '-m', zip]);
    const bag = folderWith(bundle);
    minisign(['-S', ...words, '-s', secret, '-m', join(bag, SIGNED_FILE)]);
    expect([await found(zip), await found(bag)]).toEqual([[], []]);
    rmSync(`${zip}.minisig`);
    expect(await found(zip)).toEqual(['bundle-signature-missing/file']);
  });

  test('signs with a key of its own, and we tell it apart', async () => {
    minisign(['-G', '-W', '-p', join(folder, 'm.pub'), '-s', join(folder, 'm.key')]);
    const zip = zipOf(bundle);
    minisign(['-S', '-s', join(folder, 'm.key'), '-m', zip]);
    expect(await found(zip)).toEqual(['bundle-signature-key/other bag.zip.minisig']);
    expect(dangan(['verify', zip, '--key', join(folder, 'm.pub')]).code).toBe(0);
  });
});
