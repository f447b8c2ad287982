/** Zips that are honest, and written as few programs write them. */
import { expect, test } from 'vitest';
import {
  bagOf,
  digestOf,
  entriesOf,
  reportOn,
  temporary,
  unpack,
  zipWith,
} from '../helpers/bags.js';
import { extraField, zipBytes, type ZipFile } from '../helpers/zip-bytes.js';
import { join } from 'node:path';
import { readFileSync } from 'node:fs';

const bag = bagOf({ 'data/1 组织/甲.txt': 'a', 'data/b.txt': 'bb' });
const entries = entriesOf(bag);
const backslashed = (name: string | Buffer) => String(name).replaceAll('/', '\\');
const windows = entries.map((entry) => ({ ...entry, name: backslashed(entry.name), host: 0 }));

const seenIn = async (zip: Buffer) => {
  const { holds, findings } = await reportOn(zipWith(zip));
  return [holds, ...findings.map(({ messageId, params }) => [messageId, params])];
};

test('backslashes of old programs on Windows are read as what they mean, with a note', async () => {
  const folder: ZipFile = { name: 'bag\\data\\1 组织\\', host: 0, attributes: 0x10 };
  expect(await seenIn(zipBytes([...windows, folder]))).toEqual([
    true,
    ['bundle-name-guessed/backslashes', { count: 7 }],
  ]);
});

test('what has backslashes between its folders is unpacked into folders', async () => {
  const to = join(temporary(), 'out');
  await unpack(zipWith(zipBytes(windows)), to);
  expect(digestOf('md5', readFileSync(join(to, 'data/1 组织/甲.txt')))).toBe(digestOf('md5', 'a'));
});

const REFUSED: readonly (readonly [string, readonly ZipFile[]])[] = [
  ['from Unix', windows.map((entry) => ({ ...entry, host: 3 }))],
  ['one of them from Unix', windows.map((entry, at) => (at === 2 ? { ...entry, host: 3 } : entry))],
  ['beside slashes', [...windows, { name: 'bag/data/c.txt', data: 'x', host: 0 }]],
  ['that lead out', [...windows, { name: 'bag\\..\\..\\c.txt', data: 'x', host: 0 }]],
  ['that name a server', [...windows, { name: '\\\\server\\c.txt', data: 'x', host: 0 }]],
  ['behind a drive', [...windows, { name: 'C:\\c.txt', data: 'x', host: 0 }]],
];

test.each(REFUSED)('backslashes %s are refused', async (_what, files) => {
  const { holds, findings } = await reportOn(zipWith(zipBytes(files)));
  expect([holds, findings[0]?.params]).toMatchObject([false, { code: 'BUNDLE_PATH_UNSAFE' }]);
});

test('two names that are one when backslashes are read are one name twice', async () => {
  const twice = zipBytes([...windows, { name: 'bag\\data\\b.txt', data: 'x', host: 0 }]);
  expect(await seenIn(twice)).toMatchObject([false, [{}, { code: 'BUNDLE_ENTRY_DUPLICATE' }]]);
});

/** As commons-compress writes it when told to use zip64 for everything. */
function always64(file: ZipFile, offset: number): ZipFile {
  const bytes = BigInt(Buffer.byteLength(file.data ?? ''));
  const field = Buffer.alloc(28);
  field.writeBigUInt64LE(bytes, 0);
  field.writeBigUInt64LE(bytes, 8);
  field.writeBigUInt64LE(BigInt(offset), 16);
  const wide = { sizeBytes: 0xffffffff, packedBytes: 0xffffffff };
  const central = { ...wide, offset: 0xffffffff, disk: 0xffff, extra: extraField(1, field) };
  return { ...file, extra: extraField(1, field.subarray(0, 16)), local: wide, central };
}

test('numbers that are all left to zip64 fields, even the disk, are read from there', async () => {
  let offset = 0;
  const wide = entries.map((entry) => {
    const made = always64(entry, offset);
    offset += 30 + Buffer.byteLength(entry.name) + 20 + Buffer.byteLength(entry.data);
    return made;
  });
  expect(await seenIn(zipBytes(wide))).toEqual([true]);
});

const dotted = (files: readonly ZipFile[], folder: string) => [
  { name: './', attributes: 0o040755 * 0x10000 },
  ...files.map((file) => ({ ...file, name: `./${String(file.name).slice(folder.length)}` })),
];

test.each([
  ['the folder of a bag', dotted(entries, '')],
  ['what is in that folder', dotted(entries, 'bag/')],
])('./ before each name, as tar.exe writes it when it packs %s', async (_, files) => {
  const to = join(temporary(), 'out');
  await unpack(zipWith(zipBytes(files)), to);
  expect(readFileSync(join(to, 'data/1 组织/甲.txt'), 'utf8')).toBe('a');
  expect(await seenIn(zipBytes(files))).toEqual([true]);
});

test.each([
  ['bag/data/...', 'dots'],
  ['bag/. ./b.txt', 'dots'],
  ['bag/data/../b.txt', ''],
])('%s is told as what it is', async (name, detail) => {
  const { findings } = await reportOn(zipWith(zipBytes([...entries, { name, data: 'x' }])));
  expect(findings[0]?.params).toMatchObject({ code: 'BUNDLE_PATH_UNSAFE', detail });
});

test.each([
  ['leads out behind it', './../c.txt', 'BUNDLE_PATH_UNSAFE'],
  ['is a name without it, too', './bag/data/b.txt', 'BUNDLE_ENTRY_DUPLICATE'],
  ['has it in its middle', 'bag/./data/c.txt', 'BUNDLE_PATH_UNSAFE'],
  ['is nothing but a slash', '/', 'BUNDLE_PATH_UNSAFE'],
])('a name with ./ before it that %s is refused', async (_, name, code) => {
  const { findings } = await reportOn(zipWith(zipBytes([...entries, { name, data: '' }])));
  expect(findings.map(({ params }) => params)).toMatchObject([{ code }]);
});

test('a zip that was to be split, and was not, begins with a mark', async () => {
  expect(await seenIn(zipBytes(entries, { prepend: Buffer.from('PK00') }))).toEqual([true]);
});

test('a bundle that was packed once more is told where it is', async () => {
  const outer = zipBytes([{ name: '送审/某局.zip', data: zipBytes(entries) }]);
  await expect(reportOn(zipWith(outer))).rejects.toMatchObject({
    code: 'BUNDLE_NOT_A_BAG',
    data: { inner: '送审/某局.zip' },
  });
});

const below = (folder: string) =>
  entries.map((entry) => ({ ...entry, name: `${folder}/${entry.name}` }));

test.each([
  ['a bundle in one more folder', below('送审'), ['送审/bag']],
  ['two bundles', [...below('甲'), ...below('乙')], ['甲/bag', '乙/bag']],
])('of a zip of %s it is told where', async (_, files, folders) => {
  await expect(reportOn(zipWith(zipBytes(files)))).rejects.toMatchObject({
    code: 'BUNDLE_NOT_A_BAG',
    data: { below: folders },
  });
});
