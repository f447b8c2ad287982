/** The central directory of a zip: its entries, and everything that speaks against reading them. */
import { foldName } from '../../text.js';
import { isUnsafePath, visible } from '../paths.js';
import type { Refusal, RefusalCode } from '../refusal.js';
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
}

export interface ZipLimits {
  readonly entries: number;
  /** Files that unpack to more than this in all … */
  readonly totalBytes: number;
  /** … and to more than this many times the size of the zip are a bomb. Either alone is an honest archive. */
  readonly ratio: number;
}

export const DEFAULT_LIMITS: ZipLimits = {
  entries: 2_000_000,
  totalBytes: 2 ** 30,
  ratio: 100,
};

/** Deflate cannot do better: a greater ratio is a lie about the size. */
const DEFLATE_RATIO = 1032;

const RECORD = 0x02014b50;
const FOLDER = 0o040000;
const FILE = 0o100000;
const KIND = 0o170000;
const ENCRYPTED = 0x1 | 0x40 | 0x2000;

/** A record as its bytes say it. */
interface RawEntry {
  readonly record: number;
  readonly bytes: Buffer;
  readonly extra: Buffer;
  readonly flags: number;
  readonly method: number;
  readonly attributes: number;
  readonly disk: number;
  readonly sizeBytes: number;
  readonly packedBytes: number;
  readonly offset: number;
}

/**
 * Read the central directory and judge it: nothing is opened, nothing is written.
 *
 * @param bytes - The central directory, all of it.
 * @param directory - Where it begins in the file, and how many entries it is said to hold.
 * @param limits - What is taken for a bomb.
 * @returns entries in the order of their bytes in the file. When there are refusals, the entries are for show only.
 */
export function readDirectory(
  bytes: Buffer,
  directory: { readonly offset: number; readonly entries: number },
  limits: ZipLimits,
): { readonly entries: readonly ZipEntry[]; readonly refusals: readonly Refusal[] } {
  if (directory.entries > limits.entries) {
    const code = 'BUNDLE_TOO_MANY_ENTRIES';
    return { entries: [], refusals: [{ code, entry: '', detail: String(directory.entries) }] };
  }
  const raws = readRecords(bytes, directory.entries);
  if (raws === undefined) return { entries: [], refusals: [damaged('central directory')] };
  const names = nameEntries(raws);
  const refusals: Refusal[] = [];
  const entries = raws.map((raw, at) => {
    const [path, named] = names[at] ?? ['', 'flag'];
    refusals.push(...judgeRecord(raw, path));
    return entryOf(raw, path, named);
  });
  const placed = placeEntries(entries, directory.offset, refusals);
  refusals.push(...judgeNames(placed), ...judgeSizes(placed, directory.offset, limits));
  return { entries: placed, refusals };
}

function damaged(detail: string): Refusal {
  return { code: 'BUNDLE_ZIP_DAMAGED', entry: '', detail };
}

/** @returns `undefined` when the records do not fill the directory exactly. */
function readRecords(bytes: Buffer, count: number): RawEntry[] | undefined {
  const raws: RawEntry[] = [];
  let at = 0;
  while (at < bytes.length) {
    if (at + 46 > bytes.length || bytes.readUInt32LE(at) !== RECORD) return undefined;
    const nameEnd = at + 46 + bytes.readUInt16LE(at + 28);
    const extraEnd = nameEnd + bytes.readUInt16LE(at + 30);
    const end = extraEnd + bytes.readUInt16LE(at + 32);
    if (end > bytes.length) return undefined;
    const raw = rawEntry(bytes, at, bytes.subarray(nameEnd, extraEnd), nameEnd);
    if (raw === undefined) return undefined;
    raws.push(raw);
    at = end;
  }
  return raws.length === count ? raws : undefined;
}

