import fc from 'fast-check';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import {
  bagOf,
  folderWith,
  lacking,
  notices,
  reportOn,
  seenIn,
  temporary,
  wordsOn,
  zipOf,
  zipWritten,
  type BagContents,
} from '../helpers/bags.js';
import { sha256 } from '../helpers/contents.js';
import { ourBundle } from '../helpers/our-bundle.js';

const flip = (bytes: Buffer, at: number, bits: number): Buffer => {
  const changed = Buffer.from(bytes);
  changed.writeUInt8(changed.readUInt8(at) ^ bits, at);
  return changed;
};

const bundle: BagContents = ourBundle(notices);

/** A file of the bundle, a place in it, and the bits to turn over there. */
const tampering = fc.constantFrom(...Object.keys(bundle)).chain((path) =>
  fc.record({
    path: fc.constant(path),
    at: fc.nat(Buffer.byteLength(bundle[path] ?? '') - 1),
    bits: fc.integer({ min: 1, max: 255 }),
  }),
);

test('our bundle holds as it is', async () => {
  expect(await seenIn(folderWith(bundle))).toEqual([]);
});

test('whichever byte of whichever file is changed, the bundle does not hold', async () => {
  await fc.assert(
    fc.asyncProperty(tampering, async ({ path, at, bits }) => {
      const data = flip(Buffer.from(bundle[path] ?? ''), at, bits);
      const { holds } = await reportOn(folderWith({ ...bundle, [path]: data }));
      expect(holds).toBe(false);
    }),
    { numRuns: 150 },
  );
});

test('a changed file of the payload is named', async () => {
  await fc.assert(
    fc.asyncProperty(tampering, async ({ path, at, bits }) => {
      fc.pre(path.startsWith('data/'));
      const data = flip(Buffer.from(bundle[path] ?? ''), at, bits);
      expect(await seenIn(zipOf({ ...bundle, [path]: data }))).toEqual([
        `bundle-file-changed/digest ${path}`,
      ]);
    }),
    { numRuns: 60 },
  );
});

test('whichever byte of a zip is changed, it never crashes, and no changed file ever holds', async () => {
  const zip = zipOf(bundle);
  const whole = readFileSync(zip);
  const digestsOf = async () => {
    const { holds, payload, findings } = await reportOn(zip);
    return {
      holds,
      payload,
      errors: findings.filter(({ severity }) => severity === 'error').length,
    };
  };
  await fc.assert(
    fc.asyncProperty(
      fc.nat(whole.length - 1),
      fc.integer({ min: 1, max: 255 }),
      async (at, bits) => {
        writeFileSync(zip, flip(whole, at, bits));
        const { holds, payload } = await digestsOf().catch((error: unknown) => {
          expect(error).toMatchObject({ code: expect.stringMatching(/^BUNDLE_/) as string });
          return { holds: false, payload: { files: 0 } };
        });
        // What no digest covers, such as a date, may change; the files may not.
        if (holds) expect(payload.files).toBe(Object.keys(notices).length);
      },
    ),
    { numRuns: 400 },
  );
});

test('a file that does not come out as it went in does not agree with the index either', async () => {
  const zip = readFileSync(zipOf(bundle));
  const path = temporary();
  writeFileSync(join(path, 'bag.zip'), flip(zip, zip.indexOf('成立领导小组'), 1));
  const { parts, findings } = await reportOn(join(path, 'bag.zip'));
  expect([parts.fixity, parts.contents, findings.map(({ messageId }) => messageId)]).toEqual([
    false,
    false,
    ['bundle-file-changed/crc'],
  ]);
});

test.each(Object.entries(bundle))(
  'of %s that cannot be unpacked nothing else is told',
  async (path, data) => {
    const damaged = { method: 8, data: Buffer.alloc(Buffer.byteLength(data), 0xff) };
    const zip = zipWritten(bundle, (name) => (name === `bag/${path}` ? damaged : {}));
    expect(await seenIn(zip)).toEqual([`bundle-file-changed/damaged ${path}`]);
  },
);

test('a zip that is cut off anywhere does not hold', async () => {
  const zip = zipOf(bundle);
  const whole = readFileSync(zip);
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 4, max: whole.length - 1 }), async (length) => {
      writeFileSync(zip, whole.subarray(0, length));
      expect((await reportOn(zip)).holds).toBe(false);
    }),
    { numRuns: 100 },
  );
});

test('a finding tells the indicator from the index', async () => {
  const path = 'data/1 组织领导/1.1 领导机构/01：创建领导小组文件.txt';
  const { findings } = await reportOn(folderWith({ ...bundle, [path]: '改' }));
  expect(findings.find(({ file }) => file === path)?.indicator).toEqual({
    code: '1.1',
    path: '1/1.1',
  });
});

test('without an index it tells the indicator from the folder', async () => {
  const path = 'data/1 组织领导/1.1 领导机构/01：创建领导小组文件.txt';
  const { findings } = await reportOn(folderWith({ ...bagOf(notices), [path]: '改' }));
  expect(findings.find(({ file }) => file === path)?.indicator).toEqual({
    code: '1.1',
    path: '1/1.1',
  });
});

test('a scoring system that was exchanged together with its digest in the tag manifest is told', async () => {
  const { 'tagmanifest-sha256.txt': tags = '', ...rest } = bundle;
  const changed = String(tags).replace(sha256(rest['criteria.yaml'] ?? ''), sha256('other'));
  const folder = folderWith({
    ...rest,
    'criteria.yaml': 'other',
    'tagmanifest-sha256.txt': changed,
  });
  expect(await seenIn(folder)).toEqual([
    'bundle-system-changed/digest criteria.yaml',
    'bundle-system-changed/digest criteria.yaml',
  ]);
});

test('a bundle of ours without its tag manifest does not hold', async () => {
  const rest = lacking(bundle, 'tagmanifest-sha256.txt');
  expect(await seenIn(folderWith(rest))).toContain('bundle-manifest-missing/tags');
});

test('words that a name hides are shown, not obeyed', async () => {
  const folder = folderWith(bagOf({ 'data/a.txt': 'a' }));
  writeFileSync(join(folder, 'manifest-sha256.txt'), 'x\u001b[2J\n');
  expect((await wordsOn(folder)).join()).toContain('\\u001b[2J');
});

test.each([
  ['lines in another order', (text: string) => ({ 'tagmanifest-sha256.txt': backwards(text) })],
  ['another spelling of its name', (text: string) => ({ 'TAGMANIFEST-SHA256.txt': text })],
])('a tag manifest of ours with %s was not written by pack', async (_what, changed) => {
  const { 'tagmanifest-sha256.txt': tags = '', ...rest } = bundle;
  const files = { ...rest, ...changed(String(tags)) };
  expect(await seenIn(folderWith(files))).toEqual([
    `bundle-manifest-invalid/form ${Object.keys(files).at(-1) ?? ''}`,
  ]);
});

function backwards(text: string): string {
  return text
    .split(/(?<=\n)/)
    .reverse()
    .join('');
}
