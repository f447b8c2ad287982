/** Bags in a tar or a tar.gz: what is read of them, and what is refused. */
import fc from 'fast-check';
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, truncateSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import {
  bagOf,
  digestsIn,
  digestsOf,
  folderWith,
  manifestOf,
  notices,
  reportOn,
  seenIn,
  temporary,
  unpack,
  codesIn,
} from '../helpers/bags.js';
import { DEFAULT_LIMITS } from '../../src/core/bundle/zip/directory.js';
import { DanganError } from '../../src/errors.js';
import { openBundle } from '../../src/io/bundle/reading/open-bundle.js';
import { HOSTILE_TARS } from '../helpers/hostile-tars.js';
import {
  tarBytes,
  tarEntriesOf,
  tarGzOf,
  tarHeader,
  tarWith,
  type TarFile,
} from '../helpers/tar-bytes.js';

const bag = bagOf(notices);
const forms = [
  ['tar', (bytes: Buffer) => tarWith(bytes)],
  ['tar.gz', (bytes: Buffer) => tarWith(gzipSync(bytes), 'bag.tar.gz')],
] as const;

/** Entries of a bag that were written in other ways. */
const HONEST: Readonly<Record<string, readonly TarFile[]>> = {
  'as most programs do': tarEntriesOf(bag),
  'without a top folder': tarEntriesOf(bag, ''),
  'with ./ and the folder itself': [{ name: './', type: '5' }, ...tarEntriesOf(bag, './')],
  'with its folders, one of them twice': [
    { name: 'bag/', type: '5' },
    { name: 'bag/data/', type: '5' },
    { name: 'bag/data', type: '5' },
    ...tarEntriesOf(bag),
  ],
  'before there was a standard': tarEntriesOf(bag).map((file) => ({ ...file, format: 'v7' })),
  'with sizes in base 256': tarEntriesOf(bag).map((file) => ({ ...file, format: 'gnu' })),
  'with names in pax': Object.entries(bag).map(([path, data]) => ({
    name: 'short',
    data,
    pax: { mtime: '1.5', path: `bag/${path}`, comment: '说明' },
  })),
  'with a remark for all': [
    {
      name: 'pax_global_header',
      type: 'g',
      data: '52 comment=0123456789012345678901234567890123456789\n',
    },
    ...tarEntriesOf(bag),
  ],
  'with names in a prefix': Object.entries(bag).map(([path, data]) => ({
    name: basename(path),
    data,
    prefix: dirname(`bag/${path}`),
  })),
};

