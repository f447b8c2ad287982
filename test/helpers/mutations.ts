/** Bundles changed by chance, as files and as the bytes of a zip: the same seed makes the same ones. */
import type { randomOf } from '../../src/core/bundle/judge/random.js';
import { type BagContents } from './bags.js';
import { extraField, zipBytes, type ZipFile } from './zip-bytes.js';
import { zipPlaces, type ZipPlaces } from './zip-places.js';

export type Random = ReturnType<typeof randomOf>;

export function oneOf<T>(list: readonly T[], random: Random): T {
  return list[random(list.length)] as T;
}

/** Numbers that programs stumble over. */
const NUMBERS = [0, 1, 2, 8, 20, 0x7f, 0xff, 0x800, 0x801, 0x7fff, 0x8000, 0xfffe, 0xffff];
const WIDE_NUMBERS = [...NUMBERS, 0x10000, 0x7fffffff, 0x80000000, 0xfffffffe, 0xffffffff];

/** Place and width of every field of a local header, of a record of the central directory, of the end record. */
const LOCAL = [4, 6, 8, 10, 12, 26, 28].map((at) => [at, 2] as const);
const LOCAL_WIDE = [0, 14, 18, 22].map((at) => [at, 4] as const);
const RECORD = [4, 6, 8, 10, 12, 14, 28, 30, 32, 34, 36].map((at) => [at, 2] as const);
const RECORD_WIDE = [0, 16, 20, 24, 38, 42].map((at) => [at, 4] as const);
const END = [4, 6, 8, 10, 20].map((at) => [at, 2] as const);
const END_WIDE = [0, 12, 16].map((at) => [at, 4] as const);
/** The same field in a local header and in a record. */
const TWICE = [4, 6, 8, 10, 12, 26, 28].map((at) => [at, at + 2, 2] as const);
const TWICE_WIDE = [14, 18, 22].map((at) => [at, at + 2, 4] as const);

/** @returns a zip of the files, some of its bytes changed. */
export function changedZip(zip: Buffer, random: Random): Buffer {
  let bytes: Buffer = Buffer.from(zip);
  const times = random(4) === 0 ? 1 + random(4) : 1;
  for (let time = 0; time < times; time += 1) bytes = oneOf(ZIP_CHANGES, random)(bytes, random);
  return bytes;
}

/** @returns any file with some of its bytes changed. */
export function changedBytes(file: Buffer, random: Random): Buffer {
  const changes = [flipped, withoutPart, withPartTwice, overwritten, cut, longer];
  return oneOf(changes, random)(Buffer.from(file), random);
}

type ZipChange = (bytes: Buffer, random: Random) => Buffer;

const ZIP_CHANGES: readonly ZipChange[] = [
  flipped,
  flipped,
  withField,
  withField,
  withFieldTwice,
  withoutPart,
  withPartTwice,
  overwritten,
  withRecords,
  cut,
  longer,
  (bytes, random) => Buffer.concat([noise(random), bytes]),
];

function cut(bytes: Buffer, random: Random): Buffer {
  return bytes.subarray(0, random(bytes.length));
}

function longer(bytes: Buffer, random: Random): Buffer {
  return Buffer.concat([bytes, noise(random)]);
}

function noise(random: Random): Buffer {
  return Buffer.from(Array.from({ length: 1 + random(40) }, () => random(256)));
}

function flipped(bytes: Buffer, random: Random): Buffer {
  for (let left = 1 + random(3); left > 0 && bytes.length > 0; left -= 1) {
    const at = random(bytes.length);
    bytes[at] = (bytes[at] ?? 0) ^ (1 << random(8));
  }
  return bytes;
}

function withField(bytes: Buffer, random: Random): Buffer {
  const { locals, records, end } = zipPlaces(bytes);
  const [places, narrow, wide] = oneOf(
    [
      [locals, LOCAL, LOCAL_WIDE],
      [records, RECORD, RECORD_WIDE],
      [records, RECORD, RECORD_WIDE],
      [end, END, END_WIDE],
    ] as const,
    random,
  );
  if (places.length === 0) return bytes;
  const [field, width] = oneOf([...narrow, ...wide], random);
  put(bytes, oneOf(places, random) + field, width, random);
  return bytes;
}

/** The lie is told in both places. */
function withFieldTwice(bytes: Buffer, random: Random): Buffer {
  const { records } = zipPlaces(bytes);
  const record = records[random(Math.max(records.length, 1))];
  if (record === undefined) return bytes;
  const local = bytes.readUInt32LE(record + 42);
  const [here, there, width] = oneOf([...TWICE, ...TWICE_WIDE], random);
  if (local + here + width > bytes.length) return bytes;
  put(bytes, record + there, width, random);
  bytes.copy(bytes, local + here, record + there, record + there + width);
  return bytes;
}

