/** The central directory of a zip: its entries, and everything that speaks against reading them. */
import { fromHere, judgeEntryNames, judgePath } from '../judge/entry-names.js';
import { visible } from '../bag/paths.js';
import type { Refusal, RefusalCode } from '../judge/refusal.js';
import { ordinaryName } from './ordinary-name.js';
import { declaredName, decodeName, extraField, guessEncoding, type NameSource } from './names.js';

export interface ZipEntry {
  /** `/` between the parts, never one at the ends. */
  readonly path: string;
  readonly kind: 'file' | 'folder';
  readonly sizeBytes: number;
  readonly packedBytes: number;
  readonly deflated: boolean;
  /** Where its local header begins. */
  readonly offset: number;
  /** First byte that is not its own any more: the next entry, or the central directory. */
  readonly end: number;
  /** Where its record begins in the central directory. */
  readonly record: number;
  readonly named: NameSource;
  /** See `ordinaryName`. */
  readonly ordinary: boolean;
}

export interface ZipLimits {
  readonly entries: number;
  /** Files that unpack to more than this in all … */
  readonly totalBytes: number;
  /** … and to more than this many times the size of the zip are a bomb. Either alone is an honest archive. */
  readonly ratio: number;
  /** Whatever the ratio: what somebody has room for. */
  readonly mostBytes: number;
}

export const DEFAULT_LIMITS: ZipLimits = {
  entries: 2_000_000,
  totalBytes: 2 ** 30,
  ratio: 100,
  mostBytes: Infinity,
};

export interface ZipDirectory {
  /** In the order of their bytes in the file; for show only when there are refusals. */
  readonly entries: readonly ZipEntry[];
  readonly refusals: readonly Refusal[];
  /** Names whose `\\` were taken for `/`. */
  readonly backslashes: number;
}

interface DirectoryRange {
  /** Where it begins in the file. */
  readonly offset: number;
  /** How many entries it is said to hold. */
  readonly entries: number;
  /** Where the first entry begins: 4 behind the mark of a writer that was ready to split the zip (APPNOTE 8.5.5). */
  readonly begin: 0 | 4;
}

/** Deflate cannot do better: a greater ratio is a lie about the size. */
const DEFLATE_RATIO = 1032;

const RECORD = 0x02014b50;
const FOLDER = 0o040000;
const FILE = 0o100000;
const KIND = 0o170000;
const ENCRYPTED = 0x1 | 0x40 | 0x2000;
/** APPNOTE 6.3: what claims to take a later version is left out by unzip, and stops Python. */
const NEWEST = 63;
/** What is to be changed in a file that the receiver has, not the file. */
const PATCH = 0x20;
/** A volume's label, a folder: what MS-DOS says of an entry, and some programs go by whatever its name is. */
const DOS_OTHER_KIND = 0x8 | 0x10;

/** An entry that is being read. */
type Building = { -readonly [Key in keyof ZipEntry]: ZipEntry[Key] } & {
  /** Version of the format that it takes to unpack it, times ten. */
  readonly needs: number;
  readonly flags: number;
  readonly method: number;
  readonly attributes: number;
  readonly disk: number;
  isTop: boolean;
};

/**
 * Read the central directory and judge it: nothing is opened, nothing is written.
 *
 * Here, and wherever else every file of a bundle is looked at once, it is `forEach`: V8 needs so long to compile `for …
 * of` that a hundred thousand files are through before, in eight times the time.
 *
 * @param bytes - The central directory, all of it.
 * @param limits - What is taken for a bomb.
 */
export function readDirectory(
  bytes: Buffer,
  directory: DirectoryRange,
  limits: ZipLimits,
): ZipDirectory {
  if (directory.entries > limits.entries) {
    const code = 'BUNDLE_TOO_MANY_ENTRIES';
    const refusals: Refusal[] = [{ code, entry: '', detail: String(directory.entries) }];
    return { entries: [], refusals, backslashes: 0 };
  }
  const entries = readRecords(bytes, directory.entries);
  if (entries === undefined) {
    return { entries: [], refusals: [DAMAGED], backslashes: 0 };
  }
  const refusals = nameEntries(bytes, entries);
  const backslashes = separateAsWindows(bytes, entries);
  entries.forEach((entry) => {
    const refusal = judgeRecord(entry);
    if (refusal) refusals.push(refusal);
  });
  const more = [
    placeEntries(entries, directory),
    judgeEntryNames(entries),
    judgeSizes(entries, directory.offset, limits),
  ];
  // Not spread into one call: there may be a million of them.
  for (const each of more) for (const refusal of each) refusals.push(refusal);
  return { entries, refusals, backslashes };
}

const DAMAGED: Refusal = { code: 'BUNDLE_ZIP_DAMAGED', entry: '', detail: 'central directory' };