describe.each(forms)('%s', (_form, made) => {
  test.each(Object.entries(HONEST))('a bag holds %s', async (_name, entries) => {
    expect(await seenIn(made(tarBytes(entries)))).toEqual([]);
  });

  test('a bag unpacks to the same bytes', async () => {
    const to = join(temporary(), 'out');
    await unpack(made(tarBytes(tarEntriesOf(bag))), to);
    expect(digestsIn(to, bag)).toEqual(digestsOf(bag));
  });

  test('names in GBK are read as such, and the report says so', async () => {
    const gbk = Buffer.from([0xd6, 0xd0, 0xce, 0xc4]);
    const entries = tarEntriesOf(bagOf({ 'data/中文': 'x' })).map((file) =>
      file.name === 'bag/data/中文'
        ? { ...file, name: Buffer.concat([Buffer.from('bag/data/'), gbk]) }
        : file,
    );
    const { holds, findings } = await reportOn(made(tarBytes(entries)));
    expect([holds, findings.map(({ params }) => params)]).toEqual([
      true,
      [{ count: 1, encoding: 'GB18030' }],
    ]);
  });

  test.each(['1', '2', '3', '4', '6'])(
    'an entry of type %s is told, not followed',
    async (type) => {
      const entries = [...tarEntriesOf(bag), { name: 'bag/data/link', type }];
      expect(await seenIn(made(tarBytes(entries)))).toEqual(['bundle-link/link data/link']);
    },
  );

  test('what a Mac packs beside its files is set aside', async () => {
    const shadows = ['._bag', 'bag/._bagit.txt', 'bag/data/._a.txt'];
    const entries = [...tarEntriesOf(bag), ...shadows.map((name) => ({ name, data: 'mac' }))];
    expect(await seenIn(made(tarBytes(entries)))).toEqual(['bundle-litter/files']);
  });

  test('an empty folder is told', async () => {
    const entries = [...tarEntriesOf(bag), { name: 'bag/data/3 空/', type: '5' }];
    const { findings } = await reportOn(made(tarBytes(entries)));
    expect(findings.map(({ messageId, file }) => `${messageId} ${file ?? ''}`)).toEqual([
      'bundle-empty-folder/folder data/3 空',
    ]);
  });

  test('a changed file is named', async () => {
    const changed = { ...bag, 'data/2 活动/01：活动照片.jpg': 'other' };
    expect(await seenIn(made(tarBytes(tarEntriesOf(changed))))).toEqual([
      'bundle-oxum-mismatch/count bag-info.txt',
      'bundle-file-changed/digest data/2 活动/01：活动照片.jpg',
    ]);
  });

  test('zeros that fill up a tape are no contents', async () => {
    const bytes = tarBytes(tarEntriesOf(bag), Buffer.alloc(10_240));
    expect(await seenIn(made(bytes))).toEqual([]);
  });

  const hostile = Object.entries(HOSTILE_TARS).flatMap(([code, tars]) =>
    Object.entries(tars).map(([name, bytes]) => ({ code, name, bytes })),
  );

  test.each(hostile)('$name is refused as $code', async ({ code, bytes }) => {
    expect(await codesIn(made(bytes))).toEqual([code]);
  });

  test.each(hostile)('$name: nothing of it is written', async ({ bytes }) => {
    const to = join(temporary(), 'out');
    await unpack(made(bytes), to).catch(() => undefined);
    expect([existsSync(to), readdirSync(dirname(to))]).toEqual([false, []]);
  });

  test('what begins like a tar but is none is refused', async () => {
    const report = reportOn(made(Buffer.from('x'.repeat(2000))));
    await expect(report).rejects.toMatchObject({ code: 'BUNDLE_NOT_A_ZIP' });
  });

  test('a tar without a bag is no bundle', async () => {
    const report = reportOn(made(tarBytes([{ name: 'a/b', data: 'x' }])));
    await expect(report).rejects.toMatchObject({ code: 'BUNDLE_NOT_A_BAG' });
  });
});

test('a size of more than 8 GiB that pax tells is believed', async () => {
  const path = tarWith(
    tarBytes(
      [{ name: 'bag/data/b', size: 0, pax: { size: String(9 * 2 ** 30) } }],
      Buffer.alloc(0),
    ),
  );
  truncateSync(path, 9 * 2 ** 30 + 2048 + 1024);
  const { listed, refusals } = await openBundle(path, DEFAULT_LIMITS, {});
  expect([listed.map(({ sizeBytes }) => sizeBytes), refusals]).toEqual([[9 * 2 ** 30], []]);
});

const changed = (bytes: Buffer, at: number, bits: number): Buffer => {
  const copy = Buffer.from(bytes);
  copy.writeUInt8(copy.readUInt8(at) ^ bits, at);
  return copy;
};

/** What becomes of the bag: `holds` with its files, `does not hold`, or a refusal by its code. */
async function fateOf(path: string): Promise<string> {
  try {
    const { holds, payload } = await reportOn(path);
    return holds ? `holds ${payload.files}` : 'does not hold';
  } catch (error) {
    if (!(error instanceof DanganError)) throw error;
    return String(error.code);
  }
}

const whole = tarBytes(tarEntriesOf(bag));

test.each([
  ['tar', whole],
  ['tar.gz', gzipSync(whole)],
])(
  'whichever byte of a %s is changed, it never crashes, and no changed file holds',
  async (_form, bytes) => {
    await fc.assert(
      fc.asyncProperty(
        fc.nat(bytes.length - 1),
        fc.integer({ min: 1, max: 255 }),
        async (at, bits) => {
          const fate = await fateOf(tarWith(changed(bytes, at, bits)));
          // A date in the gzip header, or what fills up a block, may change.
          expect(['holds 3', 'does not hold', 'BUNDLE_NOT_A_ZIP', 'BUNDLE_NOT_A_BAG']).toContain(
            fate,
          );
        },
      ),
      { numRuns: 300, seed: 8493 },
    );
  },
);