function rawEntry(bytes: Buffer, at: number, extra: Buffer, nameEnd: number): RawEntry | undefined {
  const wide = wideNumbers(extra, {
    sizeBytes: bytes.readUInt32LE(at + 24),
    packedBytes: bytes.readUInt32LE(at + 20),
    offset: bytes.readUInt32LE(at + 42),
  });
  if (wide === undefined) return undefined;
  return {
    record: at,
    bytes: bytes.subarray(at + 46, nameEnd),
    extra,
    flags: bytes.readUInt16LE(at + 8),
    method: bytes.readUInt16LE(at + 10),
    disk: bytes.readUInt16LE(at + 34),
    attributes: bytes.readUInt32LE(at + 38),
    ...wide,
  };
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

function nameEntries(raws: readonly RawEntry[]): (readonly [string, NameSource])[] {
  const declared = raws.map((raw) =>
    declaredName({ bytes: raw.bytes, extra: raw.extra, utf8Flag: (raw.flags & 0x800) !== 0 }),
  );
  const silent = raws.filter((_, at) => declared[at] === undefined).map((raw) => raw.bytes);
  const encoding = guessEncoding(silent);
  return raws.map((raw, at) => declared[at] ?? [decodeName(raw.bytes, encoding), encoding]);
}

function entryOf(raw: RawEntry, name: string, named: NameSource): ZipEntry {
  const folder = name.endsWith('/');
  return {
    path: folder ? name.slice(0, -1) : name,
    kind: folder ? 'folder' : 'file',
    sizeBytes: raw.sizeBytes,
    packedBytes: raw.packedBytes,
    deflated: raw.method === 8,
    offset: raw.offset,
    end: 0,
    record: raw.record,
    named,
  };
}

/** What one record alone is refused for; the first reason only. */
function* judgeRecord(raw: RawEntry, name: string): Generator<Refusal> {
  const folder = name.endsWith('/');
  const path = folder ? name.slice(0, -1) : name;
  const refuse = (code: RefusalCode, detail = ''): Refusal => ({
    code,
    entry: visible(name),
    detail,
  });
  if (isUnsafePath(path)) yield refuse('BUNDLE_PATH_UNSAFE');
  else if ((raw.flags & ENCRYPTED) !== 0 || raw.method === 99) yield refuse('BUNDLE_ENCRYPTED');
  else if (raw.method !== 0 && raw.method !== 8) {
    yield refuse('BUNDLE_METHOD_UNKNOWN', String(raw.method));
  } else if (raw.disk !== 0) yield refuse('BUNDLE_MULTI_DISK');
  else if (isLink(raw)) yield refuse('BUNDLE_LINK');
  else if (isOtherKind(raw, folder)) yield refuse('BUNDLE_ZIP_DAMAGED', 'folder');
  else if (raw.method === 0 && raw.sizeBytes !== raw.packedBytes) {
    yield refuse('BUNDLE_SIZE_WRONG');
  } else if (raw.sizeBytes > raw.packedBytes * DEFLATE_RATIO) yield refuse('BUNDLE_SIZE_WRONG');
}

/** A symbolic link, a device or a pipe by its Unix mode, or a Windows reparse point. */
function isLink(raw: RawEntry): boolean {
  const kind = (raw.attributes >>> 16) & KIND;
  return (
    (kind !== 0 && kind !== FILE && kind !== FOLDER) ||
    (kind === 0 && (raw.attributes & 0x400) !== 0)
  );
}

/** A folder with contents, or one that does not look like a folder by its name, or the other way round. */
function isOtherKind(raw: RawEntry, folder: boolean): boolean {
  const kind = (raw.attributes >>> 16) & KIND;
  if (folder) return kind === FILE || raw.sizeBytes > 0 || raw.packedBytes > 2;
  return kind === FOLDER;
}

/** Put the entries in the order of their bytes, each ending where the next begins. */
function placeEntries(
  entries: readonly ZipEntry[],
  directory: number,
  refusals: Refusal[],
): ZipEntry[] {
  const sorted = entries.every((entry, at) => entry.offset >= (entries[at - 1]?.offset ?? 0))
    ? entries
    : [...entries].sort((a, b) => a.offset - b.offset);
  const first = sorted[0]?.offset ?? directory;
  if (first > 0) refusals.push({ code: 'BUNDLE_HIDDEN_DATA', entry: '', detail: 'prepended' });
  return sorted.map((entry, at) => {
    const end = sorted[at + 1]?.offset ?? directory;
    // At least its header, its name and its bytes must fit; the exact end is checked with the local header.
    if (end - entry.offset < 30 + entry.packedBytes) {
      const detail = sorted[at + 1]?.path ?? '';
      refusals.push({
        code: 'BUNDLE_ENTRIES_OVERLAP',
        entry: visible(entry.path),
        detail: visible(detail),
      });
    }
    return { ...entry, end };
  });
}

/** Names given twice, names that meet on another system, and files that are folders elsewhere in the zip. */
function* judgeNames(entries: readonly ZipEntry[]): Generator<Refusal> {
  const first = new Map<string, string>();
  const files = new Set<string>();
  for (const { path, kind } of entries) {
    const folded = foldName(path);
    const other = first.get(folded);
    if (other === undefined) first.set(folded, path);
    else {
      const code = other === path ? 'BUNDLE_ENTRY_DUPLICATE' : 'BUNDLE_NAME_COLLISION';
      yield { code, entry: visible(path), detail: visible(other) };
    }
    if (kind === 'file') files.add(folded);
  }
  yield* judgeFolders(entries, first, files);
}

/** The folders that paths go through: none of them is a file, and none is spelled in two ways. */
function* judgeFolders(
  entries: readonly ZipEntry[],
  first: ReadonlyMap<string, string>,
  files: ReadonlySet<string>,
): Generator<Refusal> {
  const spelled = new Map<string, string>();
  const seen = new Set<string>();
  for (const { path } of entries) {
    for (let at = path.lastIndexOf('/'); at > 0; at = path.lastIndexOf('/', at - 1)) {
      const folder = path.slice(0, at);
      if (seen.has(folder)) break;
      seen.add(folder);
      const folded = foldName(folder);
      if (files.has(folded)) {
        yield { code: 'BUNDLE_FILE_AS_FOLDER', entry: visible(folder), detail: visible(path) };
      }
      const other = spelled.get(folded) ?? first.get(folded);
      if (other === undefined) spelled.set(folded, folder);
      else if (other !== folder) {
        yield { code: 'BUNDLE_NAME_COLLISION', entry: visible(folder), detail: visible(other) };
      }
    }
  }
}

function* judgeSizes(
  entries: readonly ZipEntry[],
  zipBytes: number,
  limits: ZipLimits,
): Generator<Refusal> {
  let total = 0;
  for (const { sizeBytes } of entries) total += sizeBytes;
  if (total > limits.totalBytes && total > zipBytes * limits.ratio) {
    yield { code: 'BUNDLE_BOMB', entry: '', detail: `${Math.round(total / zipBytes)}` };
  }
}