/** @returns `undefined` when the records do not fill the directory exactly. */
function readRecords(bytes: Buffer, count: number): Building[] | undefined {
  const entries: Building[] = [];
  let at = 0;
  while (at < bytes.length) {
    const end = at + (recordLength(bytes, at) ?? Infinity);
    if (end > bytes.length) return undefined;
    const nameEnd = at + 46 + bytes.readUInt16LE(at + 28);
    const extraEnd = nameEnd + bytes.readUInt16LE(at + 30);
    const entry = readRecord(bytes, at, nameEnd, extraEnd);
    if (entry === undefined) return undefined;
    entries.push(entry);
    at = end;
  }
  return entries.length === count ? entries : undefined;
}

/** @returns `undefined` when no record begins at `at`. */
export function recordLength(bytes: Buffer, at: number): number | undefined {
  if (at + 46 > bytes.length || bytes.readUInt32LE(at) !== RECORD) return undefined;
  const lengths = bytes.readUInt16LE(at + 28) + bytes.readUInt16LE(at + 30);
  return 46 + lengths + bytes.readUInt16LE(at + 32);
}

function readRecord(
  bytes: Buffer,
  at: number,
  nameEnd: number,
  extraEnd: number,
): Building | undefined {
  const method = bytes.readUInt16LE(at + 10);
  const entry: Building = {
    path: '',
    kind: 'file',
    sizeBytes: bytes.readUInt32LE(at + 24),
    packedBytes: bytes.readUInt32LE(at + 20),
    deflated: method === 8,
    offset: bytes.readUInt32LE(at + 42),
    end: 0,
    record: at,
    named: 'flag',
    ordinary: false,
    isTop: false,
    needs: bytes[at + 6] ?? 0,
    flags: bytes.readUInt16LE(at + 8),
    method,
    attributes: bytes.readUInt32LE(at + 38),
    disk: bytes.readUInt16LE(at + 34),
  };
  const { sizeBytes, packedBytes, offset } = entry;
  if (Math.max(sizeBytes, packedBytes, offset) < 0xffffffff && entry.disk < 0xffff) return entry;
  const extra = bytes.subarray(nameEnd, extraEnd);
  const wide = wideNumbers(extra, { sizeBytes, packedBytes, offset });
  if (wide === undefined) return undefined;
  const told = [sizeBytes, packedBytes, offset].filter((number) => number === 0xffffffff);
  const disk = entry.disk < 0xffff ? entry.disk : wideDisk(extra, told.length * 8);
  return disk === undefined ? undefined : Object.assign(entry, wide, { disk });
}

/** Some programs leave even the disk to the zip64 field, where it is the last (APPNOTE 4.5.3). */
function wideDisk(extra: Buffer, at: number): number | undefined {
  const field = extraField(extra, 1);
  return field && field.length >= at + 4 ? field.readUInt32LE(at) : undefined;
}

/** Sizes and place, from the zip64 field where the record itself has no room for them (APPNOTE 4.5.3). */
export function wideNumbers<N extends Record<string, number>>(
  extra: Buffer,
  narrow: N,
): N | undefined {
  const keys = Object.keys(narrow).filter((key) => narrow[key] === 0xffffffff);
  if (keys.length === 0) return narrow;
  const field = extraField(extra, 1);
  if (field === undefined || field.length < keys.length * 8) return undefined;
  const wide = keys.map((key, at) => [key, Number(field.readBigUInt64LE(at * 8))] as const);
  if (!wide.every(([, value]) => Number.isSafeInteger(value))) return undefined;
  return { ...narrow, ...Object.fromEntries(wide) };
}

function nameEntries(bytes: Buffer, entries: readonly Building[]): Refusal[] {
  const refusals: Refusal[] = [];
  const silent: (readonly [Building, Buffer])[] = [];
  entries.forEach((entry) => {
    const at = entry.record + 46;
    const end = at + bytes.readUInt16LE(entry.record + 28);
    const isDeclared = (entry.flags & 0x800) !== 0 && bytes.readUInt16LE(entry.record + 30) === 0;
    const ordinary = isDeclared ? ordinaryName(bytes, at, end) : undefined;
    if (ordinary !== undefined) {
      nameEntry(entry, ordinary, 'flag');
      entry.ordinary = true;
      return;
    }
    const name = declaredName(bytes, at, end, (entry.flags & 0x800) !== 0);
    if (name === undefined) silent.push([entry, bytes.subarray(at, end)]);
    else if (name === 'two') {
      const path = bytes.toString('utf8', at, end);
      refusals.push({ code: 'BUNDLE_HEADERS_DISAGREE', entry: visible(path), detail: 'name' });
      nameEntry(entry, path, 'flag');
    } else nameEntry(entry, name[0], name[1]);
  });
  const encoding = guessEncoding(silent.map(([, name]) => name));
  for (const [entry, name] of silent) nameEntry(entry, decodeName(name, encoding), encoding);
  return refusals;
}