test.each([
  ['tar', whole],
  ['tar.gz', gzipSync(whole)],
])('a %s that is cut off anywhere does not hold', async (form, bytes) => {
  await fc.assert(
    fc.asyncProperty(
      fc.integer({
        min: form === 'tar' ? 600 : 20,
        max: bytes.length - (form === 'tar' ? 1025 : 1),
      }),
      async (length) => {
        expect(await fateOf(tarWith(bytes.subarray(0, length), form))).toBe('does not hold');
      },
    ),
    { numRuns: 100, seed: 8493 },
  );
});

const gz = gzipSync(tarBytes(tarEntriesOf(bag)));
const tarGz = (bytes: Buffer) => tarWith(bytes, 'bag.tgz');

test.each([
  ['cut off', gz.subarray(0, -100), ['BUNDLE_TRUNCATED']],
  ['with a byte changed', Buffer.from(gz).fill(0xff, 60, 64), ['BUNDLE_TAR_DAMAGED']],
  ['with its checksum changed', Buffer.from(gz).fill(1, gz.length - 8), ['BUNDLE_TAR_DAMAGED']],
  ['with zeros behind', Buffer.concat([gz, Buffer.alloc(600)]), ['holds']],
  ['with bytes behind', Buffer.concat([gz, Buffer.from('more')]), ['BUNDLE_TAR_DAMAGED']],
  [
    'with bytes behind zeros',
    Buffer.concat([gz, Buffer.alloc(9), Buffer.from('x')]),
    ['BUNDLE_HIDDEN_DATA'],
  ],
])('a gzip %s', async (_name, bytes, codes) => {
  expect(await codesIn(tarGz(bytes))).toEqual(codes);
});

test('a gzip of several members is one', async () => {
  const tar = tarBytes(tarEntriesOf(bag));
  const members = [gzipSync(tar.subarray(0, 1500)), gzipSync(tar.subarray(1500))];
  expect(await seenIn(tarGz(Buffer.concat(members)))).toEqual([]);
});

test('a gzip bomb is given up on before it is unpacked', async () => {
  const zeros = Buffer.alloc(300 * 2 ** 20);
  const header = tarHeader({ name: 'bag/data/zeros', size: 5 * zeros.length });
  const part = gzipSync(zeros);
  const bomb = Buffer.concat([gzipSync(header), part, part, part, part, part]);
  expect(await codesIn(tarGz(bomb))).toEqual(['BUNDLE_BOMB']);
});

test.each(['md5', 'sha1', 'sha384', 'sm3'])(
  'a tar.gz whose manifest comes last, in %s, is read once more',
  async (algorithm) => {
    const payload = { 'data/a': 'a', 'data/b': 'x'.repeat(700_000) };
    const files = {
      ...payload,
      'bagit.txt': String(bag['bagit.txt']),
      [`manifest-${algorithm}.txt`]: manifestOf(payload, algorithm),
    };
    expect(await seenIn(tarGzOf(files))).toEqual([]);
  },
);

test('in a tar.gz whose manifest comes first a file that changed is named', async () => {
  const files = {
    'manifest-md5.txt': manifestOf({ 'data/a': 'a', 'data/b': 'b' }, 'md5'),
    'bagit.txt': String(bag['bagit.txt']),
    'data/a': 'a',
    'data/b': 'x'.repeat(700_000),
  };
  expect(await seenIn(tarGzOf(files))).toEqual(['bundle-file-changed/digest data/b']);
});

test.each([
  ['tar', ['-cf']],
  ['tar --format=posix', ['--format=posix', '-cf']],
  ['tar --format=ustar', ['--format=ustar', '-cf']],
  ['tar -z', ['-czf']],
])('what %s packs holds and unpacks', async (_name, options) => {
  const folder = folderWith(bag);
  const path = join(temporary(), 'bag.tar');
  const { status } = spawnSync('tar', [...options, path, '-C', dirname(folder), 'bag']);
  expect(status).toBe(0);
  const to = join(temporary(), 'out');
  await unpack(path, to);
  expect(digestsIn(to, bag)).toEqual(digestsOf(bag));
});

test('a pipe is no bundle, and is not waited for', async () => {
  const path = join(temporary(), 'pipe');
  expect(spawnSync('mkfifo', [path]).status).toBe(0);
  await expect(reportOn(path)).rejects.toMatchObject({ code: 'BUNDLE_NOT_A_ZIP' });
});
