/** Zips that must be refused, by the code that they are refused with. Small, and the same bytes every time. */
import type { RefusalCode } from '../../src/core/bundle/judge/refusal.js';
import { bagOf, entriesOf } from './bags.js';
import { extraField, unicodePath, zipBytes, type ZipEnd, type ZipFile } from './zip-bytes.js';

const honest = entriesOf(bagOf({ 'data/a.txt': 'a' }));
const withEntries = (...files: ZipFile[]) => zipBytes([...honest, ...files]);
const named = (name: string | Buffer) => withEntries({ name, data: 'x' });
const ended = (end: ZipEnd) => zipBytes(honest, end);
const renamed = (path: string) => unicodePath(Buffer.from('bag/data/b.txt'), path);

const link = 0o120777 * 0x10000;
const device = 0o060644 * 0x10000;

type ZipCode = Exclude<
  RefusalCode,
  'BUNDLE_TAR_DAMAGED' | 'BUNDLE_SPARSE' | 'BUNDLE_TOTAL_TOO_LARGE'
>;

export const HOSTILE: Readonly<Record<ZipCode, Readonly<Record<string, Buffer>>>> = {
  BUNDLE_TRUNCATED: {
    'end-missing': ended({}).subarray(0, -30),
    'half-missing': ended({}).subarray(0, 200),
  },
  BUNDLE_ZIP_DAMAGED: {
    'count-wrong': ended({ count: 3 }),
    'one-bit-of-the-disk': ended({ disk: 1 }),
    'disk-left-to-a-zip64-record': ended({ disk: 0xffff }),
    'folder-with-contents': named('bag/data/folder/'),
    'version-that-is-none': withEntries({ name: 'bag/data/b.txt', data: 'x', needs: 154 }),
    'folder-by-its-dos-attribute': withEntries({
      name: 'bag/data/b.txt',
      data: 'x',
      host: 0,
      attributes: 0x10,
    }),
    'volume-label-with-contents': withEntries({
      name: 'bag/data/b.txt',
      data: 'x',
      host: 0,
      attributes: 0x8,
    }),
  },
  BUNDLE_MULTI_DISK: { 'second-disk': ended({ disk: 1, directoryDisk: 1 }) },
  BUNDLE_HIDDEN_DATA: {
    prepended: ended({ prepend: Buffer.from('bytes') }),
    'self-extractor': ended({ prepend: Buffer.from('MZ program') }),
    appended: ended({ append: Buffer.from('more') }),
    'second-end-in-comment': ended({ comment: zipBytes([]) }),
  },
  BUNDLE_TOO_MANY_ENTRIES: { 'two-million': manyEntries() },
  BUNDLE_BOMB: { zeros: bomb() },
  BUNDLE_ENCRYPTED: {
    traditional: withEntries({ name: 'bag/data/b.txt', data: 'x', flags: 0x801 }),
    aes: withEntries({ name: 'bag/data/b.txt', data: 'x', method: 99 }),
  },
  BUNDLE_METHOD_UNKNOWN: {
    lzma: withEntries({ name: 'bag/data/b.txt', data: 'x', method: 14 }),
    patch: withEntries({ name: 'bag/data/b.txt', data: 'x', flags: 0x820 }),
  },
  BUNDLE_LINK: {
    symbolic: withEntries({ name: 'bag/data/b', data: '/etc/passwd', attributes: link }),
    device: withEntries({ name: 'bag/data/b', attributes: device }),
    reparse: withEntries({ name: 'bag/data/b', data: 'x', attributes: 0x400 }),
  },
  BUNDLE_PATH_UNSAFE: {
    parent: named('bag/../../b.txt'),
    absolute: named('/b.txt'),
    drive: named('C:/b.txt'),
    unc: named('//server/share/b.txt'),
    backslash: named('bag\\data\\b.txt'),
    nul: named('bag/data/b.txt\0.exe'),
    home: named('~/b.txt'),
    'parent-with-space': named('bag/.. /b.txt'),
    'empty-part': named('bag//b.txt'),
  },
  BUNDLE_PATH_TOO_LONG: {
    // Sixty thousand bytes of it are thirty thousand folders inside each other.
    deep: named(`bag/data/${'a/'.repeat(30_000)}b`),
    'a-little-deep': named(`bag/${'a/'.repeat(300)}b`),
    long: named(`bag/data/${'长'.repeat(20_000)}`),
  },
  BUNDLE_LIST_TOO_LARGE: {
    'bag-info': withLists({ 'bag-info.txt': 5 }),
    manifest: withLists({ 'manifest-sha256.txt': 600 }),
    'manifests-in-all': withLists({ 'manifest-md5.txt': 300, 'manifest-sha1.txt': 300 }),
    profile: withLists({ 'bagit-profile.json': 5 }),
  },
  BUNDLE_ENTRY_DUPLICATE: { twice: named('bag/data/a.txt') },
  BUNDLE_NAME_COLLISION: {
    case: named('bag/data/A.TXT'),
    'unicode-form': withEntries(
      { name: 'bag/data/caf\u00e9.txt', data: 'x' },
      { name: 'bag/data/cafe\u0301.txt', data: 'y' },
    ),
    'folder-case': named('bag/DATA/b.txt'),
  },
  BUNDLE_FILE_AS_FOLDER: { below: named('bag/data/a.txt/b.txt') },
  BUNDLE_ENTRIES_OVERLAP: {
    'same-bytes': withEntries({ name: 'bag/data/b.txt', data: 'x', central: { offset: 0 } }),
  },
  BUNDLE_HEADERS_DISAGREE: {
    'two-names-in-utf-8': withEntries({
      name: 'bag/data/b.txt',
      data: 'x',
      extra: unicodePath(Buffer.from('bag/data/b.txt'), 'bag/data/c.txt'),
    }),
    // unzip takes the last, others the first.
    'two-unicode-paths': withEntries({
      name: 'bag/data/b.txt',
      data: 'x',
      flags: 0,
      extra: Buffer.concat([renamed('bag/data/b.txt'), renamed('bag/data/c.txt')]),
    }),
    // bsdtar goes by it.
    'unicode-path-only-in-the-local-header': withEntries({
      name: 'bag/data/b.txt',
      data: 'x',
      extra: renamed('bag/data/c.txt'),
      central: { extra: Buffer.alloc(0) },
    }),
    'unicode-path-that-is-no-utf-8': withEntries({
      name: 'bag/data/b.txt',
      data: 'x',
      flags: 0,
      extra: unicodePath(Buffer.from('bag/data/b.txt'), Buffer.from([0xff])),
    }),
    'unicode-path-of-nothing': withEntries({
      name: 'bag/data/b.txt',
      data: 'x',
      flags: 0,
      extra: renamed(''),
    }),
    'extra-field-cut-off': withEntries({
      name: 'bag/data/b.txt',
      data: 'x',
      extra: Buffer.from('5554ff00ab', 'hex'),
    }),
    'extra-field-cut-off-in-the-local-header': withEntries({
      name: 'bag/data/b.txt',
      data: 'x',
      extra: Buffer.from('5554ff00ab', 'hex'),
      central: { extra: Buffer.alloc(0) },
    }),
    'two-zip64-fields': withEntries({
      name: 'bag/data/b.txt',
      data: 'x',
      extra: Buffer.concat([extraField(1, Buffer.alloc(16)), extraField(1, Buffer.alloc(16))]),
    }),
    name: withEntries({ name: 'bag/data/b.txt', data: 'x', local: { name: 'bag/data/c.txt' } }),
    size: withEntries({ name: 'bag/data/b.txt', data: 'x', local: { sizeBytes: 9 } }),
    method: withEntries({ name: 'bag/data/b.txt', data: 'x', local: { method: 8 } }),
    crc: withEntries({ name: 'bag/data/b.txt', data: 'x', local: { crc: 9 } }),
  },
  BUNDLE_SIZE_WRONG: {
    'stored-sizes-differ': withEntries({
      name: 'bag/data/b.txt',
      data: 'x',
      central: { sizeBytes: 5 },
    }),
    'ratio-impossible': withEntries({
      name: 'bag/data/b.txt',
      data: 'x',
      deflate: true,
      central: { sizeBytes: 1_000_000 },
    }),
    'inflates-to-more': withEntries({
      name: 'bag/data/b.txt',
      data: 'x'.repeat(100),
      deflate: true,
      local: { sizeBytes: 10 },
      central: { sizeBytes: 10 },
    }),
  },
};