function put(bytes: Buffer, at: number, width: 2 | 4, random: Random): void {
  if (at + width > bytes.length) return;
  const limit = 2 ** (width * 8);
  const told = bytes.readUIntLE(at, width);
  const near = (told + random(3) + limit - 1) % limit;
  const known = width === 2 ? NUMBERS : WIDE_NUMBERS;
  const value = oneOf([near, told ^ (1 << random(16)), ...known], random);
  bytes.writeUIntLE(((value % limit) + limit) % limit, at, width);
}

function withoutPart(bytes: Buffer, random: Random): Buffer {
  const from = random(bytes.length + 1);
  const length = oneOf([1, 4, 30, 46, 100], random);
  return Buffer.concat([bytes.subarray(0, from), bytes.subarray(from + length)]);
}

function withPartTwice(bytes: Buffer, random: Random): Buffer {
  const from = random(bytes.length + 1);
  const part = bytes.subarray(from, from + oneOf([1, 16, 46, 100, 1000], random));
  const to = random(bytes.length + 1);
  return Buffer.concat([bytes.subarray(0, to), part, bytes.subarray(to)]);
}

function overwritten(bytes: Buffer, random: Random): Buffer {
  const from = random(bytes.length + 1);
  bytes.copy(bytes, random(bytes.length + 1), from, from + oneOf([2, 4, 30, 46, 200], random));
  return bytes;
}

/** Records left out, told twice, in another order or with the place of another; the end record agrees. */
function withRecords(bytes: Buffer, random: Random): Buffer {
  const places: ZipPlaces = zipPlaces(bytes);
  const [end] = places.end;
  const [first] = places.records;
  if (end === undefined || first === undefined) return bytes;
  const parts = places.records.map((at, row) => bytes.subarray(at, places.records[row + 1] ?? end));
  const row = random(parts.length);
  const other = random(parts.length);
  const [one, two] = [Buffer.from(parts[row] ?? ''), Buffer.from(parts[other] ?? '')];
  switch (random(4)) {
    case 0:
      parts.splice(row, 1);
      break;
    case 1:
      parts.splice(other, 0, one);
      break;
    case 2:
      [parts[row], parts[other]] = [two, one];
      break;
    default:
      if (two.length >= 46) two.copy(one, 42, 42, 46);
      parts[row] = one;
  }
  const directory = Buffer.concat(parts);
  const told = Buffer.from(bytes.subarray(end));
  told.writeUInt16LE(parts.length, 8);
  told.writeUInt16LE(parts.length, 10);
  told.writeUInt32LE(directory.length, 12);
  return Buffer.concat([bytes.subarray(0, first), directory, told]);
}

/** Files of a bundle after one change, or a few. */
export function changedFiles(files: BagContents, random: Random): BagContents {
  const times = random(4) === 0 ? 1 + random(3) : 1;
  let changed = files;
  for (let time = 0; time < times; time += 1)
    changed = oneOf(FILE_CHANGES, random)(changed, random);
  return changed;
}

type FileChange = (files: BagContents, random: Random) => BagContents;

const FILE_CHANGES: readonly FileChange[] = [
  (files, random) => withBytes(files, oneOf(Object.keys(files), random), random),
  (files, random) => withBytes(files, oneOf(Object.keys(files), random), random),
  withText,
  withText,
  withText,
  withoutFile,
  withNewFile,
  withNewName,
  withSwapped,
];

function withBytes(files: BagContents, path: string, random: Random): BagContents {
  const bytes = Buffer.from(files[path] ?? '');
  const changes = [
    () => flipped(bytes, random),
    () => withoutPart(bytes, random),
    () => withPartTwice(bytes, random),
    () => overwritten(bytes, random),
    () => bytes.subarray(0, random(bytes.length + 1)),
    () => Buffer.concat([bytes, noise(random)]),
    () => Buffer.alloc(0),
  ];
  return { ...files, [path]: oneOf(changes, random)() };
}

const WORDS = [
  '\ufeff',
  '\r',
  '\n',
  '\0',
  ' ',
  '\t',
  '*',
  './',
  '../',
  '\\',
  '%25',
  '%0A',
  '\u3000',
  '-1',
  '9'.repeat(30),
  '1e999',
  '{}',
  '[',
  'null',
  '\ud800',
];