function nameEntry(entry: Building, name: string, named: NameSource): void {
  const folder = name.endsWith('/');
  const path = fromHere(name);
  // `./` itself is the folder that everything is in: it has no name in a bag.
  entry.isTop = path === '' && name !== '';
  entry.path = folder && !entry.isTop ? path.slice(0, -1) : path;
  entry.kind = folder ? 'folder' : 'file';
  entry.named = named;
}

/** Hosts whose programs once wrote `\\` between folders (APPNOTE 4.4.2): MS-DOS, NTFS, VFAT. */
const WINDOWS_HOSTS = new Set([0, 10, 14]);

/**
 * Old .NET and PowerShell write `\\` where the format demands `/`. It is read so only where nothing else can be meant:
 * all entries come from Windows, where no name can hold one, and not one of them has a `/`.
 *
 * @returns how many names had one.
 */
function separateAsWindows(bytes: Buffer, entries: readonly Building[]): number {
  const written = entries.filter(({ path }) => path.includes('\\'));
  if (written.length === 0) return 0;
  const isWindows = entries.every(
    ({ path, kind, record }) =>
      kind === 'file' && !path.includes('/') && WINDOWS_HOSTS.has(bytes[record + 5] ?? 0xff),
  );
  if (!isWindows) return 0;
  for (const entry of written) nameEntry(entry, entry.path.replaceAll('\\', '/'), entry.named);
  return written.length;
}

/** What one record alone is refused for; the first reason only. */
function judgeRecord(entry: Building): Refusal | undefined {
  const { path, method, sizeBytes, packedBytes } = entry;
  const refuse = (code: RefusalCode, detail = ''): Refusal => ({
    code,
    entry: visible(path),
    detail,
  });
  const unfit = entry.ordinary || entry.isTop ? undefined : judgePath(path);
  if (unfit) return unfit;
  if ((entry.flags & ENCRYPTED) !== 0 || method === 99) return refuse('BUNDLE_ENCRYPTED');
  if (method !== 0 && method !== 8) return refuse('BUNDLE_METHOD_UNKNOWN', String(method));
  if (entry.needs > NEWEST) return refuse('BUNDLE_ZIP_DAMAGED', 'version');
  if ((entry.flags & PATCH) !== 0) return refuse('BUNDLE_METHOD_UNKNOWN', 'patch');
  if (entry.disk !== 0) return refuse('BUNDLE_MULTI_DISK');
  if (isLink(entry)) return refuse('BUNDLE_LINK');
  if (isOtherKind(entry)) return refuse('BUNDLE_ZIP_DAMAGED', 'folder');
  const lies = method === 0 ? sizeBytes !== packedBytes : sizeBytes > packedBytes * DEFLATE_RATIO;
  return lies ? refuse('BUNDLE_SIZE_WRONG') : undefined;
}

/** A symbolic link, a device or a pipe by its Unix mode, or a Windows reparse point. */
function isLink({ attributes }: Building): boolean {
  const kind = (attributes >>> 16) & KIND;
  return kind === 0 ? (attributes & 0x400) !== 0 : kind !== FILE && kind !== FOLDER;
}

/** A folder with contents, or one that does not look like a folder by its name, or the other way round. */
function isOtherKind({ attributes, kind, sizeBytes, packedBytes }: Building): boolean {
  const mode = (attributes >>> 16) & KIND;
  if (kind === 'folder') return mode === FILE || sizeBytes > 0 || packedBytes > 2;
  return mode === FOLDER || (attributes & DOS_OTHER_KIND) !== 0;
}

/** Put the entries in the order of their bytes, each ending where the next begins. */
function placeEntries(
  entries: Building[],
  { offset: directory, begin }: DirectoryRange,
): Refusal[] {
  const refusals: Refusal[] = [];
  const sorted = entries.every((entry, at) => entry.offset >= (entries[at - 1]?.offset ?? 0));
  if (!sorted) entries.sort((a, b) => a.offset - b.offset);
  const first = entries[0]?.offset ?? directory;
  if (first !== begin) {
    refusals.push({ code: 'BUNDLE_HIDDEN_DATA', entry: '', detail: 'prepended' });
  }
  entries.forEach((entry, at) => {
    entry.end = entries[at + 1]?.offset ?? directory;
    // At least its header and its bytes must fit; the exact end is checked with the local header.
    if (entry.end - entry.offset >= 30 + entry.packedBytes) return;
    const detail = visible(entries[at + 1]?.path ?? '');
    refusals.push({ code: 'BUNDLE_ENTRIES_OVERLAP', entry: visible(entry.path), detail });
  });
  return refusals;
}

function* judgeSizes(
  entries: readonly ZipEntry[],
  zipBytes: number,
  limits: ZipLimits,
): Generator<Refusal> {
  const total = entries.reduce((sum, { sizeBytes }) => sum + sizeBytes, 0);
  if (total > limits.totalBytes && total > zipBytes * limits.ratio) {
    yield { code: 'BUNDLE_BOMB', entry: '', detail: `${Math.round(total / zipBytes)}` };
  }
}