/** Lists that claim to be so many megabytes long. */
function withLists(megabytes: Readonly<Record<string, number>>): Buffer {
  const files = Object.entries(megabytes).map(([name, count]): ZipFile => {
    const told = { sizeBytes: count * 2 ** 20 };
    const data = Buffer.alloc(count * 1100);
    return { name: `bag/${name}`, data, method: 8, local: told, central: told };
  });
  const names = new Set(files.map(({ name }) => name));
  return zipBytes([...honest.filter(({ name }) => !names.has(name)), ...files]);
}

/** A zip64 end that claims two million and one entries. */
function manyEntries(): Buffer {
  const zip = ended({});
  const end = zip.subarray(-22);
  const offset = end.readUInt32LE(16);
  const size = end.readUInt32LE(12);
  const record = Buffer.alloc(56);
  record.writeUInt32LE(0x06064b50, 0);
  record.writeBigUInt64LE(44n, 4);
  record.writeBigUInt64LE(2_000_001n, 24);
  record.writeBigUInt64LE(2_000_001n, 32);
  record.writeBigUInt64LE(BigInt(size), 40);
  record.writeBigUInt64LE(BigInt(offset), 48);
  const locator = Buffer.alloc(20);
  locator.writeUInt32LE(0x07064b50, 0);
  locator.writeBigUInt64LE(BigInt(zip.length - 22), 8);
  locator.writeUInt32LE(1, 16);
  end.writeUInt16LE(0xffff, 8);
  end.writeUInt16LE(0xffff, 10);
  return Buffer.concat([zip.subarray(0, -22), record, locator, end]);
}

/** A megabyte that truly unpacks to more than a gigabyte. */
function bomb(): Buffer {
  const data = Buffer.alloc(60_000_000);
  const files = Array.from({ length: 20 }, (_, at) => ({
    name: `bag/data/${at}.txt`,
    data,
    deflate: true,
  }));
  return zipBytes(files);
}