/** A line or a few letters of a tag file changed. */
function withText(files: BagContents, random: Random): BagContents {
  const path = oneOf(
    Object.keys(files).filter((each) => !each.startsWith('data/')),
    random,
  );
  const lines = String(files[path] ?? '').split('\n');
  const at = random(lines.length);
  const line = lines[at] ?? '';
  const place = random(line.length + 1);
  const changes = [
    () => lines.splice(at, 1),
    () => lines.splice(random(lines.length), 0, line),
    () => ([lines[at], lines[0]] = [lines[0] ?? '', line]),
    () => (lines[at] = line.slice(0, place) + oneOf(WORDS, random) + line.slice(place)),
    () => (lines[at] = line.slice(0, place) + line.slice(place + 1)),
    () => (lines[at] = line.toUpperCase()),
    () => (lines[at] = line.replace(/\d/, String(random(10)))),
    () => (lines[at] = `${line}\r`),
  ];
  oneOf(changes, random)();
  return { ...files, [path]: lines.join('\n') };
}

function withoutFile(files: BagContents, random: Random): BagContents {
  const path = oneOf(Object.keys(files), random);
  return Object.fromEntries(Object.entries(files).filter(([each]) => each !== path));
}

const NEW_NAMES = [
  'data/新.txt',
  'data/.DS_Store',
  'data/Thumbs.db',
  'data/CON.txt',
  'data/a\u202etxt.exe',
  'manifest-md5.txt',
  'tagmanifest-md5.txt',
  'manifest-sha999.txt',
  'MANIFEST-SHA256.TXT',
  'fetch.txt',
  'setup.exe',
  'metadata/more.xml',
];

function withNewFile(files: BagContents, random: Random): BagContents {
  const path = oneOf(NEW_NAMES, random);
  return path in files ? files : { ...files, [path]: oneOf(['', 'x', '\0\0', 'x  y\n'], random) };
}

function withNewName(files: BagContents, random: Random): BagContents {
  const path = oneOf(Object.keys(files), random);
  const names = [
    `${path} `,
    `${path}.`,
    `${path}x`,
    path.toUpperCase(),
    path.normalize('NFD'),
    path.replace(/^data\//, 'DATA/'),
    path.replace(/^data\//, ''),
    `data/${path}`,
    path.replace(/:|：/, ':'),
    `${path}${'长'.repeat(60)}`,
    path.replace(/\.[^.]*$/, ''),
  ];
  const name = oneOf(names, random);
  if (name === '' || name in files) return files;
  return Object.fromEntries(
    Object.entries(files).map(([each, data]) => [each === path ? name : each, data]),
  );
}

function withSwapped(files: BagContents, random: Random): BagContents {
  const [a, b] = [oneOf(Object.keys(files), random), oneOf(Object.keys(files), random)];
  return { ...files, [a]: files[b] ?? '', [b]: files[a] ?? '' };
}

const BAD_NAMES: readonly ((name: string, outside: string) => string)[] = [
  (name) => `../${name}`,
  (name) => name.replace('/', '/../../../'),
  (_name, outside) => `${outside}/out.txt`,
  (name) => `C:\\${name}`,
  (name) => name.replaceAll('/', '\\'),
  (name) => `\\\\server\\share\\${name}`,
  (name) => name.replace('/', '//'),
  (name) => `./${name}`,
  (name) => `${name}/`,
  (name) => name.toUpperCase(),
  (name) => `${name}\0.txt`,
  (name) => name.slice(0, -1),
  () => 'bagit.txt',
  () => '',
];

/** @returns entries of a zip, one of them under a name that may be meant to do harm, or otherwise unusual. */
export function changedEntries(
  entries: readonly ZipFile[],
  outside: string,
  random: Random,
): readonly ZipFile[] {
  const changed = entries.map((entry) => ({ ...entry }));
  const at = random(changed.length);
  const entry = changed[at];
  if (entry === undefined) return changed;
  const changes: readonly (() => ZipFile)[] = [
    () => ({ ...entry, name: oneOf(BAD_NAMES, random)(String(entry.name), outside) }),
    () => ({ ...entry, name: oneOf(BAD_NAMES, random)(String(entry.name), outside) }),
    () => ({ ...entry, attributes: (0o120777 * 0x10000) >>> 0 }),
    () => ({ ...entry, extra: extraField(oneOf([1, 0x7075, 0x5455, 10], random), noise(random)) }),
    () => ({ ...entry, behind: noise(random) }),
    () => ({ ...entry, deflate: entry.deflate !== true }),
    () => ({ ...entry, flags: oneOf([0, 1, 8, 0x800, 0x808, 0x2000], random) }),
  ];
  changed[at] = oneOf(changes, random)();
  if (random(4) === 0) changed.splice(random(changed.length), 0, entry);
  return changed;
}

export function zipAgain(entries: readonly ZipFile[], random: Random): Buffer {
  const mixed = entries.map((entry) => (random(3) === 0 ? { ...entry, deflate: true } : entry));
  return zipBytes(mixed);
}
